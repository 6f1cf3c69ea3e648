"""Exports the sheets of accounts, one a page."""

from __future__ import annotations

from pathlib import Path

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.account_sheet.pages import account_sheets
from journeymapper.drawing.map.pages import Audience
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.export.files import check_place
from journeymapper.export.formats import format_of
from journeymapper.export.run import ExportOptions, ExportServices, warn_of_missing, write_sheets

TITLE = _("Accounts")


def export_accounts(
    snapshot: Snapshot, out: Path, options: ExportOptions, services: ExportServices
) -> list[Path]:
    """Write the sheet of each account; return the paths.

    Raises UserError without any account, for clients (a sheet says what is thought of them), and
    as ``export_map`` does.
    """
    format_of(out)
    check_place(out)
    if options.audience == Audience.CLIENT:
        raise UserError(
            _("Sheets about accounts are for your own team, not for clients."),
            _("Leave out --audience client."),
        )
    setting = MapSetting(services.engine, services.tokens, services.catalogue)
    made = account_sheets(snapshot, setting, options.paper, options.today)
    warn_of_missing(made, services)
    return write_sheets(snapshot, made, out, options, services, services.catalogue.say(TITLE))
