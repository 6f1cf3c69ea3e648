"""Plan: its views, what unfolds in it, its dialogs; days after the file was open last."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from journeymapper.app.openings import Opening, with_opening
from journeymapper.app.settings import OPENINGS
from journeymapper.document.document import Document
from journeymapper.document.templates import fill_blank
from journeymapper.domain.entities import Communication, Kpi, Plan
from journeymapper.domain.kinds_plan import PlanPart
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_dialog import MoreDialog
from journeymapper.ui.answers.more_lines import Lines
from journeymapper.ui.commands import plans as commands
from journeymapper.ui.commands import switches
from journeymapper.ui.context import Context
from journeymapper.ui.places.plan import PlanPlace
from journeymapper.ui.plans.audience_dialog import AudienceDialog
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.habits.behaviours import Behaviours
from journeymapper.ui.plans.habits.crisis import CrisisPage
from journeymapper.ui.plans.habits.dialog import TableDialog
from journeymapper.ui.plans.habits.programme import ProgrammePage
from journeymapper.ui.plans.habits.readiness import ReadinessPage
from journeymapper.ui.plans.habits.risks import Risks
from journeymapper.ui.plans.habits.role_cards import RoleCards
from journeymapper.ui.plans.habits.training import Trainings
from journeymapper.ui.plans.letter_dialog import LetterDialog
from journeymapper.ui.plans.list_view import ListView
from journeymapper.ui.plans.measure_dialog import MeasureDialog
from journeymapper.ui.plans.missing_dialog import MissingDialog
from journeymapper.ui.plans.more_path import PathLines
from journeymapper.ui.plans.more_raci import RaciLines
from journeymapper.ui.plans.outreach_dialog import OutreachDialog
from journeymapper.ui.plans.portfolio_dialog import PortfolioDialog
from journeymapper.ui.plans.proof_dialog import ProofDialog
from journeymapper.ui.plans.review_dialog import ReviewDialog
from journeymapper.ui.session import Session
from tests.screenshots.rig import Rig, example_file

Show = Callable[[Rig], QWidget]
Make = Callable[[Context, Session, QWidget], QDialog]
LAST = "2026-05-09"
WEEK = 7 * 24 * 3600.0
KEPT = "Keep agreed return dates"
DRAFT = "Explain the bill"


def document_of(rig: Rig) -> Document:
    """Return what is open."""
    document = rig.window.session.document
    assert document is not None
    return document


def plan_of(rig: Rig) -> PlanPlace:
    """Show Plan on 19 May with the example in it, which was open last on 9 May."""
    session = rig.window.session
    if session.document is None:
        path = example_file(rig)
        rig.window.open(path)
        known = Opening(document_of(rig).doc_id, LAST, document_of(rig).counts.total)
        session.close()
        settings = rig.window.context.settings
        settings.set(OPENINGS, with_opening(settings.get(OPENINGS), known))
        rig.clock.passes(WEEK)
        rig.window.open(path)
    rig.window.show_place("plan")
    rig.settle()
    place = rig.window.places.current()
    assert isinstance(place, PlanPlace)
    return place


def plan_id(rig: Rig, title: str = KEPT) -> str:
    """Return the plan of a title."""
    found = document_of(rig).snapshot.table(Plan).values()
    return next(plan.id for plan in found if plan.title == title)


def _list(rig: Rig) -> QWidget:
    plan_of(rig)
    return rig.window


def _view(key: str) -> Show:
    def show(rig: Rig) -> QWidget:
        plan_of(rig).show_view(key)
        rig.settle()
        return rig.window

    return show


def _unfolded(title: str, part: PlanPart) -> Show:
    def show(rig: Rig) -> QWidget:
        place = plan_of(rig)
        place.show_plan(plan_id(rig, title))
        listed = place.view("list")
        assert isinstance(listed, ListView)
        listed.show_part(plan_id(rig, title), part)
        rig.settle()
        return rig.window

    return show


def _open(title: str) -> Show:
    def show(rig: Rig) -> QWidget:
        plan_of(rig).show_plan(plan_id(rig, title))
        rig.settle()
        return rig.window

    return show


def _call_back(rig: Rig) -> QWidget:
    place = plan_of(rig)
    switches.switch(document_of(rig), "plan.alerts", _("Call customers back"), wanted=True)
    place.show_view("back")
    rig.settle()
    return rig.window


def _nothing_yet(rig: Rig) -> QWidget:
    rig.window.session.new(lambda tx: fill_blank(tx, created="2026-05-12"), _("Start the map"))
    rig.window.show_place("plan")
    return rig.window


def _forty(rig: Rig) -> QWidget:
    place = plan_of(rig)
    long = "Rücksprachepflichtige Terminvereinbarungsbestätigungsverfahrensanweisung Nr. {n}"
    for n in range(40):
        commands.new_plan(
            document_of(rig),
            long.format(n=n),
            who=f"Donaudampfschifffahrtskapitänin {n % 9}",
            by_when=f"2026-06-{n % 28 + 1:02}",
        )
    place.show_plan(plan_id(rig, long.format(n=3)))
    rig.settle()
    return rig.window


def _menu(rig: Rig) -> QWidget:
    menu = plan_of(rig).bar.more.menu()
    menu.popup(rig.window.mapToGlobal(rig.window.rect().center()))
    rig.settle()
    return menu


def _dialog(make: Make) -> Show:
    def show(rig: Rig) -> QWidget:
        plan_of(rig)
        dialog = make(rig.window.context, rig.window.session, rig.window)
        dialog.show()
        rig.settle()
        return dialog

    return show


def _table(lines: Callable[[Context, Session], Lines]) -> Show:
    return _dialog(lambda c, s, w: MoreDialog(c, s, lines(c, s), w))


def _of_plan(kind: Callable[..., QDialog], *rest: object) -> Show:
    def show(rig: Rig) -> QWidget:
        plan_of(rig)
        context, session, window = rig.window.context, rig.window.session, rig.window
        dialog = kind(context, session, plan_id(rig), *rest, window)
        dialog.show()
        rig.settle()
        return dialog

    return show


def _letter(rig: Rig) -> QWidget:
    plan_of(rig)
    told = document_of(rig).snapshot.table(Communication).values()
    one = next(t for t in told if t.label.startswith("31 others"))
    dialog = LetterDialog(rig.window.context, rig.window.session, one.id, rig.window)
    dialog.show()
    rig.settle()
    return dialog


def _measure(rig: Rig) -> QWidget:
    plan_of(rig)
    plan = plan_id(rig)
    kpi = next(k for k in document_of(rig).snapshot.table(Kpi).values() if k.plan == plan)
    window = rig.window
    dialog = MeasureDialog(window.context, window.session, plan, kpi.id, window)
    dialog.show()
    return dialog


def _missing(rig: Rig) -> QWidget:
    plan_of(rig)
    missing = (
        _("Write down the proof that it works."),
        _("Tell those concerned, and note whom and when."),
    )
    dialog = MissingDialog(rig.window.context, missing, rig.window)
    dialog.show()
    return dialog


def _review(rig: Rig) -> QWidget:
    plan_of(rig)
    window = rig.window
    dialog = ReviewDialog(window.context, document_of(rig), today_of(window.context), window)
    dialog.show()
    return dialog


PLANS: tuple[tuple[str, Show], ...] = (
    ("05-plan-since", _list),
    ("05b-plan-board", _view("board")),
    ("05c-plan-timeline", _view("timeline")),
    ("05d-plan-people", _view("owners")),
    ("05e-plan-impact", _view("impact")),
    ("05f-plan-call-back", _call_back),
    ("05g-plan-problem", _unfolded(KEPT, PlanPart.PROBLEM)),
    ("05h-plan-deadlines", _unfolded(KEPT, PlanPart.DEADLINES)),
    ("05i-plan-watch", _unfolded(KEPT, PlanPart.WATCH)),
    ("05j-plan-draft", _open(DRAFT)),
    ("05k-plan-closed", _open("Warm the waiting room")),
    ("05l-plan-nothing", _nothing_yet),
    ("05m-plan-forty", _forty),
    ("05n-plan-more", _menu),
    ("05o-plan-letter", _letter),
    ("05p-plan-proof", _of_plan(ProofDialog, "")),
    ("05q-plan-audience", _of_plan(AudienceDialog, "")),
    ("05r-plan-measure", _measure),
    ("05s-plan-missing", _missing),
    ("05u-plan-outreach", _of_plan(OutreachDialog)),
    ("05v-plan-review", _review),
    ("05w-more-path", _table(lambda _c, _s: PathLines())),
    ("05w-more-raci", _table(lambda _c, s: RaciLines(_snapshot(s)))),
    ("05w-more-portfolio", _dialog(PortfolioDialog)),
    ("05x-more-risks", _dialog(lambda c, s, w: TableDialog(c, s, Risks(c), w))),
    ("05x-more-behaviours", _dialog(lambda c, s, w: TableDialog(c, s, Behaviours(c), w))),
    ("05x-more-role-cards", _dialog(lambda c, s, w: TableDialog(c, s, RoleCards(c), w))),
    ("05x-more-training", _dialog(lambda c, s, w: TableDialog(c, s, Trainings(c), w))),
    ("05y-more-readiness", _dialog(ReadinessPage)),
    ("05y-more-programme", _dialog(ProgrammePage)),
    ("05y-more-crisis", _dialog(CrisisPage)),
)
"""Looked at with `make screenshots`; 05-plan itself is judged by every test run."""


def _snapshot(session: Session) -> Snapshot:
    document = session.document
    assert document is not None
    return document.snapshot
