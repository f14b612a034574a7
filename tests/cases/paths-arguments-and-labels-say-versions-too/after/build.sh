python_version=${1:-3.10}
rm -rf /usr/lib/python3.9
pip install https://download.pytorch.org/whl/cu118/torch-2.1.0%2Bcu118-cp39-cp39-linux_x86_64.whl
echo "--python-version 3.9"
wget https://github.com/hadolint/hadolint/releases/download/v2.12.0/hadolint-2.12.0.tar.gz && tar xzf hadolint-2.12.0.tar.gz
export BIN=/opt/python@3.10/bin:`ls /opt/python@3.10`
echo "/usr/local/cuda-12.1/bin" >> $GITHUB_PATH
echo 'export LD_LIBRARY_PATH=/usr/local/cuda-12.1/lib64:$LD_LIBRARY_PATH' >> ~/.bashrc
echo "see /usr/local/cuda-11.8/doc for more"
rm -f /opt/conda/lib/python3.10/site-packages/torch/lib/libnccl.so && \
    rm -rf /usr/local/cuda-11.8 /opt/conda/lib/python3.9/site-packages
curl -sSO https://bootstrap.pypa.io/pip/3.6/get-pip.py
