"""Exports the cards of personas: on paper, as pictures, or as data."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from journeymapper.analysis.persona_figures import active_personas
from journeymapper.domain import queries
from journeymapper.domain.counts import Counts
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import Paper
from journeymapper.drawing.persona_card.pages import persona_sheets
from journeymapper.drawing.persona_card.words import HEADINGS
from journeymapper.drawing.plans.kinds import held
from journeymapper.export.files import check_place, write_all
from journeymapper.export.formats import FORMATS, format_of
from journeymapper.export.personas_data import SUFFIXES, left_out, personas_csv, personas_json
from journeymapper.export.plans import sheets_of_plans
from journeymapper.export.run import (
    ExportOptions,
    ExportServices,
    map_sheets,
    warn_of_missing,
    write_sheets,
)


def export_personas(
    snapshot: Snapshot, out: Path, options: ExportOptions, services: ExportServices
) -> list[Path]:
    """Write the card of each persona in use, the main one first; return the paths.

    The suffix of ``out`` tells the format; .json and .csv hold all personas as data. Raises
    UserError for an unknown suffix, without any persona, and as ``export_map`` does.
    """
    suffix = out.suffix.lower()
    client = options.audience == "client"
    if suffix not in (*SUFFIXES, *FORMATS):
        raise UserError(
            _("“{name}” is not a kind of file this can be exported to.", name=out.name),
            _("End the name with one of {suffixes}.", suffixes=", ".join((*FORMATS, *SUFFIXES))),
        )
    check_place(out)
    if suffix == ".json":
        return write_all(out, [personas_json(snapshot, services.pictures, client=client)])
    if suffix == ".csv":
        services.warn(left_out(snapshot))
        return write_all(out, [personas_csv(snapshot, client=client)])
    made = card_sheets(snapshot, options, services, options.paper)
    warn_of_missing(made, services)
    title = services.catalogue.say(HEADINGS[queries.project(snapshot).people])
    return write_sheets(snapshot, made, out, options, services, title)


def export_everything(
    snapshot: Snapshot,
    map_ids: Sequence[str],
    out: Path,
    options: ExportOptions,
    services: ExportServices,
    cards_on: Paper,
) -> list[Path]:
    """Write maps and after them the cards of the personas and the plans, where there are any."""
    format_of(out)
    check_place(out)
    made = list(map_sheets(snapshot, map_ids, options, services))
    if active_personas(snapshot):
        made += card_sheets(snapshot, options, services, cards_on)
    counts = services.counts or Counts({})
    if parts := held(snapshot, counts, options.today):
        made += sheets_of_plans(snapshot, counts, options, services, parts)
    warn_of_missing(made, services)
    return write_sheets(snapshot, made, out, options, services)


def card_sheets(
    snapshot: Snapshot, options: ExportOptions, services: ExportServices, on: Paper
) -> tuple[Sheet, ...]:
    """Return the cards laid out; raises UserError without any persona."""
    setting = MapSetting(services.engine, services.tokens, services.catalogue, options.personas)
    return persona_sheets(snapshot, setting, on, options.today, options.audience)
