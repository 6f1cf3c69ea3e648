"""The columns of the table: what each shows of a step, how it is ordered and written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import Enum

from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Channel, Role, Stage, Touchpoint
from journeymapper.domain.kinds import MomentOfTruth
from journeymapper.domain.message import Message, _
from journeymapper.ui.table.sight import Sight

Order = tuple[object, ...]
"""What rows are ordered by; () for an empty cell, which comes last."""

Plain = str | int | float
"""What a cell is in a file: a number stays one."""


class Editor(Enum):
    """What one types into: a line, several lines, or a line with a list to choose from."""

    LINE = "line"
    LINES = "lines"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Column(ABC):
    """A column. ``title`` stands above it.

    ``own`` says that each step has its own: what is typed is never written into others too.
    ``width`` is in px at 100 % text.
    """

    key: str
    title: str | Message
    editor: Editor = Editor.LINE
    own: bool = False
    width: int = 120

    @abstractmethod
    def text(self, sight: Sight, step: Touchpoint) -> str:
        """Return what stands in the cell."""

    def typed(self, sight: Sight, step: Touchpoint) -> str:
        """Return what stands in the editor when it opens."""
        return self.text(sight, step)

    def order(self, sight: Sight, step: Touchpoint) -> Order:
        """Return what rows are ordered by."""
        text = self.text(sight, step)
        return (text.casefold(),) if text else ()

    def plain(self, sight: Sight, step: Touchpoint) -> Plain:
        """Return the cell for a file."""
        return self.text(sight, step)

    def choices(self, sight: Sight) -> tuple[str, ...]:  # noqa: ARG002 - others look
        """Return what can be chosen."""
        return ()

    @abstractmethod
    def put(self, tx: Tx, sight: Sight, step_id: str, text: str) -> None:
        """Write a text into the cell of a step; raises UserError when it is refused."""


def owner_of(sight: Sight, step: Touchpoint) -> Role | None:
    """Return who answers for a step."""
    return sight.snapshot.find(Role, step.owner)


def channels_of(sight: Sight, step: Touchpoint) -> tuple[Channel, ...]:
    """Return where a step happens."""
    found = (sight.snapshot.find(Channel, id_) for id_ in step.channels)
    return tuple(channel for channel in found if channel is not None)


def stage_of(sight: Sight, step: Touchpoint) -> Stage:
    """Return the stage of a step."""
    return sight.snapshot.get(Stage, step.stage)


def is_moment(step: Touchpoint) -> bool:
    """Say whether a step is a moment of truth."""
    return step.moment_of_truth != MomentOfTruth.NONE


STAGE, NAME, CHANNELS, OWNER = _("Stage"), _("Step"), _("Where it happens"), _("Owner")
MOMENT, PROMISED, ACTUAL = _("Moment of truth"), _("Wait promised"), _("Wait it took")
"""Titles of columns."""
