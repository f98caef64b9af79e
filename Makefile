# briefpack's chores. Each does all the set-up that it needs, in .venv, and nothing twice.
# `make help` names them; BRIEF, PAPER, TO and PYTHON may be set on the command line.

BRIEF = content/us-china-civil-space
PAPER =
TO =
PYTHON =
ARGS =

# On paper, by the names of briefpack/edition.py; `print` is the office's.
EDITIONS = office booklet full-booklet handout press large mono

VENV = .venv
RUN = $(VENV)/bin/python -m
PIP = $(RUN) pip --disable-pip-version-check --quiet
RUNTIME = $(VENV)/.runtime
TOOLS = $(VENV)/.tools

.PHONY: help pdf print $(EDITIONS) editions copies test check lint bench calibration schema pictures doctor lock setup clean distclean FORCE
.DEFAULT_GOAL = help
.SUFFIXES:
MAKEFLAGS += --no-builtin-rules

help:
	@echo 'make pdf          build/NAME.pdf from content/NAME  (BRIEF=content/NAME PAPER=a4|letter)'
	@echo 'make print        build/NAME-office.pdf, for the office printer, and its ticket'
	@echo 'make booklet      two small pages on a sheet, to fold and staple'
	@echo 'make full-booklet two full pages on a sheet of twice the size'
	@echo 'make handout      two pages a sheet, beside lines for notes'
	@echo 'make press        for a print shop: PDF/X-4 with bleed and marks'
	@echo 'make large        large print'
	@echo 'make mono         a proof in greys'
	@echo 'make editions     all of these at once'
	@echo 'make copies       numbered copies for a list of people       (TO=recipients.csv)'
	@echo 'make check        say what is wrong with every brief, or with BRIEF: content and pages'
	@echo 'make test         run the tests                     (ARGS="-k timeline -m \"not slow\"")'
	@echo 'make lint         formatting, style, types, who may import whom'
	@echo 'make bench        time and memory, against the weasyprint command and Chromium'
	@echo 'make calibration  write CHECKS.md: what each check catches and misses'
	@echo 'make schema       write the JSON Schemas of the content files'
	@echo 'make pictures     draw the pictures of the README'
	@echo 'make doctor       say what this machine has, and what it lacks'
	@echo 'make setup        only the set-up                   (PYTHON=python3.13 to choose one)'
	@echo 'make lock         bring the locked packages up to date'
	@echo 'make clean        remove what was built; make distclean: the set-up too'

# No build reads these: compiled code, and the README's pictures.
UNREAD = \( -name __pycache__ -o -path 'layouts/*/preview' \) -prune -o

# A brief is up to date when nothing of its content, the layouts or the code is newer than its PDF.
# `find` compares, not make, since content may have names with spaces, and may lose files.
named = brief='$(BRIEF)'; brief=$${brief%/}; name=$$(basename "$$brief" | tr ' ' '-')
fresh = [ -f "$$pdf" ] && [ -e "$$brief" ] && \
	[ -z "$$(find "$$brief" $(wildcard $(dir $(BRIEF:%/=%))house.yaml) layouts briefpack $(RUNTIME) \
		$(UNREAD) -newer "$$pdf" -print)" ]
build = $(ready)$(if $(filter press all,$(edition)), --press) && $(RUN) briefpack build "$$brief"
asked = $(edition:%=--edition %) $(PAPER:%=--paper %)

print: edition = office
$(EDITIONS): edition = $@
pdf print $(EDITIONS): $(RUNTIME)
	@$(named); pdf=build/$$name$(edition:%=-%)$(PAPER:%=-%).pdf; \
	if $(fresh); then echo "$$pdf is up to date"; \
	else $(build) --to "$$pdf" $(asked); fi

# All in one run, which lays out pages that editions share once.
editions: edition = all
editions: $(RUNTIME)
	@$(named); to=build$(PAPER:%=/%); stale=; \
	for suffix in '' $(EDITIONS:%=-%); do pdf=$$to/$$name$$suffix.pdf; $(fresh) || stale=$$pdf; done; \
	if [ -z "$$stale" ]; then echo "all editions of $$name in $$to/ are up to date"; \
	else $(build) --to "$$to/" $(asked); fi

copies: $(RUNTIME)
	@$(named); to='$(TO)'; \
	[ "$$to" ] || { echo 'who gets one? name a list: make copies TO=recipients.csv' >&2; exit 2; }; \
	$(ready) && $(RUN) briefpack copies "$$brief" --to "$$to" $(asked) $(ARGS)

test: $(TOOLS)
	@$(ready_for_press) --spell
	$(RUN) pytest -n auto --dist loadfile $(ARGS)

# Every brief, content and pages, as building does it; what only `check` knows (--spell) before that.
check: $(RUNTIME)
	@$(if $(filter-out --strict,$(ARGS)),$(RUN) briefpack check $(chosen) $(ARGS))
	@$(ready) && $(RUN) briefpack build $(chosen) --to build/check/ $(filter --strict,$(ARGS))

chosen = $(if $(filter-out file,$(origin BRIEF)),'$(BRIEF)')

lint: $(TOOLS)
	$(RUN) ruff format --check .
	$(RUN) ruff check .
	$(RUN) mypy
	$(VENV)/bin/lint-imports

bench: $(TOOLS)
	@$(ready)
	$(RUN) tests.bench $(ARGS)

calibration: $(TOOLS)
	@$(ready)
	$(RUN) tests.calibration

schema: $(RUNTIME)
	@$(RUN) briefpack schema --to briefpack/schemas

pictures: $(TOOLS)
	@$(ready)
	$(RUN) tests.pictures

doctor: $(RUNTIME)
	@$(RUN) briefpack doctor

setup: $(RUNTIME)

clean:
	rm -rf build/* dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find briefpack tests -name __pycache__ -prune -exec rm -rf {} +

distclean: clean
	rm -rf $(VENV)

# Set-up, step by step; a stamp in .venv stands for each.

# The system's libraries may go missing under a finished set-up, in a new container say.
ready = $(RUN) briefpack doctor --system --install --quiet
ready_for_press = $(ready) --press

# A virtual environment knows its own path and its Python: moved, orphaned, or of another version
# than PYTHON asks for, it is made anew.
STALE := $(shell [ -d $(VENV) ] || exit 0; \
	[ "$$(cat $(VENV)/.home 2>/dev/null)" = "$$(pwd)" ] && mine=$$($(VENV)/bin/python -V 2>/dev/null) && \
	{ [ -z '$(PYTHON)' ] || [ "$$mine" = "$$('$(PYTHON)' -V 2>/dev/null)" ]; } || echo stale)

PYTHONS = python3 python3.14 python3.13 python3.12 python3.11 python
SUITS = import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))

# Sets $$python to the first that suits, else stops with the command that brings one.
define find_python
for python in $(if $(PYTHON),'$(PYTHON)',$(PYTHONS)); do \
  "$$python" -c '$(SUITS)' 2>/dev/null && break; \
done || { \
  echo 'briefpack needs Python 3.11, 3.12, 3.13 or 3.14; tried: $(or $(PYTHON),$(PYTHONS))' >&2; \
  echo 'this brings one:' >&2; \
  for row in $(PYTHON_FROM) 'true:see python.org/downloads'; do \
    command -v "$${row%%:*}" >/dev/null && { echo "    $${row#*:}" >&2; break; }; \
  done; \
  exit 69; }
endef
PYTHON_FROM = 'apt-get:sudo apt-get install -y python3 python3-venv' \
  'dnf:sudo dnf install -y python3' 'apk:sudo apk add python3' 'pacman:sudo pacman -S python' \
  'zypper:sudo zypper install python313' 'brew:brew install python'

$(VENV)/.home: $(if $(STALE),FORCE)
	@$(find_python); \
	"$$python" -m briefpack doctor --system --install --quiet && \
	echo "Making $(VENV) with $$("$$python" --version)" && \
	"$$python" -m venv --clear $(VENV) && \
	pwd > $@

$(RUNTIME): requirements.lock pyproject.toml $(VENV)/.home
	@echo 'Installing the locked packages (about half a minute)'
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(TOOLS): requirements-dev.lock $(RUNTIME)
	@echo 'Installing the locked packages for tests'
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# The lock holds for every platform and every Python that briefpack is made for, with the hashes of
# all files of each package, so uv resolves it: pip's own tools see only the machine they run on.
lock: $(RUNTIME)
	@$(PIP) install 'uv>=0.9'
	@$(call locked,install,requirements.lock,what building a brief takes)
	@$(call locked,dev,requirements-dev.lock,what testing takes on top)

locked = echo '\# $(3); recreated by `make lock`' > $(2) && \
	$(VENV)/bin/uv pip compile pyproject.toml --group $(1) --universal --python-version 3.11 --upgrade \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links --quiet >> $(2)
