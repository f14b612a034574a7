wget https://acme.org/files/v3.20/acme-cmake-3.20.1-linux-x86_64.sh
rm -rf cmake-data-3.20.1 build/cmake-3 cmake-3.20.1
