"""By person, and impact and effort: by mouse and by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from journeymapper.document.document import Document
from journeymapper.domain.entities import Participant
from journeymapper.ui.plans.impact import ImpactView
from journeymapper.ui.plans.owners import OwnerView
from tests.gui.comment_world import Bare
from tests.gui.plan_views.world import Stage, plan_called, press, task_called

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


def rated(document: Document, title: str) -> tuple[int | None, int | None]:
    plan = plan_called(document, title)
    return plan.impact, plan.effort


def test_keys_open_tick_and_give_away_what_somebody_has_to_do(
    bare: Bare, stage: Stage, document: Document
) -> None:
    view = OwnerView(bare.context, bare.session)
    stage.show(view)
    heads = [view.tree.topLevelItem(n) for n in range(view.tree.topLevelItemCount())]
    assert [(item.text(0), item.text(2)) for item in heads if item] == [
        ("Nobody yet", "1 open"),
        ("Mara", "3 open, 1 late"),
        ("Ines", "1 open"),
        ("Jonas", "1 open"),
    ]
    view.take_focus()
    press(Qt.Key.Key_Down)
    assert view.work is not None
    assert view.work.title == "Explain the bill"
    press(Qt.Key.Key_Down, ALT)
    plan = plan_called(document, "Explain the bill")
    assert document.snapshot.get(Participant, plan.owner or "").name == "Mara"
    assert view.work is not None
    assert view.work.title == "Explain the bill"  # the keyboard stays with it
    view.show_plan(task_called(document, "Ask Dr Okafor").id)
    press(Qt.Key.Key_Space)
    assert task_called(document, "Ask Dr Okafor").done == "2026-05-15"
    view.show_plan(plan.id)
    press(Qt.Key.Key_Space)
    assert "closed with proof" in view.told.says.text()
    wanted: list[str] = []
    view.plan_wanted.connect(wanted.append)
    press(Qt.Key.Key_Return)
    assert wanted == [plan.id]


def test_numbers_are_dragged_and_moved_by_keys(
    bare: Bare, stage: Stage, document: Document
) -> None:
    view = ImpactView(bare.context, bare.session)
    stage.show(view)
    plan = plan_called(document, "Tell the delay")
    spot, field = view.field.spots[plan.id], view.field
    assert field.field is not None
    frame = field.field.frame
    goal = QPoint(round(frame.x + frame.w * 0.3), round(frame.y + frame.h * 0.1))
    way = goal - field.mapFromGlobal(spot.mapToGlobal(spot.rect().center()))
    corner, start = spot.mapToGlobal(QPoint(0, 0)), spot.rect().center()
    QTest.mousePress(spot, LEFT, pos=start)
    for part in (1, 2, 3):
        QTest.mouseMove(spot, spot.mapFromGlobal(corner + start + way * part / 3))
    assert view.told.says.text() == ("2, Tell the delay: brings 5 of 5, work 2 of 5. Quick wins")
    assert rated(document, "Tell the delay") == (None, None)
    QTest.mouseRelease(spot, LEFT, pos=spot.mapFromGlobal(corner + start + way))
    assert rated(document, "Tell the delay") == (5, 2)
    spot.setFocus()
    press(Qt.Key.Key_Up, ALT)  # 5 is the most
    press(Qt.Key.Key_Right, ALT)
    assert rated(document, "Tell the delay") == (5, 3)
    assert spot.accessibleName().endswith("Worth the work")
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down, ALT)
    assert rated(document, "Read the date back") == (3, 3)
    view.rate(view.plans[2], None, None)
    assert rated(document, "Read the date back") == (None, None)
    bare.session.undo()
    wanted: list[str] = []
    view.plan_wanted.connect(wanted.append)
    QTest.mouseClick(spot, LEFT)
    assert view.told.says.text().startswith("2, Tell the delay")
    assert not wanted
    QTest.mouseDClick(spot, LEFT)
    press(Qt.Key.Key_Return)
    assert wanted == [plan.id, plan.id]
    assert not bare.failed
