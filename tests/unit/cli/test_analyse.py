"""``analyse``: what it says of the example and of empty maps; its JSON; that it never writes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from journeymapper.document.operations.gaps import accept_gap
from journeymapper.domain import queries
from journeymapper.domain.message import _
from tests.unit.cli.conftest import Shell

DOCS = Path(__file__).parents[3] / "docs" / "cli.md"


@pytest.fixture
def sample(shell: Shell) -> Path:
    return shell.example()


def analysed(shell: Shell, path: Path, code: int = 1) -> Any:
    result = shell.run("analyse", path, "--json", "--today", "2026-05-26")
    assert (result.code, result.err) == (code, "")
    return result.json


def test_the_example_in_sentences(shell: Shell, sample: Path) -> None:
    before = sample.read_bytes()
    result = shell.run("analyse", sample, "--today", "2026-05-26")
    assert (result.code, result.err) == (1, "")
    lines = result.out.splitlines()
    assert lines[0] == "EXAMPLE: Patient journey"
    assert (
        "4.2 Called in: critical, 41 answers. We promise 5 minutes and it takes 30. "
        "Anna feels −3 here."
    ) in lines
    assert "Places: 13, reasons: 28" in lines
    assert "5.1 Cleaning: we cannot tell." in lines
    assert "“Would recommend”, May 2026: +42 (+12 to +64), 26 answers" in lines
    assert "“Satisfied”, May 2026: 19 of 26 (54 to 86 %), average 3.8 of 5" in lines
    assert "“Rebooked in time”: More often than in February 2026 (7 of 50)." in lines
    assert sample.read_bytes() == before


def test_the_example_as_json_has_the_names_that_are_told(shell: Shell, sample: Path) -> None:
    found = analysed(shell, sample)
    assert (found["example"], found["today"]) == (True, "2026-05-26")
    assert found["counts"] == {
        "places": 10,
        "reasons": 25,
        "critical": 3,
        "high": 6,
        "medium": 1,
        "low": 0,
        "cannot_tell": 4,
    }
    assert [p["number"] for p in found["places"][:3]] == ["4.2", "6.1", "3.1"]
    recommend = found["questions"][0]
    assert recommend["change"]["verdict"] == "better"
    assert recommend["change"]["exact_p"] == pytest.approx(0.006904, abs=1e-6)
    assert [r["n"] for r in recommend["rounds"]] == [24, 26]
    assert recommend["rounds"][0]["interval"] == pytest.approx([-47.1659, 10.1289], abs=1e-4)
    told = set(re.findall(r"`([a-z_]+)`", DOCS.read_text("utf-8").split("### `analyse")[1]))
    objects = [
        found,
        found["counts"],
        found["places"][0],
        found["places"][0]["reasons"][0],
        found["not_assessable"][0],
        found["questions"][0],
        found["questions"][0]["rounds"][0],
        found["questions"][0]["change"],
    ]
    assert {name for one in objects for name in one} - told == set()


def test_what_is_lived_with_is_set_apart(shell: Shell, sample: Path) -> None:
    document = shell.opened(sample)
    (journey,) = queries.maps(document.snapshot)
    invoice = queries.touchpoints_of_map(document.snapshot, journey.id)[11]
    walter = queries.personas_of_map(document.snapshot, journey.id)[1]
    with document.step(_("Accept it")) as tx:
        accept_gap(tx, ("G18", invoice.id, walter.id), "Codes are required by law", "2026-05-20")
    document.close()
    found = analysed(shell, sample)
    assert found["counts"]["places"] == 9
    (accepted,) = found["accepted"]
    assert (accepted["number"], accepted["rule"]) == ("6.2", "G18")


def test_a_template_has_nothing_to_mend_and_says_that_nobody_was_asked(shell: Shell) -> None:
    path = shell.folder / "new.journey"
    shell.ok("new", path, "--template", "hotel")
    found = shell.run("analyse", path)
    assert "By what is known no step falls short." in found.out
    assert "We cannot tell of 13 of 13 steps: no guest spoke of them." in found.out


def test_without_steps_there_is_nothing_to_judge(shell: Shell) -> None:
    path = shell.folder / "blank.journey"
    shell.ok("new", path)
    found = shell.run("analyse", path, "--json")
    assert found.json["summary"] == ["There are no steps yet, so there is nothing to judge."]
    assert found.json["questions"] == []
