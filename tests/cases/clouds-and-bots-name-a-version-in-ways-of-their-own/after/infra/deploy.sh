#!/bin/sh
az webapp config set --name app --linux-fx-version "PYTHON|3.10"
az functionapp create --name app --runtime python --runtime-version 3.10 --functions-version 4
curl -LO https://developer.download.nvidia.com/compute/cuda/repos/ubuntu2004/x86_64/cuda-keyring_1.0-1_all.deb
X=${PYTHON_VERSION:-"3.10"}
docker run "${IMAGE:-"python:3.10-slim"}" python -V
docker pull acme/serve:${TAG:-"py39-20230426"}
