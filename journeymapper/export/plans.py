"""Exports plans on paper: action list, a page each, roadmap, what was said and done, and so on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from journeymapper.domain.counts import Counts
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import upright
from journeymapper.drawing.plans.kinds import PAPERS, held, plan_sheets
from journeymapper.export.files import check_place
from journeymapper.export.formats import FORMATS
from journeymapper.export.plan_list import SUFFIX, export_list
from journeymapper.export.run import (
    ExportOptions,
    ExportServices,
    warn_of_missing,
    write_sheets,
)

TITLE = _("Plans")


def export_plans(
    snapshot: Snapshot,
    counts: Counts,
    out: Path,
    options: ExportOptions,
    services: ExportServices,
    kinds: Sequence[str] = (),
) -> list[Path]:
    """Write pages about plans; return the paths.

    ``kinds`` are keys of ``drawing.plans.kinds.PAPERS``; none is all that say something. A table
    (.xlsx) holds the action list. Raises UserError for an unknown suffix and for a place that
    cannot be written.
    """
    if out.suffix.lower() == SUFFIX:
        return export_list(snapshot, out, services.catalogue)
    if out.suffix.lower() not in FORMATS:
        raise UserError(
            _("“{name}” is not a kind of file this can be exported to.", name=out.name),
            _("End the name with one of {suffixes}.", suffixes=", ".join((*FORMATS, SUFFIX))),
        )
    check_place(out)
    made = sheets_of_plans(snapshot, counts, options, services, kinds)
    warn_of_missing(made, services)
    return write_sheets(snapshot, made, out, options, services, services.catalogue.say(TITLE))


def sheets_of_plans(
    snapshot: Snapshot,
    counts: Counts,
    options: ExportOptions,
    services: ExportServices,
    kinds: Sequence[str] = (),
    wanted: Sequence[str] = (),
) -> tuple[Sheet, ...]:
    """Return pages about plans laid out; ``wanted`` are the ids of plans that get a page.

    Raises UserError for a kind that is not known.
    """
    unknown = [kind for kind in kinds if kind not in PAPERS]
    if unknown:
        raise UserError(
            _("There is no page of plans called “{name}”.", name=unknown[0]),
            _("There are: {known}.", known=", ".join(PAPERS)),
        )
    pen = Pen(services.engine, services.tokens, services.catalogue, whole=True)
    today = options.today
    keys = kinds or held(snapshot, counts, today) or tuple(PAPERS)[:1]
    return plan_sheets(keys, snapshot, counts, pen, today, wanted, upright(options.paper))
