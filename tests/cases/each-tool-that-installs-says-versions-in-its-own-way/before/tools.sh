#!/bin/sh
pipx install ruff==0.5.0 --python 3.9
pipx run ruff==0.5.0 check
pipx inject black ruff==0.5.0
pipx upgrade ruff
uv tool install ruff@0.5.0
uv add --dev "ruff==0.5.0"
uv python install 3.9 3.10
uv python pin 3.9
uv pip compile --python-version 3.9 requirements.in
uv pip install --torch-backend cu121 numpy
uv run --with ruff==0.5.0 ruff check
uvx --from ruff==0.5.0 ruff@0.4.0
poetry add ruff@0.5.0
poetry self add tox==4.14.0
poetry env use 3.9
pdm use 3.9
pipenv install ruff==0.5.0
pipenv --python 3.9
pipenv --python
pyenv install 3.9 3.10
pyenv global 3.9
pyenv local pypy3.9
pyenv which 3.9
asdf install python 3.9.1
asdf plugin add python 3.9
mise use -g python@3.9 node@18
mise exec node@18 -- node --version
virtualenv -p 3.9 .venv
virtualenv --python=python3.9 .venv
black -t py39 .
ruff check --target-version py312 .
black -t py39 -t py312 .
tox -e py39
tox -e py39-lint,py310-lint
nox -s tests-3.9
nox -p 3.9
docker build --build-arg PYTHON_VERSION=3.9 --build-arg NAME .
docker run --rm python:3.9 pip install ruff==0.5.0
docker pull python:3.9-slim
docker compose run python:3.9
docker ps
npm install -g prettier@3.1.0
npm test prettier@3.1.0
npx prettier@3.1.0 --check .
npx -p prettier@3.1.0 prettier
pnpm dlx prettier@3.1.0
nvm install 18
nvm use 18
nvm ls 18
module load python/3.9 cuda/11.8.0
module unload python/3.9
brew install python@3.9 node@18
choco install python --version=3.9.7
choco install git --version=3.9.7
apt-get install -y python3.9 python3.10
apt-get install -y python310
apt-get remove -y python3.9
apt-get install -y cuda=11.8.0-1 libcudnn8-dev
apk add python3.9
yum install -y cuda-cudart-11-8
conda update python
conda create --clone python=3.9
mamba create -n x python=3.9
pixi global install python=3.9
conda search python=3.9
micromamba run -n x pip install ruff==0.5.0
py -3.9-64 -m pip install ruff==0.5.0
sudo -E X=1 env Y=2 pip install ruff==0.5.0
pip3 install ruff==0.5.0
bunx prettier@3.1.0
fnm use 18
black -t py312 .
