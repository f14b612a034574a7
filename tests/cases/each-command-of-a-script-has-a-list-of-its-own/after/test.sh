#!/bin/sh
tox -e py39,py310,py311
tox -e py39-slow,py310-slow,py311-slow
nox -s tests-3.9,tests-3.10,tests-3.11
nox -s tests-3.9,tests-3.10,tests-3.11
pyenv install 3.9 3.10 3.11
pyenv install 3.9 3.10 3.11
for v in 3.9 3.10 3.11; do
  uv python install "$v"
done
for v in 3.9 3.10 3.11; do
  uv run --python "$v" true
done
