# Targets that need it prepare the machine first; see .ci/setup.
PYTHON := .venv/bin/python
SOURCES := syria_control_plugin tests .ci

# QGIS without a screen and without the user's own Python packages, and the same locale everywhere
export QT_QPA_PLATFORM := offscreen
export PYTHONNOUSERSITE := 1
export LC_ALL := C.UTF-8

.PHONY: help setup demo test test-344 bench lint measures package link resources clean

help:     ## list these targets
	@grep -E '^[a-z0-9-]+: .*##' Makefile | sed -E 's/^([a-z0-9-]+):.*## /  make \1\t/' | expand -t 20

setup:    ## find or install QGIS >= 3.40 (Debian 12), create .venv
	@.ci/setup

demo: setup ## build the sample case with its data, project and maps in build/demo/
	$(PYTHON) .ci/demo.py

test: setup ## run the tests in parallel on up to four cores
	@.ci/test

test-344: ## run the tests on QGIS 3.44, in a separate Debian 13 (needs root; the first run needs 2 minutes and 1.8 GB)
	@.ci/on-344 .ci/test

bench:    ## measure speed and memory, compared with other libraries in a separate environment
	@.ci/setup bench
	build/bench-venv/bin/python tests/benchmarks/run.py

lint:     ## check the style, types, the compatibility with Qt 6, and the zip as the plugin site does
	@.ci/setup lint
	$(PYTHON) -m ruff check $(SOURCES)
	$(PYTHON) -m ruff format --check $(SOURCES)
	$(PYTHON) .ci/scoped_enums.py $(SOURCES)
	build/lint-venv/bin/mypy
	$(PYTHON) .ci/qt6.py build/lint-venv/bin/mypy syria_control_plugin
	$(PYTHON) .ci/check_package.py build/lint-venv/bin

measures: ## print measures of the package's structure (OF="FOLDER FOLDER": of other checkouts, side by side)
	/usr/bin/env python3 .ci/measures.py $(OF)

package:  ## build the plugin's zip in build/
	/usr/bin/env python3 .ci/package.py

link:     ## link the plugin into QGIS (PROFILE=folder of a profile other than the default)
	@PROFILE="$(PROFILE)" .ci/link

resources: setup ## make the generated files in resources/ anew (ONLY="models translations": these; see .ci/resources/make)
	@UV="$(or $(UV),uv)" .ci/resources/make $(ONLY)

clean:    ## remove all files made by the targets above
	rm -rf build .venv .pytest_cache .ruff_cache .hypothesis .qgis-settings
	find $(SOURCES) -name __pycache__ -prune -exec rm -rf {} +
