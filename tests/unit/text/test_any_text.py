"""Whatever the text, the engine takes it and keeps it."""

import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from journeymapper.text.engine import Align, TextEngine
from journeymapper.text.plain import paragraphs
from journeymapper.text.runs import TextStyle

ALPHABET = st.one_of(
    st.characters(),
    st.sampled_from(
        "aAé1 \n\t-.()اللהשלוםبتث\u0301\u064e\u200d\u200e\u200f\u2067\u2069ị😀旅\u00ad"
    ),
)
TEXTS = st.text(ALPHABET, max_size=60)
STYLES = st.builds(
    TextStyle,
    size=st.sampled_from([6.5, 12, 13, 46.25]),
    line=st.just(16.0),
    weight=st.sampled_from([100, 400, 500, 600, 700, 900]),
    family=st.sampled_from(["sans", "condensed"]),
)
WIDTHS = st.one_of(st.none(), st.floats(0, 400))


@given(TEXTS, STYLES, WIDTHS, st.sampled_from(["start", "center", "end"]))
@example("\u0301", TextStyle(12, 16), 0.0, "start")
def test_all_text_is_kept_and_in_place(
    engine: TextEngine, text: str, style: TextStyle, width: float | None, align: Align
) -> None:
    block = engine.block(text, style, width, align)
    wanted = paragraphs(text)
    assert "".join(line.text for line in block.lines) == "".join(wanted)
    for line in block.lines:
        shown = "".join(run.text for run in line.runs)
        assert line.text.startswith(shown) or all(
            unicodedata.category(c) in {"Cf", "Zs"} for c in line.text.replace(shown, "", 1)
        )
        for run in line.runs:
            assert run.glyphs
            assert len(run.glyphs) == len(run.xs) == len(run.ys) == len(run.clusters)
            assert list(run.clusters) == sorted(run.clusters)
            assert 0 <= run.clusters[0] <= run.clusters[-1] < len(run.text)
    engine.missing(text)
