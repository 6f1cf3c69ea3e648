"""Sheets to begin with: what the printed questionnaire asks, a visit sheet, one question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from journeymapper.domain import queries
from journeymapper.domain.entities import Touchpoint
from journeymapper.domain.kinds import Better, People, QuestionKind, Scale
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.sheets.questionnaire import steps_to_ask
from journeymapper.ui.answers import words
from journeymapper.ui.commands.answers import Draft

Say = Callable[[Message], str]


def questionnaire(snapshot: Snapshot, say: Say) -> tuple[Draft, ...]:
    """Return what the printed questionnaire asks: faces for each step that matters, and words.

    The faces stand from awful to great, so 5 is the best. () without any step.
    """
    known = queries.maps(snapshot)
    steps = steps_to_ask(snapshot, known[0].id) if known else ()
    drafts = [
        Draft(
            QuestionKind.CSAT,
            say(_("How was it: {step}?", step=snapshot.get(Touchpoint, step).name)),
            {
                "short": snapshot.get(Touchpoint, step).name,
                "touchpoint": step,
                "scale": Scale.FACES,
            },
        )
        for step in steps
    ]
    return (*drafts, comment(say)) if drafts else ()


def visit_sheet(people: People, say: Say) -> tuple[Draft, ...]:
    """Return five usual questions and room for words."""
    return tuple(draft_of(kind, people, say) for kind in _VISIT)


_VISIT = (
    QuestionKind.NPS,
    QuestionKind.CSAT,
    QuestionKind.CES,
    QuestionKind.NUMBER,
    QuestionKind.COUNT,
    QuestionKind.TEXT,
)


def comment(say: Say) -> Draft:
    """Return the question for words."""
    text = say(_("What should we do differently?"))
    return Draft(QuestionKind.TEXT, text, {"short": say(_("Comment"))})


def draft_of(kind: QuestionKind, people: People, say: Say) -> Draft:
    """Return a usual question of a kind, to be changed as one's own sheet has it."""
    fields: dict[str, Any]
    match kind:
        case QuestionKind.NPS:
            return Draft(kind, say(words.recommend(people)), {"short": say(_("Would recommend"))})
        case QuestionKind.CSAT:
            fields = {"short": say(_("Satisfied")), "scale": Scale.FACES}
            return Draft(kind, say(_("How satisfied are you with us?")), fields)
        case QuestionKind.CES:
            fields = {"short": say(_("Easy to get a date"))}
            return Draft(kind, say(_("How easy was it to get a date?")), fields)
        case QuestionKind.NUMBER:
            fields = {
                "short": say(_("Minutes waited")),
                "unit": say(_("minutes")),
                "low": 0.0,
                "better": Better.LOW,
            }
            return Draft(kind, say(_("How many minutes did you wait?")), fields)
        case QuestionKind.COUNT:
            fields = {"short": say(_("Rebooked in time"))}
            return Draft(kind, say(_("Did you get a new date in time?")), fields)
        case QuestionKind.CHOICE:
            options = tuple(say(option) for option in (_("Phone"), _("Online"), _("In person")))
            fields = {"short": say(_("How they came")), "options": options}
            return Draft(kind, say(_("How did you make your appointment?")), fields)
        case _:
            return comment(say)
