# The one task file. The checks run `make test` and `make test-spark` (.ci/run); nothing happens elsewhere.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test test-sweep test-spark spark check bench bench-load bench-figures bench-editions clean

demo: .venv/figures        ## set up, write a synthetic pilot year, load it, open the app
	$(BIN)/werkplaats demo

test: .venv/dev .venv/figures browser  ## set up everything and run all tests
	$(BIN)/python -m pytest -n 2 --dist loadgroup

test-sweep: .venv/dev .venv/figures  ## every view of every reader in every world: an hour or more
	$(BIN)/python -m pytest -m exhaustive tests/attack/test_sweep.py

test-spark: .venv/dev .venv/spark java  ## every figure on Spark gives what DuckDB gives
	$(BIN)/python -m pytest -m spark tests/spark --timeout 600  # the first waits until Spark has started

spark: .venv/spark java    ## set up Spark, for `werkplaats figures --engine spark`

check: .venv/dev           ## fast checks only: style, types, layers, sizes
	$(BIN)/python -m pytest -n 2 tests/architecture

bench: bench-load bench-figures bench-editions
bench-load: .venv/dev      ## loading 1 and 5 million rows beside its floor and its peer
	$(BIN)/python -m benchmarks.load
bench-figures: .venv/dev .venv/figures  ## the figures beside what starting Python takes
	$(BIN)/python -m benchmarks.figures
bench-editions: .venv/dev .venv/figures  ## a year of editions beside its figures, and the attack on hard tables
	$(BIN)/python -m benchmarks.editions
	$(BIN)/python -m benchmarks.attack

.PHONY: browser java
browser:
	@bash .ci/browser

java:
	@bash .ci/java

.venv/python:
	$(PYTHON) -m venv .venv
	@touch $@

.venv/runtime: .venv/python requirements/runtime.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/runtime.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev: .venv/runtime requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/dev.txt
	@touch $@

# The installation compiled the figures; this does it again when a definition has changed since.
.venv/figures: .venv/runtime $(wildcard pipelines/metrics/*.py pipelines/schemas/*.py pipelines/vocabulary/*.py)
	$(BIN)/python -m pipelines.metrics.compiled
	@touch $@

# pyspark comes as source only: what builds it is pinned too and installed first.
.venv/spark: .venv/runtime requirements/spark-build.txt requirements/spark.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/spark-build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --no-build-isolation -r requirements/spark.txt
	@touch $@

clean:
	rm -rf .venv
