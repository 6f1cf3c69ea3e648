"""The column at the start side: simple tasks with their ticks, and the plans."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from journeymapper.analysis.plans import telling
from journeymapper.analysis.plans.standing import is_late, standing
from journeymapper.domain import plans as rules
from journeymapper.domain import queries
from journeymapper.domain.entities import Plan, Task, Touchpoint
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.context import Context
from journeymapper.ui.plans.line_side import LineSide, box_of_lines, head_of_lines
from journeymapper.ui.plans.lines import Line, LineWords, PlanLine, TaskLine
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.labels import PlainLabel


class ListSide(LineSide):
    """Shows what it is told; ``current`` is the id of the line that is open."""

    ticked = Signal(str, bool)
    menu_wanted = Signal(str, QPoint)
    """Show what can be done with a line, at a place of the screen."""
    new_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, _("Simple tasks and plans"))
        say = context.say
        self.hides_done = False
        self._last: tuple[Snapshot, date, Mapping[str, str]] | None = None
        self._shown: dict[str, tuple[LineWords, bool]] = {}
        self.tasks_title = PlainLabel(say(_("Simple tasks")), "section")
        self.plans_title = PlainLabel(say(_("Plans")), "section")
        self.tasks_count = PlainLabel("", "body", "text_secondary")
        self.plans_count = PlainLabel("", "body", "text_secondary")
        self.hide_done = Button(context, "", "link")
        self.hide_done.clicked.connect(lambda _on=False: self._toggle_done())
        self.tasks_none = PlainLabel("", "body", "text_secondary", wrap=True)
        self.plans_none = PlainLabel("", "body", "text_secondary", wrap=True)
        self._tasks, self._tasks_box = box_of_lines()
        self._plans, self._plans_box = box_of_lines()
        column = self.column()
        column.addLayout(head_of_lines(self.tasks_title, self.tasks_count, self.hide_done))
        column.addWidget(self._tasks_box)
        column.addWidget(self.tasks_none)
        column.addSpacing(6)
        column.addLayout(head_of_lines(self.plans_title, self.plans_count))
        column.addWidget(self._plans_box)
        column.addWidget(self.plans_none)
        column.addStretch(1)

    def refresh(self, snapshot: Snapshot, today: date, bands: Mapping[str, str]) -> None:
        """Show the tasks and plans as they are now."""
        self._last = (snapshot, today, bands)
        tasks = self._task_words(snapshot, today)
        plans = self._plan_words(snapshot, today, bands)
        self._count(snapshot)
        if (tasks, plans) != self._words:
            self._words = (tasks, plans)
            self._make(tasks, plans)
        for id_, line in self.lines.items():
            line.setChecked(id_ == self.current)

    def again(self) -> None:
        if self._last is not None:
            self.refresh(*self._last)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu and isinstance(watched, Line):
            id_ = next((known for known, line in self.lines.items() if line is watched), "")
            where = watched.mapToGlobal(QPoint(24, watched.height()))
            self.menu_wanted.emit(id_, where)
            return True
        return super().eventFilter(watched, event)

    def _task_words(self, snapshot: Snapshot, today: date) -> list[LineWords]:
        tasks = sorted(rules.simple_tasks(snapshot), key=lambda t: (t.due or "9999", *sort_key(t)))
        return [
            LineWords(
                task.id,
                task.title,
                queries.person_name(snapshot, task.owner),
                telling.day_of(task.due, today),
                bool(task.done),
                is_late(task, today),
            )
            for task in tasks
            if not (self.hides_done and task.done) and self._fits(snapshot, task)
        ]

    def _plan_words(
        self, snapshot: Snapshot, today: date, bands: Mapping[str, str]
    ) -> list[LineWords]:
        found = []
        for plan in rules.plans(snapshot):
            stands = standing(snapshot, plan.id, today)
            if (self.hides_done and not stands.open) or not self._fits(snapshot, plan):
                continue
            found.append(
                LineWords(
                    plan.id,
                    plan.title,
                    telling.line_of(snapshot, plan, stands),
                    telling.day_of(plan.due, today),
                    not stands.open,
                    stands.open and stands.days is not None and stands.days <= 0,
                    bands.get(plan.id, ""),
                )
            )
        return sorted(found, key=lambda line: line.done)

    def _fits(self, snapshot: Snapshot, one: Task | Plan) -> bool:
        if not self._text:
            return True
        parts = [one.title, queries.person_name(snapshot, one.owner)]
        step = snapshot.find(Touchpoint, one.touchpoint)
        parts += [step.name] if step is not None else []
        if isinstance(one, Plan):
            parts += [one.solution, one.happens, one.intended]
        return any(self._text in part.casefold() for part in parts)

    def _count(self, snapshot: Snapshot) -> None:
        say = self._context.say
        tasks, plans = rules.simple_tasks(snapshot), rules.plans(snapshot)
        open_tasks = sum(not task.done for task in tasks)
        open_plans = sum(rules.is_open(snapshot, plan.id) for plan in plans)
        self.tasks_count.setText(say(_("{n} open", n=open_tasks)) if tasks else "")
        self.plans_count.setText(say(_("{n} open", n=open_plans)) if plans else "")
        some_done = open_tasks < len(tasks) or open_plans < len(plans)
        self.hide_done.setVisible(some_done or self.hides_done)
        self.hide_done.setText(
            say(_("Show what is done")) if self.hides_done else say(_("Hide what is done"))
        )
        self._say_none(
            self.tasks_none,
            some=bool(tasks),
            none=_("Nothing small to do. Type who, does what and by when above, and press Enter."),
        )
        self._say_none(
            self.plans_none,
            some=bool(plans),
            none=_(
                "No plan yet. Type a line above and say how you will see that it worked, "
                "or choose “Fix first” in Gaps to know where it is worth it."
            ),
        )

    def _say_none(self, label: PlainLabel, *, some: bool, none: Message) -> None:
        if not some:
            label.setText(self._context.say(none))
        elif self._text:
            label.setText(self._context.say(_("Nothing here holds “{text}”.", text=self._text)))
        else:
            label.setText(self._context.say(_("All of it is done.")))

    def _make(self, tasks: Sequence[LineWords], plans: Sequence[LineWords]) -> None:
        """Make the lines that are new or other than before; the keys stay where they were."""
        focused = next((id_ for id_, one in self.lines.items() if _has_keys(one)), "")
        old, self.lines = self.lines, {}
        shown, self._shown = self._shown, {}
        for box, column, words, make in (
            (self._tasks_box, self._tasks, tasks, self._task_line),
            (self._plans_box, self._plans, plans, self._plan_line),
        ):
            box.setVisible(bool(words))
            for one in words:
                look = (one, one is words[-1])
                line = old.pop(one.id) if shown.get(one.id) == look else self._line(one, make)
                line.setProperty("last", one is words[-1])
                column.addWidget(line)  # one that is there already moves to the end
                line.show()  # at once, so that it can have the keys
                self.lines[one.id] = line
                self._shown[one.id] = look
        for line in old.values():
            line.hide()
            line.setParent(None)
            line.deleteLater()
        self.tasks_none.setVisible(not tasks)
        self.plans_none.setVisible(not plans)
        self._order()
        if focused in self.lines and not _has_keys(self.lines[focused]):
            self.lines[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self, words: LineWords, make: Callable[[LineWords], Line]) -> Line:
        line = make(words)
        line.installEventFilter(self)
        line.clicked.connect(lambda _on=False: self._choose(words.id))
        line.stepped.connect(lambda by: self._step(words.id, by))
        return line

    def _order(self) -> None:
        """Tab goes through the lines as they stand."""
        before: QWidget = self.hide_done
        for line in self.lines.values():
            stops = (line, line.tick) if isinstance(line, TaskLine) else (line,)
            for stop in stops:
                QWidget.setTabOrder(before, stop)
                before = stop

    def _task_line(self, words: LineWords) -> Line:
        line = TaskLine(self._context, words)
        line.ticked.connect(lambda on, id_=words.id: self.ticked.emit(id_, on))
        return line

    def _plan_line(self, words: LineWords) -> Line:
        return PlanLine(self._context, words)

    def _toggle_done(self) -> None:
        self.hides_done = not self.hides_done
        self.again()

    def _dress(self) -> None:
        self._shown = {}
        super()._dress()


def _has_keys(line: Line) -> bool:
    return line.hasFocus() or (isinstance(line, TaskLine) and line.tick.hasFocus())
