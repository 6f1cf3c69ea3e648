"""The settings window, made from the table of settings; each choice counts at once."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from journeymapper.app.settings import SETTINGS, Setting
from journeymapper.domain.message import _
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.widgets.choice import Choice, Tick
from journeymapper.ui.widgets.labels import PlainLabel


class SettingsDialog(DialogFrame):
    """Tells ``changed`` after each choice."""

    changed = Signal()

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        super().__init__(context, context.say(_("Settings")), parent, QSize(460, 400))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(12)
        self.body.addLayout(form)
        for setting in SETTINGS:
            if setting.label is None:
                continue
            label = context.say(setting.label)
            if setting.choices:
                form.addRow(PlainLabel(label, "body_large"), self._choice(setting, label))
            else:
                form.addRow(self._flag(setting, label))
        self.body.addStretch(1)
        close = self.add_button(context.say(_("Close")), "primary")
        close.clicked.connect(self.accept)

    def _choice(self, setting: Setting[object], label: str) -> Choice:
        box = Choice(self.context, label)
        values = [value for value, _words in setting.choices]
        for _value, words in setting.choices:
            box.addItem(self.context.say(words))
        box.setCurrentIndex(values.index(self.context.settings.get(setting)))

        def choose(index: int) -> None:
            self.context.settings.set(setting, values[index])
            self.changed.emit()

        box.currentIndexChanged.connect(choose)
        return box

    def _flag(self, setting: Setting[object], label: str) -> QWidget:
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        box = Tick(self.context, label)
        box.setChecked(bool(self.context.settings.get(setting)))
        column.addWidget(box)
        if setting.help is not None:
            help_ = PlainLabel(self.context.say(setting.help), "label", "text_secondary", wrap=True)
            help_.setContentsMargins(26, 0, 0, 0)
            column.addWidget(help_)

        def choose(on: bool) -> None:
            self.context.settings.set(setting, on)
            self.changed.emit()

        box.toggled.connect(choose)
        return both
