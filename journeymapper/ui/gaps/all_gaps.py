"""All gaps: a list with filters, and everything about the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.gaps.rules import BY_CODE
from journeymapper.analysis.gaps.types import Gap
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.drawing.gaps import words
from journeymapper.drawing.map.words import SEVERITIES
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.detail import GapDetail
from journeymapper.ui.gaps.drawn import dots_icon, mark_icon
from journeymapper.ui.gaps.figuring import GapFigures
from journeymapper.ui.gaps.gap_rows import Wanted, wanted_gaps
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.wrapped import Wrapped

_DETAIL = 340
_ROW = 30
_LETTERS = 16
_BESIDE_FROM, _BELOW, _LIST_HIGH, _UNBOUND = 860, 420, 240, 16_777_215
"""From this width details stand beside the list; heights of both where they do not."""
_SURE_WIDE = 176
_PLACE = Qt.ItemDataRole.UserRole

_BANDS: tuple[tuple[str, Message], ...] = (
    ("", _("How bad: all")),
    *((str(band), SEVERITIES[band]) for band in words.BANDS),
)
_SURE: tuple[tuple[str, Message], ...] = (
    ("", _("How sure: all")),
    ("told", _("Told by those we serve")),
    ("opinion", _("Our own opinion or a guess")),
    ("map", _("Seen on the map")),
)
_STATES: tuple[tuple[str, Message], ...] = (
    ("open", _("Open")),
    ("unplanned", _("Without a plan")),
    ("planned", _("With a plan")),
    ("accepted", _("Lived with")),
    ("", _("Open and lived with")),
)


class AllGaps(QScrollArea):
    """The list follows the filters; what is chosen stays chosen when figures change."""

    show_wanted = Signal(str)
    save_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        say = context.say
        self._figures: GapFigures | None = None
        self._place = ""
        self._gaps: tuple[Gap, ...] = ()
        self.band = self._choice(_("How bad"), _BANDS)
        self.sure = self._choice(_("How sure"), _SURE)
        self.stage = self._choice(_("Stage"), (("", _("Stage: all")),))
        families = tuple((str(key), said) for key, said in words.FAMILIES.items())
        self.family = self._choice(_("What about"), (("", _("What about: all")), *families))
        self.state = self._choice(_("Open or lived with"), _STATES)
        self.every = Button(context, say(_("Show all")), "link")
        self.every.clicked.connect(lambda: self.show_place(""))
        self.save = Button(context, say(_("Save as a table…")), "secondary", "file-down")
        self.save.clicked.connect(self.save_wanted)
        self.count = PlainLabel("", "label", "text_secondary")
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setProperty("look", "lines")
        self.list.setAccessibleName(say(_("Gaps")))
        self.list.setHeaderLabels([say(_("Place")), say(_("What is wrong")), say(_("How sure"))])
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setUniformRowHeights(True)
        self.list.setIconSize(QSize(44, 18))
        self.list.currentItemChanged.connect(lambda _now, _before: self._show_chosen())
        self.list.itemActivated.connect(lambda _item: self._jump())
        for column in (0, 1):
            self.list.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.list.setColumnWidth(2, context.theme.px(_SURE_WIDE))
        self.detail = GapDetail(context)
        self.detail.show_wanted.connect(self.show_wanted)
        self._lay_out()

    def show_figures(self, figures: GapFigures) -> None:
        """Show another state of the document."""
        self._figures = figures
        chosen = self.stage.currentData()
        self.stage.clear()
        self.stage.addItem(self._context.say(_("Stage: all")), "")
        for journey in queries.maps(figures.snapshot):
            for stage in queries.stages(figures.snapshot, journey.id):
                self.stage.addItem(stage.name, stage.id)
        self.stage.setCurrentIndex(max(0, self.stage.findData(chosen)))
        self._fill()

    def show_place(self, subject: str) -> None:
        """Show the reasons of one place, or all for ""; the other filters are taken away."""
        for box in (self.band, self.sure, self.stage, self.family, self.state):
            box.setCurrentIndex(0)
        self._place = subject
        self._fill()

    def take_focus(self) -> None:
        """Give the keyboard to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def wanted(self) -> Wanted:
        """What the filters say."""
        return Wanted(
            self.band.currentData(),
            self.sure.currentData(),
            self.stage.currentData(),
            self.family.currentData(),
            self.state.currentData(),
            self._place,
        )

    @property
    def gaps(self) -> Sequence[Gap]:
        """The gaps that are listed."""
        return self._gaps

    @property
    def chosen(self) -> Gap | None:
        """The gap that is chosen."""
        current = self.list.currentItem()
        place = self.list.indexOfTopLevelItem(current) if current is not None else -1
        return self._gaps[place] if 0 <= place < len(self._gaps) else None

    def _lay_out(self) -> None:
        filters = Wrapped(8, 8)
        for box in (self.band, self.sure, self.stage, self.family, self.state):
            filters.add(box)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.count)
        head.addWidget(self.every)
        head.addStretch(1)
        head.addWidget(self.save)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(filters)
        left.addLayout(head)
        left.addWidget(self.list, 1)
        page = QWidget()
        page.setObjectName("scrolled")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, page)
        self._row.setContentsMargins(16, 14, 16, 14)
        self._row.setSpacing(12)
        self._row.addLayout(left, 1)
        self._row.addWidget(self.detail)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self._context.say(_("All gaps")))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Beside the list, or where it is narrow below it, everything about the chosen one."""
        px = self._context.theme.px
        beside = self.width() >= px(_BESIDE_FROM)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self.detail.setMinimumWidth(px(_DETAIL) if beside else 0)
        self.detail.setMaximumWidth(px(_DETAIL) if beside else _UNBOUND)
        self.detail.setMinimumHeight(0 if beside else px(_BELOW))
        self.list.setMinimumHeight(0 if beside else px(_LIST_HIGH))

    def _choice(self, name: Message, options: Sequence[tuple[str, Message]]) -> Choice:
        say = self._context.say
        box = Choice(self._context, say(name))
        box.setMinimumContentsLength(_LETTERS)
        for key, said in options:
            box.addItem(say(said), key)
        box.activated.connect(lambda _index: self._fill())
        return box

    def _fill(self) -> None:
        figures = self._figures
        if figures is None:
            return
        before = self.chosen
        say, names = self._context.say, figures.names
        self._gaps = wanted_gaps(figures, self.wanted)
        self.list.blockSignals(True)
        self.list.clear()
        for gap in self._gaps:
            row = [
                names.title(gap.subject).whole,
                say(BY_CODE[gap.rule].title),
                say(words.who(gap, names.people)),
            ]
            item = QTreeWidgetItem(self.list, row)
            item.setIcon(0, mark_icon(self._context, gap.band))
            item.setData(0, _PLACE, gap.subject)
            item.setSizeHint(0, QSize(0, self._context.theme.px(_ROW)))
            item.setToolTip(1, say(gap.text))
            if gap.evidence is not None:
                item.setIcon(2, dots_icon(self._context, gap.evidence))
        keys = [gap.key for gap in self._gaps]
        at = keys.index(before.key) if before is not None and before.key in keys else 0
        if (wanted_item := self.list.topLevelItem(at)) is not None:
            self.list.setCurrentItem(wanted_item)
        self.list.blockSignals(False)
        self._tell(figures)
        self._show_chosen()

    def _tell(self, figures: GapFigures) -> None:
        say = self._context.say
        n, total = len(self._gaps), len(figures.board.report.gaps)
        said: Message = _("{n} of {total} gaps", n=n, total=total)
        if self._place:
            name = figures.names.title(self._place).whole
            said = _("{place}: {reasons}", place=name, reasons=words.reasons(n))
        self.count.setText(say(said))
        self.every.setVisible(self.wanted != replace(Wanted()))

    def _show_chosen(self) -> None:
        gap, figures = self.chosen, self._figures
        if gap is None or figures is None:
            self.detail.show_nothing()
        else:
            self.detail.show_gap(gap, figures)

    def _jump(self) -> None:
        gap = self.chosen
        if gap is not None:
            self.show_wanted.emit(gap.subject)
