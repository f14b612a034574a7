from setuptools import setup

setup(
    name="py",
    version="3.7",
    python_requires=">=3.9",
    classifiers=["Programming Language :: Python :: 3.7"],
    install_requires=["torch==1.12.0"],
    extras_require={"dev": ["ruff==0.1.0"]},
    setup_requires=["setuptools==59.5.0"],
)
