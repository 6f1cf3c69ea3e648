"""How others do at a step: scores with their source and date, else estimates."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import Rating
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import Measure, SourceKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Lines, Options, needed, steps_of
from journeymapper.ui.answers.more_typed import number_text, read_day, read_score

_BEGINS = "competitor:"


class Competitors(Lines):
    """One line for each competitor and step; lines are known by both."""

    title = _("Competitors and benchmarks")
    about = _(
        "How others do at the same step, from 1 to 10. A score needs its source and date; "
        "without them it is an estimate, and says so."
    )
    empty = _("No scores of others yet. Add one below: who, at which step, and the score.")
    columns = (
        Column("name", _("Who"), 150),
        Column("step", _("Step"), 190, fixed=True),
        Column("value", _("Score, 1 to 10"), 100),
        Column("date", _("Date"), 100),
        Column("citation", _("Source"), 240),
        Column("sure", _("How sure"), 110, fixed=True),
    )
    first = ("name", "step", "value")

    def read(self, snapshot: Snapshot) -> list[Line]:
        ratings = self._ratings(snapshot)
        return [
            self._line(rating, name)
            for step, name in steps_of(snapshot)
            for rating in sorted(ratings, key=lambda r: r.perspective)
            if rating.touchpoint == step
        ]

    def options(self, snapshot: Snapshot, _key: str) -> Options:
        return steps_of(snapshot)

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        known = self._find(document.snapshot, line_id)
        perspective, value, date = known.perspective, known.value, known.date
        citation = known.citation
        if key == "name":
            perspective = self._perspective(document.snapshot, text, known.touchpoint, known)
        elif key == "value":
            score = read_score(text)
            if score is None:
                raise RefusedError(_("A line needs a score. Delete it if it is not known."))
            value = score
        elif key == "date":
            date = read_day(text)
        else:
            citation = text.strip()
        with document.step(_("Change the score of {name}", name=_name(perspective))) as tx:
            at, measure = known.touchpoint, known.measure
            operations.unrate(tx, at, measure, perspective=known.perspective)
            operations.rate(
                tx,
                at,
                measure,
                value,
                perspective=perspective,
                date=date,
                source=SourceKind.SURVEY if citation and date else SourceKind.ASSUMPTION,
                citation=citation,
            )

    def add(self, document: Document, cells: Mapping[str, str]) -> None:
        step = needed(cells["step"])
        perspective = self._perspective(document.snapshot, cells["name"], step, None)
        value = read_score(needed(cells["value"]))
        assert value is not None
        with document.step(_("Add a score of {name}", name=_name(perspective))) as tx:
            operations.rate(tx, step, Measure.PERFORMANCE, value, perspective=perspective)

    def delete(self, document: Document, line_id: str) -> None:
        known = self._find(document.snapshot, line_id)
        with document.step(_("Delete a score of {name}", name=_name(known.perspective))) as tx:
            operations.unrate(tx, known.touchpoint, known.measure, perspective=known.perspective)

    def note(self, snapshot: Snapshot) -> Message | None:
        estimates = sum(not (r.citation and r.date) for r in self._ratings(snapshot))
        if not estimates:
            return None
        return _("Estimates, without source or date: {n}.", n=estimates)

    def _ratings(self, snapshot: Snapshot) -> list[Rating]:
        return [
            rating
            for rating in snapshot.table(Rating).values()
            if rating.perspective.startswith(_BEGINS)
            and rating.measure is Measure.PERFORMANCE
            and rating.persona is None
        ]

    def _line(self, rating: Rating, step: str) -> Line:
        known = bool(rating.citation and rating.date)
        return Line(
            _key(rating),
            {
                "name": _name(rating.perspective),
                "step": step,
                "value": number_text(rating.value),
                "date": rating.date,
                "citation": rating.citation,
                "sure": _("with source") if known else _("estimate"),
            },
        )

    def _find(self, snapshot: Snapshot, line_id: str) -> Rating:
        for rating in self._ratings(snapshot):
            if _key(rating) == line_id:
                return rating
        raise RefusedError(_("This line is gone."))

    def _perspective(self, snapshot: Snapshot, name: str, step: str, known: Rating | None) -> str:
        made = f"{_BEGINS}{' '.join(needed(name).split())}"
        for rating in self._ratings(snapshot):
            if (rating.touchpoint, rating.perspective) == (step, made) and rating is not known:
                raise RefusedError(_("{name} has a score at this step already.", name=_name(made)))
        return made


def _name(perspective: str) -> str:
    return perspective.removeprefix(_BEGINS)


def _key(rating: Rating) -> str:
    return f"{rating.touchpoint}:{rating.perspective}"
