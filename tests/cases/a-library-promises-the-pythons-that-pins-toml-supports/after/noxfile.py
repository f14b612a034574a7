import nox

PYTHONS = ["3.8", "3.9", "3.10"]
nox.options.sessions = ["lint", "tests-3.10"]


@nox.session(python=PYTHONS)
def tests(session):
    session.install("pytest", "-r", "requirements-3.7.txt")
    session.run("pytest")


@nox.session(python="3.10")
def lint(session):
    session.install("ruff==0.3.7")
