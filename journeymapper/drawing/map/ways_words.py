"""What the ways of a map say in words: on the map, on paper, in the window."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.analysis.flow_weights import percent
from journeymapper.analysis.journey_figures import Figures
from journeymapper.analysis.journey_flow import JourneyFlow, Sum, Way
from journeymapper.domain.kinds import People
from journeymapper.domain.message import Message, _
from journeymapper.drawing.map import words

MEMORY = _("Assumes no memory: who comes again goes on like who comes for the first time.")
OPINION = _("The shares are assumed: nobody has counted them.")
COUNTED = _("The shares come from counted people.")
PARTLY = _("Some shares come from counted people, the rest are assumed.")
ENTRIES = _("People are taken to enter in equal parts at each of the {n} entries.")

_FEW = 30
"""Fewer counted people than this are said to be few."""


def label(way: Way, number: str, *, back: bool, alone: bool) -> Message:
    """Return the words on a way: how many, unless it is the only one, and where to."""
    if way.share is None or alone:
        return _("back to {number}", number=number) if back else _("on to {number}", number=number)
    share = percent(way.share)
    if back:
        return _("{share} back to {number}", share=share, number=number)
    return _("{share} on to {number}", share=share, number=number)


def to_end(way: Way, name: str, *, alone: bool) -> Message:
    """Return the words of a way to an end; the share is left out where it is the only way."""
    if way.share is None or alone:
        return _("{end}", end=name)
    return _("{share} {end}", share=percent(way.share), end=name)


def problem(kind: Sum, total: float) -> Message | None:
    """Return what is wrong with the ways from a step in few words; None for nothing."""
    match kind:
        case Sum.SHORT:
            return _("{share} missing", share=percent(1 - total))
        case Sum.OVER:
            return _("{share} too many", share=percent(total - 1))
        case Sum.UNKNOWN:
            return _("How many go where?")
        case Sum.MIXED:
            return _("Shares and counts are mixed")
        case _:
            return None


def sum_sentence(kind: Sum, total: float) -> Message:
    """Return the sentence under the list of ways: what they add up to."""
    match kind:
        case Sum.WHOLE:
            return _("Adds up to 100 %.")
        case Sum.SHORT:
            return _(
                "Adds up to {sum}: {share} are missing.",
                sum=percent(total),
                share=percent(1 - total),
            )
        case Sum.OVER:
            return _(
                "Adds up to {sum}: {share} too many.",
                sum=percent(total),
                share=percent(total - 1),
            )
        case Sum.MIXED:
            return _("Shares and counts are mixed: use one of them.")
        case _:
            return _("Say how many go which way. One of them may stay open: it takes the rest.")


def few_counted(ways: tuple[Way, ...]) -> Message | None:
    """Return the mark of shares that come from few counted people; None elsewhere."""
    counts = [way.connection.count for way in ways if way.connection is not None]
    known = [count for count in counts if count is not None]
    total = sum(known)
    if not known or total >= _FEW or any(w.connection and w.connection.share for w in ways):
        return None
    return _("Only {n} counted", n=total)


def good_end(figures: Figures, people: People) -> Message:
    """Return the main sentence: how many of a hundred come to a good end."""
    if figures.success is None:
        return _("No end counts as good yet, so nobody can say how many end well")
    hundred = words.people(people, 100)
    return _("Of {hundred}, {n} end well", hundred=hundred, n=of_hundred(figures.success))


def of_hundred(share: float) -> str:
    """Return a share as so many of a hundred."""
    value = share * 100
    if 0 < value < 0.5:
        return "< 1"
    if 99.5 <= value < 100 - 1e-9:
        return "> 99"
    return f"{value:.0f}"


def main_sentences(
    figures: Figures, people: People, steps: Mapping[str, str]
) -> tuple[Message, ...]:
    """Return what the figures say first; ``steps`` are the numbers and names of steps."""
    hundred = words.people(people, 100)
    found = [_("{sentence}.", sentence=good_end(figures, people))]
    most = max(figures.visits, key=lambda step: figures.visits[step], default="")
    if most:
        visits = f"{100 * figures.visits[most]:.0f}"
        found.append(
            _(
                "Most visited: {step}, {visits} visits of {hundred}.",
                step=steps[most],
                visits=visits,
                hundred=hundred,
            )
        )
    return tuple(found)


def more_sentences(
    net: JourneyFlow, figures: Figures, names: Mapping[str, str]
) -> tuple[Message, ...]:
    """Return what else they say; ``names`` are those of steps and ends."""
    found: list[Message] = []
    again = max(figures.returns, key=lambda step: figures.returns[step], default="")
    if again and figures.returns[again] > 0.005:
        found.append(
            _(
                "Comes again most: of 100 at {step}, {n} come there once more.",
                step=names[again],
                n=of_hundred(figures.returns[again]),
            )
        )
    every = [way for ways in net.ways.values() for way in ways]
    taken = passed_between(net, figures)
    if taken:
        found.append(
            _(
                "On the way somebody else takes over {n} times, on average.",
                n=f"{taken:.1f}",
            )
        )
    lost = [way for way in every if way.lost_on_the_way]
    if lost:
        said = ", ".join(f"{names[w.source]} → {names[w.target]}" for w in lost)
        found.append(_("What is known does not travel along here: {ways}.", ways=said))
    return tuple(found)


def passed_between(net: JourneyFlow, figures: Figures) -> float:
    """Return how often, on average, a journey goes over to another owner."""
    return sum(
        figures.visits[way.source] * way.share
        for ways in net.ways.values()
        for way in ways
        if way.handoff and way.share
    )


def caveats(net: JourneyFlow) -> tuple[Message, ...]:
    """Return on what the figures stand."""
    known = [w.connection for ways in net.ways.values() for w in ways if w.connection is not None]
    counted = [c for c in known if c.share is None and c.count is not None]
    source = OPINION if not counted else COUNTED if len(counted) == len(known) else PARTLY
    entries = len(net.start)
    many = (Message(ENTRIES.key, n=entries),) if entries > 1 else ()
    return (source, MEMORY, *many)


def short_source(net: JourneyFlow) -> Message:
    """Return in few words on what the figures stand."""
    match caveats(net)[0]:
        case message if message == OPINION:
            return _("assumed shares")
        case message if message == COUNTED:
            return _("counted people")
        case _:
            return _("partly counted")


def spoken(way: Way, source: str, target: str, *, back: bool) -> Message:
    """Return a way as it is read aloud; ``source`` and ``target`` are numbers and names."""
    if way.share is None:
        if back:
            return _("From {source} back to {target}.", source=source, target=target)
        return _("From {source} on to {target}.", source=source, target=target)
    share = percent(way.share)
    if back:
        return _(
            "From {source}, {share} go back to {target}.",
            source=source,
            share=share,
            target=target,
        )
    return _("From {source}, {share} go on to {target}.", source=source, share=share, target=target)


def heard(net: JourneyFlow, step: str, names: Mapping[str, str]) -> Message | None:
    """Return where people go from a step, as a reader says it; None where nobody says so."""
    ways = [way for way in net.ways.get(step, ()) if way.connection is not None]
    if not ways:
        return None
    parts = [
        f"{percent(way.share)} {names.get(way.target, '')}"
        if way.share is not None and len(ways) > 1
        else names.get(way.target, "")
        for way in ways
    ]
    return _("from here to {goals}", goals=", ".join(parts))


def crossing(source: str, target: str, facts: str) -> Message:
    """Return what happens between two neighbours, as it is read aloud."""
    return _("From {source} to {target}: {facts}.", source=source, target=target, facts=facts)


HANDOFF = _("somebody else takes over")
SWITCH = _("another means of contact")
NOT_PASSED = _("Not passed on to {number}")
STARTS_OVER = _("Begins again at {number}")
DEAD_END = _("Leads nowhere")
TRAP = _("No way to an end")
UNREACHED = _("Nobody comes here")
ENTRY = _("People enter here")
HINT = _(
    "Everybody goes from step to step. To show another way, drag the round handle of a step to"
    " another step, or add it under Details."
)
