"""What accounts are scored by, and what each tier is promised: answers, visits, calls, extras."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from journeymapper.analysis.tiers import below_baseline, levels, tier_counts
from journeymapper.domain.entities import TierCriterion
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Tier
from journeymapper.domain.message import Message, _
from journeymapper.drawing.account_sheet.words import TIERS, number
from journeymapper.ui.accounts.words import below_words
from journeymapper.ui.commands import accounts as commands
from journeymapper.ui.panels.typed import TypedLine
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.section import clear
from journeymapper.ui.widgets.buttons import IconButton
from journeymapper.ui.widgets.labels import PlainLabel

_FIELDS: dict[str, Message] = {
    "response_hours": _("Answer within hours"),
    "visits": _("Visits a year"),
    "call_days": _("Days between calls"),
    "extras": _("What is special"),
}
_MOST = {"response_hours": 8760.0, "visits": 365.0, "call_days": 3660.0}


class Promises(QWidget):
    """Three tiers by four promises, and what is worse for a higher tier than for a lower one."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self._desk = desk
        say = desk.say
        self.fields: dict[tuple[Tier, str], TypedLine] = {}
        self.counts: dict[Tier, PlainLabel] = {}
        self.verdict = PlainLabel("", "body", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(PlainLabel(say(_("What each tier is promised")), "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for place, words in enumerate(_FIELDS.values(), start=1):
            grid.addWidget(PlainLabel(say(words), "label", "text_secondary", wrap=True), 0, place)
            grid.setColumnStretch(place, 3 if place == len(_FIELDS) else 1)
        for row, tier in enumerate((Tier.FIRST, Tier.SECOND, Tier.THIRD)):
            head = QVBoxLayout()
            head.setSpacing(0)
            head.addWidget(PlainLabel(say(TIERS[tier]), "subheading"))
            self.counts[tier] = PlainLabel("", "label", "text_secondary")
            head.addWidget(self.counts[tier])
            grid.addLayout(head, 2 * row + 1, 0)
            for place, (field, words) in enumerate(_FIELDS.items(), start=1):
                name = _("{tier}: {what}", tier=TIERS[tier], what=words)
                line = self.fields[tier, field] = TypedLine(say, say(name))
                grid.addWidget(line, 2 * row + 1, place)
                grid.addWidget(line.typing.problem, 2 * row + 2, place)
                line.typing.problem.setWordWrap(True)
        column.addLayout(grid)
        column.addWidget(self.verdict)

    def refresh(self) -> None:
        """Show what the document holds."""
        desk = self._desk
        known, counts = levels(desk.snapshot), tier_counts(desk.snapshot)
        for tier, label in self.counts.items():
            words = _("{n} accounts", n=counts[tier])
            label.setText(desk.say(_("1 account") if counts[tier] == 1 else words))
        for (tier, field), line in self.fields.items():
            value = getattr(known.get(tier), field, None)
            text = str(value or "") if field == "extras" else number(value)
            line.typing.load(text, partial(self._write, tier, field))
        worse = [desk.say(below_words(name)) for name in below_baseline(desk.snapshot)]
        fine = desk.say(_("No tier is promised less than the tier below it.")) if known else ""
        self.verdict.setText("\n".join(f"!  {words}" for words in worse) or fine)

    def flush(self) -> bool:
        """Write everything typed; False when something is refused."""
        results = [line.typing.flush() for line in self.fields.values()]
        return all(results)

    def _write(self, tier: Tier, field: str, text: str) -> None:
        value: object = text.strip()
        if field != "extras":
            otherwise = _("Write a number of {most} at most.", most=round(_MOST[field]))
            value = commands.read_amount(text, _MOST[field], otherwise)
            if field != "response_hours" and isinstance(value, float):
                if value != round(value) or (field == "call_days" and value < 1):
                    raise RefusedError(_("Write a whole number."))
                value = round(value)
        commands.promise(self._desk.document, tier, TIERS[tier], **{field: value})


class Criteria(QWidget):
    """What makes an account important, and how much each of it weighs."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__()
        self._desk = desk
        self._ids: tuple[str, ...] = ()
        say = desk.say
        self.lines: dict[str, tuple[TypedLine, TypedLine]] = {}
        self.new = TypedLine(say, say(_("Add a criterion")))
        self.new.setPlaceholderText(say(_("Add a criterion")))
        self.new.setMaximumWidth(desk.context.theme.px(260))
        self.new.returnPressed.connect(self._add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(PlainLabel(say(_("What makes an account important")), "heading"))
        told = _("Weights count against each other: 2 counts twice as much as 1, and 0 not at all.")
        column.addWidget(PlainLabel(say(told), "body", "text_secondary", wrap=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column.addLayout(self._rows)
        column.addWidget(self.new)

    def refresh(self) -> None:
        """Show what the document holds."""
        criteria = sorted(self._desk.snapshot.table(TierCriterion).values(), key=sort_key)
        ids = tuple(criterion.id for criterion in criteria)
        if ids != self._ids:
            self._ids = ids
            clear(self._rows)
            self.lines = {}
            for criterion in criteria:
                self._rows.addWidget(self._line(criterion))
        for criterion in criteria:
            name, weight = self.lines[criterion.id]
            name.typing.load(criterion.name, partial(self._rename, criterion.id))
            weight.typing.load(number(criterion.weight), partial(self._weigh, criterion.id))

    def flush(self) -> bool:
        """Write everything typed; False when something is refused."""
        results = [line.typing.flush() for pair in self.lines.values() for line in pair]
        return all(results)

    def _line(self, criterion: TierCriterion) -> QWidget:
        desk, say = self._desk, self._desk.say
        what = criterion.name
        name = TypedLine(say, say(_("Name of the criterion {name}", name=what)))
        weight = TypedLine(say, say(_("Weight of {name}", name=what)))
        name.setMaximumWidth(desk.context.theme.px(260))
        weight.setMaximumWidth(desk.context.theme.px(64))
        delete = IconButton(desk.context, "trash-2", say(_("Delete {name}", name=what)))
        delete.clicked.connect(partial(self._delete, criterion.id))
        self.lines[criterion.id] = (name, weight)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(name, 1)
        row.addWidget(PlainLabel(say(_("weighs")), "label", "text_secondary"))
        row.addWidget(weight)
        row.addWidget(delete)
        row.addWidget(name.typing.problem)
        row.addWidget(weight.typing.problem)
        row.addStretch(1)
        return line

    def _add(self) -> None:
        desk, name = self._desk, self.new.text().strip()
        if name:
            with desk.session.guard():
                commands.add_criterion(desk.document, name)
                self.new.clear()

    def _rename(self, criterion_id: str, text: str) -> None:
        if not text.strip():
            raise RefusedError(_("A criterion needs a name."))
        commands.change_criterion(self._desk.document, criterion_id, name=text.strip())

    def _weigh(self, criterion_id: str, text: str) -> None:
        otherwise = _("A weight is a number from 0 to 100.")
        weight = commands.read_amount(text, 100, otherwise)
        if weight is None:
            raise RefusedError(otherwise)
        commands.change_criterion(self._desk.document, criterion_id, weight=weight)

    def _delete(self, criterion_id: str, _checked: bool = False) -> None:
        desk = self._desk
        with desk.session.guard():
            desk.session.report(commands.delete_criterion(desk.document, criterion_id))
