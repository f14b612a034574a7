CUDA_VERSION=11.8
pip install "cuda-python==${CUDA_VERSION}"
CUDA_VERSION=11.8
docker build --build-arg CUDA_VERSION=$CUDA_VERSION .
