from invoke import task


@task
def lint(c):
    c.run("pip install ruff==0.5.0")
    c.run(command)
