"""Typing on the map: what is typed is written a moment later; what is refused stays."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QTimer, Signal

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.ui.canvas.bench import Bench
from journeymapper.ui.canvas.editor import CellEditor
from journeymapper.ui.canvas.fields import CardText, Field, field_at
from journeymapper.ui.canvas.reading import words_at
from journeymapper.ui.canvas.spots import Spot, part_of
from journeymapper.ui.paint.fonts import qfont

PAUSE_MS = 500
"""What is typed is written so long after the last key."""

_LEAST_SCALE = 0.8
"""The editor stays readable when the map is shown small."""


class Editing(QObject):
    """At most one text at a time."""

    ended = Signal()

    def __init__(self, bench: Bench, editor: CellEditor) -> None:
        super().__init__(editor)
        self._bench = bench
        self._editor = editor
        self._field: Field | None = None
        self._before = ""
        self._written: str | None = None
        self._step_id = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.flush)
        editor.typed.connect(self._on_typed)
        editor.confirmed.connect(self._on_confirmed)
        editor.refused.connect(self.cancel)
        editor.tabbed.connect(self._on_tab)
        editor.left.connect(self.finish)
        bench.projection.shown.connect(self._place)
        bench.view.scrolled.connect(self._place)
        bench.view.zoomed.connect(self.finish)

    @property
    def active(self) -> bool:
        """Say whether something is being typed."""
        return self._field is not None

    def open(self, spot: Spot, typed: str | None = None) -> bool:
        """Edit what stands at a spot; ``typed`` replaces it, as in a spreadsheet.

        Where nothing can be typed the status bar says why, and False is returned.
        """
        if not self.finish() or not self._bench.ready:
            return False
        try:
            field = field_at(self._bench, spot)
        except UserError as error:
            self._bench.session.report(error.message)
            return False
        self._begin(field, typed)
        return True

    def open_new(self, spot: Spot) -> bool:
        """Write one more card into a cell, below those that are there."""
        if not self.finish() or not self._bench.ready:
            return False
        self._begin(CardText(self._bench, spot.bare), None)
        return True

    def flush(self) -> bool:
        """Write what has been typed so far; False when it is refused."""
        self._timer.stop()
        field = self._field
        if field is None:
            return True
        text = self._editor.text()
        if text == (self._before if self._written is None else self._written):
            return True
        if not field.is_whole(text):
            return True
        try:
            field.write(text)
        except UserError as error:
            self._editor.set_message(self._bench.say(error.message))
            return False
        self._written = text
        step = self._bench.document.next_undo
        self._step_id = step.id if step else ""
        self._editor.set_message("")
        return True

    def finish(self) -> bool:
        """Keep what was typed and close; False, and still open, when it is refused."""
        field = self._field
        if field is None:
            return True
        text = self._editor.text()
        if not field.is_whole(text):
            self._editor.set_message(self._bench.say(_("Type a number from −5 to +5.")))
            return False
        if not self.flush():
            return False
        self._close()
        if self._written is not None or (self._before and not text.strip()):
            field.settle(text)
        self._bench.cursor.go_to(field.spot())
        return True

    def cancel(self) -> None:
        """Close and leave the text as it was before."""
        field = self._field
        if field is None:
            return
        self._timer.stop()
        document = self._bench.document
        written = self._written is not None
        self._close()
        if not written:
            return
        step = document.next_undo
        if not field.is_begun and step is not None and step.id == self._step_id:
            document.undo()
        else:
            field.write(self._before)

    def abandon(self) -> None:
        """Close without writing: the document went another way."""
        if self._field is not None:
            self._close()

    def _begin(self, field: Field, typed: str | None) -> None:
        self._field = field
        self._before = field.text()
        self._written = None
        self._step_id = ""
        box = field.box()
        if box is not None and field.spot().lane:
            self._bench.view.reveal(box, part_of(field.spot()))
        self._mark(editing=True)
        self._show(self._before if typed is None else typed, all_=typed is None)
        if typed is not None:
            self._on_typed()

    def _show(self, text: str, *, all_: bool) -> None:
        field = self._field
        rect = self._rect()
        if field is None or rect is None:
            return
        self._editor.setAccessibleName(words_at(self._bench, field.spot()))
        scale = max(self._bench.board.zoom, _LEAST_SCALE)
        style = self._bench.context.tokens.style(field.style)
        self._editor.open(
            rect,
            qfont(style, scale),
            round(style.line * scale),
            text,
            one_line=field.one_line,
            all_=all_,
        )

    def _rect(self) -> QRect | None:
        """Return where the field is in the viewport."""
        if self._field is None or not self._bench.ready:
            return None
        box = self._field.box()
        if box is None:
            return None
        return self._bench.board.to_view(box, part_of(self._field.spot())).toAlignedRect()

    def _place(self) -> None:
        rect = self._rect()
        if rect is not None and not self._bench.projection.previewing:
            self._editor.place(rect)

    def _on_typed(self) -> None:
        self._editor.set_message("")
        self._timer.start()

    def _on_confirmed(self) -> None:
        field = self._field
        if self.finish() and field is not None and field.then_next:
            self._bench.cursor.step_across(1)

    def _on_tab(self, by: int) -> None:
        if self.finish():
            self._bench.cursor.step_across(by)

    def _mark(self, *, editing: bool) -> None:
        """One border is enough: while one types it is that of the editor."""
        self._bench.marks.editing = editing
        self._bench.view.update_marks()

    def _close(self) -> None:
        self._field = None
        self._mark(editing=False)
        self._timer.stop()
        had_focus = self._editor.hasFocus()
        self._editor.close_()
        if had_focus:
            self._bench.view.setFocus()
        self.ended.emit()
