# Two commands are enough: `make app` and `make test`. `make help` names the others.
# With uv on the PATH it is used; otherwise Python's own venv and pip. The versions in
# requirements.txt hold either way. Another Python: make app PYTHON=/where/it/is/python3.12

UV := $(shell command -v uv 2>/dev/null)
IN_VENV := .venv/bin/python
NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))'
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11 python; do \
	"$$each" $(NEW_ENOUGH) 2>/dev/null && echo "$$each" && break; done)
ifdef UV
INSTALL := uv pip install --quiet --python $(IN_VENV) -c requirements.txt
else
INSTALL := $(IN_VENV) -m pip install -qq --disable-pip-version-check -c requirements.txt
endif

.DEFAULT_GOAL := help
.PHONY: help app test test-long check format bench pages pins chromium prepared clean

help: ## this list
	@echo 'Samenspel. Words after ARGS= are handed on, as in: make test ARGS="-k house"'
	@sed -n 's/^\([a-z-]*\):.*## /  make \1 · /p' Makefile

app: .venv/.ready ## start the app; it says at which address to look
	@.venv/bin/samenspel app $(ARGS)

test: .venv/.ready-for-tests chromium check prepared ## everything that must hold: check, then the tests
	@$(IN_VENV) -m pytest -n auto --maxprocesses 4 --dist loadgroup $(ARGS)

test-long: .venv/.ready-for-tests chromium prepared ## the tests that take minutes
	@$(IN_VENV) -m pytest -n auto --maxprocesses 4 -m long $(ARGS)

check: .venv/.ready-for-tests ## style, types, and who may import whom
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/pyright --pythonpath $(IN_VENV)
	@.venv/bin/lint-imports --no-logo

format: .venv/.ready-for-tests ## put the code in its usual form
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

bench: .venv/.ready-for-tests ## how fast it is on this machine
	@$(IN_VENV) -m benchmarks $(ARGS)

pages: .venv/.ready ## write the pages in docs/ that are made from the code
	@$(IN_VENV) -m experiments.pages $(ARGS)

pins: ## look again which versions fit together (needs uv); ARGS=--upgrade for the newest
	@uv pip compile --quiet --universal --no-header --no-annotate --python-version 3.11 \
		--extra test --output-file requirements.txt pyproject.toml $(ARGS)

clean: ## remove the installed packages; the next command installs them afresh
	rm -rf .venv *.egg-info

# Once for all tests: side by side each would compile the whole model for itself.
prepared: .venv/.ready-for-tests
	@$(IN_VENV) -c 'from experiments.command_line import warming; warming.prepare()'

chromium:
	@sh .ci/chromium

.venv/.ready: pyproject.toml requirements.txt
	@sh .ci/environment '$(PYTHON)' '$(UV)'
	@echo 'Installing what Samenspel needs (once; this takes a minute or so) ...'
	@$(INSTALL) -e .
	@touch $@

.venv/.ready-for-tests: .venv/.ready
	@echo 'Installing what the tests need (once) ...'
	@$(INSTALL) -e '.[test]'
	@touch $@
