"""The comparison: its drawing, and beside it the list of what differs."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from journeymapper.analysis.emotion import EmotionCurve, emotion_curve
from journeymapper.analysis.map_differences import Difference, differences
from journeymapper.analysis.step_pairs import Side
from journeymapper.domain import queries
from journeymapper.domain.entities import Version
from journeymapper.domain.message import Message, _
from journeymapper.drawing.compare.compared import Compared, Picture
from journeymapper.drawing.compare.overlay import overlaid
from journeymapper.drawing.compare.stacked import stacked
from journeymapper.drawing.lettering import minus
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.ui.commands.names import persona_name
from journeymapper.ui.compare.bar import OVERLAY, CompareBar
from journeymapper.ui.compare.paper import export
from journeymapper.ui.compare.picture import PictureView
from journeymapper.ui.compare.sides import Moment, best_start, moments, state_of
from journeymapper.ui.context import Context
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.labels import PlainLabel

_SIDE = 300
_LEAST, _USUAL, _WIDEST = 96.0, 99.0, 150.0
_TALLEST = 760.0
"""A drawing in one map grows no higher than this: the curve would only become steep."""

_REST_MS = 60


class ComparePanel(QWidget):
    """Reads the document; what is chosen is window state."""

    closed = Signal()
    wanted = Signal(str, str)
    """Go to a place: the id of a map, and of a step or stage on it."""
    changed = Signal()

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self._context, self._session = context, session
        self._map = ""
        self._moments: tuple[Moment, ...] = ()
        self._compared: Compared | None = None
        self.found: tuple[Difference, ...] = ()
        self.bar = CompareBar(context)
        self.picture = PictureView(context)
        self.picture.setAccessibleName(context.say(_("Drawing of the comparison")))
        self.heading = PlainLabel("", "heading", wrap=True)
        self.averages = PlainLabel("", "body", "text_secondary", wrap=True)
        self.list = QListWidget()
        self._drawn: tuple[object, object, object] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._fit)
        self._lay_out()
        self.bar.changed.connect(self.refresh)
        self.bar.closed.connect(self.closed)
        self.bar.export_wanted.connect(self._export)
        self.list.currentItemChanged.connect(lambda _now, _was: self._mark())
        self.list.itemClicked.connect(lambda _item: self._mark())
        self.list.itemActivated.connect(lambda _item: self._go())
        context.theme.changed.connect(self._redraw)

    def begin(self, map_id: str) -> None:
        """Compare a map with what is most worth it."""
        document = self._session.document
        if document is None:
            return
        self._map = map_id
        self._moments = moments(document, map_id)
        start = best_start(document, map_id, self._moments)
        self._offer(start.before, start.after, start.personas)
        self.refresh()

    def since(self, version_id: str) -> None:
        """Compare the map as it was at a version, by id, with now; else all stays as it is."""
        document = self._session.document
        version = document.snapshot.find(Version, version_id) if document is not None else None
        if version is None:
            return
        keys = [(m.map_id, m.step) for m in self._moments]
        then, now = (self._map, version.step), (self._map, "")
        if then in keys and now in keys:
            personas = (self.bar.before.chosen()[1], self.bar.after.chosen()[1])
            self._offer(keys.index(then), keys.index(now), personas)
            self.refresh()

    def follow(self) -> None:
        """The document has changed: keep what is chosen where it is still there."""
        document = self._session.document
        if document is None:
            return
        before, after = self.bar.before.chosen(), self.bar.after.chosen()
        was = [self._moments[i] for i, _persona in (before, after)]
        self._moments = moments(document, self._map)
        keys = [(m.map_id, m.step) for m in self._moments]
        if all((m.map_id, m.step) in keys for m in was):
            places = [keys.index((m.map_id, m.step)) for m in was]
            self._offer(places[0], places[1], (before[1], after[1]))
            self.refresh()
        else:
            self.begin(queries.maps(document.snapshot)[0].id)

    def refresh(self) -> None:
        """Compare what is chosen."""
        self._compared = self._read()
        self.found = ()
        if self._compared is not None:
            self.found = differences(self._compared.before, self._compared.after)
        self.list.clear()
        for found in self.found:
            self.list.addItem(QListWidgetItem(self._context.say(found.words)))
        say = self._context.say
        self.heading.setText(say(self.fact()))
        averages = self._averages()
        self.averages.setText(say(averages) if averages is not None else "")
        self.averages.setVisible(averages is not None)
        self.bar.export.setEnabled(self._compared is not None)
        self._draw()
        self.changed.emit()

    def fact(self) -> Message:
        """Return how much differs, or what to do where nothing can be compared."""
        if self._compared is None:
            return _("This map was not there yet at that time. Choose another version.")
        count = len(self.found)
        if count:
            return _("1 difference") if count == 1 else _("{n} differences", n=count)
        if self.bar.before.chosen() == self.bar.after.chosen():
            return _(
                "Both sides are the same. Choose another map, version or persona to compare with."
            )
        return _("Nothing differs between the two.")

    def picture_of(self, room: tuple[float, float] | None = None) -> Picture | None:
        """Return the drawing of what is chosen; its columns and rows use ``room``, if any."""
        compared, context = self._compared, self._context
        if compared is None:
            return None
        in_one = self.bar.shape.value() == OVERLAY
        column, height = _USUAL, None
        if room is not None:
            column, height = self._sizes(compared, room)
        setting = MapSetting(
            context.engine,
            context.tokens,
            context.catalogue,
            column_width=column,
            fill_height=height,
        )
        return (overlaid if in_one else stacked)(compared, setting)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _offer(self, before: int, after: int, personas: tuple[str, str]) -> None:
        document = self._session.document
        if document is None:
            return
        say, snapshot = self._context.say, document.snapshot
        words = [say(moment.words) for moment in self._moments]
        names = [(p.id, p.short or p.name) for p in queries.personas(snapshot)]
        self.bar.before.offer(words, before, names, personas[0])
        self.bar.after.offer(words, after, names, personas[1])

    def _read(self) -> Compared | None:
        document = self._session.document
        if document is None or not self._moments:
            return None
        sides, names, counts = [], [], []
        for place, persona in (self.bar.before.chosen(), self.bar.after.chosen()):
            moment = self._moments[place]
            snapshot = state_of(document, moment)
            if snapshot is None:
                return None
            sides.append(Side(snapshot, moment.map_id, persona))
            names.append(moment.words)
            counts.append(None if moment.step else document.counts)
        one, other = sides
        name = self._words(persona_name(document.snapshot, one.persona))
        if one.persona == other.persona:
            name = self._context.say(_("{name}, before", name=name))
        else:
            names = [
                _("{title}, {name}", title=title, name=persona_name(side.snapshot, side.persona))
                for title, side in zip(names, sides, strict=True)
            ]
        return Compared(one, other, (names[0], names[1]), name, (counts[0], counts[1]))

    def _averages(self) -> Message | None:
        """How the two curves differ as a whole."""
        if self._compared is None:
            return None
        both = [_curve(side) for side in (self._compared.before, self._compared.after)]
        if any(curve.mean is None or curve.peak_end is None for curve in both):
            return None
        return _(
            "Average feeling {now}, before {was}. What is remembered {end}, before {was_end}.",
            now=minus(both[1].mean or 0.0),
            was=minus(both[0].mean or 0.0),
            end=minus(both[1].peak_end or 0.0),
            was_end=minus(both[0].peak_end or 0.0),
        )

    def _draw(self) -> None:
        document = self._session.document
        if document is None or not self.isVisible():
            return
        context = self._context
        ink = Ink(context.theme.theme, context.icons, context.engine.fonts, document.blob)
        self.picture.show_picture(self.picture_of(self.picture.room()), ink)
        self._drawn = self._what_to_draw()
        self._mark()

    def _fit(self) -> None:
        """Draw anew where another room makes the columns wider or narrower."""
        was, now = self._drawn, self._what_to_draw()
        if was is None or was[0] is not now[0] or was[1:] != now[1:]:
            self._draw()

    def _what_to_draw(self) -> tuple[object, object, object]:
        compared = self._compared
        sizes = self._sizes(compared, self.picture.room()) if compared is not None else None
        return compared, self.bar.shape.value(), sizes

    def _sizes(self, compared: Compared, room: tuple[float, float]) -> tuple[float, float | None]:
        """How wide columns are in a room, and how high the drawing; None: as high as it is."""
        steps = max(len(compared.before.steps), len(compared.after.steps), 1)
        spare = (room[0] - self._context.tokens.size("lane_title")) / (steps + 1)
        column = min(float(int(spare)), _WIDEST) if spare >= _LEAST else _USUAL
        in_one = self.bar.shape.value() == OVERLAY
        return column, min(room[1], _TALLEST) if in_one else None

    def _redraw(self) -> None:
        if self.isVisible():
            self._draw()

    def _mark(self) -> None:
        found = self._current()
        if found is not None:
            self.picture.mark(found.after or found.before)

    def _current(self) -> Difference | None:
        row = self.list.currentRow()
        return self.found[row] if 0 <= row < len(self.found) else None

    def _go(self) -> None:
        found, compared = self._current(), self._compared
        if found is None or compared is None:
            return
        side = compared.after if found.after else compared.before
        self.wanted.emit(side.map_id, found.after or found.before)

    def _export(self) -> None:
        picture, document = self.picture_of(), self._session.document
        if picture is None or document is None or self._compared is None:
            return
        export(self, self._context, self._session, self._compared, picture, self.found)

    def _words(self, words: str | Message) -> str:
        return self._context.say(words) if isinstance(words, Message) else words

    def _lay_out(self) -> None:
        px = self._context.theme.px
        side = QFrame()
        side.setObjectName("differences")
        side.setFixedWidth(px(_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(16, 12, 12, 10)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.averages)
        column.addWidget(self.list, 1)
        hint = _("Click a difference to see its place, press Enter to go there on the map.")
        column.addWidget(PlainLabel(self._context.say(hint), "label", "text_secondary", wrap=True))
        self.list.setAccessibleName(self._context.say(_("What differs")))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.picture, 1)
        row.addWidget(side)


def _curve(side: Side) -> EmotionCurve:
    found = (queries.feeling_of(side.snapshot, t.id, side.persona) for t in side.steps)
    return emotion_curve(feeling.value if feeling is not None else None for feeling in found)
