from fabric import task


@task
def install(c):
    c.sudo("apt-get install -y python3.9")
    c.put("python3.9")
