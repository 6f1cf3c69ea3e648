"""The letter to those who are told of a plan: its words, and its pages for paper.

text = letter_text(snapshot, counts, plan_id, Audience.CUSTOMERS, today)
[str(paragraph) for paragraph in text]
"""

from __future__ import annotations

import datetime
from dataclasses import replace

from journeymapper.analysis.plans.effect_words import Outcome
from journeymapper.domain import queries
from journeymapper.domain.counts import Counts
from journeymapper.domain.dates import in_words
from journeymapper.domain.entities import Plan
from journeymapper.domain.kinds_plan import Audience
from journeymapper.domain.message import Message, _
from journeymapper.domain.plans import proofs_that_hold, started_on
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.lettering import Pen, placed
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import A4, Upright
from journeymapper.drawing.plans.audience_words import DEAR, OUTSIDE
from journeymapper.drawing.plans.said_did import results_of, what_was_said
from journeymapper.drawing.sheets.page import BODY, INNER, MARGIN, Page
from journeymapper.text.runs import TextBlock

_APART = 10.0
_CLOSING = "”’»\"'"
"""What may stand after the last mark of a sentence that is quoted."""


def letter_text(
    snapshot: Snapshot, counts: Counts, plan_id: str, audience: Audience, today: datetime.date
) -> tuple[Message, ...]:
    """Return the paragraphs of a letter about a plan; what is not known is left out.

    It says that we cannot tell yet whether it worked where the numbers do not.
    """
    plan = snapshot.get(Plan, plan_id)
    project = queries.project(snapshot)
    outside = audience in OUTSIDE
    problem, heard = what_was_said(snapshot, plan)
    text = [_("{date}", date=in_words(today))]
    text.append(DEAR[project.people] if outside else _("Dear colleagues,"))
    if problem:
        text.append(_problem(ended(problem), heard=heard, outside=outside))
    text.append(_changed(snapshot, plan))
    text += _results(snapshot, counts, plan_id)
    text.append(_("If it happens again, please tell us. We will listen."))
    if heard and outside:
        text.append(_("Thank you for telling us."))
    text.append(_("Kind regards"))
    if project.organisation:
        text.append(_("{text}", text=project.organisation))
    return tuple(text)


def ended(text: str) -> str:
    """Return a text that ends like a sentence."""
    text = text.strip()
    said = text.rstrip(_CLOSING)
    return text if said.endswith((".", "!", "?", "…")) else f"{text}."


def letter_sheets(
    text: str, pen: Pen, title: str, today: datetime.date, on: Upright = A4
) -> tuple[Sheet, ...]:
    """Return the pages of a letter; an empty line parts its paragraphs, and nothing is cut.

    ``title`` stands at the foot: who writes.
    """
    pages = [Page(pen, on)]
    for number, paragraph in enumerate(part for part in text.split("\n\n") if part.strip()):
        _write(pages, pen.block(paragraph.strip("\n"), BODY, INNER), f"paragraph:{number}")
    made: list[Sheet] = []
    for n, page in enumerate(pages, start=1):
        foot = _("{text}", text=title)
        if len(pages) > 1:
            foot = _("{title}. Page {n} of {of}.", title=title, n=n, of=len(pages))
        made.append(page.sheet(title, today, foot))
    return tuple(made)


def _write(pages: list[Page], block: TextBlock, key: str) -> None:
    """Write a paragraph; the lines that do not fit go on to further pages."""
    lines = len(block.lines)
    high = block.height / lines if lines else 0.0
    done = 0
    while done < lines:
        page = pages[-1]
        fit = int((page.size.height - MARGIN - page.y) / high + 1e-6)
        if fit < 1:
            pages.append(Page(page.pen, page.size))
            continue
        end = min(lines, done + fit)
        part = replace(block, lines=block.lines[done:end])
        page.add(f"{key}:{done}", (end - done) * high, placed(part, 0, -done * high))
        page.y += _APART
        done = end


def _problem(problem: str, *, heard: bool, outside: bool) -> Message:
    if not heard:
        return _("We noticed ourselves: {what}", what=problem)
    if outside:
        return _("You told us: {what}", what=problem)
    return _("We were told: {what}", what=problem)


def _changed(snapshot: Snapshot, plan: Plan) -> Message:
    done = ended(plan.solution.strip() or plan.title)
    started = started_on(snapshot, plan.id)
    if not started:
        return _("What we are going to change: {what}", what=done)
    day = in_words(datetime.date.fromisoformat(started))
    return _("What we changed, since {date}: {what}", date=day, what=done)


def _results(snapshot: Snapshot, counts: Counts, plan_id: str) -> list[Message]:
    found = results_of(snapshot, counts, plan_id)
    said = [result for result, _outcome in found]
    if not found:
        proved = proofs_that_hold(snapshot, plan_id)
        if proved and proved[-1].result.strip():
            said.append(_("What we found since: {what}", what=ended(proved[-1].result)))
        else:
            said.append(_("Whether it helps we cannot tell yet. We are going to find out."))
    elif any(outcome != Outcome.BETTER for _result, outcome in found):
        said.append(_("We go on counting and will tell you."))
    return said
