"""The lock files pin and hash everything, name no address, and fit pyproject.toml."""

import re
import tomllib
from itertools import pairwise

import pytest

from tests.architecture.source import ROOT

LOCKS = ("run.lock", "dev.lock")
ENTRY = re.compile(r"^([a-z0-9-]+)==[\w.]+( ; [^\\]+)? \\$")
HASH = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address_and_no_path(name: str) -> None:
    text = _text(name)
    assert "://" not in text
    assert [line for line in text.splitlines() if line.startswith(("-", "#"))] == []


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_nothing_but_pins_and_their_hashes(name: str) -> None:
    lines = _text(name).splitlines()
    assert [line for line in lines if not (ENTRY.match(line) or HASH.match(line))] == []
    following = pairwise(lines)
    assert [one for one, two in following if ENTRY.match(one) and not HASH.match(two)] == []


def test_the_locks_pin_what_pyproject_asks_for() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    run = {_name(line) for line in settings["project"]["dependencies"]}
    dev = {_name(line) for line in settings["dependency-groups"]["dev"]}
    assert run - _pinned("run.lock") == set()
    assert (run | dev) - _pinned("dev.lock") == set()


def test_both_locks_pin_the_same_versions() -> None:
    run = {line for line in _text("run.lock").splitlines() if ENTRY.match(line)}
    versions = {line.split(" ")[0] for line in run}
    assert [version for version in versions if f"{version} " not in _text("dev.lock")] == []


def _text(name: str) -> str:
    return (ROOT / "requirements" / name).read_text(encoding="utf-8")


def _pinned(name: str) -> set[str]:
    return {match[1] for line in _text(name).splitlines() if (match := ENTRY.match(line))}


def _name(requirement: str) -> str:
    return re.split(r"[<>=;\[ ]", requirement)[0].lower()
