from invoke import task

FLAGS = "pip-tools==6.0 is not what is installed"


@task
def install(c):
    """Install torch==1.0, as it was once."""
    c.run("pip install pip-tools==7.3.0 && uv python install 3.10")
    c.run(f"pip install torch=={c.config.torch}")
