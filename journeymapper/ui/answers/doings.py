"""What the buttons of Answers do that asks in a dialog first, or makes paper."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from journeymapper.domain import indexes
from journeymapper.domain.counts import Cell
from journeymapper.domain.message import _
from journeymapper.ui.answers import papers
from journeymapper.ui.answers.new_pile import NewPileDialog
from journeymapper.ui.answers.review_dialog import ReviewDialog
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.answers.tally_dialog import CountStepDialog, TallyDialog
from journeymapper.ui.commands import answers as commands
from journeymapper.ui.context import Context
from journeymapper.ui.sheet_files import SheetFiles


class Doings(QObject):
    """``shown`` says that a pile should come to the front."""

    shown = Signal()

    def __init__(self, context: Context, state: AnswersState, window: QWidget) -> None:
        super().__init__(window)
        self._context, self._state, self._window = context, state, window
        self.files = SheetFiles(context, state.session, window)

    def new_pile(self) -> None:
        """Ask for a name and a date, and begin a pile."""
        state = self._state
        document = state.document
        if document is None or state.survey is None:
            return
        dialog = NewPileDialog(self._context, state, self._window, self._answers_before())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            with state.session.guard():
                made = commands.begin_round(
                    document,
                    state.survey_id,
                    dialog.name,
                    dialog.started,
                    dialog.asked,
                    dialog.about,
                )
                state.show_round(made)
                self.shown.emit()
        dialog.deleteLater()

    def print_questionnaire(self) -> None:
        """Make the questionnaire of the sheet in front."""
        papers.print_questionnaire(self._state, self.files)

    def print_tally(self) -> None:
        """Ask for the step, and make its tally sheet."""
        if not self._has_steps():
            return
        dialog = CountStepDialog(self._context, self._state, self._window)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        step = dialog.step_id
        dialog.deleteLater()
        if accepted and step:
            papers.print_tally(self._state, self.files, step)

    def type_tally(self) -> None:
        """Ask for the sum of a tally sheet, and keep it as a round."""
        document = self._state.document
        if document is None or not self._has_steps():
            return
        dialog = TallyDialog(self._context, self._state, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            wrong, lines = dialog.sums
            date = dialog.date.date or ""
            with self._state.session.guard():
                pile = commands.keep_tally(document, dialog.step_id, wrong, lines, "", date)
                self._state.show_round(pile)
                self.shown.emit()
        dialog.deleteLater()

    def type_reviews(self) -> None:
        """Type in reviews one after the other; each is kept at once."""
        document = self._state.document
        if document is None:
            return
        dialog = ReviewDialog(self._context, self._state, self._window)
        kept: list[str] = []

        def keep(stars: int, text: str, date: str) -> None:
            with self._state.session.guard():
                today = self._state.today.isoformat()
                at = self._state.at
                kept.append(commands.keep_review(document, stars, text, date, today, at))
                dialog.next()

        dialog.kept.connect(keep)
        dialog.exec()
        dialog.deleteLater()
        if kept:
            self._state.show_round(kept[-1])
            self.shown.emit()

    def remove_sheet(self) -> None:
        """Take the sheet of questions out with its answers; undo brings all of it back."""
        document, survey = self._state.document, self._state.survey
        if document is not None and survey is not None:
            with self._state.session.guard():
                self._state.session.report(commands.delete_survey(document, survey.id))

    def _answers_before(self) -> int:
        """How many answers the latest round has: of its question with the most."""
        state = self._state
        rounds = state.rounds()
        if not rounds or state.document is None:
            return 0
        last = rounds[-1].id
        typed = len(state.snapshot.select(indexes.SHEETS_OF_ROUND, last))

        def wanted(cell: Cell) -> bool:
            return cell.round == last

        counts = state.document.counts
        sums = [sum(counts.values(q.id, wanted).values()) for q in state.scored()]
        return max([0, *sums]) or typed

    def _has_steps(self) -> bool:
        document = self._state.document
        if document is not None and commands.steps_by_number(document):
            return True
        self._state.session.report(_("The map has no steps yet: add them first."))
        return False
