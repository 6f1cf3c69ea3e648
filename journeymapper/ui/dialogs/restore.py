"""Earlier states of a file: look at each, then open one; nothing is ever overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymapper.document.desk import Desk
from journeymapper.domain.changes import Step
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.ui.background import Background, Stop
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.dialogs.restore_preview import Content, StatePreview, read_content
from journeymapper.ui.dialogs.restore_states import EarlierState, StateList
from journeymapper.ui.widgets.labels import PlainLabel

_LIST_WIDTH = 240


class Answer(IntEnum):
    """What to do with the state that was chosen."""

    NOTHING = 0
    OPEN = 1
    GO_BACK = 2


class RestoreDialog(DialogFrame):
    """``exec`` returns an Answer; ``state`` and ``content`` are what was chosen.

    ``history`` are the steps of the document that is open: a state whose last step is among them
    can be gone back to.
    """

    def __init__(
        self,
        context: Context,
        desk: Desk,
        states: Sequence[EarlierState],
        history: Sequence[Step],
        parent: QWidget | None,
    ) -> None:
        say = context.say
        title, size = _("Earlier states of this file"), QSize(720, 540)
        super().__init__(context, say(title), parent, size, snug=False)
        self._desk = desk
        self._history = {step.id: step for step in history[:-1]}
        self.content: Content | None = None
        self._background = Background(self)
        self._background.done.connect(self._show)
        self._background.failed.connect(self._refuse)
        sentence = _("Journey Mapper keeps the last ten states, and one a day for two weeks.")
        self.body.addWidget(PlainLabel(say(sentence), "body_large", wrap=True))
        self.list = StateList(context, states)
        self.list.setFixedWidth(_LIST_WIDTH)
        self.preview = StatePreview(context)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.list)
        row.addWidget(self.preview, 1)
        self.body.addLayout(row, 1)
        self.add_at_start(PlainLabel(say(_("Nothing is overwritten.")), "body", "text_secondary"))
        self.add_button(say(_("Cancel"))).clicked.connect(self.reject)
        self.back = self.add_button(say(_("Go back to it")), "secondary", "history")
        self.open_ = self.add_button(say(_("Open as a new map")), "primary")
        self.back.clicked.connect(lambda: self.done(Answer.GO_BACK))
        self.open_.clicked.connect(lambda: self.done(Answer.OPEN))
        self.list.currentRowChanged.connect(self._look)
        self._judge()
        if states:
            self.list.choose_first()
            self.list.setFocus()
        else:
            self.preview.say(_("Nothing has been kept of this file yet."))

    @property
    def state(self) -> EarlierState | None:
        """The state that was chosen."""
        return self.list.chosen()

    @property
    def step(self) -> Step | None:
        """The step of the open document after which the chosen state was kept."""
        last = self.content.last if self.content else None
        return self._history.get(last.id) if last else None

    def done(self, answer: int) -> None:
        self._background.finish()
        super().done(answer)

    def _look(self) -> None:
        self.content = None
        state, desk = self.state, self._desk
        if state is not None:
            path = state.path

            def read(_stop: Stop) -> Content:
                return read_content(desk, path)

            self.preview.say(_("Looking…"))
            self._background.start(read)
        self._judge()

    def _show(self, content: Content) -> None:
        self.content = content
        self.preview.show_content(content)
        self._judge()

    def _refuse(self, error: UserError) -> None:
        self.preview.say(_sentences(error))
        self._judge()

    def _judge(self) -> None:
        self.open_.setEnabled(self.content is not None)
        self.back.setVisible(self.step is not None)


def _sentences(error: UserError) -> Message:
    if error.hint is None:
        return error.message
    return _("{what} {hint}", what=error.message, hint=error.hint)
