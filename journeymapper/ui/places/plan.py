"""Plan: who mends what by when, in several views of the same plans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout

from journeymapper.analysis.plans.severity import bands_of_plans
from journeymapper.analysis.plans.since import Since, since
from journeymapper.analysis.plans.standing import all_standings
from journeymapper.domain import queries
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.message import Message, _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.commands import switches
from journeymapper.ui.context import Context
from journeymapper.ui.gap_watch import GapWatch
from journeymapper.ui.late import late
from journeymapper.ui.openings import OpeningsMemory
from journeymapper.ui.places.base import Place
from journeymapper.ui.plans.bar import PlanBar
from journeymapper.ui.plans.clock import today_of
from journeymapper.ui.plans.more import MORE, MoreEntry
from journeymapper.ui.plans.review_notice import ReviewNotice
from journeymapper.ui.plans.since_strip import SinceStrip
from journeymapper.ui.plans.view import PlanView
from journeymapper.ui.plans.views import VIEWS, shown_views
from journeymapper.ui.session import Session

_LIST, _CALLS = "list", "back"
_open_review: Callable[..., None] = late("plans.review_dialog", "open_review")


class PlanPlace(Place):
    """Which view and which plan are in front is window state; all else is in the document."""

    key: ClassVar[str] = "plan"

    def __init__(
        self,
        context: Context,
        session: Session,
        binding: ActionBinding,
        watch: GapWatch,
        openings: OpeningsMemory,
    ) -> None:
        super().__init__(context, session, binding)
        self._watch, self._openings = watch, openings
        self.view_key = _LIST
        self._made: dict[str, PlanView] = {}
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_more)
        self.bar = PlanBar(context, binding, self._menu)
        self.strip = SinceStrip(context)
        self.notice = ReviewNotice(context)
        self.notice.wanted.connect(self._review)
        self.strip.missed_wanted.connect(self._note_missed)
        self.strip.due_wanted.connect(self._check_due)
        self.strip.calls_wanted.connect(self._call_back)
        self.strip.answers_wanted.connect(self._go_to_answers)
        self.strip.closed.connect(self._put_aside)
        self._pages = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self.notice)
        column.addWidget(self._pages)
        self.bar.chosen.connect(self.show_view)
        self.bar.print_wanted.connect(self.print_list)
        self.bar.search.changed.connect(self._on_find)
        self.bar.search.left.connect(self._take_focus)
        self.bar.search.entered.connect(lambda _text: self._take_focus())
        session.opened.connect(self._on_opened)
        session.changed.connect(self._on_change)
        session.flush.connect(self._flush)
        session.leaving.connect(self._leave)
        watch.changed.connect(self._on_figures)
        self._show_tabs()

    def top_bar(self) -> PlanBar:
        return self.bar

    def activate(self) -> None:
        self._watch.look_first()
        self.refresh()
        self._take_focus()

    def deactivate(self) -> None:
        self._flush()

    def fact(self) -> Message | None:
        document = self.session.document
        if document is None:
            return None
        standings = all_standings(document.snapshot, today_of(self.context))
        late = sum(one.late for one in standings)
        running = sum(one.open for one in standings)
        if late:
            return _("1 plan is late") if late == 1 else _("{n} plans are late", n=late)
        if not running:
            return None
        return _("1 plan is open") if running == 1 else _("{n} plans are open", n=running)

    def can_find(self) -> bool:
        return self.session.document is not None

    def find(self) -> None:  # type: ignore[override]  # hides a static function of QWidget
        self.bar.search.field.setFocus()
        self.bar.search.field.selectAll()

    def areas(self) -> tuple[PlanView, ...]:
        return (self.view(self.view_key),)

    def view(self, key: str) -> PlanView:
        """Return a view, made if it was not there yet."""
        if key not in self._made:
            entry = next(one for one in VIEWS if one.key == key)
            made = self._made[key] = entry.make(self.context, self.session)
            made.plan_wanted.connect(self.show_plan)
            made.answers_wanted.connect(self._go_to_answers)
            self._pages.addWidget(made)
        return self._made[key]

    def show_view(self, key: str) -> None:
        """Bring a view to the front; what was typed in the one before is written.

        What is looked for stays the same in all of them.
        """
        is_new = key != self.view_key
        if is_new:
            self._flush()
            self.view_key = key
        self.refresh()
        if is_new and self.session.document is not None:
            self._on_find(self.bar.search.field.text())

    def show_plan(self, plan_id: str) -> None:
        """Open a plan, by id, in the list."""
        self.show_view(_LIST)
        listed = self.view(_LIST)
        listed.show_plan(plan_id)

    def print_list(self) -> None:
        """Go where the action list is printed."""
        self._flush()
        self.session.plan_paper_wanted.emit("list", "")

    def refresh(self) -> None:
        """Show what is in the document now."""
        document = self.session.document
        if document is None:
            return
        self._show_tabs()
        maps = queries.maps(document.snapshot)
        self.bar.about.set_whole(maps[0].title if maps else "")
        view = self.view(self.view_key)
        self._pages.setCurrentWidget(view)
        figures = self._watch.figures
        gaps = figures.board.report.gaps if figures is not None else ()
        view.bands = bands_of_plans(document.snapshot, gaps)
        view.bands_known = figures is not None
        view.refresh(document.snapshot, today_of(self.context))
        self.strip.show_since(self.since(), today_of(self.context))
        self.notice.refresh(document.snapshot, today_of(self.context))
        self.fact_changed.emit()

    def since(self) -> Since | None:
        """Return what happened while the document was closed, None when that is not known."""
        document, before = self.session.document, self._openings.before
        if document is None or before is None:
            return None
        last = date.fromisoformat(before.day)
        new = document.counts.total - before.answers
        followed = any(view.key == _CALLS for view in shown_views(document.snapshot))
        now = self.context.services.clock().astimezone() if followed else None
        return since(document.snapshot, last, today_of(self.context), new, now)

    def _note_missed(self) -> None:
        found, listed = self.since(), self.view(_LIST)
        if found is not None and found.missed:
            self.show_view(_LIST)
            listed.show_check_in(found.missed[0].plan)

    def _check_due(self) -> None:
        found = self.since()
        if found is not None and found.due:
            self.show_plan(found.due[0])

    def _call_back(self) -> None:
        found = self.since()
        if found is not None and found.calls:
            self.show_view(_CALLS)
            self.view(_CALLS).show_plan(found.calls[0])

    def _go_to_answers(self) -> None:
        self._flush()
        self.binding.run("go.answers")

    def _put_aside(self) -> None:
        self._openings.put_aside()
        self.refresh()
        self._take_focus()

    def _show_tabs(self) -> None:
        document = self.session.document
        views = [v for v in VIEWS if not v.more] if document is None else shown_views(
            document.snapshot
        )  # fmt: skip
        if self.view_key not in [view.key for view in views]:
            self.view_key = _LIST
        self.bar.show_views(views, self.view_key)

    def _take_focus(self) -> None:
        if self.session.document is not None:
            self.view(self.view_key).take_focus()

    def _on_find(self, text: str) -> None:
        self.view(self.view_key).find(text)

    def _review(self) -> None:
        self._flush()
        _open_review(self.context, self.session, self)

    def _on_opened(self) -> None:
        self.notice.forget()
        self.view_key = _LIST
        self.bar.search.field.clear()
        for view in self._made.values():
            view.forget()
        if self.isVisible():
            self.refresh()

    def _on_change(self, _changes: ChangeSet) -> None:
        if self.isVisible():
            self.refresh()

    def _on_figures(self) -> None:
        if self.isVisible() and self._watch.figures is not None:
            self.refresh()

    def _leave(self) -> None:
        for view in self._made.values():
            view.leave()

    def _flush(self) -> None:
        for view in self._made.values():
            view.flush()

    def _fill_more(self) -> None:
        self._menu.clear()
        document = self.session.document
        if document is None:
            return
        if not self.bar.prints:
            printing = self._menu.addAction(self.bar.print.accessibleName())
            printing.triggered.connect(lambda _on=False: self.print_list())
        on = queries.project(document.snapshot).more
        for entry in MORE:
            if entry.begins:
                self._menu.addSeparator()
            action = self._menu.addAction(self.context.say(entry.title))
            if entry.switch:
                action.setCheckable(True)
                action.setChecked(entry.switch in on)
                action.triggered.connect(lambda wanted, e=entry: self._switch(e, wanted=wanted))
            else:
                action.triggered.connect(lambda _on=False, e=entry: self._open(e))

    def _switch(self, entry: MoreEntry, *, wanted: bool) -> None:
        document = self.session.document
        if document is not None:
            with self.session.guard():
                switches.switch(document, entry.switch, entry.title, wanted=wanted)
            shown = [view.key for view in shown_views(document.snapshot) if view.more]
            new = next((v.key for v in VIEWS if v.more == entry.switch and v.key in shown), None)
            self.show_view(new if wanted and new else self.view_key)

    def _open(self, entry: MoreEntry) -> None:
        self._flush()
        if entry.open is not None and self.session.document is not None:
            entry.open(self.context, self.session, self)
