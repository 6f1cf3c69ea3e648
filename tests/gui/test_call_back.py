"""Customers to call back in the window: one walked along, rules, what was made good, reports."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain import alerts as rules
from journeymapper.domain.entities import (
    Alert,
    AlertRoute,
    AlertRule,
    AlertTick,
    FollowUp,
    Participant,
    Plan,
    Protocol,
    ProtocolStep,
    Question,
    Recovery,
    Role,
    Touchpoint,
)
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.instants import instant_text
from journeymapper.domain.kinds import Better, QuestionKind
from journeymapper.domain.kinds_plan import AlertState, Comparator
from journeymapper.domain.message import _
from journeymapper.ui.commands import alerts as commands
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.plans.back_add import AddDialog
from journeymapper.ui.plans.back_report import BackReport
from journeymapper.ui.plans.back_view import BackView
from journeymapper.ui.plans.more import MORE
from journeymapper.ui.plans.views import shown_views
from tests.gui.comment_world import Bare, begin

NOW = datetime.datetime(2026, 5, 15, 8, 14, tzinfo=datetime.UTC)
TODAY = NOW.date()


def at(hours: float) -> str:
    return instant_text(NOW + datetime.timedelta(hours=hours))


@pytest.fixture(scope="module")
def shown(bare: Bare) -> BackView:
    """One view for all tests: each begins a document of its own."""
    view = BackView(bare.context, bare.session)
    bare.session.changed.connect(lambda _changes: view._again())
    bare.show(view)
    return view


@pytest.fixture
def document(bare: Bare) -> Document:
    made = begin(bare.session)
    bare.failed.clear()
    return made


@pytest.fixture
def view(shown: BackView, document: Document) -> BackView:
    shown.forget()
    shown.side.find("")
    shown.side.shown.set_value("open")
    shown.refresh(document.snapshot, TODAY)
    return shown


def nps_of(document: Document) -> str:
    kinds = {q.kind: q.id for q in document.snapshot.table(Question).values()}
    return kinds[QuestionKind.NPS]


def made(document: Document, hours: float = 0, **fields: object) -> str:
    """Put a customer on the list, so many hours ago or ahead."""
    with document.step(_("Alert")) as tx:
        id_ = operations.raise_alert(tx, at(hours), **fields)
    assert id_ is not None
    return id_


def click(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def state(document: Document, alert: str) -> AlertState:
    return rules.state_of(document.snapshot, alert)


def test_one_customer_is_walked_from_new_to_closed_and_back(
    view: BackView, document: Document
) -> None:
    alert = made(document, -1, text="Waited", customer="Blue")
    assert view.side.current == alert
    way = view.panel.way
    way.who.setText("Mara")
    QTest.keyClick(way.who, Qt.Key.Key_Return)
    (mara,) = document.snapshot.table(Participant).values()
    assert (mara.name, document.snapshot.get(Alert, alert).person) == ("Mara", mara.id)
    way.note.setText("Wants a letter")
    click(way.next)
    assert (state(document, alert), way.note.text()) == (AlertState.CONTACTED, "")
    assert "Wants a letter" in way.past.text()
    click(way.next)
    click(way.next)
    assert state(document, alert) == AlertState.VERIFIED
    click(way.next)
    assert "not been told" in way.problem.text()
    view.panel.outcome.told.setText("14 May 2026")
    view.panel.outcome.told.settled.emit()
    click(way.next)
    assert state(document, alert) == AlertState.CLOSED
    assert not way.next.isVisible()
    click(way.again)
    assert "why" in way.problem.text()
    way.note.setText("It came back")
    click(way.again)
    assert state(document, alert) == AlertState.REOPENED
    assert document.snapshot.get(Alert, alert).told == ""
    assert view.panel.twice.isVisible()
    document.undo()
    assert state(document, alert) == AlertState.CLOSED


def test_the_step_of_an_alert_is_chosen_and_taken_away_again(
    view: BackView, bare: Bare, document: Document
) -> None:
    alert = made(document, -1, text="Waited")
    step = next(iter(document.snapshot.table(Touchpoint)))
    for chosen in (step, ""):
        view.panel.step.setCurrentIndex(view.panel.step.findData(chosen))
        view.panel.step.activated.emit(0)
        assert document.snapshot.get(Alert, alert).touchpoint == (chosen or None)
    assert not bare.failed


def test_the_board_shows_the_inbox_the_late_ones_and_what_is_found(
    view: BackView, document: Document
) -> None:
    role = next(iter(document.snapshot.table(Role)))
    nobody = made(document, -1, text="Lies with nobody")
    late = made(document, -60, text="Long ago", role=role)
    soon = made(document, 0, text="Just now", role=role)
    assert list(view.side.lines) == [nobody, late, soon]
    assert "late by 12 h" in view.side.lines[late].accessibleName()
    assert view.side.count.text() == "3 open, 1 late"
    view.find("just")
    assert list(view.side.lines) == [soon]
    view.find("")
    view.show_alert(late)
    QTest.keyClick(view.side.lines[late], Qt.Key.Key_Down)
    assert view.panel.alert_id == soon
    with document.step(_("Route")) as tx:
        operations.add_line(tx, AlertRoute, role=role)
    click(view.side.send)
    assert document.snapshot.get(Alert, nobody).role == role
    assert not view.side.nobody_title.isVisible()


def test_what_is_typed_stays_with_its_customer(view: BackView, document: Document) -> None:
    first, second = made(document, 0, text="One"), made(document, 1, text="Two")
    view.show_alert(first)
    view.panel.customer.setText("Patient 12")
    view.panel.way.note.setText("Call again")
    view.show_alert(second)
    assert document.snapshot.get(Alert, first).customer == "Patient 12"
    assert document.snapshot.get(Alert, second).customer == ""
    assert view.panel.way.note.text() == ""
    view.panel.outcome.lesson.setPlainText("Say it earlier")
    with document.step(_("Elsewhere")) as tx:
        operations.change_alert(tx, second, customer="Red")
    assert view.panel.outcome.lesson.toPlainText() == "Say it earlier"
    outcome, customer = view.panel.outcome.outcome, view.panel.customer
    for field in (outcome, customer):
        field.setText("Too long " * 100)
        assert not field.typing.flush()
        assert not field.typing.problem.isWindow()
        field.typing.restore()
    view.flush()
    assert document.snapshot.get(Alert, second).lesson == "Say it earlier"
    view.show_alert(first)
    assert view.panel.way.note.text() == "Call again"


def test_a_protocol_is_ticked_with_its_script(view: BackView, document: Document) -> None:
    with document.step(_("Protocol")) as tx:
        protocol = operations.add_line(tx, Protocol, name="Call back")
        step = operations.add_line(
            tx, ProtocolStep, protocol=protocol, text="Call", minutes=30, script="I am sorry"
        )
    alert = made(document, -1, text="Waited", protocol=protocol)
    card = view.panel.protocol
    assert card.isVisible()
    assert card._times[step].text() == "late by 30 min"
    card.ticks[step].click()
    assert [t.at for t in rules_ticks(document)] == [at(0)]
    assert card._times[step].text() == "done, too late"
    assert state(document, alert) == AlertState.NEW


def rules_ticks(document: Document) -> list[AlertTick]:
    return list(document.snapshot.table(AlertTick).values())


def test_a_plan_of_the_system_is_made_once(view: BackView, document: Document) -> None:
    wanted: list[str] = []
    view.plan_wanted.connect(wanted.append)
    step = next(iter(document.snapshot.table(Touchpoint)))
    alert = made(document, 0, text="Waited", touchpoint=step)
    view.panel.outcome.cause.setPlainText("Nobody tells the delay")
    click(view.panel.outcome.plan)
    (plan,) = document.snapshot.table(Plan).values()
    assert (plan.title, plan.touchpoint) == ("Nobody tells the delay", step)
    assert document.snapshot.get(Alert, alert).plan == plan.id
    click(view.panel.outcome.plan)
    assert wanted == [plan.id, plan.id]
    view.plan_wanted.disconnect(wanted.append)


def test_how_it_was_made_good_is_noted_with_times_marks_and_later_gestures(
    view: BackView, document: Document
) -> None:
    alert = made(document, -4, text="Cold room", question=nps_of(document), value=3.0)
    card = view.panel.made_good
    click(card.begin)
    recovery = commands.recovery_of(document.snapshot, alert)
    assert recovery is not None
    assert (recovery.failure, recovery.score_before) == ("Cold room", 3)
    card.moments["responded_at"].setText("04:44")
    card.moments["fixed_at"].setText("15 May 2026 10:14")
    card.scores["score_after"].setText("11")
    assert not view.panel.flush()
    assert "no answer" in card.scores["score_after"].typing.problem.text()
    card.scores["score_after"].setText("9")
    card.moments["acknowledged_at"].setText("soon")
    assert not view.panel.flush()
    card.moments["acknowledged_at"].setText("")
    assert view.panel.flush()
    card.owned.click()
    assert card.sum.text() == "We answered after 30 min. It was mended after 6 h, the same day."
    click(card.gestures.begin)
    days = sorted(f.date for f in document.snapshot.table(FollowUp).values())
    assert days == ["2027-05-15", "2028-05-15"]
    view.refresh(document.snapshot, datetime.date(2027, 5, 15))
    assert view.gestures.text() == "1 later gesture is due"
    kept = document.snapshot.table(Recovery)[recovery.id]
    assert (kept.owned, kept.score_after, kept.responded_at) == (True, 9, at(-3.5))


def test_without_rules_one_begins_with_the_usual_ones(view: BackView, document: Document) -> None:
    assert view.begin.isVisible()
    with document.step(_("Ask")) as tx:
        survey = document.snapshot.get(Question, nps_of(document)).survey
        operations.add_question(tx, survey, QuestionKind.CSAT, "Pleased?", better=Better.LOW)
        operations.add_question(tx, survey, QuestionKind.CES, "Easy?")
    view.begin_usual()
    found = {(r.comparator, r.value) for r in document.snapshot.table(AlertRule).values()}
    assert found == {
        (Comparator.AT_MOST, 6),
        (Comparator.AT_LEAST, 4),  # 1 is the best
        (Comparator.AT_MOST, 3),
    }
    view.look_back()
    assert [a.value for a in document.snapshot.table(Alert).values()] == [6]
    view.look_back()
    assert len(document.snapshot.table(Alert)) == 1


@pytest.fixture
def closing() -> Iterator[list[DialogFrame]]:
    """What is put in here is deleted at the end."""
    made: list[DialogFrame] = []
    yield made
    for dialog in made:
        dialog.deleteLater()


def test_somebody_at_the_desk_is_put_on_the_list(
    bare: Bare, document: Document, closing: list[DialogFrame]
) -> None:
    dialog = AddDialog(bare.context, document.snapshot, bare.host)
    closing.append(dialog)
    assert not dialog.agree.isEnabled()
    dialog.what.setPlainText("The crown came out again")
    dialog.customer.setText("Patient 3")
    assert dialog.agree.isEnabled()
    dialog.hours.setText("soon")
    with pytest.raises(RefusedError):
        commands.add(document, at(0), dialog.text, **dialog.fields)
    dialog.hours.setText("4")
    alert = commands.add(document, at(0), dialog.text, **dialog.fields)
    known = document.snapshot.get(Alert, alert)
    assert (known.text, known.customer, known.hours) == ("The crown came out again", "Patient 3", 4)


def test_what_came_of_it_is_told_in_honest_words(
    bare: Bare, document: Document, closing: list[DialogFrame]
) -> None:
    alert = made(document, -4, text="Cold", outcome="Called", question=nps_of(document), value=3.0)
    for one in (AlertState.ASSIGNED, AlertState.CONTACTED, AlertState.RESOLVED):
        commands.move(document, alert, one, at(-3))
    commands.set_recovery(document, alert, responded_at=at(-3.5), score_after=9.0)
    dialog = BackReport(bare.context, document.snapshot, bare.host)
    closing.append(dialog)
    assert dialog.tables["outcomes"] == [["Called", "1", "0", "0 %, few cases"]]
    assert dialog.tables["times"] == [["No step", "30 min (once)", "not known"]]
    assert dialog.tables["pairs"][0][1:] == ["1", "0", "1"]


def test_the_view_is_there_once_it_is_wanted(document: Document) -> None:
    entry = next(one for one in MORE if one.key == "alerts")
    assert "back" not in [v.key for v in shown_views(document.snapshot)]
    with document.step(_("Show")) as tx:
        operations.set_project(tx, more=(entry.switch,))
    assert "back" in [v.key for v in shown_views(document.snapshot)]


def test_where_there_is_little_room_one_is_open_or_all_are_listed(
    bare: Bare, view: BackView, document: Document
) -> None:
    size = bare.host.size()
    alert = made(document, -1, text="Waited")
    bare.host.resize(640, 420)
    bare.host.activateWindow()  # a dialog was open before
    QApplication.processEvents()
    assert view.side.isVisible()
    assert not view.panel.isVisible()
    view.side.lines[alert].click()
    assert view.panel.isVisible()
    assert QApplication.focusWidget() is view.panes.back
    click(view.panes.back)
    assert not view.panel.isVisible()
    assert QApplication.focusWidget() is view.side.lines[alert]
    bare.host.resize(size)
