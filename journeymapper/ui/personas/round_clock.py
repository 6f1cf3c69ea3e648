"""The small clock of the persona round: what is left; when time is up it flashes, soundlessly."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from journeymapper.app.persona_round import Countdown, left_words
from journeymapper.ui.personas.desk import CardDesk
from journeymapper.ui.widgets.announce import announce
from journeymapper.ui.widgets.labels import PlainLabel

_TICK_MS = 250
_FLASHES = 12


class RoundClock(PlainLabel):
    """Shows the countdown it is given."""

    def __init__(self, desk: CardDesk) -> None:
        super().__init__("", "subheading")
        self._desk = desk
        self._countdown: Countdown | None = None
        self._flashes = 0
        self.setObjectName("round_clock")
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    def follow(self, countdown: Countdown) -> None:
        """Show a countdown and let it run."""
        self._countdown = countdown
        self._flashes = 0 if countdown.left else _FLASHES
        countdown.go()
        self._timer.start()
        self.tick()

    def rest(self) -> None:
        """Let the countdown stand still."""
        self._timer.stop()
        if self._countdown is not None:
            self._countdown.stop()
            self.tick()

    def tick(self) -> None:
        """Show what is left now."""
        if self._countdown is None:
            return
        left = self._countdown.left
        self.setText(self._desk.say(left_words(left)))
        up = not left
        if up and self._flashes == 0:
            announce(self, self.text())
        if up and self._flashes < _FLASHES:
            self._flashes += 1
        self._light(on=up and (self._flashes >= _FLASHES or self._flashes % 2 == 1))

    def _light(self, *, on: bool) -> None:
        if self.property("up") != on:
            self.setProperty("up", on)
            self.style().unpolish(self)
            self.style().polish(self)
