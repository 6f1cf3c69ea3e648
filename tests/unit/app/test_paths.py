"""Folders and resources."""

from pathlib import Path

import pytest

from journeymapper.app import resources
from journeymapper.app.paths import HOME_VARIABLE, Paths
from journeymapper.app.people import WHOM
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import People


def test_one_variable_puts_everything_under_one_folder(tmp_path: Path) -> None:
    paths = Paths.find({HOME_VARIABLE: str(tmp_path)})
    folders = (paths.data, paths.working, paths.backups, paths.config, paths.logs)
    assert all(folder.is_relative_to(tmp_path) for folder in folders)
    assert len(set(folders)) == len(folders)


def test_folders_are_made_for_their_owner_alone(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path / "new")
    paths.make()
    paths.make()
    assert paths.working.is_dir()
    assert paths.working.stat().st_mode & 0o077 == 0


def test_without_the_variable_the_folders_of_the_computer_are_taken() -> None:
    paths = Paths.find({})
    assert paths.data.name == "journeymapper"
    assert paths.data.is_absolute()


def test_the_source_tree_has_its_resources() -> None:
    found = resources.find()
    for path in (found.tokens, found.icons, found.app_icon):
        assert path.is_file(), path
    for folder in (found.fonts, found.templates, found.examples):
        assert any(folder.iterdir()), folder


def test_an_installed_package_has_them_inside(tmp_path: Path) -> None:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources" / "tokens.toml").write_text("", encoding="utf-8")
    (tmp_path / "assets" / "fonts").mkdir(parents=True)
    assert resources.find(tmp_path).fonts == tmp_path / "assets" / "fonts"


def test_missing_resources_are_told_in_words(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="missing"):
        resources.find(tmp_path)


def test_there_are_words_for_all_whom_one_serves() -> None:
    assert set(WHOM) == set(People)
