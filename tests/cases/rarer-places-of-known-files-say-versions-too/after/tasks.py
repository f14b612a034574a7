from invoke import task


@task
def lint(c):
    c.run("pip install ruff==0.6.0")
    c.run(command)
