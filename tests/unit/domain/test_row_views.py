"""The choices of rows that every map offers."""

from journeymapper.domain.entities import Lane
from journeymapper.domain.kinds import FIRST_ROWS, LaneKind
from journeymapper.domain.row_views import ROWS_OF, RowView, shows, usual_index


def rows(*kinds: LaneKind) -> list[Lane]:
    return [Lane(kind.value, map="m", kind=kind) for kind in kinds]


def test_every_view_shows_the_steps_whose_numbers_are_spoken_of() -> None:
    assert set(ROWS_OF) == set(RowView)
    assert all(LaneKind.TOUCHPOINT in kinds for kinds in ROWS_OF.values())


def test_the_hassle_map_shows_only_pains_and_effort() -> None:
    kinds = set(ROWS_OF[RowView.HASSLE])
    assert kinds == {LaneKind.TOUCHPOINT, LaneKind.PAIN, LaneKind.WAIT, LaneKind.EFFORT}


def test_a_new_row_stands_where_rows_of_its_kind_usually_do() -> None:
    known = rows(*FIRST_ROWS)
    assert usual_index(known, LaneKind.IMAGE) == 0
    assert usual_index(known, LaneKind.GAIN) == 4
    assert usual_index(known, LaneKind.CUSTOM) == 5


def test_a_view_is_shown_when_exactly_its_rows_are_visible() -> None:
    hassle = rows(*ROWS_OF[RowView.HASSLE])
    assert shows(hassle, RowView.HASSLE)
    assert not shows([*hassle, *rows(LaneKind.GAIN)], RowView.HASSLE)
    assert not shows(hassle[1:], RowView.HASSLE)
