apt-get install -y cudnn9-cuda-12 libcudnn9-dev-cuda-12
