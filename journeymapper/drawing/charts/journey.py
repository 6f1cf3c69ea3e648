"""Charts along the journey: the curve with a step marked, all places on it, how sure we are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from journeymapper.domain import queries
from journeymapper.domain.evidence import Grade
from journeymapper.domain.message import _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.charts.chart import LABEL, SMALL, STRONG, Chart, Sketch, number, scale
from journeymapper.drawing.curve import curve, slopes
from journeymapper.drawing.display_list import Box, Drawing, Group, Path, Shape
from journeymapper.drawing.lettering import Pen, centred, signed
from journeymapper.drawing.marks import DOTS, evidence_dots
from journeymapper.drawing.outlines import circle
from journeymapper.drawing.theme import feeling_role
from journeymapper.text.runs import TextStyle

_MARK = 11.0


@dataclass(frozen=True, slots=True)
class Stop:
    """A step on the way: its number and name, the feeling there, how bad it is there."""

    step: str
    number: str
    name: str
    feeling: int | None
    band: str = ""


def stops_of(
    snapshot: Snapshot, map_id: str, persona: str, bands: Mapping[str, str]
) -> tuple[Stop, ...]:
    """Return the steps of a map with the feelings of a persona."""
    numbers = queries.numbers(snapshot, map_id)
    found: list[Stop] = []
    for step in queries.touchpoints_of_map(snapshot, map_id):
        felt = queries.feeling_of(snapshot, step.id, persona) if persona else None
        value = None if felt is None else felt.value
        found.append(Stop(step.id, numbers[step.id], step.name, value, bands.get(step.id, "")))
    return tuple(found)


def mini_curve(pen: Pen, stops: Sequence[Stop], step: str, width: float, height: float) -> Drawing:
    """Return the curve of the journey with one step marked by its feeling."""
    shapes: list[Shape] = []
    x_of = scale(0, max(1, len(stops) - 1), _MARK, width - _MARK)
    y_of = scale(-5, 5, height - 4, 4)
    base = y_of(0)
    ground = (("M", 0.0, base), ("L", width, base))
    shapes.append(Path(ground, "", "line_strong", 1.0))
    points = [(x_of(i), y_of(s.feeling)) for i, s in enumerate(stops) if s.feeling is not None]
    if len(points) > 1:
        shapes.append(Path(curve(points, slopes(points)), "", "text_secondary", 1.75))
    shapes += [circle(x, y, 2.5, "text_secondary") for x, y in points]
    for i, stop in enumerate(stops):
        if stop.step != step:
            continue
        if stop.feeling is None:
            shapes.append(circle(x_of(i), base, 5, "surface", "text_secondary", 2.0))
            continue
        x, y = x_of(i), min(max(y_of(stop.feeling), _MARK), height - _MARK)
        shapes.append(circle(x, y, _MARK + 1.5, "surface"))
        shapes.append(circle(x, y, _MARK, feeling_role(stop.feeling)))
        words = pen.line(signed(stop.feeling), TextStyle(11, 14, 700))
        shapes += centred(words, x, y, feeling_role(stop.feeling, "number"))
    group = Group(f"curve:{step}", Box(0, 0, width, height), tuple(shapes))
    return Drawing(width, height, (group,))


def feeling_overlay(pen: Pen, stops: Sequence[Stop], who: str, width: float) -> Chart:
    """Return the curve with the mark of the worst reason above each place that has one."""
    height = 236.0
    sketch = Sketch(pen, width, height)
    top, bottom = 34.0, height - 30.0
    x_of = scale(0, max(1, len(stops) - 1), 44, width - 20)
    y_of = scale(-5, 5, bottom, top)
    sketch.rect(Box(30, top, width - 36, y_of(0) - top), "emotion_above_zero")
    sketch.rect(Box(30, y_of(0), width - 36, bottom - y_of(0)), "emotion_below_zero")
    sketch.line((30, y_of(0)), (width - 6, y_of(0)), colour="text_tertiary")
    for value in (-4, -2, 0, 2, 4):
        sketch.text(signed(value), 24, y_of(value) - 7, align="end")
    points = [(x_of(i), y_of(s.feeling)) for i, s in enumerate(stops) if s.feeling is not None]
    if len(points) > 1:
        sketch.shapes.append(Path(curve(points, slopes(points)), "", "persona_1", 2.25))
    wide = (width - 64) / max(1, len(stops) - 1)
    for i, stop in enumerate(stops):
        x = x_of(i)
        style = SMALL if wide >= 22 else TextStyle(9, 12, 400)
        sketch.text(stop.number, x, bottom + 8, style, "text", "middle")
        if stop.feeling is not None:
            sketch.circle(x, y_of(stop.feeling), 4, "surface", "persona_1")
        if stop.band:
            sketch.mark(stop.band, x, 14, min(17.0, max(14.0, wide - 3)))
            y = y_of(stop.feeling) if stop.feeling is not None else y_of(0)
            sketch.line((x, 24), (x, y - 5), colour="text_tertiary", dash=(2.0, 3.0))
    marked = [stop.name for stop in stops if stop.band]
    felt = [stop for stop in stops if stop.feeling is not None]
    lowest = min(felt, key=lambda s: s.feeling or 0, default=None)
    return sketch.finished(
        "feelings",
        _("How it feels, and where it falls short"),
        _(
            "The feelings of {persona} along {n} steps. {places} of them are places to mend. The"
            " lowest feeling is {low}, at {step}.",
            persona=who,
            n=len(stops),
            places=len(marked),
            low=signed(lowest.feeling or 0) if lowest else "0",
            step=lowest.name if lowest else "",
        ),
        (_("Number"), _("Step"), _("Feeling"), _("How bad")),
        [(s.number, s.name, "" if s.feeling is None else s.feeling, s.band) for s in stops],
    )


def evidence_strip(pen: Pen, sure: Sequence[tuple[Grade | None, int, str]], width: float) -> Chart:
    """Return how many places rest on what: a count, four dots and words for each grade.

    Grade None is what is seen on the map itself: it has no dots.
    """
    style, words = TextStyle(18, 22, 700), TextStyle(11, 14, 400)
    part = width / max(1, len(sure))
    sketch = Sketch(pen, width, 58)
    sketch.line((0, 0.5), (width, 0.5), colour="text_secondary")
    for i, (grade, count, said) in enumerate(sure):
        x = i * part
        block = sketch.text(str(count), x, 10, style, "text")
        left = x + block.width + 10
        if grade is not None:
            sketch.shapes += evidence_dots(grade, left, 13, 8)
        y = 26 if grade is not None else 12
        sketch.text(said, left, y, words, room=part - block.width - 18)
    return sketch.finished(
        "sure",
        _("How sure we are"),
        _("How many places rest on what; a place never looks smaller because we know less of it."),
        (_("How sure"), _("Dots of four"), _("Places")),
        [(said, DOTS[grade] if grade is not None else "", count) for grade, count, said in sure],
    )


def consistency_matrix(
    pen: Pen, steps: Sequence[tuple[str, Mapping[str, float]]], width: float
) -> Chart:
    """Return the score of each step by each channel, 1 to 10; the lowest of each is framed."""
    channels = list(dict.fromkeys(name for _step, scores in steps for name in scores))
    names = width * 0.34
    cell = (width - names) / max(1, len(channels))
    heads = [pen.block(name, LABEL, cell - 8) for name in channels]
    blocks = [pen.block(name, LABEL, names - 12) for name, _scores in steps]
    head = max((block.height for block in heads), default=0.0) + 8
    tall = [max(28.0, block.height + 8) for block in blocks]
    sketch = Sketch(pen, width, head + sum(tall) + 2)
    for i, (name, block) in enumerate(zip(channels, heads, strict=True)):
        x = names + i * cell + 4
        sketch.text(name, x, head - 6 - block.height, LABEL, "text", room=cell - 8)
    y = head
    rows: list[tuple[str | float, ...]] = []
    for (name, scores), block, high in zip(steps, blocks, tall, strict=True):
        sketch.text(name, 0, y + (high - block.height) / 2, LABEL, "text", room=names - 12)
        low = min(scores.values(), default=0.0)
        for i, channel in enumerate(channels):
            box = Box(names + i * cell + 1, y + 1, cell - 2, high - 2)
            value = scores.get(channel)
            worst = value is not None and value == low
            sketch.rect(box, "sunken" if worst else "", "text" if worst else "line_strong")
            words = number(value) if value is not None else pen.say(_("not asked"))
            ink = "text" if value is not None else "text_tertiary"
            sketch.text(
                words, box.x + box.w / 2, y + high / 2 - 7, STRONG if worst else SMALL, ink,
                "middle",
            )  # fmt: skip
        rows.append((name, *(round(scores[c], 1) if c in scores else "" for c in channels)))
        y += high
    return sketch.finished(
        "consistency",
        _("The same step by different channels"),
        _("Scores of {n} steps by {channels} channels; the lowest of each step has a dark frame.",
          n=len(steps), channels=len(channels)),
        (_("Step"), *(_("{name}", name=name) for name in channels)),
        rows,
    )  # fmt: skip
