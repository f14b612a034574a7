from sagemaker.pytorch import PyTorch

estimator = PyTorch(entry_point="train.py", framework_version="2.0", py_version="py39", image_uri="acme/train:2.0-cuda11.8")
