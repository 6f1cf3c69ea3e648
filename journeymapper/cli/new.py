"""``new``: begin a file, blank, with the steps of a template, or as the worked example."""

from __future__ import annotations

import argparse
from pathlib import Path
from tempfile import TemporaryDirectory

from journeymapper.cli import facts, parsing
from journeymapper.cli.context import Context, about
from journeymapper.cli.writing import refuse_unfinished
from journeymapper.document.desk import Fill
from journeymapper.document.example import fill_from_example, read_example
from journeymapper.document.outline import read_outline
from journeymapper.document.templates import fill_blank, fill_from_template
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _

_EXAMPLE = "dental"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file and what it begins with."""
    parsing.add_file(parser, "the file to make, such as practice.journey")
    parsing.add(parser, "--template", metavar="KEY", help="begin with the steps of a template")
    parsing.add(parser, "--sample", action="store_true", help="the worked example, marked as one")
    parsing.add(
        parser, "--lang", metavar="L", type=parsing.a_language, default="en", help="its language"
    )
    parsing.add(parser, "--force", action="store_true", help="replace the file if there is one")


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Make the file; when anything goes wrong nothing is made."""
    target = arguments.file
    with about(target):
        _check_place(target, replace=arguments.force)
        refuse_unfinished(context, target)
    label, fill = _content(arguments, context)
    with TemporaryDirectory(prefix="journeymapper-") as folder:
        document = context.desk(Path(folder)).create(fill, label)
        try:
            with about(target):
                document.save_as(target)
            counts = facts.in_short(
                facts.counts_of_document(document.snapshot, document.counts.total)
            )
        finally:
            document.close()
    context.say(_("Made {file}. {counts}", file=str(target), counts=counts))
    return 0


def _check_place(target: Path, *, replace: bool) -> None:
    if target.is_dir():
        raise UserError(_("This is a folder, not a file."))
    if not target.parent.is_dir():
        raise UserError(_("The folder “{folder}” is not there.", folder=str(target.parent)))
    if (target.exists() or target.is_symlink()) and not replace:
        raise UserError(_("There is such a file already."), _("Use --force to replace it."))


def _content(arguments: argparse.Namespace, context: Context) -> tuple[Message, Fill]:
    """Return the label of the first step and what fills the document."""
    resources = context.services.resources
    created, language = context.today().isoformat(), str(arguments.lang)
    if arguments.sample:
        key = arguments.template or _EXAMPLE
        example = read_example(resources.examples, resources.templates, key)
        return _("Begin with the worked example"), lambda tx: fill_from_example(
            tx, example, created=created, language=language
        )
    if arguments.template is not None:
        outline = read_outline(resources.templates, arguments.template)
        title = Message(outline.title)
        return _(
            "Begin with the steps of “{template}”", template=title
        ), lambda tx: fill_from_template(tx, outline, created=created, language=language)
    return _("Begin an empty map"), lambda tx: fill_blank(tx, created=created, language=language)
