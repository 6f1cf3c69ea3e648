"""The columns that are facts of the step itself."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.document.operations import touchpoints
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Channel, Role, Touchpoint
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import _
from journeymapper.ui.commands import feelings, tables
from journeymapper.ui.commands.names import signed
from journeymapper.ui.table.columns import (
    Column,
    Order,
    Plain,
    channels_of,
    is_moment,
    owner_of,
    stage_of,
)
from journeymapper.ui.table.sight import Sight
from journeymapper.ui.table.typed import NO, YES, read_answer, read_wait, wait_words


@dataclass(frozen=True, slots=True)
class StageColumn(Column):
    """The stage of a step; another one moves the step to its end."""

    def text(self, sight: Sight, step: Touchpoint) -> str:
        return f"{sight.numbers[step.stage]} {stage_of(sight, step).name}".strip()

    def order(self, sight: Sight, step: Touchpoint) -> Order:
        return (int(sight.numbers[step.stage]),)

    def choices(self, sight: Sight) -> tuple[str, ...]:
        found = queries.stages(sight.snapshot, sight.map_id)
        return tuple(f"{sight.numbers[stage.id]} {stage.name}".strip() for stage in found)

    def put(self, tx: Tx, sight: Sight, step_id: str, text: str) -> None:
        wanted = text.strip().casefold()
        if not wanted:
            raise RefusedError(_("A step belongs to a stage."))
        for stage in queries.stages(sight.snapshot, sight.map_id):
            number = sight.numbers[stage.id]
            if wanted in (number, stage.name.casefold(), f"{number} {stage.name}".casefold()):
                tables.put_stage(tx, step_id, stage.id)
                return
        raise RefusedError(_("There is no stage “{text}” on this map.", text=text.strip()))


@dataclass(frozen=True, slots=True)
class NameColumn(Column):
    """The name of a step."""

    def text(self, sight: Sight, step: Touchpoint) -> str:  # noqa: ARG002 - as all columns
        return step.name

    def put(self, tx: Tx, sight: Sight, step_id: str, text: str) -> None:  # noqa: ARG002
        touchpoints.rename_touchpoint(tx, step_id, text)


@dataclass(frozen=True, slots=True)
class ChannelsColumn(Column):
    """Where a step happens, several places with commas; new names are added."""

    def text(self, sight: Sight, step: Touchpoint) -> str:
        return ", ".join(channel.name for channel in channels_of(sight, step))

    def choices(self, sight: Sight) -> tuple[str, ...]:
        found = sorted(sight.snapshot.table(Channel).values(), key=sort_key)
        return tuple(channel.name for channel in found)

    def put(self, tx: Tx, sight: Sight, step_id: str, text: str) -> None:
        whole = text.strip()
        names = {name.casefold() for name in self.choices(sight)}
        parts = [whole] if whole.casefold() in names else whole.split(",")
        tables.put_channels(tx, step_id, [part.strip() for part in parts if part.strip()])


@dataclass(frozen=True, slots=True)
class OwnerColumn(Column):
    """Who answers for a step; a new name is added."""

    def text(self, sight: Sight, step: Touchpoint) -> str:
        owner = owner_of(sight, step)
        return owner.name if owner is not None else ""

    def choices(self, sight: Sight) -> tuple[str, ...]:
        found = sorted(sight.snapshot.table(Role).values(), key=sort_key)
        return tuple(role.name for role in found)

    def put(self, tx: Tx, sight: Sight, step_id: str, text: str) -> None:  # noqa: ARG002
        tables.put_owner(tx, step_id, text.strip())


@dataclass(frozen=True, slots=True)
class MomentColumn(Column):
    """Whether a step is a make-or-break moment: yes, or an empty cell."""

    def text(self, sight: Sight, step: Touchpoint) -> str:
        return sight.say(YES) if is_moment(step) else ""

    def choices(self, sight: Sight) -> tuple[str, ...]:
        return sight.say(YES), sight.say(NO)

    def put(self, tx: Tx, sight: Sight, step_id: str, text: str) -> None:
        tables.put_moment(tx, step_id, on=read_answer(text, sight.say))


@dataclass(frozen=True, slots=True)
class FeelingColumn(Column):
    """How the persona that is shown feels, from -5 to +5."""

    def text(self, sight: Sight, step: Touchpoint) -> str:
        known = sight.feeling(step)
        return signed(known.value) if known is not None else ""

    def typed(self, sight: Sight, step: Touchpoint) -> str:
        known = sight.feeling(step)
        return str(known.value) if known is not None else ""

    def order(self, sight: Sight, step: Touchpoint) -> Order:
        known = sight.feeling(step)
        return (known.value,) if known is not None else ()

    def plain(self, sight: Sight, step: Touchpoint) -> Plain:
        known = sight.feeling(step)
        return known.value if known is not None else ""

    def put(self, tx: Tx, sight: Sight, step_id: str, text: str) -> None:
        value = feelings.read(text)
        if not sight.persona:
            raise RefusedError(_("Add a persona first: whose feelings are these?"))
        tables.put_feeling(tx, step_id, sight.persona, value)


@dataclass(frozen=True, slots=True)
class WaitColumn(Column):
    """A promised or an actual wait."""

    promised: bool = True

    def text(self, sight: Sight, step: Touchpoint) -> str:
        return wait_words(self._value(step), step.wait_unit, sight.say)

    def order(self, sight: Sight, step: Touchpoint) -> Order:  # noqa: ARG002 - as all columns
        value = self._value(step)
        return (value * tables.MINUTES[step.wait_unit],) if value is not None else ()

    def put(self, tx: Tx, sight: Sight, step_id: str, text: str) -> None:
        value, unit = read_wait(text, sight.say)
        tables.put_wait(tx, step_id, value, unit, promised=self.promised)

    def _value(self, step: Touchpoint) -> float | None:
        return step.wait_promised if self.promised else step.wait_actual
