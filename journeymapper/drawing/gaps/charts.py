"""The charts of gaps for one document: those that there are figures for, in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from journeymapper.analysis.gaps.board import GapBoard
from journeymapper.analysis.gaps.pictures import GapPictures
from journeymapper.analysis.gaps.rules import Family
from journeymapper.domain import queries
from journeymapper.domain.entities import JourneyMap
from journeymapper.domain.evidence import Grade
from journeymapper.domain.kinds import People
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.charts.bars import Bar, Sides, mirror_bars, pareto_bars, score_bars
from journeymapper.drawing.charts.chart import Chart, Named
from journeymapper.drawing.charts.funnel import funnel_bars
from journeymapper.drawing.charts.journey import (
    consistency_matrix,
    evidence_strip,
    feeling_overlay,
    stops_of,
)
from journeymapper.drawing.charts.pairs import EXPECTED, Both, dumbbell, slope
from journeymapper.drawing.charts.scatter import Axes, Point, scatter
from journeymapper.drawing.gaps.words import Names
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map import words
from journeymapper.drawing.persona_card.words import THEY_SAID

Make = Callable[[float], Chart]
"""Makes a chart of a width."""

_AVERAGE: dict[People, Message] = {
    People.PATIENT: _("How we do, average of patients’ answers, 1 to 10"),
    People.CUSTOMER: _("How we do, average of customers’ answers, 1 to 10"),
    People.GUEST: _("How we do, average of guests’ answers, 1 to 10"),
    People.CLIENT: _("How we do, average of clients’ answers, 1 to 10"),
    People.RESIDENT: _("How we do, average of residents’ answers, 1 to 10"),
    People.EMPLOYEE: _("How we do, average of employees’ answers, 1 to 10"),
    People.CITIZEN: _("How we do, average of citizens’ answers, 1 to 10"),
}

_ASKED: dict[People, Message] = {
    People.PATIENT: _("How much it matters, asked of patients"),
    People.CUSTOMER: _("How much it matters, asked of customers"),
    People.GUEST: _("How much it matters, asked of guests"),
    People.CLIENT: _("How much it matters, asked of clients"),
    People.RESIDENT: _("How much it matters, asked of residents"),
    People.EMPLOYEE: _("How much it matters, asked of employees"),
    People.CITIZEN: _("How much it matters, asked of citizens"),
}

_SAY: dict[People, Message] = {
    People.PATIENT: _("Patients"),
    People.CUSTOMER: _("Customers"),
    People.GUEST: _("Guests"),
    People.CLIENT: _("Clients"),
    People.RESIDENT: _("Residents"),
    People.EMPLOYEE: _("The people asked"),
    People.CITIZEN: _("Citizens"),
}

_SLOPE = 210.0
"""A slope is at least so high: in less a fall of three points looks flat."""

_TOLD = (Grade.A, Grade.B, Grade.C)


@dataclass(frozen=True)
class ChartMaker:
    """Makes charts of one state of a document."""

    snapshot: Snapshot
    board: GapBoard
    pictures: GapPictures
    names: Names
    pen: Pen

    def of_family(self, family: Family) -> tuple[Make, ...]:
        """Return the charts that belong to a family of rules, without the main one."""
        found = dict(self._optional())
        keys = {
            Family.CUSTOMER: ("feelings", "scores", "expectation", "belief", "complaints"),
            Family.KNOWLEDGE: ("sure",),
            Family.FOLLOW_THROUGH: ("called",),
        }.get(family, ())
        first = "feelings" if not self.pictures.standings else ""  # it is on the first page
        made = [found[key] for key in keys if key in found and key != first]
        if family == Family.CUSTOMER:
            made += [make for key, make in found.items() if key.startswith("channels:")]
            made += [found["consistency"]] if "consistency" in found else []
        return tuple(made)

    def available(self) -> tuple[tuple[str, Make], ...]:
        """Return key and maker of all charts that there are figures for."""
        found: list[tuple[str, Make]] = []
        if self.pictures.standings:
            found.append(("importance", lambda width: self.importance(width, width * 0.8)))
        return (*found, *self._optional())

    def _optional(self) -> list[tuple[str, Make]]:
        pictures = self.pictures
        found: list[tuple[str, Make]] = []
        if self._map() is not None:
            found.append(("feelings", self.feelings))
        if pictures.scores:
            found.append(("scores", self.scores))
        if pictures.expectations:
            found.append(("expectation", self.expectations))
        if pictures.beliefs:
            found.append(("belief", self.beliefs))
        if pictures.complaints:
            found.append(("complaints", self.complaints))
        found += [(f"channels:{id_}", self._channels(id_)) for id_ in pictures.channels]
        if pictures.by_channel:
            found.append(("consistency", self.consistency))
        if pictures.called is not None:
            found.append(("called", self.called))
        if self.board.places:
            found.append(("sure", self.sure))
        return found

    def importance(self, width: float, height: float) -> Chart:
        """Return what matters and how we do."""
        pictures = self.pictures
        points = [
            Point(
                self._named(one.step),
                one.importance,
                one.performance,
                one.interval,
                pictures.chart.quadrants[one.step],
                one.step in pictures.chart.uncertain,
            )
            for one in pictures.standings
        ]
        people = self.names.people
        asked = any(one.sure in _TOLD for one in pictures.standings)
        across = _AVERAGE[people] if asked else _("How we do, the team’s opinion, 1 to 10")
        up = (
            _ASKED[people]
            if pictures.importance_sure in _TOLD
            else _("How much it matters, the team’s opinion")
        )
        lines = pictures.chart
        axes = Axes(across, up, lines.performance_line or 5.5, lines.importance_line or 5.5)
        return scatter(self.pen, points, axes, width, height)

    def feelings(self, width: float) -> Chart:
        """Return the curve of the main persona with the places on it."""
        journey = self._map()
        assert journey is not None
        known = queries.personas_of_map(self.snapshot, journey.id)
        persona = known[0] if known else None
        bands = {place.subject: place.band for place in self.board.places}
        stops = stops_of(self.snapshot, journey.id, persona.id if persona else "", bands)
        name = (persona.short or persona.name) if persona else ""
        return feeling_overlay(self.pen, stops, name, width)

    def scores(self, width: float) -> Chart:
        """Return all scores, the lowest first."""
        bars = [
            Bar(self._named(s.step), s.mean, s.interval, self._who(s.sure, s.n), s.sure)
            for s in self.pictures.scores
        ]
        return score_bars(self.pen, bars, width, THEY_SAID[self.names.people])

    def expectations(self, width: float) -> Chart:
        """Return what is expected and what people get."""
        pairs = [Both(self._named(p.subject), p.first, p.second)
                 for p in self.pictures.expectations]  # fmt: skip
        return dumbbell(self.pen, pairs, width, EXPECTED)

    def beliefs(self, width: float) -> Chart:
        """Return what employees and customers say."""
        pairs = [Both(self._named(p.subject), p.first, p.second) for p in self.pictures.beliefs]
        sides = (_("Employees"), _SAY[self.names.people])
        return slope(self.pen, pairs, width, max(_SLOPE, 60 + 26.0 * len(pairs)), sides)

    def complaints(self, width: float) -> Chart:
        """Return which themes come up most often in bad comments."""
        return pareto_bars(self.pen, self.pictures.complaints, width)

    def called(self, width: float) -> Chart:
        """Return how far those have come who are called back."""
        assert self.pictures.called is not None
        return funnel_bars(self.pen, self.pictures.called, width)

    def consistency(self, width: float) -> Chart:
        """Return steps by channel."""
        steps = [(self.names.title(s).whole, scores) for s, scores in
                 self.pictures.by_channel.items()]  # fmt: skip
        return consistency_matrix(self.pen, steps, width)

    def sure(self, width: float) -> Chart:
        """Return how many places rest on what."""
        counted = self.board.short.by_grade
        rows: list[tuple[Grade | None, int, str]] = [
            (one, counted.get(one, 0), self._rests_on(one)) for one in Grade
        ]
        rows.append((None, counted.get(None, 0), self.pen.say(_("seen on the map"))))
        return evidence_strip(self.pen, rows, width)

    def _channels(self, persona: str) -> Make:
        name = self.names.short(persona)
        shares = [
            Sides(one.name, one.offered, one.preferred) for one in self.pictures.channels[persona]
        ]
        return lambda width: mirror_bars(self.pen, name, shares, width)

    def _named(self, step: str) -> Named:
        place = self.board.place(step)
        return Named(step, self.names.title(step).whole, place.band if place is not None else "")

    def _map(self) -> JourneyMap | None:
        if not self.board.steps:
            return None
        return self.snapshot.find(JourneyMap, queries.map_of(self.snapshot, self.board.steps[0]))

    def _who(self, sure: Grade, n: int) -> str:
        if sure == Grade.D:
            return self.pen.say(words.TEAM)
        if sure == Grade.E:
            return self.pen.say(words.GUESS)
        return self.pen.say(words.people(self.names.people, n))

    def _rests_on(self, one: Grade) -> str:
        if one == Grade.D:
            return self.pen.say(words.TEAM)
        if one == Grade.E:
            return self.pen.say(words.GUESS)
        limits = {
            Grade.A: _("30 answers or more"),
            Grade.B: _("10 to 29 answers"),
            Grade.C: _("1 to 9 answers"),
        }
        return self.pen.say(limits[one])
