#!/bin/sh
tox -e py310
pyenv install 3.10
