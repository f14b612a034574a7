wget https://cmake.org/files/v3.21/cmake-3.21.4.tar.gz
tar xf cmake-3.21.4.tar.gz
cd cmake-3.21.4
