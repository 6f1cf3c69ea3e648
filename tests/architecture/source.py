"""The package's files, as text and as syntax trees."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "journeymapper"


def modules(folder: Path = PACKAGE) -> list[Path]:
    """Return every Python file under ``folder``, sorted."""
    return sorted(folder.rglob("*.py"))


def packages() -> list[Path]:
    """Return every folder of the package that holds Python files, sorted."""
    return sorted({path.parent for path in modules()})


@cache
def tree(path: Path) -> ast.Module:
    """Return the syntax tree of the file ``path``."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(path: Path) -> Iterator[str]:
    """Yield the dotted name of every module that ``path`` imports, wherever in the file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def short(path: Path) -> str:
    """Return ``path`` as seen from the root of the repository."""
    return path.relative_to(ROOT).as_posix()
