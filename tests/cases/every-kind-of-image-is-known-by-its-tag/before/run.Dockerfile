# syntax=docker/dockerfile:1.4
ARG PYTHON_VERSION=3.11
FROM --platform=linux/amd64 python:${PYTHON_VERSION:-3.11}-slim AS base
FROM python:${TAG:-3.11}-slim AS other
ARG PYTHON_VERSION
ENV CUDA_VERSION 11.3.1
ENV A=1 PYTHON_VERSION=3.7 B=2
ENV LD_LIBRARY_PATH=/usr/local/cuda-11.3/lib64 PATH=/opt/cuda-11.3/bin:$PATH
ENV NVIDIA_REQUIRE_CUDA="cuda>=11.7 brand=tesla,driver>=418,driver<419"
ENV UV_PYTHON=3.12
ENV TF_CUDA_VERSION=11.3 ANACONDA_PYTHON_VERSION=3.7 OTHER_PYTHON_VERSION=3.7
RUN apt-get install -y python3.7 python3.7-dev \
    libcudnn8=${CUDNN_VERSION}-1+cuda${CUDA_VERSION} cuda-11-3
RUN <<EOF
pip install torch==1.12.1+cu113 -f https://download.pytorch.org/whl/cu113
apt-get install -y python3.7-venv
EOF
COPY --from=base /usr/local/lib/python3.7/site-packages /usr/local/lib/python3.7/site-packages
ONBUILD RUN uv venv --python 3.7
CMD ["python3.7", "-m", "serve"]
