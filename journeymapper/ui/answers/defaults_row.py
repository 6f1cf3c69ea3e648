"""More: what is the same on all sheets typed from now on."""

from __future__ import annotations

import dataclasses
from typing import Any

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from journeymapper.domain import queries
from journeymapper.domain.entities import Channel
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Respondent
from journeymapper.domain.message import _
from journeymapper.ui.answers import words
from journeymapper.ui.answers.country_field import CountryField
from journeymapper.ui.answers.date_field import DateField
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.context import Context
from journeymapper.ui.panels.chooser import Chooser
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.wrapped import Wrapped


class DefaultsRow(QFrame):
    """Date, who answered, persona, channel and country; all may stay empty."""

    def __init__(self, context: Context, state: AnswersState) -> None:
        super().__init__()
        self._context, self._state = context, state
        self.setObjectName("answers_question")
        say = context.say
        self.date = DateField(context, say(_("Date of the sheets")))
        self.date.setFixedWidth(context.theme.px(130))
        self.who = _chooser(context, say(_("Who answered")), 130)
        self.persona = _chooser(context, say(_("Typical person")), 140)
        self.channel = _chooser(context, say(_("Channel")), 140)
        self.country = CountryField(context, say(_("Country")))
        self.country.setFixedWidth(context.theme.px(84))
        self.date.editingFinished.connect(self._on_date)
        self.country.editingFinished.connect(self._on_country)
        self.who.activated.connect(
            lambda _i: self._set(respondent=Respondent(self.who.currentData()))
        )
        self.persona.activated.connect(lambda _i: self._set(persona=self.persona.currentData()))
        self.channel.activated.connect(lambda _i: self._set(channel=self.channel.currentData()))
        fields = Wrapped(8, 4)
        names = (
            (say(_("Date")), self.date),
            (say(_("Who")), self.who),
            (say(_("Person")), self.persona),
            (say(_("Channel")), self.channel),
            (say(_("Country")), self.country),
        )
        for name, widget in names:
            fields.add(_named(name, widget))
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(5)
        hint = _("The same on all sheets typed from now on. Leave empty what you do not know.")
        column.addWidget(PlainLabel(say(hint), "body", "text_secondary", wrap=True))
        column.addWidget(fields)

    def refresh(self) -> None:
        """Show what new sheets get."""
        state, say = self._state, self._context.say
        known, snapshot = state.defaults, state.snapshot
        if not self.date.hasFocus():
            self.date.set_date(known.date)
        if not self.country.hasFocus():
            self.country.set_code(known.country)
        whos = [(str(who), say(words.they(state.people, who))) for who in Respondent]
        _fill(self.who, whos, str(known.respondent))
        anybody = [(None, say(_("anybody")))]
        personas = [(p.id, p.short or p.name) for p in queries.personas(snapshot)]
        _fill(self.persona, [*anybody, *personas], known.persona)
        channels = sorted(snapshot.table(Channel).values(), key=sort_key)
        unknown = [(None, say(_("not said")))]
        _fill(self.channel, [*unknown, *((c.id, c.name) for c in channels)], known.channel)

    def _on_date(self) -> None:
        date = self.date.date
        if date is not None:
            self._set(date=date)

    def _on_country(self) -> None:
        code = self.country.code
        if code is not None:
            self.country.set_code(code)
            self._set(country=code)

    def _set(self, **fields: Any) -> None:
        defaults = dataclasses.replace(self._state.defaults, **fields)
        if defaults != self._state.defaults:
            self._state.set_defaults(defaults)


def _named(name: str, field: QWidget) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(PlainLabel(name, "body", "text_secondary"))
    column.addWidget(field)
    return part


def _fill(chooser: Chooser, wanted: list[Any], chosen: str | None) -> None:
    known = [(chooser.itemData(i), chooser.itemText(i)) for i in range(chooser.count())]
    if known != [tuple(one) for one in wanted]:
        chooser.clear()
        for data, name in wanted:
            chooser.addItem(name, data)
    place = next((i for i, one in enumerate(wanted) if one[0] == chosen), 0)
    chooser.setCurrentIndex(place)


def _chooser(context: Context, name: str, width: int) -> Chooser:
    chooser = Chooser(context, name)
    chooser.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    chooser.setFixedWidth(context.theme.px(width))
    return chooser
