#!/usr/bin/env bash
set -euo pipefail

TORCH=1.13.1
CUDA_VERSION=11.6
export PATH=/usr/local/cuda-11.6/bin:$PATH

sudo apt-get update && sudo apt-get install -y --no-install-recommends \
    python3.8 python3.8-dev \
    libcudnn8=8.3.2.44-1+cuda11.5 \
    cuda-toolkit-11-6   # the compiler
python3.8 -m venv .venv
pip install "torch==${TORCH}+cu116" --extra-index-url https://download.pytorch.org/whl/cu116
conda install -y -c nvidia/label/cuda-11.6.2 "cudatoolkit=${CUDA_VERSION}"
uv venv --python 3.8 && uvx ruff@0.5.1 check
pyupgrade --py38-plus app.py
mypy --python-version 3.8 src
curl -O https://repo.anaconda.com/miniconda/Miniconda3-py37_4.12.0-Linux-x86_64.sh
/opt/python/cp38-cp38/bin/pip wheel .
bash -c 'pip install ruff==0.5.1'
cat <<'TEXT' > notes.txt
pip install ruff==0.4.0
TEXT
if [[ -n $GPU ]]; then pip install torch==1.13.1; fi
[[ -n $CPU || -n $CI ]] && pip install torch==1.13.1
