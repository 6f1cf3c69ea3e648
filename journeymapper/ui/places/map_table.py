"""The table in the place of the canvas: made when it is first wanted, shown or put away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.message import _
from journeymapper.export.files import write_all
from journeymapper.export.table import csv_file
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.late import late

if TYPE_CHECKING:
    from journeymapper.ui.table.panel import TablePanel

_panel: Callable[..., TablePanel] = late("table.panel", "TablePanel")

CSV = ".csv"


class MapTable(QObject):
    """Whether the map is seen as a table is window state; the selection is shared."""

    changed = Signal()
    """The table came to the front or was put away."""
    menu_wanted = Signal(QPoint)
    """A menu is asked for at a point of the screen."""
    all_shown = Signal()
    """All steps are shown: no words are looked for any more."""

    def __init__(self, bench: Bench, stack: QStackedWidget, owner: QObject) -> None:
        super().__init__(owner)
        self._bench, self._stack = bench, stack
        self._made: TablePanel | None = None
        self.shown = False

    @property
    def panel(self) -> TablePanel:
        """The table."""
        if self._made is None:
            self._made = _panel(self._bench)
            self._made.all_shown.connect(self.all_shown)
            view = self._made.view
            view.customContextMenuRequested.connect(
                lambda at: self.menu_wanted.emit(view.viewport().mapToGlobal(at))
            )
            self._stack.addWidget(self._made)
        return self._made

    @property
    def in_front(self) -> bool:
        """Say whether the table is what one sees."""
        return self.shown and self._stack.currentWidget() is self._made

    @property
    def steps(self) -> tuple[str, ...]:
        """The ids of the steps that are selected."""
        return self.panel.steps

    def toggle(self) -> None:
        """Change between map and table."""
        self.set_shown(not self.shown)

    def set_shown(self, shown: bool) -> None:
        """Show the table or the map; what is refused while typing keeps the table."""
        if shown == self.shown or not self.finish():
            return
        self.shown = shown
        if shown:
            self.refresh()
        self.changed.emit()
        if shown:
            self.panel.shared.take()
        self.take_focus()

    def show_in(self, stack: QStackedWidget, canvas: QWidget) -> None:
        """Bring the table or the canvas to the front."""
        stack.setCurrentWidget(self.panel if self.shown else canvas)

    def take_focus(self) -> None:
        """Give the keyboard to what is in front."""
        (self.panel.view if self.shown else self._bench.view).setFocus()

    def refresh(self) -> None:
        """Show the map as it is now, when the table is shown."""
        if self.shown:
            self.panel.refresh()

    def follow_cursor(self) -> None:
        """Stand where the cursor of the map was put by somebody else."""
        if self.shown and not self.panel.shared.telling and not self.panel.editing.active:
            self.panel.shared.take()

    def show_steps(self, *, only_moments: bool) -> None:
        """Show the table with all steps, or only with the moments of truth."""
        self.set_shown(True)
        if self.shown:
            self.panel.choose_moments(only=only_moments)
            self.take_focus()

    def filter(self, text: str) -> None:
        """Show only the steps with a text somewhere."""
        self.panel.filter(text)

    def edit(self) -> None:
        """Open the editor in the current cell."""
        self.panel.edit()

    def clear(self) -> None:
        """Empty the selected cells."""
        self.panel.clear()

    def shift(self, by: int) -> bool:
        """Move the current step along the journey."""
        return self.panel.shift(by)

    def name(self, step_id: str) -> None:
        """Open the editor on the name of a step."""
        self.panel.edit_cell(step_id, "name")

    def write_in(self, step_id: str, lane: str) -> None:
        """Open the editor in a row of cards of a step."""
        self.panel.edit_cell(step_id, lane)

    def finish(self) -> bool:
        """Keep what is being typed; False when it is refused."""
        return self._made is None or self._made.editing.finish()

    def flush(self) -> None:
        """Write the words that are being typed."""
        if self._made is not None:
            self._made.flush()

    def abandon(self) -> None:
        """Close the editor without writing: the document went another way."""
        if self._made is not None:
            self._made.editing.abandon()

    def stand_by(self) -> None:
        """Something was undone: close the editor, unless it holds what is not written yet."""
        if self._made is not None:
            self._made.editing.stand_by()

    def export(self) -> None:
        """Ask for a place and write the table as it is shown: its steps, order and columns."""
        bench = self._bench
        if not bench.ready or not self.finish():
            return
        document, map_id = bench.document, bench.projection.map_id
        title = document.snapshot.get(JourneyMap, map_id).title
        name = title or queries.project(document.snapshot).title
        kind = bench.say(_("Table for a spreadsheet"))
        path = FileChooser(bench.context, bench.view.window()).to_export(kind, name, CSV)
        if path is None:
            return
        if not self.shown:
            self.panel.refresh()
        with bench.session.guard():
            write_all(path, [csv_file(self.panel.rows())])
            bench.session.report(_("The table is in {name}.", name=path.name))
