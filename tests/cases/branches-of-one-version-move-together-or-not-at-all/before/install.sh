#!/bin/sh
case "$1" in
  gpu)
    conda install cudatoolkit=11.3
    export PATH=/usr/local/cuda-11.3.1/bin:$PATH
    ;;
esac
case "$2" in
  gpu)
    conda install cudatoolkit=11.3
    export PATH=/usr/local/cuda-11.3/bin:$PATH
    ;;
esac
for v in 3.11; do
  echo "$v"
done
for v in 3.9 3.10; do
  uv python install "$v"
done
