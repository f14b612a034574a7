#!/bin/bash
pip install a==1 'torch[extra]>=2' "numpy==1.19.0"
python -m pip install pip==21.1.3
pip3 install numpy==1.19.0
uv pip install --system numpy==1.19.0
pipx install ruff==0.1.0
conda install -c nvidia cuda-toolkit=12.1 -y
conda install -c "nvidia/label/cuda-11.8.0" cuda-toolkit
mamba install python=3.7
micromamba install -n base python=3.7 -y
conda create -n e python=3.7
pyenv install 3.7.13
pyenv local 3.7.13
pyenv global 3.7.13 3.6.0
uv python install 3.12
uvx ruff@0.5.0
uvx ruff==0.5.0 check
uv tool run ruff@0.5.0
uv tool install ruff==0.5.0
curl -LO https://repo.anaconda.com/miniconda/Miniconda3-py37_4.12.0-Linux-x86_64.sh
npx prettier@2.8.0 --check .
curl -LO https://repo.anaconda.com/miniconda/Miniconda3-4.7.12-Linux-x86_64.sh
wget https://github.com/conda-forge/miniforge/releases/download/23.3.1-1/Miniforge3-23.3.1-1-Linux-x86_64.sh
python3.7 -m venv x
PYTHON_VERSION=${PYTHON_VERSION:-3.7}
: "${PYTHON_VERSION:=3.7}"
pip install \
  numpy==1.19.0 \
  torch==1.12.0 && pip install 'torch==1.12.0'
poetry install --with dev
echo "3.7"
pip install torch==1.12.1+cu113 torchvision==0.13.1+cu113 --extra-index-url https://download.pytorch.org/whl/cu113
