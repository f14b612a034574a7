from setuptools import setup

setup(extras_require={"cuda12": ["cudf-cu12==26.4.*"], "gpu": ["cudf-cu12==26.4.*"]})
