"""Begins the row of importing: small like the start of the app, which a reading process repeats."""

from __future__ import annotations

import importlib

if __name__ == "__main__":
    measuring = importlib.import_module("tests.benchmarks.measuring")
    measuring.emit(importlib.import_module("tests.benchmarks.importing_rows").rows())
