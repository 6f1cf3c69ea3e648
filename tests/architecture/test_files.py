"""Files are small, folders say what they are for, and modules hold no state."""

import ast
from pathlib import Path

from tests.architecture.source import PACKAGE, ROOT, imported, modules, packages, short, tree

LONGEST = 400
STATEFUL_CALLS = {"list", "dict", "set", "bytearray", "defaultdict", "Counter", "deque"}
CONSTANT_NAMES = {"__all__", "__version__"}


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    places = [PACKAGE, ROOT / "tests", ROOT / "packaging"]
    long = {
        short(path): lines
        for place in places
        for path in modules(place)
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert long == {}


def test_every_folder_says_its_role_and_what_it_may_import() -> None:
    silent = [short(folder) for folder in packages() if not _tells(folder / "__init__.py")]
    assert silent == []


def test_every_file_says_what_it_is_for() -> None:
    assert [short(path) for path in modules() if not ast.get_docstring(tree(path))] == []


def test_no_module_holds_state() -> None:
    found = [f"{short(path)}: {name}" for path in modules() for name in _state(tree(path))]
    assert found == []


def test_widgets_stay_in_the_ui() -> None:
    found = [
        f"{short(path)}: {name}"
        for path in modules()
        if PACKAGE / "ui" not in path.parents and path != PACKAGE / "__main__.py"
        for name in imported(path)
        if name.startswith("PySide6.QtWidgets")
    ]
    assert found == []


def test_text_uses_only_qt_gui_and_core() -> None:
    allowed = ("PySide6.QtGui", "PySide6.QtCore")
    found = [
        f"{short(path)}: {name}"
        for path in modules(PACKAGE / "text")
        for name in imported(path)
        if name.startswith("PySide6.") and not name.startswith(allowed)
    ]
    assert found == []


def _tells(path: Path) -> bool:
    if not path.is_file():
        return False
    text = ast.get_docstring(tree(path)) or ""
    return path.parent == PACKAGE or "may import" in text.lower()


def _state(module: ast.Module) -> list[str]:
    """Return the module's variables that could change, and names that functions rebind."""
    names = []
    for node in module.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names += [
                target.id
                for target in targets
                if isinstance(target, ast.Name)
                and not target.id.lstrip("_").isupper()
                and target.id not in CONSTANT_NAMES
                and _mutable(node.value)
            ]
    rebound = (node for node in ast.walk(module) if isinstance(node, ast.Global))
    return names + [name for node in rebound for name in node.names]


def _mutable(value: ast.expr) -> bool:
    if isinstance(value, ast.Call):
        called = value.func
        name = called.id if isinstance(called, ast.Name) else getattr(called, "attr", "")
        return name in STATEFUL_CALLS
    literal = ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp
    return isinstance(value, literal)
