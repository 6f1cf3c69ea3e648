"""A table of its own, and beside it the overview where there is one."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.plans.habits.lines import EntityLines
from journeymapper.ui.plans.habits.matrix import MatrixView
from journeymapper.ui.plans.habits.page import Page
from journeymapper.ui.plans.habits.table import TablePanel
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

LIST, OVERVIEW = "list", "overview"


class TableDialog(Page):
    """Opens with the overview where there are lines, else with where a line begins."""

    def __init__(
        self, context: Context, session: Session, lines: EntityLines, parent: QWidget | None
    ) -> None:
        super().__init__(context, session, lines.title, lines.about, parent)
        self.panel = TablePanel(context, session, lines)
        self.tables.append(self.panel)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.panel)
        self.switch: Segmented | None = None
        self.matrix: MatrixView | None = None
        if lines.overview is not None:
            name = context.say(lines.overview)
            options = ((LIST, context.say(_("List"))), (OVERVIEW, name))
            self.switch = Segmented(context.say(_("View")), options, LIST)
            self.switch.chosen.connect(self.show_view)
            self.matrix = MatrixView(context, name)
            self.matrix.chosen.connect(self._begin)
            self.stack.addWidget(self._overview(self.matrix))
            self.body.addWidget(self.switch)
        self.body.addWidget(self.stack, 1)
        self.refresh()
        self.show_view(OVERVIEW if self.matrix is not None and self.panel.model.lines else LIST)

    def refresh(self) -> None:
        """Show the document as it is now."""
        self.panel.refresh()
        if self.matrix is None or self.switch is None:
            return
        self.matrix.refresh(self.panel.lines.matrix(self.snapshot))
        some = bool(self.panel.model.lines)
        self.switch.setVisible(some)
        if not some and self.stack.currentWidget() is not self.panel:
            self.show_view(LIST)

    def show_view(self, view: str) -> None:
        """Show the list or the overview, and go there."""
        if self.switch is not None:
            self.switch.set_value(view)
        if self.matrix is None or view != OVERVIEW:
            self.stack.setCurrentWidget(self.panel)
            self.panel.take_focus()
        else:
            self.stack.setCurrentIndex(1)
            self.matrix.setFocus()

    def _overview(self, matrix: MatrixView) -> QWidget:
        """Return the overview with a word on what can be done there."""
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(matrix, 1)
        hint = self.context.say(_("Enter or a double click in a cell begins a line for it."))
        column.addWidget(PlainLabel(hint, "body", "text_secondary", wrap=True))
        return page

    def _begin(self, row: str, column: str) -> None:
        self.show_view(LIST)
        self.panel.adding.begin(self.panel.lines.preset(self.snapshot, row, column))
