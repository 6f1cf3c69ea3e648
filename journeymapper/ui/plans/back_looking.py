"""Looking through all answers: how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from journeymapper.domain.errors import UserError
from journeymapper.domain.message import _
from journeymapper.domain.numbers import grouped
from journeymapper.ui.background import Background, Stop
from journeymapper.ui.commands.looking_back import LookBack
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.garbage import no_search
from journeymapper.ui.widgets.labels import PlainLabel


class LookingDialog(DialogFrame):
    """Accepted when all was looked through; stopped, or refused with an ``error``, otherwise."""

    _told = Signal(int, int)

    def __init__(self, context: Context, job: LookBack, parent: QWidget | None) -> None:
        say = context.say
        super().__init__(context, say(_("Looking through the answers")), parent, QSize(440, 200))
        self.error: UserError | None = None
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, job.total)
        self.words = PlainLabel("", "body", "text_secondary", wrap=True)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.stop = self.add_button(say(_("Cancel")))
        self.stop.clicked.connect(self.reject)
        self._told.connect(self._tell)
        self._tell(0, job.total)
        self._work = Background(self)
        self._work.done.connect(lambda whole: self.accept() if whole else self.reject())
        self._work.failed.connect(self._fail)

        def run(stop: Stop) -> object:
            with no_search():
                return job.run(stop.is_set, self._told.emit)

        self._work.start(run)

    def done(self, result: int) -> None:
        """Stop what still runs; it ends within a moment."""
        self._work.finish()
        super().done(result)

    def _tell(self, done: int, total: int) -> None:
        self.bar.setValue(done)
        words = _("{done} of {total} looked at", done=grouped(done), total=grouped(total))
        self.words.setText(self.context.say(words))

    def _fail(self, error: UserError) -> None:
        self.error = error
        self.reject()
