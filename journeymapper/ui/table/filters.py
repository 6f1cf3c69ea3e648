"""Which steps the table shows: those with a word in them, and those with something to do. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.message import Message, _
from journeymapper.ui.table.columns import channels_of, is_moment, owner_of, stage_of
from journeymapper.ui.table.sight import Sight


class Quick(Enum):
    """The filters that are one click."""

    MOMENTS = "moments"
    LOW = "low"
    NO_OWNER = "no owner"


QUICK: dict[Quick, Message] = {
    Quick.MOMENTS: _("Moments of truth"),
    Quick.LOW: _("Feeling below 0"),
    Quick.NO_OWNER: _("Without owner"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a step must have to be shown: all of the quick ones, and the text somewhere."""

    text: str = ""
    quick: frozenset[Quick] = frozenset()

    @property
    def is_all(self) -> bool:
        """Say whether every step is shown."""
        return not self.quick and not self.text.strip()

    def fits(self, sight: Sight, step: Touchpoint) -> bool:
        """Say whether a step is shown."""
        return all(_is(quick, sight, step) for quick in self.quick) and self._has_text(sight, step)

    def _has_text(self, sight: Sight, step: Touchpoint) -> bool:
        wanted = self.text.strip().casefold()
        if not wanted:
            return True
        number = sight.numbers[step.id]
        if wanted == number or number.startswith(f"{wanted.rstrip('.')}."):
            return True
        owner = owner_of(sight, step)
        texts = [step.name, step.description, stage_of(sight, step).name]
        texts += [owner.name if owner is not None else ""]
        texts += [channel.name for channel in channels_of(sight, step)]
        texts += [card.text for card in sight.cards_of(step)]
        return any(wanted in text.casefold() for text in texts)


def _is(quick: Quick, sight: Sight, step: Touchpoint) -> bool:
    match quick:
        case Quick.MOMENTS:
            return is_moment(step)
        case Quick.NO_OWNER:
            return owner_of(sight, step) is None
        case Quick.LOW:
            known = sight.feeling(step)
            return known is not None and known.value < 0


def found_steps(sight: Sight, wanted: Wanted) -> list[Touchpoint]:
    """Return the steps that are shown, in journey order."""
    steps = queries.touchpoints_of_map(sight.snapshot, sight.map_id)
    return list(steps) if wanted.is_all else [s for s in steps if wanted.fits(sight, s)]
