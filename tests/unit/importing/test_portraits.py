"""Portraits: the square that is kept of a photo, and photos of telephones."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from journeymapper.domain.errors import UserError
from journeymapper.importing.pictures import read_picture
from journeymapper.importing.portraits import LEAST, SIDE, Square, cut_square, fitted, middle


def photo(kind: str, size: tuple[int, int] = (300, 200), turned: int = 1) -> bytes:
    """The left half red, the right half blue."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    exif = Image.Exif()
    exif[0x0112] = turned
    exif[0x010F] = "Camera"
    file = io.BytesIO()
    image.save(file, kind, exif=exif, **({"quality": 95} if kind == "JPEG" else {}))
    return file.getvalue()


def pixel(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    return tuple(image.convert("RGB").crop((x, y, x + 1, y + 1)).tobytes())


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_the_square_that_was_chosen_is_kept(kind: str) -> None:
    cut = cut_square(read_picture(photo(kind)), Square(1.0, 0.0, 0.5))
    image = Image.open(io.BytesIO(cut.content))
    assert (image.format, image.size) == (kind, (100, 100))
    red, _green, blue = pixel(image, 50, 50)
    assert blue > 200
    assert red < 60
    assert not image.getexif()


def test_a_turned_photo_is_cut_as_it_is_seen() -> None:
    """Orientation 6: the red half is above when the photo is upright."""
    upright = read_picture(photo("JPEG", turned=6))
    top = Image.open(io.BytesIO(cut_square(upright, Square(0, 0, 0.5)).content))
    foot = Image.open(io.BytesIO(cut_square(upright, Square(0, 1, 0.5)).content))
    assert pixel(top, 50, 40)[0] > 200
    assert pixel(foot, 50, 60)[2] > 200


def test_a_large_photo_becomes_small() -> None:
    cut = cut_square(read_picture(photo("JPEG", (1500, 1600))), middle(1500, 1600))
    assert Image.open(io.BytesIO(cut.content)).size == (SIDE, SIDE)


@pytest.mark.parametrize("square", [Square(-3, 9, 4), Square(0.9, 0.9, 0.0), Square(0.5, 0.5, 1)])
def test_a_square_never_leaves_the_picture(square: Square) -> None:
    kept = fitted(square, 300, 200)
    side = 200 * kept.side
    assert LEAST <= kept.side <= 1
    assert 0 <= kept.left * 300 <= 300 - side + 1e-9
    assert 0 <= kept.top * 200 <= 200 - side + 1e-9


@pytest.mark.parametrize("brand", [b"heic", b"mif1", b"avif"])
def test_telephone_pictures_are_named_and_the_way_out_is_told(brand: bytes) -> None:
    with pytest.raises(UserError) as caught:
        read_picture(b"\0\0\0\x18ftyp" + brand + b"\0" * 40)
    assert "HEIC" in str(caught.value.message)
    assert "JPEG" in str(caught.value.hint)
