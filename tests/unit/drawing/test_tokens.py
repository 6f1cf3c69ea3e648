"""The token file is complete, and its colours can be told apart."""

import re

import pytest

from journeymapper.app import resources
from journeymapper.domain.kinds import ChannelKind, LaneKind, Severity
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.theme import Theme, feeling_role
from journeymapper.drawing.tokens import Tokens
from journeymapper.text.runs import TextStyle

RESOURCES = resources.find()
TOKENS = Tokens.load(RESOURCES.tokens)
ICONS = IconSet.load(RESOURCES.icons)
THEMES = ("light", "dark", "high_contrast", "print")
GROUNDS = ("surface", "canvas", "chrome", "sunken")
FEELINGS = range(-5, 6)
SEVERITIES = [severity for severity in Severity if severity != Severity.UNRATED]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(theme: Theme, front: str, back: str) -> float:
    """The WCAG contrast of two roles."""
    a, b = luminance(theme.colour(front)), luminance(theme.colour(back))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)


def too_weak(theme: Theme, pairs: list[tuple[str, str]], least: float) -> list[str]:
    return [
        f"{front} on {back}: {contrast(theme, front, back):.2f}"
        for front, back in pairs
        if contrast(theme, front, back) < least
    ]


def test_the_contrast_is_computed_as_the_standard_says() -> None:
    theme = Theme("x", {})
    assert contrast(theme, "#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast(theme, "#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_text_can_be_read(name: str) -> None:
    theme = TOKENS.theme(name)
    texts = ("text", "text_secondary", "text_tertiary", "accent", "good", "warn")
    personas = ("persona_1", "persona_2", "persona_3")
    pairs = [(text, ground) for text in (*texts, *personas) for ground in GROUNDS]
    pairs += [("on_accent", "accent"), ("accent", "accent_soft"), ("text", "accent_soft")]
    pairs += [("good", "good_soft"), ("warn", "warn_soft")]
    pairs += [("text_secondary", half) for half in ("emotion_above_zero", "emotion_below_zero")]
    pairs += [(f"stage.{i}.ink", f"stage.{i}.tint") for i in range(1, 8)]
    pairs += [(f"stage.{i}.ink", "surface") for i in range(1, 8)]
    pairs += [(f"severity.{s}.letter", f"severity.{s}.fill") for s in SEVERITIES]
    pairs += [("text", f"severity.{s}.soft") for s in SEVERITIES]
    pairs += [(feeling_role(value, "number"), feeling_role(value)) for value in FEELINGS]
    assert too_weak(theme, pairs, 4.5) == []


@pytest.mark.parametrize("name", THEMES)
def test_shapes_can_be_seen(name: str) -> None:
    theme = TOKENS.theme(name)
    pairs = [("control_border", ground) for ground in GROUNDS]
    pairs += [("focus", ground) for ground in GROUNDS]
    pairs += [("text_secondary", ground) for ground in GROUNDS]
    pairs += [
        (f"severity.{s}.fill", ground) for s in SEVERITIES for ground in ("surface", "canvas")
    ]
    pairs += [(f"severity.{s}.fill", f"severity.{s}.soft") for s in SEVERITIES]
    pairs += [(f"owner.{i}", "surface") for i in range(6)]
    for value in FEELINGS:
        half = "emotion_below_zero" if value < 0 else "emotion_above_zero"
        pairs += [(feeling_role(value), "surface"), (feeling_role(value), half)]
    assert too_weak(theme, pairs, 3.0) == []


def test_every_theme_has_the_same_roles() -> None:
    assert TOKENS.themes() == THEMES
    roles = [TOKENS.theme(name).roles() for name in THEMES]
    assert all(found == roles[0] for found in roles)


def test_colours_begin_again_where_there_are_more_stages_than_colours() -> None:
    theme = TOKENS.theme("light")
    assert theme.colour("stage.8.ink") == theme.colour("stage.1.ink")
    assert theme.colour("stage.21.tint") == theme.colour("stage.7.tint")
    assert theme.colour("owner.6") == theme.colour("owner.0")


def test_a_colour_stands_for_itself_and_an_unknown_role_is_an_error() -> None:
    theme = TOKENS.theme("light")
    assert theme.colour("#abcdef") == "#ABCDEF"
    for role in ("nothing", "stage.x.ink", "#abc", "emotion.m6.fill"):
        with pytest.raises(KeyError):
            theme.colour(role)


def test_feelings_have_roles_from_minus_five_to_plus_five() -> None:
    assert feeling_role(-4) == "emotion.m4.fill"
    assert feeling_role(0) == "emotion.z0.fill"
    assert feeling_role(5, "number") == "emotion.p5.number"


@pytest.mark.parametrize("kind", LaneKind)
def test_every_row_has_a_label_a_height_and_an_icon(kind: LaneKind) -> None:
    assert TOKENS.lane_label(kind)
    assert TOKENS.lane_height(kind) >= 24
    assert TOKENS.lane_icon(kind) in ICONS


def test_every_icon_that_is_named_is_there() -> None:
    named = [TOKENS.channel_icon(key) for key in (*ChannelKind, "phone", "sms", "unheard of")]
    named += [
        icon for table in ("place", "lane", "storage", "action") for icon in TOKENS.icons(table)
    ]
    assert [name for name in named if name not in ICONS] == []


def test_styles_and_lengths() -> None:
    assert TOKENS.style("body") == TextStyle(12, 16, 400)
    assert TOKENS.style("card_name", "condensed") == TextStyle(12, 15, 600, "condensed")
    assert TOKENS.projector_style("clock").weight == 600
    assert TOKENS.size("lane_title") == 112
    assert TOKENS.stroke("icon") == 1.75
    assert TOKENS.dash("curve_secondary") == (5, 4)
    assert TOKENS.dash("curve_primary") == ()
    assert TOKENS.radius("card") == 8
    assert TOKENS.space(2) == 8
    assert TOKENS.print_size("minimum") == 6.5
    assert TOKENS.wall_size("stage") == 31
    assert TOKENS.severity("critical") == ("C", "octagon")


def test_no_text_on_screen_is_smaller_than_eleven_pixels() -> None:
    assert [name for name in TOKENS.styles() if TOKENS.style(name).size < 11] == []


def test_icons_stay_on_their_grid() -> None:
    for name in ICONS.names():
        segments = ICONS.segments(name)
        assert segments[0][0] == "M"
        values = [float(value) for segment in segments for value in segment[1:]]
        assert all(-0.5 <= value <= 24.5 for value in values), name


def test_an_icon_that_is_missing_is_a_square() -> None:
    assert "no such icon" not in ICONS
    assert ICONS.segments("no such icon")[-1] == ("Z",)


def test_apostrophes_are_curved_in_all_words_of_our_own() -> None:
    files = [
        RESOURCES.tokens,
        *RESOURCES.templates.glob("*.toml"),
        *RESOURCES.examples.glob("*.toml"),
    ]
    assert len(files) > 3
    for path in files:
        straight = re.findall(r"\w'\w*", path.read_text(encoding="utf-8"))
        assert not straight, path.name
