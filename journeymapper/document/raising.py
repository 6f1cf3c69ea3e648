"""Raising alerts in the step in which the answers come, so that undo takes both back.

with document.step(_("Sheet 7")) as tx:
    operations.set_answer(tx, sheet, question, 3)
    heed_sheet(tx, sheet, instant_text(clock()))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from journeymapper.analysis.alerts.hearing import Hit, Said, Voice, active_rules, heard
from journeymapper.analysis.alerts.routing import role_for
from journeymapper.document.operations.alerts import change_alert, delete_alert, raise_alert
from journeymapper.document.tx import Tx
from journeymapper.domain import alerts, indexes
from journeymapper.domain.entities import Alert, AlertRule, Answer, Question, Sheet
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds import Collected, Respondent, Tier
from journeymapper.domain.kinds_plan import AlertState
from journeymapper.domain.responses import AnswerRow, Responses, keys_of


def heed_rows(
    tx: Tx, rows: Responses, at: str, each: Callable[[], object] = lambda: None
) -> tuple[str, ...]:
    """Raise what the rows of a file ask for, at a UTC instant; returns the ids of the alerts.

    ``rows`` have the ids of questions of the document. The same file, or one that has grown,
    raises nothing twice.
    ``each`` is called before each row; what it raises ends the look.
    """
    rules = active_rules(tx.snapshot)
    if not rules:
        return ()
    said: dict[int, list[AnswerRow]] = {}
    for row in rows.answers:
        said.setdefault(row[0], []).append(row)
    keys = keys_of(rows)
    raised: list[str] = []
    for sheet in rows.sheets:
        each()
        if sheet[2] == Respondent.EMPLOYEE:
            continue
        mine = said.get(sheet[0], ())
        answers = tuple(row[1:] for row in mine)
        tier = Tier(sheet[6]) if sheet[6] in {*Tier} else Tier.UNKNOWN
        voice = Voice(keys[sheet[0]], answers, tier)
        made = (_raise(tx, hit, at) for hit in heard(tx.snapshot, rules, voice))
        raised += (alert for alert in made if alert is not None)
    return tuple(raised)


def heed_sheet(tx: Tx, sheet_id: str, at: str) -> tuple[str, ...]:
    """Raise what a typed sheet asks for, at a UTC instant; returns the ids of new alerts.

    A sheet that was corrected takes back the alerts that it asks for no more, unless somebody has
    begun with them; what it says otherwise stands in them too. Tally lines are nobody to call.
    """
    sheet = tx.snapshot.get(Sheet, sheet_id)
    answers = tx.snapshot.select(indexes.ANSWERS_OF_SHEET, sheet_id)
    said: tuple[Said, ...] = tuple((a.question, a.value, a.text) for a in _in_order(tx, answers))
    voice = Voice(sheet_id, said, sheet.tier)
    heeds = sheet.respondent == Respondent.CUSTOMER and sheet.collected != Collected.TALLY
    rules = tx.snapshot.table(AlertRule).values() if heeds else ()
    hits = heard(tx.snapshot, sorted(rules, key=sort_key), voice)
    by_rule = {a.rule: a for a in tx.snapshot.select(indexes.ALERTS_OF_SOURCE, sheet_id) if a.rule}
    wanted = {hit.rule.id for hit in hits}
    for rule, alert in by_rule.items():
        if rule not in wanted and _untouched(tx, alert):
            delete_alert(tx, alert.id)
    raised: list[str | None] = []
    for hit in hits:
        known = by_rule.get(hit.rule.id)
        if known is None:
            raised.append(_raise(tx, hit, at) if hit.rule.active else None)
        elif _untouched(tx, known):
            change_alert(tx, known.id, question=hit.question, value=hit.value, text=hit.text)
        elif not known.text:
            change_alert(tx, known.id, text=hit.text)
    return tuple(alert for alert in raised if alert is not None)


def forsake_sheet(tx: Tx, sheet_id: str) -> None:
    """Take back the alerts of a sheet that is taken out, unless somebody has begun with them."""
    for alert in tx.snapshot.select(indexes.ALERTS_OF_SOURCE, sheet_id):
        if _untouched(tx, alert):
            delete_alert(tx, alert.id)


def forsake_survey(tx: Tx, survey_id: str) -> None:
    """The same for all that was answered to a survey, typed or from files."""
    asked = {q.id for q in tx.snapshot.select(indexes.QUESTIONS_OF_SURVEY, survey_id)}
    for alert in list(tx.snapshot.table(Alert).values()):
        if alert.question in asked and alert.source and _untouched(tx, alert):
            delete_alert(tx, alert.id)


def _raise(tx: Tx, hit: Hit, at: str) -> str | None:
    asked = tx.snapshot.find(Question, hit.question)
    step = asked.touchpoint if asked is not None else None
    rule = hit.rule
    return raise_alert(
        tx,
        at,
        rule=rule.id,
        source=hit.key,
        text=hit.text,
        question=hit.question,
        value=hit.value,
        touchpoint=step,
        severity=rule.severity,
        hours=rule.hours,
        role=role_for(tx.snapshot, step, hit.tier, rule),
        protocol=rule.protocol,
    )


def _untouched(tx: Tx, alert: Alert) -> bool:
    return (
        alerts.state_of(tx.snapshot, alert.id) == AlertState.NEW
        and not tx.snapshot.select(indexes.TICKS_OF_ALERT, alert.id)
        and alert.person is None
        and alert.plan is None
        and not any((alert.customer, alert.told, alert.outcome, alert.lesson, alert.cause))
    )


def _in_order(tx: Tx, answers: Iterable[Answer]) -> list[Answer]:
    questions = tx.snapshot.table(Question)
    return sorted(answers, key=lambda a: (questions[a.question].position, a.question))
