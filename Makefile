# Needs Python 3.11 or later and the package registry that pip is set up for. Every target makes .venv itself.
PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: help demo test check floors examples messages fast benchmark lock clean

help: ## list the targets
	@sed -nE 's/^([a-z]+):.*## (.*)/make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

demo: .venv/.ready ## read the Vietnamese pages of the corpus into a new record and show what they tell
	@docs/demo.sh

# Files of tests side by side, one on each core.
BESIDE := -n auto --dist loadfile

test: .venv/.ready-dev ## run the tests
	$(BIN)/python -m pytest $(BESIDE)

PYTHON_CODE := src tests benchmarks fast

check: .venv/.ready-dev ## all that is asked of a change: format, lint, types, imports, tests, accuracy floors
	@failed=; \
	for step in "ruff format --check $(PYTHON_CODE)" "ruff check $(PYTHON_CODE)" mypy "lint-imports --no-logo" "python -m pytest -rs $(BESIDE)"; do \
		echo "\$$ $$step"; $(BIN)/$$step || failed="$$failed, $$step"; \
	done; \
	if [ -n "$$failed" ]; then echo "failed:$${failed#,}" >&2; exit 1; fi

floors: .venv/.ready-dev ## print the measured figures beside the floors of corpus/floors.toml
	$(BIN)/python -m tests.evaluation.floors

examples: .venv/.ready-dev ## put what the examples of the documentation print now into its pages
	$(BIN)/python -m tests.house.examples

messages: .venv/.ready-dev ## bring the catalogues of the interface's words up to date
	$(BIN)/python -m tests.house.messages

fast: .venv-fast/.ready ## a second telcon, .venv-fast/bin/telcon, compiled: reads the same, faster (needs a C compiler, takes minutes)

# Where a compiled telcon was made once, it is measured too, brought up to date before.
FAST := $(if $(wildcard .venv-fast/.ready),.venv-fast/bin/telcon)

benchmark: .venv/.ready .venv-benchmark/.ready $(if $(FAST),.venv-fast/.ready) ## pages a second and memory, beside spaCy's tokeniser on the same text
	$(BIN)/python benchmarks/reading_speed.py --yardstick .venv-benchmark/bin/python $(if $(FAST),--compiled $(FAST))

lock: .venv/.ready-dev ## write the locked requirements anew from pyproject.toml (brings uv along)
	$(INSTALL) uv
	$(BIN)/uv pip compile $(LOCK) --group build pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile $(LOCK) -c requirements.txt --group dev pyproject.toml -o requirements-dev.txt
	$(BIN)/uv pip compile $(LOCK) --group pyproject.toml:benchmark -o requirements-benchmark.txt

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --only-binary :all: --no-emit-index-url --no-annotate --custom-compile-command "make lock"

clean: ## remove what the targets made
	rm -rf build .venv .venv-fast .venv-benchmark .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Telcon needs Python 3.11 or later: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv .venv

.venv/.ready: requirements.txt pyproject.toml | .venv/bin/python
	$(INSTALL) --require-hashes --only-binary :all: -r requirements.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.ready-dev: requirements-dev.txt .venv/.ready
	$(INSTALL) --require-hashes --only-binary :all: -r requirements-dev.txt
	@touch $@

COMPILED_FROM := $(shell find src/telcon fast -type f -not -path '*/__pycache__/*')

.venv-fast/.ready: requirements.txt pyproject.toml $(COMPILED_FROM) | .venv/.ready-dev
	$(BIN)/python -m fast.wheels build/fast
	rm -rf .venv-fast
	$(BIN)/python -m venv .venv-fast
	.venv-fast/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r requirements.txt
	.venv-fast/bin/python -m pip install --quiet --disable-pip-version-check --no-deps build/fast/dist/*.whl
	@touch $@

.venv-benchmark/.ready: requirements-benchmark.txt
	$(PYTHON) -m venv .venv-benchmark
	.venv-benchmark/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r $<
	@touch $@
