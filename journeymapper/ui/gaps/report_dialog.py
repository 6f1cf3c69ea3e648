"""How the report begins and for whom it is; asked before it is written."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from journeymapper.domain.message import _
from journeymapper.drawing.gaps.report import GapReportSetting
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.gaps.figuring import GapFigures
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

_LINES = 96


class ReportDialog(DialogFrame):
    """The summary sentence can be written anew; empty, the report says its own."""

    def __init__(self, context: Context, figures: GapFigures, parent: QWidget | None) -> None:
        say = context.say
        super().__init__(context, say(_("Gap analysis as a PDF")), parent, QSize(560, 400))
        self.body.addWidget(PlainLabel(say(_("The sentence it begins with")), "subheading"))
        self.summary = QPlainTextEdit(" ".join(say(one) for one in figures.board.sentences))
        self.summary.setAccessibleName(say(_("The sentence it begins with")))
        self.summary.setTabChangesFocus(True)
        self.summary.setFixedHeight(context.theme.px(_LINES))
        self.body.addWidget(self.summary)
        hint = say(
            _("Write it in your own words. What is wrong and how sure you are belong in it.")
        )
        self.body.addWidget(PlainLabel(hint, "label", "text_secondary", wrap=True))
        self.body.addSpacing(6)
        self.body.addWidget(PlainLabel(say(_("For whom")), "subheading"))
        self.audience = Segmented(
            say(_("For whom")),
            [("internal", say(_("Our team"))), ("client", say(_("A client")))],
            "internal",
        )
        self.body.addWidget(self.audience)
        left_out = say(_("For a client what we decided to live with is left out."))
        self.body.addWidget(PlainLabel(left_out, "label", "text_secondary", wrap=True))
        self.body.addStretch(1)
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.add_button(say(_("Write the PDF…")), "primary").clicked.connect(self.accept)

    def wish(self) -> GapReportSetting:
        """Return what is wanted."""
        return GapReportSetting(
            summary=self.summary.toPlainText().strip(), audience=self.audience.value()
        )
