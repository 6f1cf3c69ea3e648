"""A window with a template in it and the walk in front, and hands to answer with."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from journeymapper.app import resources
from journeymapper.app.paths import Paths
from journeymapper.app.services import Services
from journeymapper.document.document import Document
from journeymapper.document.outline import read_outline
from journeymapper.document.templates import fill_from_template
from journeymapper.document.tx import Tx
from journeymapper.domain import queries
from journeymapper.domain.entities import Card, Feeling, Touchpoint
from journeymapper.domain.kinds import Frequency
from journeymapper.domain.message import _
from journeymapper.ui.app import build
from journeymapper.ui.main_window import MainWindow
from journeymapper.ui.places.map import MapPlace
from journeymapper.ui.walk.card import StepCard
from journeymapper.ui.walk.guide import Guide
from journeymapper.ui.walk.walking import Walking

NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
SECONDS = 40

Said = tuple[int, int, str]
"""Which face (1 to 5), how often (1 no, 2 sometimes, 3 often), and what goes wrong."""

DENTAL: tuple[Said, ...] = (
    (4, 1, ""),
    (4, 2, "Opening hours are hard to find"),
    (2, 3, "Date is not read back"),
    (3, 2, "No reminder"),
    (1, 2, "Appointment stands on the wrong day"),
    (2, 2, "Nobody looks up"),
    (2, 2, "Cold room"),
    (1, 3, "Half an hour, 3 of 5 times"),
    (4, 1, ""),
    (5, 1, ""),
    (1, 3, "No slot in time"),
    (3, 1, ""),
    (4, 2, "Not done"),
    (3, 1, ""),
)
"""What a team says about the fourteen steps of the dental template."""

VALUES = (-4, -2, 0, 2, 4)
OFTEN = (None, Frequency.SOMETIMES, Frequency.OFTEN)


class TurningClock:
    """Stands still until it is turned."""

    def __init__(self) -> None:
        self.time = datetime.datetime(2026, 5, 12, 9, 0, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.time

    def turn(self, seconds: float) -> None:
        """Let time pass."""
        self.time += datetime.timedelta(seconds=seconds)


@dataclass
class WalkWorld:
    """The window, its clock, and short ways to things."""

    window: MainWindow
    clock: TurningClock
    folder: Path
    files: Iterator[int]

    @property
    def document(self) -> Document:
        document = self.window.session.document
        assert document is not None
        return document

    @property
    def place(self) -> MapPlace:
        place = self.window.places.place("map")
        assert isinstance(place, MapPlace)
        return place

    @property
    def parts(self) -> Walking:
        return self.place.walk.parts

    @property
    def guide(self) -> Guide:
        return self.parts.guide

    @property
    def card(self) -> StepCard:
        return self.parts.page.card

    def begin(self, template: str = "dental") -> None:
        """Begin a map with a template and walk through it."""
        outline = read_outline(self.window.context.services.resources.templates, template)

        def fill(tx: Tx) -> None:
            fill_from_template(tx, outline, created="2026-05-12")

        self.window.session.new(fill, _("Start the map"))
        self.save()
        self.window.activateWindow()
        self.window.binding.run("walk.start")
        QApplication.processEvents()

    def save(self) -> Path:
        """Give the document a file of its own; returns it."""
        path = self.folder / f"map-{next(self.files)}.journey"
        self.window.session.save_as(path)
        return path

    def step(self, name: str) -> Touchpoint:
        """The step of a name."""
        found = self.document.snapshot.table(Touchpoint).values()
        return next(step for step in found if step.name == name)

    def names(self) -> list[str]:
        """The names of all steps in order."""
        steps = queries.touchpoints_of_map(self.document.snapshot, self.guide.map_id)
        return [step.name for step in steps]

    def here(self) -> str:
        """The name of the step that the card shows."""
        return self.guide.facts().step.name

    def feelings(self) -> list[int | None]:
        """The feelings on the map, step by step."""
        snapshot = self.document.snapshot
        known = {f.touchpoint: f.value for f in snapshot.table(Feeling).values()}
        return [known.get(step) for step in self.guide.order]

    def pains(self) -> list[tuple[Frequency, str] | None]:
        """The pains on the map, step by step."""
        known = {
            card.touchpoint: (card.frequency, card.text)
            for card in self.document.snapshot.table(Card).values()
        }
        return [known.get(step) for step in self.guide.order]

    def key(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys in whatever has the keyboard."""
        for key in keys:
            widget = QApplication.focusWidget()
            assert widget is not None
            QTest.keyClick(widget, key, held)

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClicks(widget, text)

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a widget."""
        QTest.mouseClick(widget, LEFT)

    def answer(self, said: Said) -> None:
        """Answer all three questions of a card by keys, and go on."""
        face, often, what = said
        self.clock.turn(SECONDS)
        digit = Qt.Key.Key_0.value
        self.key(Qt.Key.Key_Return, Qt.Key(digit + face), Qt.Key(digit + often))
        self.type(what)
        self.key(Qt.Key.Key_Return)

    def answer_by_mouse(self, said: Said) -> None:
        """The same by mouse; what goes wrong has to be typed all the same."""
        face, often, what = said
        self.clock.turn(SECONDS)
        self.click(self.card.keep)
        self.click(self.card.faces[face - 1])
        self.click(self.card.often[often - 1])
        if what:
            self.click(self.card.what)
            self.type(what)
        self.click(self.card.next)


def expected(said: Sequence[Said]) -> list[tuple[Frequency, str] | None]:
    """The pains that answers make."""
    found = ((OFTEN[often - 1], what) for _face, often, what in said)
    return [(often, what) if often is not None else None for often, what in found]


def open_world(application: QApplication, folder: Path) -> WalkWorld:
    """Show a window; one serves all tests of a file."""
    ids = itertools.count(1)
    clock = TurningClock()
    services = Services(
        Paths.under(folder / "app"), clock, lambda: f"{next(ids):08}", resources.find()
    )
    services.paths.make()
    window = build(services, application)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    return WalkWorld(window, clock, folder, itertools.count(1))


def close_world(world: WalkWorld) -> None:
    """Close the window and let Qt forget it."""
    world.window.session.close()
    world.window.close()
    world.window.deleteLater()
    QApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete.value))
    QApplication.processEvents()
