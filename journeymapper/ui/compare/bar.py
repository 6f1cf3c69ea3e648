"""The bar above a comparison: what is compared, how it is shown, export, the way back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

OVERLAY, STACKED = "overlay", "stacked"
_LABELS_FROM = 1100
_WORDS_FROM = 1400
"""From these widths on, at 100 % text, there are labels, and words on both buttons."""

_WIDEST = 420


class SideChoice(QWidget):
    """A map or version, and whose feelings."""

    changed = Signal()

    def __init__(self, context: Context, name: Message, persona: Message) -> None:
        super().__init__()
        self.label = PlainLabel(context.say(name), "subheading")
        self.moment = Choice(context, context.say(name))
        self.persona = Choice(context, context.say(persona))
        self.moment.setMinimumContentsLength(8)
        self.persona.setMinimumContentsLength(4)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.label)
        row.addWidget(self.moment, 1)
        row.addWidget(self.persona)
        self.setMaximumWidth(context.theme.px(_WIDEST))
        for box in (self.moment, self.persona):
            box.activated.connect(lambda _index: self.changed.emit())

    def offer(
        self, words: Sequence[str], at: int, personas: Sequence[tuple[str, str]], persona: str
    ) -> None:
        """Offer moments by their words and personas by id and name; choose without telling."""
        self.moment.clear()
        self.moment.addItems(list(words))
        self.moment.setCurrentIndex(at)
        self.persona.clear()
        for id_, name in personas:
            self.persona.addItem(name, id_)
        self.persona.setCurrentIndex(max(0, self.persona.findData(persona)))
        self.persona.setVisible(len(personas) > 1)

    def chosen(self) -> tuple[int, str]:
        """Return the place of the moment and the id of the persona, "" for none."""
        return self.moment.currentIndex(), str(self.persona.currentData() or "")


class CompareBar(QWidget):
    """Shows what it is told and says what is wanted."""

    changed = Signal()
    export_wanted = Signal()
    closed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        self.before = SideChoice(context, _("Before"), _("Whose feelings before"))
        self.after = SideChoice(context, _("After"), _("Whose feelings after"))
        options = [(OVERLAY, say(_("In one map"))), (STACKED, say(_("One below the other")))]
        self.shape = Segmented(say(_("How to compare")), options, OVERLAY)
        self.export = Button(context, say(_("Export as PDF…")), "secondary", "file-down")
        self.export.setAccessibleName(say(_("Export as PDF…")))
        self.export.setToolTip(say(_("Export this comparison as a PDF document")))
        self.close_ = Button(context, say(_("Go to the map")), "secondary", "route")
        self.close_.setAccessibleName(say(_("Go to the map")))
        self.close_.setToolTip(say(_("Go to the map (Esc)")))
        for side in (self.before, self.after):
            side.changed.connect(self.changed)
        self.shape.chosen.connect(lambda _key: self.changed.emit())
        self.export.clicked.connect(self.export_wanted)
        self.close_.clicked.connect(self.closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self.before, 4)
        row.addWidget(self.after, 4)
        row.addWidget(self.shape)
        row.addStretch(1)
        row.addWidget(self.export)
        row.addWidget(self.close_)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        say, width = self._context.say, event.size().width() / self._context.theme.scale
        for side in (self.before, self.after):
            side.label.setVisible(width >= _LABELS_FROM)
        self.export.setText(say(_("Export as PDF…")) if width >= _WORDS_FROM else "")
