#!/bin/sh
: ${TORCH_VERSION:=2.8.0}
: "${PYTHON_VERSION:=3.11}" # 3.10
: ${RELEASE:=3.11}
cp /opt/lib/python3.11/site-packages/ops.cpython-311-x86_64-linux-gnu.so /opt/x/
