"""The folders in which the app keeps its own things, apart from the user's files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import platformdirs

from journeymapper.domain.records import dataclass

HOME_VARIABLE = "JOURNEYMAPPER_HOME"
"""Environment variable that puts everything under one folder."""

_NAME = "journeymapper"


@dataclass(frozen=True, slots=True)
class Paths:
    """``data`` holds working copies, backups and small pictures; ``config`` the settings."""

    data: Path
    config: Path
    logs: Path

    @property
    def working(self) -> Path:
        """The folder of the working copies of open and untitled documents."""
        return self.data / "working"

    @property
    def backups(self) -> Path:
        """The folder of files that were kept before something risky."""
        return self.data / "backups"

    @property
    def thumbnails(self) -> Path:
        """The folder of the small pictures of recent files."""
        return self.data / "thumbnails"

    @property
    def settings(self) -> Path:
        """The file of the settings."""
        return self.config / "settings.json"

    @staticmethod
    def find(environ: Mapping[str, str]) -> Paths:
        """Return the usual folders of this computer, or those under ``JOURNEYMAPPER_HOME``."""
        home = environ.get(HOME_VARIABLE)
        if home:
            return Paths.under(Path(home))
        dirs = platformdirs.PlatformDirs(_NAME, appauthor=False)
        return Paths(Path(dirs.user_data_dir), Path(dirs.user_config_dir), Path(dirs.user_log_dir))

    @staticmethod
    def under(folder: Path) -> Paths:
        """Return the folders all under one."""
        return Paths(folder / "data", folder / "config", folder / "logs")

    def make(self) -> None:
        """Create the folders that are not there yet, readable by their owner alone."""
        for folder in (self.data, self.working, self.backups, self.config, self.logs):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
