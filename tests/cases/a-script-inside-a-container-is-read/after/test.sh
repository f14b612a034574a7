#!/bin/sh
docker run --rm -v "$PWD:/src" -w /src python:3.12 pip install torch==2.9.0
docker exec -it box bash -lc "pip install torch==2.9.0"
docker run --rm acme/tools sh -e -c 'python3.12 -m pip install torch==2.9.0'
ssh -p 22 host bash -c 'pip install torch==2.9.0'
docker run --rm acme/tools echo pip install torch==2.8.0
docker rm pip install torch==2.8.0
echo bash -c "pip install torch==2.8.0"
bash run.sh
