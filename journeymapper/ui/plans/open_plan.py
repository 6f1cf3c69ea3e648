"""The open plan: its title, how it stands, its sentence, its five steps, and its proof."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journeymapper.analysis.plans import telling
from journeymapper.analysis.plans.standing import standing
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import Severity
from journeymapper.domain.kinds_plan import PlanPart
from journeymapper.domain.message import _
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.drawn import Drawn, mark
from journeymapper.ui.personas.field import CardText
from journeymapper.ui.plans import calendar
from journeymapper.ui.plans.emphasis import Emphasis
from journeymapper.ui.plans.five_steps import FiveSteps
from journeymapper.ui.plans.parts_dated import DeadlinesPart
from journeymapper.ui.plans.plan_menu import PlanMenu
from journeymapper.ui.plans.programme_row import ProgrammeRow
from journeymapper.ui.plans.proof_panel import ProofPanel
from journeymapper.ui.plans.sheet import PlanSheet
from journeymapper.ui.plans.start_row import StartRow
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.labels import PlainLabel

_WORDS_FROM = 640
_MARK = 18
_TITLE_EDGE = 16
"""Room around the words of the title, and for the letter that is typed next, in px."""
_AROUND = 200
"""Room to be seen around what is brought into view, in px."""
_LAID_OUT_MS = 60
"""So long after it was unfolded a part has its place for sure."""


class OpenPlan(QScrollArea):
    """Shows one plan at a time; ``show`` opens another task or plan, by id."""

    def __init__(self, context: Context, session: Session, show: Callable[[str], None]) -> None:
        super().__init__()
        self._context = context
        self.sheet = PlanSheet(context, session, self)
        say = context.say
        self.setObjectName("plan_open")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(say(_("The open plan")))
        self.mark = Drawn(context)
        self.title = CardText(
            say, say(_("What the plan is called")), self._rename, type_="plan_title",
            hint=say(_("What the plan is called")),
        )  # fmt: skip
        self.title.textChanged.connect(self._fit_title)
        self.state = PlainLabel("", "label")
        self.state.setProperty("look", "plan_state")
        self.calendar = Button(
            context, say(_("Put the dates in my calendar")), "secondary", "calendar-plus"
        )
        self.calendar.setAccessibleName(say(_("Put the dates in my calendar")))
        self.calendar.setToolTip(say(_("Write a file that your calendar takes")))
        self.calendar.clicked.connect(lambda _on=False: self._offer_dates())
        self.dots = IconButton(context, "ellipsis", say(_("What can be done with this plan")))
        self.menu = PlanMenu(self.sheet, show, self)
        self.dots.clicked.connect(lambda _on=False: self.open_menu())
        self.sentence = Emphasis()
        self.steps = FiveSteps(self.sheet)
        self.steps.shown.connect(self._bring_into_view)
        self._revealed: QWidget | None = None
        self.start = StartRow(self.sheet, self.steps.show_part)
        self.programme = ProgrammeRow(self.sheet)
        self.proof = ProofPanel(context, session)
        self.proof.offer_printing(self._print)
        self._lay_out()

    def show_plan(self, plan_id: str, today: date, band: str, *, known: bool = True) -> None:
        """Show a plan; what was typed on another one is written first.

        ``band`` is that of its worst gap; while it is not ``known`` there is room for its mark.
        """
        if plan_id != self.sheet.plan_id:
            self.leave()
            self.sheet.plan_id = plan_id
            self.start.reset()
            self.verticalScrollBar().setValue(0)
        self.refresh(today, band, known=known)

    def refresh(self, today: date, band: str, *, known: bool = True) -> None:
        """Show the plan as it is now."""
        sheet = self.sheet
        if not sheet.ready:
            return
        snapshot, plan, say = sheet.snapshot, sheet.plan, self._context.say
        stands = standing(snapshot, plan.id, today)
        words = say(SEVERITIES[Severity(band)]) if band else ""
        self.mark.show_drawing(mark(self._context, band, _MARK) if band else None, words)
        self.mark.setVisible(bool(band) or not known)
        if not band:
            self.mark.setFixedSize(self._context.theme.px(_MARK + 4), 1)
        self.title.load(plan.title)
        self._fit_title()
        self.state.setText(say(telling.state_words(plan, stands, today)))
        sentences = [telling.in_a_sentence(snapshot, plan, today)]
        sentences += telling.how_we_see_it(snapshot, plan.id, named=False)
        strong = [say(one) for one in telling.stands_out(snapshot, plan, today)]
        self.sentence.show_words(" ".join(say(one) for one in sentences), strong)
        self.steps.refresh()
        self.start.refresh()
        self.programme.refresh()
        self.proof.show_plan(snapshot, plan.id, today)

    def flush(self) -> bool:
        """Write what is typed; False when something is refused."""
        return all([self.title.flush(), self.steps.flush()]) if self.sheet.ready else True

    def leave(self) -> None:
        """Write what is typed, because something else will be shown; say what is not kept."""
        if not self.flush():
            labels = self.findChildren(PlainLabel)
            refused = [one.text() for one in labels if one.text().startswith("!  ")]
            self.sheet.session.report(_("Not kept. {why}", why=" ".join(refused)))

    def close_plan(self) -> None:
        """No plan is open any more."""
        self.sheet.plan_id = ""

    def show_part(self, part: PlanPart) -> None:
        """Unfold and go to one of the five steps."""
        self.steps.show_part(part)

    def show_check_in(self) -> None:
        """Go where the first missed check-in is noted."""
        part = self.steps.show_part(PlanPart.DEADLINES)
        if isinstance(part, DeadlinesPart):
            part.check_ins.take_missed()
            self._bring_into_view(part.check_ins)

    def open_menu(self) -> None:
        """Show what can be done with the plan."""
        self.menu.popup(self.dots.mapToGlobal(QPoint(0, self.dots.height())))

    def take_focus(self) -> None:
        """Take the keys to the title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._context.theme.px(_WORDS_FROM)
        words = self._context.say(_("Put the dates in my calendar"))
        self.calendar.setText(words if wide else "")
        self.proof.set_room(self.viewport().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What was unfolded has its place only once everything is laid out."""
        if event.type() == QEvent.Type.Resize and watched is self.widget() and self._revealed:
            self.ensureWidgetVisible(self._revealed, 0, _AROUND)
        return super().eventFilter(watched, event)

    def _bring_into_view(self, part: QWidget) -> None:
        self._revealed = part
        self.ensureWidgetVisible(part, 0, _AROUND)
        QTimer.singleShot(_LAID_OUT_MS, self, self._end_reveal)

    def _end_reveal(self) -> None:
        if self._revealed is not None:
            self.ensureWidgetVisible(self._revealed, 0, _AROUND)
        self._revealed = None

    def _fit_title(self) -> None:
        """Let what follows the title stand beside it, however short it is."""
        words = self.title.text() or self.title.placeholderText()
        lines = words.split("\n")
        wide = max(self.title.fontMetrics().horizontalAdvance(line) for line in lines)
        self.title.box.setMaximumWidth(wide + self._context.theme.px(_TITLE_EDGE))

    def _rename(self, title: str) -> None:
        name = " ".join(title.split())
        if not name:
            raise RefusedError(_("A plan needs a name."))
        self.sheet.write(title=name)

    def _print(self, plan_id: str) -> None:
        self.flush()
        self.sheet.session.plan_paper_wanted.emit("pages", plan_id)

    def _offer_dates(self) -> None:
        self.flush()
        calendar.offer_plan(self._context, self.sheet.session, self.sheet.plan_id, self)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("scrolled")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.title.box, 1000)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(20, 10, 20, 10)
        self._column.setSpacing(8)
        self._column.addLayout(head)
        self._column.addWidget(self.sentence)
        for part in (self.start, self.steps, self.programme, self.proof):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setWidget(inside)
        inside.installEventFilter(self)
