from setuptools import setup

PYTHONS = ("3.9", "3.10", "3.11")

setup(
    name="rows",
    classifiers=[
        "Programming Language :: Python :: %s" % version
        for version in ["3.9", "3.10", "3.11"]
    ],
)
