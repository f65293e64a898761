# The one front door. `make` alone lists what it can do.

PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.heard-run
DEV_STAMP := $(VENV)/.heard-dev
DEMO := PORT=$(PORT) DJANGO_SETTINGS_MODULE=heard.settings.demo $(BIN)/python manage.py
PIP := $(BIN)/pip install -qq --disable-pip-version-check --no-input --require-hashes --no-deps
SRC := consultations feedback governance site/heard tests bench manage.py

.PHONY: help demo demo-reset test check fix browser bench soak lock
.DEFAULT_GOAL := help

help: ## List what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

$(VENV)/bin/python:
	@echo "Making a virtual environment in $(VENV)"
	@$(PYTHON) -m venv $(VENV)

$(RUN_STAMP): requirements.lock | $(VENV)/bin/python
	@echo "Installing what the site needs"
	@$(PIP) -r requirements.lock
	@touch $@

$(DEV_STAMP): requirements-dev.lock | $(VENV)/bin/python
	@echo "Installing what tests and checks need"
	@$(PIP) -r requirements-dev.lock
	@touch $@ $(RUN_STAMP)

demo: $(RUN_STAMP) ## Serve the site with the made-up Larkmere Council (PORT=8000)
	@echo "Preparing the database"
	@$(DEMO) compile_words -v0
	@$(DEMO) migrate --no-input -v0
	@echo "Collecting styles and pictures"
	@$(DEMO) collectstatic --no-input -v0
	@$(DEMO) demo --port $(PORT)
	@$(DEMO) serve --port $(PORT)

demo-reset: ## Begin the demo afresh: everything entered in it is lost
	@rm -rf var/demo
	@echo "The demo is empty. make demo loads it again."

test: $(DEV_STAMP) ## Run every test, on SQLite, on PostgreSQL and in a browser
	@$(BIN)/python -m tests.run

browser: $(DEV_STAMP) ## Run the tests that drive a browser, on SQLite
	@$(BIN)/python -m tests.run browser

check: $(DEV_STAMP) ## Check style, rooms, templates, types, migrations and translations
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m tests.check

fix: $(DEV_STAMP) ## Mend what a program can mend
	@$(BIN)/ruff check --fix $(SRC)
	@$(BIN)/ruff format $(SRC)
	@$(BIN)/djhtml -t 2 site/templates
	@$(BIN)/python -m tests.check extract

bench: $(DEV_STAMP) ## Measure answering beside wagtail.contrib.forms, and 100,000 responses, on PostgreSQL
	@$(BIN)/python -m bench
	@$(BIN)/python -m bench.many

soak: $(DEV_STAMP) ## Kill the server at 200 moments: nothing is lost. Try 10,000 sets of numbers: nothing is told
	@$(BIN)/python -m bench.numbers
	@$(BIN)/python -m bench.soak

lock: $(DEV_STAMP) ## Choose the versions of everything anew
	@$(BIN)/pip install -qq --disable-pip-version-check uv
	@$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --upgrade -q -o requirements.lock
	@$(BIN)/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --upgrade -q --group test --group check \
		-c requirements.lock -o requirements-dev.lock
