"""The text engine breaks and shapes any text, everywhere in the same way."""

import string
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from journeymapper.text import engine as engine_module
from journeymapper.text.engine import TextEngine
from journeymapper.text.runs import TextBlock, TextStyle

BODY = TextStyle(12, 16)
TEXTS = {
    "latin": "Ask for an appointment by phone, or on the web if you can.",
    "ligatures": "Office waffle affliction, first flight",
    "german": "Krankenversicherungskarteneinlesegerät für Überweisungen",
    "vietnamese": "Đặt lịch hẹn khám răng: tiếng Việt có nhiều dấu",
    "greek": "Καλημέρα σας, πώς μπορώ να βοηθήσω;",
    "cyrillic": "Запишитесь на приём по телефону, їжак і ґанок",
    "hebrew": "שלום עולם, מה שלומך היום?",
    "arabic": "مرحبا بالعالم، كيف يمكنني أن أساعدك؟",
    "persian": "می\u200cخواهم یک وقت بگیرم",
    "mixed": "Persona مرحبا بالعالم 12 (שלום) Tiếng Việt",
    "rtl with latin": "שלום 12 abc (def) עולם",
    "marks": "x\u0301 ȩ\u0301 a\u0308\u0301 \u0301",
    "missing": "happy 😀 旅程 👩\u200d👩\u200d👧 end",
    "spaces": "  two  spaces   at  the end  ",
}


def placed_text(block: TextBlock) -> str:
    return "".join(run.text for line in block.lines for run in line.runs)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_line_is_wider_than_asked_and_no_text_is_lost(engine: TextEngine, text: str) -> None:
    block = engine.block(text, BODY, 60)
    assert "".join(line.text for line in block.lines) == text
    assert placed_text(block) == text
    assert max(line.width for line in block.lines) <= 60.05
    assert block.width == max(line.width for line in block.lines)
    assert block.height == 16 * len(block.lines)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_runs_are_in_logical_order(engine: TextEngine, text: str) -> None:
    for line in engine.block(text, BODY, 90).lines:
        assert "".join(run.text for run in line.runs) == line.text
        for run in line.runs:
            assert list(run.clusters) == sorted(run.clusters)
            assert run.clusters[0] == 0
            assert run.clusters[-1] < len(run.text)
            assert len(run.glyphs) == len(run.xs) == len(run.ys) == len(run.clusters)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_glyphs_lie_inside_their_line(engine: TextEngine, text: str) -> None:
    for width in (70, None):
        block = engine.block(text, BODY, width)
        for line in block.lines:
            for run in line.runs:
                assert min(run.xs) >= line.x - 1.0
                assert max(run.xs) <= line.x + line.width + 0.05


def test_words_stay_whole_where_they_fit(engine: TextEngine) -> None:
    block = engine.block("ask for an appointment", BODY, 80)
    assert [line.text.strip() for line in block.lines] == ["ask for an", "appointment"]


def test_a_very_long_word_breaks_anywhere(engine: TextEngine) -> None:
    block = engine.block("x" * 10_000, BODY, 99)
    assert len(block.lines) > 500
    assert placed_text(block) == "x" * 10_000


def test_a_huge_paragraph_has_no_wrapped_positions(engine: TextEngine) -> None:
    block = engine.block("W" * 300_000, BODY)
    for line in block.lines:
        assert all(run.xs == tuple(sorted(run.xs)) for run in line.runs)
    assert placed_text(block) == "W" * 300_000


def test_an_empty_text_is_one_empty_line(engine: TextEngine) -> None:
    block = engine.block("", BODY, 99)
    assert [line.runs for line in block.lines] == [()]
    assert block.height == 16


def test_line_ends_begin_new_lines(engine: TextEngine) -> None:
    block = engine.block("a\r\nb\n\nc\u2028d", BODY)
    assert [line.text for line in block.lines] == ["a", "b", "", "c", "d"]
    baselines = [line.baseline for line in block.lines]
    assert [b - baselines[0] for b in baselines] == pytest.approx([0, 16, 32, 48, 64])


def test_a_measured_text_fits_its_own_width(engine: TextEngine) -> None:
    for text in TEXTS.values():
        width = engine.text_width(text, BODY)
        assert len(engine.block(text.rstrip(), BODY, width).lines) == 1


def test_positions_scale_with_the_size(engine: TextEngine) -> None:
    small = engine.block(TEXTS["latin"], TextStyle(10, 14), 80)
    large = engine.block(TEXTS["latin"], TextStyle(30, 42), 240)
    assert [line.text for line in small.lines] == [line.text for line in large.lines]
    for a, b in zip(small.lines, large.lines, strict=True):
        assert [x * 3 for x in a.runs[0].xs] == pytest.approx(list(b.runs[0].xs), abs=1e-3)


def test_alignment_follows_the_direction_of_the_paragraph(engine: TextEngine) -> None:
    def left(text: str, align: engine_module.Align) -> float:
        (line,) = engine.block(text, BODY, 200, align).lines
        return line.x

    rest = 200 - engine.text_width("abc", BODY)
    assert left("abc", "start") == 0
    assert left("abc", "end") == pytest.approx(rest)
    assert left("abc", "center") == pytest.approx(rest / 2)
    rest = 200 - engine.text_width("שלום", BODY)
    assert left("שלום", "start") == pytest.approx(rest)
    assert left("שלום", "end") == 0
    assert left("12 שלום", "start") > 0


def test_right_to_left_words_run_leftwards(engine: TextEngine) -> None:
    (line,) = engine.block("abc שלום def", BODY).lines
    hebrew = next(run for run in line.runs if "ש" in run.text)
    letters = hebrew.xs[: len("שלום")]
    assert list(letters) == sorted(letters, reverse=True)
    last = line.runs[-1]
    assert last.text.strip() == "def"
    assert last.xs[-1] > max(letters)


def test_arabic_is_joined(engine: TextEngine) -> None:
    joined = engine.block("بب", BODY).lines[0].runs[0].glyphs
    alone = engine.block("ب", BODY).lines[0].runs[0].glyphs
    assert joined != alone + alone


def test_each_style_has_its_own_face(engine: TextEngine) -> None:
    def font(style: TextStyle, text: str = "a") -> str:
        return engine.block(text, style).lines[0].runs[0].font

    assert font(TextStyle(12, 16, 400)) == "JourneySans-Regular"
    assert font(TextStyle(12, 16, 500)) == "JourneySans-Medium"
    assert font(TextStyle(12, 16, 700)) == "JourneySans-Bold"
    assert font(TextStyle(12, 16, 600, "condensed")) == "JourneySansCondensed-SemiBold"
    assert font(TextStyle(12, 16, 700), "ש") == "JourneySansHebrew-SemiBold"
    assert font(TextStyle(12, 16, 400), "ب") == "JourneySansArabic-Regular"


def test_missing_characters_show_a_box_and_are_told(engine: TextEngine) -> None:
    (line,) = engine.block("a😀b旅c", BODY).lines
    assert [run.glyphs.count(0) for run in line.runs] == [2]
    assert line.runs[0].clusters == (0, 1, 2, 3, 4)
    assert engine.missing("a😀b旅c😀") == ("😀", "旅")


@pytest.mark.parametrize("name", ["latin", "vietnamese", "greek", "cyrillic", "hebrew", "arabic"])
def test_nothing_is_missing_for_the_scripts_we_promise(engine: TextEngine, name: str) -> None:
    assert engine.missing(TEXTS[name]) == ()
    runs = [run for line in engine.block(TEXTS[name], BODY, 99).lines for run in line.runs]
    assert all(0 not in run.glyphs for run in runs)


@pytest.mark.parametrize(
    "text",
    [
        *(chr(code) for code in range(0x20)),
        *"\x7f\x85\xa0\xad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202e\u2066",
        *"\u2060\ufe0f\ufeff\ufffc\ufffd\ufffe\uffff\u0301\u0e33\U000e0041\U0010ffff",
        "\ud800",
        "a\udfffb",
        "\u202eabc",
        "ש\u0591\u0591\u0591",
        "\u200d\u200d😀\u200d",
        "a\u0301" * 50,
        string.printable,
    ],
    ids=ascii,
)
def test_no_character_makes_it_fail(engine: TextEngine, text: str) -> None:
    for width in (None, 1.0, 40.0):
        block = engine.block(f"a{text}b", BODY, width)
        shown = placed_text(block)
        assert shown.startswith("a")
        assert shown.endswith("b")
    engine.block(text, BODY, 40)
    engine.missing(text)


def test_marks_without_a_shape_leave_the_places_of_others_right(engine: TextEngine) -> None:
    (line,) = engine.block("soft\u00adhyphen ab\u200ecd", BODY).lines
    assert line.text == "softhyphen ab\u200ecd"
    (run,) = line.runs
    letters = [run.text[cluster] for cluster in run.clusters]
    assert "".join(letters) == "softhyphen abcd"


def test_a_broken_line_ends_with_a_space_for_readers(engine: TextEngine) -> None:
    block = engine.block("ask for an appointment", BODY, 80)
    run = block.lines[0].runs[-1]
    assert run.text[run.clusters[-1]] == " "
    assert run.xs[-1] == pytest.approx(block.lines[0].width, abs=1e-3)


def fingerprint(engine: TextEngine) -> str:
    return repr([engine.block(text, BODY, 77) for text in TEXTS.values()])


_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from journeymapper.text.start import start
from tests.unit.text.test_engine import fingerprint
sys.stdout.reconfigure(encoding="utf-8")
print(fingerprint(start(Path(sys.argv[1]))))
"""


@pytest.mark.usefixtures("qapp")
def test_blocks_are_equal_in_three_processes_and_a_thread(fonts_dir: Path) -> None:
    here = fingerprint(TextEngine(fonts_dir))
    for _ in range(2):
        there = subprocess.run(
            [sys.executable, "-c", _IN_ANOTHER_PROCESS, str(fonts_dir)],
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        assert there.stdout.strip() == here
    results: list[str] = []
    engine = TextEngine(fonts_dir)
    threads = [
        threading.Thread(target=lambda: results.append(fingerprint(engine))) for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [here, here]


def test_the_same_block_is_made_once(engine: TextEngine) -> None:
    assert engine.block("once", BODY, 50) is engine.block("once", BODY, 50)


@pytest.mark.usefixtures("qapp")
def test_old_blocks_are_let_go(fonts_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "_KEPT_GLYPHS", 200)
    engine = TextEngine(fonts_dir)
    first = engine.block("the very first text", BODY)
    for i in range(50):
        engine.block(f"text number {i}", BODY)
    assert engine.block("text number 49", BODY) is engine.block("text number 49", BODY)
    again = engine.block("the very first text", BODY)
    assert again == first
    assert again is not first
