"""The details panel: its head says what is selected, the form below changes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Touchpoint
from journeymapper.domain.message import Message, _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.commands.names import shortened, stage_name, step_name
from journeymapper.ui.late import late
from journeymapper.ui.widgets.buttons import IconButton
from journeymapper.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from journeymapper.ui.panels.card_form import CardForm
    from journeymapper.ui.panels.form import Form
    from journeymapper.ui.panels.stage_form import StageForm
    from journeymapper.ui.panels.step_form import StepForm

_step: Callable[..., StepForm] = late("panels.step_form", "StepForm")
_stage: Callable[..., StageForm] = late("panels.stage_form", "StageForm")
_card: Callable[..., CardForm] = late("panels.card_form", "CardForm")


class Inspector(QFrame):
    """Follows the cursor while it is open; each form is made when it is first wanted."""

    closed = Signal()
    own_map_wanted = Signal(str)
    """Show the map that the step with this id has of its own."""
    own_map_change_wanted = Signal(QPoint)
    """What can be done about it is wanted, as a menu at a point of the screen."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self.setObjectName("inspector")
        self.setAccessibleName(bench.say(_("Details")))
        self.setFixedWidth(bench.context.theme.px(bench.context.tokens.size("inspector")))
        self.hide()
        self.chip = PlainLabel("", "heading")
        self.chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.title = PlainLabel("", "heading", wrap=True)
        self.line = PlainLabel("", "label", "text_secondary", wrap=True)
        self._step: StepForm | None = None
        self._stage: StageForm | None = None
        self._card: CardForm | None = None
        self._areas: dict[Form, QScrollArea] = {}
        self._nothing = PlainLabel(
            bench.say(_("Select a step, a stage or a card to see its details.")),
            "body",
            "text_secondary",
            wrap=True,
        )
        self._nothing.setContentsMargins(16, 16, 16, 16)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._forms = QStackedWidget()
        self._forms.addWidget(_scrolled(self._nothing))
        self._lay_out()
        self._dress()
        bench.context.theme.changed.connect(self._dress)

    @property
    def step(self) -> StepForm:
        """The details of steps."""
        if self._step is None:
            self._step = _step(self._bench)
            self._step.own.open_wanted.connect(self.own_map_wanted)
            self._step.own.change_wanted.connect(self.own_map_change_wanted)
            self._add(self._step)
        return self._step

    @property
    def stage(self) -> StageForm:
        """The details of a stage."""
        if self._stage is None:
            self._stage = _stage(self._bench)
            self._add(self._stage)
        return self._stage

    @property
    def card(self) -> CardForm:
        """The details of cards."""
        if self._card is None:
            self._card = _card(self._bench)
            self._add(self._card)
        return self._card

    @property
    def _made(self) -> tuple[Form, ...]:
        """The forms that are there: in no other can anything be typed."""
        return tuple(form for form in (self._step, self._stage, self._card) if form is not None)

    def flush(self) -> bool:
        """Write what is typed; False when something is refused."""
        results = [form.flush() for form in self._made]
        return all(results)

    def forget(self) -> None:
        """Belong to nothing any more: the document is closed."""
        for form in self._made:
            form.forget()
        self.refresh()

    def refresh(self) -> None:
        """Show what is selected now."""
        if self.isHidden():
            return
        bench = self._bench
        spot = bench.cursor.spot if bench.ready else None
        if spot is None or spot.on_title or bench.projection.previewing:
            self._head("", "", "")
            self._forms.setCurrentIndex(0)
            return
        cards = tuple(dict.fromkeys(s.card for s in bench.cursor.selected if s.card))
        steps = bench.cursor.steps
        if spot.card and len(cards) == len(bench.cursor.selected):
            self._show_cards(cards)
        elif steps:
            self._show_steps(steps)
        else:
            self._show_stage(spot.stage)

    def _show_steps(self, ids: tuple[str, ...]) -> None:
        bench = self._bench
        if len(ids) > 1:
            words = bench.say(_("{count} steps", count=len(ids)))
            self._head("", words, bench.say(_("What is chosen here goes for all of them")))
        else:
            step = bench.snapshot.get(Touchpoint, ids[0])
            siblings = [t.id for t in queries.touchpoints(bench.snapshot, step.stage)]
            line = _(
                "{stage}, step {place} of {count}",
                stage=stage_name(bench.snapshot, step.stage),
                place=siblings.index(step.id) + 1,
                count=len(siblings),
            )
            name = step_name(bench.snapshot, step.id)
            self._head(self._number(step.id), self._say(name), bench.say(line))
        self.step.load(ids)
        self._show_form(self.step)

    def _show_stage(self, id_: str) -> None:
        bench = self._bench
        count = len(queries.touchpoints(bench.snapshot, id_))
        line = _("Stage with 1 step") if count == 1 else _("Stage with {count} steps", count=count)
        self._head(self._number(id_), self._say(stage_name(bench.snapshot, id_)), bench.say(line))
        self.stage.load(id_)
        self._show_form(self.stage)

    def _show_cards(self, ids: tuple[str, ...]) -> None:
        bench = self._bench
        card = bench.snapshot.get(Card, ids[0])
        row = self._say(row_label(bench.snapshot, bench.context.tokens, card.lane))
        if len(ids) > 1:
            words = bench.say(_("{count} cards", count=len(ids)))
            self._head("", words, bench.say(_("What is chosen here goes for all of them")))
        else:
            if card.touchpoint:
                place, name = card.touchpoint, step_name(bench.snapshot, card.touchpoint)
            else:
                place, name = card.stage or "", stage_name(bench.snapshot, card.stage or "")
            title = shortened(card.text) or row
            line = bench.say(_("{row} at {name}", row=row, name=name))
            self._head(self._number(place), title, line)
        self.card.load(ids)
        self._show_form(self.card)

    def _add(self, form: Form) -> None:
        self._areas[form] = _scrolled(form)
        self._forms.addWidget(self._areas[form])

    def _show_form(self, form: Form) -> None:
        self._forms.setCurrentWidget(self._areas[form])

    def _head(self, number: str, title: str, line: str) -> None:
        self.chip.setText(number)
        self.chip.setVisible(bool(number))
        self.title.setText(title or self._bench.say(_("Details")))
        self.line.setText(line)
        self.line.setVisible(bool(line))
        if number:
            self._dress()

    def _number(self, id_: str) -> str:
        return queries.numbers(self._bench.snapshot, self._bench.projection.map_id).get(id_, "")

    def _say(self, words: str | Message) -> str:
        return self._bench.say(words) if isinstance(words, Message) else words

    def _lay_out(self) -> None:
        close = IconButton(self._bench.context, "x", self._bench.say(_("Close details")))
        close.clicked.connect(self.closed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.line)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 8)
        head.setSpacing(10)
        head.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._forms, 1)

    def _dress(self) -> None:
        """Border and chip in the colours of the theme and of the stage."""
        colour = self._bench.context.theme.theme.colour
        _style(
            self,
            f"QFrame#inspector {{ background: {colour('surface')};"
            f" border-left: 1px solid {colour('line')}; }}",
        )
        major = self.chip.text().partition(".")[0] or "1"
        _style(
            self.chip,
            f"QLabel {{ background: {colour(f'stage.{major}.tint')};"
            f" color: {colour(f'stage.{major}.ink')}; border-radius: 6px; padding: 5px 8px; }}",
        )


def _style(widget: QWidget, sheet: str) -> None:
    """Give a widget a style sheet, unless it has it: that is slow."""
    if widget.styleSheet() != sheet:
        widget.setStyleSheet(sheet)


def _scrolled(form: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    form.setObjectName("scrolled")
    area.setWidget(form)
    return area
