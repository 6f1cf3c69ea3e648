"""What the window knows of this computer, for saying where a file lies."""

from __future__ import annotations

import os
from pathlib import Path

from journeymapper.app.drives import removable_drives
from journeymapper.app.place import Surroundings


def surroundings() -> Surroundings:
    """Return the home folder, the environment and the drives that can be pulled out now."""
    return Surroundings(Path.home(), dict(os.environ), removable_drives())
