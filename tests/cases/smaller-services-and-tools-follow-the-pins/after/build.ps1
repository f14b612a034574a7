$env:PYTHON_VERSION = "3.12"
$Env:CUDA_VERSION="12.4"
$env:PATH = "C:\Python312;$env:PATH"
$version = "3.9"
