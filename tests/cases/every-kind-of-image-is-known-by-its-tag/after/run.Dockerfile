# syntax=docker/dockerfile:1.4
ARG PYTHON_VERSION=3.8
FROM --platform=linux/amd64 python:${PYTHON_VERSION:-3.11}-slim AS base
FROM python:${TAG:-3.8}-slim AS other
ARG PYTHON_VERSION
ENV CUDA_VERSION 11.6.2
ENV A=1 PYTHON_VERSION=3.8 B=2
ENV LD_LIBRARY_PATH=/usr/local/cuda-11.6/lib64 PATH=/opt/cuda-11.6/bin:$PATH
ENV NVIDIA_REQUIRE_CUDA="cuda>=11.6 brand=tesla,driver>=418,driver<419"
ENV UV_PYTHON=3.8
ENV TF_CUDA_VERSION=11.6 ANACONDA_PYTHON_VERSION=3.8 OTHER_PYTHON_VERSION=3.7
RUN apt-get install -y python3.8 python3.8-dev \
    libcudnn8=${CUDNN_VERSION}-1+cuda${CUDA_VERSION} cuda-11-6
RUN <<EOF
pip install torch==1.13.1+cu116 -f https://download.pytorch.org/whl/cu116
apt-get install -y python3.8-venv
EOF
COPY --from=base /usr/local/lib/python3.8/site-packages /usr/local/lib/python3.8/site-packages
ONBUILD RUN uv venv --python 3.8
CMD ["python3.8", "-m", "serve"]
