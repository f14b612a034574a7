ARG CUDA=11.7.1
FROM nvidia/cuda:${CUDA}-cudnn8-devel-ubuntu22.04

ARG PYTHON_VERSION=3.9
RUN apt-get update \
    && apt-get install --yes software-properties-common \
    && add-apt-repository ppa:deadsnakes/ppa \
    && apt-get install --yes python${PYTHON_VERSION} python${PYTHON_VERSION}-venv

RUN python${PYTHON_VERSION} -m venv /venv
ENV PATH=/venv/bin:$PATH
RUN pip install --extra-index-url https://download.pytorch.org/whl/cu117 torch==2.1.2+cu117
COPY . /lighthouse
CMD ["python", "-m", "lighthouse.train"]
