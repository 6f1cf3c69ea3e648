"""Damaged tables are read or refused with a sentence; `tests.faults R14` tries thousands."""

from collections import Counter

from tests.faults.tables import SOUND, mutated, tried


def test_sound_ones_are_read() -> None:
    assert {kind: tried(data) for kind, data in SOUND.items()} == {
        "csv": "read with problems",
        "xlsx": "read with problems",
        "ods": "read with problems",
        "xls": "read with problems",
    }


def test_damaged_ones_end_in_a_list_of_problems_or_a_sentence() -> None:
    found = Counter(tried(mutated(number)[1]) for number in range(48))
    assert found.total() == 48
    assert found["refused"] > 0
    assert found["read with problems"] > 0
