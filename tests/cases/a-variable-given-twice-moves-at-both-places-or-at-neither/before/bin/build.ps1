$env:PYTHON_VERSION = "3.9"
python build.py
$env:PYTHON_VERSION = "3.9"
