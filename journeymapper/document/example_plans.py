"""The plans of the worked example: what the invented practice does, has done, and has given up.

Everything is entered by the verbs, in the order in which it would have happened.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from journeymapper.document.operations import (
    alerts,
    kpis,
    lists,
    people,
    plans,
    projects,
    tasks,
)
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import (
    AlertRoute,
    AlertRule,
    Card,
    Checkpoint,
    Communication,
    CrisisMessage,
    CrisisSheet,
    EscalationLevel,
    Outreach,
    Protocol,
    ProtocolStep,
    Question,
    Review,
    Risk,
    Role,
    RoleBehaviour,
    RoleCard,
    Training,
    Verification,
    Why,
)
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Severity, SourceKind
from journeymapper.domain.kinds_plan import (
    AlertState,
    Audience,
    Habit,
    Horizon,
    Involvement,
    Level,
    PlanKind,
    PlanPart,
    PlanTurn,
    ProofMethod,
    ReviewStatus,
    Trigger,
    Use,
    Verdict,
    WorkType,
)

Table = Mapping[str, Any]

_CODES: Mapping[str, Any] = {
    "trigger": Trigger,
    "work": WorkType,
    "kind": PlanKind,
    "horizon": Horizon,
    "verdict": Verdict,
}
_AS_THEY_ARE = [
    "solution",
    "owner_value",
    "happens",
    "intended",
    "since",
    "scope",
    "start",
    "due",
    "impact",
    "effort",
    "cost_low",
    "cost_high",
    "benefit_low",
    "benefit_high",
    "outcome",
    "hypothesis",
    "verdict_reason",
]


@dataclass(slots=True)
class Writing:
    """What was entered so far, by the keys of the table; ``steps`` are ids by key."""

    tx: Tx
    steps: Mapping[str, str]
    people: dict[str, str] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict)
    risks: dict[str, str] = field(default_factory=dict)

    def step(self, table: Table) -> str | None:
        """Return the id of the step that a table names, or None."""
        return self.steps[table["step"]] if "step" in table else None

    def person(self, table: Table, name: str = "owner") -> str | None:
        """Return the id of the person that a table names, or None."""
        return self.people[table[name]] if name in table else None

    def role(self, table: Table, name: str = "role") -> str | None:
        """Return the id of the role that a table names, or None."""
        roles = {role.name: role.id for role in self.tx.snapshot.table(Role).values()}
        return roles[table[name]] if name in table else None


def write_plans(tx: Tx, table: Table, steps: Mapping[str, str]) -> None:
    """Enter all plans of an example with what belongs to them; ``steps`` are ids by key."""
    writing = Writing(tx, steps)
    projects.set_project(tx, currency=table["currency"])
    for told in table["people"]:
        writing.people[told["key"]] = people.add_participant(tx, told["name"], writing.role(told))
    for told in table["risks"]:
        writing.risks[told["key"]] = _write_risk(writing, told)
    for told in table["tasks"]:
        _write_task(writing, told, None)
    for told in table["plans"]:
        _write_plan(writing, told)
    _write_alerts(writing, table)
    _write_habits(writing, table)
    for told in table["reviews"]:
        lists.add_line(tx, Review, date=told["date"], decision=told["decision"])


def _write_risk(writing: Writing, told: Table) -> str:
    after = told.get("after", (None, None, None))
    return lists.add_line(
        writing.tx,
        Risk,
        title=told["title"],
        touchpoint=writing.step(told),
        severity=told["severity"],
        occurrence=told["occurrence"],
        detection=told["detection"],
        severity_after=after[0],
        occurrence_after=after[1],
        detection_after=after[2],
        note=told.get("note", ""),
    )


def _write_task(writing: Writing, told: Table, plan: str | None) -> None:
    task = tasks.add_task(
        writing.tx, told["title"], plan, owner=writing.person(told), due=told.get("due", "")
    )
    if "done" in told:
        tasks.tick_task(writing.tx, task, told["done"])


def _write_plan(writing: Writing, told: Table) -> None:
    tx = writing.tx
    codes = {name: code(told[name]) for name, code in _CODES.items() if name in told}
    plan = writing.plans[told["key"]] = plans.add_plan(
        tx,
        told["title"],
        owner=writing.person(told),
        sponsor=writing.person(told, "sponsor"),
        touchpoint=writing.step(told),
        risk=writing.risks[told["risk"]] if "risk" in told else None,
        card=_card(tx, told["idea"]) if "idea" in told else None,
        waits_for=tuple(writing.plans[key] for key in told.get("waits_for", ())),
        **{name: told[name] for name in _AS_THEY_ARE if name in told},
        **codes,
    )
    for one in told.get("involved", ()):
        plans.involve(tx, plan, writing.people[one["who"]], Involvement(one["part"]))
    for one in told.get("tasks", ()):
        _write_task(writing, one, plan)
    _write_whys(tx, plan, told.get("whys", ()))
    for one in told.get("words", ()):
        words = {"team": one["team"], "customers": one["customers"]}
        plans.set_plan_word(tx, plan, PlanPart(one["part"]), **words)
    kpi = _write_measure(tx, plan, told["measure"]) if "measure" in told else ""
    turns = told.get("turns", ())
    for one in turns[:1]:
        _turn(tx, plan, one)
    for one in told.get("check_ins", ()):
        lists.add_line(tx, Checkpoint, plan=plan, **one)
    for one in told.get("readings", ()):
        kpis.add_reading(tx, kpi, one["date"], one["yes"], one["n"])
    _write_proof(writing, plan, told)
    for one in turns[1:]:
        _turn(tx, plan, one)


def _card(tx: Tx, text: str) -> str:
    return next(card.id for card in tx.snapshot.table(Card).values() if card.text == text)


def _turn(tx: Tx, plan: str, told: Table) -> None:
    turn, date = PlanTurn(told["turn"]), told["date"]
    if turn == PlanTurn.STARTED:
        plans.start_plan(tx, plan, date)
    elif turn == PlanTurn.CLOSED:
        plans.close_plan(tx, plan, date)
    else:
        plans.drop_plan(tx, plan, date, told["reason"])


def _write_whys(tx: Tx, plan: str, whys: Sequence[Table]) -> None:
    known: dict[str, str] = {}
    for told in whys:
        known[told["key"]] = lists.add_line(
            tx,
            Why,
            plan=plan,
            under=known[told["under"]] if "under" in told else None,
            text=told["text"],
            root=told.get("root", False),
            source=SourceKind(told.get("source", "assumption")),
            citation=told.get("citation", ""),
        )


def _write_measure(tx: Tx, plan: str, told: Table) -> str:
    kpi = kpis.add_kpi(tx, plan, told["text"], how=told["how"], target=told["target"])
    if "before" in told:
        yes, n = told["before"]
        kpis.set_baseline(tx, kpi, {1.0: yes, 0.0: n - yes}, told["on"])
    return kpi


def _write_proof(writing: Writing, plan: str, told: Table) -> None:
    tx = writing.tx
    for one in told.get("reviews", ()):
        fields = {"date": one["date"], "decision": one["decision"]}
        lists.add_line(tx, Review, plan=plan, status=ReviewStatus(one["status"]), **fields)
    for one in told.get("proofs", ()):
        lists.add_line(
            tx,
            Verification,
            plan=plan,
            method=ProofMethod(one["method"]),
            date=one["date"],
            by=writing.person(one, "by"),
            result=one["result"],
        )
    for one in told.get("told", ()):
        fields = {**one, "audience": Audience(one["audience"])}
        lists.add_line(tx, Communication, plan=plan, **fields)
    for one in told.get("outreach", ()):
        lists.add_line(tx, Outreach, plan=plan, **one)


def _write_alerts(writing: Writing, table: Table) -> None:
    tx, told = writing.tx, table["rule"]
    protocol = lists.add_line(tx, Protocol, name=table["protocol"]["name"])
    for step in table["protocol"]["steps"]:
        lists.add_line(tx, ProtocolStep, protocol=protocol, **step)
    questions = sorted(tx.snapshot.table(Question).values(), key=sort_key)
    question = next(q.id for q in questions if q.kind == told["question"])
    rule = lists.add_line(
        tx,
        AlertRule,
        name=told["name"],
        question=question,
        value=told["value"],
        role=writing.role(told),
        hours=told["hours"],
        protocol=protocol,
    )
    for one in table["routes"]:
        lists.add_line(tx, AlertRoute, role=writing.role(one), touchpoint=writing.step(one))
    for one in table["levels"]:
        lists.add_line(tx, EscalationLevel, **{**one, "role": writing.role(one)})
    for one in table["alerts"]:
        _write_alert(writing, one, rule=rule, question=question, protocol=protocol)


def _write_alert(writing: Writing, told: Table, **belongs: str) -> None:
    kept = ("text", "customer", "value", "told", "outcome", "lesson", "cause")
    alert = alerts.raise_alert(
        writing.tx,
        told["opened"],
        severity=Severity(told["severity"]),
        touchpoint=writing.step(told),
        role=writing.role(told),
        person=writing.person(told, "person"),
        plan=writing.plans[told["plan"]] if "plan" in told else None,
        **{name: told[name] for name in kept if name in told},
        **belongs,
    )
    for move in told["moves"] if alert is not None else ():
        alerts.move_alert(
            writing.tx,
            str(alert),
            AlertState(move["state"]),
            move["at"],
            writing.person(move, "by"),
            move.get("note", ""),
        )


def _write_habits(writing: Writing, table: Table) -> None:
    tx = writing.tx
    for told in table["behaviours"]:
        fields = {"text": told["text"], "sign": told["sign"], "use": Use(told.get("use", ""))}
        lists.add_line(
            tx, RoleBehaviour, role=writing.role(told), habit=Habit(told["habit"]), **fields
        )
    for told in table["cards"]:
        fields = {name: told[name] for name in ("objective", "may_do", "limit")}
        lists.set_single(tx, RoleCard, writing.role(told), level=Level(told["level"]), **fields)
    for told in table["trainings"]:
        dates = {n: told[n] for n in ("planned", "date", "valid_until") if n in told}
        fields = {"topic": told["topic"], "touchpoint": writing.step(told)}
        lists.add_line(tx, Training, role=writing.role(told), **fields, **dates)
    for told in table["crises"]:
        crisis = lists.add_line(
            tx,
            CrisisSheet,
            scenario=told["scenario"],
            lead=writing.role(told, "lead"),
            first_steps=told["first_steps"],
        )
        for one in told["messages"]:
            fields = {**one, "by": writing.role(one, "by")}
            lists.add_line(tx, CrisisMessage, crisis=crisis, **fields)
