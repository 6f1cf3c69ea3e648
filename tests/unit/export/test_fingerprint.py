"""Sheets that say something else have another fingerprint; the date does not count."""

from datetime import date

import pytest

from journeymapper.domain.entities import Card, Feeling, Touchpoint
from journeymapper.domain.kinds import Severity
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.paper import paper
from journeymapper.export.fingerprint import fingerprint
from journeymapper.export.presets import Preset, Wish, laid_out
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import changed, edited, practice, setting


def prints(
    engine: TextEngine, snapshot: Snapshot, preset: Preset = Preset.WALL, day: int = 18
) -> dict[str, str]:
    wish = Wish(preset, paper("a4"), date(2026, 3, day))
    made = laid_out(snapshot, "map", setting(engine), wish)
    return {sheet.key: fingerprint(sheet, ENGLISH) for sheet in made}


def differing(engine: TextEngine, after: Snapshot) -> set[str]:
    before, now = prints(engine, practice()), prints(engine, after)
    return {key for key, value in now.items() if before.get(key) != value}


@pytest.mark.parametrize("preset", [Preset.WALL, Preset.BLANK])
def test_the_day_of_printing_does_not_count(engine: TextEngine, preset: Preset) -> None:
    assert prints(engine, practice(), preset) == prints(engine, practice(), preset, day=19)


def test_a_name_changes_its_own_sheet(engine: TextEngine) -> None:
    after = edited(practice(), Touchpoint, "greeting", name="Welcome")
    assert differing(engine, after) == {"stage:arrive:1"}


def test_a_severity_changes_its_sheet(engine: TextEngine) -> None:
    after = edited(practice(), Card, "old", severity=Severity.CRITICAL)
    assert differing(engine, after) == {"stage:learn:1"}


def test_a_feeling_changes_the_neighbour_where_the_curve_meets_it(engine: TextEngine) -> None:
    after = edited(practice(), Feeling, "anna-greeting", value=-4)
    assert {"stage:arrive:1", "stage:learn:1", "stage:pay:1"} <= differing(engine, after)


def test_a_sheet_more_at_the_end_leaves_the_others(engine: TextEngine) -> None:
    more = [
        Touchpoint(f"more{i}", stage="pay", name=f"More {i}", position=9.0 + i) for i in range(2)
    ]
    assert differing(engine, changed(practice(), *more)) == {"stage:pay:1", "stage:pay:2"}
