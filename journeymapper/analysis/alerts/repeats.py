"""The second failure of the same customer (B24): it weighs more than the first."""

from __future__ import annotations

from collections.abc import Iterator

from journeymapper.domain.entities import Alert, Recovery
from journeymapper.domain.instants import read_instant
from journeymapper.domain.snapshot import Snapshot


def repeats(snapshot: Snapshot) -> dict[str, tuple[str, ...]]:
    """Return, by alert, the earlier failures of the same customer: ids of alerts and recoveries.

    Customers are the same by their pseudonym or their account. Two alerts that one answer raised
    are one failure, and so are an alert and its own recovery.
    """
    failures: dict[str, list[tuple[float, str, str, str]]] = {}
    for at, id_, answer, alert, names in _failures(snapshot):
        for name in names:
            failures.setdefault(name, []).append((at, id_, answer, alert))
    found: dict[str, dict[str, None]] = {}
    for same in failures.values():
        same.sort()
        for place, (_at, id_, answer, alert) in enumerate(same):
            if id_ != alert:
                continue  # a recovery: it is looked at from the alerts
            earlier = [
                other
                for _when, other, its_answer, its_alert in same[:place]
                if its_alert != alert and not (answer and answer == its_answer)
            ]
            found.setdefault(id_, {}).update(dict.fromkeys(earlier))
    return {id_: tuple(earlier) for id_, earlier in found.items() if earlier}


def _failures(snapshot: Snapshot) -> Iterator[tuple[float, str, str, str, tuple[str, ...]]]:
    """Yield when, its id, the answer behind it, the alert it belongs to, and whose it is."""
    for alert in snapshot.table(Alert).values():
        names = (_same(alert.customer), f"account {alert.account}" if alert.account else "")
        yield _when(alert.opened), alert.id, alert.source, alert.id, _some(names)
    for recovery in snapshot.table(Recovery).values():
        whose = (_same(recovery.customer),)
        yield _when(recovery.happened_at), recovery.id, "", recovery.alert or "", _some(whose)


def _same(customer: str) -> str:
    return " ".join(customer.casefold().split())


def _some(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if name)


def _when(instant: str) -> float:
    found = read_instant(instant)
    return 0.0 if found is None else found.timestamp()
