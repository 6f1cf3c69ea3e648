"""A window with the dental template and a clock that a test turns; hands on the persona cards."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from journeymapper.document.document import Document
from journeymapper.document.operations import feelings, personas
from journeymapper.document.outline import read_outline
from journeymapper.document.templates import fill_from_template
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Persona, PersonaNote
from journeymapper.domain.message import _
from journeymapper.ui.app import build
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.places.personas import PersonasPlace
from tests.gui.map_world import services_in
from tests.screenshots.hands import Keyboard, Meanwhile, give_back

START = datetime.datetime(2026, 5, 15, 8, 0, tzinfo=datetime.UTC)


class Clock:
    """Stands still until a test turns it."""

    def __init__(self) -> None:
        self.time = START

    def __call__(self) -> datetime.datetime:
        return self.time


@dataclass
class Cards:
    """The window in the place of personas, and short ways to things."""

    window: MainWindow
    place: PersonasPlace
    clock: Clock
    keys: Keyboard

    @property
    def document(self) -> Document:
        document = self.window.session.document
        assert document is not None
        return document

    @property
    def persona(self) -> Persona:
        """Whose card is shown."""
        return self.place.desk.persona

    def texts(self) -> dict[str, PersonaNote]:
        """The statements on the card that is shown, by their words."""
        notes = self.document.snapshot.table(PersonaNote).values()
        return {note.text: note for note in notes if note.persona == self.persona.id}

    def listed(self) -> str:
        """What a reader says of the persona in the list."""
        return self.place.list.entries[self.persona.id].accessibleName()

    def here(self) -> str:
        """What a reader says of what has the keyboard."""
        widget = QApplication.focusWidget()
        return widget.accessibleName() or getattr(widget, "text", str)() if widget else ""

    def tab_to(self, name: str, key: str = "Tab") -> QWidget:
        """Press Tab until something of that name has the keyboard."""
        for _turn in range(140):
            self.keys.press(key)
            if self.here().startswith(name):
                widget = QApplication.focusWidget()
                assert widget is not None
                return widget
        raise AssertionError(f"no key leads to {name}")

    def in_menu(self, *keys: str, kind: type[QWidget] = QMenu) -> None:
        """Open the menu of what has the keyboard with Space, and press keys in it."""
        meanwhile = Meanwhile()
        meanwhile.expect(kind, lambda _menu: self.keys.press(*keys))
        self.keys.press("Space")
        while not meanwhile.done:
            QApplication.processEvents()
        give_back()
        if meanwhile.failed is not None:
            raise meanwhile.failed

    def undo_label(self) -> str:
        step = self.document.next_undo
        return str(step.label) if step is not None else ""


def open_cards(application: QApplication, folder: Path) -> Cards:
    """Show a window."""
    clock = Clock()
    services = dataclasses.replace(services_in(folder), clock=clock)
    services.paths.make()
    window = build(services, application)
    window.resize(1366, 768)
    window.show()
    _begin(window)
    window.show_place("personas")
    place = window.places.current()
    assert isinstance(place, PersonasPlace)
    return Cards(window, place, clock, Keyboard())


def again(cards: Cards) -> Cards:
    """Take everything back to the template with Anna, who is on no map but has feelings there."""
    cards.clock.time = START
    cards.window.resize(1366, 768)
    cards.window.show_place("personas")
    cards.document.go_back(cards.document.history()[0], _("Again"))
    first = queries.personas(cards.document.snapshot)[0]
    cards.place.desk.show("")
    cards.place.bar.search.field.clear()
    cards.place.show_persona(first.id)
    cards.window.activateWindow()
    cards.place.list.take_focus()
    QApplication.processEvents()
    return cards


def _begin(window: MainWindow) -> None:
    outline = read_outline(window.context.services.resources.templates, "dental")

    def fill(tx: Tx) -> None:
        fill_from_template(tx, outline, created="2026-05-15")
        anna = personas.add_persona(tx, "Anna")
        personas.set_primary_persona(tx, anna)
        (journey,) = queries.maps(tx.snapshot)
        steps = queries.touchpoints_of_map(tx.snapshot, journey.id)
        for place, step in enumerate(steps):
            feelings.set_feeling(tx, step.id, anna, (2, -4, 1, 3)[place % 4])

    window.session.new(fill, _("Begin"))


def close_cards(cards: Cards) -> None:
    """Close the window and let Qt forget it."""
    cards.window.session.close()
    cards.window.close()
    cards.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
