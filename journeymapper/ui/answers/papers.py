"""The sheets of Answers on paper: the questionnaire of a survey, and the tally sheet."""

from __future__ import annotations

from journeymapper.domain import queries
from journeymapper.domain.message import _
from journeymapper.drawing.sheets.survey_sheet import survey_sheets
from journeymapper.drawing.sheets.tally import tally
from journeymapper.ui.answers.state import AnswersState
from journeymapper.ui.sheet_files import SheetFiles


def print_questionnaire(state: AnswersState, files: SheetFiles) -> None:
    """Make the questionnaire of the survey in front."""
    survey = state.survey
    if survey is None or not state.questions():
        state.session.report(_("Pick first what your sheet asks."))
        return
    snapshot, today = state.snapshot, files.today()
    files.make_all(
        _("Questionnaire {name}", name=survey.title),
        lambda pen: survey_sheets(snapshot, survey.id, pen, today),
    )


def print_tally(state: AnswersState, files: SheetFiles, step_id: str) -> None:
    """Make the tally sheet of a step."""
    snapshot, today = state.snapshot, files.today()
    map_id = queries.map_of(snapshot, step_id)
    files.make(_("Tally sheet"), lambda pen: tally(snapshot, map_id, step_id, pen, today))
