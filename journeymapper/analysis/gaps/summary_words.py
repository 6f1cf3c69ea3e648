"""The sentences of the summary; whole phrases for each word for those who are served."""

from __future__ import annotations

from collections.abc import Sequence

from journeymapper.analysis.gaps.places import Place
from journeymapper.domain.kinds import People
from journeymapper.domain.message import Message, _

NO_STEPS = _("There are no steps yet, so there is nothing to judge.")
NOTHING = _("By what is known no step falls short.")

_LIKED: dict[People, Message] = {
    People.PATIENT: _("Patients like “{step}” best: {score} of 10."),
    People.CUSTOMER: _("Customers like “{step}” best: {score} of 10."),
    People.GUEST: _("Guests like “{step}” best: {score} of 10."),
    People.CLIENT: _("Clients like “{step}” best: {score} of 10."),
    People.RESIDENT: _("Residents like “{step}” best: {score} of 10."),
    People.EMPLOYEE: _("Employees like “{step}” best: {score} of 10."),
    People.CITIZEN: _("Citizens like “{step}” best: {score} of 10."),
}

_WORST: dict[int, Message] = {
    1: _("“{first}” needs mending first."),
    2: _("“{first}” and “{second}” need mending first."),
    3: _("“{first}”, “{second}” and “{third}” need mending first."),
}
_ORDINALS = ("first", "second", "third")

_SHARED: dict[str, Message] = {
    "G01": _("At {count} of them people expect more than they get."),
    "G02": _("{count} of them matter much and are not done well."),
    "G04": _("At {count} of them we see ourselves differently from those we serve."),
    "G05": _("At {count} of them other channels are wanted."),
    "G06": _("At {count} of them others do it better."),
    "G07": _("At {count} of them it depends on the channel."),
    "G08": _("At {count} of them it takes longer than promised."),
    "G13": _("{count} of them lead nowhere."),
    "G14": _("At {count} of them what is known is not passed on."),
    "G17": _("{count} of them are too hard."),
    "G18": _("{count} of them feel bad."),
}

_ONE_SURE = _("We are sure of it.")
_ONE_UNSURE = _("We are not sure of it: ask first.")
_ALL_SURE = _("We are sure of all of them.")
_SOME_SURE = _("We are sure of {sure} of these {all}; ask about the rest before you act.")
_NONE_SURE = _("We are sure of none of them: ask first.")

_UNHEARD: dict[People, Message] = {
    People.PATIENT: _("We cannot tell of {silent} of {steps} steps: no patient spoke of them."),
    People.CUSTOMER: _("We cannot tell of {silent} of {steps} steps: no customer spoke of them."),
    People.GUEST: _("We cannot tell of {silent} of {steps} steps: no guest spoke of them."),
    People.CLIENT: _("We cannot tell of {silent} of {steps} steps: no client spoke of them."),
    People.RESIDENT: _("We cannot tell of {silent} of {steps} steps: no resident spoke of them."),
    People.EMPLOYEE: _("We cannot tell of {silent} of {steps} steps: no employee spoke of them."),
    People.CITIZEN: _("We cannot tell of {silent} of {steps} steps: no citizen spoke of them."),
}


def liked(people: People, step: str, score: float) -> Message:
    """Say which step is liked best, with its score of 10."""
    return Message(_LIKED[people].key, step=step, score=round(score, 1))


def worst(names: Sequence[str]) -> Message:
    """Name the one to three places to fix first, the worst first."""
    return Message(_WORST[len(names)].key, **dict(zip(_ORDINALS, names, strict=False)))


def shared(places: Sequence[Place]) -> tuple[Message, ...]:
    """Say which grave reason several places have in common; nothing where they have none.

    Of several reasons it is the one that weighs most over all places. That it feels bad is told
    only where nothing else is shared: it says no cause.
    """
    weights: dict[str, list[float]] = {}
    for place in places:
        for rule in {gap.rule for gap in place.gaps if gap.band in ("critical", "high")}:
            most = max(gap.severity for gap in place.gaps if gap.rule == rule)
            weights.setdefault(rule, []).append(most)
    common = {rule: w for rule, w in weights.items() if rule in _SHARED and len(w) > 1}
    if not common:
        return ()
    rule = max(common, key=lambda rule: (rule != "G18", sum(common[rule]), rule))
    return (Message(_SHARED[rule].key, count=len(common[rule])),)


def how_sure(sure: int, every: int) -> Message:
    """Say of how many places we are sure."""
    if every == 1:
        return _ONE_SURE if sure else _ONE_UNSURE
    if sure in (0, every):
        return _ALL_SURE if sure else _NONE_SURE
    return Message(_SOME_SURE.key, sure=sure, all=every)


def unheard(people: People, silent: int, steps: int) -> Message:
    """Say of how many steps we cannot tell, because nobody spoke of them."""
    return Message(_UNHEARD[people].key, silent=silent, steps=steps)
