"""Static "Journey Sans" fonts, cut from the variable Noto Sans fonts.

Each file holds TrueType outlines for one weight, with its own family, style and PostScript name,
so that Qt, PDF and the system never mix it up with an installed Noto Sans. Kerning, ligatures and
mark placement (GPOS, GSUB) stay. The bytes depend only on the locked packages.
"""

import importlib.resources
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

import font_symbols

_LATIN = ("fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf")
_ARABIC = ("justmytype_intl_rtl", "fonts/ofl/notosansarabic/NotoSansArabic[wdth,wght].ttf")
_HEBREW = ("justmytype_intl_rtl", "fonts/ofl/notosanshebrew/NotoSansHebrew[wdth,wght].ttf")

STYLES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}

_KEPT_NAMES = {0, 5, 13, 14}  # copyright, version, licence, licence address
_REGULAR, _BOLD, _ITALIC = 1 << 6, 1 << 5, 1  # OS/2 fsSelection
_VARIATION_TABLES = ("STAT", "avar", "HVAR", "MVAR", "cvar", "DSIG")
_MODIFIED = 3_800_000_000  # seconds since 1904: one fixed day, so that the bytes never change


@dataclass(frozen=True, slots=True)
class Face:
    """One font file to make. ``width`` is the wdth axis in per cent of normal."""

    family: str
    weight: int
    width: float
    source: tuple[str, str]

    @property
    def postscript(self) -> str:
        """The PostScript name, unique among all faces."""
        return f"{self.family.replace(' ', '')}-{STYLES[self.weight]}"

    @property
    def file_name(self) -> str:
        """The file's name in the fonts folder."""
        return f"{self.family.lower().replace(' ', '-')}-{self.weight}.ttf"


FACES = (
    *(Face("Journey Sans", weight, 100, _LATIN) for weight in (400, 500, 600, 700)),
    *(Face("Journey Sans Condensed", weight, 75, _LATIN) for weight in (400, 600)),
    *(Face("Journey Sans Arabic", weight, 100, _ARABIC) for weight in (400, 600)),
    *(Face("Journey Sans Hebrew", weight, 100, _HEBREW) for weight in (400, 600)),
)


def write_face(face: Face, folder: Path) -> None:
    """Write the static font of ``face`` into ``folder``."""
    package, path = face.source
    with importlib.resources.as_file(importlib.resources.files(package) / path) as source:
        font = TTFont(source, recalcTimestamp=False)
        instancer.instantiateVariableFont(
            font, {"wght": face.weight, "wdth": face.width}, inplace=True
        )
        for table in _VARIATION_TABLES:
            if table in font:
                del font[table]
        if face.source == _LATIN:
            font_symbols.add_symbols(font)
        _name(font, face)
        font.save(folder / face.file_name)


def _name(font: TTFont, face: Face) -> None:
    style = STYLES[face.weight]
    ribbi = style in {"Regular", "Bold"}
    full = f"{face.family} {style}"
    names = {
        1: face.family if ribbi else full,
        2: style if ribbi else "Regular",
        3: f"journeymapper:{face.postscript}",
        4: full,
        6: face.postscript,
    }
    if not ribbi:
        names |= {16: face.family, 17: style}
    table: Any = font["name"]
    used = _feature_names(font)
    table.names = [
        record
        for record in table.names
        if record.nameID in used or (record.nameID in _KEPT_NAMES and record.platformID == 3)
    ]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)
    os2: Any = font["OS/2"]
    os2.usWeightClass = face.weight
    os2.usWidthClass = 5  # the family name tells the width; Qt must not stretch it once more
    os2.fsSelection &= ~(_REGULAR | _BOLD | _ITALIC)
    os2.fsSelection |= _BOLD if style == "Bold" else _REGULAR
    head: Any = font["head"]
    head.macStyle = 1 if style == "Bold" else 0
    head.created = head.modified = _MODIFIED


def _feature_names(font: TTFont) -> set[int]:
    """Return the name records that stylistic sets and character variants point to."""
    used: set[int] = set()
    for tag in ("GSUB", "GPOS"):
        layout: Any = font[tag].table
        features = layout.FeatureList.FeatureRecord if layout.FeatureList else []
        for record in features:
            params = record.Feature.FeatureParams
            for field in ("UINameID", "FeatUILabelNameID", "SubfamilyNameID"):
                used.add(getattr(params, field, 0))
    return {name_id for name_id in used if name_id >= 256}
