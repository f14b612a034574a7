if [ "$1" = new ]; then
  PYTHON_VERSION=3.10
  docker build --build-arg PYTHON_VERSION=$PYTHON_VERSION -t new .
else
  export PYTHON_VERSION=3.9
  docker build --build-arg PYTHON_VERSION=$PYTHON_VERSION -t old .
fi
docker build --build-arg PYTHON_VERSION=3.10 -t oldest .
