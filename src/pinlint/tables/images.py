"""What the tag of a container image says: for most images the version it begins with, for a few a grammar of its own.

Sources: docker-library/python versions.json, NVIDIA's and PyTorch's tags, AWS Lambda's and the dev containers' images,
the specifications in sclorg/s2i-python-container.
"""

from __future__ import annotations

# The end of an image's path -> the subject of the version its tag begins with. The longest end counts; an image that
# is in no table is its own subject, by the last part of its path.
HEADS = {
    "nvidia/cuda": "cuda",
    "nvidia/cuda-arm64": "cuda",
    "nvidia/cuda-ppc64le": "cuda",
    "nvidia/cudagl": "cuda",
    "gpuci/miniconda-cuda": "cuda",
    "condaforge/linux-anvil-cuda": "cuda",
    "pytorch/pytorch": "torch",
    "pytorch-training": "torch",
    "pytorch-inference": "torch",
    "huggingface-pytorch-training": "torch",
    "huggingface-pytorch-inference": "torch",
    "tensorflow/tensorflow": "tensorflow",
    "tensorflow/serving": "tensorflow",
    "tensorflow-training": "tensorflow",
    "tensorflow-inference": "tensorflow",
    "mxnet-training": "mxnet",
    "mxnet-inference": "mxnet",
    "nvidia/pytorch": "ngc",  # NVIDIA's monthly releases: what is inside stands in its support matrix alone
    "nvidia/tensorflow": "ngc",
    "nvidia/jax": "ngc",
    "nvidia/tritonserver": "ngc",
    "nvidia/tensorrt": "ngc",
    "nvidia/nemo": "ngc",
    "rapidsai/base": "rapids",
    "rapidsai/notebooks": "rapids",
    "rapidsai/devcontainers": "rapids",
    "rapidsai/ci-conda": "rapids",
    "rapidsai/ci-wheel": "rapids",
    "continuumio/miniconda3": "miniconda3",
    "continuumio/anaconda3": "anaconda3",
    "condaforge/miniforge3": "miniforge3",
    "condaforge/mambaforge": "mambaforge",
    "mambaorg/micromamba": "micromamba",
    "astral-sh/uv": "uv",
    "apache/airflow": "apache-airflow",
    "apache/superset": "apache-superset",
    "vllm/vllm-openai": "vllm",
    "golang": "go",
    "ubuntu": "ubuntu",
    "debian": "debian",
    "alpine": "alpine",
}

# The end of a path and the whole head of the tag, both patterns. A named group is the subject of what it spans, or
# the subject, two underscores and a notation. A grammar without a group says that such a tag begins with no version.
GRAMMARS = (
    (r"lambda/python", r"(?P<python>3\.\d+)(?:\.20\d\d[.\d]*)?"),  # 3.9.2024.05.01.10 is a date
    (r"devcontainers/python", r"(?:\d+(?:\.\d+)*-)?(?P<python>[23](?:\.\d+)*)"),  # 1-3.11: the image's version first
    (r"devcontainers/(?:javascript|typescript)-node", r"(?:\d+(?:\.\d+)*-)?(?P<node>\d+(?:\.\d+)*)"),
    (r"kindest/node", r"v?(?P<kubernetes_server>\d+(?:\.\d+)*)"),  # a machine of a cluster
    (r"node", r"(?P<node>\d{1,2}(?:\.\d+)*)"),  # no `v`, which somebody's own node of another kind has: acme/node:v1.4
    (r"devcontainers/go", r"(?:\d+(?:\.\d+)*-)?(?P<go>1\.\d+)"),
    (r"devcontainers/[\w-]+", r"\d+(?:\.\d+)*"),
    (r"cog-base", r""),
    (r"azureml/openmpi(?P<openmpi>\d+(?:\.\d+)*)-ubuntu\d+(?:\.\d+)*", r""),
    (r"ubi[89]/python-(?P<python__s2i>\d{2,3})", r""),  # its tag counts the builds: 1-77.1725851128
    (r"python", r"(?P<python>[23](?:\.\d+){0,2}(?:(?:a|b|rc)\d+)?)"),
    (r"amazonlinux", r"(?P<amazonlinux>\d+(?:\.\d+)*)"),
    (r"pytorch-[a-z]+\.(?P<torch__dashed>\d+-\d+)(?:\.py\d+)?", r""),  # Vertex AI: pytorch-gpu.1-12.py37
    (r"tf\d?-[a-z]+\.(?P<tensorflow__dashed>\d+-\d+)(?:\.py\d+)?", r""),
    (r"sklearn-[a-z]+\.(?P<scikit_learn__dashed>\d+-\d+)", r""),
)

# A word in a tag, or in the last part of a path, and the subject of the version that follows it: `-cuda11.6-py310`.
WORDS = {
    "cuda": "cuda",
    "cu": "cuda",
    "cudnn": "cudnn",
    "python": "python",
    "py": "python",
    "cp": "python",
    "pytorch": "torch",
    "torch": "torch",
    "tensorflow": "tensorflow",
    "tf": "tensorflow",
    "transformers": "transformers",
    "rocm": "rocm",
    "nodejs": "node",
    "node": "node",
    "golang": "go",
    "go": "go",
    "ubuntu": "ubuntu",
    "debian": "debian",
    "alpine": "alpine",
    "rockylinux": "rockylinux",
    "centos": "centos",
    "ubi": "ubi",
    "amzn": "amazonlinux",
}

# Servers whose namesake on PyPI is a client with versions of its own: the image `redis:6` is a `redis-server`.
SERVERS = frozenset(
    "redis valkey elasticsearch docker minio neo4j trino influxdb selenium kubernetes triton meilisearch typesense"
    " surrealdb couchdb rethinkdb kafka consul nats cassandra pulsar pandoc git".split()
)
