$env:PYTHON_VERSION = "3.9"
$Env:CUDA_VERSION="11.8"
$env:PATH = "C:\Python39;$env:PATH"
$version = "3.9"
