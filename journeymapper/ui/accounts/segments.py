"""Segments: groups of accounts by a rule, how many each has now, whether they fit, what follows."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.segments import ATTRIBUTES, accounts_of
from journeymapper.domain.conditions import conditions_of, is_any, read_condition, rule_of_any
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

_AND, _OR = " and ", " or "
"""Between two conditions of a rule, as it is written: all have to hold, or one."""


_SHARES = (2, 3, 2, 1, 3)
_WIDE = tuple((0, column, 1) for column in range(5))
_NARROW = ((0, 0, 1), (0, 1, 1), (1, 0, 1), (1, 1, 1), (2, 0, 2))
"""Row, column and how many columns wide each field stands."""
_WIDE_FROM = 800


def _labelled(label: str, field: QWidget) -> QWidget:
    """Return a field with its name above it and what is refused below."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(PlainLabel(label, "label", "text_secondary"))
    column.addWidget(field)
    if isinstance(field, TypedLine):
        field.typing.problem.setWordWrap(True)
        column.addWidget(field.typing.problem)
    return part


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
        grid = self._grid = QGridLayout(self)
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
        self._parts = [_labelled(say(label), field) for label, field in words]
        self._delete_button = delete
        self._wide: bool | None = None
        self._arrange(wide=True)
        self.fit.activated.connect(self._set_fit)
        delete.clicked.connect(self._delete)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= self._desk.context.theme.px(_WIDE_FROM))

    def _arrange(self, *, wide: bool) -> None:
        """All in one line, or where there is little room in three."""
        if wide == self._wide:
            return
        self._wide = wide
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        while grid.count():
            grid.takeAt(0)
        places = _WIDE if wide else _NARROW
        for part, (row, column, across) in zip(self._parts, places, strict=True):
            grid.addWidget(part, row, column, 1, across, top)
        for column in range(5):
            grid.setColumnStretch(column, _SHARES[column] if wide else int(column < 2))
        grid.addWidget(self._delete_button, 0, 5, Qt.AlignmentFlag.AlignBottom)
        grid.addWidget(self.count, 3, 0, 1, 6)

    def refresh(self) -> None:
        """Show what the document holds, and who belongs to it now."""
        desk = self._desk
        segment = desk.snapshot.get(Segment, self.segment_id)
        self.name.typing.load(segment.name, self._rename)
        join = _OR if is_any(segment.rule) else _AND
        self.rule.typing.load(join.join(conditions_of(segment.rule)), self._write_rule)
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
        enough = _OR in text
        if enough and _AND in text:
            raise RefusedError(
                _("Join the conditions by “and” or by “or”, not by both."),
                _("Make two segments of it."),
            )
        parts = (part for part in text.split(_OR if enough else _AND) if part.strip())
        rule = rule_of_any([_kept(part) for part in parts], enough=enough)
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
            "A rule asks for one of these: {names}. Conditions are joined by “and”, or by “or”"
            " where one is enough.",
            names=names,
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
