"""Commands about feelings."""

from __future__ import annotations

from journeymapper.document.document import Document
from journeymapper.document.operations import feelings
from journeymapper.domain import queries
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import SourceKind
from journeymapper.domain.message import _
from journeymapper.ui.commands.names import persona_name, signed, step_name

LOWEST, HIGHEST = -5, 5


def read(text: str) -> int | None:
    """Read a feeling as it is typed, None for nothing; raises RefusedError for anything else."""
    plain = text.strip().replace("−", "-").replace(",", ".")
    if not plain:
        return None
    try:
        value = int(plain)
    except ValueError:
        value = HIGHEST + 1
    if not LOWEST <= value <= HIGHEST:
        raise RefusedError(_("Type a number from −5 to +5."))
    return value


def set_value(document: Document, touchpoint_id: str, persona_id: str, value: int) -> None:
    """Say how a persona feels at a step; where it was asked from stays."""
    snapshot = document.snapshot
    known = queries.feeling_of(snapshot, touchpoint_id, persona_id)
    label = _(
        "{persona} feels {value} at {step}",
        persona=persona_name(snapshot, persona_id),
        value=signed(value),
        step=step_name(snapshot, touchpoint_id),
    )
    with document.step(label, merge=("feeling", touchpoint_id, persona_id)) as tx:
        if known is None:
            feelings.set_feeling(tx, touchpoint_id, persona_id, value)
        else:
            feelings.set_feeling(tx, touchpoint_id, persona_id, value, known.source)


def shift(document: Document, ids: tuple[str, ...], persona_id: str, by: int) -> bool:
    """Let a persona feel better or worse at steps, by so much; what is not known counts as 0.

    Returns whether any feeling could go further.
    """
    snapshot = document.snapshot
    wanted: dict[str, int] = {}
    for id_ in ids:
        known = queries.feeling_of(snapshot, id_, persona_id)
        value = max(LOWEST, min(HIGHEST, (known.value if known else 0) + by))
        if known is None or known.value != value:
            wanted[id_] = value
    if len(ids) == 1 and wanted:
        set_value(document, ids[0], persona_id, wanted[ids[0]])
    elif wanted:
        name = persona_name(snapshot, persona_id)
        words = {"persona": name, "count": len(wanted)}
        better = _("{persona} feels better at {count} steps", **words)
        worse = _("{persona} feels worse at {count} steps", **words)
        with document.step(better if by > 0 else worse) as tx:
            for id_, value in wanted.items():
                known = queries.feeling_of(tx.snapshot, id_, persona_id)
                source = known.source if known is not None else SourceKind.STAFF
                feelings.set_feeling(tx, id_, persona_id, value, source)
    return bool(wanted)


def set_source(
    document: Document, touchpoint_id: str, persona_id: str, source: SourceKind, n: int | None
) -> None:
    """Say where it is known from how a persona feels at a step, and from how many people."""
    name = step_name(document.snapshot, touchpoint_id)
    with document.step(_("How sure: {name}", name=name)) as tx:
        feelings.set_feeling_source(tx, touchpoint_id, persona_id, source, n)


def clear(document: Document, ids: tuple[str, ...], persona_id: str) -> None:
    """Forget how a persona feels at steps."""
    label = _("Forget how {persona} feels", persona=persona_name(document.snapshot, persona_id))
    with document.step(label) as tx:
        for id_ in ids:
            feelings.clear_feeling(tx, id_, persona_id)
