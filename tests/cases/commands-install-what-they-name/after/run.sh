#!/bin/bash
pip install a==1 'torch[extra]>=1' "numpy==1.23.5"
python -m pip install pip==22.0.4
pip3 install numpy==1.23.5
uv pip install --system numpy==1.23.5
pipx install ruff==0.5.1
conda install -c nvidia cuda-toolkit=11.6 -y
conda install -c "nvidia/label/cuda-11.6.2" cuda-toolkit
mamba install python=3.8
micromamba install -n base python=3.8 -y
conda create -n e python=3.8
pyenv install 3.8.16
pyenv local 3.8.16
pyenv global 3.8.16 3.6.0
uv python install 3.8
uvx ruff@0.5.1
uvx ruff==0.5.1 check
uv tool run ruff@0.5.1
uv tool install ruff==0.5.1
curl -LO https://repo.anaconda.com/miniconda/Miniconda3-py37_4.12.0-Linux-x86_64.sh
npx prettier@3.0.1 --check .
curl -LO https://repo.anaconda.com/miniconda/Miniconda3-4.7.12-Linux-x86_64.sh
wget https://github.com/conda-forge/miniforge/releases/download/23.3.1-1/Miniforge3-23.3.1-1-Linux-x86_64.sh
python3.8 -m venv x
PYTHON_VERSION=${PYTHON_VERSION:-3.8}
: "${PYTHON_VERSION:=3.8}"
pip install \
  numpy==1.23.5 \
  torch==1.13.1 && pip install 'torch==1.13.1'
poetry install --with dev
echo "3.7"
pip install torch==1.13.1+cu116 torchvision==0.13.1+cu116 --extra-index-url https://download.pytorch.org/whl/cu116
