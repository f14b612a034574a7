#!/bin/sh
apt-get install -y python3.8 python3.8-dev python3.8-venv cuda-toolkit-11-6
apt-get install -y python3.7=3.7.13-1+focal1 cuda-toolkit-11-3=11.3.1-1
apt-get install -y python3.8=3.8.* libcudnn8=8.3.2.44-1+cuda11.5 libcudnn8-dev
apt-get install -y libcudnn9-cuda-11=9.1.0.70-1
dnf install -y python37-3.7.16 rh-python38-devel
apt-get install -y libpython3-stdlib libssl1.1=1.1.1f-1ubuntu2
apt-get install -y libcudnn8=8.4.* libcudnn8-dev=8.4.*
apt-get install -y cuda=11.6.* cuda-toolkit=11.6.2*
