from invoke import task


@task
def build(c):
    c.run("pip install numpy==1.24.0"
