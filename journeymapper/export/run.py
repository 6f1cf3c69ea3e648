"""Exports maps: lays them out on paper, writes them and puts the files in their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journeymapper.domain import queries
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.domain.submaps import in_order
from journeymapper.drawing.display_list import Text
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import deeper
from journeymapper.drawing.paper import Paper
from journeymapper.drawing.tokens import Tokens
from journeymapper.export.files import check_place, write_all
from journeymapper.export.formats import format_of
from journeymapper.export.job import Job
from journeymapper.export.presets import Preset, Wish, laid_out
from journeymapper.export.sheet import Sheet
from journeymapper.text.catalogue import Catalogue
from journeymapper.text.engine import TextEngine


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What is wished: paper, theme (``print`` or ``light``), audience, language, today's date.

    ``preset`` is the way the map is put on paper, ``tile`` the paper of its parts if it is cut.

    ``language`` is that of the words on the sheets, "" for the language of the project.
    ``scale`` is in pixels per point, for formats made of pixels.
    """

    paper: Paper
    today: date
    theme: str = "print"
    audience: str = "internal"
    language: str = ""
    personas: tuple[str, ...] = ()
    scale: float = 2.0
    preset: Preset = Preset.REPORT
    tile: Paper | None = None


@dataclass(frozen=True, slots=True)
class ExportServices:
    """What an export needs besides the document. ``warn`` is told what paper cannot show."""

    engine: TextEngine
    tokens: Tokens
    icons: IconSet
    fonts_dir: Path
    catalogue: Catalogue
    pictures: Callable[[str], bytes]
    warn: Callable[[Message], None]
    counts: Counts | None = None
    """The answers of the document; maps show what they tell of steps."""


def export_map(
    snapshot: Snapshot,
    map_ids: Sequence[str],
    out: Path,
    options: ExportOptions,
    services: ExportServices,
) -> list[Path]:
    """Export maps, one after the other, in the format that the suffix of ``out`` tells.

    The own maps of steps follow the map on which the steps stand, their bookmarks below its.

    A PDF is one file; of pictures there is one for each sheet, numbered when there are
    several. Files are replaced in one move. Returns the paths. Raises UserError for an unknown
    suffix, a place that cannot be written, or a map that does not fit the paper.
    """
    format_of(out)
    check_place(out)
    found = map_sheets(snapshot, map_ids, options, services)
    warn_of_missing(found, services)
    single = snapshot.get(JourneyMap, map_ids[0]).title if len(map_ids) == 1 else ""
    return write_sheets(snapshot, found, out, options, services, single)


def map_sheets(
    snapshot: Snapshot, map_ids: Sequence[str], options: ExportOptions, services: ExportServices
) -> tuple[Sheet, ...]:
    """Return the sheets of maps, one after the other; raises UserError as ``laid_out`` does."""
    setting = MapSetting(
        services.engine,
        services.tokens,
        services.catalogue,
        options.personas,
        counts=services.counts,
    )
    wish = Wish(options.preset, options.paper, options.today, options.audience, options.tile)
    found: list[Sheet] = []
    for map_id, depth in in_order(snapshot, tuple(map_ids)):
        made = laid_out(snapshot, map_id, setting, wish)
        found += (deeper(sheet, depth) for sheet in made)
    return tuple(found)


def warn_of_missing(found: Sequence[Sheet], services: ExportServices) -> None:
    """Tell which characters on these sheets our fonts do not have."""
    unshown = missing_characters(found, services.engine)
    if unshown:
        services.warn(
            _(
                "Some characters are shown as an empty box: {characters}",
                characters=" ".join(unshown),
            )
        )


def write_sheets(
    snapshot: Snapshot,
    sheets: Sequence[Sheet],
    out: Path,
    options: ExportOptions,
    services: ExportServices,
    title: str = "",
) -> list[Path]:
    """Write sheets that are laid out already; ``title`` is that of the project if it is "".

    Returns the paths. Raises UserError as ``export_map`` does.
    """
    form = format_of(out)
    project = queries.project(snapshot)
    job = Job(
        sheets=tuple(sheets),
        theme=services.tokens.theme(options.theme),
        icons=services.icons,
        fonts_dir=services.fonts_dir,
        pictures=services.pictures,
        catalogue=services.catalogue,
        title=title or project.title,
        language=options.language or project.language,
        day=options.today,
        scale=options.scale,
    )
    return write_all(out, form.files(job))


def missing_characters(pages: Sequence[Sheet], engine: TextEngine) -> tuple[str, ...]:
    """Return the characters on these sheets that our fonts do not have."""
    texts = {
        shape.run.text
        for sheet in pages
        for group in sheet.drawing.groups
        for shape in group.shapes
        if isinstance(shape, Text) and 0 in shape.run.glyphs
    }
    return engine.missing("".join(sorted(texts)))
