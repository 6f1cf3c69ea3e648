"""The composition root: what opens the window, what goes to the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journeymapper.__main__ import _is_command
from journeymapper.app.paths import HOME_VARIABLE


@pytest.mark.parametrize(
    "arguments", [["new", "a.journey"], ["templates"], ["self-test"], ["--version"], ["-h"]]
)
def test_words_and_options_are_commands(arguments: list[str]) -> None:
    assert _is_command(arguments)


@pytest.mark.parametrize(
    "arguments",
    [[], ["a.journey"], ["/maps/a.journey"], ["./new"], [r"C:\maps\a.journey"], ["Änne.journey"]],
)
def test_files_and_nothing_open_the_window(arguments: list[str]) -> None:
    assert not _is_command(arguments)


def _run(tmp_path: Path, script: str) -> subprocess.CompletedProcess[str]:
    environ = os.environ | {HOME_VARIABLE: str(tmp_path)}
    command = [sys.executable, "-c", script]
    return subprocess.run(
        command, capture_output=True, text=True, env=environ, timeout=60, check=False
    )


def test_the_command_line_never_loads_widgets(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from journeymapper.__main__ import main\n"
        "code = main(['templates'])\n"
        "loaded = [m for m in sys.modules if m.startswith('journeymapper.ui')]\n"
        "assert 'PySide6.QtWidgets' not in sys.modules and not loaded, loaded\n"
        "sys.exit(code)\n"
    )
    done = _run(tmp_path, script)
    assert done.returncode == 0, done.stderr
    assert "dental" in done.stdout


def test_an_unknown_command_is_one_clear_line(tmp_path: Path) -> None:
    done = _run(tmp_path, "from journeymapper.__main__ import main; exit(main(['fly']))")
    assert done.returncode == 2
    assert "fly" in done.stderr
    assert "Traceback" not in done.stderr
