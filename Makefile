# Every target does its own set-up; `make site` and `make test` need Python >= 3.11 with venv, and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site test test-pages test-rest lint golden docs pictures map bench audit torture lock clean

site: $(VENV)/.site
	$(BIN)/openings build

test: $(VENV)/.dev $(VENV)/commonmark.json node_modules/.checkers
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target test-pages test-rest

# What needs a browser beside all else: with more at once than there are processors, pages come too late.
test-pages:
	@$(BIN)/pytest -q -m browser

test-rest: lint
	@$(BIN)/pytest -q -m "not browser"

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

golden: $(VENV)/.dev
	$(BIN)/python -m tests.golden.rewrite

docs: $(VENV)/.dev
	$(BIN)/python -m tests.docs.rewrite

pictures: $(VENV)/.dev
	$(BIN)/python -m tests.docs.pictures
	$(BIN)/python -m tests.docs.preview_pictures
	$(BIN)/python -m tests.docs.kit_picture

# The theme's map of the world, from data that npm fetches.
map: $(VENV)/.dev
	$(BIN)/python -m scripts.world_map

bench: $(VENV)/.dev
	$(BIN)/python -m tests.benchmarks.run --write

# What is promised of built pages, measured: exit code 1 with a miss.
audit: $(VENV)/.dev node_modules/.checkers .audit/node_modules/.lighthouse
	$(BIN)/python -m tests.audit.run --write

# The edits of tests/build/incremental and the nights of tests/lifecycle, many and long.
torture: $(VENV)/.dev
	OPENINGS_TORTURE=1 $(BIN)/pytest -q tests/build/incremental/test_edits.py tests/lifecycle/test_many.py

lock: $(VENV)/.dev
	$(BIN)/pip-compile -q --upgrade --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-header \
		--output-file requirements.lock pyproject.toml
	$(BIN)/pip-compile -q --upgrade --generate-hashes --strip-extras --no-emit-index-url --no-emit-find-links --no-header --allow-unsafe \
		--extra dev --output-file requirements-dev.lock pyproject.toml

# CommonMark's examples; without them the test that needs them skips and says so, but in CI it fails.
$(VENV)/commonmark.json: requirements-dev.lock | $(VENV)/.dev
	@$(BIN)/python -m tests.specification && touch $@ || test -z "$$CI"

# What checks built pages comes from npm; without npm those tests skip and say so.
node_modules/.checkers: package-lock.json
	@mkdir -p node_modules
	@if command -v npm >/dev/null; then npm ci --silent --no-audit --no-fund && touch $@; fi

# Only the audit needs it, and it is large: in a folder of its own, from a lock of its own.
.audit/node_modules/.lighthouse: tests/audit/package.json tests/audit/package-lock.json
	@mkdir -p .audit && cp tests/audit/package.json tests/audit/package-lock.json .audit/
	@npm ci --prefix .audit --ignore-scripts --silent --no-audit --no-fund
	@touch $@

clean:
	rm -rf .audit node_modules $(VENV) .mypy_cache .pytest_cache .ruff_cache

# A venv without pip is what Debian leaves when python3-venv is missing.
$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Openings needs Python 3.11 or newer; name one with: make PYTHON=python3.12'; exit 2; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
		{ echo 'Python has no venv here. On Debian or Ubuntu: apt-get install -y python3-venv'; exit 2; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.site: requirements.lock pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	$(BIN)/pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.site
