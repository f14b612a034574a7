import sys

from setuptools import setup

MINIMUM = "3.8"
SUPPORTED = ["3.8", "3.9", "3.10"]

if sys.version_info < (3, 8):
    sys.exit("too old")
if sys.version_info < (3, 11):
    print("a condition, not a floor")

setup(
    name="plums",
    version="3.7.0",
    python_requires=f">={MINIMUM}",
    classifiers=["Topic :: Software Development"]
    + [f"Programming Language :: Python :: {v}" for v in SUPPORTED],
)
