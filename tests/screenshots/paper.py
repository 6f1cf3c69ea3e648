"""The sheets of the worked example as pictures."""

from __future__ import annotations

import tempfile
from pathlib import Path

from journeymapper.domain import queries
from journeymapper.domain.message import Message
from journeymapper.drawing.paper import paper
from journeymapper.export.run import ExportOptions, ExportServices, export_map
from tests.screenshots import rig


def take(out: Path) -> None:
    """Write OUT/09-pdf-map.png, numbered where there are several sheets, for A3 and A4."""
    out.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        rig.opened(Path(folder)) as here,
    ):
        path = rig.example_file(here)
        context = here.window.context
        services = ExportServices(
            engine=context.engine,
            tokens=context.tokens,
            icons=context.icons,
            fonts_dir=context.services.resources.fonts,
            catalogue=context.catalogue,
            pictures=lambda _attachment: b"",
            warn=_complain,
        )
        with here.window.session.desk.look(path) as document:
            maps = [found.id for found in queries.maps(document.snapshot)]
            for name in ("a3", "a4", "single"):
                options = ExportOptions(paper(name), rig.NOW.date())
                for ending in ("png", "pdf"):
                    made = out / f"09-pdf-map-{name}.{ending}"
                    export_map(document.snapshot, maps, made, options, services)
    print("paper", flush=True)


def _complain(message: Message) -> None:
    print(message, flush=True)
