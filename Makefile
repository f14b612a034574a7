# `make help` lists what there is. Everything happens in .venv; nothing is installed elsewhere.
.DEFAULT_GOAL := help
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1

# The newest of these that starts, is no older than Python 3.11 and has venv. Pick another one with `make PYTHON=... test`.
CANDIDATES := python3.14 python3.13 python3.12 python3.11 python3 python
PYTHON ?=

.PHONY: help demo test lint lock docs bench fuzz clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.run ## install, then check the drifted example repository
	@echo '$$ cd examples/drifted && pinlint'
	@cd examples/drifted && ../../$(BIN)/pinlint --exit-zero
	@echo
	@echo '$$ pinlint --diff'
	@cd examples/drifted && ../../$(BIN)/pinlint --diff --exit-zero

test: $(VENV)/.dev ## install, then run every test
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## ruff, mypy --strict, the import contracts, and pinlint on itself
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pinlint

# The stamp is as new as what was installed: the second run of a target installs nothing.
$(VENV)/.run: requirements/prod.txt pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install -q -r requirements/prod.txt
	$(BIN)/python -m pip install -q --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(BIN)/python -m pip install -q -r requirements/dev.txt
	@touch $@

$(BIN)/python:
	@found=; \
	for python in $(or $(PYTHON),$(CANDIDATES)); do \
	  if "$$python" -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "pinlint needs Python 3.11 or newer, with its venv module; looked for: $(or $(PYTHON),$(CANDIDATES))" >&2; exit 1; \
	fi; \
	echo "$$("$$found" --version) -> $(VENV)"; \
	if "$$found" -c 'import ensurepip' >/dev/null 2>&1; then "$$found" -m venv --clear $(VENV); \
	else "$$found" -m venv --clear --without-pip $(VENV) && "$$found" -m pip --python $@ install -q pip==26.3; fi

lock: $(VENV)/.dev ## compile requirements/*.in to *.txt again
	cd requirements && ../$(BIN)/pip-compile $(COMPILE) -o prod.txt prod.in
	cd requirements && ../$(BIN)/pip-compile $(COMPILE) -c prod.txt -o dev.txt dev.in
COMPILE := -q --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-emit-trusted-host $(UPGRADE)

docs: $(VENV)/.dev ## write docs/formats.md and the outputs in the docs again
	$(BIN)/python docs/write_formats.py
	PINLINT_UPDATE=1 $(BIN)/python -m pytest tests/test_docs.py

# REPOSITORIES="path ..." adds real repositories, SIZES=1000,10000,50000 more generated ones.
bench: $(VENV)/.dev ## time pinlint beside other tools
	$(BIN)/python -m pip install -q -r benchmarks/requirements.txt
	$(BIN)/python benchmarks/run.py --sizes $(or $(SIZES),1000,10000) $(REPOSITORIES)

# TIME is in seconds, for each format: `make fuzz TIME=600`.
fuzz: $(VENV)/.dev ## look for odd input, guided by coverage, and with many more examples than `make test`
	$(BIN)/python -m pip install -q -r fuzz/requirements.txt
	$(BIN)/python fuzz/run.py --seconds $(or $(TIME),60)
	$(BIN)/python fuzz/drift.py --seconds $(or $(TIME),60)
	$(BIN)/python -m pytest --hypothesis-profile=fuzz tests/test_properties.py

clean: ## remove .venv and the caches
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .pinlint_cache build src/*.egg-info
