"""Make a monorepo of any size, the same for the same seed: `python benchmarks/generate.py FOLDER FILES [SEED]`.

One file in ten is of a kind that pinlint reads, the others are sources. Every service has the same files in its folder, and
one in twenty of those that say a version says another one than pins.toml.
"""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

PINS = {"python": "3.11", "cuda": "12.1.1", "torch": "2.3.1", "node": "20", "pip-tools": "7.4.1", "mypy": "1.10.0"}
OTHERS = {"python": "3.10", "cuda": "11.8.0", "torch": "2.1.2", "node": "18", "pip-tools": "6.3.1", "mypy": "1.5.1"}
DRIFTED = 0.05
UNIT = 100  # files of a service, its sources taken in
WORDS = "batch cache client config event frame graph index label layer metric model node order queue record shard store table token".split()
ENDINGS = ("py",) * 9 + ("ts",) * 4 + ("go",) * 3 + ("md", "css", "proto", "svg")

TEMPLATES = {
    "{service}/Dockerfile": """\
ARG PYTHON_VERSION={python}
FROM python:${{PYTHON_VERSION}}-slim AS build
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir pip-tools=={pip-tools} && pip install -r requirements.txt

FROM nvidia/cuda:{cuda}-runtime-ubuntu22.04
COPY --from=build /app /app
CMD ["python", "-m", "{name}"]
""",
    "{service}/requirements.txt": "numpy==1.26.4\npandas>=2.0\ntorch=={torch}\nrequests==2.32.3\n{many}",
    "{service}/environment.yml": """\
name: {name}
channels: [conda-forge, pytorch, nvidia]
dependencies:
  - python={python}
  - pytorch={torch}
  - cudatoolkit={cuda}
  - pip
  - pip:
      - mypy=={mypy}
""",
    "{service}/pyproject.toml": """\
[project]
name = "{name}"
version = "0.{number}.0"
requires-python = ">=3.9"
dependencies = ["requests>=2", "torch=={torch}"]

[tool.mypy]
python_version = "{python}"

[tool.ruff]
line-length = 100
select = ["E", "F", "I"]
""",
    "{service}/compose.yaml": """\
services:
  {name}:
    build:
      context: .
      args:
        PYTHON_VERSION: "{python}"
    ports: ["80{number}:80"]
  web:
    image: node:{node}-alpine
    depends_on: [{name}]
""",
    "{service}/deploy/{name}.yaml": """\
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {name}
  labels: {{app: {name}, team: platform}}
spec:
  replicas: 3
  selector: {{matchLabels: {{app: {name}}}}}
  template:
    metadata: {{labels: {{app: {name}}}}}
    spec:
      containers:
        - name: server
          image: acme/{name}:1.{number}.0
          resources: {{limits: {{cpu: "2", memory: 4Gi}}}}
          env:
            - {{name: LOG_LEVEL, value: info}}
        - name: helper
          image: python:{python}-slim
---
apiVersion: v1
kind: Service
metadata: {{name: {name}}}
spec: {{selector: {{app: {name}}}, ports: [{{port: 80}}]}}
""",
    "{service}/deploy/values.yaml": "replicas: 2\nresources:\n  limits: {{cpu: 1, memory: 2Gi}}\n{settings}",
    "{service}/Makefile": """\
PYTHON := python{python}
.PHONY: install test

install:
\t$(PYTHON) -m pip install pip-tools=={pip-tools}
\tpip-sync requirements.txt

test: install
\t$(PYTHON) -m pytest -q
""",
    "{service}/notebooks/{name}.ipynb": """\
{{
 "cells": [
  {{"cell_type": "markdown", "metadata": {{}}, "source": ["# Explore {name}\\n", "What the {name} model learns."]}},
  {{"cell_type": "code", "execution_count": 1, "metadata": {{}}, "outputs": [], "source": ["!pip install torch=={torch}\\n"]}},
  {cells}
 ],
 "metadata": {{"kernelspec": {{"display_name": "Python 3", "language": "python", "name": "python3"}}}},
 "nbformat": 4,
 "nbformat_minor": 5
}}
""",
    ".github/workflows/{name}.yml": """\
name: {name}
on:
  push: {{paths: ["{service}/**"]}}
jobs:
  test:
    runs-on: ubuntu-22.04
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "{python}"
      - uses: actions/setup-node@v4
        with:
          node-version: {node}
      - run: |
          pip install mypy=={mypy}
          make -C {service} test
""",
}


def files(count: int, seed: int = 1) -> dict[str, str]:
    """`count` files: the text of each by its path."""
    dice = random.Random(seed)
    made = {"pins.toml": "[pins]\n" + "".join(f'{name} = "{version}"\n' for name, version in PINS.items())}
    number = 0
    while len(made) < count:
        number += 1
        name = f"{dice.choice(WORDS)}-{dice.choice(WORDS)}-{number}"
        service = f"{dice.choice(('services', 'libraries', 'jobs'))}/{name}"
        for path, template in TEMPLATES.items():
            said = {p: OTHERS[p] if dice.random() < DRIFTED else version for p, version in PINS.items()}
            more = {"many": "", "settings": "", "cells": ""}
            more["many"] = "".join(f"{dice.choice(WORDS)}-{i}=={dice.randrange(9)}.{dice.randrange(9)}.1\n" for i in range(25))
            more["settings"] = "".join(f"{dice.choice(WORDS)}{i}: {{retries: {i}, enabled: true}}\n" for i in range(30))
            more["cells"] = ",\n  ".join(_cell(dice) for _ in range(12))
            made[path.format(name=name, service=service)] = template.format(**said, **more, name=name, service=service, number=number)
        for i in range(UNIT - len(TEMPLATES)):
            folder = f"{service}/src/{dice.choice(WORDS)}"
            made[f"{folder}/{dice.choice(WORDS)}_{i}.{dice.choice(ENDINGS)}"] = _source(dice)
    return dict(list(made.items())[:count])


def _source(dice: random.Random) -> str:
    body = []
    for i in range(dice.randrange(5, 80)):
        one, two, three = dice.choices(WORDS, k=3)
        body.append(f"def {one}_{i}({two}, {three}):\n    return {two}.{three}({dice.randrange(999)}, {one!r})\n\n")
    return "".join(body)


def _cell(dice: random.Random) -> str:
    one, two = dice.choices(WORDS, k=2)
    lines = ", ".join(f'"{one}_{i} = {two}.{one}({dice.randrange(999)})\\n"' for i in range(8))
    output = f'{{"name": "stdout", "output_type": "stream", "text": ["{one} {"0123456789abcdef" * 60}"]}}'
    return f'{{"cell_type": "code", "execution_count": 2, "metadata": {{}}, "outputs": [{output}], "source": [{lines}]}}'


def write(folder: Path, count: int, seed: int = 1) -> None:
    """Write the files into `folder`, and commit them to a repository of git's there."""
    for path, text in files(count, seed).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    author = ["-c", "user.name=bench", "-c", "user.email=bench@example.invalid", "-c", "gc.auto=0"]
    for words in (["init", "--quiet"], ["add", "--all"], [*author, "commit", "--quiet", "--message", "Generate"]):
        subprocess.run(["git", "-C", folder, *words], check=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else 1)
