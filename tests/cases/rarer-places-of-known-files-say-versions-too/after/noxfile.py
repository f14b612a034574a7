import nox

PYTHON_VERSIONS = ["3.11", "3.12"]
RUFF = "ruff==0.6.0"
nox.options.sessions = ["tests-3.12", "lint"]


@nox.session(python=PYTHON_VERSIONS)
def tests(session):
    session.install("torch==2.2.0", "it's")
