"""Verbs about the measures of plans and their values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from journeymapper.document.operations.placing import position_at
from journeymapper.document.tx import Tx
from journeymapper.domain import indexes
from journeymapper.domain.entities import Kpi, Reading
from journeymapper.domain.errors import RefusedError
from journeymapper.domain.indexes import sort_key
from journeymapper.domain.kinds_plan import KpiKind, PlanState
from journeymapper.domain.message import _
from journeymapper.domain.plans import state_of

_FROZEN = ("kind", "question", "baseline", "baseline_date")
"""What stays once the plan has started."""


def add_kpi(tx: Tx, plan_id: str, text: str = "", **fields: Any) -> str:
    """Add a measure to a plan; raises RefusedError for one that makes no sense."""
    siblings = sorted(tx.snapshot.select(indexes.KPIS_OF_PLAN, plan_id), key=sort_key)
    position = position_at(tx, siblings, None)
    made = tx.insert(Kpi(tx.new_id(), plan_id, text=text, position=position, **fields))
    _check(made)
    return made.id


def change_kpi(tx: Tx, kpi_id: str, /, **fields: Any) -> None:
    """Set fields of a measure; raises RefusedError for its baseline once the plan has started.

    A baseline that is missing may still be added, marked by its date as taken later. A measure
    of another kind, or of another question, has no baseline yet; with values it stays what it is.
    """
    known = tx.snapshot.get(Kpi, kpi_id)
    other = {name for name in _FROZEN if name in fields and fields[name] != getattr(known, name)}
    if known.baseline and other and state_of(tx.snapshot, known.plan) != PlanState.DRAFT:
        raise RefusedError(
            _("The plan has started, so its baseline stays as it is."),
            _("Add another measure to the plan."),
        )
    if {"kind", "question"} & {n for n in fields if fields[n] != getattr(known, n)}:
        if tx.snapshot.select(indexes.READINGS_OF_KPI, kpi_id):
            raise RefusedError(
                _("This measure has values already, so it stays what it is."),
                _("Add another measure to the plan."),
            )
        fields = {"baseline": (), "baseline_date": "", **fields}
    _check(tx.change(Kpi, kpi_id, **fields))


def set_baseline(tx: Tx, kpi_id: str, values: Mapping[float, int], date: str) -> None:
    """Keep the values before the plan: how many have each, as the sheet has it.

    A count has 1 for yes and 0 for no. Raises RefusedError like ``change_kpi``.
    """
    if not date:
        raise RefusedError(_("Say when this was measured."))
    baseline = tuple(f"{value:.12g}:{n}" for value, n in sorted(values.items()) if n > 0)
    change_kpi(tx, kpi_id, baseline=baseline, baseline_date=date)


def delete_kpi(tx: Tx, kpi_id: str) -> None:
    """Take a measure out with its values."""
    tx.delete(Kpi, kpi_id)


def add_reading(
    tx: Tx, kpi_id: str, date: str, value: float, n: int | None = None, note: str = ""
) -> str:
    """Write down a value of a measure: ``value`` of ``n`` for a count, or the number alone.

    Raises RefusedError for a measure whose values come from answers, for more yes than counted,
    and without a date.
    """
    made = Reading(tx.new_id(), kpi_id, value, date, n, note)
    _check_reading(tx, made)
    return tx.insert(made).id


def change_reading(tx: Tx, reading_id: str, /, **fields: Any) -> None:
    """Set fields of a value; raises RefusedError like ``add_reading``."""
    _check_reading(tx, tx.change(Reading, reading_id, **fields))


def delete_reading(tx: Tx, reading_id: str) -> None:
    """Take a value out."""
    tx.delete(Reading, reading_id)


def _check(kpi: Kpi) -> None:
    if kpi.kind == KpiKind.COUNT and kpi.target is not None and not 0 <= kpi.target <= 1:
        raise RefusedError(_("The target of a count is a share from 0 to 100 %."))


def _check_reading(tx: Tx, reading: Reading) -> None:
    kpi = tx.snapshot.get(Kpi, reading.kpi)
    if kpi.kind == KpiKind.QUESTION:
        raise RefusedError(
            _("The values of this measure come from the answers."), _("Type in answers instead.")
        )
    if not reading.date:
        raise RefusedError(_("Say when this was measured."))
    if kpi.kind == KpiKind.COUNT:
        if reading.n is None:
            raise RefusedError(_("Say how many were counted."))
        if not 0 <= reading.value <= reading.n or reading.value != int(reading.value):
            raise RefusedError(
                _("Of {n} counted, between 0 and {n} can be yes.", n=reading.n),
                _("Look at both numbers again."),
            )
