# Every command of the project. `make` lists them; CONTRIBUTING says the same in plain pip and mkdocs words.
PYTHON ?= python3
GUIDE ?= exercises.yml
export GUIDE
export NO_MKDOCS_2_WARNING = 1
BIN := .venv/bin
STAGED := build/site

.DEFAULT_GOAL := help
.PHONY: help site serve test check check-sources figures schema lock bench clean

help: ## List the commands
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|'

.venv/site: requirements.txt
	@$(PYTHON) -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer with venv is needed. On Debian: apt-get install python3 python3-venv"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

site: .venv/site ## Build the guide into site/ (GUIDE=other.yml builds another); a failed build leaves the last one standing
	@rm -rf $(STAGED) && mkdir -p build
	@$(BIN)/python -m mkdocs build --strict --site-dir $(STAGED)
	@rm -rf build/last && if [ -e site ]; then mv site build/last; fi && mv $(STAGED) site && rm -rf build/last

serve: .venv/site ## Preview on this machine; rebuilds when the data, docs/, templates or overrides/ change
	@$(BIN)/python -m mkdocs serve

test: .venv/dev ## Run every test, in a real browser
	@$(BIN)/python -m tests.browser
	@$(BIN)/python -m pytest

check: .venv/dev ## The quick part for an editor's loop: lint, types, data
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/python -m macros.check $(GUIDE)

check-sources: .venv/site ## Compare every source with Crossref and keep what it says in the data (needs the internet)
	@$(BIN)/python -m macros.references.check $(GUIDE)

figures: .venv/site ## Draw every picture on one page, build/figures.html, to look at: light, dark, grey, five moments
	@mkdir -p build && $(BIN)/python -m macros.figures sheet $(GUIDE) build/figures.html

schema: .venv/site ## Write the JSON Schema that editors complete from
	@$(BIN)/python -m macros.data.json_schema

lock: .venv/dev ## Pin the requirements anew, with hashes
	@for name in requirements requirements-dev; do \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links --upgrade --output-file $$name.txt $$name.in || exit 1; done

bench: .venv/dev ## Time guides of 10, 100 and 1,000 exercises beside empty pages and stock MkDocs
	@$(BIN)/python -m tests.bench

clean: ## Delete what was built and installed
	@rm -rf build site .venv
