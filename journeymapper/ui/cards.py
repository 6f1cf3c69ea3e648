"""The cards of Home: go on, begin, a recent file, a template."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from journeymapper.app.place import ICONS, FilePlace
from journeymapper.ui.context import Context
from journeymapper.ui.thumbnails import Thumbnail
from journeymapper.ui.widgets.card_button import CardButton
from journeymapper.ui.widgets.labels import PlainLabel


class IconLabel(QLabel):
    """An icon that follows the theme."""

    def __init__(self, context: Context, icon: str, side: int, role: str) -> None:
        super().__init__()
        self._context = context
        self._what = (icon, side, role)
        self.setFixedSize(side, side)
        self._tint()
        context.theme.changed.connect(self._tint)

    def _tint(self) -> None:
        icon, side, role = self._what
        self.setPixmap(self._context.painter.pixmap(icon, side, role))


class ContinueCard(CardButton):
    """The large button: the map of last time, its name, when it was open."""

    def __init__(self, context: Context) -> None:
        super().__init__("", "hero")
        self.picture = Thumbnail(context)
        self.picture.setFixedHeight(150)
        self.picture.show_icon("route")  # until there is a picture
        self._title = PlainLabel("", "place_name", "on_accent", wrap=True)
        self._detail = PlainLabel("", "body_large", "on_accent", wrap=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 13, 14, 13)
        column.setSpacing(10)
        column.addWidget(self.picture)
        row = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row.addLayout(words, 1)
        row.addWidget(IconLabel(context, "arrow-right", 20, "on_accent"))
        column.addLayout(row)
        self.put(inside)

    def tell(self, title: str, detail: str) -> None:
        """Show another map."""
        self._title.setText(title)
        self._detail.setText(detail)
        self.setAccessibleName(f"{title}. {detail}")


class BeginCard(CardButton):
    """A way to begin: icon, what it is, one line about it, and perhaps a tag."""

    def __init__(self, context: Context, icon: str, title: str, detail: str, tag: str = "") -> None:
        super().__init__(f"{title}. {detail}", "choice")
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(12)
        row.addWidget(IconLabel(context, icon, 18, "accent"))
        words = QVBoxLayout()
        words.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(PlainLabel(title, "subheading"))
        if tag:
            label = PlainLabel(tag, "tag", "text_secondary")
            label.setProperty("look", "tag")
            head.addWidget(label)
        head.addStretch(1)
        words.addLayout(head)
        words.addWidget(PlainLabel(detail, "small", "text_secondary", wrap=True))
        row.addLayout(words, 1)
        self.put(inside)


class FileCard(CardButton):
    """A recent file: small picture, name, whose and when, where it lies."""

    def __init__(
        self, context: Context, title: str, detail: str, place: FilePlace, *, gone: str = ""
    ) -> None:
        where = gone or context.say(place.words)
        super().__init__(f"{title}. {detail}. {where}")
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(11, 10, 14, 10)
        row.setSpacing(14)
        self.picture = Thumbnail(context)
        self.picture.setFixedSize(152, 84)
        self.picture.show_icon("route")
        row.addWidget(self.picture)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(PlainLabel(title, "card_title", wrap=True))
        words.addWidget(PlainLabel(detail, "small", "text_secondary", wrap=True))
        words.addSpacing(7)
        line = QHBoxLayout()
        line.setSpacing(6)
        icon = "circle-alert" if gone else ICONS[place.kind]
        line.addWidget(IconLabel(context, icon, 14, "text_secondary"))
        line.addWidget(PlainLabel(where, "small", "text_secondary", wrap=True), 1)
        words.addLayout(line)
        words.addStretch(1)
        row.addLayout(words, 1)
        self.put(inside)


class TemplateCard(CardButton):
    """A template: its steps drawn small, its name, how much there is in it."""

    def __init__(self, context: Context, title: str, detail: str, *, picture: int = 82) -> None:
        super().__init__(f"{title}. {detail}")
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        self.picture = Thumbnail(context, framed=False)
        self.picture.setFixedHeight(picture)
        column.addWidget(self.picture)
        words = QVBoxLayout()
        words.setContentsMargins(13, 9, 13, 9)
        words.setSpacing(0)
        words.addWidget(PlainLabel(title, "card_title", wrap=True))
        words.addWidget(PlainLabel(detail, "small", "text_secondary", wrap=True))
        column.addLayout(words)
        self.put(inside)
