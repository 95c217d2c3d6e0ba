# What people and CI run. `make` alone lists the targets; `make check` is all that CI asks for.
# The tools come from the virtual environment in .venv; another one is named with BIN=path/to/bin.

BIN ?= .venv/bin

.DEFAULT_GOAL := help
.PHONY: help install check static format format-check lint types layers facts test schema image

help:  ## List the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

install:  ## Make .venv with everything that development needs, and the commit hooks
	python3 -m venv .venv
	.venv/bin/pip install --quiet --editable '.[dev]'
	.venv/bin/pre-commit install

check: static test  ## Everything that CI checks

static: format-check lint types layers facts  ## Everything that CI checks, without the tests

format:  ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

format-check:  ## Fail when the code is not formatted
	$(BIN)/ruff format --check .

lint:  ## Look for mistakes in the code
	$(BIN)/ruff check .

types:  ## Check the types, strictly
	$(BIN)/mypy

layers:  ## Check that imports go downwards only (.importlinter)
	$(BIN)/lint-imports

facts:  ## Check the shipped pack, and ask it the curators' questions
	$(BIN)/ispolkom check knowledge --questions tests/questions

test:  ## Run the tests
	$(BIN)/pytest

schema:  ## Write the JSON Schemas of the pack's files again
	$(BIN)/ispolkom schema knowledge/schema

image:  ## Build the container image
	docker build --tag ispolkom .
