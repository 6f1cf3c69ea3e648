"""Gaps: what to fix first, charts, all gaps with filters, and the method."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import Plan
from journeymapper.domain.message import Message, _
from journeymapper.drawing.gaps import plan_words, words
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.commands import gaps as commands
from journeymapper.ui.commands.gap_plans import plan_from_place
from journeymapper.ui.context import Context
from journeymapper.ui.gap_watch import GapWatch
from journeymapper.ui.gaps.all_gaps import AllGaps
from journeymapper.ui.gaps.bar import TABS, GapsBar
from journeymapper.ui.gaps.chart_tab import ChartTab
from journeymapper.ui.gaps.figuring import GapFigures
from journeymapper.ui.gaps.fix_first import FixFirst
from journeymapper.ui.gaps.method_tab import MethodTab
from journeymapper.ui.gaps.paper import GapPaper
from journeymapper.ui.gaps.what_if import GapWhatIf
from journeymapper.ui.places.base import Place
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.empty import EmptyPlace


class GapsPlace(Place):
    """Follows the watch; tabs are filled when they come to the front."""

    key: ClassVar[str] = "gaps"

    map_wanted = Signal(str)
    """Show a step or stage, by id, on the map."""

    def __init__(
        self, context: Context, session: Session, binding: ActionBinding, watch: GapWatch
    ) -> None:
        super().__init__(context, session, binding)
        self._watch = watch
        self._filled: dict[str, GapFigures] = {}
        self.bar = GapsBar(context, binding)
        self.paper = GapPaper(context, session, self)
        self.first = FixFirst(context)
        self.chart = ChartTab(context)
        self.all = AllGaps(context)
        self.method = MethodTab(context)
        self.empty = self._empty()
        self._pages = QStackedWidget()
        self._tabs: dict[str, QWidget] = dict(
            zip((key for key, _title in TABS), (self.first, self.chart, self.all, self.method),
                strict=True)
        )  # fmt: skip
        for page in (self.empty, *self._tabs.values()):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self.bar.tabs.chosen.connect(self.show_tab)
        self.bar.report.clicked.connect(lambda: self.paper.report(watch.figures))
        self.bar.what_if.clicked.connect(self._what_if)
        self.first.show_wanted.connect(self.map_wanted)
        self.first.plan_wanted.connect(self._plan)
        self.all.detail.plan_wanted.connect(self._plan)
        self.first.reasons_wanted.connect(self.show_reasons)
        self.first.ask_wanted.connect(lambda: self.paper.questionnaire(watch.figures))
        self.chart.show_wanted.connect(self._show)
        self.all.show_wanted.connect(self._show)
        self.all.save_wanted.connect(lambda: self.paper.table(watch.figures))
        self.all.detail.accept_wanted.connect(self._accept)
        self.all.detail.reopen_wanted.connect(self._reopen)
        watch.changed.connect(self._on_figures)
        context.theme.changed.connect(self._dress)
        self._show_page()

    def top_bar(self) -> QWidget:
        return self.bar

    def activate(self) -> None:
        self._watch.set_urgent(urgent=True)
        self._on_figures()
        if self._has_places:
            self.bar.tabs.button(self.bar.tabs.value()).setFocus(Qt.FocusReason.OtherFocusReason)

    def deactivate(self) -> None:
        self._watch.set_urgent(urgent=False)

    def fact(self) -> Message | None:
        figures = self._watch.figures
        if figures is None or not figures.board.places:
            return None
        return words.counted(len(figures.board.places), figures.board.reasons)

    def areas(self) -> tuple[QWidget, ...]:
        if self.tab == "all":
            return (self.all.list, self.all.detail)
        return (self._pages.currentWidget() or self,)

    @property
    def tab(self) -> str:
        """The key of the tab in front."""
        return self.bar.tabs.value()

    def show_tab(self, key: str) -> None:
        """Bring a tab to the front."""
        self.bar.tabs.set_value(key)
        self._show_page()

    def show_reasons(self, subject: str) -> None:
        """Show the reasons of one place, or all gaps for ""."""
        self.show_tab("all")
        self.all.show_place(subject)
        self.all.take_focus()

    @property
    def _has_places(self) -> bool:
        figures = self._watch.figures
        return figures is not None and bool(figures.board.steps)

    def _on_figures(self) -> None:
        figures = self._watch.figures
        document = self.session.document
        if figures is not None:
            maps = queries.maps(figures.snapshot)
            self.bar.about.set_whole(maps[0].title if maps else "")
        if not self.isVisible():
            return
        self._show_page()
        if figures is not None and document is not None and self.session.can_change():
            with self.session.guard():
                keys = [gap.key for gap in figures.board.report.gaps]
                commands.note_seen(document, keys, figures.today)
        self.fact_changed.emit()

    def _show_page(self) -> None:
        figures = self._watch.figures
        for widget in (self.bar.tabs, self.bar.what_if, self.bar.report):
            widget.setEnabled(self._has_places)
        if figures is None or not self._has_places:
            self._pages.setCurrentWidget(self.empty)
            return
        page = self._tabs[self.tab]
        if self._filled.get(self.tab) is not figures:
            self._filled[self.tab] = figures
            cast("FixFirst", page).show_figures(figures)
        self._pages.setCurrentWidget(page)

    def _dress(self) -> None:
        """Marks are pictures in the colours of a theme: make them anew."""
        self._filled.clear()
        self._show_page()

    def _show(self, subject: str) -> None:
        figures = self._watch.figures
        if figures is not None and figures.names.stage(subject):
            self.map_wanted.emit(subject)
        else:
            self.session.report(_("This concerns the whole journey, no single step."))

    def _accept(self, key: commands.GapKey, reason: str) -> None:
        document, figures = self.session.document, self._watch.figures
        if document is None or figures is None:
            return
        with self.session.guard():
            name = figures.names.title(key[1]).whole
            commands.accept(document, key, name, reason, figures.today)
            self.all.detail.forget(key)
            self.session.report(_("This gap is lived with. Ctrl+Z takes it up again."))

    def _reopen(self, key: commands.GapKey) -> None:
        document, figures = self.session.document, self._watch.figures
        if document is None or figures is None:
            return
        with self.session.guard():
            commands.reopen(document, key, figures.names.title(key[1]).whole)

    def _plan(self, subject: str) -> None:
        """Open the plan of a place; where there is none, make a draft of it first."""
        document, figures = self.session.document, self._watch.figures
        place = figures.board.place(subject) if figures is not None else None
        if document is None or figures is None or place is None:
            return
        plan = plan_words.plan_of_place(figures.board, place)
        if plan is not None and document.snapshot.find(Plan, plan.id) is not None:
            self.session.plan_wanted.emit(plan.id)
            return
        with self.session.guard():
            name = figures.names.title(subject).name
            self.session.plan_wanted.emit(plan_from_place(document, place, name, self.context.say))

    def _what_if(self) -> None:
        figures, document = self._watch.figures, self.session.document
        if figures is not None and document is not None:
            dialog = GapWhatIf(self.context, figures, document.counts, self)
            dialog.exec()
            dialog.deleteLater()

    def _empty(self) -> EmptyPlace:
        say = self.context.say
        made = EmptyPlace(
            self.context,
            "triangle-alert",
            say(_("Where it falls short")),
            say(
                _(
                    "Here stand the places that are worth mending first, with the reason and how"
                    " sure we are. It needs a map with steps and a few feelings."
                )
            ),
        )
        made.offer(say(_("Go to the map")), self.binding.action("go.map").trigger)
        return made
