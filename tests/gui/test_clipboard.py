"""Cut, copy, paste and duplicate with the keys, within a map, across maps and documents."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QLabel

from journeymapper.document.operations import cards, maps, stages
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Card, Role
from journeymapper.domain.kinds import LaneKind, Severity
from journeymapper.domain.message import _
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.commands.clipboard.mime import FORMAT, empty_mime
from journeymapper.ui.dialogs.paste_preview import PastePreview
from tests.gui.map_world import World
from tests.gui.other_window import put_out, take_in
from tests.screenshots.hands import Meanwhile, button

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def copy(world: World, spot: Spot) -> None:
    world.select(spot)
    world.key(Qt.Key.Key_C, CTRL)


def paste(world: World, spot: Spot | None = None) -> None:
    if spot is not None:
        world.select(spot)
    world.key(Qt.Key.Key_V, CTRL)


def lay(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def plain() -> str:
    return QGuiApplication.clipboard().text()


def cells(world: World, kind: LaneKind) -> dict[str, list[str]]:
    """The texts of a row by the name of their step or stage."""
    snapshot, found = world.document.snapshot, {}
    for stage in queries.stages(snapshot, world.map_id):
        steps = queries.touchpoints(snapshot, stage.id)
        for id_, name in ((stage.id, stage.name), *((t.id, t.name) for t in steps)):
            lanes = [r.id for r in queries.lanes(snapshot, world.map_id) if r.kind == kind]
            texts = [c.text for c in queries.cards_at(snapshot, lanes[0], id_)]
            if texts:
                found[name] = texts
    return found


def said(world: World) -> str:
    return " ".join(world.window.status.texts())


def test_a_step_copied_and_pasted_comes_after_the_selected_one_with_all_it_has(
    world: World,
) -> None:
    copy(world, world.spot("Greeting"))
    assert plain() == "Greeting"
    history = len(world.document.history())
    paste(world, world.spot("Rebooking"))
    assert world.stages()["Pay"] == ["Rebooking", "Greeting"]
    assert len(world.document.history()) == history + 1
    assert world.undo_label() == "Paste “Greeting”"
    made = queries.touchpoints(world.document.snapshot, world.stage("Pay"))[1]
    assert made.owner == world.step("Rebooking").owner
    (pain,) = world.document.snapshot.select(indexes.CARDS_OF_PLACE, made.id)
    assert (pain.text, pain.severity) == ("Nobody looks up", Severity.HIGH)
    assert [f.value for f in queries.feelings(world.document.snapshot, made.id)] == [0]
    world.key(Qt.Key.Key_Z, CTRL)
    assert world.stages()["Pay"] == ["Rebooking"]


def test_several_steps_cut_and_pasted_keep_their_order(world: World) -> None:
    world.select(world.spot("Wrong day"))
    world.key(Qt.Key.Key_Right, SHIFT)
    world.key(Qt.Key.Key_X, CTRL)
    assert world.stages()["Arrive"] == ["Form"]
    assert world.undo_label() == "Cut 2 steps"
    paste(world, world.spot("Rebooking"))
    assert world.stages()["Pay"] == ["Rebooking", "Wrong day", "Greeting"]
    assert "Nobody looks up" in world.texts()


def test_a_stage_is_copied_to_another_map_of_the_document(world: World) -> None:
    with world.document.step(_("Another")) as tx:
        another = maps.add_map(tx, "Another")
        stages.add_stage(tx, another, "Before")
    copy(world, Spot(stage=world.stage("Arrive")))
    assert plain() == "Arrive\tWrong day\tGreeting\tForm"
    world.place.show_map(another)
    paste(world)
    assert world.stages() == {"Before": [], "Arrive": ["Wrong day", "Greeting", "Form"]}
    assert cells(world, LaneKind.PAIN) == {"Greeting": ["Nobody looks up"]}
    assert len(world.document.snapshot.table(Role)) == 1


def test_a_pain_is_pasted_with_how_bad_it_is_and_as_an_idea_without(world: World) -> None:
    copy(world, world.spot("Greeting", LaneKind.PAIN))
    paste(world, world.spot("Review", LaneKind.PAIN))
    paste(world, world.spot("Rebooking", LaneKind.IDEA))
    found = {c.touchpoint or c.stage: c for c in world.document.snapshot.table(Card).values()}
    assert found[world.step("Review").id].severity == Severity.HIGH
    idea = found[world.stage("Pay")]
    assert (idea.text, idea.severity) == ("Nobody looks up", Severity.UNRATED)


def test_lines_of_text_go_along_the_steps_one_card_each(world: World) -> None:
    lay("Rude\n\nSlow form\n")
    history = len(world.document.history())
    paste(world, world.spot("Greeting", LaneKind.PAIN))
    assert cells(world, LaneKind.PAIN) == {
        "Greeting": ["Nobody looks up", "Rude"],
        "Form": ["Slow form"],
    }
    assert len(world.document.history()) == history + 1


def test_a_list_pasted_into_the_row_of_steps_makes_steps(world: World) -> None:
    lay("Lift\nStairs")
    paste(world, world.spot("Wrong day"))
    assert world.stages()["Arrive"] == ["Wrong day", "Lift", "Stairs", "Greeting", "Form"]
    assert world.place.canvas.bench.cursor.steps == (
        world.step("Lift").id,
        world.step("Stairs").id,
    )


def test_numbers_pasted_into_the_feeling_row_set_feelings(world: World) -> None:
    lay("-4\t+3")
    with_dialog(world, world.spot("Greeting", LaneKind.FEELING), "Paste")
    found = [
        queries.feelings(world.document.snapshot, world.step(name).id)[0].value
        for name in ("Greeting", "Form")
    ]
    assert found == [-4, 3]
    lay("7")
    history = len(world.document.history())
    paste(world, world.spot("Greeting", LaneKind.FEELING))
    assert len(world.document.history()) == history
    assert "“7” is not a feeling" in said(world)


def with_dialog(world: World, spot: Spot, answer: str) -> list[str]:
    """Paste, answer the preview, and return the words that it showed."""
    words: list[str] = []

    def act(dialog: PastePreview) -> None:
        words.extend(label.text() for label in dialog.findChildren(QLabel))
        button(dialog, answer).click()

    world.select(spot)
    meanwhile = Meanwhile()
    meanwhile.expect(PastePreview, act)
    world.key(Qt.Key.Key_V, CTRL)
    assert meanwhile.done
    assert meanwhile.failed is None
    world.window.activateWindow()
    world.place.canvas.view.setFocus()
    QApplication.processEvents()
    return words


def test_what_does_not_fit_is_shown_first_and_steps_are_added_when_wanted(world: World) -> None:
    lay("No parking\nNo bell\nNo chair")
    words = with_dialog(world, world.spot("Rebooking", LaneKind.PAIN), "Add 2 steps")
    assert "The map has 2 steps too few for it." in words
    assert "new step 3.3" in words
    assert "3.1 Rebooking" in words
    assert len(world.stages()["Pay"]) == 3
    assert world.undo_label() == "Paste 3 cards"
    world.key(Qt.Key.Key_Z, CTRL)
    assert cells(world, LaneKind.PAIN) == {"Greeting": ["Nobody looks up"]}


@pytest.mark.parametrize(
    ("answer", "left"),
    [
        ("Only what fits", {"Rebooking": ["A"]}),
        ("All into this cell", {"Rebooking": ["A", "B", "C"]}),
        ("Cancel", {}),
    ],
)
def test_what_does_not_fit_can_go_elsewhere_or_not_at_all(
    world: World, answer: str, left: dict[str, list[str]]
) -> None:
    lay("A\nB\nC")
    with_dialog(world, world.spot("Rebooking", LaneKind.PAIN), answer)
    assert cells(world, LaneKind.PAIN) == {"Greeting": ["Nobody looks up"]} | left
    assert world.stages()["Pay"] == ["Rebooking"]


def test_what_goes_into_several_rows_is_shown_with_the_names_of_the_rows(world: World) -> None:
    lay("Cold\tWet\nHeat it")
    words = with_dialog(world, world.spot("Rebooking", LaneKind.PAIN), "Cancel")
    assert {"Pains, 3.1 Rebooking", "Ideas, 3.1 Rebooking", "Pains, new step 3.2"} <= set(words)


def test_a_table_goes_into_the_rows_below(world: World) -> None:
    lay('Cold\tWet\n"Heat\nit"\t')
    paste(world, world.spot("Greeting", LaneKind.PAIN))
    assert cells(world, LaneKind.PAIN) == {
        "Greeting": ["Nobody looks up", "Cold"],
        "Form": ["Wet"],
    }
    assert cells(world, LaneKind.IDEA)["Greeting"] == ["Heat\nit"]


def test_cells_copied_as_a_block_come_back_row_by_row(world: World) -> None:
    with world.document.step(_("Idea")) as tx:
        lane = next(
            r.id for r in queries.lanes(tx.snapshot, world.map_id) if r.kind == LaneKind.IDEA
        )
        cards.add_card(tx, lane, "Look up", touchpoint=world.step("Greeting").id)
    world.select(world.spot("Greeting", LaneKind.PAIN))
    world.key(Qt.Key.Key_Down, SHIFT)
    world.key(Qt.Key.Key_C, CTRL)
    assert plain() == "Nobody looks up\nLook up"
    paste(world, world.spot("Rebooking", LaneKind.PAIN))
    assert cells(world, LaneKind.PAIN)["Rebooking"] == ["Nobody looks up"]
    assert cells(world, LaneKind.IDEA)["Rebooking"] == ["Look up"]


def test_ctrl_d_puts_a_copy_right_after(world: World) -> None:
    world.select(world.spot("Greeting"))
    world.key(Qt.Key.Key_D, CTRL)
    assert world.stages()["Arrive"] == ["Wrong day", "Greeting", "Greeting", "Form"]
    assert world.undo_label() == "Copy Greeting"
    world.key(Qt.Key.Key_Z, CTRL)
    world.select(world.spot("Greeting", LaneKind.PAIN))
    world.key(Qt.Key.Key_D, CTRL)
    assert cells(world, LaneKind.PAIN) == {"Greeting": ["Nobody looks up"] * 2}
    world.select(Spot(stage=world.stage("Learn")))
    world.key(Qt.Key.Key_D, CTRL)
    found = queries.stages(world.document.snapshot, world.map_id)
    assert [stage.name for stage in found] == ["Learn", "Learn", "Arrive", "Pay"]


def test_ctrl_a_selects_the_row(world: World) -> None:
    world.select(world.spot("Greeting"))
    world.key(Qt.Key.Key_A, CTRL)
    assert len(world.place.canvas.bench.cursor.steps) == 6
    assert world.place.canvas.bench.cursor.spot == world.spot("Greeting")
    assert str(world.place.fact()) == "6 selected"


def test_nothing_is_pasted_where_a_row_takes_no_cards_and_the_bubble_says_why(
    world: World,
) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(image)
    history = len(world.document.history())
    paste(world, world.spot("Greeting", LaneKind.PAIN))
    assert len(world.document.history()) == history
    assert "shows no pictures" in world.place.canvas.bubble.text()
    assert world.place.canvas.bubble.isVisible()
    world.key(Qt.Key.Key_Up)
    assert not world.place.canvas.bubble.isVisible()


def test_a_picture_is_pasted_into_a_row_of_text(world: World) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(image)
    paste(world, world.spot("Greeting", LaneKind.DOING))
    card = next(c for c in world.document.snapshot.table(Card).values() if c.image)
    back = QImage.fromData(world.document.blob(card.image or ""))
    assert (back.size(), back.pixelColor(3, 3)) == (image.size(), QColor("#336699"))
    copy(world, world.spot("Greeting", LaneKind.DOING))
    paste(world, world.spot("Rebooking", LaneKind.DOING))
    images = [c.image for c in world.document.snapshot.table(Card).values() if c.image]
    assert images == [card.image] * 2


def test_what_is_damaged_changes_nothing_and_is_said(world: World) -> None:
    mime = empty_mime()
    mime.setData(FORMAT, b'{"journey-mapper": 1')
    mime.setText("harmless")
    QGuiApplication.clipboard().setMimeData(mime)
    before = world.document.snapshot
    paste(world, world.spot("Greeting"))
    assert world.document.snapshot is before
    assert "damaged" in said(world)


def test_feelings_of_somebody_unknown_here_are_left_out_and_that_is_said(world: World) -> None:
    copy(world, world.spot("Greeting"))
    data = bytes(QGuiApplication.clipboard().mimeData().data(FORMAT).data())
    elsewhere = data.replace(world.document.doc_id.encode(), b"elsewhere")
    mime = empty_mime()
    mime.setData(FORMAT, QByteArray(elsewhere.replace(b"Anna", b"Berta")))
    QGuiApplication.clipboard().setMimeData(mime)
    paste(world, world.spot("Rebooking"))
    made = queries.touchpoints(world.document.snapshot, world.stage("Pay"))[1]
    assert made.name == "Greeting"
    assert not queries.feelings(world.document.snapshot, made.id)
    assert "without the feelings of Berta" in said(world)


def test_no_html_is_taken_or_given(world: World) -> None:
    mime = empty_mime()
    mime.setHtml("<b>Bold</b>")
    QGuiApplication.clipboard().setMimeData(mime)
    before = world.document.snapshot
    paste(world, world.spot("Greeting", LaneKind.PAIN))
    assert world.document.snapshot is before
    copy(world, world.spot("Greeting", LaneKind.PAIN))
    assert not QGuiApplication.clipboard().mimeData().hasHtml()


def test_a_list_pasted_with_a_stage_selected_makes_stages(world: World) -> None:
    lay("Call\nWait")
    paste(world, Spot(stage=world.stage("Learn")))
    assert list(world.stages()) == ["Learn", "Call", "Wait", "Arrive", "Pay"]
    assert world.stages()["Call"] == [""]


def test_the_map_as_a_table_and_as_a_picture(world: World) -> None:
    world.select(world.spot("Wrong day"))
    world.key(Qt.Key.Key_Right, SHIFT)
    world.run("edit.copy_table")
    lines = [line.split("\t") for line in plain().splitlines()]
    assert lines[0] == ["", "Arrive", "Arrive"]
    assert ["Steps", "Wrong day", "Greeting"] in lines
    assert ["Feeling", "0", "0"] in lines
    assert ["Pains", "", "Nobody looks up"] in lines
    world.run("edit.copy_picture")
    narrow = QGuiApplication.clipboard().image()
    world.select(world.spot("Wrong day"))
    world.run("edit.copy_picture")
    assert QGuiApplication.clipboard().image().width() > narrow.width() > 200


def test_five_hundred_lines_are_one_step(world: World) -> None:
    lay("\n".join(f"Pain {number}" for number in range(500)))
    history = len(world.document.history())
    with_dialog(world, world.spot("Review", LaneKind.PAIN), "All into this cell")
    assert len(world.document.history()) == history + 1
    assert len(cells(world, LaneKind.PAIN)["Review"]) == 500
    world.key(Qt.Key.Key_Z, CTRL)
    assert "Review" not in cells(world, LaneKind.PAIN)


def test_two_windows_exchange_steps_and_cards(world: World, tmp_path: Path) -> None:
    with world.document.step(_("Rename")) as tx:
        tx.change(Card, world.card("Nobody looks up").id, text="Looks away")
    copy(world, world.spot("Greeting"))
    steps = put_out()
    copy(world, world.spot("Greeting", LaneKind.PAIN))
    pains = put_out()
    wishes = [
        {"at": "Rebooking", "row": "touchpoint", "paste": steps},
        {"at": "Review", "row": "pain", "paste": pains},
        {"at": "Form", "row": "touchpoint"},
    ]
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.other_window", str(tmp_path)],
        cwd=Path(__file__).parents[2],
        input="".join(json.dumps(wish) + "\n" for wish in wishes),
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert answers[0]["stages"]["Pay"] == ["Rebooking", "Greeting"]
    assert answers[0]["undo"] == "Paste “Greeting”"
    assert answers[1]["undo"] == "Paste “Looks away”"
    assert "Looks away" in answers[1]["texts"]
    take_in(answers[2]["clipboard"])
    paste(world, world.spot("Rebooking"))
    assert world.stages()["Pay"] == ["Rebooking", "Form"]
    assert {r.name for r in world.document.snapshot.table(Role).values()} == {"Front desk"}
