"""What a round of answers says about a question: its figure, the round before, the months.

    figure = figure_of(question, counts, round.id)
    change = change_of(snapshot, question, counts, round.id)   # None without a round before
    months = months_of(question, counts)

Everything is worked out from histograms, so a hundred thousand answers cost as much as ten. On
scales with a good end marks are turned so that more is better; numbers and counts stay as they
are, and ``higher_is_better`` says which way is good.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from journeymapper.analysis.comparison import (
    Comparison,
    NpsCounts,
    compare_counted,
    compare_nps,
    compare_proportions,
)
from journeymapper.analysis.metrics import (
    CES_HIGHEST,
    MeanResult,
    NpsResult,
    ShareResult,
    ces_counted,
    csat_counted,
    mean_counted,
    nps_counted,
    wilson,
)
from journeymapper.analysis.needed import Needed, Spread, answers_needed
from journeymapper.domain import indexes
from journeymapper.domain.counts import Cell, Counts, Histogram, Wanted
from journeymapper.domain.entities import Question, Round
from journeymapper.domain.kinds import Better, QuestionKind, Respondent
from journeymapper.domain.records import dataclass
from journeymapper.domain.scales import upright
from journeymapper.domain.snapshot import Snapshot


def customers(cell: Cell) -> bool:
    """Say whether answers come from customers: what is looked at unless said otherwise."""
    return cell.respondent == Respondent.CUSTOMER.value


def only(
    respondent: Respondent = Respondent.CUSTOMER,
    *,
    persona: str = "",
    channel: str = "",
    country: str = "",
    tier: str = "",
) -> Wanted:
    """Return what picks the answers of these people; "" leaves a field open."""
    fields = {"persona": persona, "channel": channel, "country": country, "tier": tier}
    given = {name: value for name, value in fields.items() if value}

    def wanted(cell: Cell) -> bool:
        return cell.respondent == respondent.value and all(
            getattr(cell, name) == value for name, value in given.items()
        )

    return wanted


class FigureKind(StrEnum):
    """The unit of a figure: points -100..100, a share 0..1, or a mean in scale units."""

    POINTS = "points"
    SHARE = "share"
    MEAN = "mean"


@dataclass(frozen=True, slots=True)
class Figure:
    """The figure of a question in one round.

    ``score``, ``low`` and ``high`` (the 95 % interval) are in the unit of ``kind``; None where
    there are too few answers. ``result`` holds all of it. ``mean`` is the plain mean on the scale
    (turned so that more is better), ``easy`` the share that finds it easy, where there is one.
    ``values`` is the histogram behind it, turned likewise.
    """

    question: str
    round: str
    kind: FigureKind
    result: NpsResult | ShareResult | MeanResult
    mean: MeanResult
    values: Histogram
    higher_is_better: bool
    easy: ShareResult | None = None

    @property
    def n(self) -> int:
        """The number of answers."""
        return self.result.n

    @property
    def score(self) -> float | None:
        """The figure itself."""
        return self.result.mean if isinstance(self.result, MeanResult) else self.result.score

    @property
    def low(self) -> float | None:
        """The low end of its interval."""
        return self.result.ci_low

    @property
    def high(self) -> float | None:
        """The high end of its interval."""
        return self.result.ci_high

    @property
    def label(self) -> str:
        """What the number of answers is worth (analysis.scores.label_of)."""
        return self.result.label


class Verdict(StrEnum):
    """What a comparison says, in the direction that is good."""

    BETTER = "better"
    WORSE = "worse"
    UNCLEAR = "unclear"
    FEW = "few"


@dataclass(frozen=True, slots=True)
class Change:
    """A round against the one before: both figures, the comparison, what it means.

    ``needed`` is there when the verdict is unclear.
    """

    before: Figure
    after: Figure
    comparison: Comparison
    verdict: Verdict
    needed: Needed | None


def is_counted(question: Question) -> bool:
    """Say whether a question has a figure; choices and texts have none."""
    return question.kind not in (QuestionKind.CHOICE, QuestionKind.TEXT)


def figure_of(
    question: Question, counts: Counts, round_id: str, wanted: Wanted = customers
) -> Figure:
    """Return the figure of a question in a round, of the answers that are ``wanted``.

    Raises ValueError for a question without a figure (see ``is_counted``).
    """
    marks = counts.values(question.id, lambda cell: cell.round == round_id and wanted(cell))
    return figure_of_values(question, marks, round_id)


def figure_of_values(question: Question, marks: Histogram, round_id: str = "") -> Figure:
    """Return the figure of a histogram of marks, as they stand on the sheet."""
    if not is_counted(question):
        raise ValueError(question.kind)
    measured = question.kind in (QuestionKind.NUMBER, QuestionKind.COUNT)
    values = dict(marks) if measured else _upright(question, marks)
    mean = mean_counted(values, question.low, question.high)
    kind, result, easy = _figure(question, values, mean)
    better = not measured or question.better == Better.HIGH
    return Figure(question.id, round_id, kind, result, mean, values, better, easy)


def _upright(question: Question, marks: Histogram) -> dict[float, int]:
    return {upright(question, mark): n for mark, n in marks.items()}


def _figure(
    question: Question, values: Histogram, mean: MeanResult
) -> tuple[FigureKind, NpsResult | ShareResult | MeanResult, ShareResult | None]:
    if question.kind == QuestionKind.NPS:
        return FigureKind.POINTS, nps_counted(values), None
    if question.kind == QuestionKind.COUNT:
        return FigureKind.SHARE, wilson(values.get(1.0, 0), sum(values.values())), None
    low, high = int(question.low or 0), int(question.high or 0)
    if question.kind == QuestionKind.CSAT:
        return FigureKind.SHARE, csat_counted(values, low, high, satisfied_from(question)), None
    if question.kind == QuestionKind.CES and (low, high) == (1, CES_HIGHEST):
        return FigureKind.MEAN, mean, ces_counted(values)
    return FigureKind.MEAN, mean, None


def satisfied_from(question: Question) -> int:
    """Return from which turned mark on an answer is satisfied: the best two unless said."""
    if question.satisfied_from is None:
        return int(question.high or 0) - 1
    return int(upright(question, question.satisfied_from))


def rounds_of(snapshot: Snapshot, question: Question, counts: Counts) -> tuple[Round, ...]:
    """Return the rounds in which a question was answered, in the order of time."""
    answered = {cell.round for cell in counts.cells(question.id)}
    rounds = snapshot.select(indexes.ROUNDS_OF_SURVEY, question.survey)
    found = [one for one in rounds if one.id in answered]
    return tuple(sorted(found, key=lambda r: (r.started, r.position, r.id)))


def round_before(
    snapshot: Snapshot, question: Question, counts: Counts, round_id: str
) -> Round | None:
    """Return the last round before this one in which the question was answered, or None."""
    this = snapshot.get(Round, round_id)
    place = (this.started, this.position, this.id)
    rounds = rounds_of(snapshot, question, counts)
    earlier = [r for r in rounds if (r.started, r.position, r.id) < place]
    return earlier[-1] if earlier else None


def change_of(
    snapshot: Snapshot,
    question: Question,
    counts: Counts,
    round_id: str,
    wanted: Wanted = customers,
) -> Change | None:
    """Compare a round with the one before; None where there is none or a side has no answers."""
    before = round_before(snapshot, question, counts, round_id)
    if before is None:
        return None
    one = figure_of(question, counts, before.id, wanted)
    two = figure_of(question, counts, round_id, wanted)
    return compare_figures(one, two) if one.n and two.n else None


def compare_figures(before: Figure, after: Figure) -> Change:
    """Compare two figures of the same question."""
    comparison = _compared(before, after)
    verdict = _verdict(comparison.verdict, higher_is_better=after.higher_is_better)
    needed = None
    if verdict == Verdict.UNCLEAR:
        difference = comparison.difference or 0.0
        points = after.kind == FigureKind.POINTS
        needed = answers_needed(
            _spread(before), _spread(after), difference / 100 if points else difference
        )
    return Change(before, after, comparison, verdict, needed)


def _compared(one: Figure, two: Figure) -> Comparison:
    match one.result, two.result:
        case NpsResult() as a, NpsResult() as b:
            return compare_nps(
                NpsCounts(a.promoters, a.passives, a.detractors),
                NpsCounts(b.promoters, b.passives, b.detractors),
            )
        case ShareResult() as a, ShareResult() as b:
            return compare_proportions(a.successes, a.n, b.successes, b.n)
    return compare_counted(one.values, two.values)


def _verdict(code: str, *, higher_is_better: bool) -> Verdict:
    if code == "none":
        return Verdict.FEW
    if code == "unclear":
        return Verdict.UNCLEAR
    return Verdict.BETTER if (code == "higher") == higher_is_better else Verdict.WORSE


def _spread(figure: Figure) -> Spread:
    """Return the variance of one answer, in the unit of the figure; points as -1, 0, 1."""
    result = figure.result
    if isinstance(result, NpsResult):
        up, down = result.promoters / result.n, result.detractors / result.n
        return Spread(result.n, up + down - (up - down) ** 2)
    if isinstance(result, ShareResult):
        share = result.successes / result.n
        return Spread(result.n, share * (1 - share))
    return Spread(result.n, (result.stdev or 0.0) ** 2)


def by_round(
    snapshot: Snapshot, question: Question, counts: Counts, wanted: Wanted = customers
) -> Mapping[str, Figure]:
    """Return the figure of each round in which the question was answered, in the order of time."""
    return {
        one.id: figure_of(question, counts, one.id, wanted)
        for one in rounds_of(snapshot, question, counts)
    }
