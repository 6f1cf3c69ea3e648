"""The log of the app: what happened inside, never a word of a document.

Nothing leaves the computer; the user may send the file when something went wrong.
"""

from __future__ import annotations

import logging
import logging.handlers
import traceback
from pathlib import Path

_MOST_BYTES = 256 * 1024
_FILES = 3


def set_up(folder: Path) -> Path | None:
    """Write the log into ``folder``; return the file, or None when the disk refuses.

    The file is renewed at 256 kB, two older ones are kept.
    """
    path = folder / "journeymapper.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=_MOST_BYTES, backupCount=_FILES - 1, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    root = logging.getLogger("journeymapper")
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    root.propagate = False
    return path


def without_content(error: BaseException) -> str:
    """Describe an error by its kind and places in the code, without its message.

    The message and the values may hold words of the document.
    """
    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        lines.append(type(seen).__qualname__)
        frames = traceback.extract_tb(seen.__traceback__)
        lines.extend(f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in frames)
        seen = seen.__cause__ or seen.__context__
    return "\n".join(lines)
