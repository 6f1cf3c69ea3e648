"""Chart: one chart at a time beside the list of all places with their reasons."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.gaps import telling
from journeymapper.analysis.gaps.places import Place
from journeymapper.analysis.gaps.rules import BY_CODE
from journeymapper.analysis.gaps.types import Gap
from journeymapper.domain.evidence import Grade
from journeymapper.domain.message import Message, _
from journeymapper.drawing.charts.chart import Chart
from journeymapper.drawing.gaps import plan_words, words
from journeymapper.drawing.gaps.charts import ChartMaker, Make
from journeymapper.ui.context import Context
from journeymapper.ui.gaps.drawn import Drawn, dots_icon, mark_icon, pen_of
from journeymapper.ui.gaps.figuring import GapFigures
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel

SUBJECT = Qt.ItemDataRole.UserRole
_LEAST, _MOST = 320, 820
_ROW, _REASON = 36, 27
_SURE_WIDE, _PLAN_WIDE = 176, 150
_LIST_FROM = 800
"""Below this width the chart stands alone; All gaps has the list."""
_PLANS_FROM = 1100
"""From this width on the list has room for plans."""


class ChartTab(QWidget):
    """Shows figures; ``show_wanted`` names a place to show on the map."""

    show_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._figures: GapFigures | None = None
        self._makers: dict[str, Make] = {}
        self.chart: Chart | None = None
        say = context.say
        self.which = Choice(context, say(_("Which chart")))
        self.which.activated.connect(lambda _index: self._draw())
        self.drawn = Drawn(context)
        self._hint = PlainLabel("", "label", "text_secondary", wrap=True)
        self.opinion = PlainLabel("", "body", "text_secondary", wrap=True)
        self._note = QFrame()
        self._note.setObjectName("gap_card")
        note = QVBoxLayout(self._note)
        note.setContentsMargins(16, 10, 16, 10)
        note.setSpacing(2)
        note.addWidget(PlainLabel(say(_("Importance is the team’s opinion")), "subheading"))
        note.addWidget(self.opinion)
        self.list = QTreeWidget()
        heads = (_("Place"), _("How sure"), _("Plan"))
        self.list.setHeaderLabels([say(head) for head in heads])
        self.list.setIconSize(QSize(44, 18))
        self.list.setProperty("look", "lines")
        self.list.setAccessibleName(say(_("Places with their reasons")))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setIndentation(22)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.list.setColumnWidth(1, context.theme.px(_SURE_WIDE))
        self.list.setColumnWidth(2, context.theme.px(_PLAN_WIDE))
        self.list.itemActivated.connect(self._on_activated)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(60)
        self._timer.timeout.connect(self._draw)

    def show_figures(self, figures: GapFigures) -> None:
        """Show another state of the document; the choice of the chart stays."""
        self._figures = figures
        maker = ChartMaker(
            figures.snapshot, figures.board, figures.pictures, figures.names, pen_of(self._context)
        )
        before = self.which.currentData()
        self._makers = dict(maker.available())
        self.which.clear()
        for key, make in self._makers.items():
            self.which.addItem(self._context.say(make(_MOST).title), key)
        self.which.setCurrentIndex(max(0, self.which.findData(before)))
        self._fill(figures)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self._context.theme.px
        self.list.setVisible(self.width() >= px(_LIST_FROM))
        self.list.setColumnHidden(2, self.width() < px(_PLANS_FROM))
        self._timer.start()

    def _lay_out(self) -> None:
        page = QWidget()
        page.setObjectName("scrolled")
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 8, 0)
        inside.setSpacing(10)
        frame = QFrame()
        frame.setObjectName("gap_card")
        column = QVBoxLayout(frame)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self.which)
        column.addWidget(self._hint)
        column.addWidget(self.drawn, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(frame)
        inside.addWidget(self._note)
        inside.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(page)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(self._context.say(_("Chart")))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(10)
        row.addWidget(self._scroll, 11)
        row.addWidget(self.list, 12)

    def _draw(self) -> None:
        figures, key = self._figures, self.which.currentData()
        if figures is None or key not in self._makers:
            self.chart = None
            self.drawn.show_drawing(None)
            self._hint.setText(self._context.say(_("There is no figure to draw yet.")))
            self._note.hide()
            return
        bar = self._scroll.verticalScrollBar().sizeHint().width()  # it comes and goes
        room = (self._scroll.width() - bar - 40) / self._context.theme.scale
        width = float(min(_MOST, max(_LEAST, room)))
        self.chart = self._makers[key](width)
        self.drawn.show_drawing(self.chart.drawing, self._context.say(self.chart.alt))
        self.drawn.setToolTip(self._context.say(self.chart.alt))
        self._hint.setText(self._context.say(_HINTS.get(key, _WHISKERS)))
        self._hint.setVisible(key in _HINTS)
        pictures = figures.pictures
        opinion = key == "importance" and pictures.importance_sure in (Grade.D, Grade.E)
        self._note.setVisible(opinion)
        if opinion:
            n = pictures.importance_people
            self.opinion.setText(self._context.say(_votes(n)))

    def _fill(self, figures: GapFigures) -> None:
        say, names = self._context.say, figures.names
        open_ = {
            item.data(0, SUBJECT)
            for i in range(self.list.topLevelItemCount())
            if (item := self.list.topLevelItem(i)) is not None and item.isExpanded()
        }
        current = self.list.currentItem()
        wanted = current.data(0, SUBJECT) if current is not None else None
        self.list.clear()
        for i, place in enumerate(figures.board.places):
            item = QTreeWidgetItem(self.list, self._of_place(place, figures))
            item.setIcon(0, mark_icon(self._context, place.band))
            self._add_dots(item, telling.backing(place))
            for column in (0, 2):
                item.setToolTip(column, item.text(column))
            item.setData(0, SUBJECT, place.subject)
            item.setSizeHint(0, QSize(0, self._context.theme.px(_ROW)))
            for gap in telling.reasons(place):
                row = [say(BY_CODE[gap.rule].title), say(words.who(gap, names.people))]
                child = QTreeWidgetItem(item, row)
                child.setIcon(0, mark_icon(self._context, gap.band, 12.0))
                self._add_dots(child, gap)
                child.setToolTip(0, say(gap.text))
                child.setData(0, SUBJECT, place.subject)
                child.setSizeHint(0, QSize(0, self._context.theme.px(_REASON)))
            item.setExpanded(place.subject in open_ if open_ else i == 0)
            if place.subject == wanted:
                self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)

    def _add_dots(self, item: QTreeWidgetItem, gap: Gap) -> None:
        if gap.evidence is not None:
            item.setIcon(1, dots_icon(self._context, gap.evidence))

    def _of_place(self, place: Place, figures: GapFigures) -> list[str]:
        say, names = self._context.say, figures.names
        plan = plan_words.plan_of_place(figures.board, place)
        title = _(
            "{place}: {reasons}",
            place=names.title(place.subject).whole,
            reasons=words.reasons_of(place),
        )
        planned = plan.title if plan is not None else say(_("No plan yet"))
        return [say(title), say(words.who(telling.backing(place), names.people)), planned]

    def _on_activated(self, item: QTreeWidgetItem) -> None:
        self.show_wanted.emit(str(item.data(0, SUBJECT)))


_WHISKERS = _("The bar shows how far chance could move the average.")
_HINTS = {
    "importance": _WHISKERS,
    "scores": _WHISKERS,
    "feelings": _("A mark above a step is its worst reason."),
    "called": _("Who was opened again begins anew."),
    "sure": _("A place never looks smaller because we know less about it."),
}


def _votes(n: int) -> Message:
    if n > 1:
        return _("{n} people of the team said so. Nobody else was asked about it yet.", n=n)
    return _("The team said so. Nobody else was asked about it yet.")
