"""The tests: unit, gui, property, golden, reliability, architecture; benchmarks run apart.

``python -m tests`` runs everything that ``make test`` promises and prints one closing line.

    .venv/bin/python -m pytest tests/unit -q
    .venv/bin/python -m tests
"""
