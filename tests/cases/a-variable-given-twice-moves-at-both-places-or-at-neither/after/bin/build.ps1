$env:PYTHON_VERSION = "3.10"
python build.py
$env:PYTHON_VERSION = "3.10"
