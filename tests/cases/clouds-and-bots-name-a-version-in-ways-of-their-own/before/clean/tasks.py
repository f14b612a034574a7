import subprocess

subprocess.run("python3.10 -m build", shell=True)
