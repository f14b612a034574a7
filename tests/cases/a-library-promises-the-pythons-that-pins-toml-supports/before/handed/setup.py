from setuptools import setup

options: dict = dict(
    name="plums",
    version="3.7.0",
    python_requires=">= 3.7",
)
more = {"install_requires": ["torch >= 1.10, < 1.12"], "version": "3.7"}
other = dict(version="1.10", python_version=">= 3.7")

setup(**options, **more)
