"""Make the file that stands for the present format in the tests, once, before a release.

    .venv/bin/python -m tests.reliability.make_format

A file of a released format never changes: programs of tomorrow must open it.
"""

from __future__ import annotations

import dataclasses
import sqlite3
from pathlib import Path
from tempfile import TemporaryDirectory

from journeymapper.domain.changes import Change, Initiator, Step, StepKind
from journeymapper.domain.entities import (
    Account,
    AccountScore,
    Answer,
    Attachment,
    Card,
    Channel,
    ChannelShare,
    CommentMark,
    Connection,
    EndState,
    Entity,
    Feeling,
    GapDecision,
    GapSighting,
    ImportBatch,
    JourneyMap,
    Lane,
    ListeningPost,
    Participant,
    Persona,
    PersonaNote,
    PrintRun,
    Project,
    Question,
    Rating,
    Role,
    Round,
    SavedView,
    Segment,
    ServiceLevel,
    Sheet,
    Stage,
    Standard,
    Survey,
    Theme,
    TierCriterion,
    Touchpoint,
    Version,
)
from journeymapper.domain.kinds import (
    AgeGroup,
    Fit,
    LaneKind,
    NoteSection,
    PersonaKind,
    Phase,
    Severity,
    Tier,
)
from journeymapper.domain.message import _
from journeymapper.storage.store import Store
from journeymapper.storage.tables import FORMAT

FOLDER = Path(__file__).parent / "formats"

STEP_NAME = Touchpoint("t1", "s1", "Call the practice", channels=("c1",), position=1.0)
RENAMED = dataclasses.replace(STEP_NAME, name="Call us", wait_actual=4.5)

LATER: dict[int, tuple[Entity, ...]] = {
    2: (
        Lane("l2", "m1", LaneKind.IDEA, position=2.0),
        Card("k2", "l2", "t1", text="Call back", impact=4, effort=2, ease=3),
        PrintRun("pr1", "m1", "wall", "2026-03-01", numbers=("1.1 t2",), sheets=("s:1 ab",)),
    ),
    3: (
        Persona("pe2", "Northline", kind=PersonaKind.ORGANISATION, age_group=AgeGroup.OLDER),
        PersonaNote("n2", "pe2", NoteSection.NEED, text="One contact", intensity=5, hidden=True),
        ChannelShare("cs1", "pe1", "c1", offered=0.8, preferred=0.25, n=40),
        Account("ac1", "Northline Ltd", "pe2", "r1", tier=Tier.FIRST, tier_reason="Grows"),
        TierCriterion("tc1", "Revenue", 2.5),
        AccountScore("as1", "ac1", "tc1", 7.5),
        ServiceLevel("sl1", Tier.FIRST, response_hours=4.0, visits=4, call_days=30),
        Segment("sg1", "Abroad", ("country = DE", "tier = I"), "pe2", Fit.GOOD),
        Survey("su1", "Visit sheet", "r1", decision="Who is called back"),
        Question("q1", "su1", short="Recommend", touchpoint="t1", low=0.0, high=10.0),
        Round("ro1", "su1", "Round 1", "2026-02-01", asked=60),
        ListeningPost("lp1", "Web reviews", timing="weekly", touchpoint="t2"),
        Sheet("sh1", "ro1", 27, "2026-02-03", persona="pe1", channel="c1", country="DE"),
        Answer("an1", "sh1", "q1", 9.0, "Kühl im Wartezimmer"),
        ImportBatch("ib1", "ro1", "Mai.xls", "2026-05-10", rows=2, questions=("q1",)),
        Theme("th1", "Waiting", ("wait", "late"), 1.0),
        CommentMark("cm1", "an1", "t1", ("th1",), -1, about="Blue", wow=True),
        GapDecision("gd1", "G18", "t1", "pe1", reason="Built next year", date="2026-03-01"),
        GapSighting("gs1", "G18", "t1", "", "2026-02-11"),
        Standard("st1", "t1", "Answered within three rings", 0.82, 50, "2026-02-01"),
    ),
}
"""By format: what no file of an older one could hold."""

FIRST: tuple[Entity, ...] = (
    Project("p", "Recall", organisation="Dr. Grün", created="2026-03-01", more=("answers",)),
    Attachment("a1", "image/png", 8),
    Role("r1", "Reception", colour="owner.0"),
    Channel("c1", "Telephone", icon="phone"),
    Participant("pt1", "Ann", "r1", 1.0),
    Persona("pe1", "Maria Lopez", "Maria", primary=True, portrait="a1"),
    PersonaNote("n1", "pe1", key="fear", text="The drill", intensity=4),
    JourneyMap("m1", "Half-yearly check", personas=("pe1",)),
    Stage("s1", "m1", "Book", Phase.BEFORE, owner="r1", position=1.0),
    STEP_NAME,
    Touchpoint("t2", "s1", "Wait", entry=True, position=1 / 3),
    Feeling("f1", "t1", "pe1", -3, n=5),
    Rating("ra1", "t1", perspective="customer", persona="pe1", value=7.25, n=31),
    Lane("l1", "m1", LaneKind.PAIN, visible=False, height=80),
    Card("k1", "l1", "t1", text="Nobody answers 🙈", severity=Severity.CRITICAL, image="a1"),
    SavedView("v1", "m1", "Pains", ("l1",)),
    EndState("e1", "m1", "Booked"),
    Connection("x1", "t1", "t2", share=0.75, info_passed=True),
    Connection("x2", "t2", None, "e1", count=12),
    Version("ve1", "Before the summer", "00", "2026-03-01T09:00:30.000+00:00"),
)
GONE = Connection("x2", "t2", None, "e1", count=12)

_CREATE = Step("00", 0, _("Create"), "2026-03-01T09:00:00.000+00:00", kind=StepKind.CREATE)

_MORE: tuple[tuple[Step, tuple[Change, ...]], ...] = (
    (
        Step("01", 1, _("Rename to “{name}”", name="Call us"), "2026-03-01T09:01:00.000+00:00"),
        (Change(Touchpoint, "t1", STEP_NAME, RENAMED),),
    ),
    (
        Step("02", 2, _("Delete"), "2026-03-01T09:02:00.000+00:00", Initiator.IMPORT, sitting="s"),
        (Change(Connection, "x2", GONE, None),),
    ),
    (
        Step("03", 3, _("Undo"), "2026-03-01T09:03:00.000+00:00", kind=StepKind.UNDO, inverse_of=2),
        (Change(Connection, "x2", None, GONE),),
    ),
    (
        Step("04", 4, _("Redo"), "2026-03-01T09:04:00.000+00:00", kind=StepKind.REDO, inverse_of=3),
        (Change(Connection, "x2", GONE, None),),
    ),
)
"""What happened after the creation."""

BLOB = b"\x89PNG\r\n\x1a\n"


def begun_with(number: int) -> tuple[Entity, ...]:
    """Return what a file of a format held when it was created."""
    later = (entity for since, found in LATER.items() if since <= number for entity in found)
    return (*FIRST, *later)


def held(number: int) -> tuple[Entity, ...]:
    """Return what a file of a format holds."""
    return tuple(
        RENAMED if entity == STEP_NAME else entity
        for entity in begun_with(number)
        if entity != GONE
    )


def history(number: int) -> tuple[tuple[Step, tuple[Change, ...]], ...]:
    """Return the steps of a file of a format, with their changes."""
    begin = tuple(Change(type(entity), entity.id, None, entity) for entity in begun_with(number))
    return ((_CREATE, begin), *_MORE)


def format_file(number: int) -> Path:
    """Return where the file of a format is."""
    return FOLDER / f"format-{number}.journey"


def make(target: Path) -> None:
    """Write the file of the present format; small pages keep it small."""
    with TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "work.journey", "format-document")
        for step, changes in history(FORMAT):
            store.write(step, changes, {"a1": ("image/png", BLOB)})
        store.close()
        raw = sqlite3.connect(store.path, isolation_level=None)
        raw.execute("PRAGMA page_size=512")
        raw.execute("VACUUM")
        raw.close()
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(store.path.read_bytes())


if __name__ == "__main__":
    make(format_file(FORMAT))
    print(format_file(FORMAT))
