VERSIONS = {"python_version": "3.9"}
print(run(python_version="3.9"))
