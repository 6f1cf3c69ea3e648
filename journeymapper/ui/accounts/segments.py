"""Segments: groups of accounts by a rule, how many each has now, whether they fit, what follows."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.segments import ATTRIBUTES, accounts_of
from journeymapper.domain.conditions import read_condition
from journeymapper.domain.entities import Segment, TierCriterion
from journeymapper.domain.errors import RefusedError, UserError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Fit
from journeymapper.domain.message import Message, _
from journeymapper.ui.accounts.lands import read_country
from journeymapper.ui.accounts.persona_choice import PersonaChoice
from journeymapper.ui.accounts.words import FITS
from journeymapper.ui.commands import accounts as commands
from journeymapper.ui.panels.typed import TypedLine
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.section import clear
from journeymapper.ui.widgets.buttons import Button, IconButton
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel

_JOIN = " and "
"""Between two conditions of a rule, as it is written."""


class SegmentCard(QFrame):
    """One segment; what is typed is counted at once."""

    def __init__(self, desk: CardDesk, segment_id: str) -> None:
        super().__init__()
        self._desk, self.segment_id = desk, segment_id
        say = desk.say
        self.setObjectName("persona_cell")
        self.name = TypedLine(say, say(_("Name of the segment")))
        self.rule = TypedLine(say, say(_("Which accounts")))
        self.rule.setPlaceholderText("country = DE and tier = I")
        self.count = PlainLabel("", "body", wrap=True)
        self.persona = PersonaChoice(desk, say(_("Who the segment is like")), self._set_persona)
        self.persona.setMinimumContentsLength(16)
        self.fit = Choice(desk.context, say(_("How well the segment fits")))
        for fit, word in FITS.items():
            self.fit.addItem(say(word), fit.value)
        self.decision = TypedLine(say, say(_("What was decided")))
        self.decision.setPlaceholderText(say(_("What was decided")))
        delete = IconButton(desk.context, "trash-2", say(_("Delete this segment")))
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        words: tuple[tuple[Message, QWidget], ...] = (
            (_("Segment"), self.name),
            (_("Which accounts"), self.rule),
            (_("Typical of"), self.persona),
            (_("Fit"), self.fit),
            (_("What was decided"), self.decision),
        )
        for column, (label, field) in enumerate(words):
            grid.addWidget(PlainLabel(say(label), "label", "text_secondary"), 0, column)
            grid.addWidget(field, 1, column)
            if isinstance(field, TypedLine):
                field.typing.problem.setWordWrap(True)
                grid.addWidget(field.typing.problem, 2, column)
        for column, stretch in enumerate((2, 3, 1, 1, 3)):
            grid.setColumnStretch(column, stretch)
        grid.addWidget(delete, 1, 5)
        grid.addWidget(self.count, 3, 0, 1, 6)
        self.fit.activated.connect(self._set_fit)
        delete.clicked.connect(self._delete)

    def refresh(self) -> None:
        """Show what the document holds, and who belongs to it now."""
        desk = self._desk
        segment = desk.snapshot.get(Segment, self.segment_id)
        self.name.typing.load(segment.name, self._rename)
        self.rule.typing.load(_JOIN.join(segment.rule), self._write_rule)
        self.decision.typing.load(segment.decision, partial(self._write, "decision"))
        self.persona.show_persona(segment.persona)
        self.fit.setCurrentIndex(self.fit.findData(segment.fit.value))
        self.count.setText(desk.say(self._found(segment)))

    def flush(self) -> bool:
        """Write everything typed; False when something is refused."""
        lines = (self.name, self.rule, self.decision)
        results = [line.typing.flush() for line in lines]
        return all(results)

    def _found(self, segment: Segment) -> Message:
        if not segment.rule:
            return _("Say which accounts belong to it, for example: country = DE and tier = I")
        try:
            found = accounts_of(self._desk.snapshot, segment)
        except UserError as error:
            return error.message
        names = ", ".join(account.name for account in found)
        if not found:
            return _("No account belongs to it now.")
        if len(found) == 1:
            return _("1 account now: {names}", names=names)
        return _("{n} accounts now: {names}", n=len(found), names=names)

    def _rename(self, text: str) -> None:
        if not text.strip():
            raise RefusedError(_("A segment needs a name."))
        self._write("name", text.strip())

    def _write_rule(self, text: str) -> None:
        rule = tuple(_kept(part) for part in text.split(_JOIN) if part.strip())
        accounts_of(self._desk.snapshot, Segment("", "", rule))
        commands.change_segment(self._desk.document, self.segment_id, rule=rule)

    def _write(self, field: str, text: str) -> None:
        commands.change_segment(self._desk.document, self.segment_id, **{field: text})

    def _set_fit(self, _place: int) -> None:
        desk, fit = self._desk, Fit(str(self.fit.currentData()))
        desk.guarded(lambda: commands.change_segment(desk.document, self.segment_id, fit=fit))

    def _set_persona(self, persona_id: str | None) -> None:
        commands.change_segment(self._desk.document, self.segment_id, persona=persona_id)

    def _delete(self) -> None:
        desk = self._desk
        with desk.session.guard():
            desk.session.report(commands.delete_segment(desk.document, self.segment_id))


def _kept(condition: str) -> str:
    """Return a condition as it is kept: a country by its code."""
    read = read_condition(condition)
    if read.key == "country":
        return f"country {read.how} {read_country(read.than)}"
    return condition.strip()


class Segments(QWidget):
    """All segments, one below the other."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self._desk = desk
        self._ids: tuple[str, ...] = ()
        self.cards: dict[str, SegmentCard] = {}
        say = desk.say
        self.known = PlainLabel("", "body", "text_secondary", wrap=True)
        self.add = Button(desk.context, say(_("New segment")), "secondary", "plus")
        self.add.clicked.connect(self._add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.known)
        column.addLayout(self._rows)
        foot = QHBoxLayout()
        foot.addWidget(self.add)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)

    def refresh(self) -> None:
        """Show what the document holds."""
        snapshot = self._desk.snapshot
        segments = sorted(snapshot.table(Segment).values(), key=sort_key)
        ids = tuple(segment.id for segment in segments)
        if ids != self._ids:
            self._ids = ids
            clear(self._rows)
            self.cards = {id_: SegmentCard(self._desk, id_) for id_ in ids}
            for card in self.cards.values():
                self._rows.addWidget(card)
        for card in self.cards.values():
            card.refresh()
        criteria = sorted(snapshot.table(TierCriterion).values(), key=sort_key)
        names = ", ".join([*ATTRIBUTES, *(c.name for c in criteria)])
        told = _(
            "A rule asks for one of these: {names}. Conditions are joined by “and”.", names=names
        )
        self.known.setText(self._desk.say(told))

    def flush(self) -> bool:
        """Write everything typed; False when something is refused."""
        results = [card.flush() for card in self.cards.values()]
        return all(results)

    def _add(self) -> None:
        desk = self._desk
        with desk.session.guard():
            made = commands.add_segment(desk.document, desk.say(_("New segment")))
            if made in self.cards:
                self.cards[made].name.setFocus()
                self.cards[made].name.selectAll()
