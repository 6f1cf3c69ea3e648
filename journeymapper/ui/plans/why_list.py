"""Five whys: each answer asks why again; an answer may have several reasons."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt

from journeymapper.domain import indexes
from journeymapper.domain.entities import Entity, Why
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.message import _
from journeymapper.ui.panels.sources import SOURCES
from journeymapper.ui.plans.cells import OneOf, Words
from journeymapper.ui.plans.line_list import Column, LineList, Row
from journeymapper.ui.plans.sheet import PlanSheet
from journeymapper.ui.widgets.buttons import IconButton
from journeymapper.ui.widgets.choice import Tick

_DEEPEST = 6
"""Deeper answers are not indented any further."""


class WhyList(LineList):
    """The next answer stands under the last one, unless "another reason" was asked for."""

    def __init__(self, sheet: PlanSheet) -> None:
        context, say = sheet.context, sheet.say
        self._under: str | None = None
        self._chosen = False
        super().__init__(
            sheet,
            _("Why did it happen? Ask five times; a cause that you can mend is the root."),
            (
                Column(
                    "text",
                    _("Why?"),
                    lambda: Words(context, say(_("Why?")), say(_("Why? Because…"))),
                    lambda why: why.text,
                    9,
                ),
                Column(
                    "source",
                    _("Where we know it from"),
                    lambda: OneOf(context, say(_("Where we know it from")), tuple(SOURCES)),
                    lambda why: why.source,
                    4,
                    new=False,
                    empty=None,
                ),
                Column(
                    "citation",
                    _("What shows it"),
                    lambda: Words(context, say(_("What shows it")), say(_("What shows it"))),
                    lambda why: why.citation,
                    4,
                    new=False,
                ),
            ),
        )

    def lines(self) -> Sequence[Entity]:
        return tuple(self._walk(None))

    def indent(self, line: Entity) -> int:
        return min(self._depth_of(line.id), _DEEPEST)

    def indent_of_next(self) -> int:
        under = self._parent_of_next()
        return 0 if under is None else min(self._depth_of(under) + 1, _DEEPEST)

    def add(self, fields: Mapping[str, Any]) -> str:
        under = self._parent_of_next()
        self._chosen = False
        return self.sheet.add_line(Why, under=under, **fields)

    def write(self, id_: str, field: str, value: Any) -> None:
        self.sheet.change_line(Why, id_, field, value)

    def remove(self, id_: str) -> None:
        self.sheet.delete_line(Why, id_)

    def ask_again(self, id_: str) -> None:
        """Let the next answer be one more reason for what this answer says."""
        self._under, self._chosen = id_, True
        self.refresh()
        self.rows[-1].cells["text"].setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, row: Row, line: Entity | None) -> None:
        if line is None or not isinstance(line, Why):
            return
        if row.extra.count() == 1:  # not dressed yet
            say = self.sheet.say
            root = Tick(self.sheet.context, say(_("Root")))
            root.setObjectName("root")
            root.setToolTip(say(_("This is a cause that we can mend.")))
            root.clicked.connect(
                lambda on, row=row: self.sheet.guarded(lambda: self.write(row.id, "root", on))
            )
            more = IconButton(self.sheet.context, "plus", say(_("One more reason for this")))
            more.clicked.connect(lambda _on=False, row=row: self.ask_again(row.id))
            row.extra.insertWidget(0, root)
            row.extra.insertWidget(1, more)
            root.show()
            more.show()
        tick = row.findChild(Tick, "root")
        if isinstance(tick, Tick):
            tick.setChecked(line.root)

    def _walk(self, under: str | None) -> Iterator[Why]:
        found = self.sheet.snapshot.select(indexes.WHYS_OF_PLAN, self.sheet.plan_id)
        for why in sorted((w for w in found if w.under == under), key=sort_key):
            yield why
            yield from self._walk(why.id)

    def _depth_of(self, id_: str) -> int:
        depth, why = 0, self.sheet.snapshot.get(Why, id_)
        while why.under is not None:
            depth, why = depth + 1, self.sheet.snapshot.get(Why, why.under)
        return depth

    def _parent_of_next(self) -> str | None:
        if self._chosen and self.sheet.snapshot.find(Why, self._under) is not None:
            return self._under
        lines = list(self._walk(None))
        return lines[-1].id if lines else None
