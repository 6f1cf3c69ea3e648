"""Which day it is, as the window's clock says."""

from __future__ import annotations

from datetime import date

from journeymapper.ui.context import Context


def today_of(context: Context) -> date:
    """Return the local date of now."""
    return context.services.clock().astimezone().date()
