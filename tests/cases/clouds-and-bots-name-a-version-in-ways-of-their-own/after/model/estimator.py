from sagemaker.pytorch import PyTorch

estimator = PyTorch(entry_point="train.py", framework_version="2.0", py_version="py310", image_uri="acme/train:2.0-cuda12.1")
