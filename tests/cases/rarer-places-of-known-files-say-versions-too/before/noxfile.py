import nox

PYTHON_VERSIONS = ["3.10", "3.11"]
RUFF = "ruff==0.5.0"
nox.options.sessions = ["tests-3.10", "lint"]


@nox.session(python=PYTHON_VERSIONS)
def tests(session):
    session.install("torch==2.2.0", "it's")
