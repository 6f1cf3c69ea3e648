"""What to print and on which paper, what it comes to, and the buttons that do it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.paper import paper
from journeymapper.drawing.tiles.pages import TILES
from journeymapper.export.presets import PAPERS, Preset
from journeymapper.ui.cards import BeginCard
from journeymapper.ui.context import Context
from journeymapper.ui.places.print_cards import CardsChoice
from journeymapper.ui.places.print_plans import PlansChoice
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel


@dataclass(frozen=True, slots=True)
class _Words:
    icon: str
    title: Message
    detail: Message


_WORDS: dict[Preset, _Words] = {
    Preset.WALL: _Words(
        "layers",
        _("Wall"),
        _("A sheet for each stage, hung side by side. The curve goes on from sheet to sheet."),
    ),
    Preset.REPORT: _Words("file-text", _("Report"), _("The whole map on sheets to read.")),
    Preset.POSTER: _Words(
        "maximize-2", _("Poster"), _("The whole map on one large sheet, or on tiles.")
    ),
    Preset.GAPS: _Words(
        "triangle-alert",
        _("Gap report"),
        _("What falls short and how sure we are, with charts and the method."),
    ),
    Preset.PLANS: _Words(
        "clipboard-check",
        _("Plans"),
        _("Who does what by when, with boxes to tick. A page for each plan, and more."),
    ),
    Preset.BLANK: _Words(
        "pencil", _("Blank"), _("Numbered steps with empty rows, and lists to stick dots on.")
    ),
    Preset.CARDS: _Words(
        "users", _("Persona cards"), _("A page for each persona; on A3 or larger it is a poster.")
    ),
    Preset.ACCOUNTS: _Words(
        "file-text", _("Account sheets"), _("A page for each client organisation, for your team.")
    ),
}


class PrintForm(QWidget):
    """The column at the start side."""

    chosen = Signal()
    """Another preset or paper was chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        say = context.say
        self._context = context
        self.setObjectName("print_form")
        self.cards: dict[Preset, BeginCard] = {}
        self._group = QButtonGroup(self)
        inside = QWidget()
        inside.setObjectName("scrolled")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        for preset, words in _WORDS.items():
            card = BeginCard(context, words.icon, say(words.title), say(words.detail))
            card.setCheckable(True)
            card.setProperty("look", "card")
            card.clicked.connect(lambda _on=False, preset=preset: self.choose(preset))
            self._group.addButton(card)
            self.cards[preset] = card
            column.addWidget(card)
        column.addSpacing(6)
        self._paper_title = PlainLabel(say(_("Paper")), "subheading")
        column.addWidget(self._paper_title)
        self.paper = Choice(context, say(_("Paper")))
        self.paper.activated.connect(lambda _index: self.chosen.emit())
        column.addWidget(self.paper)
        self._add_tiles(column)
        self.cards_of = CardsChoice(context)
        self.cards_of.chosen.connect(self.chosen)
        column.addWidget(self.cards_of)
        self.plans_of = PlansChoice(context)
        self.plans_of.chosen.connect(self.chosen)
        column.addWidget(self.plans_of)
        column.addStretch(1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._show_choices())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(self._foot())
        self._preset = Preset.WALL
        self.choose(Preset.WALL, tell=False)
        self.show_accounts(wanted=False)

    @property
    def preset(self) -> Preset:
        """The preset that is chosen."""
        return self._preset

    @property
    def paper_name(self) -> str:
        """The name of the paper that is chosen."""
        return str(self.paper.currentData())

    @property
    def tile_name(self) -> str:
        """The name of the paper a poster is cut for, "" for sheets that are not cut."""
        return str(self.tile.currentData()) if self._preset == Preset.POSTER else ""

    @property
    def personas(self) -> tuple[str, ...]:
        """The ids of the personas whose cards are wanted, () for all."""
        return self.cards_of.wanted if self._preset == Preset.CARDS else ()

    @property
    def plans(self) -> tuple[str, ...]:
        """Which paper of plans is wanted, and of which plan; () for another preset."""
        return self.plans_of.wanted if self._preset == Preset.PLANS else ()

    def choose(self, preset: Preset, *, tell: bool = True) -> None:
        """Choose a preset, with the papers that suit it."""
        self._preset = preset
        self.cards[preset].setChecked(True)
        self.paper.clear()
        for name in PAPERS[preset]:
            self.paper.addItem(self._context.say(_paper_words(name)), name)
        for widget in (self._paper_title, self.paper):
            widget.setVisible(len(PAPERS[preset]) > 1)
        for widget in (self._tile_title, self.tile):
            widget.setVisible(preset == Preset.POSTER)
        self.cards_of.setVisible(preset == Preset.CARDS)
        self.plans_of.setVisible(preset == Preset.PLANS)
        if tell:
            self.chosen.emit()

    def show_card(self, snapshot: Snapshot, persona_id: str) -> None:
        """Choose the card of one persona."""
        self.cards_of.show_personas(snapshot, persona_id)
        self.choose(Preset.CARDS)

    def _show_choices(self) -> None:
        """Bring what belongs to the preset into view, below the cards."""
        shown = [w for w in (self.paper, self.tile, self.cards_of, self.plans_of) if w.isVisible()]
        if shown:
            self._scroll.ensureWidgetVisible(shown[-1], 0, 14)

    def show_accounts(self, *, wanted: bool) -> None:
        """Offer the sheets of accounts where the file has accounts."""
        self.cards[Preset.ACCOUNTS].setVisible(wanted)
        if not wanted and self._preset == Preset.ACCOUNTS:
            self.choose(Preset.CARDS, tell=False)

    def tell_count(self, message: Message | None) -> None:
        """Say how many sheets there are, or what stands in the way."""
        self.count.setText(self._context.say(message) if message is not None else "")

    def tell_since(self, message: Message | None, changed: int) -> None:
        """Say what is on paper already; offer to print ``changed`` sheets again."""
        self.since.setText(self._context.say(message) if message is not None else "")
        self.since.setVisible(message is not None)
        self.again.setVisible(changed > 0)
        words = _("Reprint changed sheets ({n})", n=changed)
        self.again.setText(self._context.say(words))

    def say(self, words: str) -> None:
        """Say what happened, below the buttons."""
        self.said.setText(words)
        self.said.setVisible(bool(words))

    def show_work(self, done: int, of: int) -> None:
        """Show how far the printing is; ``of`` 0 is none, ``done`` -1 work without a count."""
        self.progress.setVisible(of > 0)
        self.stop.setVisible(of > 0)
        if of:
            self.progress.setRange(0, 0 if done < 0 else of)
            self.progress.setValue(max(0, done))

    def _add_tiles(self, column: QVBoxLayout) -> None:
        say = self._context.say
        self._tile_title = PlainLabel(say(_("Printed on")), "subheading")
        self.tile = Choice(self._context, say(_("Printed on")))
        self.tile.addItem(say(_("One large sheet")), "")
        for name in TILES:
            self.tile.addItem(say(_("Tiles on {paper}", paper=paper(name).label)), name)
        self.tile.activated.connect(lambda _index: self.chosen.emit())
        column.addWidget(self._tile_title)
        column.addWidget(self.tile)

    def _foot(self) -> QWidget:
        """What it comes to and the buttons, which are always in view."""
        say = self._context.say
        foot = QFrame()
        foot.setObjectName("print_foot")
        column = QVBoxLayout(foot)
        column.setContentsMargins(16, 10, 16, 14)
        column.setSpacing(8)
        self.count = PlainLabel("", "body_large", wrap=True)
        self.since = PlainLabel("", "body", "text_secondary", wrap=True)
        column.addWidget(self.count)
        column.addWidget(self.since)
        self.go = Button(self._context, say(_("Print")), "primary", "printer")
        self.go.setToolTip(say(_("Print in the true size (Ctrl+P)")))
        self.pdf = Button(self._context, say(_("PDF…")), "secondary", "file-down")
        self.again = Button(self._context, "", "secondary", "printer")
        self.stop = Button(self._context, say(_("Stop")))
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.go, 2)
        row.addWidget(self.pdf, 1)
        self.said = PlainLabel("", "body", wrap=True)
        self.said.hide()
        column.addLayout(row)
        column.addWidget(self.again)
        column.addWidget(self.progress)
        column.addWidget(self.stop)
        column.addWidget(self.said)
        return foot


def _paper_words(name: str) -> Message:
    if name == "single":
        return _("One sheet as large as the map")
    return _("{paper}", paper=paper(name).label)
