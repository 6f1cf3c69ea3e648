"""Make this checkout ready to run: virtual environment, packages, fonts, Qt's system libraries.

Needs only Python 3.11 or newer and pip; every later run that finds nothing changed ends at once::

    python3 packaging/setup.py             # what `make setup` does
    python3 packaging/setup.py --display   # also what a window on a real display needs
"""

import argparse
import hashlib
import importlib.metadata
import importlib.util
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import qt_libraries

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
LOCK = ROOT / "requirements" / "dev.lock"
STAMP = VENV / "journeymapper-setup"
OLDEST = (3, 11)

_FOR_ASSETS = ("fonttools", "fontpkg", "justmytype", "justmyresource")
"""Beginnings of the names of the packages that fonts and icons are made with."""

_PIP_FOR_OTHERS = (22, 3)
"""The first pip that installs into another environment (``--python``)."""

_LOCKED = ("--quiet", "--require-hashes", "--no-deps", "--no-compile")
"""The lock names every package, so pip need not ask for more. What is needed is compiled later."""

_IMPORT_ALL = """
import importlib, pkgutil, journeymapper
for found in pkgutil.walk_packages(journeymapper.__path__, "journeymapper."):
    if not found.name.endswith(".__main__"):
        importlib.import_module(found.name)
"""
"""Compiles the program and all that it imports, so that its first start is a quick one."""


class SetupError(Exception):
    """A step failed; the text says what to do."""


def main() -> int:
    """Run the steps; return 0, or 1 after one clear line about what is missing."""
    parser = argparse.ArgumentParser(description="Make this checkout ready to run.")
    parser.add_argument("--display", action="store_true", help="check a real display's libraries")
    options = parser.parse_args()
    try:
        if not _is_ready():
            _set_up()
        if options.display:
            qt_libraries.ensure(VENV_PYTHON, qt_libraries.displays())
    except (SetupError, qt_libraries.LibrariesMissingError) as error:
        print(f"set-up stopped: {error}", file=sys.stderr)
        return 1
    return 0


def _set_up() -> None:
    started = time.monotonic()
    if sys.version_info < OLDEST:
        raise SetupError(
            f"Python {OLDEST[0]}.{OLDEST[1]} or newer is needed; this is {sys.version.split()[0]}."
        )
    pip = _virtual_environment()
    print("packages: installing from requirements/dev.lock", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "assets.lock"
        first.write_text(_entries_for_assets(LOCK.read_text(encoding="utf-8")), encoding="utf-8")
        _run([*pip, "install", *_LOCKED, "-r", str(first)], "packages for fonts and icons")
    with ThreadPoolExecutor() as side_by_side:  # pip uses one core, and waits for the network
        steps = [side_by_side.submit(_install_packages, pip), side_by_side.submit(_make_assets)]
    for step in steps:
        step.result()
    STAMP.write_text(_fingerprint(), encoding="ascii")
    print(f"ready after {time.monotonic() - started:.0f} s")


def _install_packages(pip: list[str]) -> None:
    _run([*pip, "install", *_LOCKED, "-r", str(LOCK)], "packages")
    editable = ["--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    _run([*pip, "install", "--quiet", *editable], "Journey Mapper itself")
    qt_libraries.ensure(VENV_PYTHON, ["offscreen"])
    subprocess.run(  # what fails here fails once more, with words, when it is wanted
        [str(VENV_PYTHON), "-c", _IMPORT_ALL],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env=_environment(),
    )


def _make_assets() -> None:
    _run([str(VENV_PYTHON), str(ROOT / "packaging" / "assets.py")], "fonts and icons", show=True)


def _entries_for_assets(lock: str) -> str:
    """Return the entries of a lock file, with their hashes, that fonts and icons need."""
    kept: list[str] = []
    wanted = False
    for line in lock.splitlines(keepends=True):
        if not line.startswith(" "):
            wanted = line.startswith(_FOR_ASSETS)
        if wanted:
            kept.append(line)
    return "".join(kept)


def _virtual_environment() -> list[str]:
    """Make ``.venv`` unless it works already; return the command that is its pip."""
    if not _works(VENV_PYTHON):
        print("virtual environment: .venv")
        flags = ["--clear"] if _needs_own_pip() else ["--clear", "--without-pip"]
        _run([sys.executable, "-m", "venv", *flags, str(VENV)], "virtual environment")
    quiet = ["--disable-pip-version-check", "--no-input"]
    if _works(VENV_PYTHON, "import pip"):
        return [str(VENV_PYTHON), "-m", "pip", *quiet]
    if importlib.util.find_spec("pip") is None:
        raise SetupError("pip is needed: install python3-pip (or python3-venv) and try again.")
    return [sys.executable, "-m", "pip", "--python", str(VENV_PYTHON), *quiet]


def _needs_own_pip() -> bool:
    """Say whether ``.venv`` gets its own pip, which takes seconds: ours is missing or too old."""
    if importlib.util.find_spec("ensurepip") is None:
        return False
    try:
        major, minor, *_rest = importlib.metadata.version("pip").split(".")
        return (int(major), int(minor)) < _PIP_FOR_OTHERS
    except (importlib.metadata.PackageNotFoundError, ValueError):
        return True


def _works(python: Path, code: str = "import sys; sys.exit(sys.version_info < (3, 11))") -> bool:
    if not python.exists():
        return False
    return subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0


def _is_ready() -> bool:
    if not (STAMP.is_file() and (ROOT / "build" / "assets" / "stamp").is_file()):
        return False
    return STAMP.read_text(encoding="ascii") == _fingerprint() and VENV_PYTHON.exists()


def _fingerprint() -> str:
    """Return a hash of all that the environment was made from, and of where it stands."""
    digest = hashlib.sha256(str(ROOT).encode())
    sources = [LOCK, ROOT / "pyproject.toml", *sorted((ROOT / "packaging").glob("*.py"))]
    for file in [*sources, ROOT / "packaging" / "icons.txt"]:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _environment() -> dict[str, str]:
    """Return the environment for what is started: it keeps what it compiles."""
    kept = dict(os.environ)
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    return kept


def _run(command: list[str], what: str, *, show: bool = False) -> None:
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=ROOT, env=_environment()
    )
    if done.returncode != 0:
        raise SetupError(f"{what}: {' '.join(command)}\n{done.stdout}{done.stderr}".rstrip())
    if show:
        print(done.stdout, end="")


if __name__ == "__main__":
    sys.exit(main())
