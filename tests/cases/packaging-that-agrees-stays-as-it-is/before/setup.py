"""Runs on Python 3.7, some say."""
from setuptools import setup

setup(
    name="plums",
    python_requires=">=3.8, <4",
    install_requires=["torch>=1.10,<2"],
    extras_require={"cli": ["click==3.9"]},
)
