"""Personas: the list, the card that is its own editor, and what is known of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from journeymapper.domain import queries
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import Persona
from journeymapper.domain.message import Message, _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.commands import personas
from journeymapper.ui.context import Context
from journeymapper.ui.personas.bar import PersonasBar
from journeymapper.ui.personas.card import Card
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.personas.list_panel import PersonaList
from journeymapper.ui.personas.more import CardMenu
from journeymapper.ui.personas.portraits import Portraits
from journeymapper.ui.personas.search import CardSearch
from journeymapper.ui.personas.side import SidePanel, scrolled
from journeymapper.ui.personas.starting import Starting
from journeymapper.ui.personas.switching import Views
from journeymapper.ui.places.base import Place
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.empty import EmptyPlace

_SIDE_FROM = 1080
_LIST_FROM = 760
"""Widths of the place, at 100 % text, from which the side stands beside the card, and the list."""


class PersonasPlace(Place):
    """Who is shown is window state; everything else is in the document."""

    key: ClassVar[str] = "personas"

    def __init__(
        self,
        context: Context,
        session: Session,
        binding: ActionBinding,
        show_on_map: Callable[[str, str], None],
        show_on_paper: Callable[[str], None],
    ) -> None:
        """``show_on_map`` shows a map, by id, with the curve of a persona.

        ``show_on_paper`` shows the card of a persona, by id, as it is printed.
        """
        super().__init__(context, session, binding)
        self.desk = CardDesk(context, session)
        self.desk.map_wanted.connect(show_on_map)
        self.desk.paper_wanted.connect(show_on_paper)
        self.list = PersonaList(self.desk)
        self.card = Card(self.desk)
        self.side = SidePanel(self.desk)
        self.more = CardMenu(self.desk, self)
        self.bar = PersonasBar(self.desk, binding, self.more)
        self.search = CardSearch(self.desk, self.card, self.bar.search, self.show_persona)
        self.portraits = Portraits(self.desk, self.card)
        self.starting = Starting(self.desk, self.card, self.add)
        self.list.offer_starters(self.starting.fill)
        self.views = Views(self.desk, self.bar, self.show_persona)
        self.more.parts.append(self.views.fill)
        self._side_area = scrolled(self.desk, self.side)
        self._beside: bool | None = True
        self._lay_out()
        self._follow()

    def top_bar(self) -> QWidget:
        return self.bar

    def activate(self) -> None:
        self._catch_up()
        if self._stack.currentWidget() is self._empty:
            self.first.setFocus()
        elif self.views.current is not None:
            self.views.current.take_focus()
        elif self.list.isVisible():
            self.list.take_focus()
        else:
            self.card.take_focus()

    def deactivate(self) -> None:
        self.card.leave()
        self.views.leave()

    def fact(self) -> Message | None:
        document = self.session.document
        if document is None:
            return None
        count = len(document.snapshot.table(Persona))
        maps = sum(bool(m.personas) for m in queries.maps(document.snapshot))
        if not count:
            return None
        if maps == 1:
            return (
                _("1 persona, used on 1 map")
                if count == 1
                else _("{n} personas, used on 1 map", n=count)
            )
        if count == 1:
            return _("1 persona, used on {maps} maps", maps=maps)
        return _("{n} personas, used on {maps} maps", n=count, maps=maps)

    def can_find(self) -> bool:
        return self.desk.ready and self.views.current is None

    def find(self) -> None:  # type: ignore[override]  # hides a static function of QWidget
        self.bar.search.field.setFocus()
        self.bar.search.field.selectAll()

    def areas(self) -> tuple[QWidget, ...]:
        view = self.views.current
        return (self.list, self.card, self.side) if view is None else (view,)

    def show_persona(self, persona_id: str) -> None:
        """Show the card of a persona; what was typed on the one before is written first."""
        if persona_id != self.desk.persona_id:
            self.card.leave()
            self.desk.show(persona_id)
        self.views.show("card")
        self._refresh()

    def add(self) -> None:
        """Add a blank card and go to its name."""
        document = self.session.document
        if document is None:
            return
        self.card.leave()
        with self.session.guard():
            self.begin_card(personas.add(document, self.context.say(_("New persona"))))

    def begin_card(self, persona_id: str) -> None:
        """Show a persona that was just added and go to its name."""
        self.show_persona(persona_id)
        name = self.card.find_field("", "name")
        if name is not None:
            name.setFocus(Qt.FocusReason.OtherFocusReason)
            name.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _catch_up(self) -> None:
        """Show the document as it is; somebody else where the one who was shown is gone."""
        document = self.session.document
        if document is None:
            return
        if not self.desk.ready:
            self.views.show("card")
            found = queries.personas(document.snapshot)
            self.desk.show(found[0].id if found else "")
        self._refresh()

    def _refresh(self) -> None:
        if self.session.document is None:
            return
        somebody = self.desk.ready
        self._stack.setCurrentWidget(self._front(somebody=somebody))
        self.list.refresh()
        self.bar.refresh()
        if somebody and self.views.current is None:
            self.desk.refreshed.emit()
        self.views.refresh(somebody=somebody)
        self.fact_changed.emit()

    def _front(self, *, somebody: bool) -> QWidget:
        """Return what is to be seen; a view is put into the stack when it is first shown."""
        if not somebody:
            return self._empty
        view = self.views.current
        if view is None:
            return self._whole
        if self._stack.indexOf(view) < 0:
            self._stack.addWidget(view)
        return view

    def _on_view(self) -> None:
        """Another view was chosen."""
        self.card.leave()
        self._refresh()
        self.activate()

    def _on_change(self, _changes: ChangeSet) -> None:
        if self.isVisible():
            self._catch_up()

    def _on_opened(self) -> None:
        self.desk.show("")
        self.views.show("card")
        if self.isVisible():
            self._catch_up()

    def _on_closed(self) -> None:
        self.bar.search.field.clear()
        self.desk.show("")

    def _arrange(self) -> None:
        """Beside the card there stands what there is room for; the rest is below or in the bar."""
        width = self.width() / self.context.theme.scale
        self.list.setVisible(width >= _LIST_FROM)
        beside = width >= _SIDE_FROM
        if beside == self._beside:
            return
        self._beside = beside
        if beside:
            self._side_area.setWidget(self.side)
        else:
            self._side_area.takeWidget()
            self.card.put_below(self.side)
        self.side.set_below(below=not beside)
        self._side_area.setVisible(beside)
        self.side.show()

    def _lay_out(self) -> None:
        say = self.context.say
        self._empty = EmptyPlace(
            self.context,
            "users",
            say(_("Who do you meet?")),
            say(
                _(
                    "A persona is somebody typical: a name, what is on their mind, what they need."
                    " Begin with the one you meet most often; two to five are enough."
                )
            ),
        )
        self.first = self._empty.offer(say(_("Add the first one")), self.add, "plus")
        self.first_asked = self.starting.button()
        self._empty.put(self.first_asked)
        self._whole = QWidget()
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.card, 1)
        row.addWidget(self._side_area)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self._empty)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)

    def _follow(self) -> None:
        session = self.session
        session.opened.connect(self._on_opened)
        session.closed.connect(self._on_closed)
        session.changed.connect(self._on_change)
        session.flush.connect(self.card.flush)
        session.flush.connect(self.views.flush)
        session.flush.connect(self.side.finish)
        session.leaving.connect(self.card.leave)
        session.leaving.connect(self.views.leave)
        self.list.wanted.connect(self.show_persona)
        self.list.new_wanted.connect(self.add)
        self.bar.chosen.connect(self.show_persona)
        self.bar.new_wanted.connect(self.add)
        self.starting.made.connect(self.begin_card)
        self.views.changed.connect(self._on_view)
        self.more.chosen.connect(self.show_persona)
