# Every command of the project. `make` lists them; CONTRIBUTING has the same for a machine without make.
PYTHON ?= python3
PROFILE ?=
GUIDE ?= $(if $(PROFILE),,exercises.yml)
export GUIDE
export NO_MKDOCS_2_WARNING = 1
PORT ?= 8000
SCHEDULER ?=
WORKERS ?=
BIN := .venv/bin
# The data file and the settings, for a command.
CHOSEN = $(if $(GUIDE),"$(GUIDE)") $(if $(PROFILE),--settings "$(PROFILE)")

.DEFAULT_GOAL := help
.PHONY: help environment site clinic editions editions-worker serve test test-hosting test-quick check check-sources \
  figures review reviewed schema lock bench bench-page bench-editions clean

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

.venv/editions: requirements-editions.txt .venv/site
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-editions.txt
	@touch $@

environment: .venv/site
	@$(BIN)/python -c "" 2>/dev/null || { echo "The Python in .venv does not run; was Python removed or upgraded?" \
	  "Delete the folder .venv and run make again." >&2; exit 1; }

site: environment ## Build the guide into site/ (PROFILE=clinics/example: into site-example/); if it fails, the last site stays
	@$(BIN)/python -m macros build $(CHOSEN)

clinic: environment ## Make two ZIPs in dist/ for whoever puts the guide up (PROFILE=clinics/example: a clinic's edition)
	@$(BIN)/python -m macros clinic $(CHOSEN)

# FOLDER and GUIDE are settings of a single site too (see mkdocs.yml), so they end here unless GUIDE was given.
editions: environment .venv/editions ## Build every profile in a folder into build/editions/ (FOLDER=clinics; SCHEDULER=tcp://… for a cluster)
	@unset FOLDER $(if $(filter file,$(origin GUIDE)),GUIDE); $(BIN)/python -m macros editions "$(or $(FOLDER),clinics)" \
	  $(if $(SCHEDULER),--scheduler "$(SCHEDULER)") $(if $(WORKERS),--workers "$(WORKERS)") $(if $(OUT),--out "$(OUT)")

editions-worker: environment .venv/editions ## Let this machine build editions for a cluster (SCHEDULER=tcp://…; WORKERS=4)
	@DASK_DISTRIBUTED__WORKER__DAEMON=False $(BIN)/python -m dask worker "$(SCHEDULER)" --nthreads 1 --no-dashboard \
	  --nworkers "$(or $(WORKERS),-1)"

serve: environment ## Preview on this machine (PORT=8001 for another port); rebuilds when data, docs/ or templates change
	@$(BIN)/python -m macros serve $(CHOSEN) --port $(PORT)

test: check ## Check everything (see check), then run every test, in a real browser
	@$(BIN)/python -m tests.browser
	@$(BIN)/python -m pytest

test-hosting: .venv/dev ## Run the site under real web servers, as `make test` does too; installs nginx and Apache where it can
	@$(BIN)/python -m tests.browser
	@$(BIN)/python -m pytest tests/test_hosting.py tests/test_headers.py

test-quick: .venv/dev ## Run the tests that need neither a browser nor a whole build
	@$(BIN)/python -m pytest -m "not slow"

check: .venv/dev ## The quick part for an editor's loop: lint, types, data
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m mypy
	@$(BIN)/python -m macros check $(CHOSEN)

check-sources: environment ## Compare every source with Crossref and save its answer in the data (needs the internet)
	@$(BIN)/python -m macros check-sources "$(GUIDE)"

figures: environment ## Draw every picture on one page, build/figures.html, to look at: light, dark, grey, five moments
	@$(BIN)/python -m macros pictures "$(GUIDE)" --out build/figures.html

review: environment ## Write what a clinician has to check, as PDF and CSV with boxes, into build/review/
	@$(BIN)/python -m macros review "$(GUIDE)" --out build/review

reviewed: environment ## Read a filled table back: make reviewed CSV=review.csv BY="Dr A, physiotherapist"
	@$(BIN)/python -m macros reviewed "$(CSV)" --by "$(BY)" $(if $(DATE),--date "$(DATE)") --guide "$(GUIDE)"

schema: environment ## Write the JSON Schema that editors complete from
	@$(BIN)/python -m macros schema

lock: .venv/dev ## Pin the newest versions of the requirements, with hashes
	@for name in requirements requirements-editions requirements-dev; do \
	  $(BIN)/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-emit-index-url --no-emit-find-links --upgrade --output-file $$name.txt $$name.in || exit 1; done

bench: .venv/dev ## Time guides of 10, 100 and 1,000 exercises against empty pages and stock MkDocs
	@$(BIN)/python -m tests.bench

bench-page: .venv/dev ## Count what each kind of page moves, beside version 2.0.0 and stock Material; Lighthouse where npm is
	@$(BIN)/python -m tests.browser
	@$(BIN)/python -m tests.bench_page

bench-editions: .venv/dev ## Time 1, 10 and 100 editions of clinics, beside one built alone (PAPERS=false: without PDFs)
	@$(BIN)/python -m tests.bench_editions

clean: ## Delete what was built and installed
	@rm -rf build site site-*/ .site*.build .site-*.yml .venv
