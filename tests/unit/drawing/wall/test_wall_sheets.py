"""The sheets for a wall: sizes of letters, one curve, every name once, nothing cut."""

import io
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

import pypdf
import pytest

from journeymapper.domain import queries
from journeymapper.domain.entities import (
    Card,
    Feeling,
    JourneyMap,
    Lane,
    Participant,
    Plan,
    PlanEvent,
    Project,
    Stage,
    Touchpoint,
)
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import LaneKind, Severity
from journeymapper.domain.kinds_plan import PlanTurn
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.display_list import Path, Text
from journeymapper.drawing.extent import extent
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import paper
from journeymapper.drawing.tokens import Tokens
from journeymapper.drawing.wall.content import Idea, gathered
from journeymapper.drawing.wall.frame import BAR_BOTTOM, BAR_TOP, MARGIN, TABLE_BOTTOM
from journeymapper.drawing.wall.pages import wall_sheets
from journeymapper.export.pdf import document
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.world import by_key, changed, edited, numbers, practice, setting, text_of
from tests.unit.export import samples

TODAY = date(2026, 3, 18)
A_COMPLAINT = "They asked us the same three questions again. " * 40
Size = tuple[str, float]


def sheets(engine: TextEngine, snapshot: Snapshot, on: str = "a4") -> tuple[Sheet, ...]:
    return wall_sheets(snapshot, "map", setting(engine), paper(on), TODAY)


def with_steps(*names: str) -> Snapshot:
    """The practice with these steps more at the end of its second stage."""
    return changed(
        practice(),
        *(
            Touchpoint(f"more{i}", stage="arrive", name=name, position=10.0 + i)
            for i, name in enumerate(names)
        ),
    )


def row(made: Sequence[Sheet]) -> list[Sheet]:
    """The sheets with a curve, as they hang side by side."""
    return [sheet for sheet in made if "band" in by_key(sheet.drawing)]


def words_on(sheet: Sheet) -> str:
    return " ".join(" ".join(text_of(group).split()) for group in sheet.drawing.groups)


def printed(made: Sequence[Sheet]) -> Iterator[list[Size]]:
    """The pieces of text of each page of the PDF with their sizes in points."""
    (data,) = document.files(samples.job(*made))
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        found: list[Size] = []

        def visit(
            text: str, cm: list[float], tm: list[float], _font: object, size: float,
            found: list[Size] = found,
        ) -> None:  # fmt: skip
            if text.strip():
                found.append((text.strip(), size * abs(tm[3] * cm[3])))

        page.extract_text(visitor_text=visit)
        yield found


def test_a_stage_a_sheet_and_a_summary_upright(engine: TextEngine) -> None:
    made = sheets(engine, practice())
    assert [sheet.key for sheet in made] == [
        "stage:learn:1",
        "stage:arrive:1",
        "stage:pay:1",
        "summary:1",
    ]
    assert all(sheet.width_pt > sheet.height_pt for sheet in made[:-1])
    assert made[-1].height_pt > made[-1].width_pt
    assert [mark.title for mark in made[1].bookmarks] == ["Sheet 2: 2 Arrive"]
    assert all(sheet.bookmarks for sheet in made)


def test_letters_on_paper_are_large_enough(engine: TextEngine) -> None:
    pages = list(printed(sheets(engine, with_steps("A somewhat longer name for a step here"))))
    sizes = [size for page in pages for _text, size in page]
    assert sizes
    assert min(sizes) >= 14 - 1e-3
    names = [size for page in pages[:-1] for text, size in page if text in ("Greeting", "Invoice")]
    assert len(names) == 2
    assert min(names) >= 20


def test_an_ordinary_name_has_twenty_five_points(engine: TextEngine) -> None:
    first = next(printed(sheets(engine, practice())))
    assert ("Practice web page", 25.0) in [(text, round(size, 3)) for text, size in first]


def test_every_step_is_named_once_in_the_row(engine: TextEngine) -> None:
    snapshot = with_steps("Form", "X-ray", "Waiting room", "Called in")
    hung = " ".join(words_on(sheet) for sheet in row(sheets(engine, snapshot)))
    for step in snapshot.table(Touchpoint).values():
        assert hung.count(step.name) == 1


def test_at_most_three_steps_share_a_sheet_evenly(engine: TextEngine) -> None:
    made = row(sheets(engine, with_steps("Form", "X-ray", "Called in")))
    steps = [
        sum(key.startswith("step:") for key in by_key(sheet.drawing))
        for sheet in made
        if sheet.key.startswith("stage:arrive")
    ]
    assert steps == [2, 2]


def end(sheet: Sheet, *, right: bool) -> tuple[float, float, float]:
    """Where the curve meets the side of a sheet: x, height and slope."""
    curve = by_key(sheet.drawing)["curve"]
    (path,) = curve.shapes
    assert isinstance(path, Path)
    points = [pair for segment in path.segments for pair in _pairs(numbers(segment))]
    (x0, y0), (x1, y1) = points[-2:] if right else points[:2]
    x, y = (x1, y1) if right else (x0, y0)
    return x, y, (y1 - y0) / (x1 - x0)


def _pairs(values: tuple[float, ...]) -> list[tuple[float, float]]:
    return list(zip(values[::2], values[1::2], strict=True))


def test_the_curve_goes_on_in_height_and_slope(engine: TextEngine) -> None:
    made = row(sheets(engine, with_steps("Form", "X-ray", "Called in")))
    assert len(made) == 4
    for left, right in pairwise(made):
        x, y, slope = end(left, right=True)
        next_x, next_y, next_slope = end(right, right=False)
        assert x == pytest.approx(left.width_pt - MARGIN)
        assert next_x == pytest.approx(MARGIN)
        assert y == pytest.approx(next_y)
        assert slope == pytest.approx(next_slope)
    slopes = [end(sheet, right=True)[2] for sheet in made[:-1]]
    assert max(map(abs, slopes)) > 0.05  # it does not merely lie flat between sheets


def test_a_face_stands_on_the_curve_with_its_number(engine: TextEngine) -> None:
    (first, *_rest) = row(sheets(engine, practice()))
    face = by_key(first.drawing)["feeling:review"]
    assert text_of(face) == "+2"
    assert end(first, right=False)[:2] == pytest.approx((face.box.x, face.box.y))


def test_a_step_without_a_feeling_says_so(engine: TextEngine) -> None:
    (_first, second, *_rest) = row(sheets(engine, with_steps("Form")))
    assert text_of(by_key(second.drawing)["feeling:more0"]) == "No feeling yet"


def test_the_worst_pain_stands_with_its_mark(engine: TextEngine) -> None:
    worse = Card("w", lane="pain", touchpoint="review", text="Wrong", severity=Severity.CRITICAL)
    (first, *_rest) = row(sheets(engine, changed(practice(), worse)))
    assert text_of(by_key(first.drawing)["pain:review"]) == "C\nWrong"
    assert text_of(by_key(first.drawing)["pain:page"]) == "Nothing noted"


def test_no_owner_score_or_work_behind_the_scenes_is_on_the_wall(engine: TextEngine) -> None:
    hung = " ".join(words_on(sheet) for sheet in sheets(engine, practice()))
    for words in ("Front desk", "Manager", "7.4", "Long slots fill", "Looks for a slot"):
        assert words not in hung


def test_ideas_are_printed_as_what_and_rows_stay_empty(engine: TextEngine) -> None:
    third = row(sheets(engine, practice()))[2]
    groups = by_key(third.drawing)
    assert text_of(groups["idea:hold"]) == "Hold slots for agreed dates"
    assert "row:0" in groups


def test_ideas_for_a_stage_have_their_plan_and_what_is_done_is_gone() -> None:
    snapshot = practice()
    lane = next(x.id for x in snapshot.table(Lane).values() if x.kind == LaneKind.IDEA)
    arrive = queries.touchpoints(snapshot, "arrive")[0].id
    snapshot = changed(
        snapshot,
        Participant("mara", "Mara"),
        Card("clock", lane=lane, stage="arrive", text="Hang a clock"),
        Plan("hang", "Hang it", card="clock", owner="mara", due="2026-05-20"),
        Card("bell", lane=lane, touchpoint=arrive, text="Buy a bell"),
        Plan("bought", "Buy it", card="bell", touchpoint=arrive),
        PlanEvent("closed", "bought", PlanTurn.CLOSED, "2026-05-01"),
    )
    stage = next(one for one in gathered(snapshot, "map", None) if one.id == "arrive")
    assert Idea("clock", "", "Hang a clock", "Mara", "2026-05-20") in stage.ideas
    assert "Buy a bell" not in [idea.text for idea in stage.steps[0].ideas]


def test_a_long_text_goes_on_a_sheet_to_hang_below_and_nothing_is_cut(engine: TextEngine) -> None:
    long = Card("l", lane="pain", touchpoint="review", text=A_COMPLAINT, severity=Severity.HIGH)
    made = sheets(engine, changed(practice(), long))
    assert [sheet.key for sheet in made][:3] == [
        "stage:learn:1",
        "stage:learn:1:1",
        "stage:arrive:1",
    ]
    assert "All of it is on sheet 2" in words_on(made[0])
    assert "Hang this below sheet 1" in words_on(made[1])
    assert words_on(made[1]).count("three questions again.") == 40
    assert "Sheet 2 of 4" in words_on(made[1])


def test_a_long_name_is_kept_whole_and_large(engine: TextEngine) -> None:
    name = "Waiting for the examination and for the plan that follows from it " * 3
    made = sheets(engine, with_steps(name.strip()))
    assert " ".join(name.split()) in " ".join(words_on(sheet) for sheet in made)
    sizes = [
        shape.run.size
        for sheet in row(made)
        for key, group in by_key(sheet.drawing).items()
        if key.startswith("step:")
        for shape in group.shapes
        if isinstance(shape, Text)
    ]
    assert min(sizes) >= 20


def test_ideas_without_room_go_below(engine: TextEngine) -> None:
    many = [
        Card(f"i{n}", lane="idea", touchpoint="review", text=f"Idea number {n}", position=float(n))
        for n in range(9)
    ]
    made = sheets(engine, changed(practice(), *many))
    both = words_on(made[0]) + words_on(made[1])
    assert all(both.count(f"Idea number {n}") == 1 for n in range(9))
    assert "More of this is on sheet 2" in words_on(made[0])


@pytest.mark.parametrize("on", ["a4", "letter"])
def test_all_stays_on_the_sheet(engine: TextEngine, on: str) -> None:
    snapshot = edited(with_steps("W" * 200, "B"), Stage, "pay", name="Paying and rebooking " * 9)
    snapshot = edited(snapshot, JourneyMap, "map", title="A journey " * 15)
    for sheet in sheets(engine, snapshot, on):
        box = extent(sheet.drawing)
        assert min(box.x, box.y) >= -0.5, sheet.key
        assert box.right <= sheet.width_pt + 0.5, sheet.key
        assert box.bottom <= sheet.height_pt + 0.5, sheet.key


def test_tables_and_bars_keep_their_places(engine: TextEngine) -> None:
    """Any sheet can be replaced by a newer one: bands and bars lie at the same heights."""
    for sheet in row(sheets(engine, with_steps("Form", "X-ray", "Called in"))):
        groups = by_key(sheet.drawing)
        assert (groups["stage"].box.y, groups["stage"].box.bottom) == (BAR_TOP, BAR_BOTTOM)
        assert groups["band"].box == by_key(row(sheets(engine, practice()))[0].drawing)["band"].box
        assert groups["foot"].box.y > TABLE_BOTTOM


def test_large_areas_are_light_in_grey(tokens: Tokens) -> None:
    theme = tokens.theme("print")
    roles = [f"stage.{n}.tint" for n in range(1, 8)]
    for role in (*roles, "emotion_above_zero", "emotion_below_zero"):
        colour = theme.colour(role)
        red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        assert 0.299 * red + 0.587 * green + 0.114 * blue >= 0.89


@pytest.fixture(scope="module")
def tokens() -> Tokens:
    return samples.TOKENS


def test_the_check_line_is_ten_centimetres(engine: TextEngine) -> None:
    foot = by_key(sheets(engine, practice())[0].drawing)["foot"]
    (line,) = (shape for shape in foot.shapes if isinstance(shape, Path))
    start, stop = numbers(line.segments[0])[0], numbers(line.segments[1])[0]
    assert (stop - start) / 72 * 25.4 == pytest.approx(100)


def test_the_summary_names_the_three_worst_places(engine: TextEngine) -> None:
    groups = by_key(sheets(engine, practice())[-1].drawing)
    worst = [key for key in groups if key.startswith("worst:")]
    assert worst == ["worst:rebook", "worst:review", "worst:2"]
    assert "6.1" not in text_of(groups["worst:rebook"])
    assert text_of(groups["worst:rebook"]).split("\n")[:2] == ["Rebooking at the desk", "Full"]
    assert sum(key.startswith("promise:") for key in groups) == 3
    assert "Next meeting" in text_of(groups["meeting"])


def test_the_example_says_that_it_is_one(engine: TextEngine) -> None:
    made = sheets(engine, edited(practice(), Project, "project", example=True))
    assert all("EXAMPLE" in words_on(sheet) for sheet in made)


def test_a_map_without_stages_says_what_to_do(engine: TextEngine) -> None:
    empty = changed(practice(), JourneyMap("other", title="Other", position=1.0))
    with pytest.raises(UserError) as error:
        wall_sheets(empty, "other", setting(engine), paper("a4"), TODAY)
    assert str(error.value.hint) == "Add a stage and a step to the map first."


def test_a_change_elsewhere_leaves_the_other_sheets_alone(engine: TextEngine) -> None:
    before = sheets(engine, practice())
    feeling = practice().table(Feeling)["anna-rebook"]
    after = sheets(engine, edited(practice(), Feeling, feeling.id, value=-1))
    same = [a.drawing == b.drawing for a, b in zip(before, after, strict=True)]
    assert same == [True, False, False, False]
