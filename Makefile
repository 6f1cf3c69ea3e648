# Journey Mapper. `make help` lists what there is.

PYTHON ?= python3
VENV := .venv/bin
EXAMPLE := demo/dental.journey

.DEFAULT_GOAL := help
.PHONY: help setup run demo test bench faults reader screenshots lint relock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

setup: ## the virtual environment, packages, fonts and icons
	@$(PYTHON) packaging/setup.py

run: setup ## open the app on a copy of the worked example
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		$(PYTHON) packaging/setup.py --display && $(MAKE) --silent $(EXAMPLE) \
			&& exec $(VENV)/python -m journeymapper $(EXAMPLE); \
	else \
		echo "No display here, so no window: making the example's map as PDF and PNG instead."; \
		$(MAKE) --silent demo; \
	fi

$(EXAMPLE):
	@mkdir -p $(@D)
	@$(VENV)/python -m journeymapper new $@ --template dental --sample --force

demo: setup ## the worked example as a file, a PDF and a picture, without a display
	@mkdir -p demo
	@$(VENV)/python -m journeymapper new $(EXAMPLE) --template dental --sample --force
	@$(VENV)/python -m journeymapper export $(EXAMPLE) -o demo/dental-map.pdf --paper a3
	@$(VENV)/python -m journeymapper export $(EXAMPLE) -o demo/dental-map.png
	@echo "made:"; for made in $(EXAMPLE) demo/dental-map.pdf demo/dental-map.png; do echo "  $$made"; done

test: setup ## lint, types, contracts and all tests (under nine minutes on two cores)
	@QT_QPA_PLATFORM=offscreen $(VENV)/python -m tests

bench: setup ## speed against what the machine can do at best
	@QT_QPA_PLATFORM=offscreen $(VENV)/python -m tests.benchmarks

faults: setup ## kill it, fill the disk, pull the plug: nothing may be lost (an hour; ROWS="R1 R4")
	@QT_QPA_PLATFORM=offscreen $(VENV)/python -m tests.faults $(ROWS)

reader: setup ## what a screen reader is told of the map (Linux; names the packages it needs)
	@$(VENV)/python -m tests.at_spi

screenshots: setup ## every place in every theme, as pictures
	@QT_QPA_PLATFORM=offscreen $(VENV)/python -m tests.screenshots screenshots/

lint: setup ## mend what can be mended, then lint, types and contracts
	@$(VENV)/ruff check --fix --quiet . && $(VENV)/ruff format --quiet .
	@$(VENV)/python -m mypy
	@$(VENV)/lint-imports --no-logo --no-cache

relock: ## write the lock files anew (UPGRADE=1: with today's releases)
	@$(PYTHON) packaging/relock.py $(if $(UPGRADE),--upgrade)

clean: ## remove what was made, keep the virtual environment
	rm -rf build demo screenshots dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +
