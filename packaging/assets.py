"""Make the fonts, icons and their licences that the app ships, in ``build/assets``.

Nothing here is committed: fonts and icons come from locked packages and are made once, at set-up
and when a wheel is built. Run again, it does nothing while the inputs are the same::

    .venv/bin/python packaging/assets.py

``fonts/*.ttf``: static fonts; ``fonts.json``: file, family, weight, postscript of each;
``icons.json``: name -> list of commands (see ``svg_path``) on a grid of 24;
``LICENSES/``: the licences of both.
"""

import gc
import hashlib
import importlib.metadata
import json
import multiprocessing
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from importlib import resources
from pathlib import Path

import font_instances
import icon_outlines

ROOT = Path(__file__).resolve().parent.parent
_PACKAGES = ("fonttools", "fontpkg-noto-sans", "justmytype-intl-rtl", "justmyresource-lucide")
_RARELY = 1_000_000
"""Objects made between two garbage collections: fonts are made of objects that stay."""

_LICENCES = {
    "NotoSans-OFL.txt": ("fontpkg_noto_sans", "LICENSE"),
    "NotoSansArabic-OFL.txt": ("justmytype_intl_rtl", "fonts/ofl/notosansarabic/OFL.txt"),
    "NotoSansHebrew-OFL.txt": ("justmytype_intl_rtl", "fonts/ofl/notosanshebrew/OFL.txt"),
}


def main() -> int:
    """Make the assets if they are missing or out of date; return the exit code."""
    started = time.monotonic()
    made = ensure(ROOT / "build" / "assets")
    if made:
        print(f"fonts and icons: made in {time.monotonic() - started:.0f} s")
    else:
        print("fonts and icons: up to date")
    return 0


def ensure(target: Path) -> bool:
    """Fill the folder ``target``; return False if it already held what the inputs give."""
    stamp = target / "stamp"
    wanted = fingerprint()
    if stamp.is_file() and stamp.read_text(encoding="ascii") == wanted:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as made:
        fresh = Path(made) / "assets"  # moved into place when whole: a running app keeps its fonts
        _write_fonts(fresh)
        _write_icons(fresh)
        _write_licences(fresh / "LICENSES")
        (fresh / "stamp").write_text(wanted, encoding="ascii")
        if target.exists():
            target.rename(Path(made) / "old")
        fresh.rename(target)
    return True


def fingerprint() -> str:
    """Return a hash of everything that the assets depend on."""
    digest = hashlib.sha256()
    here = Path(__file__).resolve().parent
    sources = ("assets.py", "font_*.py", "icon_*.py", "svg_path.py", "icons.txt")
    for file in sorted(file for pattern in sources for file in here.glob(pattern)):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    for package in _PACKAGES:
        digest.update(f"{package}=={importlib.metadata.version(package)}\0".encode())
    return digest.hexdigest()


def _write_fonts(target: Path) -> None:
    folder = target / "fonts"
    folder.mkdir(parents=True)
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(
        mp_context=spawn, initializer=gc.set_threshold, initargs=(_RARELY,)
    ) as pool:
        jobs = [pool.submit(font_instances.write_face, face, folder) for face in _slowest_first()]
        for job in jobs:
            job.result()
    table = [
        {
            "file": face.file_name,
            "family": face.family,
            "weight": face.weight,
            "postscript": face.postscript,
        }
        for face in font_instances.FACES
    ]
    _write_json(target / "fonts.json", table, indent=1)


def _slowest_first() -> list[font_instances.Face]:
    """Return the faces so that two processes end at about the same time."""
    return sorted(font_instances.FACES, key=lambda face: "Hebrew" in face.family)


def _write_icons(target: Path) -> None:
    names = icon_outlines.wanted_names(Path(__file__).resolve().parent / "icons.txt")
    _write_json(target / "icons.json", icon_outlines.outlines(names), indent=None)


def _write_licences(folder: Path) -> None:
    folder.mkdir()
    for name, (package, path) in _LICENCES.items():
        (folder / name).write_bytes((resources.files(package) / path).read_bytes())
    for file in importlib.metadata.files("justmyresource-lucide") or []:
        if file.name == "LUCIDE-LICENSE":
            (folder / "Lucide-ISC.txt").write_bytes(Path(str(file.locate())).read_bytes())
    if not (folder / "Lucide-ISC.txt").is_file():
        raise FileNotFoundError("the icon package no longer carries the Lucide licence")


def _write_json(path: Path, content: object, indent: int | None) -> None:
    separators = (",", ":") if indent is None else None
    text = json.dumps(content, indent=indent, separators=separators, sort_keys=True)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
