"""``templates``: which templates there are, and how much is in each."""

from __future__ import annotations

import argparse

from journeymapper.cli.context import Context
from journeymapper.document.templates import templates
from journeymapper.domain.message import _


def arguments(_parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(_arguments: argparse.Namespace, context: Context) -> int:
    """Print a line for each template."""
    for info in templates(context.services.resources.templates):
        context.say(
            _(
                "{name} {title}: {stages} stages, {steps} steps, {moments} moments of truth",
                name=f"{info.key:<12}",
                title=info.title,
                stages=info.stages,
                steps=info.steps,
                moments=info.moments,
            )
        )
    return 0
