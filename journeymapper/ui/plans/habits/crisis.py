"""Crisis sheets: who leads, the first steps, what is said to whom, and the look back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from journeymapper.analysis.plans.crisis import crisis_sheets, lacks
from journeymapper.document import operations
from journeymapper.domain.entities import CrisisSheet
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.message import Message, _
from journeymapper.ui.answers.date_field import date_text, read_date
from journeymapper.ui.commands.names import shortened
from journeymapper.ui.context import Context
from journeymapper.ui.plans.habits.crisis_tables import CrisisLessons, CrisisMessages
from journeymapper.ui.plans.habits.fields import PageLine, PageText
from journeymapper.ui.plans.habits.lines import role_options
from journeymapper.ui.plans.habits.page import Page
from journeymapper.ui.plans.habits.table import TablePanel
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.buttons import Button
from journeymapper.ui.widgets.choice import Choice
from journeymapper.ui.widgets.labels import PlainLabel

_TABLE_HEIGHT = 260


class CrisisPage(Page):
    """One sheet at a time, chosen above."""

    def __init__(self, context: Context, session: Session, parent: QWidget | None) -> None:
        super().__init__(
            context,
            session,
            _("Crisis sheets"),
            _(
                "What is done and said when something bad happens: prepared on a quiet day, one "
                "page each. Afterwards, what was learnt."
            ),
            parent,
        )
        say = context.say
        self.crisis = ""
        self.which = Choice(context, say(_("Sheet")))
        self.which.activated.connect(lambda _i: self.show_sheet(str(self.which.currentData())))
        self.new = QLineEdit()
        hint = say(_("What could happen, such as “The computers are down”"))
        self.new.setPlaceholderText(hint)
        self.new.setToolTip(hint)
        self.new.setAccessibleName(say(_("A new sheet")))
        self.new.returnPressed.connect(self.add)
        self.drop = Button(context, say(_("Delete sheet")), "quiet", "trash-2")
        self.drop.clicked.connect(lambda _on=False: self.delete())
        self.empty = PlainLabel(
            say(_("No sheet yet. Write above what could happen, and add it.")),
            "body_large",
            "text_secondary",
            wrap=True,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.lacks = PlainLabel("", "subheading", wrap=True)
        self.lead = Choice(context, say(_("Who leads")))
        self.lead.activated.connect(lambda _i: self._lead())
        self.scenario = PageLine(say, say(_("What happens")))
        self.reviewed = PageLine(say, say(_("Looked back on")))
        self.reviewed.setPlaceholderText(say(_("day month year")))
        self.texts = {
            "first_steps": PageText(say, say(_("First steps")), 3, say(_("One a line, in order"))),
            "worked": PageText(say, say(_("What worked")), 2),
            "failed": PageText(say, say(_("What failed")), 2),
        }
        self._said, self._learnt = CrisisMessages(context), CrisisLessons(context)
        self.messages = TablePanel(context, session, self._said)
        self.lessons = TablePanel(context, session, self._learnt)
        self.tables += [self.messages, self.lessons]
        for table in self.tables:
            table.setMinimumHeight(context.theme.px(_TABLE_HEIGHT))
        self._lay_out()
        self.refresh()
        (self.scenario if self.crisis else self.new).setFocus()

    def show_sheet(self, crisis_id: str) -> None:
        """Show another sheet; what was typed in the last one is kept."""
        if self.flush():
            self.crisis = crisis_id
        self.refresh()

    def add(self) -> None:
        """Begin a sheet for what was typed."""
        name = self.new.text().strip()
        if not name or not self.flush():
            self.new.setFocus()
            return
        with self.session.guard():
            with self.document.step(_("Add {name}", name=shortened(name))) as tx:
                made = operations.add_line(tx, CrisisSheet, scenario=name)
            self.new.clear()
            self.show_sheet(made)
            self.texts["first_steps"].setFocus()

    def delete(self) -> None:
        """Take the sheet out with what is said and what was learnt."""
        with self.session.guard():
            name = shortened(self.snapshot.get(CrisisSheet, self.crisis).scenario)
            with self.document.step(_("Delete {name}", name=name)) as tx:
                operations.delete_line(tx, CrisisSheet, self.crisis)

    def refresh(self) -> None:
        sheets = crisis_sheets(self.snapshot)
        ids = [one.id for one in sheets]
        if self.crisis not in ids:
            self.crisis = ids[0] if ids else ""
        self.which.clear()
        for one in sheets:
            self.which.addItem(one.scenario, one.id)
        self.which.setCurrentIndex(self.which.findData(self.crisis))
        for widget in (self.which, self.drop, self.sheet):
            widget.setVisible(bool(ids))
        self.empty.setVisible(not ids)
        if self.crisis:
            self._show(self.snapshot.get(CrisisSheet, self.crisis))

    def flush(self) -> bool:
        lines, texts = (self.scenario, self.reviewed), self.texts.values()
        written = [one.typing.flush() for one in lines] + [one.typing.flush() for one in texts]
        return all(written)

    def _show(self, sheet: CrisisSheet) -> None:
        self.scenario.hold(sheet.id, sheet.scenario, partial(self._rename, sheet.id))
        shown = date_text(sheet.reviewed, self.context)
        self.reviewed.hold(sheet.id, shown, partial(self._look_back, sheet.id))
        for key, field in self.texts.items():
            field.hold(sheet.id, getattr(sheet, key), partial(self._write, sheet.id, key))
        self.lead.clear()
        self.lead.addItem(self.context.say(_("Nobody yet")), "")
        for role, name in role_options(self.snapshot):
            self.lead.addItem(str(name), role)
        self.lead.setCurrentIndex(max(0, self.lead.findData(sheet.lead or "")))
        self._said.crisis = self._learnt.crisis = sheet.id
        for table in self.tables:
            table.refresh()
        missing = [self.context.say(one) for one in lacks(self.snapshot, sheet)]
        said = _("Before this sheet helps: {what}", what=" ".join(missing))
        self.lacks.setText(self.context.say(said))
        self.lacks.setVisible(bool(missing))

    def _lead(self) -> None:
        with self.session.guard():
            self._write(self.crisis, "lead", str(self.lead.currentData()))

    def _rename(self, crisis_id: str, text: str) -> None:
        if not text.strip():
            raise RefusedError(_("Say what happens: the sheet needs a name."))
        self._write(crisis_id, "scenario", text.strip())

    def _look_back(self, crisis_id: str, text: str) -> None:
        day = read_date(text, self.context)
        if day is None:
            raise RefusedError(_("This is no date. Write it like 12 May 2026."))
        self._write(crisis_id, "reviewed", day)

    def _write(self, crisis_id: str, key: str, text: str) -> None:
        sheet = self.snapshot.get(CrisisSheet, crisis_id)
        value = text or None if key == "lead" else text
        label = _("Crisis sheet: {name}", name=shortened(sheet.scenario))
        with self.document.step(label, merge=("crisis", crisis_id, key)) as tx:
            operations.change_line(tx, CrisisSheet, crisis_id, **{key: value})

    def _lay_out(self) -> None:
        say, context = self.context.say, self.context
        top = QHBoxLayout()
        top.setSpacing(8)
        add = Button(context, say(_("Add sheet")), icon="plus")
        add.clicked.connect(lambda _on=False: self.add())
        top.addWidget(self.which, 3)
        top.addWidget(self.drop)
        top.addWidget(self.new, 2)
        top.addWidget(add)
        self.body.addLayout(top)
        self.body.addWidget(self.empty, 1)
        self.sheet = QWidget()
        column = QVBoxLayout(self.sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.lacks)
        column.addLayout(
            self._form((_("What happens"), self.scenario), (_("Who leads"), self.lead))
        )
        column.addLayout(self._form((_("First steps"), self.texts["first_steps"])))
        column.addWidget(PlainLabel(say(CrisisMessages.title), "heading"))
        column.addWidget(self.messages)
        column.addWidget(PlainLabel(say(_("Looking back")), "heading"))
        column.addLayout(
            self._form(
                (_("Looked back on"), self.reviewed),
                (_("What worked"), self.texts["worked"]),
                (_("What failed"), self.texts["failed"]),
            )
        )
        column.addWidget(PlainLabel(say(CrisisLessons.title), "heading"))
        column.addWidget(self.lessons)
        self.body.addWidget(self.sheet)

    def _form(self, *fields: tuple[Message, QWidget]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, (words, field) in enumerate(fields):
            name = PlainLabel(self.context.say(words), "label", "text_secondary")
            name.setBuddy(field)
            grid.addWidget(name, 0, place)
            grid.addWidget(field, 1, place, Qt.AlignmentFlag.AlignTop)
            if isinstance(field, PageLine | PageText):
                grid.addWidget(field.typing.problem, 2, place)
            grid.setColumnStretch(place, 1)
        return grid
