"""The worked examples of non-linear journeys."""

from journeymapper.analysis.flow_check import Edge

TV: list[Edge] = [
    ("call", "agent", 0.9),
    ("call", "abandon", 0.1),
    ("agent", "fix_claimed", 0.45),
    ("agent", "transfer", 0.45),
    ("agent", "abandon", 0.10),
    ("transfer", "agent", 0.85),
    ("transfer", "abandon", 0.15),
    ("fix_claimed", "success", 0.75),
    ("fix_claimed", "call", 0.25),
]

TV_WITH_CONTEXT: list[Edge] = [
    ("call", "agent", 0.9),
    ("call", "abandon", 0.1),
    ("agent", "fix_claimed", 0.70),
    ("agent", "transfer", 0.22),
    ("agent", "abandon", 0.08),
    ("transfer", "agent", 0.95),
    ("transfer", "abandon", 0.05),
    ("fix_claimed", "success", 0.90),
    ("fix_claimed", "call", 0.10),
]

DENTAL: list[Edge] = [
    ("find", "book", 0.8),
    ("find", "lost", 0.2),
    ("book", "arrive", 0.9),
    ("book", "lost", 0.1),
    ("arrive", "wait", 0.88),
    ("arrive", "book", 0.09),
    ("arrive", "lost", 0.03),
    ("wait", "treat", 0.96),
    ("wait", "lost", 0.04),
    ("treat", "rebook", 0.7),
    ("treat", "retained", 0.3),
    ("rebook", "retained", 0.55),
    ("rebook", "book", 0.15),
    ("rebook", "lost", 0.30),
]

WALK: list[Edge] = [
    ("1", "0", 0.5),
    ("1", "2", 0.5),
    ("2", "1", 0.5),
    ("2", "3", 0.5),
    ("3", "2", 0.5),
    ("3", "4", 0.5),
]
