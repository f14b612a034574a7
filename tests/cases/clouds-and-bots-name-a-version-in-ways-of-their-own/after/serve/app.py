import modal

image = (
    modal.Image.from_registry("nvidia/cuda:12.1.1-cudnn8-devel-ubuntu22.04", add_python="3.10")
    .pip_install("torch==2.1.2", "numpy")
    .run_commands("pip install uv==0.4.30")
)
small = modal.Image.debian_slim(python_version="3.10").micromamba_install("python=3.10")
answer = small.describe(version="3.9")
