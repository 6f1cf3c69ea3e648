"""Papers by name and by size."""

import pytest

from journeymapper.domain.errors import UserError
from journeymapper.drawing.paper import PAPERS, paper


@pytest.mark.parametrize(
    ("name", "width", "height"),
    [("a4", 841.89, 595.28), ("A3", 1190.55, 841.89), ("letter", 792, 612), ("tabloid", 1224, 792)],
)
def test_papers_lie_across(name: str, width: float, height: float) -> None:
    found = paper(name)
    assert (found.width, found.height) == pytest.approx((width, height), abs=0.01)


def test_every_name_is_a_paper() -> None:
    assert all(paper(name).name == name for name in PAPERS)
    assert paper("single").single


def test_a_size_of_ones_own() -> None:
    found = paper("900x600mm")
    assert (found.width, found.height) == pytest.approx((2551.18, 1700.79), abs=0.01)
    assert found.inner[0] == pytest.approx(found.width - 2 * found.margin)


@pytest.mark.parametrize("wrong", ["", "b4", "900x600", "x600mm", "-1x600mm", "1e9x2mm"])
def test_what_is_no_paper_is_refused_with_the_choices(wrong: str) -> None:
    with pytest.raises(UserError, match="is not a paper") as caught:
        paper(wrong)
    assert "a3" in str(caught.value.hint)


def test_a_sheet_that_no_page_can_have_is_refused_naming_one_that_can() -> None:
    with pytest.raises(UserError, match="larger than a PDF page") as caught:
        paper("6000x500mm")
    assert "a0" in str(caught.value.hint)


def test_a_sheet_too_small_for_a_map_is_refused() -> None:
    with pytest.raises(UserError, match="too small"):
        paper("60x40mm")
