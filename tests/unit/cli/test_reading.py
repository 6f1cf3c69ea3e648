"""``info``, ``history`` and ``check`` of good files, and texts from hard places."""

import dataclasses
import sqlite3
from pathlib import Path

import pytest

from journeymapper.cli import check
from journeymapper.document.operations.cards import add_card
from journeymapper.document.operations.maps import add_map, rename_map
from journeymapper.document.operations.projects import set_project
from journeymapper.document.operations.touchpoints import rename_touchpoint
from journeymapper.domain import queries
from journeymapper.domain.changes import Step, StepKind
from journeymapper.domain.entities import Card, Feeling, Persona, Project, Touchpoint
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from tests.unit.cli.conftest import Shell

HARD = {
    "markup": "<b>bold</b> & <script>alert(1)</script>",
    "places": "{title} {0} %s %(x)s",
    "right to left": "رحلة المريض مع עברית",
    "marks": "Zö" + "\u0301" * 40,
    "emoji": "👩🏽‍⚕️ 🦷",
    "nul and lone surrogate": "a\0b\ud800c",
    "terminal": "\x1b[31mred\x1b[0m\x07",
    "override": "\u202egnp.exe",
}


def retitled(shell: Shell, title: str) -> Path:
    path = shell.example("titled.journey")
    document = shell.opened(path)
    with document.step(_("Rename it")) as tx:
        set_project(tx, title=title)
        rename_map(tx, queries.maps(document.snapshot)[0].id, title)
    document.close()
    return path


def test_info_as_json_has_the_documented_names(shell: Shell) -> None:
    facts = shell.ok("info", shell.example(), "--json").json
    assert list(facts) == [
        "title",
        "doc_id",
        "format",
        "maps",
        "stages",
        "touchpoints",
        "moments_of_truth",
        "personas",
        "cards",
        "feelings",
        "ratings",
        "responses",
        "steps",
    ]
    assert len(facts.pop("doc_id")) == 36
    counts = {
        "stages": 7,
        "touchpoints": 14,
        "moments_of_truth": 9,
        "personas": 2,
        "cards": 67,
        "feelings": 28,
        "ratings": 14,
    }
    assert facts == {
        "title": "Patient journey",
        "format": facts["format"],
        "maps": [{"title": "Patient journey", "state": "current", **counts}],
        **counts,
        "responses": 591,
        "steps": 1,
    }
    assert facts["format"] >= 1


def test_info_for_people(shell: Shell) -> None:
    assert shell.ok("info", shell.example()).out == (
        "EXAMPLE: Patient journey, Linden Dental Practice\n"
        "Map “Patient journey”: stages: 7, steps: 14, moments of truth: 9\n"
        "Personas: 2, cards: 67, feelings: 28, ratings: 14, answers: 591\n"
        "Changes in the history: 1\n"
    )


def test_totals_count_over_all_maps(shell: Shell) -> None:
    path = shell.example()
    document = shell.opened(path)
    with document.step(_("Add a map")) as tx:
        add_map(tx, "Second")
    document.close()
    facts = shell.ok("info", path, "--json").json
    assert [m["title"] for m in facts["maps"]] == ["Patient journey", "Second"]
    assert [m["stages"] for m in facts["maps"]] == [7, 0]
    assert [m["personas"] for m in facts["maps"]] == [2, 0]
    assert (facts["stages"], facts["personas"], facts["steps"]) == (7, 2, 2)


@pytest.mark.parametrize("name", HARD)
def test_texts_from_hard_places_stay_on_one_line_and_in_json(shell: Shell, name: str) -> None:
    path = retitled(shell, HARD[name])
    lines = shell.ok("info", path).out.splitlines()
    assert len(lines) == 4
    assert not any("\x1b" in line or "\0" in line for line in lines)
    title = shell.ok("info", path, "--json").json["title"]
    assert title == {
        "marks": "Zö\u0301"[:1] + "\u00f6" + "\u0301" * 40,
        "nul and lone surrogate": "abc",
        "terminal": "[31mred[0m",
    }.get(name, HARD[name])
    assert shell.ok("check", path).out == "titled.journey: no damage.\n"


def test_very_long_texts_are_counted_and_checked(shell: Shell) -> None:
    path = shell.example()
    document = shell.opened(path)
    doing = queries.lanes(document.snapshot, queries.maps(document.snapshot)[0].id)[0]
    stage = queries.stages(document.snapshot, doing.map)[0]
    with document.step(_("Write")) as tx:
        for _part in range(10):
            add_card(tx, doing.id, "x" * 10_000, stage=stage.id)
    document.close()
    assert shell.ok("info", path, "--json").json["cards"] == 77
    assert shell.ok("check", path, "--json").json == {"ok": True, "findings": []}


def test_json_is_ascii(shell: Shell) -> None:
    path = retitled(shell, "Größe 🦷")
    assert shell.ok("info", path, "--json").out.isascii()
    assert shell.ok("history", path, "--json").out.isascii()


def test_history_lists_what_happened_and_what_was_taken_back(shell: Shell) -> None:
    path = retitled(shell, "Other")
    shell.ok("undo", path)
    steps = shell.ok("history", path, "--json").json
    assert [(s["seq"], s["label"], s["kind"], s["inverse_of"]) for s in steps] == [
        (0, "Begin with the worked example", "create", None),
        (1, "Rename it", "do", None),
        (2, "Undo: Rename it", "undo", 1),
    ]
    assert {s["initiator"] for s in steps} == {"user"}
    assert {s["at"] for s in steps} == {"2026-05-12T09:30:00.000+00:00"}
    assert [line.split()[0] for line in shell.ok("history", path).out.splitlines()] == [
        "0",
        "1",
        "2",
    ]


def test_reading_changes_nothing(shell: Shell) -> None:
    path = shell.example()
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    for command in ("info", "history", "check"):
        shell.ok(command, path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert shell.files() == [path.name]
    assert shell.left_behind() == []


def test_a_file_that_is_open_can_be_read(shell: Shell) -> None:
    path = shell.example()
    document = shell.opened(path)
    assert shell.run("info", path, "--json").code == 0
    document.close()


def test_a_read_only_file_in_a_read_only_folder_can_be_read(shell: Shell) -> None:
    path = shell.example()
    path.chmod(0o400)
    shell.folder.chmod(0o500)
    result = shell.run("info", path, "--json")
    shell.folder.chmod(0o700)
    assert (result.code, result.err) == (0, "")


def test_check_finds_what_refers_to_nothing(shell: Shell) -> None:
    path = shell.example()
    with sqlite3.connect(path) as raw:
        raw.execute("""UPDATE touchpoint SET channels = '["gone"]' WHERE name = 'Reminder'""")
    raw.close()
    result = shell.run("check", path, "--json")
    assert result.code == 1
    (finding,) = result.json["findings"]
    assert finding.startswith("Touchpoint ")
    assert finding.endswith(" refers to something that is gone (channels).")
    assert shell.run("check", path).code == 1


def test_every_kind_of_damage_to_content_is_found() -> None:
    project, persona = Project("p"), Persona("a")
    good = [project, persona]
    assert not list(check.of_content(Snapshot.of(good)))
    for bad in (
        Feeling("f", "gone", "a", 0),
        Touchpoint("t", "gone"),
        Card("c", "l", text="both", touchpoint="t", stage="s"),
        Persona("b", name="two\nlines"),
        Project("q"),
    ):
        assert list(check.of_content(Snapshot.of([*good, bad]))), bad
    assert list(check.of_content(Snapshot.of([persona])))


def test_every_kind_of_damage_to_the_history_is_found() -> None:
    first = Step("a", 0, _("Begin"), "", kind=StepKind.CREATE)
    second = Step("b", 1, _("Change"), "")
    undone = Step("c", 2, _("Undo"), "", kind=StepKind.UNDO, inverse_of=1)
    assert not list(check.of_history([first, second, undone]))
    for steps in (
        [second],
        [first, undone],
        [dataclasses.replace(first, kind=StepKind.DO)],
        [first, dataclasses.replace(second, kind=StepKind.CREATE)],
        [first, second, dataclasses.replace(undone, inverse_of=None)],
        [first, second, dataclasses.replace(undone, inverse_of=2)],
        [first, dataclasses.replace(second, inverse_of=0)],
    ):
        assert list(check.of_history(steps)), steps


def test_work_that_did_not_reach_the_file_is_announced(shell: Shell) -> None:
    path = shell.example()
    shell.crash_while_editing(path)
    result = shell.run("info", path, "--json")
    assert result.code == 0
    assert result.json["steps"] == 1
    assert result.err == (
        "journeymapper: practice.journey: newer work did not reach this file. "
        "See “journeymapper recover”.\n"
    )


def test_step_names_are_kept_as_typed(shell: Shell) -> None:
    path = shell.example()
    document = shell.opened(path)
    first = queries.touchpoints_of_map(document.snapshot, queries.maps(document.snapshot)[0].id)[0]
    with document.step(_("Rename")) as tx:
        rename_touchpoint(tx, first.id, HARD["right to left"])
    document.close()
    document = shell.opened(path)
    assert document.snapshot.get(Touchpoint, first.id).name == HARD["right to left"]
    document.close()
