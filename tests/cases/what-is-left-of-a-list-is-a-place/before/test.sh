#!/bin/sh
tox -e py39,py310
pyenv install 3.9 3.10
