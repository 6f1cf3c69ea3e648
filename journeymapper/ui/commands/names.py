"""How things are called in the labels of steps."""

from __future__ import annotations

from journeymapper.domain.entities import JourneyMap, Persona, Plan, Role, Stage, Task, Touchpoint
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot

LONGEST = 40
"""Labels quote at most so many characters of the document's own words."""


def shortened(text: str, limit: int = LONGEST) -> str:
    """Return the first line of a text, with an ellipsis when it is longer than ``limit``."""
    line = text.strip().partition("\n")[0]
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"


def step_name(snapshot: Snapshot, touchpoint_id: str) -> str | Message:
    """Return the name of a step; words in its place when it has none."""
    step = snapshot.find(Touchpoint, touchpoint_id)
    return shortened(step.name) if step and step.name else _("a step without a name")


def stage_name(snapshot: Snapshot, stage_id: str) -> str | Message:
    """Return the name of a stage; words in its place when it has none."""
    stage = snapshot.find(Stage, stage_id)
    return shortened(stage.name) if stage and stage.name else _("a stage without a name")


def persona_name(snapshot: Snapshot, persona_id: str) -> str | Message:
    """Return the name of a persona as the map shows it."""
    persona = snapshot.find(Persona, persona_id)
    if persona is None:
        return _("Somebody")
    return persona.short or persona.name or _("Somebody")


def map_title(snapshot: Snapshot, map_id: str) -> str | Message:
    """Return the title of a map."""
    found = snapshot.find(JourneyMap, map_id)
    return shortened(found.title) if found and found.title else _("Map")


def plan_name(snapshot: Snapshot, plan_id: str) -> str | Message:
    """Return what a plan is called; words in its place when it has no title."""
    plan = snapshot.find(Plan, plan_id)
    return shortened(plan.title) if plan and plan.title.strip() else _("a plan without a name")


def task_name(snapshot: Snapshot, task_id: str) -> str | Message:
    """Return what a task is called; words in its place when it has no title."""
    task = snapshot.find(Task, task_id)
    return shortened(task.title) if task and task.title.strip() else _("a task without a name")


def role_name(snapshot: Snapshot, role_id: str | None) -> str | Message:
    """Return the name of a role; "nobody" for none."""
    role = snapshot.find(Role, role_id)
    return shortened(role.name) if role else _("nobody")


def signed(value: float, digits: int = 0) -> str:
    """Return a feeling as it is printed: with its sign, and a real minus."""
    text = f"{value:+.{digits}f}" if round(value, digits) else f"{0:.{digits}f}"
    return text.replace("-", "−")
