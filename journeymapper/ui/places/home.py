"""Home: where a map begins and where it is found again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.context import Context
from journeymapper.ui.flows import Flows
from journeymapper.ui.late import late
from journeymapper.ui.memory import Memory
from journeymapper.ui.places.base import Place
from journeymapper.ui.places.home_first import FirstStart
from journeymapper.ui.session import Session
from journeymapper.ui.widgets.labels import PlainLabel
from journeymapper.ui.widgets.search import SearchField

if TYPE_CHECKING:
    from journeymapper.ui.places.home_begin import BeginSection
    from journeymapper.ui.places.home_files import FilesSection
    from journeymapper.ui.places.home_overview import Overview
    from journeymapper.ui.places.home_templates import TemplatesSection

_begin: Callable[..., BeginSection] = late("places.home_begin", "BeginSection")
_files: Callable[..., FilesSection] = late("places.home_files", "FilesSection")
_templates: Callable[..., TemplatesSection] = late("places.home_templates", "TemplatesSection")
_made_of: Callable[..., Overview] = late("places.home_overview", "Overview")


class HomePlace(Place):
    """The first start until there is a file, the overview afterwards."""

    key: ClassVar[str] = "home"

    def __init__(
        self,
        context: Context,
        session: Session,
        binding: ActionBinding,
        flows: Flows,
        memory: Memory,
    ) -> None:
        super().__init__(context, session, binding)
        self._flows = flows
        self._memory = memory
        self._first = FirstStart(context, binding)
        self._overview: Overview | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._first)
        self._search = SearchField(context, context.say(_("Find a file")), "Ctrl F")
        self._search.setFixedWidth(context.theme.px(220))
        self._search.changed.connect(lambda text: self.overview().filter(text))
        memory.changed.connect(self._refresh_if_shown)

    @property
    def is_first_start(self) -> bool:
        """Say whether there is nothing yet to go on with."""
        nothing = self.session.document is None and not self._memory.recent()
        return nothing and not self._flows.waiting.items()

    def overview(self) -> Overview:
        """Return the page with files and templates; made when first wanted."""
        if self._overview is None:
            begin = _begin(self.context, self.session, self.binding, self._flows, self._memory)
            files = _files(self.context, self._flows, self._memory)
            templates = _templates(self.context, self._flows)
            self._overview = _made_of(self.context, begin, files, templates)
            self._stack.addWidget(self._overview)
        return self._overview

    def top_bar(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 0, 12, 0)
        row.addWidget(PlainLabel(self.context.say(_("Home")), "bar_title"))
        row.addStretch(1)
        row.addWidget(self._search)
        return bar

    def activate(self) -> None:
        self.refresh()
        if self.is_first_start:
            self._first.start.setFocus()

    def fact(self) -> Message | None:
        recent = self._memory.recent()
        if not recent:
            return None
        places = len({item.path.parent for item in recent})
        if len(recent) == 1:
            return _("One recent file")
        if places == 1:
            return _("{files} recent files in one place", files=len(recent))
        return _("{files} recent files in {places} places", files=len(recent), places=places)

    def can_find(self) -> bool:
        return not self.is_first_start

    def find(self) -> None:  # type: ignore[override]  # hides a static function of QWidget
        self._search.setFocus()
        self._search.field.selectAll()

    def refresh(self) -> None:
        """Show what there is now."""
        if self.is_first_start:
            self._stack.setCurrentWidget(self._first)
            return
        overview = self.overview()
        overview.refresh()
        self._stack.setCurrentWidget(overview)
        self.fact_changed.emit()

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()
