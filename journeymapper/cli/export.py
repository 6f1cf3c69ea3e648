"""``export``: maps, personas, accounts and gaps as PDF, SVG or PNG; some of it as data too."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

from journeymapper.app.usual_paper import settings_of, usual_paper
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
from journeymapper.drawing.paper import PAPERS, Paper, paper
from journeymapper.drawing.plans.kinds import PAPERS as PLAN_PAPERS
from journeymapper.drawing.tiles.pages import TILES
from journeymapper.drawing.tokens import Tokens
from journeymapper.export.accounts import export_accounts
from journeymapper.export.formats import FORMATS, format_of
from journeymapper.export.gaps import SUFFIXES as GAP_SUFFIXES
from journeymapper.export.gaps import export_gaps
from journeymapper.export.personas import export_everything, export_personas
from journeymapper.export.personas_data import SUFFIXES
from journeymapper.export.plans import export_plans
from journeymapper.export.presets import Preset, preset_named, tile_paper
from journeymapper.export.run import ExportOptions, ExportServices, export_map
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.start import start

_CATALOGUES = {ENGLISH.language: ENGLISH}
_SHEETS = "a4"
"""The paper of the sheets for a wall, of those to write on, and of cards."""

_POSTER = "a3"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file, where to write, and how."""
    suffixes = ", ".join(dict.fromkeys((*FORMATS, *SUFFIXES, *GAP_SUFFIXES)))
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
        choices=("map", "personas", "accounts", "gaps", "plan", "all"),
        default="map",
        help="what to export: maps if not given; .json and .csv hold personas, .xlsx and .csv gaps,"
        " .xlsx the action list of plan",
    )
    parsing.add(
        parser,
        "--part",
        metavar="PART",
        choices=tuple(PLAN_PAPERS),
        action="append",
        default=[],
        help=f"of plans, only this part: {', '.join(PLAN_PAPERS)}; may be given several times",
    )
    parsing.add(parser, "--summary", metavar="TEXT", default="", help="how the gap analysis begins")
    parsing.add(
        parser,
        "--paper",
        metavar="P",
        help=f"wall, blank, {', '.join(PAPERS)}, or WxHmm such as 900x600mm; single if not given, "
        "a4 for personas and accounts",
    )
    parsing.add(
        parser,
        "--tile",
        metavar="P",
        nargs="?",
        const="",
        help=f"in parts to glue together, on {', '.join(TILES)}; alone: on the usual paper",
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
    personas, accounts = arguments.what == "personas", arguments.what == "accounts"
    pages = personas or accounts
    wanted = arguments.paper
    if wanted is None:
        wanted = _SHEETS if pages else "single"
    preset = Preset.REPORT if pages else preset_named(wanted)
    options = ExportOptions(
        paper=card_paper(wanted) if pages else _map_paper(wanted, preset),
        today=arguments.today or context.today(),
        theme=arguments.theme,
        audience=arguments.audience,
        language=arguments.lang or "",
        preset=preset,
        tile=_tile(arguments.tile, Preset.CARDS if pages else preset),
    )
    source, target = arguments.file, arguments.output
    gaps = arguments.what == "gaps"
    with looking(context, source) as document:
        if not personas and not gaps and arguments.what != "plan":
            format_of(target)
        with about(target):
            _check_apart(source, target)
        services, snapshot = _services(context, document, arguments.lang), document.snapshot
        chosen = maps_called(snapshot, arguments.map)
        if personas:
            made = export_personas(snapshot, target, options, services)
        elif accounts:
            made = export_accounts(snapshot, target, options, services)
        elif gaps:
            text = arguments.summary
            made = export_gaps(snapshot, document.counts, target, options, services, text)
        elif arguments.what == "plan":
            counts, parts = document.counts, arguments.part
            made = export_plans(snapshot, counts, target, options, services, parts)
        elif arguments.what == "all":
            cards_on = card_paper(arguments.paper, _SHEETS)
            made = export_everything(snapshot, chosen, target, options, services, cards_on)
        else:
            made = export_map(snapshot, chosen, target, options, services)
    for path in made:
        context.say(_("Made {file}.", file=str(path)))
    return 0


def _tile(name: str | None, preset: Preset) -> Paper | None:
    """Return the paper of tiles; raises UserError for sheets that are not cut."""
    if name is None:
        return None
    if preset != Preset.REPORT:
        raise UserError(
            _("These sheets are not cut into tiles."),
            _("Leave out --tile, or choose a large paper such as a1."),
        )
    return tile_paper(name or usual_paper(settings_of(os.environ)))


def card_paper(name: str | None, otherwise: str = "") -> Paper:
    """Return the paper for cards: ``wall`` is a poster of A3.

    For the names that are for maps alone ``otherwise`` is taken; raises UserError without it.
    """
    key = (otherwise if name is None else name).strip().lower()
    if key == "wall":
        return paper(_POSTER)
    if key in ("blank", "single"):
        if not otherwise:
            raise UserError(
                _("There are no cards of personas on “{name}”.", name=key),
                _("Choose a paper such as a4, letter, a5 or a3."),
            )
        return paper(otherwise)
    return paper(key)


def _map_paper(name: str, preset: Preset) -> Paper:
    return paper(name if preset == Preset.REPORT else _SHEETS)


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
        counts=document.counts,
    )
