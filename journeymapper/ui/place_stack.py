"""The places, one in front; each is built when it is first shown, with its bar above."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.flows import Flows
from journeymapper.ui.gap_watch import GapWatch
from journeymapper.ui.late import late
from journeymapper.ui.memory import Memory
from journeymapper.ui.openings import OpeningsMemory
from journeymapper.ui.places.base import Place
from journeymapper.ui.places.home import HomePlace
from journeymapper.ui.places.later import LATER, LaterPlace
from journeymapper.ui.session import Session

if TYPE_CHECKING:
    from journeymapper.ui.places.map import MapPlace
    from journeymapper.ui.places.plan import PlanPlace
    from journeymapper.ui.places.print import PrintPlace

_map: Callable[..., Place] = late("places.map", "MapPlace")
_personas: Callable[..., Place] = late("places.personas", "PersonasPlace")
_show_on_map: Callable[..., None] = late("personas.on_map", "show_on_map")
_show_on_paper: Callable[..., None] = late("personas.on_paper", "show_on_paper")
_answers: Callable[..., Place] = late("places.answers", "AnswersPlace")
_print: Callable[..., Place] = late("places.print", "PrintPlace")
_gaps: Callable[..., Place] = late("gaps.making", "gaps_place")
_plan: Callable[..., Place] = late("places.plan", "PlanPlace")


class PlaceStack(QStackedWidget):
    """Holds the places; ``bar`` holds their top bars and follows."""

    fact_changed = Signal()
    map_wanted = Signal(str)
    """Show a step or stage, by id, on the map."""

    def __init__(
        self,
        context: Context,
        session: Session,
        binding: ActionBinding,
        flows: Flows,
        memory: Memory,
        gaps: GapWatch,
    ) -> None:
        super().__init__()
        self.setObjectName("places")
        self.bar = QStackedWidget()
        self.bar.setObjectName("top_bar")
        self.bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context, self._binding = context, binding
        openings = OpeningsMemory(context, session, self)
        self._built: dict[str, Place] = {}
        self._makers: dict[str, Callable[[], Place]] = {
            "home": lambda: HomePlace(context, session, binding, flows, memory),
            "map": lambda: _map(context, session, binding),
            "personas": lambda: _personas(
                context, session, binding, self._show_on_map, self._show_on_paper
            ),
            "answers": lambda: _answers(context, session, binding),
            "gaps": lambda: _gaps(context, session, binding, gaps, self.map_wanted),
            "plan": lambda: _plan(context, session, binding, gaps, openings),
            "print": lambda: _print(context, session, binding),
        }
        for later in LATER:
            maker = partial(LaterPlace, context, session, binding, later)
            self._makers[later.key] = maker
        session.plan_wanted.connect(self._show_plan)
        session.compare_wanted.connect(self._compare)
        session.plan_paper_wanted.connect(self._show_plan_paper)
        self._tall()
        context.theme.changed.connect(self._tall)

    def keys(self) -> tuple[str, ...]:
        """Return the keys of all places."""
        return tuple(self._makers)

    def place(self, key: str) -> Place:
        """Return a place, built if it was not there yet."""
        if key not in self._built:
            place = self._built[key] = self._makers[key]()
            place.fact_changed.connect(self.fact_changed)
            self.addWidget(place)
            self.bar.addWidget(place.top_bar())
        return self._built[key]

    def current(self) -> Place:
        """Return the place in front."""
        found = self.currentWidget()
        return found if isinstance(found, Place) else self.place("home")

    def show_place(self, key: str) -> None:
        """Bring a place to the front."""
        before = self.currentWidget()
        place = self.place(key)
        if isinstance(before, Place) and before is not place:
            before.deactivate()
        self.setCurrentWidget(place)
        self.bar.setCurrentIndex(self.currentIndex())
        place.activate()
        self.fact_changed.emit()

    def _show_on_map(self, map_id: str, persona_id: str) -> None:
        self._binding.run("go.map")
        _show_on_map(self.place("map"), map_id, persona_id)

    def _show_plan(self, plan_id: str) -> None:
        self._binding.run("go.plan")
        cast("PlanPlace", self.place("plan")).show_plan(plan_id)

    def _compare(self, map_id: str, version_id: str) -> None:
        self._binding.run("go.map")
        cast("MapPlace", self.place("map")).compare.show_since(map_id, version_id)

    def _show_on_paper(self, persona_id: str) -> None:
        self._binding.run("go.print")
        _show_on_paper(self.place("print"), persona_id)

    def _show_plan_paper(self, part: str, plan_id: str) -> None:
        cast("PrintPlace", self.place("print")).choose_plans(part, plan_id)
        self._binding.run("go.print")

    def _tall(self) -> None:
        self.bar.setFixedHeight(self._context.theme.px(self._context.tokens.size("top_bar")))
