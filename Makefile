# Two commands do everything: `make run` serves the bot, `make test` runs every test. Each sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(BIN)/uv
ROOMS := bot handlers messages rules storage
COMPILE := $(UV) pip compile -q --generate-hashes --universal --no-header --no-annotate --no-emit-index-url --no-emit-find-links

.PHONY: run test setup check bench measure torture lock clean
.DELETE_ON_ERROR:

run: $(VENV)/.run
	@$(BIN)/aduan run

test: $(VENV)/.dev
	@echo "aduan: running every test (SQLite, PostgreSQL, the local providers, the browser)…"
	@$(BIN)/python -m compileall -q $(ROOMS) # the tests start the program some hundred times
	@$(BIN)/pytest -n 4 --dist worksteal # they wait more than they compute

setup: $(VENV)/.dev

check: $(VENV)/.dev
	@echo "aduan: lint, format, types, imports…"
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

bench: $(VENV)/.bench
	@$(BIN)/aduan bench --held-out tests/rules/understanding/held_out.jsonl

measure: $(VENV)/.dev
	@$(BIN)/aduan measure tests/rules/understanding/held_out*.jsonl \
	  > docs/.measured.md && mv docs/.measured.md docs/understanding-measured.md
	@echo "aduan: docs/understanding-measured.md is made anew."

torture: $(VENV)/.dev
	@echo "aduan: the long runs…"
	@$(BIN)/pytest -m torture
	@$(BIN)/pytest tests/stories --every-pair -n 4 --dist worksteal

lock: $(VENV)/.uv
	@$(COMPILE) --group build pyproject.toml -o requirements.lock
	@$(COMPILE) --group dev pyproject.toml -o requirements-dev.lock
	@$(COMPILE) --group bench pyproject.toml -o requirements-bench.lock
	@echo "aduan: locked."

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.uv: requirements-uv.lock
	@$(PYTHON) -c 'import sys; sys.exit("aduan: Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12 …" if sys.version_info < (3, 11) else 0)'
	@echo "aduan: making a Python environment in $(VENV)…"
	@$(PYTHON) -m venv $(VENV) || { echo "aduan: Python's venv module is missing (on Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-uv.lock
	@touch $@

$(VENV)/.run: $(VENV)/.uv requirements.lock pyproject.toml
	@test -e $(VENV)/.dev || { echo "aduan: installing what it runs on (about 20 seconds)…"; \
	  VIRTUAL_ENV=$(VENV) $(UV) pip install -q --compile-bytecode --require-hashes -r requirements.lock && \
	  VIRTUAL_ENV=$(VENV) $(UV) pip install -q --no-deps --no-build-isolation -e . ; }
	@touch $@

$(VENV)/.dev: $(VENV)/.uv requirements-dev.lock pyproject.toml
	@echo "aduan: installing what it runs on and is tested with (about 30 seconds)…"
	@VIRTUAL_ENV=$(VENV) $(UV) pip install -q --compile-bytecode --require-hashes -r requirements-dev.lock
	@VIRTUAL_ENV=$(VENV) $(UV) pip install -q --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.run

$(VENV)/.bench: $(VENV)/.dev requirements-bench.lock
	@echo "aduan: installing what it is compared with (about 20 seconds)…"
	@VIRTUAL_ENV=$(VENV) $(UV) pip install -q --require-hashes -r requirements-bench.lock
	@touch $@
