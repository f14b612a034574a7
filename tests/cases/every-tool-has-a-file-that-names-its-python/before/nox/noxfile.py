import nox
@nox.session(python=["3.7"])
def a(session):
    session.install("numpy==1.19.0")
@nox.session(python=["3.7", "3.8"])
def b(session): ...
@nox.session(python="3.7", venv_backend="conda")
def c(session):
    session.conda_install("python=3.7")
    session.run("pip", "install", "numpy==1.19.0")
