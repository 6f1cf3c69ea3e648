"""The five steps of a programme, from what shall change to what is measured (R143)."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain.message import Message, _


@dataclass(frozen=True, slots=True)
class StepWords:
    """``title`` names a step of the programme, ``ask`` says what to write there."""

    title: Message
    ask: Message


STEPS: tuple[StepWords, ...] = (
    StepWords(
        _("What do we want to change?"),
        _("What shall be different for those we serve, and why now? A sentence or two will do."),
    ),
    StepWords(
        _("How do they see us?"),
        _("What is it that people come for, and what do they put up with? List it below."),
    ),
    StepWords(
        _("What is our programme?"),
        _("Which gaps we close, and how. Name the parts of your programme, one a line."),
    ),
    StepWords(
        _("How do we bring it about?"),
        _("Training, programs, common goals, reaching out: who begins where, and when."),
    ),
    StepWords(
        _("How do we see that it works?"),
        _("What is measured, how often, who looks at it, and what happens when it falls."),
    ),
)
"""The steps in order; the first has the number 1."""
