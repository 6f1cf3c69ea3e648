"""Put the generated fonts and icons, and the resources, into the wheel."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class AssetsHook(BuildHookInterface[Any]):
    """Makes ``build/assets`` and maps it to ``journeymapper/assets`` inside the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files to ``build_data``; an editable install reads them where they lie."""
        if self.target_name != "wheel" or version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "packaging"))
        import assets  # noqa: PLC0415 - hatchling loads this file by path, so its folder is unknown

        made = root / "build" / "assets"
        assets.ensure(made)
        for name in ("fonts", "fonts.json", "icons.json", "LICENSES"):
            build_data["force_include"][str(made / name)] = f"journeymapper/assets/{name}"
        build_data["force_include"][str(root / "resources")] = "journeymapper/resources"
