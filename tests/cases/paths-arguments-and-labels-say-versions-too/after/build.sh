python_version=${1:-3.10}
rm -rf /usr/lib/python3.9
pip install https://download.pytorch.org/whl/cu118/torch-2.1.0%2Bcu118-cp39-cp39-linux_x86_64.whl
echo "--python-version 3.9"
