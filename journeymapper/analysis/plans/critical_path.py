"""The critical path: the longest chain of plans and tasks that wait for each other.

Each plan and task takes its days; what waits begins when all is done that it waits for. Slack is
by how many days something may slip before the end moves (Kelley and Walker 1959).

    path = critical_path(snapshot)
    path.days, [one.title for one in path.chain]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

import networkx as nx

from journeymapper.domain import indexes, queries
from journeymapper.domain.entities import Plan, Task
from journeymapper.domain.plans import is_open, plans, simple_tasks
from journeymapper.domain.snapshot import Snapshot

_BODY = "/days"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A plan or task in the network.

    ``days`` is how long it takes; ``guessed`` says that it has no dates and counts as one day.
    ``parts`` are the tasks of a plan. ``begins`` is its first day at the earliest, 0 is the first
    of all; ``slack`` is in days.
    """

    id: str
    title: str
    who: str
    is_task: bool
    days: int
    guessed: bool
    waits_for: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    begins: int = 0
    slack: int = 0

    @property
    def is_body(self) -> bool:
        """Say whether this is what a plan takes beside its tasks, which is no row of its own."""
        return self.id.endswith(_BODY)

    @property
    def critical(self) -> bool:
        """Say whether the end moves when this one slips by a day."""
        return self.slack == 0


@dataclass(frozen=True, slots=True)
class Path:
    """All that is open, the first to begin first; ``chain`` is the longest way through it.

    ``days`` is how long all takes; ``waiting`` says whether anything waits for anything.
    """

    stretches: tuple[Stretch, ...]
    chain: tuple[Stretch, ...]
    days: int
    waiting: bool


def critical_path(snapshot: Snapshot) -> Path:
    """Return the network of open plans and tasks; what is closed or done takes no time.

    A task of a plan is done within it: it begins when its plan may, and the plan ends with the
    last of them, at the earliest after its own days. Circles in a damaged file are cut where they
    close.
    """
    found = {one.id: one for one in _stretches(snapshot)}
    graph = _graph(found)
    earliest: dict[str, int] = {}
    for id_ in nx.topological_sort(graph):
        before = graph.predecessors(id_)
        earliest[id_] = max((earliest[one] + found[one].days for one in before), default=0)
    days = max((earliest[id_] + one.days for id_, one in found.items()), default=0)
    latest: dict[str, int] = {}
    for id_ in reversed(list(nx.topological_sort(graph))):
        after = graph.successors(id_)
        end = min((latest[one] for one in after), default=days)
        latest[id_] = end - found[id_].days
    placed = {
        id_: replace(one, begins=earliest[id_], slack=latest[id_] - earliest[id_])
        for id_, one in found.items()
    }
    shown = [_whole(one, placed) for one in placed.values() if not one.is_body]
    return Path(
        tuple(sorted(shown, key=lambda one: (one.begins, one.slack, one.title))),
        _chain(graph, placed, days),
        days,
        any(set(one.waits_for) & found.keys() for one in shown),
    )


def _stretches(snapshot: Snapshot) -> Iterator[Stretch]:
    for plan in plans(snapshot):
        if not is_open(snapshot, plan.id):
            continue
        tasks = [t for t in snapshot.select(indexes.TASKS_OF_PLAN, plan.id) if not t.done]
        days, guessed = _days(plan.start, plan.due)
        whole = Stretch(
            plan.id, plan.title, queries.person_name(snapshot, plan.owner), is_task=False,
            days=days, guessed=guessed, waits_for=plan.waits_for,
        )  # fmt: skip
        if not tasks:
            yield whole
            continue
        parts = tuple(task.id for task in tasks)
        if not guessed:  # the plan takes its own days beside its tasks
            parts = (*parts, _body(plan.id))
            yield replace(whole, id=_body(plan.id))
        yield replace(whole, days=0, guessed=False, parts=parts)
        for task in tasks:
            yield _of_task(snapshot, task, plan)
    for task in simple_tasks(snapshot):
        if not task.done:
            yield _of_task(snapshot, task, None)


def _body(plan_id: str) -> str:
    """The id of what a plan takes itself, beside its tasks."""
    return plan_id + _BODY


def _whole(one: Stretch, placed: Mapping[str, Stretch]) -> Stretch:
    """A plan with what it takes itself: from the first of its parts on, with its own days."""
    if not one.parts:
        return one
    begins = min(placed[part].begins for part in one.parts)
    body = placed.get(_body(one.id))
    return replace(one, begins=begins, days=body.days if body is not None else 0)


def _of_task(snapshot: Snapshot, task: Task, plan: Plan | None) -> Stretch:
    days, guessed = _days(task.start, task.due)
    before = plan.waits_for if plan is not None else ()
    who = queries.person_name(snapshot, task.owner or (plan.owner if plan is not None else None))
    return Stretch(
        task.id, task.title, who, is_task=True, days=days, guessed=guessed,
        waits_for=(*task.waits_for, *before),
    )  # fmt: skip


def _days(begin: str, due: str) -> tuple[int, bool]:
    """How many days from begin to due, both included; one, guessed, where a date is missing."""
    if not begin or not due:
        return 1, True
    return (date.fromisoformat(due) - date.fromisoformat(begin)).days + 1, False


def _graph(found: Mapping[str, Stretch]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(found)
    for one in found.values():
        for before in (*one.waits_for, *one.parts):
            if before in found and not nx.has_path(graph, one.id, before):
                graph.add_edge(before, one.id)
    return graph


def _chain(graph: nx.DiGraph[str], placed: Mapping[str, Stretch], days: int) -> tuple[Stretch, ...]:
    """One longest way, from the end back to the beginning; what takes no time is left out."""
    ends = [one for one in placed.values() if one.begins + one.days == days and one.critical]
    if not ends:
        return ()
    way = [max(ends, key=lambda one: (len(list(graph.predecessors(one.id))), one.id))]
    while True:
        before = [
            placed[id_]
            for id_ in graph.predecessors(way[-1].id)
            if placed[id_].begins + placed[id_].days == way[-1].begins and placed[id_].critical
        ]
        if not before:
            break
        way.append(max(before, key=lambda one: (one.days, one.id)))
    return tuple(one for one in reversed(way) if one.days)
