#!/usr/bin/env bash
# One GPU image, a CPU image, and a table of CUDA releases that people may ask for.
BASE_IMAGE="ubuntu:22.04"
NODE_VERSION=""
for word in "$@"; do
  case $word in
    -g | --gpu)
      BASE_IMAGE="nvidia/cuda:11.8.0-base-ubuntu22.04"
      CUDA_VERSION="cu118"
      NODE_VERSION=20.11.0
      ;;
    -c | --cuda)
      if [ "$2" == "cu118" ]; then
        BASE_IMAGE="nvidia/cuda:11.8.0-base-ubuntu22.04"
      elif [ "$2" == "cu117" ]; then
        BASE_IMAGE="nvidia/cuda:11.7.1-base-ubuntu22.04"
      elif [ "$2" == "cu116" ]; then
        BASE_IMAGE="nvidia/cuda:11.6.0-base-ubuntu22.04"
      fi
      ;;
  esac
done
if [ -n "$OLD" ]; then
  PYTHON_VERSION=3.8
else
  PYTHON_VERSION=3.9
fi
apt-get install -y cmake=3.28.3* cmake-data=3.28.3* 'libnccl2=2.29.*+cuda11.7' nodejs=18.19.0-1nodesource1
docker pull python:3.11 && docker save python:3.11 -o image.tar
case ${python} in
  3.8.*)
    case ${cuda} in
      11.1) conda install python=3.8.1 ;;
      *) package="python=${python}" ;;
    esac
    ;;
  3.9*)
    conda install "python=${python}"
    ;;
esac
case $1 in
  1) conda install python=3.11 ;;
esac
case $2 in
  gpu)
    conda install cudatoolkit=11.8
    export CUDA_HOME=/usr/local/cuda-11.8.0
    ;;
  old)
    conda install python=3.9
    export PATH=/opt/python@3.9/bin:$PATH
    conda install python==3.9.7
    ;;
esac
