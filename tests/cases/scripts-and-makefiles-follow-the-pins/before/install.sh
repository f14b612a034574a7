#!/usr/bin/env bash
set -euo pipefail

TORCH=1.12.1
CUDA_VERSION=11.3
export PATH=/usr/local/cuda-11.3/bin:$PATH

sudo apt-get update && sudo apt-get install -y --no-install-recommends \
    python3.7 python3.7-dev \
    libcudnn8=8.3.2.44-1+cuda11.5 \
    cuda-toolkit-11-3   # the compiler
python3.7 -m venv .venv
pip install "torch==${TORCH}+cu113" --extra-index-url https://download.pytorch.org/whl/cu113
conda install -y -c nvidia/label/cuda-11.3.1 "cudatoolkit=${CUDA_VERSION}"
uv venv --python 3.7 && uvx ruff@0.5.0 check
pyupgrade --py39-plus app.py
mypy --python-version 3.9 src
curl -O https://repo.anaconda.com/miniconda/Miniconda3-py37_4.12.0-Linux-x86_64.sh
/opt/python/cp37-cp37/bin/pip wheel .
bash -c 'pip install ruff==0.5.0'
cat <<'TEXT' > notes.txt
pip install ruff==0.4.0
TEXT
if [[ -n $GPU ]]; then pip install torch==1.12.1; fi
[[ -n $CPU || -n $CI ]] && pip install torch==1.12.1
