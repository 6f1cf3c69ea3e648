"""How sure we are."""

import pytest

from journeymapper.domain.evidence import Grade, grade
from journeymapper.domain.kinds import SourceKind


@pytest.mark.parametrize(
    ("source", "n", "expected"),
    [
        (SourceKind.SURVEY, 30, Grade.A),
        (SourceKind.SURVEY, 29, Grade.B),
        (SourceKind.ANALYTICS, 10, Grade.B),
        (SourceKind.SURVEY, 9, Grade.C),
        (SourceKind.SURVEY, None, Grade.C),
        (SourceKind.INTERVIEW, 40, Grade.C),
        (SourceKind.STAFF, 40, Grade.D),
        (SourceKind.ASSUMPTION, 40, Grade.E),
    ],
)
def test_the_grade_follows_source_and_number(
    source: SourceKind, n: int | None, expected: Grade
) -> None:
    assert grade(source, n) is expected
