"""The board: plans in four columns; moving a card starts, closes or opens a plan again."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from journeymapper.analysis.plans.board import COLUMNS, Move, judge_move
from journeymapper.analysis.plans.facts import PlanFacts, facts
from journeymapper.analysis.plans.standing import Stage
from journeymapper.domain.entities import Plan
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.plans.view_words import STAGES
from journeymapper.ui.commands import plan_turns as commands
from journeymapper.ui.context import Context
from journeymapper.ui.plans.board_columns import BoardColumns
from journeymapper.ui.plans.card import PlanCard
from journeymapper.ui.plans.dragging import Dragging
from journeymapper.ui.plans.reason_dialog import why_again
from journeymapper.ui.plans.told_line import ToldLine
from journeymapper.ui.plans.view import PlanView
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.empty import EmptyPlace
from journeymapper.ui.widgets.labels import PlainLabel

_HINT = _("Drag a card to move its plan on, or press Alt with an arrow key.")


class Board(PlanView):
    """Cards in columns by stage; what a move would do is said before it is done."""

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__(context, session)
        self._today = date.min
        self._words = ""
        self._shown: tuple[object, ...] = ()
        self._snapshot: Snapshot | None = None
        self._ghost: QLabel | None = None
        self._grip = QPoint()
        self.row = BoardColumns(context, COLUMNS)
        self.columns = self.row.by_stage
        self.told = ToldLine(context, _HINT, self)
        self.told.open_wanted.connect(self.plan_wanted)
        self.given_up = PlainLabel("", "body", "text_secondary")
        self.dragging = Dragging(self)
        say = context.say
        self._empty = EmptyPlace(
            context,
            "clipboard-check",
            say(_("No plans yet")),
            say(_("Write the first one in the list: who does what by when. It appears here.")),
        )
        page = QWidget()
        inside = QVBoxLayout(page)
        inside.setContentsMargins(16, 14, 16, 12)
        inside.setSpacing(10)
        inside.addWidget(self.row, 1)
        inside.addWidget(self.given_up)
        inside.addWidget(self.told)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._empty)
        self._pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        context.theme.changed.connect(self._dress)

    def refresh(self, snapshot: Snapshot, today: date) -> None:
        self._snapshot, self._today = snapshot, today
        found = facts(snapshot, today, self.bands, self._words)
        known = (today, *found)
        if known == self._shown:
            return
        self.dragging.cancel()
        focused = self._focused()
        kept = {c.facts: c for c in self.cards()} if self._shown[:1] == (today,) else {}
        self._shown = known
        for stage, column in self.columns.items():
            here = [one for one in found if one.standing.stage == stage]
            column.fill([kept.get(one) or self._card(one) for one in here])
        dropped = sum(one.standing.stage == "dropped" for one in found)
        self.given_up.setText(self.context.say(_given_up(dropped)) if dropped else "")
        self.given_up.setVisible(bool(dropped))
        self._pages.setCurrentIndex(1 if found or self._words else 0)
        if focused:
            self.show_plan(focused)

    def take_focus(self) -> None:
        first = next(iter(self.cards()), None)
        (first or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def find(self, text: str) -> None:  # type: ignore[override]  # hides a static function
        self._words = text
        if self._snapshot is not None:
            self.refresh(self._snapshot, self._today)
            self.told.looked_for(text, found=bool(self.cards()))

    def cards(self) -> list[PlanCard]:
        """Return all cards, column by column."""
        return self.row.cards()

    def show_plan(self, plan_id: str) -> None:
        """Take the keyboard to the card of a plan."""
        for card in self.cards():
            if card.facts.id == plan_id:
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                self.row.show_card(card)

    def move_plan(self, plan_id: str, to: Stage) -> None:
        """Move a plan to a column: do what that means, or say why not."""
        document = self.session.document
        move = self._judge(plan_id, to)
        if document is None or move is None:
            self.told.rest()
            return
        if not move.verb:
            self.told.tell(move.says, move.lacks, plan_id if move.lacks else "")
            return
        day = self._today.isoformat()
        with self.session.guard():
            if move.verb == "start":
                plan = document.snapshot.get(Plan, plan_id)
                before = self.context.say(commands.before_plan(plan.title))
                commands.start_plan(document, plan_id, day, before)
            elif move.verb == "close":
                commands.close_plan(document, plan_id, day)
            else:
                reason = why_again(self.context, self)
                if not reason:
                    return
                commands.reopen_plan(document, plan_id, day, reason)
            self.told.rest()
            self.session.report(move.says)

    def lift(self, taken: QWidget, point: QPoint) -> bool:
        """Take a card."""
        if not isinstance(taken, PlanCard) or not self.session.can_change():
            return False
        self._grip = taken.mapFromGlobal(point)
        self._ghost = QLabel(self)
        self._ghost.setPixmap(taken.ghost())
        self._ghost.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._ghost.resize(taken.size())
        self._ghost.show()
        taken.set_lifted(lifted=True)
        return True

    def hover(self, taken: QWidget, point: QPoint) -> None:
        """Show what letting go here would do."""
        assert isinstance(taken, PlanCard)
        if self._ghost is not None:
            self._ghost.move(self.mapFromGlobal(point) - self._grip)
        self.row.follow(point)
        over = self.row.at(point)
        move = self._judge(taken.facts.id, over.stage) if over is not None else None
        for column in self.columns.values():
            mark = "" if move is None or column is not over else "yes" if move.verb else "no"
            column.set_target(mark)
        if move is None:
            self.told.rest()
        else:
            self.told.preview(move.says)

    def drop(self, taken: QWidget, point: QPoint) -> None:
        """Let go."""
        assert isinstance(taken, PlanCard)
        plan_id, over = taken.facts.id, self.row.at(point)
        self.put_back(taken)
        if over is not None:
            self.move_plan(plan_id, over.stage)

    def put_back(self, taken: QWidget) -> None:
        """All stands where it stood."""
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
        for column in self.columns.values():
            column.set_target("")
        if isinstance(taken, PlanCard):
            taken.set_lifted(lifted=False)
        self.told.rest()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        card = next((card for card in self.cards() if card.hasFocus() or card.underMouse()), None)
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            card = next((one for one in self.cards() if one.underMouse()), None)
        if card is not None:
            self.menu(card).exec(event.globalPos())

    def menu(self, card: PlanCard) -> QMenu:
        """Return the menu of a card: the way of all moves without a mouse."""
        say, plan_id = self.context.say, card.facts.id
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(say(_("Open the plan"))).triggered.connect(
            lambda _on=False: self.plan_wanted.emit(plan_id)
        )
        menu.addSeparator()
        for stage in COLUMNS:
            if stage != card.facts.standing.stage:
                words = say(_("Move to {column}", column=STAGES[stage]))
                menu.addAction(words).triggered.connect(
                    lambda _on=False, stage=stage: self.move_plan(plan_id, stage)
                )
        return menu

    def _card(self, one: PlanFacts) -> PlanCard:
        card = PlanCard(self.context, one, self._today)
        card.clicked.connect(lambda _on=False: self.plan_wanted.emit(one.id))
        card.arrow.connect(lambda dx, dy: self._go(card, dx, dy))
        card.shifted.connect(lambda dx, _dy: self._shift(card, dx))
        self.dragging.watch(card)
        return card

    def _go(self, card: PlanCard, dx: int, dy: int) -> None:
        """Go to the next card in a direction; empty columns are passed over."""
        stages = [stage for stage in COLUMNS if self.columns[stage].cards]
        here = stages.index(card.facts.standing.stage)
        place = self.columns[stages[here]].cards.index(card)
        there = here + dx
        if 0 <= there < len(stages):
            cards = self.columns[stages[there]].cards
            wanted = min(place, len(cards) - 1) if dx else place + dy
            if 0 <= wanted < len(cards):
                self.show_plan(cards[wanted].facts.id)

    def _shift(self, card: PlanCard, dx: int) -> None:
        """Move a plan to the next column; over "To check", where none is moved by hand."""
        here = COLUMNS.index(card.facts.standing.stage)
        there = here + dx
        if not dx or not 0 <= there < len(COLUMNS):
            return
        if card.facts.standing.stage != "draft" and COLUMNS[there] == "checking":
            there += dx
        self.move_plan(card.facts.id, COLUMNS[there])

    def _judge(self, plan_id: str, to: Stage) -> Move | None:
        if self._snapshot is None:
            return None
        known = (one for one in self._shown if isinstance(one, PlanFacts) and one.id == plan_id)
        found = next(known, None)
        return None if found is None else judge_move(self._snapshot, found.standing, to)

    def _focused(self) -> str:
        return next((card.facts.id for card in self.cards() if card.hasFocus()), "")

    def _dress(self) -> None:
        """The marks are pictures in the colours of a theme: make the cards anew."""
        self._shown = ()
        if self._snapshot is not None:
            self.refresh(self._snapshot, self._today)


def _given_up(n: int) -> Message:
    if n == 1:
        return _("1 plan was given up. The list has it.")
    return _("{n} plans were given up. The list has them.", n=n)
