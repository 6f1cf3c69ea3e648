"""What the contents of a stage come to; kept as long as they are the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import is_

from journeymapper.domain.records import dataclass
from journeymapper.drawing.map.contents import Content
from journeymapper.drawing.map.places import Column


@dataclass(frozen=True, slots=True)
class StageSum:
    """What a stage and its steps have together.

    ``made_from`` are the contents across the stage, then those of its steps. ``needs`` are the
    heights that they need by lane; ``lanes`` those in which anything stands, both of what is
    ``measured``. ``asked`` counts the steps about which people were asked, ``steps`` all of them.
    """

    made_from: tuple[Content, ...]
    needs: dict[str, float]
    lanes: frozenset[str]
    asked: int
    measured: bool

    @property
    def steps(self) -> int:
        """How many steps are shown."""
        return len(self.made_from) - 1


def stage_sums(
    columns: Sequence[Column], found: Mapping[str, Content], kept: Mapping[str, StageSum]
) -> dict[str, StageSum]:
    """Return the sums of all stages by id, in order; ``kept`` are those of the last layout."""
    contents: dict[str, list[Content]] = {}
    for column in columns:
        own = contents.get(column.stage)
        if own is None:
            own = contents[column.stage] = [found[column.stage]]
        if column.touchpoint:
            own.append(found[column.touchpoint])
    sums: dict[str, StageSum] = {}
    for stage, parts in contents.items():
        old = kept.get(stage)
        same = old is not None and len(old.made_from) == len(parts)
        if old is not None and same and all(map(is_, old.made_from, parts)):
            sums[stage] = old
        else:
            sums[stage] = _sum(tuple(parts))
    return sums


def _sum(parts: tuple[Content, ...]) -> StageSum:
    return StageSum(
        made_from=parts,
        needs=_needs(parts[0], parts[1:]),
        lanes=frozenset(lane for content in parts for lane in content.stacks),
        asked=sum(_asked(parts[1:])),
        measured=all(content.measured for content in parts),
    )


def _asked(steps: Sequence[Content]) -> Iterator[bool]:
    return (content.sure is not None and bool(content.sure.counted) for content in steps)


def _needs(across: Content, steps: Sequence[Content]) -> dict[str, float]:
    """What stands across a stage stands above what stands at its steps."""
    highest: dict[str, float] = {}
    for content in steps:
        for lane, height in content.needs.items():
            if height > highest.get(lane, 0.0):
                highest[lane] = height
    for lane, height in across.needs.items():
        under = across.stacks[lane].below + highest[lane] if lane in highest else 0.0
        highest[lane] = height + under
    return highest
