import modal

image = modal.Image.debian_slim(python_version="3.11").pip_install("numpy==1.26.4")
