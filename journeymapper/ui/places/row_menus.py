"""The menus about rows: which are shown, one row, one more, and choices of rows."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Lane, SavedView
from journeymapper.domain.kinds import FIRST_ROWS, LaneKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.row_views import RowView, shows
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.canvas import Canvas
from journeymapper.ui.canvas.reading import row_label
from journeymapper.ui.canvas.spots import Spot
from journeymapper.ui.commands import maps, rows
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.view_name import ViewNameDialog

_KEPT = (LaneKind.TOUCHPOINT, LaneKind.FEELING)
"""Rows that can be hidden, but neither deleted nor collapsed."""

_STEP = 24
"""How much higher or lower a row becomes from its menu, in pixels at 100 %."""


class RowMenus:
    """Fills menus; what is chosen is done as one step that can be taken back."""

    def __init__(
        self, context: Context, binding: ActionBinding, owner: QWidget, canvas: Canvas
    ) -> None:
        self._context, self._binding, self._owner = context, binding, owner
        self._canvas = canvas

    def fill_all(self, menu: QMenu) -> None:
        """Put all rows into a menu, each to show or hide; then views, and one more row."""
        bench = self._bench
        if not bench.ready:
            return
        for lane in self._lanes():
            title = self._title(lane.id)
            action = menu.addAction(self._words(title))
            action.setCheckable(True)
            action.setChecked(lane.visible)
            shown = not lane.visible
            do = partial(maps.show_row, bench.document, lane.id, title, shown=shown)
            action.triggered.connect(self._guarded(do))
        menu.addSeparator()
        self._fill_new(self._inner(menu, _("Add a row")), None)
        menu.addAction(self._binding.action("rows.more"))
        menu.addSeparator()
        self.fill_views(self._inner(menu, _("Views")))

    def fill_row(self, menu: QMenu, lane_id: str) -> None:
        """Put what can be done with one row into a menu."""
        bench = self._bench
        if not lane_id or not bench.ready:
            return
        lane = bench.snapshot.get(Lane, lane_id)
        title = self._title(lane_id)
        self._offer(menu, _("Rename this row"), partial(self._rename, lane_id))
        for words, by in ((_("Move up"), -1), (_("Move down"), 1)):
            self._offer(menu, words, partial(maps.shift_row, bench.document, lane_id, by, title))
        self._fill_height(self._inner(menu, _("Height")), lane, title)
        if lane.kind not in _KEPT:
            folded = lane_id in self._canvas.projection.setting.folded
            words = _("Open this row") if folded else _("Collapse this row")
            self._offer(menu, words, partial(self._fold, lane_id, folded=not folded))
        do = partial(maps.show_row, bench.document, lane_id, title, shown=False)
        self._offer(menu, _("Hide this row"), do)
        if lane.kind not in _KEPT:
            self._offer(menu, _("Delete this row"), partial(self._delete, lane_id, title))
        menu.addSeparator()
        below = [one.id for one in self._lanes()].index(lane_id) + 1
        self._fill_new(self._inner(menu, _("Add a row below")), below)
        self.fill_all(self._inner(menu, _("Rows")))

    def fill_views(self, menu: QMenu) -> None:
        """Put choices of rows into a menu: ours, the user's, and what to do with those."""
        bench = self._bench
        lanes, map_id = self._lanes(), self._map_id
        shown = {lane.kind for lane in lanes if lane.visible}
        first = self._offer(
            menu,
            _("The first five rows"),
            partial(maps.show_more_rows, bench.document, map_id, shown=False),
        )
        first.setCheckable(True)
        first.setChecked(shown == set(FIRST_ROWS))
        for view in RowView:
            action = self._offer(
                menu,
                rows.VIEW_NAMES[view],
                partial(rows.show_view, bench.document, map_id, view),
            )
            action.setCheckable(True)
            action.setChecked(shows(lanes, view))
        kept = bench.snapshot.select(indexes.VIEWS_OF_MAP, map_id)
        if kept:
            menu.addSeparator()
        seen = {lane.id for lane in lanes if lane.visible}
        for one in kept:
            do = partial(rows.show_saved_view, bench.document, one.id)
            action = menu.addAction(self._words(one.name))
            action.triggered.connect(self._guarded(do))
            action.setCheckable(True)
            action.setChecked(set(one.lanes) == seen)
        menu.addSeparator()
        self._offer(menu, _("Keep these rows as a view…"), self._keep_new)
        if kept:
            own = self._inner(menu, _("Change a view"))
            for one in kept:
                self._fill_view(own.addMenu(self._words(one.name)), one)

    @property
    def _bench(self) -> Bench:
        return self._canvas.bench

    @property
    def _map_id(self) -> str:
        return self._canvas.projection.map_id

    def _lanes(self) -> tuple[Lane, ...]:
        return queries.lanes(self._bench.snapshot, self._map_id)

    def _title(self, lane_id: str) -> str | Message:
        return row_label(self._bench.snapshot, self._context.tokens, lane_id)

    def _fill_new(self, menu: QMenu, index: int | None) -> None:
        """Offer every kind of row that is not shown, and a row of one's own."""
        shown = {lane.kind for lane in self._lanes() if lane.visible}
        for kind in LaneKind:
            if kind != LaneKind.CUSTOM and kind not in shown:
                label = Message(self._context.tokens.lane_label(kind.value))
                self._offer(menu, label, partial(self._add, kind, label, index))
        menu.addSeparator()
        label = Message(self._context.tokens.lane_label(LaneKind.CUSTOM.value))
        self._offer(menu, label, partial(self._add, LaneKind.CUSTOM, label, index))

    def _fill_height(self, menu: QMenu, lane: Lane, title: str | Message) -> None:
        bench = self._bench
        now = next((row.h for row in bench.layout.rows if row.lane == lane.id), 0.0)
        for words, by in ((_("Higher"), _STEP), (_("Lower"), -_STEP)):
            do = partial(rows.set_height, bench.document, lane.id, round(now) + by, title)
            self._offer(menu, words, do)
        do = partial(rows.set_height, bench.document, lane.id, None, title)
        automatic = self._offer(menu, _("Automatic"), do)
        automatic.setCheckable(True)
        automatic.setChecked(lane.height is None)

    def _fill_view(self, menu: QMenu, view: SavedView) -> None:
        document = self._bench.document
        self._offer(menu, _("Rename…"), partial(self._rename_view, view))
        self._offer(
            menu, _("Let it show the rows shown now"), partial(rows.keep_view, document, view.id)
        )
        self._offer(menu, _("Delete"), partial(rows.delete_view, document, view.id))

    def _add(self, kind: LaneKind, title: Message, index: int | None) -> None:
        bench = self._bench
        made = rows.add(bench.document, self._map_id, kind, title, index)
        bench.cursor.go_to(Spot(made))
        if kind == LaneKind.CUSTOM:
            self._canvas.editing.open(Spot(made))

    def _rename(self, lane_id: str) -> None:
        self._bench.cursor.go_to(Spot(lane_id))
        self._canvas.editing.open(Spot(lane_id))

    def _fold(self, lane_id: str, *, folded: bool) -> None:
        now = self._canvas.projection.setting.folded
        wanted = now | {lane_id} if folded else now - {lane_id}
        self._canvas.projection.change_setting(folded=wanted)

    def _delete(self, lane_id: str, title: str | Message) -> None:
        label = rows.delete(self._bench.document, lane_id, title)
        self._bench.session.report_gone(label)

    def _keep_new(self) -> None:
        self._ask("", lambda name: rows.save_view(self._bench.document, self._map_id, name))

    def _rename_view(self, view: SavedView) -> None:
        self._ask(view.name, lambda name: rows.rename_view(self._bench.document, view.id, name))

    def _ask(self, name: str, do: Callable[[str], object]) -> None:
        dialog = ViewNameDialog(self._context, self._owner.window(), name)
        dialog.accepted.connect(self._guarded(lambda: do(dialog.name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _offer(self, menu: QMenu, words: Message, do: Callable[[], object]) -> QAction:
        action = menu.addAction(self._words(words))
        action.triggered.connect(self._guarded(do))
        return action

    def _inner(self, menu: QMenu, words: Message) -> QMenu:
        return menu.addMenu(self._words(words))

    def _guarded(self, do: Callable[[], object]) -> Callable[[], None]:
        """Settle what is under way, do it, and show what was refused."""

        def handler() -> None:
            if self._canvas.editing.finish():
                with self._bench.session.guard():
                    do()

        return handler

    def _words(self, title: str | Message) -> str:
        """Return a title for a menu, where & would be a key."""
        words = self._context.say(title) if isinstance(title, Message) else title
        return words.replace("&", "&&")
