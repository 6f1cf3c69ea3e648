"""Where ways run between steps: those that skip or go back, and the marks between neighbours."""

from __future__ import annotations

from dataclasses import replace

from journeymapper.analysis.flow_weights import percent
from journeymapper.analysis.journey_flow import JourneyFlow
from journeymapper.drawing.map import ways_words
from journeymapper.drawing.map.ways_parts import Arc, Crossing, Places

_OUT, _OUTS, _IN = 2.0, 7.0, 12.0
"""From the middle of a step to where its ways leave, from one to the next, to where they come."""


def arcs_of(net: JourneyFlow, places: Places) -> tuple[tuple[Arc, ...], int]:
    """Return the ways that skip or go back, and on how many lines they run.

    Short ones run above long ones, none on a line where another one runs.
    """
    order = {step: i for i, step in enumerate(net.touchpoints)}
    found: list[Arc] = []
    for step, ways in net.ways.items():
        leaving = [w for w in ways if not w.to_end and not w.forward]
        for k, way in enumerate(leaving):
            here, there = places.at[step], places.at[way.target]
            if here is there:
                continue
            reach = here.w / 2 - 6
            start = here.centre + min(_OUT + _OUTS * k, reach)
            stop = there.centre - min(_IN, there.w / 2 - 6)
            back = order[way.target] < order[step]
            number = places.numbers[way.target]
            said = places.pen.say(ways_words.label(way, number, back=back, alone=len(ways) == 1))
            words = places.pen.line(said, places.style)
            ahead = stop > start
            left = start + 8 if ahead else start - 8 - words.width
            left = max(places.columns[0].x + 2, min(left, places.columns[-1].right - words.width))
            spoken = ways_words.spoken(way, places.names[step], places.names[way.target], back=back)
            found.append(Arc(way, start, stop, 0, back, words, left, spoken, places.numbers[step]))
    return _on_tracks(found)


def crossings_of(net: JourneyFlow, places: Places) -> tuple[Crossing, ...]:
    """Return the marks where ways go to the very next step, if there is anything to say."""
    found: list[Crossing] = []
    for step, ways in net.ways.items():
        here = places.at[step]
        for way in ways:
            if not way.forward or way.to_end or places.at[way.target] is here:
                continue
            share = ""
            if way.connection is not None and way.share is not None and len(ways) > 1:
                share = percent(way.share)
            if not (share or way.handoff or way.switch):
                continue
            facts = [ways_words.HANDOFF] if way.handoff else []
            facts += [ways_words.SWITCH] if way.switch else []
            source, target = places.names[step], places.names[way.target]
            spoken = ways_words.spoken(way, source, target, back=False)
            if facts:
                said = ", ".join(places.pen.say(fact) for fact in facts)
                facts_said = f"{share}, {said}" if share else said
                spoken = ways_words.crossing(source, target, facts_said)
            found.append(Crossing(way, here.right, share, spoken))
    return tuple(found)


def _on_tracks(arcs: list[Arc]) -> tuple[tuple[Arc, ...], int]:
    taken: list[list[tuple[float, float]]] = []
    placed: list[Arc] = []
    for arc in sorted(arcs, key=lambda arc: (abs(arc.stop - arc.start), arc.start)):
        low = min(arc.start, arc.stop, arc.left) - 4
        high = max(arc.start, arc.stop, arc.left + arc.words.width) + 4
        track = next(
            (i for i, runs in enumerate(taken) if all(high < a or b < low for a, b in runs)),
            len(taken),
        )
        if track == len(taken):
            taken.append([])
        taken[track].append((low, high))
        placed.append(replace(arc, track=track))
    return tuple(placed), len(taken)
