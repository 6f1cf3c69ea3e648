"""``docs/cli.md`` tells of every command and option there is, and of no other."""

import argparse
import json
import re
from pathlib import Path

import pytest

from journeymapper.cli.commands import COMMANDS, load
from journeymapper.cli.parsing import Parser
from tests.unit.cli.conftest import Shell

DOCS = (Path(__file__).parents[3] / "docs" / "cli.md").read_text("utf-8")
USAGES: list[str] = [
    usage
    for line in DOCS.splitlines()
    if line.startswith("### ")
    for usage in re.findall(r"`([^`]+)`", line)
]


def test_every_command_is_told_and_no_other() -> None:
    assert [usage.split()[0] for usage in USAGES] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_told_and_no_other(name: str) -> None:
    parser = Parser(name)
    load(name).arguments(parser)
    options = {
        action.option_strings[0]
        for action in parser._actions
        if action.option_strings and not isinstance(action, argparse._HelpAction)
    }
    (usage,) = (usage for usage in USAGES if usage.split()[0] == name)
    told = set(re.findall(r"(?<![\w-])--?[a-z]+", usage.removeprefix(name)))
    assert told == options


def test_the_json_of_info_is_the_one_that_is_told(shell: Shell) -> None:
    told = json.loads(DOCS.split("```json\n")[1].split("```")[0])
    made = shell.ok("info", shell.example(), "--json").json
    assert len(made.pop("doc_id")) == 36
    told.pop("doc_id")
    assert told == made
