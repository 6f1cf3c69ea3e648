"""Commands about where people go from a step, and how their journeys end."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.document.document import Document
from journeymapper.document.operations import connections, projects, touchpoints
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Connection, EndState, Project
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.kinds import EndKind
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.map.ways import SHOW_WAYS
from journeymapper.ui.commands.names import shortened, step_name


def are_shown(snapshot: Snapshot) -> bool:
    """Say whether the file shows the ways between steps."""
    return any(SHOW_WAYS in project.more for project in snapshot.table(Project).values())


def show(document: Document, *, shown: bool) -> None:
    """Show the ways between steps, or hide them; they stay as they are."""
    more = queries.project(document.snapshot).more
    others = tuple(entry for entry in more if entry != SHOW_WAYS)
    with document.step(_("Show ways") if shown else _("Hide ways")) as tx:
        projects.set_project(tx, more=(*others, SHOW_WAYS) if shown else others)


def lead(
    document: Document, source: str, *, target: str | None = None, end: str | None = None
) -> str:
    """Lead from a step to another one or to an end; returns the id of the connection.

    Where the order of the steps said where everybody goes, that way stays beside the new one.
    """
    with document.step(_lead_label(document.snapshot, source, target, end)) as tx:
        _keep_next(tx, source, target)
        return connections.connect(tx, source, target=target, end=end)


def lead_to_new_end(document: Document, source: str, name: str, kind: EndKind) -> str:
    """Add an end and lead from a step to it; returns the id of the connection."""
    label = _("From {name} to an end", name=step_name(document.snapshot, source))
    with document.step(label) as tx:
        here = queries.map_of(tx.snapshot, source)
        _check_new_end(tx, here, name)
        end = connections.add_end(tx, here, name, kind)
        _keep_next(tx, source, None)
        return connections.connect(tx, source, end=end)


def delete_end(document: Document, end_id: str) -> None:
    """Take an end out, with the ways that lead to it."""
    label = _("Delete the end {name}", name=end_name(document.snapshot, end_id))
    with document.step(label) as tx:
        connections.delete_end(tx, end_id)


def remove(document: Document, connection_id: str) -> None:
    """Take a way out."""
    found = document.snapshot.get(Connection, connection_id)
    label = _("Remove a way from {name}", name=step_name(document.snapshot, found.source))
    with document.step(label) as tx:
        connections.disconnect(tx, connection_id)


def write_share(document: Document, connection_id: str, text: str) -> None:
    """Say how many go this way, as people write it: "9 %", "9", "12 people", or nothing.

    Raises RefusedError with one sentence that names the step.
    """
    found = document.snapshot.get(Connection, connection_id)
    name = step_name(document.snapshot, found.source)
    share, count = read_share(text, name)
    label = _("How many go on from {name}", name=name)
    with document.step(label, merge=("way share", connection_id)) as tx:
        connections.set_share(tx, connection_id, share, count)


def read_share(text: str, step: str | Message) -> tuple[float | None, int | None]:
    """Return share (0 to 1) and count as somebody wrote them; ``step`` is named in errors."""
    plain = text.strip()
    if not plain:
        return None, None
    number = plain.rstrip("% \u00a0")
    words = ""
    if "%" not in plain:
        head, _space, words = plain.partition(" ")
        number = head if words else number
    try:
        value = float(number.replace(",", "."))
    except ValueError:
        raise RefusedError(
            _("“{text}” at “{step}” is no share: write 9 %, or 12 people.", text=plain, step=step)
        ) from None
    if words and value == int(value) and value >= 0:
        return None, int(value)
    if words or not 0 <= value <= 100:
        raise RefusedError(
            _("“{text}” at “{step}” is not between 0 % and 100 %.", text=plain, step=step)
        )
    return round(value / 100, 9), None


def set_passed(document: Document, connection_id: str, *, passed: bool | None) -> None:
    """Say whether what is known travels along."""
    found = document.snapshot.get(Connection, connection_id)
    label = _("What is passed on from {name}", name=step_name(document.snapshot, found.source))
    with document.step(label) as tx:
        connections.set_handoff(
            tx,
            connection_id,
            info_passed=passed,
            items=found.items,
            state_kept=found.state_kept,
        )


def set_kept(document: Document, connection_id: str, *, kept: bool | None) -> None:
    """Say whether what was begun is kept."""
    found = document.snapshot.get(Connection, connection_id)
    label = _("What is kept after {name}", name=step_name(document.snapshot, found.source))
    with document.step(label) as tx:
        connections.set_handoff(
            tx,
            connection_id,
            info_passed=found.info_passed,
            items=found.items,
            state_kept=kept,
        )


def set_entry(document: Document, touchpoint_id: str, *, entry: bool) -> None:
    """Say whether people can enter the journey at a step."""
    name = step_name(document.snapshot, touchpoint_id)
    label = _("Enter at {name}", name=name) if entry else _("Do not enter at {name}", name=name)
    with document.step(label) as tx:
        touchpoints.set_entry(tx, touchpoint_id, entry=entry)


def keep_shares(document: Document, shares: Mapping[str, float]) -> None:
    """Write the shares of several connections, by id, as one step."""
    with document.step(_("Keep the shares that were tried")) as tx:
        for connection_id, share in shares.items():
            connections.set_share(tx, connection_id, share)


def why_not(snapshot: Snapshot, source: str, target: str) -> Message | None:
    """Return why no way can lead from a step to a step or an end; None where one can."""
    if source == target:
        return _("A step cannot lead to itself")
    for known in snapshot.select(indexes.CONNECTIONS_FROM, source):
        if target in (known.target, known.end):
            return _("There is such a way already")
    return None


def would_lead(snapshot: Snapshot, source: str, target: str) -> Message:
    """Return the words for a way that is about to be made."""
    numbers = queries.numbers(snapshot, queries.map_of(snapshot, source))
    start = _called(numbers, snapshot, source)
    end = snapshot.find(EndState, target)
    if end is not None:
        return _("Some of those at {start} end: {end}", start=start, end=shortened(end.name))
    goal = _called(numbers, snapshot, target)
    steps = [t.id for t in queries.touchpoints_of_map(snapshot, queries.map_of(snapshot, source))]
    if steps.index(target) < steps.index(source):
        return _("From {start} back to {goal}", start=start, goal=goal)
    return _("From {start} on to {goal}", start=start, goal=goal)


def called(snapshot: Snapshot, touchpoint_id: str) -> Message:
    """Return number and name of a step."""
    numbers = queries.numbers(snapshot, queries.map_of(snapshot, touchpoint_id))
    return _called(numbers, snapshot, touchpoint_id)


def end_name(snapshot: Snapshot, end_id: str) -> str | Message:
    """Return the name of an end; words in its place when it has none."""
    end = snapshot.find(EndState, end_id)
    return shortened(end.name) if end and end.name else _("an end without a name")


def _called(numbers: Mapping[str, str], snapshot: Snapshot, touchpoint_id: str) -> Message:
    return _(
        "{number} {name}", number=numbers[touchpoint_id], name=step_name(snapshot, touchpoint_id)
    )


def _lead_label(snapshot: Snapshot, source: str, target: str | None, end: str | None) -> Message:
    if target is not None:
        return _(
            "From {name} to {other}",
            name=step_name(snapshot, source),
            other=step_name(snapshot, target),
        )
    return _(
        "From {name} to {other}",
        name=step_name(snapshot, source),
        other=end_name(snapshot, end or ""),
    )


def _keep_next(tx: Tx, source: str, target: str | None) -> None:
    """Make the way that the order implies one of its own, beside the one that is made."""
    if tx.snapshot.select(indexes.CONNECTIONS_FROM, source):
        return
    steps = [
        t.id for t in queries.touchpoints_of_map(tx.snapshot, queries.map_of(tx.snapshot, source))
    ]
    place = steps.index(source) + 1
    if place < len(steps) and steps[place] != target:
        connections.connect(tx, source, target=steps[place])


def _check_new_end(tx: Tx, map_id: str, name: str) -> None:
    if not name.strip():
        raise RefusedError(_("Give the end a name, such as “Goes elsewhere”."))
    known = {e.name.casefold() for e in tx.snapshot.select(indexes.ENDS_OF_MAP, map_id)}
    if name.strip().casefold() in known:
        raise RefusedError(_("There is an end called “{name}” already.", name=name.strip()))
