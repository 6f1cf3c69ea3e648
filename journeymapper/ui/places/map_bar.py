"""The bar above the map: which map, whose feelings, new step, search, undo, zoom, details."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap, Persona
from journeymapper.domain.kinds import MapState
from journeymapper.domain.map_pairs import pair_of
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.marks import persona_role
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.palette import DragButton
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.context import Context
from journeymapper.ui.places.map_title import MapTitle
from journeymapper.ui.walk.resuming import WALK
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.search import SearchField
from journeymapper.ui.widgets.segmented import Segmented

_LINE = QSize(24, 10)
_DASHES: tuple[list[float], ...] = ([], [4, 3], [1, 2])
_MOST_CHIPS = 4
_LONGEST = 18

_SEARCH_FIRST = 100
"""The search takes the room there is, up to its full width; only then is any left empty."""

_KEY_FROM = 1040
_WORDS_FROM = 1280
_SEEN_AS_FROM = 1400
_TABLE_FROM = 1210
_STATES_FROM = 1100
_CHECK_FROM = 1440
_ZOOM_FROM = 980
_PERSONAS_FROM = 780
"""Widths, at 100 % text, from which the bar has the key, words, map or table (for the way back from
the table: earlier), today or future, the check, zoom, personas."""

_WALK_FROM = (900, 1280, 1440)
"""From these widths on it has the icon of the walk, its words, and where the walk goes on."""

HowSure = Callable[[str], str]
"""Returns how much is known of a persona, by id, in words."""


class PersonaChip(QPushButton):
    """A persona's name with the line of its curve; dashed border and a plus while hidden."""

    def __init__(self, context: Context, persona: Persona, rank: int, *, shown: bool) -> None:
        name = persona.short or persona.name
        words = shortened(name, _LONGEST)
        super().__init__(words if shown else f"+ {words}")
        self.setObjectName("persona_chip")
        self.setCheckable(True)
        self.setChecked(shown)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        tip = _("Hide the curve of {name}") if shown else _("Show the curve of {name}")
        self._tip = context.say(type(tip)(tip.key, name=name))
        self.how_sure: Callable[[], str] = lambda: ""
        colour = context.theme.theme.colour
        border = colour(persona_role(rank)) if shown else colour("control_border")
        style = "solid" if shown else "dashed"
        self.setStyleSheet(
            f"QPushButton {{ border: 1px {style} {border}; border-radius: 14px;"
            f" padding: 0 10px; background: {colour('surface')}; color: {colour('text')}; }}"
        )
        if shown:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            self.setIconSize(_LINE)
            self.setIcon(_line_icon(context, rank, self.devicePixelRatioF()))

    def event(self, event: QEvent) -> bool:
        """Say how sure we are when somebody asks; counting it at each step would take long."""
        if event.type() in (QEvent.Type.ToolTip, QEvent.Type.FocusIn):
            known = self.how_sure()
            self.setToolTip("\n".join(words for words in (self._tip, known) if words))
            self.setAccessibleDescription(known)
        return super().event(event)


class MapBar(QWidget):
    """Shows what it is told and says what is wanted."""

    map_chosen = Signal(str)
    renamed = Signal(str)
    persona_toggled = Signal(str, bool)

    def __init__(
        self, context: Context, binding: ActionBinding, new_step: DragButton, more: QMenu
    ) -> None:
        super().__init__()
        self._new_step = new_step
        self.how_sure: HowSure = _nothing_known
        self._zooms: list[QWidget] = []
        self._is_table = False
        self._context = context
        say = context.say
        self.title = MapTitle(
            context, [binding.action(id_) for id_ in ("map.another", "map.delete")]
        )
        self.title.renamed.connect(self.renamed)
        self.title.chosen.connect(self.map_chosen)
        options = [("map", say(_("Map"))), ("table", say(_("Table")))]
        self.seen_as = Segmented(say(_("Map or table")), options, "map")
        self.seen_as.chosen.connect(lambda _key: binding.action("view.table").trigger())
        words = [(MapState.CURRENT, _("Today")), (MapState.FUTURE, _("Future"))]
        states = [(str(key), say(message)) for key, message in words]
        self.states = Segmented(say(_("Today or future")), states, str(MapState.CURRENT))
        self.states.chosen.connect(lambda _key: binding.action("view.future").trigger())
        self._maps: dict[MapState, str] = {}
        self._shown_chips: object = None
        self._personas = QWidget()
        self._dividers = (_divider(), _divider())
        self._chips = QHBoxLayout(self._personas)
        self._chips.setContentsMargins(0, 0, 0, 0)
        self._chips.setSpacing(6)
        self.search = SearchField(context, say(_("Word or step, like 3.2")), "Ctrl F")
        self.search.field.setToolTip(say(_("Word or step, like 3.2")))
        self.search.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.search.setMinimumWidth(120)
        self.search.setMaximumWidth(context.theme.px(224))
        self._walk_words = WALK
        self.walk = _button(context, say(WALK), icon="footprints")
        self.walk.clicked.connect(binding.action("walk.start").trigger)
        self.zoom = _button(context, "100 %", hint=say(_("Show the map at 100 %")))
        self.zoom.setMinimumWidth(context.theme.px(50))
        self.zoom.clicked.connect(binding.action("view.actual_size").trigger)
        self.details = Button(context, say(_("Details")), "secondary", "panel-right")
        self.details.setCheckable(True)
        self.details.setAccessibleName(say(_("Details")))
        self.details.setToolTip(say(_("Details of what is selected")))
        self.details.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.details.clicked.connect(binding.action("view.details").trigger)
        self.check = _button(context, "", icon="clipboard-check")
        self.check.setCheckable(True)
        self.check.clicked.connect(binding.action("view.check").trigger)
        binding.action("view.check").toggled.connect(self.check.setChecked)
        self.show_checks(0)
        self.more = _button(context, say(_("More")), icon="ellipsis")
        self.more.setMenu(more)
        self.more.setAccessibleName(say(_("More")))
        self._lay_out(binding, new_step)

    def show_maps(self, snapshot: Snapshot, map_id: str) -> None:
        """Show the title of a map, the others to choose, and today or future."""
        current = snapshot.get(JourneyMap, map_id)
        self.title.show_maps([(m.id, m.title) for m in queries.maps(snapshot)], map_id)
        self._maps = pair_of(snapshot, map_id)
        self.states.set_value(str(current.state))

    def maps_at(self, point: QPoint) -> tuple[str, ...]:
        """Return the ids of the maps that a point of the screen stands for, the one shown too."""
        for state, id_ in self._maps.items():
            if _holds(self.states.button(str(state)), point):
                return (id_,)
        return self.title.maps if _holds(self.title, point) else ()

    def show_personas(self, personas: tuple[Persona, ...], shown: tuple[str, ...]) -> None:
        """Show a chip for each persona; ``shown`` are those on the map, in order."""
        names = tuple((p.id, p.short or p.name) for p in personas)
        wanted = (names, shown, self._context.theme.name)
        if wanted == self._shown_chips:
            return
        self._shown_chips = wanted
        while self._chips.count():
            item = self._chips.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        by_id = {p.id: p for p in personas}
        on = [by_id[i] for i in shown if i in by_id]
        off = [p for p in personas if p.id not in shown]
        for rank, persona in enumerate((*on, *off)[:_MOST_CHIPS]):
            chip = PersonaChip(self._context, persona, min(rank, 2), shown=persona in on)
            chip.how_sure = partial(self._how_sure_of, persona.id)
            chip.clicked.connect(
                lambda checked, id_=persona.id: self.persona_toggled.emit(id_, checked)
            )
            self._chips.addWidget(chip)

    def show_walk(self, words: Message, *, steps: bool) -> None:
        """Show how the walk goes on; without ``steps`` there is nothing to walk through yet."""
        self._walk_words = words
        self.walk.setEnabled(steps)
        hint = self._context.say(_("Add the first steps, then the walk asks about each of them."))
        self.walk.setToolTip(self._context.say(words) if steps else hint)
        self.walk.setAccessibleName(self._context.say(words))
        self._arrange(self.width() / self._context.theme.scale)

    def show_as(self, *, table: bool) -> None:
        """Show whether the map is seen as a table; its size is no matter then."""
        self.seen_as.set_value("table" if table else "map")
        self._is_table = table
        self._arrange(self.width() / self._context.theme.scale)

    def show_checks(self, count: int) -> None:
        """Show how many things there are to look at in the map check."""
        words = _("Check this map: nothing to look at")
        if count:
            words = _("Check this map: 1 thing to look at")
        if count > 1:
            words = _("Check this map: {n} things to look at", n=count)
        self.check.setText(str(count) if count else "")
        self.check.setToolTip(self._context.say(words))
        self.check.setAccessibleName(self._context.say(words))

    def show_zoom(self, zoom: float) -> None:
        """Show the present size."""
        self.zoom.setText(f"{round(zoom * 100)} %")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(event.size().width() / self._context.theme.scale)

    def minimumSizeHint(self) -> QSize:
        return QSize(420, super().minimumSizeHint().height())

    def _arrange(self, width: float) -> None:
        """Leave out what there is no room for; all of it is in the menus too."""
        say = self._context.say
        words = width >= _WORDS_FROM
        icon, short, long = _WALK_FROM
        enough = short if self._walk_words == WALK else long
        self.walk.setText(say(self._walk_words) if width >= enough else "")
        self.walk.setVisible(width >= icon)
        self.details.setText(say(_("Details")) if words else "")
        self.more.setText(say(_("More")) if words else "")
        self._new_step.set_words(words)
        self.check.setVisible(width >= _CHECK_FROM)
        self.states.setVisible(width >= _STATES_FROM)
        self.seen_as.setVisible(width >= (_TABLE_FROM if self._is_table else _SEEN_AS_FROM))
        for widget in self._zooms:
            widget.setVisible(width >= _ZOOM_FROM and not self._is_table)
        self.search.show_keys(wanted=width >= _KEY_FROM)
        for part in (self._personas, *self._dividers):
            part.setVisible(width >= _PERSONAS_FROM)

    def _how_sure_of(self, persona: str) -> str:
        return self.how_sure(persona)

    def _lay_out(self, binding: ActionBinding, new_step: DragButton) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 10, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.states)
        row.addWidget(self.seen_as)
        row.addWidget(self._dividers[0])
        row.addWidget(self._personas)
        row.addWidget(self._dividers[1])
        row.addWidget(self.walk)
        row.addWidget(new_step)
        self.zoom.setObjectName("zoom")
        row.addStretch(1)
        row.addWidget(self.search, _SEARCH_FIRST)
        for ids in (("edit.undo", "edit.redo"), ("view.zoom_out", "", "view.zoom_in")):
            group = QHBoxLayout()
            group.setSpacing(0)
            for id_ in ids:
                button = self._follower(binding, id_) if id_ else self.zoom
                group.addWidget(button)
                if not id_.startswith("edit"):
                    self._zooms.append(button)
            row.addLayout(group)
        row.addWidget(self.check)
        row.addWidget(self.details)
        row.addWidget(self.more)

    def _follower(self, binding: ActionBinding, id_: str) -> IconButton:
        action = binding.action(id_)
        icon = {
            "edit.undo": "undo-2",
            "edit.redo": "redo-2",
            "view.zoom_out": "zoom-out",
            "view.zoom_in": "zoom-in",
        }[id_]
        button = IconButton(self._context, icon, action.text().replace("&", ""))
        button.follow(action)
        return button


def _holds(widget: QWidget, point: QPoint) -> bool:
    """Say whether a point of the screen lies on a widget that can be seen."""
    return widget.isVisible() and widget.rect().contains(widget.mapFromGlobal(point))


def _button(context: Context, words: str, *, icon: str = "", hint: str = "") -> Button:
    """A quiet button that keys reach and a click does not take the keys to."""
    button = Button(context, words, "quiet", icon)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if hint:
        button.setToolTip(hint)
    return button


def _nothing_known(_persona: str) -> str:
    return ""


def _divider() -> QFrame:
    line = QFrame()
    line.setProperty("look", "divider")
    line.setFixedSize(1, 20)
    return line


def _line_icon(context: Context, rank: int, ratio: float) -> QIcon:
    """A piece of the persona's curve, as a picture for a chip."""
    pixmap = QPixmap(round(_LINE.width() * ratio), round(_LINE.height() * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(context.theme.colour(persona_role(rank)), 2.25)
    if _DASHES[rank]:
        pen.setDashPattern([length / 2 for length in _DASHES[rank]])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if _DASHES[rank] else Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    middle = _LINE.height() / 2
    painter.drawLine(QPointF(7.5, middle), QPointF(_LINE.width() - 1.5, middle))
    painter.end()
    return QIcon(pixmap)
