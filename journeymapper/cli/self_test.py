"""``self-test``: the main parts, tried on this computer in a folder of their own."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from journeymapper.app.paths import Paths
from journeymapper.cli import export, new
from journeymapper.cli.commands import Command
from journeymapper.cli.context import Context
from journeymapper.cli.parsing import Parser
from journeymapper.document.operations.touchpoints import rename_touchpoint
from journeymapper.domain import queries
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _

_NEW_NAME = "Żółw Ünïcode عربي"
