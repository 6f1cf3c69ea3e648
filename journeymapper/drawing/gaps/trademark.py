"""The line about names that belong to others; light, for the page about the app."""

from __future__ import annotations

from journeymapper.domain.message import _

TRADEMARK = _(
    "Net Promoter, Net Promoter System, Net Promoter Score, NPS and the NPS-related emoticons are"
    " registered trademarks of Bain & Company, Inc., Fred Reichheld and Satmetrix Systems, Inc."
)
