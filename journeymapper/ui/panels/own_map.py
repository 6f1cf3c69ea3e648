"""The own map of a step in the details: its name, and what it comes to."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.domain.entities import JourneyMap, Touchpoint
from journeymapper.domain.message import _
from journeymapper.ui.canvas import own_words
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel

_LONGEST = 30


class OwnMap(QWidget):
    """Figures that are counted each time; a step without an own map shows one quiet button."""

    open_wanted = Signal(str)
    """The own map of this step is wanted."""
    change_wanted = Signal(QPoint)
    """What can be done about it is wanted, as a menu at a point of the screen."""

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self._bench = bench
        self._step = ""
        say = bench.say
        self.title = PlainLabel(say(_("Its own map")), "subheading")
        self.open = Button(bench.context, "", "secondary", "route")
        self.open.clicked.connect(lambda: self.open_wanted.emit(self._step))
        self.counted = PlainLabel(say(own_words.COUNTED), "label", "text_secondary", wrap=True)
        self.figures: list[PlainLabel] = []
        self.more = Button(bench.context, say(_("More")), "quiet", "ellipsis")
        self.more.setToolTip(say(_("A map of its own for this step")))
        self.more.setAccessibleName(say(_("A map of its own for this step")))
        self.more.clicked.connect(self._ask)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.open)
        row.addWidget(self.more)
        row.addStretch(1)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(row)
        column.addWidget(self.counted)

    def load(self, step: Touchpoint) -> None:
        """Show the own map of a step, or only the way to one."""
        bench = self._bench
        self._step = step.id
        journey = bench.snapshot.find(JourneyMap, step.submap)
        own = bench.layout.frame.own.get(step.id) if journey is not None else None
        for widget in (self.title, self.open, self.counted):
            widget.setVisible(own is not None)
        said = own_words.lines(bench, own) if own is not None else ()
        self._show_figures([bench.say(line) for line in said])
        if journey is None or own is None:
            return
        title = journey.title or bench.say(_("Map"))
        self.open.setText(shortened(title, _LONGEST).replace("&", "&&"))
        self.open.setAccessibleName(bench.say(_("Open the map {name}", name=title)))
        self.open.setToolTip(bench.say(_("Open the map {name}", name=title)))

    def _show_figures(self, said: list[str]) -> None:
        while len(self.figures) < len(said):
            label = PlainLabel("", "body", wrap=True)
            self.figures.append(label)
            self._column.addWidget(label)
        for label, line in zip(self.figures, said, strict=False):
            label.setText(line)
            label.show()
        for label in self.figures[len(said) :]:
            label.hide()

    def _ask(self) -> None:
        self.change_wanted.emit(self.more.mapToGlobal(QPoint(0, self.more.height())))
