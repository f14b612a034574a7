from setuptools import setup

setup(
    name="%s" % __import__("name"),
    classifiers=["Programming Language :: Python :: {}".format(v) for v in ("3.10", "3.11", "3.12")]
    + ["Programming Language :: Python :: %s.%s" % v for v in ["3.8"]],
)
