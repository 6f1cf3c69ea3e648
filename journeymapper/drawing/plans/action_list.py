"""The action list: who does what by when, with boxes to tick, for those without the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from journeymapper.analysis.plans.telling import day_of, place_of
from journeymapper.domain import indexes
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import Participant, Plan, Task
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import is_open, plans, simple_tasks
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.flowing import BODY, Flow
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, Upright
from journeymapper.drawing.plans.paper import LARGE, flow_of, head, part, ticked_row

TITLE = _("Who does what by when")


@dataclass(frozen=True, slots=True)
class Line:
    """Something that somebody still has to do; ``why`` is the plan it belongs to, or its place.

    Of a plan without tasks it is what is done, not what the plan is called.
    """

    id: str
    owner: str | None
    what: str
    why: str
    due: str


def lines_of(snapshot: Snapshot, pen: Pen) -> tuple[Line, ...]:
    """Return what is open, soonest first: simple tasks, tasks of plans, plans without any task.

    What is due on the same day stands in the order of the lists.
    """
    found = [
        Line(task.id, task.owner, task.title, _where(snapshot, pen, task.touchpoint), task.due)
        for task in simple_tasks(snapshot)
        if not task.done
    ]
    for plan in plans(snapshot):
        if not is_open(snapshot, plan.id):
            continue
        tasks = sorted(snapshot.select(indexes.TASKS_OF_PLAN, plan.id), key=sort_key)
        left = [task for task in tasks if not task.done]
        found += [_of_task(task, plan) for task in left]
        if not left:
            found.append(_of_plan(snapshot, pen, plan))
    return tuple(sorted(found, key=lambda line: line.due or "9999"))


def is_wanted(snapshot: Snapshot) -> bool:
    """Say whether something is open."""
    tasks = any(not task.done for task in simple_tasks(snapshot))
    return tasks or any(is_open(snapshot, plan.id) for plan in plans(snapshot))


def action_list(snapshot: Snapshot, pen: Pen, today: date, on: Upright = A4) -> tuple[Sheet, ...]:
    """Return the pages: a part for each person, then what nobody has taken yet."""
    flow = flow_of(snapshot, pen, today, TITLE, "actions", on)
    head(flow, snapshot, TITLE, _("As of {date}", date=in_words(today)))
    found = lines_of(snapshot, pen)
    if not found:
        flow.write(
            "nothing", pen.say(_("Nothing is open. Tasks and plans are begun under Plan.")), BODY
        )
    people = sorted(snapshot.table(Participant).values(), key=sort_key)
    for person in people:
        _person(flow, person.id, person.name, [x for x in found if x.owner == person.id], today)
    nobody = [line for line in found if line.owner is None]
    _person(flow, "nobody", pen.say(_("Nobody yet")), nobody, today)
    return flow.sheets()


def _person(flow: Flow, key: str, name: str, lines: Sequence[Line], today: date) -> None:
    if not lines:
        return
    pen = flow.pen
    title = part(pen, f"person:{key}", _("{name}", name=name))
    flow.add(title)
    for number, line in enumerate(lines):
        late = bool(line.due) and date.fromisoformat(line.due) < today
        when: Message = day_of(line.due, today)
        if late:
            when = _("was due {day}", day=when)
        row = ticked_row(
            pen,
            f"line:{line.id}",
            line.what,
            [pen.say(when)],
            under=line.why,
            style=LARGE,
            entity=line.id,
            end=120,
        )
        if number and row.height > flow.room:  # whose it is stands on each page
            flow.page()
            flow.add(replace(title, mark=None))
        flow.add(row)


def _of_task(task: Task, plan: Plan) -> Line:
    return Line(task.id, task.owner or plan.owner, task.title, plan.title, task.due or plan.due)


def _of_plan(snapshot: Snapshot, pen: Pen, plan: Plan) -> Line:
    """Say what is done; a plan in which nothing is agreed yet is called by its name."""
    done = " ".join(plan.solution.split())
    why = plan.title if done else _where(snapshot, pen, plan.touchpoint)
    return Line(plan.id, plan.owner, done or plan.title, why, plan.due)


def _where(snapshot: Snapshot, pen: Pen, touchpoint: str | None) -> str:
    return pen.say(place_of(snapshot, touchpoint)) if touchpoint is not None else ""
