# pip install torch==1.0
case "$1" in
  new) pip install torch==2.0.0 ;;
  old) pip install torch==1.9.0 ;;
esac
USE_CUDA=1
python3.8 app.py --python-version 3.7 --learning-rate 3.7
grep "python==3.7" requirements.txt && rm -rf /usr/local/cuda-10.2
sed -i 's/python3.7/python3/' setup.cfg
conda activate py37
tox -e py37,py38
apt-get install -y python3-pip libcudnn8
apt-get remove -y python3.6
if test -n "$GPU"; then pip install torch==1.13.1+cu116; fi
PYTHON_VERSION=3.8
if [[ $PYTHON_VERSION = 3.8 || $PYTHON_VERSION = 3.7 || $PYTHON_VERSION = 3.9 ]]; then
  docker build --build-arg PYTHON_VERSION="$PYTHON_VERSION" .
fi
if [[ $TORCH_VERSION == "2.8.0" ]]; then
  pip install torch==2.8.0.dev20250424+cpu
else
  pip install "torch==$TORCH_VERSION"
fi
