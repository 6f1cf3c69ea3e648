"""What of the last layout holds still: columns, contents and curves that nothing touched."""

from __future__ import annotations

from journeymapper.domain import queries
from journeymapper.domain.entities import Stage, Touchpoint
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map import contents, curves, header
from journeymapper.drawing.map.columns import columns_of
from journeymapper.drawing.map.contents import Content
from journeymapper.drawing.map.header import Span
from journeymapper.drawing.map.later import Seen, highest
from journeymapper.drawing.map.places import Column, Near
from journeymapper.drawing.map.setting import Frame
from journeymapper.drawing.map.sums import StageSum, stage_sums


class Last:
    """Columns, contents and curves of the last layout, as far as they can be used again.

    ``touched`` are the ids of the steps and stages that may differ from then; None is any.
    Nothing is kept of a layout with another frame, and with another setting all is looked at.
    """

    def __init__(
        self,
        columns: tuple[Column, ...] = (),
        spans: tuple[Span, ...] = (),
        found: dict[str, Content] | None = None,
        line_up: curves.Curves | None = None,
        touched: frozenset[str] | None = None,
    ) -> None:
        self._columns = columns
        self._spans = spans
        self._found = found or {}
        self._curves = line_up
        self._touched = touched

    def structure(
        self, snapshot: Snapshot, frame: Frame, map_id: str
    ) -> tuple[tuple[Column, ...], tuple[Span, ...]]:
        """Return columns and spans; those of before when they are equal."""
        if self._touched is not None and not self._moved(snapshot, self._touched):
            return self._columns, self._spans
        columns = columns_of(snapshot, map_id, frame.setting)
        stages = {
            stage.id: (stage, number)
            for number, stage in enumerate(queries.stages(snapshot, map_id), start=1)
        }
        spans = header.spans_of(columns, stages)
        return (
            self._columns if columns == self._columns else columns,
            self._spans if spans == self._spans else spans,
        )

    def contents(
        self,
        snapshot: Snapshot,
        frame: Frame,
        columns: tuple[Column, ...],
        spans: tuple[Span, ...],
        near: Near | None = None,
        seen: Seen | None = None,
    ) -> dict[str, Content]:
        """Return the content of every stage and step; unchanged ones are the objects of before.

        With ``seen``, steps of stages out of sight may be left unmeasured.
        """
        touched, kept = self._touched, self._found
        numbers = {span.stage.id: span.number for span in spans}
        all_columns = columns
        found: dict[str, Content] = {}
        if touched is not None and columns is self._columns and spans is self._spans:
            found = dict(kept)
            spans = tuple(span for span in spans if span.stage.id in touched)
            columns = tuple(column for column in columns if column.touchpoint in touched)
        for span in spans:
            inputs = contents.stage_inputs(snapshot, frame, span.stage, span.number, span.w)
            old = kept.get(span.stage.id)
            same = old is not None and old.inputs == inputs
            if old is None or not same:
                old = contents.stage_content(frame, inputs)
            found[span.stage.id] = old
        later: list[Column] = []
        for column in columns:
            place = column.touchpoint
            if not place:
                continue
            old = kept.get(place) if near is not None else None
            far = near is not None and not near.meets(column.x, column.right)
            if old is None or not far or (touched is not None and place in touched):
                old = self._step(snapshot, frame, column, numbers[column.stage])
            found[place] = old
            if not old.measured:
                later.append(column)
        if later:
            found |= _measured(frame, all_columns, [(c, found[c.place]) for c in later], seen)
        return found

    def _step(self, snapshot: Snapshot, frame: Frame, column: Column, stage: int) -> Content:
        """Return the content of before where it holds, otherwise one that is not measured yet."""
        old = self._found.get(column.touchpoint)
        if old is not None and self._touched is not None:
            was = old.inputs
            here = (was.number, was.width, was.stage_number) == (column.number, column.w, stage)
            if here and column.touchpoint not in self._touched:
                return old
        inputs = contents.step_inputs(snapshot, frame, column, stage)
        if old is not None and old.inputs == inputs:
            return old
        return contents.unmeasured(frame, inputs)

    def sums(
        self,
        columns: tuple[Column, ...],
        found: dict[str, Content],
        kept: dict[str, StageSum],
    ) -> dict[str, StageSum]:
        """Return the sums of all stages in order; ``kept`` are those of before."""
        touched = self._touched
        if touched is None or columns is not self._columns:
            return stage_sums(columns, found, kept)
        stages = {c.stage for c in columns if c.touchpoint in touched or c.stage in touched}
        again = tuple(column for column in columns if column.stage in stages)
        return kept | stage_sums(again, found, kept)

    def curves(
        self,
        snapshot: Snapshot,
        frame: Frame,
        columns: tuple[Column, ...],
        found: dict[str, Content],
    ) -> curves.Curves:
        """Return the curves; those of before when no feeling was touched."""
        kept, touched = self._curves, self._touched
        if kept is None or touched is None or columns is not self._columns:
            return curves.gather(snapshot, frame, columns, found)
        if all(self._feels_the_same(place, found) for place in touched):
            return kept
        return curves.gather(snapshot, frame, columns, found)

    def _feels_the_same(self, place: str, found: dict[str, Content]) -> bool:
        """Say so only of what is shown: the steps of collapsed stages have no content."""
        before, now = self._found.get(place), found.get(place)
        return before is not None and now is not None and before.feelings == now.feelings

    def _moved(self, snapshot: Snapshot, touched: frozenset[str]) -> bool:
        """Say whether columns or stages may stand elsewhere, or be others."""
        for place in touched:
            content = self._found.get(place)
            before = content.inputs.place if content is not None else None
            now = snapshot.find(Stage, place) or snapshot.find(Touchpoint, place)
            if before is now:
                continue
            if not isinstance(before, Touchpoint) or not isinstance(now, Touchpoint):
                return True
            if (before.stage, before.position) != (now.stage, now.position):
                return True
        return False


def _measured(
    frame: Frame,
    columns: tuple[Column, ...],
    todo: list[tuple[Column, Content]],
    seen: Seen | None,
) -> dict[str, Content]:
    """Measure what is seen, and of the rest what is not many or is the highest of a row."""
    if seen is not None:
        stages = seen.stages(columns)
        rest = [content.inputs for column, content in todo if column.stage not in stages]
        if len(rest) > seen.at_once:
            chosen = highest(frame, rest)
            todo = [pair for pair in todo if pair[0].stage in stages or pair[0].place in chosen]
    return {column.place: contents.measured(frame, content) for column, content in todo}
