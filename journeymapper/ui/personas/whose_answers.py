"""The block that says which answers are a persona's: how many, by which rule, shared with whom."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from journeymapper.analysis.persona_answers import PersonaAnswers, Shared, answers_of, countries_of
from journeymapper.domain import queries
from journeymapper.domain.answer_rules import (
    AnswerField,
    choice_questions,
    options_of,
    rule_of,
)
from journeymapper.domain.conditions import ANY, conditions_of, is_any
from journeymapper.domain.counts import Counts
from journeymapper.domain.entities import Channel
from journeymapper.domain.errors import UserError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import PersonaStatus, Respondent, Tier
from journeymapper.domain.message import Message, _
from journeymapper.drawing.account_sheet.words import TIERS
from journeymapper.ui.accounts.lands import country_name
from journeymapper.ui.answers.words import number, they
from journeymapper.ui.commands import persona_answers as commands
from journeymapper.ui.commands.names import persona_name
from journeymapper.ui.personas.block import Block
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.rule_row import Ask, Offer, RuleRow
from journeymapper.ui.personas.section import clear
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.segmented import Segmented

ALL = "all"


class WhoseAnswers(Block):
    """The live count, a row for each condition, and a link to add one."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__(desk)
        self.count = PlainLabel("", "subheading", wrap=True)
        self.parts = PlainLabel("", "label", "text_secondary", wrap=True)
        self.hint = PlainLabel("", "body", "text_secondary", wrap=True)
        self.rows: list[RuleRow] = []
        ways = [(ALL, desk.say(_("All of these"))), (ANY, desk.say(_("Any of these")))]
        self.enough = Segmented(desk.say(_("How many conditions have to hold")), ways, ALL)
        self.enough.chosen.connect(self._choose)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(2)
        self.add = Button(desk.context, desk.say(_("Add a condition")), "link")
        self.add.setMinimumHeight(24)
        self.add.clicked.connect(self._begin)
        for label in (self.count, self.parts, self.hint):
            self.column.addWidget(label)
        self.column.addWidget(self.enough, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addLayout(self._rows)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self._begun = False
        self._counts: Counts | None = None
        self._countries: tuple[str, ...] = ()
        desk.chosen.connect(self._forget)

    def refresh(self) -> None:
        desk, persona = self.desk, self.desk.persona
        self.title(_("Which answers are {name}’s", name=desk.name))
        counts = desk.document.counts
        found = answers_of(desk.snapshot, counts, persona.id)
        self.count.setText(desk.say(self._counted(found)))
        told = [desk.say(one) for one in self._told(found)]
        self.parts.setText("\n".join(told))
        self.parts.setVisible(bool(told))
        known = conditions_of(persona.answers)
        self.hint.setVisible(not known and not self._begun)
        self.enough.set_value(ANY if is_any(persona.answers) else ALL)
        self.enough.setVisible(len(known) + self._begun > 1)
        self.enough.setEnabled(len(known) > 1)
        self.hint.setText(desk.say(self._how()))
        if counts is not self._counts:
            self._counts, self._countries = counts, countries_of(counts)
        offers = self._offers(self._countries)
        self._make_rows(len(known) + self._begun)
        for row, text in zip(self.rows, (*known, ""), strict=False):
            row.load(text, offers)
        self.add.setEnabled(not self._begun)

    def finish(self) -> None:
        """Write what was typed and not yet left."""
        for row in tuple(self.rows):
            row.finish()

    def _counted(self, found: PersonaAnswers) -> Message:
        name = self.desk.name
        if not found.total:
            return _("Nobody has answered yet.")
        if found.total == 1:
            return (
                _("The only answer is {name}’s.", name=name)
                if found.all
                else _("The only answer is not {name}’s.", name=name)
            )
        return _(
            "{n} of {total} answers are {name}’s.",
            n=number(found.all),
            total=number(found.total),
            name=name,
        )

    def _told(self, found: PersonaAnswers) -> list[Message]:
        """Return what is to be said about the count."""
        desk, persona = self.desk, self.desk.persona
        told: list[Message] = []
        if found.named and found.rule:
            told.append(
                _(
                    "{named} by the sheet itself, {rule} by the rule.",
                    named=number(found.named),
                    rule=number(found.rule),
                )
            )
        told += [self._shared(one) for one in found.shared]
        if persona.answers and persona.status == PersonaStatus.RETIRED:
            told.append(_("{name} is retired, so the rule finds nothing.", name=desk.name))
        elif persona.answers:
            try:
                rule_of(desk.snapshot, persona)
            except UserError:
                told.append(_("The rule finds nothing until every condition can be met."))
        return told

    def _shared(self, one: Shared) -> Message:
        desk = self.desk
        other = persona_name(desk.snapshot, one.other)
        first = desk.name if one.ours else other
        if one.n == 1:
            return _(
                "1 also matches {other}’s rule. It counts as {first}’s, who is first in the list.",
                other=other,
                first=first,
            )
        return _(
            "{n} also match {other}’s rule. They count as {first}’s, who is first in the list.",
            n=number(one.n),
            other=other,
            first=first,
        )

    def _how(self) -> Message:
        name = self.desk.name
        questions = next(iter(choice_questions(self.desk.snapshot)), "")
        if questions:
            return _(
                "A sheet can say that it is {name}’s. A condition finds more of them: the channel,"
                " the country, or what was answered to “{question}”.",
                name=name,
                question=questions,
            )
        return _(
            "A sheet can say that it is {name}’s. A condition finds more of them: the channel, the"
            " country, the tier.",
            name=name,
        )

    def _offers(self, countries: tuple[str, ...]) -> Mapping[Ask, Offer]:
        """Return what conditions can ask for, from what there is."""
        desk = self.desk
        say, snapshot, people = desk.say, desk.snapshot, desk.people
        channels = [c.name for c in sorted(snapshot.table(Channel).values(), key=sort_key)]
        known = {*countries, *(p.country for p in queries.personas(snapshot))} - {""}
        tiers = (Tier.FIRST, Tier.SECOND, Tier.THIRD)
        found: dict[Ask, Offer] = {}
        if channels:
            names = {name: name for name in channels if name.strip()}
            found[AnswerField.CHANNEL, ""] = Offer(say(_("Channel")), "message-square", names)
        lands = {code: country_name(code) for code in sorted(known, key=country_name)}
        found[AnswerField.COUNTRY, ""] = Offer(say(_("Country")), "globe", lands)
        found[AnswerField.TIER, ""] = Offer(
            say(_("Tier")), "layers", {t.value: say(TIERS[t]) for t in tiers}
        )
        who = {one.value: say(they(people, one)) for one in Respondent}
        found[AnswerField.WHO, ""] = Offer(say(_("Who answers")), "users", who)
        for name, questions in choice_questions(snapshot).items():
            options = {option: option for option in options_of(questions)}
            found[None, name] = Offer(name, "clipboard-check", options)
        return found

    def _make_rows(self, count: int) -> None:
        """Let there be so many rows; those that stay keep the keyboard."""
        while len(self.rows) > count:
            row = self.rows.pop()
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < count:
            place = len(self.rows)
            row = RuleRow(self.desk, place + 1, partial(self._write, place))
            row.gone.connect(partial(self._drop, place))
            self.rows.append(row)
            self._rows.addWidget(row)

    def _write(self, place: int, text: str) -> None:
        desk = self.desk
        if not desk.ready:
            return
        begun, self._begun = self._begun, self._begun and place < self._count()
        try:
            commands.set_condition(desk.document, desk.persona_id, place, text)
        except UserError:
            self._begun = begun
            raise

    def _drop(self, place: int) -> None:
        desk = self.desk
        if place < self._count():
            desk.guarded(lambda: commands.drop_condition(desk.document, desk.persona_id, place))
        else:
            self._begun = False
            self.refresh()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> int:
        return len(conditions_of(self.desk.persona.answers))

    def _choose(self, key: str) -> None:
        desk = self.desk
        desk.guarded(lambda: commands.set_enough(desk.document, desk.persona_id, enough=key == ANY))

    def _begin(self) -> None:
        self._begun = True
        self.refresh()
        self.rows[-1].take_focus()

    def _forget(self) -> None:
        """Another persona is shown: a condition that was only begun goes."""
        self._begun = False
        clear(self._rows)
        self.rows = []
