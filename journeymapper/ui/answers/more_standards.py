"""What we have set ourselves for a step, and how often it was kept."""

from __future__ import annotations

from journeymapper.document import operations
from journeymapper.document.document import Document
from journeymapper.domain.entities import Standard
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Lines, steps_of
from journeymapper.ui.answers.more_typed import (
    number_text,
    read_count,
    read_day,
    read_share,
    share_text,
)
from journeymapper.ui.commands.names import step_name


class Standards(Lines):
    """One line for each step."""

    title = _("Our standards")
    about = _(
        "What we have set ourselves, such as “called in within 10 minutes”, and in how many "
        "cases of a hundred it was kept."
    )
    empty = _("There are no steps yet. Add them on the map.")
    columns = (
        Column("step", _("Step"), 190, fixed=True),
        Column("text", _("What we have set ourselves"), 290),
        Column("compliance", _("Kept"), 80),
        Column("n", _("Of so many cases"), 160),
        Column("date", _("Date"), 110),
    )

    def read(self, snapshot: Snapshot) -> list[Line]:
        known = _by_step(snapshot)
        return [_line(step, name, known.get(step)) for step, name in steps_of(snapshot)]

    def write(self, document: Document, line_id: str, key: str, text: str) -> None:
        known = _by_step(document.snapshot).get(line_id)
        words = known.text if known is not None else ""
        fields: dict[str, object] = {}
        if key == "text":
            words = text.strip()
        elif key == "compliance":
            fields["compliance"] = read_share(text)
        elif key == "n":
            fields["n"] = read_count(text)
        else:
            fields["date"] = read_day(text)
        kept = fields.get("compliance", known.compliance if known is not None else None)
        if not words and kept is None and key in ("n", "date"):
            raise RefusedError(_("Write first what you have set yourselves for this step."))
        fields.setdefault("compliance", kept)
        name = step_name(document.snapshot, line_id)
        with document.step(_("Standard: {name}", name=name)) as tx:
            operations.set_standard(tx, line_id, words, **fields)

    def note(self, snapshot: Snapshot) -> Message | None:
        known = _by_step(snapshot)
        return _("Steps with a standard: {n} of {all}.", n=len(known), all=len(steps_of(snapshot)))


def _by_step(snapshot: Snapshot) -> dict[str, Standard]:
    return {s.touchpoint: s for s in snapshot.table(Standard).values()}


def _line(step: str, name: str, known: Standard | None) -> Line:
    if known is None:
        return Line(step, {"step": name})
    return Line(
        step,
        {
            "step": name,
            "text": known.text,
            "compliance": share_text(known.compliance),
            "n": number_text(known.n),
            "date": known.date,
        },
    )
