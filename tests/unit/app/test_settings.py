"""Settings: defaults, damage, writing whole or not at all."""

import json
from pathlib import Path

import pytest

from journeymapper.app.recent import MOST, Recent, detail, with_newest, without
from journeymapper.app.settings import (
    KEEP_RECENT,
    LAST_FOLDER,
    RECENT,
    SETTINGS,
    TEXT_SIZE,
    THEME,
    THUMBNAILS,
    SettingsFile,
)
from journeymapper.domain.sources import now


def _recent(name: str) -> Recent:
    return Recent(Path("/maps") / name, name, "Linden", "2026-05-15T08:14:00+00:00", f"id-{name}")


def test_keys_are_unique() -> None:
    keys = [setting.key for setting in SETTINGS]
    assert len(set(keys)) == len(keys)


def test_without_a_file_everything_is_default(tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "none.json")
    assert [settings.get(s) for s in SETTINGS] == [s.default for s in SETTINGS]


def test_what_was_chosen_is_there_next_time(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    first = SettingsFile(path)
    first.set(THEME, "dark")
    first.set(TEXT_SIZE, 125)
    first.set(RECENT, (_recent("a"), _recent("b")))
    again = SettingsFile(path)
    assert again.get(THEME) == "dark"
    assert again.get(TEXT_SIZE) == 125
    assert again.get(RECENT) == (_recent("a"), _recent("b"))


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '"dark"', '{"theme": 7}', '{"theme": "pink"}', '{"theme": ["light"]}'],
)
def test_damage_counts_as_not_chosen(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text, encoding="utf-8")
    assert SettingsFile(path).get(THEME) == "system"


def test_bytes_that_are_no_text_count_as_not_chosen(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(b"\xff\xfe\x00{")
    assert SettingsFile(path).get(THUMBNAILS) is True


def test_one_damaged_value_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"theme": "pink", "text_size": 150, "keep_recent": "no"}', encoding="utf-8")
    settings = SettingsFile(path)
    assert settings.get(TEXT_SIZE) == 150
    assert settings.get(KEEP_RECENT) is True


def test_unknown_settings_survive(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"from_a_newer_version": 1}', encoding="utf-8")
    SettingsFile(path).set(THEME, "light")
    assert json.loads(path.read_text(encoding="utf-8"))["from_a_newer_version"] == 1


def test_several_are_chosen_with_one_write(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsFile(path).set_all({THEME: "dark", TEXT_SIZE: 125})
    again = SettingsFile(path)
    assert (again.get(THEME), again.get(TEXT_SIZE)) == ("dark", 125)


def test_writing_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    SettingsFile(path).set(LAST_FOLDER, "/maps")
    assert [p.name for p in tmp_path.iterdir()] == ["settings.json"]


def test_a_folder_that_cannot_be_made_is_no_reason_to_fail(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    settings = SettingsFile(blocked / "settings.json")
    settings.set(THEME, "dark")
    assert settings.get(THEME) == "dark"


def test_recent_entries_that_are_damaged_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    good = _recent("a").write()
    plain = {"recent": [good, 7, {"path": ""}, {"path": "/x", "doc_id": "../../evil"}]}
    path.write_text(json.dumps(plain), encoding="utf-8")
    assert SettingsFile(path).get(RECENT) == (_recent("a"),)


def test_the_newest_comes_first_and_only_once() -> None:
    some = tuple(_recent(str(n)) for n in range(MOST))
    again = with_newest(some, _recent("3"))
    assert again[0] == _recent("3")
    assert len(again) == MOST
    assert len(with_newest(some, _recent("new"))) == MOST
    assert without(again, Path("/maps/3")) == tuple(r for r in some if r.title != "3")


def test_detail_names_whose_map_it_is() -> None:
    assert str(detail(_recent("a"), now())).startswith("Linden, ")
