from setuptools import setup

setup(
    name="py",
    version="3.7",
    python_requires=">=3.8",
    classifiers=["Programming Language :: Python :: 3.8"],
    install_requires=["torch==1.13.1"],
    extras_require={"dev": ["ruff==0.5.1"]},
    setup_requires=["setuptools==65.0.0"],
)
