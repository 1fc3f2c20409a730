# Everything starts here: `make help` says what there is.
#
# Each target first sees to what it needs (scripts/setup.sh: system packages; scripts/venv.sh: .venv),
# which takes well under a second when nothing is missing.

# The interpreter that .venv is made from: Python 3.11 or newer.
PYTHON ?= python3
# What `make demo` looks at.
URI ?= test:///default
# More arguments, for pytest (test, test-quick, test-newest), tests.parity (parity), benchmarks (bench).
ARGS ?=

# SETUP=no leaves the system's packages alone and takes it that all is there.
SETUP ?= yes
# How `make demo` comes to libvirt-python: system (its own), build or full; see scripts/demo.sh.
WAY ?=
export PYTHON URI SETUP WAY

PY := .venv/bin/python

.DEFAULT_GOAL := help
# The targets share one package manager and one .venv; -j has nothing to win.
.NOTPARALLEL:
.PHONY: help demo test test-quick parity test-newest torture bench port-measure check docs dist deb rpm generated constants format clean ready ready-test

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile
	@echo "Variables: PYTHON=$(PYTHON) URI=$(URI) ARGS=... SETUP=no (install no system packages)"

demo: ## install what is missing, then show a host: make demo URI=qemu:///system
	@sh scripts/demo.sh "$$URI"

test: ready-test ## the full suite, with real hypervisors, in 40 minutes (through sudo where root is needed)
	@sh scripts/test.sh all $(ARGS)

test-quick: ready ## the library's own tests, in two minutes: no hypervisor, no pages, no campaigns
	@sh scripts/test.sh quick $(ARGS)

parity: ready-test ## how many of Sys::Virt's methods are proven equal to the original's
	@sh scripts/as-root.sh sh scripts/newest.sh --parity .parity-newest.json
	@sh scripts/as-root.sh $(PY) -m tests.parity --also .parity-newest.json $(ARGS)

test-newest: ready-test ## the suite on the newest libvirt, in a root of Debian's sid (needs root)
	@sh scripts/as-root.sh sh scripts/newest.sh $(ARGS)

torture: ready-test ## what must not go wrong, tried many times, into docs/reliability.md (half an hour)
	@sh scripts/as-root.sh $(PY) -m tests.torture --report docs/reliability.md $(ARGS)

bench: ready-test ## what sysvirt costs beside libvirt-python, Perl and C (QUICK=1: roughly)
	@sh scripts/as-root.sh $(PY) -m benchmarks $(if $(QUICK),--quick) $(ARGS)

port-measure: ready ## how well sysvirt.port reads Perl and drafts Python: shares and times
	@$(PY) -m tests.port.measure $(ARGS)

check: ready ## ruff, mypy --strict, pyright, and whether the generated files are up to date
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -m basedpyright
	$(PY) -m constants.generate --check
	$(PY) -m reference.generate --check

docs: ready ## the site, into docs/_build/html; a warning is an error
	@$(PY) -m sphinx -W --keep-going -q -b html docs docs/_build/html
	@echo "docs/_build/html/index.html"

dist: ready ## sdist and wheel, checked and tested by the quick tests, into dist/
	@sh scripts/dist.sh

deb: ## Debian packages, python3-sysvirt and python3-sysvirt-doc, checked by lintian, into dist/
	@sh scripts/setup.sh deb
	@sh scripts/deb.sh

rpm: ## an RPM, checked by rpmlint, into dist/ (not tried on a Fedora yet)
	@sh scripts/setup.sh rpm
	@sh scripts/rpm.sh

generated: ready ## make the files anew that come from constants/ and reference/
	$(PY) -m constants.generate
	$(PY) -m reference.generate

# Its name before there was more to make.
constants: generated

format: ready ## let ruff repair what it can
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

clean: ## remove .venv and all that the tools left
	rm -rf .venv .tox build dist sysvirt.egg-info .coverage htmlcov
	rm -rf .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name .git -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +

# Also of use alone: .venv with all that developing needs.
ready:
	@sh scripts/setup.sh build
	@sh scripts/venv.sh full
	@$(PY) -I scripts/sarif_schema.py

ready-test:
	@sh scripts/setup.sh test
	@sh scripts/venv.sh full
	@$(PY) -I scripts/sarif_schema.py
	@sh scripts/promtool.sh
