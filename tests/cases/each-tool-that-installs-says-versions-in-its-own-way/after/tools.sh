#!/bin/sh
pipx install ruff==0.5.1 --python 3.11
pipx run ruff==0.5.1 check
pipx inject black ruff==0.5.1
pipx upgrade ruff
uv tool install ruff@0.5.1
uv add --dev "ruff==0.5.1"
uv python install 3.9 3.10
uv python pin 3.11
uv pip compile --python-version 3.11 requirements.in
uv pip install --torch-backend cu124 numpy
uv run --with ruff==0.5.1 ruff check
uvx --from ruff==0.5.1 ruff@0.4.0
poetry add ruff@0.5.1
poetry self add tox==4.15.0
poetry env use 3.11
pdm use 3.11
pipenv install ruff==0.5.1
pipenv --python 3.11
pipenv --python
pyenv install 3.9 3.10
pyenv global 3.11
pyenv local pypy3.9
pyenv which 3.9
asdf install python 3.9.1
asdf plugin add python 3.9
mise use -g python@3.11 node@20
mise exec node@20 -- node --version
virtualenv -p 3.11 .venv
virtualenv --python=python3.11 .venv
black -t py39 .
ruff check --target-version py311 .
black -t py39 -t py312 .
tox -e py311
tox -e py39-lint,py310-lint
nox -s tests-3.11
nox -p 3.11
docker build --build-arg PYTHON_VERSION=3.11 --build-arg NAME .
docker run --rm python:3.11 pip install ruff==0.5.1
docker pull python:3.11-slim
docker compose run python:3.9
docker ps
npm install -g prettier@3.3.0
npm test prettier@3.1.0
npx prettier@3.3.0 --check .
npx -p prettier@3.3.0 prettier
pnpm dlx prettier@3.3.0
nvm install 20
nvm use 20
nvm ls 18
module load python/3.11 cuda/12.4.1
module unload python/3.9
brew install python@3.11 node@20
choco install python --version=3.9.7
choco install git --version=3.9.7
apt-get install -y python3.9 python3.10
apt-get install -y python311
apt-get remove -y python3.9
apt-get install -y cuda=11.8.0-1 libcudnn8-dev
apk add python3.11
yum install -y cuda-cudart-12-4
conda update python
conda create --clone python=3.9
mamba create -n x python=3.11
pixi global install python=3.11
conda search python=3.9
micromamba run -n x pip install ruff==0.5.1
py -3.11-64 -m pip install ruff==0.5.1
sudo -E X=1 env Y=2 pip install ruff==0.5.1
pip3 install ruff==0.5.1
bunx prettier@3.3.0
fnm use 20
black -t py311 .
