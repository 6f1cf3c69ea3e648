"""``export``: the maps and gaps of a file as PDF, SVG or PNG; all gaps as a table too."""

from __future__ import annotations

import argparse
from pathlib import Path

from journeymapper.cli import output, parsing
from journeymapper.cli.context import Context, about
from journeymapper.cli.looking import looking
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.paper import PAPERS, paper
from journeymapper.drawing.tokens import Tokens
from journeymapper.export.formats import FORMATS, format_of
from journeymapper.export.gaps import SUFFIXES, export_gaps
from journeymapper.export.presets import Preset, preset_named
from journeymapper.export.run import ExportOptions, ExportServices, export_map
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.start import start

_CATALOGUES = {ENGLISH.language: ENGLISH}
_SHEETS = "a4"
"""The paper of the sheets for a wall and of those to write on."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file, where to write, and how."""
    suffixes = ", ".join((*FORMATS, *SUFFIXES))
    parsing.add_file(parser, "the file to export from")
    parsing.add(
        parser,
        "-o",
        "--output",
        metavar="OUT",
        type=parsing.a_path,
        required=True,
        help=f"the file to make; its name ends with {suffixes}",
    )
    parsing.add(
        parser,
        "--what",
        choices=("map", "gaps"),
        default="map",
        help="what to export: the maps, or the gap analysis; its table too as .xlsx or .csv",
    )
    parsing.add(parser, "--summary", metavar="TEXT", default="", help="how the gap analysis begins")
    parsing.add(
        parser,
        "--paper",
        metavar="P",
        default="single",
        help=f"wall, blank, {', '.join(PAPERS)}, or WxHmm such as 900x600mm; single if not given",
    )
    parsing.add(
        parser, "--theme", choices=("light", "print"), default="print", help="print if not given"
    )
    parsing.add(parser, "--map", metavar="TITLE", help="only the map of this title")
    parsing.add(
        parser,
        "--audience",
        choices=("internal", "client"),
        default="internal",
        help="who will read it; internal if not given",
    )
    parsing.add(
        parser, "--lang", choices=tuple(_CATALOGUES), help="the language of the words on paper"
    )
    parsing.add(
        parser,
        "--today",
        metavar="DATE",
        type=parsing.a_date,
        help="the date that is printed, as YYYY-MM-DD",
    )


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Write the files; each is replaced as a whole or not at all."""
    preset = preset_named(arguments.paper)
    options = ExportOptions(
        paper=paper(arguments.paper if preset == Preset.REPORT else _SHEETS),
        today=arguments.today or context.today(),
        theme=arguments.theme,
        audience=arguments.audience,
        language=arguments.lang or "",
        preset=preset,
    )
    source, target = arguments.file, arguments.output
    gaps = arguments.what == "gaps"
    with looking(context, source) as document:
        if not gaps:
            format_of(target)
        with about(target):
            _check_apart(source, target)
        chosen = maps_called(document.snapshot, arguments.map)
        services = _services(context, document, arguments.lang)
        if gaps:
            made = export_gaps(
                document.snapshot,
                document.counts,
                target,
                options,
                services,
                arguments.summary,
            )
        else:
            made = export_map(document.snapshot, chosen, target, options, services)
    for path in made:
        context.say(_("Made {file}.", file=str(path)))
    return 0


def maps_called(snapshot: Snapshot, title: str | None) -> tuple[str, ...]:
    """Return the ids of all maps, or of the one of this title; raises UserError."""
    known = queries.maps(snapshot)
    if title is None:
        return tuple(journey.id for journey in known)
    found = [m for m in known if m.title == title] or [
        m for m in known if m.title.casefold() == title.strip().casefold()
    ]
    if not found:
        raise UserError(_("There is no map “{title}”.", title=title), _titles(known))
    if len(found) > 1:
        raise UserError(
            _("{count} maps are called “{title}”.", count=len(found), title=title),
            _("Give them different titles first."),
        )
    return (found[0].id,)


def _titles(known: tuple[JourneyMap, ...]) -> Message:
    return _("There are: {titles}.", titles=", ".join(f"“{m.title}”" for m in known))


def _check_apart(source: Path, target: Path) -> None:
    if target.exists() and target.samefile(source):
        raise UserError(_("This would replace the file that is exported from."))


def _services(context: Context, document: Document, language: str | None) -> ExportServices:
    resources = context.services.resources
    return ExportServices(
        engine=start(resources.fonts),
        tokens=Tokens.load(resources.tokens),
        icons=IconSet.load(resources.icons),
        fonts_dir=resources.fonts,
        catalogue=_CATALOGUES[language or ENGLISH.language],
        pictures=document.blob,
        warn=lambda message: output.note(context.catalogue, message),
    )
