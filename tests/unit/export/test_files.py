"""Files are replaced whole or not at all, and the table of formats is the truth."""

import io
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from journeymapper.domain.errors import UserError
from journeymapper.export import files, png
from journeymapper.export.formats import FORMATS, format_of
from journeymapper.export.pdf import document
from journeymapper.text.engine import TextEngine
from tests.unit.export import samples


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_one_content_goes_to_the_file_itself(tmp_path: Path) -> None:
    out = tmp_path / "map.pdf"
    assert files.write_all(out, [b"one"]) == [out]
    assert out.read_bytes() == b"one"
    assert names(tmp_path) == ["map.pdf"]


def test_several_contents_are_numbered(tmp_path: Path) -> None:
    paths = files.write_all(tmp_path / "map.png", [b"1", b"2"])
    assert [path.name for path in paths] == ["map-1.png", "map-2.png"]
    assert [path.read_bytes() for path in paths] == [b"1", b"2"]


def test_an_old_file_keeps_its_mode_and_links_stay_links(tmp_path: Path) -> None:
    real, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    files.write_all(link, [b"new"])
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_an_old_file_stays_when_the_new_one_cannot_be_put_there(tmp_path: Path) -> None:
    out = tmp_path / "map.png"
    (tmp_path / "map-1.png").write_bytes(b"old")
    (tmp_path / "map-2.png").mkdir()
    with pytest.raises(UserError, match="could not be written"):
        files.write_all(out, [b"1", b"2"])
    assert names(tmp_path) == ["map-1.png", "map-2.png"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "is a folder"),
        ("not/there/map.pdf", "does not exist"),
        ("x" * 300 + ".pdf", "could not be written"),
    ],
)
def test_a_wrong_place_is_told(tmp_path: Path, name: str, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence):
        files.write_all(tmp_path / name, [b"x"])


def test_the_suffix_tells_the_format() -> None:
    assert format_of(Path("a.PDF")) is FORMATS[".pdf"]
    with pytest.raises(UserError) as raised:
        format_of(Path("a.docx"))
    assert str(raised.value.hint) == "End the name with one of .pdf, .png, .svg."
    with pytest.raises(UserError):
        format_of(Path("pdf"))


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_can_be_written(engine: TextEngine, suffix: str) -> None:
    form = FORMATS[suffix]
    assert form.suffix == suffix
    sheets = [samples.sheet(engine), samples.sheet(engine, samples.RTL_CARDS)]
    contents = form.files(samples.job(*sheets))
    assert len(contents) == (2 if form.several else 1)
    starts = {".pdf": b"%PDF-1.7", ".png": b"\x89PNG", ".svg": b"<?xml"}
    assert all(content.startswith(starts[suffix]) for content in contents)


def test_pictures_are_as_fine_as_asked(engine: TextEngine, tmp_path: Path) -> None:
    (pdf,) = document.files(samples.job(samples.sheet(engine)))
    (path,) = png.write_png(pdf, tmp_path / "a.png", scale=1.5)
    with Image.open(path) as image:
        assert image.size == (900, 600)
        assert [round(dpi) for dpi in image.info["dpi"]] == [108, 108]


def test_a_huge_page_is_rendered_coarser(
    engine: TextEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(png, "MOST_PIXELS", 60_000)
    (pdf,) = document.files(samples.job(samples.sheet(engine)))
    (data,) = png.pictures(pdf, 4)
    with Image.open(io.BytesIO(data)) as image:
        assert image.size == (300, 200)


def test_equal_jobs_give_equal_pictures(engine: TextEngine) -> None:
    job = samples.job(samples.sheet(engine))
    assert png.files(job) == png.files(job)
    assert job.day == date(2000, 1, 1)
