wget https://cmake.org/files/v3.13/cmake-3.13.0-Linux-x86_64.sh && bash cmake-3.13.0-Linux-x86_64.sh --skip-license
curl -LO https://github.com/Kitware/CMake/releases/download/v3.13.0/cmake-3.13.0-Linux-x86_64.tar.gz
wget https://cmake.org/files/v3.20/cmake-3.20.1-linux-x86_64.sh && bash cmake-3.20.1-linux-x86_64.sh --skip-license
