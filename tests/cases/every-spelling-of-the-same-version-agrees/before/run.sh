python3.7 -m pip install 'torch==1.12.1+cu113' -f https://download.pytorch.org/whl/cu113/torch_stable.html
conda install -c nvidia/label/cuda-11.3.1 python=3.7 cuda-toolkit=11.3
pyenv install 3.7.13
uv venv --python 3.7
X=${PYTHON_VERSION:-"3.7"}
