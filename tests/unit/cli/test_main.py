"""The way in: help, unknown commands, and what failures look like from outside."""

import pytest

from journeymapper.cli import commands
from journeymapper.cli.commands import COMMANDS, load
from journeymapper.cli.output import one_line
from journeymapper.cli.parsing import Parser
from tests.unit.cli.conftest import Shell


def test_without_a_command_the_help_lists_every_command(shell: Shell) -> None:
    for argv in ((), ("--help",), ("-h",)):
        said = shell.ok(*argv).out
        assert [name for name in COMMANDS if f"journeymapper {name} " in said] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(shell: Shell, name: str) -> None:
    said = shell.ok(name, "--help").out
    assert f"usage: journeymapper {name}" in said


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    parser = Parser(name)
    load(name).arguments(parser)
    assert all(action.help for action in parser._actions)


def test_an_unknown_command_is_bad_usage(shell: Shell) -> None:
    for name in ("analyze", "nwe", "", "--nope", "<b>", "a\nb"):
        assert "There is no command" in shell.run(name).complaint


@pytest.mark.parametrize(
    "argv",
    [
        ("new",),
        ("info",),
        ("info", "a.journey", "b.journey"),
        ("info", "a.journey", "--jso"),
        ("export", "a.journey"),
        ("new", "a.journey", "--lang", "english"),
        ("new", "a.journey", "--lang", "x1"),
        ("export", "a.journey", "-o", "b.pdf", "--today", "12.05.2026"),
        ("export", "a.journey", "-o", "b.pdf", "--theme", "dark"),
        ("export", "a.journey", "-o", "b.pdf", "--audience", "all"),
        ("templates", "x"),
    ],
)
def test_bad_usage_is_one_line_that_names_the_help(shell: Shell, argv: tuple[str, ...]) -> None:
    assert f"See “journeymapper {argv[0]} --help”." in shell.run(*argv).complaint


def test_the_version_is_said(shell: Shell) -> None:
    assert shell.ok("--version").out.startswith("journeymapper 0.")


def test_a_failure_of_ours_is_one_line_and_a_log_without_content(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def arguments(self, _parser: object) -> None: ...

        def run(self, _arguments: object, _context: object) -> int:
            raise ZeroDivisionError("the patient's secret")

    monkeypatch.setattr("journeymapper.cli.main.load", lambda _name: Broken())
    result = shell.run("info")
    assert result.code == 1
    assert result.out == ""
    assert result.err.count("\n") == 1
    log = shell.services.paths.logs / "journeymapper.log"
    assert str(log) in result.err
    assert "ZeroDivisionError" in log.read_text("utf-8")
    assert "secret" not in log.read_text("utf-8") + result.err


def test_text_that_steers_a_terminal_is_disarmed() -> None:
    assert one_line("a\x1b[31mb\nc\u2028d\x07\x9b") == "a [31mb c d  "


def test_templates_are_listed_with_their_size(shell: Shell) -> None:
    lines = shell.ok("templates").out.splitlines()
    assert [line.split()[0] for line in lines] == [
        "dental",
        "hotel",
        "tv_support",
        "ecommerce",
        "b2b_account",
        "hospital",
        "bank",
        "lifecycle",
    ]
    assert lines[0] == ("dental       Dental practice: 7 stages, 14 steps, 9 moments of truth")


def test_a_command_is_loaded_only_when_it_is_given() -> None:
    assert all(module.isidentifier() for module, _about in commands.COMMANDS.values())
