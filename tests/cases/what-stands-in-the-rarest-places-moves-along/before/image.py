import modal

image = modal.Image.debian_slim(python_version="3.9").pip_install("numpy==1.24.0")
