"""Which answers are those of a persona that no sheet names: the conditions of ``Persona.answers``.

A condition asks what a sheet or an imported row knows, by names as people read them:
``channel = Telephone``, ``country = DE``, ``tier = I``, ``who = employee``, or what was answered
to a choice question, by its short name: ``Who fills this in = Parent``. ``!=`` asks for anything
else that is known; what is not known meets no condition. Without ``who`` the answers of customers
are meant. Where several rules hold, the first persona in order has the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Protocol

from journeymapper.domain import queries
from journeymapper.domain.conditions import Condition, folded, read_condition
from journeymapper.domain.entities import Channel, Persona, Question
from journeymapper.domain.errors import UserError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import PersonaStatus, QuestionKind, Respondent, Tier
from journeymapper.domain.message import Message, _
from journeymapper.domain.records import dataclass
from journeymapper.domain.snapshot import Snapshot

Chosen = tuple[str, float]
"""A choice question by id, and the number of the option that was marked."""


class AnswerField(StrEnum):
    """What is asked of sheets, besides choice questions; the words are those of conditions."""

    CHANNEL = "channel"
    COUNTRY = "country"
    TIER = "tier"
    WHO = "who"


_CELL_FIELDS: Mapping[AnswerField, str] = {
    AnswerField.CHANNEL: "channel",
    AnswerField.COUNTRY: "country",
    AnswerField.TIER: "tier",
    AnswerField.WHO: "respondent",
}

_TIERS = (Tier.FIRST.value, Tier.SECOND.value, Tier.THIRD.value)
_COUNTRY_LETTERS = 2


class Known(Protocol):
    """What is known of the answers that are to be told apart: a cell of the counts."""

    @property
    def respondent(self) -> str:
        """Who answered, a code."""

    @property
    def channel(self) -> str:
        """The id of the channel."""

    @property
    def country(self) -> str:
        """An ISO 3166 code."""

    @property
    def tier(self) -> str:
        """The tier of the account, a code."""

    @property
    def chosen(self) -> frozenset[Chosen]:
        """What the same sheet answers to choice questions that rules ask for."""


@dataclass(frozen=True, slots=True)
class _FieldTest:
    name: str
    values: frozenset[str]
    wanted: bool

    def holds(self, known: Known) -> bool:
        value = folded(getattr(known, self.name))
        return bool(value) and (value in self.values) == self.wanted


@dataclass(frozen=True, slots=True)
class _ChoiceTest:
    options: frozenset[Chosen]

    def holds(self, known: Known) -> bool:
        return not self.options.isdisjoint(known.chosen)


@dataclass(frozen=True, slots=True)
class AnswerRule:
    """The rule of one persona, ready to be asked."""

    persona: str
    fields: tuple[_FieldTest, ...] = ()
    choices: tuple[_ChoiceTest, ...] = ()

    def holds(self, known: Known) -> bool:
        """Say whether answers meet all conditions."""
        return all(test.holds(known) for test in self.fields) and all(
            test.holds(known) for test in self.choices
        )


@dataclass(frozen=True, slots=True)
class AnswerRules:
    """All rules that count now, in the order of the personas, and which personas there are."""

    rules: tuple[AnswerRule, ...] = ()
    personas: frozenset[str] = frozenset()

    @property
    def asked(self) -> frozenset[str]:
        """The ids of the choice questions that conditions ask for."""
        tests = (test for rule in self.rules for test in rule.choices)
        return frozenset(question for test in tests for question, _option in test.options)

    def matching(self, known: Known) -> tuple[str, ...]:
        """Return the ids of the personas whose rules hold, in order; the first one has it."""
        return tuple(rule.persona for rule in self.rules if rule.holds(known))


def read_rules(snapshot: Snapshot) -> AnswerRules:
    """Return the rules of all personas in use; one with a condition that cannot be met is none."""
    found = []
    for persona in queries.personas(snapshot):
        if persona.answers and persona.status != PersonaStatus.RETIRED:
            try:
                found.append(rule_of(snapshot, persona))
            except UserError:
                continue
    return AnswerRules(tuple(found), frozenset(snapshot.table(Persona)))


def rule_of(snapshot: Snapshot, persona: Persona) -> AnswerRule:
    """Return the rule of a persona; raises UserError for the first condition that cannot be met."""
    fields: list[_FieldTest] = []
    choices: list[_ChoiceTest] = []
    for text in persona.answers:
        test = _test(snapshot, read_condition(text))
        if isinstance(test, _FieldTest):
            fields.append(test)
        else:
            choices.append(test)
    who = _CELL_FIELDS[AnswerField.WHO]
    if all(test.name != who for test in fields):
        fields.append(_FieldTest(who, frozenset((Respondent.CUSTOMER.value,)), wanted=True))
    return AnswerRule(persona.id, tuple(fields), tuple(choices))


def check_condition(snapshot: Snapshot, text: str) -> None:
    """Raise UserError, with what there is to choose from, for a condition that cannot be met."""
    _test(snapshot, read_condition(text))


def field_of(condition: Condition) -> AnswerField | None:
    """Return which field a condition asks for; None where it asks for a question."""
    known = not condition.quoted and condition.key in tuple(AnswerField)
    return AnswerField(condition.key) if known else None


def choice_questions(snapshot: Snapshot) -> dict[str, tuple[Question, ...]]:
    """Return all choice questions by the name that conditions have for them.

    Questions of one name, as in two surveys, are asked together.
    """
    found: dict[str, tuple[Question, ...]] = {}
    names: dict[str, str] = {}
    for question in sorted(snapshot.table(Question).values(), key=sort_key):
        name = " ".join((question.short or question.text).split())
        if question.kind == QuestionKind.CHOICE and name and question.options:
            name = names.setdefault(folded(name), name)
            found[name] = (*found.get(name, ()), question)
    return found


def options_of(questions: Iterable[Question]) -> tuple[str, ...]:
    """Return the options of questions of one name, each once."""
    found: dict[str, str] = {}
    for question in questions:
        for option in question.options:
            if option.strip():
                found.setdefault(folded(option), " ".join(option.split()))
    return tuple(found.values())


def _test(snapshot: Snapshot, condition: Condition) -> _FieldTest | _ChoiceTest:
    if condition.how not in ("=", "!="):
        raise UserError(
            _("“{how}” compares numbers only.", how=condition.how),
            _("Write = for what it is, or != for what it is not."),
        )
    field = field_of(condition)
    if field is None:
        return _choice_test(snapshot, condition)
    values = _values(snapshot, field, condition.than)
    folded_values = frozenset(map(folded, values))
    return _FieldTest(_CELL_FIELDS[field], folded_values, wanted=condition.how == "=")


def _values(snapshot: Snapshot, field: AnswerField, than: str) -> Iterable[str]:
    match field:
        case AnswerField.CHANNEL:
            channels = snapshot.table(Channel).values()
            found = [c.id for c in channels if folded(c.name) == folded(than)]
            names = [c.name for c in sorted(channels, key=sort_key)]
            if not found:
                raise UserError(_("No channel is called “{name}”.", name=than), _there_are(names))
            return found
        case AnswerField.COUNTRY:
            if len(than) != _COUNTRY_LETTERS or not than.isalpha():
                raise UserError(
                    _("“{text}” is no country of two letters.", text=than),
                    _("Write it like: country = DE"),
                )
        case AnswerField.TIER:
            if than.upper() not in _TIERS:
                raise UserError(_("“{text}” is no tier.", text=than), _there_are(_TIERS))
        case AnswerField.WHO:
            if folded(than) not in tuple(Respondent):
                raise UserError(
                    _("“{text}” is nobody who answers.", text=than), _there_are(Respondent)
                )
    return (than,)


def _choice_test(snapshot: Snapshot, condition: Condition) -> _ChoiceTest:
    known = choice_questions(snapshot)
    questions = next((q for name, q in known.items() if folded(name) == condition.key), ())
    if not questions:
        raise UserError(
            _("“{what}” is not known of answers.", what=condition.what),
            _there_are([*AnswerField, *known]),
        )
    same: set[Chosen] = set()
    others: set[Chosen] = set()
    for question in questions:
        for number, option in enumerate(question.options, start=1):
            pair = (question.id, float(number))
            (same if folded(option) == folded(condition.than) else others).add(pair)
    if not same:
        raise UserError(
            _("“{what}” has no answer “{option}”.", what=condition.what, option=condition.than),
            _there_are(options_of(questions)),
        )
    return _ChoiceTest(frozenset(same if condition.how == "=" else others))


def _there_are(names: Iterable[str]) -> Message:
    known = ", ".join(names)
    return _("There are: {known}.", known=known) if known else _("There are none yet.")
