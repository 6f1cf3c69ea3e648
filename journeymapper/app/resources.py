"""Where the files that come with the app lie: in the source tree or in the package."""

from __future__ import annotations

from pathlib import Path

import journeymapper
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.records import dataclass


@dataclass(frozen=True, slots=True)
class Resources:
    """Two folders: ``resources`` (written by us) and ``assets`` (made at set-up or build)."""

    resources: Path
    assets: Path

    @property
    def fonts(self) -> Path:
        """The folder of the font files."""
        return self.assets / "fonts"

    @property
    def icons(self) -> Path:
        """The outlines of the icons, one JSON file."""
        return self.assets / "icons.json"

    @property
    def tokens(self) -> Path:
        """The design tokens, one TOML file."""
        return self.resources / "tokens.toml"

    @property
    def templates(self) -> Path:
        """The folder of the templates."""
        return self.resources / "templates"

    @property
    def examples(self) -> Path:
        """The folder of the worked examples."""
        return self.resources / "examples"

    @property
    def personas(self) -> Path:
        """The folder of what a persona can begin with: questions, one TOML file each."""
        return self.resources / "personas"

    @property
    def app_icon(self) -> Path:
        """The icon of the app, one SVG file."""
        return self.resources / "icon" / "journeymapper.svg"


def find(package: Path | None = None) -> Resources:
    """Return the resources beside the package (source tree) or inside it (installed).

    ``package`` is the package's folder; None means the one that is running.
    Raises UserError when they are in neither place.
    """
    home = package or Path(journeymapper.__file__).parent
    candidates = (
        Resources(home / "resources", home / "assets"),
        Resources(home.parent / "resources", home.parent / "build" / "assets"),
    )
    for candidate in candidates:
        if candidate.tokens.is_file() and candidate.fonts.is_dir():
            return candidate
    raise UserError(
        _("Fonts or other parts of Journey Mapper are missing."),
        _("Install it again; in a source tree run “make setup”."),
    )
