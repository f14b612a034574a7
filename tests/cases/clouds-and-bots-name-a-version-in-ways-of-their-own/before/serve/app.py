import modal

image = (
    modal.Image.from_registry("nvidia/cuda:11.8.0-cudnn8-devel-ubuntu22.04", add_python="3.9")
    .pip_install("torch==2.0.1", "numpy")
    .run_commands("pip install uv==0.4.1")
)
small = modal.Image.debian_slim(python_version="3.9").micromamba_install("python=3.9")
answer = small.describe(version="3.9")
