PYTHON_VERSION=3.8
docker build --build-arg PYTHON_VERSION=$PYTHON_VERSION -t new .
PYTHON_VERSION=3.8  # pinlint: ignore[python] the old image
docker build --build-arg PYTHON_VERSION=$PYTHON_VERSION -t old .
