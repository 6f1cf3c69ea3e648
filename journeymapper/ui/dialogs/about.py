"""About the app: version, what it sends (nothing), whose work is in it, where things lie."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from journeymapper import __version__
from journeymapper.domain.message import Message, _
from journeymapper.drawing.gaps.trademark import TRADEMARK
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.logo import Logo

WORKS: tuple[Message, ...] = (
    _("Qt for Python, LGPL 3"),
    _("Python, PSF licence"),
    _("SQLite, public domain; SQLAlchemy, MIT"),
    _("ReportLab, BSD; PDFium, BSD"),
    _("networkx and numpy, BSD; Pillow, MIT-CMU"),
    _("Noto Sans fonts, SIL Open Font License; changed and renamed"),
    _("Lucide icons, ISC"),
)
"""The works of others that the app stands on, each with its licence."""


class AboutDialog(DialogFrame):
    """One page; the folders open with a click."""

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        say = context.say
        super().__init__(context, say(_("About Journey Mapper")), parent, QSize(540, 620))
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Logo(context, 40))
        words = QVBoxLayout()
        words.addWidget(PlainLabel(say(_("Version {version}", version=__version__)), "heading"))
        words.addWidget(
            PlainLabel(say(_("Journey Mapper sends nothing.")), "body", "text_secondary")
        )
        head.addLayout(words, 1)
        self.body.addLayout(head)
        self._section(_("Licence"))
        self.body.addWidget(
            PlainLabel(say(_("Free software under the MIT licence.")), "body", wrap=True)
        )
        self._section(_("Works of others in it"))
        works = QVBoxLayout()
        works.setSpacing(2)
        for work in WORKS:
            works.addWidget(PlainLabel(say(work), "body", "text_secondary", wrap=True))
        self.body.addLayout(works)
        self._section(_("Trademarks"))
        self.body.addWidget(PlainLabel(say(TRADEMARK), "body", "text_secondary", wrap=True))
        self._section(_("Where things lie on this computer"))
        self._folder(_("Open documents, kept safe"), context.services.paths.working)
        self._folder(_("Log, without a word of your maps"), context.services.paths.logs)
        self.body.addStretch(1)
        close = self.add_button(say(_("Close")), "primary")
        close.clicked.connect(self.accept)

    def _section(self, title: Message) -> None:
        self.body.addSpacing(4)
        self.body.addWidget(PlainLabel(self.context.say(title), "heading"))

    def _folder(self, words: Message, folder: Path) -> None:
        row = QHBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(PlainLabel(self.context.say(words), "body", wrap=True))
        path = PlainLabel(str(folder), "label", "text_tertiary", wrap=True)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        texts.addWidget(path)
        row.addLayout(texts, 1)
        show = Button(self.context, self.context.say(_("Show")), "quiet", "folder-open")
        show.setAccessibleName(self.context.say(_("Show the folder: {what}", what=words)))
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))))
        row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
