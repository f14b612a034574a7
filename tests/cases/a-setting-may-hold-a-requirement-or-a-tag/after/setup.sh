#!/bin/sh
: ${TORCH_VERSION:=2.9.0}
: "${PYTHON_VERSION:=3.12}" # 3.10
: ${RELEASE:=3.11}
cp /opt/lib/python3.12/site-packages/ops.cpython-312-x86_64-linux-gnu.so /opt/x/
