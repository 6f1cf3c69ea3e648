"""A sheet with everything that a display list can hold, and what it takes to write it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path as FilePath

from PIL import Image

from journeymapper.app import resources
from journeymapper.domain.message import _
from journeymapper.drawing.display_list import (
    Box,
    Drawing,
    Group,
    Icon,
    Path,
    Picture,
    Reading,
    Rect,
    Shape,
    Text,
)
from journeymapper.drawing.icons import IconSet
from journeymapper.drawing.map.sheet import Bookmark, Sheet
from journeymapper.drawing.tokens import Tokens
from journeymapper.export.job import Job
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from journeymapper.text.start import start

RESOURCES = resources.find()
TOKENS = Tokens.load(RESOURCES.tokens)
ICONS = IconSet.load(RESOURCES.icons)

CARDS = (
    "Ask for an appointment by phone",
    "Office waffle affliction",
    "Đặt lịch hẹn",
    "Ελληνικά και Русский",
    "happy 😀 旅 end",
    "x\u0301 combining",
    "{braces} <b>&amp; (parentheses) \\",
)
RTL_CARDS = ("مرحبا بالعالم", "שלום עולם", "می\u200cخواهم یک وقت", "لا إله إلا الله")


def texts(
    engine: TextEngine, text: str, style: str, width: float, x: float, y: float
) -> tuple[Text, ...]:
    block = engine.block(text, TOKENS.style(style), width)
    return tuple(Text(run, x, y) for line in block.lines for run in line.runs)


def card(engine: TextEngine, key: str, text: str, x: float, y: float) -> Group:
    shapes: tuple[Shape, ...] = (
        Rect(Box(0, 0, 130, 60), fill="surface", stroke="line_strong", radius=8),
        Icon("phone", 108, 6, 16),
        *texts(engine, text, "body", 96, 8, 6),
    )
    return Group(key, Box(x, y, 130, 60), shapes, reading=Reading.TEXT)


def sheet(engine: TextEngine, cards: tuple[str, ...] = CARDS, title: str = "Visit") -> Sheet:
    """A sheet of 600 x 400 points."""
    groups = [
        Group("ground", Box(0, 0, 600, 400), (Rect(Box(0, 0, 600, 400), "canvas"),), layer=-1),
        Group(
            "title",
            Box(20, 10, 400, 30),
            texts(engine, "A dental visit", "title", 400, 0, 0),
            reading=Reading.TITLE,
        ),
    ]
    groups += [
        card(engine, f"card:{i}", text, 20 + i % 4 * 140, 60 + i // 4 * 80)
        for i, text in enumerate(cards)
    ]
    curve = (("M", 0, 50), ("C", 80, 0, 120, 0, 160, 30), ("L", 300, 10))
    shapes = (
        Rect(Box(0, 0, 300, 60), fill="emotion_above_zero"),
        Path(curve, stroke="persona_1", width=2.25, round_ends=True),
        Path((("M", 0, 20), ("L", 300, 20)), stroke="text_tertiary", dash=(2, 3)),
    )
    alt = _("The feeling of {name} rises.", name="Anna")
    groups.append(Group("curve", Box(20, 310, 300, 60), shapes, reading=Reading.FIGURE, alt=alt))
    pictures = (Picture("photo", Box(0, 0, 60, 60)), Picture("mask", Box(60, 0, 60, 60)))
    groups.append(
        Group("picture", Box(340, 310, 120, 60), pictures, reading=Reading.FIGURE, alt=_("Anna"))
    )
    marks = (Bookmark(title, 0, 0.0), Bookmark("First (stage)", 1, 60.0))
    return Sheet(Drawing(600, 400, tuple(groups)), 600, 400, title, marks)


def without(sheet: Sheet, key: str) -> Sheet:
    groups = tuple(group for group in sheet.drawing.groups if group.key != key)
    return replace(sheet, drawing=replace(sheet.drawing, groups=groups))


def picture(name: str) -> bytes:
    """A photo with a place in it, a picture with a hole, or something that is no picture."""
    file = io.BytesIO()
    if name == "photo":
        image = Image.new("RGB", (300, 200), (200, 40, 40))
        exif = Image.Exif()
        exif[0x010E] = "SECRET PLACE"
        image.save(file, "JPEG", exif=exif)
    elif name == "mask":
        Image.new("RGBA", (40, 80), (0, 0, 255, 0)).save(file, "PNG")
    else:
        return b"GIF89a but not really"
    return file.getvalue()


def job(*sheets: Sheet, title: str = "Visit", pictures: Callable[[str], bytes] = picture) -> Job:
    return Job(
        sheets=sheets,
        theme=TOKENS.theme("print"),
        icons=ICONS,
        fonts_dir=RESOURCES.fonts,
        pictures=pictures,
        catalogue=ENGLISH,
        title=title,
        language="en",
    )


def sample_engine(fonts: FilePath = RESOURCES.fonts) -> TextEngine:
    return start(fonts)
