"""The selection that map and table share: the same steps stay selected when one changes over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, QObject

from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import LaneKind
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.spots import Spot, lane_of_kind, spot_in
from journeymapper.ui.canvas.targets import spot_of_step
from journeymapper.ui.table.model import TableModel
from journeymapper.ui.table.view import StepTable

MOST = 200
"""So many steps are selected on the map too; of more only the current one."""

_FLAG = QItemSelectionModel.SelectionFlag


class SharedSelection(QObject):
    """Carries the selection of the table to the cursor of the map, and back when asked."""

    def __init__(self, bench: Bench, view: StepTable, model: TableModel) -> None:
        super().__init__(view)
        self._bench, self._view, self._model = bench, view, model
        self._waits = 0
        self._telling = False
        view.selectionModel().selectionChanged.connect(self._tell)
        view.selectionModel().currentChanged.connect(self._tell)

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids of the steps of which a cell is selected, from top to bottom."""
        rows: set[int] = set()
        for part in self._ranges():
            rows.update(range(part.top(), part.bottom() + 1))
        return tuple(self._model.ids[row] for row in sorted(rows))

    def cells(self) -> list[tuple[int, int]]:
        """Return the selected cells as rows and columns; by ranges, for there may be many."""
        return [
            (row, column)
            for part in self._ranges()
            for row in range(part.top(), part.bottom() + 1)
            for column in range(part.left(), part.right() + 1)
        ]

    def _ranges(self) -> list[QItemSelectionRange]:
        selection = self._view.selectionModel().selection()
        return [selection.at(place) for place in range(selection.count())]

    @property
    def telling(self) -> bool:
        """Say whether the cursor moves because the table tells it to."""
        return self._telling

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """Tell nothing while rows come and go, and once afterwards."""
        self._waits += 1
        try:
            yield
        finally:
            self._waits -= 1

    def take(self) -> None:
        """Select in the table what is selected on the map."""
        cursor, model = self._bench.cursor, self._model
        rows = [row for id_ in self._wanted() if (row := model.row_of(id_)) >= 0]
        if not rows:
            return
        spot = cursor.spot
        column = max(0, model.column_of(self._key(spot)))
        own = spot.touchpoint if spot is not None else ""
        current = model.row_of(own) if model.row_of(own) in rows else rows[0]
        selection = QItemSelection()
        for row in rows:
            selection.select(model.index(row, column), model.index(row, column))
        with self.waiting():
            chosen = self._view.selectionModel()
            chosen.setCurrentIndex(model.index(current, column), _FLAG.NoUpdate)
            chosen.select(selection, _FLAG.ClearAndSelect)
            self._view.reveal(model.index(current, column))

    def _wanted(self) -> tuple[str, ...]:
        """Return the steps that are selected on the map; of a stage the first one."""
        cursor = self._bench.cursor
        if cursor.steps:
            return cursor.steps
        now = self._model.step(self._view.currentIndex().row())
        if now is not None and now.stage == cursor.stage:
            return (now.id,)
        for id_ in self._model.ids:
            step = self._bench.snapshot.find(Touchpoint, id_)
            if step is not None and step.stage == cursor.stage:
                return (id_,)
        return ()

    def _key(self, spot: Spot | None) -> str:
        if spot is None or not self._bench.ready:
            return "name"
        if spot.lane == lane_of_kind(self._bench.layout, LaneKind.FEELING):
            return "feeling"
        return spot.lane if self._model.column_of(spot.lane) >= 0 else "name"

    def _tell(self) -> None:
        if self._waits or not self._bench.ready or self._model.sight is None:
            return
        index = self._view.currentIndex()
        if not index.isValid():
            return
        chosen = self.steps
        current = self._model.ids[index.row()]
        if current not in chosen or len(chosen) > MOST:
            chosen = (current,)
        key = self._model.columns[index.column()].key
        spots = [spot for id_ in chosen if id_ != current and (spot := self._spot(id_, key))]
        own = self._spot(current, key)
        if own is None:
            return
        self._telling = True
        try:
            if spots:
                self._bench.cursor.select(tuple(dict.fromkeys((*spots, own))))
            else:
                self._bench.cursor.go_to(own)
        finally:
            self._telling = False

    def _spot(self, step_id: str, key: str) -> Spot | None:
        """Return where the map shows a cell of the table."""
        layout, snapshot = self._bench.layout, self._bench.snapshot
        step = snapshot.find(Touchpoint, step_id)
        if step is None:
            return None
        lane = lane_of_kind(layout, LaneKind.FEELING) if key == "feeling" else key
        if any(row.lane == lane for row in layout.rows):
            column = next((c for c in layout.columns if c.touchpoint == step_id), None)
            if column is not None:
                return spot_in(snapshot, layout, lane, column)
        return spot_of_step(snapshot, layout, step_id)
