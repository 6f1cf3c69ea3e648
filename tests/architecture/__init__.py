"""The house rules as tests: imports, sizes, docstrings, no module state, clean locks.

May import: the standard library and pytest; the package is read as text, never imported.

    .venv/bin/python -m pytest tests/architecture -q
    source.modules()  # every file of the package
    source.tree(path)  # parsed once
"""
