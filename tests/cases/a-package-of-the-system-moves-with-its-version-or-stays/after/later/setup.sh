apt-get install -y cudnn10-cuda-11 libcudnn10-dev-cuda-11
