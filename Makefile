# Two commands do everything: `make graph` and `make test`. Both work from a clean clone, and again without doing work twice.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help graph test test-slow check format train quality speed pages docs wheel-check clean

help: ## Show what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

$(VENV)/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) --editable .
	@touch $@

$(VENV)/installed-test: $(VENV)/installed
	$(INSTALL) --editable '.[test]'
	@touch $@

$(VENV)/installed-train: $(VENV)/installed
	$(INSTALL) --editable '.[train]'
	@touch $@

graph: $(VENV)/installed ## Read corpus/ into a graph; write graphs/kg.ttl, graphs/kg.html and, with chromium, docs/picture.png
	$(BIN)/kg build corpus
	$(BIN)/kg export --format turtle --output graphs/kg.ttl
	$(BIN)/kg view --output graphs/kg.html
	$(BIN)/python docs/picture.py

test: $(VENV)/installed-test ## Run the test suite
	$(BIN)/pytest -n 2 -m 'not slow'

test-slow: $(VENV)/installed-test ## Run the tests that take minutes
	$(BIN)/pytest -m slow

check: $(VENV)/installed-test ## Style, types, layers, tests: what every change must pass
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n 2 -m 'not slow'

format: $(VENV)/installed-test ## Put the code into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(VENV)/installed-test ## Write the reference pages from the code
	$(BIN)/python docs/generate.py

train: $(VENV)/installed-train ## Train the reader's network from DATA (hours on two cores)
	$(BIN)/python -m training $(DATA)

quality: $(VENV)/installed-test ## Score the reader and the speakers on DATA and compare with the pinned floors
	$(BIN)/python -m benchmarks.quality --data $(DATA)

speed: $(VENV)/installed-train ## Measure the reader against a BERT-base on the development articles of DATA
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m benchmarks.speed $(DATA)/polnear/dev/text

pages: $(VENV)/installed-test ## Measure the page of 10,000 statements in chromium and compare with the budgets
	$(BIN)/python -m benchmarks.pages

wheel-check: $(VENV)/installed ## Build the wheel, install it alone, and do the main job with it
	PYTHON=$(PYTHON) BUILDER=$(BIN)/python tests/wheel-check.sh

clean: ## Remove what was made here (not graphs/)
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis graphs/store
