"""Pictures from outside are looked at, cleaned and made small before they are kept."""

import io
import zlib

import pytest
from PIL import Image

from journeymapper.domain.errors import UserError
from journeymapper.importing.pictures import LARGEST_FILE, SIDE, read_picture


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_the_usual_kinds_can_be_used(kind: str) -> None:
    found = read_picture(saved(Image.new("RGB", (30, 20), "green"), kind))
    assert opened(found.content).size == (30, 20)
    assert found.media_type == ("image/jpeg" if kind == "JPEG" else "image/png")


def test_a_photo_is_turned_upright_and_loses_where_it_was_taken() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    exif[0x010E] = "Behind the house"
    exif.get_ifd(0x8825)[1] = "N"
    data = saved(Image.new("RGB", (40, 20), "white"), "JPEG", exif=exif, comment=b"secret")
    content = read_picture(data).content
    image = opened(content)
    assert image.size == (20, 40)
    assert not image.getexif()
    assert b"secret" not in content
    assert b"Behind" not in content


def test_transparent_parts_stay_transparent() -> None:
    image = opened(read_picture(saved(Image.new("RGBA", (4, 4), (0, 0, 0, 0)), "WEBP")).content)
    assert image.mode == "RGBA"
    assert image.getpixel((1, 1)) == (0, 0, 0, 0)


def test_a_large_picture_is_kept_small() -> None:
    data = saved(Image.new("L", (4 * SIDE, SIDE)), "PNG")
    assert opened(read_picture(data).content).size == (SIDE, SIDE // 4)


def a_bomb(width: int, height: int) -> bytes:
    """A small PNG that says it is very large."""
    data = bytearray(saved(Image.new("1", (8, 8)), "PNG"))
    data[16:24] = width.to_bytes(4, "big") + height.to_bytes(4, "big")
    data[29:33] = zlib.crc32(bytes(data[12:29])).to_bytes(4, "big")
    return bytes(data)


@pytest.mark.parametrize("size", [(10_000, 5_001), (60_000, 60_000)])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(
    size: tuple[int, int],
) -> None:
    with pytest.raises(UserError, match="50 million pixels at most"):
        read_picture(a_bomb(*size))


def test_a_file_that_is_far_too_large_is_refused() -> None:
    with pytest.raises(UserError, match="too large"):
        read_picture(bytes(LARGEST_FILE + 1))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        saved(Image.new("RGB", (9, 9)), "BMP"),
        saved(Image.new("RGB", (99, 99)), "PNG")[:80],
    ],
    ids=["empty", "text", "eps", "svg", "bmp", "cut off"],
)
def test_what_is_no_picture_gets_one_sentence(data: bytes) -> None:
    with pytest.raises(UserError, match="no picture that can be read"):
        read_picture(data)
