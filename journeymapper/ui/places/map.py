"""The map: the canvas, what is around it, and the details of what is selected."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from journeymapper.domain import queries
from journeymapper.domain.changes import ChangeSet, StepKind
from journeymapper.domain.entities import JourneyMap, Persona
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map import words
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.gestures.palette_drop import NewThing
from journeymapper.ui.canvas.palette import DragButton, Palette
from journeymapper.ui.canvas.projection import Projection
from journeymapper.ui.commands import maps
from journeymapper.ui.context import Context
from journeymapper.ui.panels.inspector import Inspector
from journeymapper.ui.places.base import Place
from journeymapper.ui.places.map_actions import MapActions
from journeymapper.ui.places.map_bar import MapBar
from journeymapper.ui.places.map_behind import MapBehind
from journeymapper.ui.places.map_check import MapCheck
from journeymapper.ui.places.map_choosing import MapChoosing
from journeymapper.ui.places.map_clipboard import MapClipboard
from journeymapper.ui.places.map_compare import MapCompare
from journeymapper.ui.places.map_drops import MapDrops, other_maps
from journeymapper.ui.places.map_frame import MoreRowsBar, ScrollStrip
from journeymapper.ui.places.map_menus import MapMenus
from journeymapper.ui.places.map_more import MoreMenu
from journeymapper.ui.places.map_names import MapNames
from journeymapper.ui.places.map_own import MapOwn
from journeymapper.ui.places.map_personas import ShownPersonas
from journeymapper.ui.places.map_room import MapRoom
from journeymapper.ui.places.map_search import MapSearch
from journeymapper.ui.places.map_states import MapStates
from journeymapper.ui.places.map_table import MapTable
from journeymapper.ui.places.map_told import MapTold
from journeymapper.ui.places.map_undo import spot_of_change
from journeymapper.ui.places.map_walk import MapWalk
from journeymapper.ui.places.map_ways import MapWays
from journeymapper.ui.places.picture_menu import PictureMenu
from journeymapper.ui.places.row_menus import RowMenus
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.empty import EmptyPlace


class MapPlace(Place):
    """Shows one map of the document; which one, how large and whose feelings is window state."""

    key: ClassVar[str] = "map"

    def __init__(self, context: Context, session: Session, binding: ActionBinding) -> None:
        super().__init__(context, session, binding)
        setting = MapSetting(context.engine, context.tokens, context.catalogue)
        self._menus = MapMenus(context, binding, self)
        self.projection = Projection(setting)
        self.personas = ShownPersonas(session, self.projection)
        self.canvas = Canvas(context, session, self.projection, self._menus.open)
        self._menus.canvas = self.canvas
        self._menus.rows = RowMenus(context, binding, self, self.canvas)
        self.pictures = self._menus.pictures = PictureMenu(context, self, self.canvas)
        self.actions_ = MapActions(self.canvas)
        self.clipboard = MapClipboard(self.canvas)
        self.palette_ = Palette(context, self.canvas, self.actions_.add, self.actions_.name_new)
        self.rows_bar = MoreRowsBar(context, self.canvas, self.palette_)
        self.strip = ScrollStrip(context, self.canvas)
        self.inspector = Inspector(self.canvas.bench)
        self._wants_details: bool | None = None
        self.room = MapRoom(context, self.canvas)
        new_step = DragButton(
            context, self.canvas, NewThing.STEP, self.actions_.add, self.actions_.name_new
        )
        more = MoreMenu(context, binding, self._menus.fill_rows, self)
        self.bar = MapBar(context, binding, new_step, more)
        more.rename_wanted.connect(self.bar.title.rename)
        self._stack = QStackedWidget()
        self.table = MapTable(self.canvas.bench, self._stack, self)
        self.actions_.table = self.table
        self.ways_ = MapWays(self.canvas, self.inspector, lambda: self.set_details(True))
        self.states_ = MapStates(self.canvas, self.bar, self.show_map)
        self._search = MapSearch(self.canvas.bench, self.bar.search, self.table)
        self.names = MapNames(self.canvas.bench, self.bar)
        self.told = MapTold(self.canvas, self.table, binding, self)
        self.bar.how_sure = self.told.how_sure
        self.check = MapCheck(self.canvas, self.table, self.inspector, binding, self)
        self.own = MapOwn(self.canvas, self.table, binding, self.inspector, self.show_map)
        self.canvas.bench.doors.add(other_maps(self.bar, self.projection, context.say))
        self.drops_ = MapDrops(self.canvas, self.table, self.pictures.put, self.shows_map)
        self._lay_out()
        self.walk = MapWalk(self, self._whole, self.bar)
        self.compare = MapCompare(self)
        self.behind = MapBehind(self, self.projection.refresh, self.table.refresh, self._on_told)
        self._bind()
        self._follow()
        self.choosing = MapChoosing(self, binding)
        if session.document is not None:
            self._open()

    def top_bar(self) -> QWidget:
        return self.walk.bars

    def shows_map(self) -> bool:
        return not self.walk.walking and not self.compare.shown

    def activate(self) -> None:
        self.behind.catch_up()
        if self.compare.shown:
            self.compare.take_focus()
            return
        if self.walk.walking:
            self.walk.take_keys()
            return
        self._show_details()
        self.room.use()
        self.table.take_focus()

    def deactivate(self) -> None:
        self.walk.flush()
        self.canvas.settle()
        self.table.finish()
        self.inspector.flush()

    def fact(self) -> Message | None:
        document, layout = self.session.document, self.projection.layout
        if document is None or layout is None:
            return None
        if self.compare.shown:
            return self.compare.fact()
        if self.walk.walking:
            return self.walk.fact()
        selected = self.canvas.bench.cursor.selected
        if len(selected) > 1:
            return _("{n} selected", n=len(selected))
        steps = sum(stage.steps for stage in layout.sums.values())
        if not steps:
            return None
        asked = sum(stage.asked for stage in layout.sums.values())
        return words.asked(queries.project(document.snapshot).people, asked, steps)

    def can_find(self) -> bool:
        return self.canvas.bench.ready and self.shows_map()

    def drops(self) -> MapDrops:
        return self.drops_

    def find(self) -> None:  # type: ignore[override]  # hides a static function of QWidget
        self.bar.search.field.setFocus()
        self.bar.search.field.selectAll()

    def areas(self) -> tuple[QWidget, ...]:
        if self.compare.shown:
            return self.compare.areas()
        if self.walk.walking:
            return self.walk.areas()
        work = self.table.panel if self.table.shown else self.canvas.view
        return (self.own.crumbs, work, self.rows_bar, self.inspector, *self.check.areas())

    def show_map(self, map_id: str) -> None:
        """Show another map of the document."""
        document = self.session.document
        if document is None:
            return
        self.walk.stop()
        self.compare.stop()
        self.canvas.settle()
        self.table.finish()
        self.own.views.leave(map_id)
        self.canvas.bench.cursor.go_to(None)
        self.personas.begin(map_id)
        self.projection.open(document, map_id)
        self.room.use()
        self.own.views.arrive()
        self.table.refresh()
        self._refresh()

    def _open(self) -> None:
        document = self.session.document
        if document is None:
            return
        found = queries.maps(document.snapshot)
        self.told.turn_off()
        self.own.forget()
        self.room.reset()
        if found:
            self.show_map(found[0].id)

    def _close(self) -> None:
        self.canvas.editing.abandon()
        self.table.abandon()
        self.projection.close()
        self.table.refresh()
        self.inspector.forget()

    def _on_change(self, changes: ChangeSet) -> None:
        document = self.session.document
        if document is None or self.behind.waits(changes):
            return
        self.canvas.mouse.cancel()
        taken_back = changes.step.kind in (StepKind.UNDO, StepKind.REDO)
        if taken_back:
            self.canvas.editing.abandon()
            self.table.stand_by()
        if document.snapshot.find(JourneyMap, self.projection.map_id) is None:
            above = self.own.nearest()
            if above:
                self.show_map(above)
            else:
                self._open()
            return
        if changes.touches(Persona, JourneyMap):
            self.personas.keep_known()
        self.projection.refresh(changes)
        self.room.use()
        self.table.refresh()
        if taken_back:
            self._show_change(changes)
        self.told.note(changes)
        self._refresh()

    def _show_change(self, changes: ChangeSet) -> None:
        """Select and show what an undo or redo changed."""
        layout = self.projection.layout
        if layout is None:
            return
        spot = spot_of_change(self.projection.snapshot, layout, changes)
        if spot is not None:
            self.canvas.bench.cursor.go_to(spot)
        self.canvas.view.reveal_cursor()

    def _refresh(self) -> None:
        document = self.session.document
        if document is None or not self.canvas.bench.ready:
            return
        snapshot = document.snapshot
        empty = not queries.stages(snapshot, self.projection.map_id)
        if empty:
            self._stack.setCurrentWidget(self._empty)
        else:
            self.table.show_in(self._stack, self.canvas.view)
        self.strip.show_where_needed(wanted=not empty and not self.table.shown)
        self.rows_bar.setVisible(not empty)
        self.told.refresh()
        self.own.refresh()
        self.rows_bar.show_palette(shown=not self.table.shown)
        self.bar.show_as(table=self.table.shown)
        self.bar.show_maps(snapshot, self.projection.map_id)
        self.walk.refresh_bar()
        self.bar.show_personas(queries.personas(snapshot), self.projection.setting.personas)
        self.rows_bar.refresh()
        self.inspector.refresh()
        self.check.follow()
        self.fact_changed.emit()

    def _toggle_persona(self, persona: str, shown: bool) -> None:
        self.personas.toggle(persona, shown=shown)
        self.table.refresh()
        self._refresh()

    def set_details(self, wanted: bool | None) -> None:
        """Open or close the details; None lets the width of the window decide."""
        self._wants_details = wanted
        self._show_details()

    def _show_details(self) -> None:
        wanted = self._is_wide() if self._wants_details is None else self._wants_details
        changed = wanted != (not self.inspector.isHidden())
        self.inspector.setVisible(wanted)
        if wanted and changed and not self._is_wide():
            self.check.set_shown(False)
        self.bar.details.setChecked(wanted)
        if changed:
            self.inspector.refresh()
            QTimer.singleShot(0, self.canvas.view.reveal_cursor)

    def _toggle_details(self) -> None:
        if not self.inspector.isHidden():
            self.inspector.flush()
        self.set_details(self.inspector.isHidden())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_details()

    def _lay_out(self) -> None:
        say = self.context.say
        self._empty = EmptyPlace(
            self.context,
            "route",
            say(_("This map is empty")),
            say(
                _(
                    "A journey is made of stages, such as arriving and waiting, and of the steps"
                    " in them. Begin with the first stage; everything can be changed later."
                )
            ),
        )
        self.empty_button = self._empty.offer(
            say(_("Add the first stage")), self.actions_.first_stage, "plus"
        )
        self._stack.addWidget(self.canvas.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.own.crumbs)
        column.addWidget(self.told.banner)
        column.addWidget(self._stack, 1)
        column.addWidget(self.rows_bar)
        column.addWidget(self.strip)
        self._whole = QWidget()
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(column, 1)
        row.addWidget(self.inspector)
        self.check.stand_in(row)

    def _bind(self) -> None:
        bind, view = self.binding.bind, self.canvas.view
        self.actions_.bind(self.binding)
        self.ways_.bind(self.binding)
        self.states_.bind(self.binding)
        self.clipboard.bind(self.binding)
        bind("rows.more", lambda: self._show_rows(not self.rows_bar.all_shown), self._all_rows)
        bind("rows.menu", self._menus.open_rows)
        bind("view.table", self.table.toggle, lambda: self.table.shown)
        bind("view.check", self.check.toggle, lambda: self.check.is_shown)
        bind("table.export", self.table.export)
        bind("view.details", self._toggle_details, lambda: not self.inspector.isHidden())
        bind("view.fit_width", self.room.toggle_fit)
        bind("view.zoom_in", lambda: view.zoom_step(1))
        bind("view.zoom_out", lambda: view.zoom_step(-1))
        bind("view.actual_size", self.room.reset)

    def _follow(self) -> None:
        session, view = self.session, self.canvas.view
        session.opened.connect(self._open)
        session.closed.connect(self._close)
        session.flush.connect(self.canvas.editing.flush)
        session.flush.connect(self.inspector.flush)
        session.flush.connect(self.table.flush)
        session.leaving.connect(self.table.finish)
        self.table.changed.connect(self._on_table)
        self.table.menu_wanted.connect(self._menus.open_for_table)
        self.told.changed.connect(self._on_told)
        self.check.shown_changed.connect(self._on_check)
        self.check.watch.changed.connect(self._count_checks)
        self.check.details_wanted.connect(lambda: self.set_details(True))
        session.changed.connect(self._on_change)
        view.cell_cursor.moved.connect(self._on_cursor)
        view.zoomed.connect(lambda: self.bar.show_zoom(view.zoom))
        self.rows_bar.wanted.connect(self._show_rows)
        self.bar.map_chosen.connect(self.show_map)
        self.bar.persona_toggled.connect(self._toggle_persona)
        self.inspector.closed.connect(self._toggle_details)
        self.context.theme.changed.connect(self._refresh)

    def _on_table(self) -> None:
        self._refresh()
        if not self.table.shown:
            self.canvas.view.reveal_cursor()

    def _on_told(self) -> None:
        self.room.use()
        self._refresh()

    def _on_check(self) -> None:
        if self.check.is_shown and not self._is_wide():
            self.set_details(False)
        self.binding.refresh()
        QTimer.singleShot(0, self.canvas.view.reveal_cursor)

    def _count_checks(self) -> None:
        self.bar.show_checks(len(self.check.watch.findings))

    def _is_wide(self) -> bool:
        """Say whether there is room for more than one panel."""
        return self.window().width() >= self.context.tokens.size("inspector_open_from")

    def _on_cursor(self) -> None:
        self.table.follow_cursor()
        self.inspector.refresh()
        self.fact_changed.emit()

    def _all_rows(self) -> bool:
        return self.canvas.bench.ready and self.rows_bar.all_shown

    def _show_rows(self, shown: bool) -> None:
        document = self.session.document
        if document is not None:
            self.canvas.settle()
            with self.session.guard():
                maps.show_more_rows(document, self.projection.map_id, shown=shown)
