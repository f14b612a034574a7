wget https://cmake.org/files/v3.20/cmake-3.20.1.tar.gz
tar xf cmake-3.20.1.tar.gz
cd cmake-3.20.1
