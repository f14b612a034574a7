from invoke import task

VERSION = "3.9"


@task
def install(c):
    c.run("pip install torch==2.1.0 numpy==1.26.4")
