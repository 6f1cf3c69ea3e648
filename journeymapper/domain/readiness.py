"""The twelve questions that tell whether an organisation is ready to work on its journey (R077)."""

from __future__ import annotations

from dataclasses import dataclass

from journeymapper.domain.message import Message, _


@dataclass(frozen=True, slots=True)
class ReadinessQuestion:
    """``key`` is what an answer is kept under; ``means`` says when "yes" is true.

    ``draft`` is what a plan is called that begins with a "no".
    """

    key: str
    text: Message
    means: Message
    draft: Message


QUESTIONS: tuple[ReadinessQuestion, ...] = (
    ReadinessQuestion(
        "mapped",
        _("Is the way that people take with us drawn, step by step?"),
        _("Yes means: there is a map, and somebody has checked it within a year."),
        _("Draw the journey step by step"),
    ),
    ReadinessQuestion(
        "barriers",
        _("Have we looked for what stands in people’s way, and cleared some of it?"),
        _("Yes means: we can name two things that are gone."),
        _("Find what stands in people’s way and clear it"),
    ),
    ReadinessQuestion(
        "tools",
        _("Are the programs we use easy, and do they show what we need to know?"),
        _("Yes means: nobody keeps notes on paper because the program is too slow."),
        _("Make our programs easier to work with"),
    ),
    ReadinessQuestion(
        "aligned",
        _("Do all of us work towards the same thing?"),
        _("Yes means: three of us, asked apart, would name the same goal."),
        _("Agree what all of us work towards"),
    ),
    ReadinessQuestion(
        "channels",
        _("Is it clear what each channel is for, and what it may promise?"),
        _("Yes means: it is written down for phone, counter, mail and the rest."),
        _("Write down what each channel is for"),
    ),
    ReadinessQuestion(
        "passed_on",
        _("Does what one part of the house knows reach the next?"),
        _("Yes means: nobody has to tell us the same thing twice."),
        _("Pass on what we know from one part of the house to the next"),
    ),
    ReadinessQuestion(
        "measures",
        _("Does each number that we measure belong to a step that we can change?"),
        _("Yes means: for every number, somebody knows where to begin when it falls."),
        _("Tie what we measure to steps"),
    ),
    ReadinessQuestion(
        "personas",
        _("Do we know by name for whom we do this?"),
        _("Yes means: our typical customers have cards, and the team uses their names."),
        _("Describe for whom we do this"),
    ),
    ReadinessQuestion(
        "feedback",
        _("Is there a plan how we listen, and do people hear what became of it?"),
        _("Yes means: it says who is asked, when, and who answers."),
        _("Plan how we listen and how we answer"),
    ),
    ReadinessQuestion(
        "team",
        _("Does the team want this, and does it have a say?"),
        _("Yes means: colleagues bring ideas, and some of them were carried out."),
        _("Give the team a say"),
    ),
    ReadinessQuestion(
        "details",
        _("Do we look at single groups, small moments and each channel?"),
        _("Yes means: we know for whom it is worse than the average says."),
        _("Look at single groups and small moments"),
    ),
    ReadinessQuestion(
        "success",
        _("Have we agreed how we will see that it worked?"),
        _("Yes means: there is a number, where it stands today, and where it should be."),
        _("Agree how we will see that it worked"),
    ),
)
"""All questions in order."""
