from setuptools import setup


def get_extras():
    extras = {"test": ["torch==1.12.0 ; sys_platform=='linux'", "torch==1.12.0+cu113", "notes on torch==1.12.0"]}
    extras["all"] = sorted({requirement for group in extras.values() for requirement in group})
    return extras


def get_requires():
    if True:
        return ("flake8==4.0.0", "torch")
    print("flake8==4.0.0")


setup(name="plums", install_requires=get_requires(), extras_require=get_extras())
