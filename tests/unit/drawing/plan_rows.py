"""Plans and tasks for drawings, in every state."""

from __future__ import annotations

from datetime import date

from journeymapper.analysis.plans.calendar import Bar, CheckIn
from journeymapper.domain.kinds import Severity

TODAY = date(2026, 5, 15)

ROWS = (
    Bar(
        "warm",
        "Warm the waiting room",
        "Jonas",
        date(2026, 3, 1),
        date(2026, 4, 2),
        "closed",
        late=False,
        severity=Severity.MEDIUM,
    ),
    Bar(
        "keep",
        "Keep agreed return dates",
        "Mara",
        date(2026, 3, 16),
        date(2026, 5, 8),
        "checking",
        late=True,
        severity=Severity.CRITICAL,
        share=0.5,
        checks=(
            CheckIn(date(2026, 4, 11), noted=True, missed=False),
            CheckIn(date(2026, 5, 4), noted=False, missed=True),
            CheckIn(date(2026, 5, 20), noted=False, missed=False),
        ),
    ),
    Bar(
        "ask",
        "Ask Dr Okafor for two short slots",
        "Mara",
        None,
        date(2026, 5, 29),
        "running",
        late=False,
        is_task=True,
        of="keep",
    ),
    Bar("read", "Read the date back", "", date(2026, 6, 1), None, "draft", late=False),
    Bar("bill", "Explain the bill", "Ines", None, None, "draft", late=False),
    Bar("stickers", "Stickers", "Lea", None, date(2026, 4, 1), "closed", late=False, is_task=True),
)
