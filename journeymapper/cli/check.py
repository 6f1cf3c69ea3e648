"""``check``: whether a file holds only what it may hold."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from journeymapper.cli import output, parsing
from journeymapper.cli.context import Context
from journeymapper.cli.looking import looking
from journeymapper.domain.changes import Step, StepKind
from journeymapper.domain.checks import cleaned
from journeymapper.domain.entities import BY_NAME, ENTITIES, Entity, Project
from journeymapper.domain.errors import UserError
from journeymapper.domain.fields import specs_of
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file and perhaps ``--json``."""
    parsing.add_file(parser, "the file to check")
    parsing.add_json(parser)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Print what is wrong; return 1 if anything is. A file that cannot be read raises."""
    with looking(context, arguments.file) as document:
        found = [*of_content(document.snapshot), *of_history(document.history())]
    if arguments.json:
        said = [context.catalogue.say(finding) for finding in found]
        output.say_json({"ok": not found, "findings": said})
    elif found:
        for finding in found:
            context.say(finding)
    else:
        context.say(_("{file}: no damage.", file=arguments.file.name))
    return 1 if found else 0


def of_content(snapshot: Snapshot) -> Iterator[Message]:
    """Yield what an entity holds that it may not: values, references, too many projects."""
    if len(snapshot.table(Project)) != 1:
        yield _("There are {count} projects.", count=len(snapshot.table(Project)))
    for kind in ENTITIES:
        for entity in snapshot.table(kind).values():
            yield from _of_entity(snapshot, entity)


def of_history(steps: Sequence[Step]) -> Iterator[Message]:
    """Yield what is out of order in the history."""
    for place, step in enumerate(steps):
        if step.seq != place:
            yield _("Change {place} of the history is missing.", place=place)
            return
        if (step.kind is StepKind.CREATE) != (place == 0):
            yield _("Change {place} of the history is not what it says.", place=place)
        taken_back = step.inverse_of
        if (taken_back is not None) != (step.kind in (StepKind.UNDO, StepKind.REDO)) or (
            taken_back is not None and not 0 < taken_back < place
        ):
            yield _("Change {place} takes back one that is not there.", place=place)


def _of_entity(snapshot: Snapshot, entity: Entity) -> Iterator[Message]:
    name = type(entity).__name__
    try:
        if cleaned(entity) != entity:
            yield _("{entity} {id} holds characters that it may not.", entity=name, id=entity.id)
    except UserError as error:
        yield _("{entity} {id}: {what}", entity=name, id=entity.id, what=error.message)
    for field, spec in specs_of(type(entity)).items():
        value = getattr(entity, field)
        targets = value if spec.kind == "refs" else (value,) if spec.kind == "ref" else ()
        for target in targets:
            if target is not None and snapshot.find(BY_NAME[spec.target], target) is None:
                yield _(
                    "{entity} {id} refers to something that is gone ({field}).",
                    entity=name,
                    id=entity.id,
                    field=field,
                )
