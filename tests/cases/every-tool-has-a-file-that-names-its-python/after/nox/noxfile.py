import nox
@nox.session(python=["3.10"])
def a(session):
    session.install("numpy==1.23.5")
@nox.session(python=["3.7", "3.8"])
def b(session): ...
@nox.session(python="3.10", venv_backend="conda")
def c(session):
    session.conda_install("python=3.10")
    session.run("pip", "install", "numpy==1.23.5")
