"""The report on gaps: what stands on it, for whom, and how it goes on from page to page."""

import pytest

from journeymapper.analysis.gaps.board import make_board
from journeymapper.analysis.gaps.pictures import make_pictures
from journeymapper.app import resources
from journeymapper.document import operations
from journeymapper.domain.counts import count_answers
from journeymapper.domain.kinds import Measure, QuestionKind
from journeymapper.drawing.display_list import Reading
from journeymapper.drawing.gaps import words
from journeymapper.drawing.gaps.report import GapReportSetting, report_sheets
from journeymapper.drawing.lettering import Pen
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.tokens import Tokens
from journeymapper.export.reading import spoken
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.analysis.gap_world import TODAY, GapWorld


@pytest.fixture(scope="module")
def pen(engine: TextEngine) -> Pen:
    return Pen(engine, Tokens.load(resources.find().tokens), ENGLISH, whole=True)


@pytest.fixture
def world() -> GapWorld:
    """Waiting matters much and is rated badly by 12; Anna suffers there."""
    made = GapWorld()
    operations.rate(made.tx, made.waiting, Measure.IMPORTANCE, 9)
    made.ask(QuestionKind.CSAT, made.waiting, [1, 1, 2, 2, 1, 3, 2, 1, 1, 2, 2, 1])
    operations.set_feeling(made.tx, made.waiting, made.anna, -5)
    return made


def sheets(world: GapWorld, pen: Pen, setting: GapReportSetting | None = None) -> tuple[Sheet, ...]:
    snapshot = world.tx.snapshot.with_changes(())
    counts = count_answers(snapshot)
    board = make_board(snapshot, counts, TODAY)
    pictures = make_pictures(snapshot, counts, TODAY, board.report.gaps)
    return report_sheets(snapshot, board, pictures, pen, TODAY, setting)


def text(sheet: Sheet) -> str:
    return "\n".join(spoken(g) if g.alt is None else str(g.alt) for g in sheet.drawing.groups)


def test_the_first_page_says_what_is_worst_and_how_sure_we_are(world: GapWorld, pen: Pen) -> None:
    first = text(sheets(world, pen)[0])
    assert "2.1 Waiting: " in first
    assert "What matters and how we do" in first
    assert "These matter much and are done badly: 2.1 Waiting." in first
    assert "Critical: 1" in first


def test_ones_own_sentence_takes_the_place_of_the_generated_one(world: GapWorld, pen: Pen) -> None:
    own = "We lose them in the waiting room."
    first = sheets(world, pen, GapReportSetting(summary=own))[0]
    (group,) = [g for g in first.drawing.groups if g.key.startswith("summary#")]
    assert spoken(group) == own


def test_what_we_live_with_is_for_ourselves(world: GapWorld, pen: Pen) -> None:
    operations.accept_gap(
        world.tx, ("G18", world.waiting, world.anna), "The new room opens in July", "2026-05-02"
    )
    ours = "\n".join(text(sheet) for sheet in sheets(world, pen))
    client = "\n".join(
        text(sheet) for sheet in sheets(world, pen, GapReportSetting(audience="client"))
    )
    assert "The new room opens in July" in ours
    assert "The new room opens in July" not in client
    assert "Anna feels −5" not in client


def test_the_method_stands_at_the_back_with_the_trademarks(world: GapWorld, pen: Pen) -> None:
    last = text(sheets(world, pen)[-1])
    assert "registered trademarks" in last
    assert "G28" in last
    every = "\n".join(text(sheet) for sheet in sheets(world, pen))
    assert "What could not be judged" in every


def test_a_table_says_its_head_again_on_each_page(world: GapWorld, pen: Pen) -> None:
    for i in range(30):
        operations.set_feeling(
            world.tx, world.step(world.during, f"Another step {i}"), world.anna, -3
        )
    made = sheets(world, pen)
    pages = [s for s in made if any(g.key.startswith("gap:G18") for g in s.drawing.groups)]
    assert len(pages) > 1
    for page in pages:
        assert any(g.key.startswith("head:customer") for g in page.drawing.groups)


def test_everything_stays_on_its_sheet_and_has_a_key_of_its_own(world: GapWorld, pen: Pen) -> None:
    for sheet in sheets(world, pen):
        keys = [g.key for g in sheet.drawing.groups]
        assert len(keys) == len(set(keys))
        assert all(g.box.bottom <= sheet.height_pt for g in sheet.drawing.groups)


def test_it_can_be_gone_through_by_bookmarks_and_headings(world: GapWorld, pen: Pen) -> None:
    made = sheets(world, pen)
    marks = [(m.title, m.level) for sheet in made for m in sheet.bookmarks]
    assert marks[0] == ("Gap analysis", 0)
    assert ("What people want and get", 0) in marks
    assert ("Method", 0) in marks
    assert made[0].drawing.groups[0].reading == Reading.TITLE


def test_a_map_without_gaps_says_so_and_proves_nothing(pen: Pen) -> None:
    made = sheets(GapWorld(), pen)
    assert "No place to mend was found" in text(made[0])


def test_the_numbers_of_a_gap_have_their_interval(world: GapWorld) -> None:
    world.ask(
        QuestionKind.CSAT, world.booking, [1, 1, 2, 2, 1, 2, 1, 1, 2, 2], low=1, high=5,
        employees=[5, 5, 4, 5, 4, 5, 4, 5, 5, 5],
    )  # fmt: skip
    gap = next(one for one in world.report().gaps if one.interval is not None)
    assert gap.interval is not None
    low, high = (words.shown(round(end, 1)) for end in gap.interval)
    shown = {str(name): value for name, value in words.inputs(gap)}
    assert shown["Where the true figure lies, 19 times of 20"] == f"{low} … {high}"
