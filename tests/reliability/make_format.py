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
    Alert,
    AlertEvent,
    AlertRoute,
    AlertRule,
    AlertTick,
    Answer,
    Attachment,
    Card,
    Channel,
    ChannelShare,
    Checkpoint,
    CommentMark,
    Communication,
    Connection,
    CrisisLesson,
    CrisisMessage,
    CrisisSheet,
    CustomerView,
    EndState,
    Entity,
    EscalationLevel,
    Feeling,
    FollowUp,
    GapDecision,
    GapSighting,
    ImportBatch,
    Involved,
    JourneyMap,
    Kpi,
    Lane,
    ListeningPost,
    Outreach,
    Participant,
    Persona,
    PersonaNote,
    Plan,
    PlanEvent,
    PlanWord,
    PrintRun,
    ProgrammeStep,
    Project,
    Protocol,
    ProtocolStep,
    Question,
    Rating,
    ReadinessAnswer,
    Reading,
    Recovery,
    Review,
    Risk,
    Role,
    RoleBehaviour,
    RoleCard,
    Round,
    SavedView,
    Segment,
    ServiceLevel,
    Sheet,
    Stage,
    Standard,
    Survey,
    Task,
    Theme,
    TierCriterion,
    Touchpoint,
    Training,
    Verification,
    Version,
    Why,
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
from journeymapper.domain.kinds_plan import (
    AlertState,
    Audience,
    CustomersSee,
    Habit,
    Involvement,
    Level,
    PlanPart,
    PlanTurn,
    ProofMethod,
    Ready,
    ReviewStatus,
    Use,
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
    4: (
        Risk("ri1", "Chart mixed up", "t1", 9, 3, 6, severity_after=9, note="Two of a name"),
        Plan(
            "pl1",
            "Keep agreed dates",
            "holds two slots a day",
            "pt1",
            touchpoint="t1",
            gaps=("G18|t1|",),
            happens="Dates slip",
            intended="Dates are kept",
            risk="ri1",
            start="2026-03-16",
            due="2026-05-15",
            impact=4,
            effort=2,
            cost_low=0.5,
        ),
        Plan("pl2", "Tell the delay", systemic="pl1", waits_for=("pl1",)),
        PlanEvent("pv1", "pl1", PlanTurn.STARTED, "2026-03-16", position=1.0),
        PlanWord("pw1", "pl1", PlanPart.PROBLEM, "Rarely", "Always", ("an1",)),
        Why("wy1", "pl1", text="No free slots"),
        Why("wy2", "pl1", "wy1", "Slots go to recalls", root=True, citation="Diary"),
        Involved("iv1", "pl1", "pt1", Involvement.CONSULTED, "knows the diary"),
        Task("ta1", "Order stickers", None, "pt1", due="2026-05-28", done="2026-05-12"),
        Task("ta2", "Block two slots", "pl1", waits_for=("ta1",), position=1.0),
        Checkpoint("cp1", "pl1", "2026-04-11", "Half", "13 of 29", "2026-04-12"),
        Kpi("kp1", "pl1", text="Rebooked in 3 days", target=0.75, baseline=("0:43", "1:7")),
        Reading("re1", "kp1", 16.0, "2026-05-09", 20, "Diary"),
        Verification("vf1", "pl1", ProofMethod.CALL_BACK, "2026-05-09", "pt1", "Five kept it"),
        Communication("cu1", "pl1", Audience.WRITERS, "12 who wrote", 12, "SMS", "2026-05-11"),
        Outreach("ou1", "pl1", "Patient 31", "We call you", response="Glad"),
        Review("rv1", "pl1", "2026-04-30", ReviewStatus.AT_RISK, "Go on"),
        Protocol("pc1", "Call back"),
        ProtocolStep("px1", "pc1", "Call", 120, "We are sorry"),
        AlertRule("ar1", "Would not recommend", "q1", value=6.0, role="r1", protocol="pc1"),
        AlertRoute("rt1", "r1", "t1", Tier.FIRST),
        EscalationLevel("el1", 1, "No call in a day", 1440, "r1", "Ext. 12"),
        Alert("al1", "ar1", "an1", "Cold", "q1", 3.0, "Blue", opened="2026-05-03T09:00:00+00:00"),
        AlertEvent("ae1", "al1", AlertState.ASSIGNED, "2026-05-03T10:00:00+00:00", "pt1"),
        AlertTick("at1", "al1", "px1", "2026-05-03T11:00:00+00:00"),
        Recovery("rc1", "Cold room", "al1", owned=True, score_before=3.0, score_after=9.0),
        FollowUp("fu1", "rc1", "2027-05-03", "Send a card"),
        RoleBehaviour("rb1", "r1", Habit.STOP, "Say “next”", "Called by name", use=Use.REWARD),
        RoleCard("rk1", "r1", Level.MANAGEMENT, "Nobody waits", "Give a voucher", "20"),
        Training("tr1", "r1", "Calling back", "t1", date="2026-02-01", valid_until="2027-02-01"),
        ReadinessAnswer("ra2", "sponsor", Ready.PARTLY, "Half", "pl2"),
        ProgrammeStep("pg1", 2, "What patients say", "2026-03-01"),
        CustomerView("cv1", CustomersSee.WEAKNESS, "Long waits", n=14),
        CrisisSheet("cr1", "Power cut", "r1", "Call those due today", worked="Calm"),
        CrisisMessage("ce1", "cr1", "Patients", "Telephone", "We call you", 60, "r1"),
        CrisisLesson("cl1", "cr1", "A printed diary helps", "pl1"),
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
