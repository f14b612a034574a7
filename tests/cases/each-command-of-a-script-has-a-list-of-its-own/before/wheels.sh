docker run -e CUDA=cu113 acme/builder:cuda113 bash build.sh
docker run -e CUDA=cu118 acme/builder:cuda118 bash build.sh
pyenv install 3.8.12
pyenv install 3.9.18
pip install torch==1.8.0
echo and again
pip install torch==1.9.0
