"""A comparison as a PDF document: asks for a place and writes it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from journeymapper.analysis.map_differences import Difference
from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.message import Message, _
from journeymapper.drawing.compare.compared import Compared, Picture
from journeymapper.drawing.compare.paper import paper_sheet
from journeymapper.drawing.lettering import Pen
from journeymapper.export.formats import FORMATS
from journeymapper.export.sheets import export_sheets
from journeymapper.ui.context import Context
from journeymapper.ui.export_services import services_for
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.session import Session

_PDF = ".pdf"


def export(
    owner: QWidget,
    context: Context,
    session: Session,
    compared: Compared,
    picture: Picture,
    found: Sequence[Difference],
) -> None:
    """Ask for a place and write the comparison there; what goes wrong is told by the session."""
    document = session.document
    if document is None:
        return
    title = context.say(_title(compared))
    kind = context.say(FORMATS[_PDF].name)
    path = FileChooser(context, owner.window()).to_export(kind, title, _PDF)
    if path is None:
        return
    with session.guard():
        write(context, document, compared, picture, found, path)
        session.report(_("The comparison is in {name}.", name=path.name))


def write(
    context: Context,
    document: Document,
    compared: Compared,
    picture: Picture,
    found: Sequence[Difference],
    path: Path,
) -> None:
    """Write a comparison to a place; raises UserError."""
    project = queries.project(document.snapshot)
    today = context.services.clock().astimezone().date()
    title = context.say(_title(compared))
    pen = Pen(context.engine, context.tokens, context.catalogue, whole=True)
    count = len(found)
    lead = _("1 difference") if count == 1 else _("{n} differences", n=count)
    if project.example:
        lead = _("EXAMPLE. {words}", words=lead)
    sheet = paper_sheet(picture.drawing, title, lead, [d.words for d in found], pen, today)
    services = services_for(context, document)
    export_sheets([sheet], path, services, title=title, language=project.language, today=today)


def _title(compared: Compared) -> Message:
    return _("{before} and {after}", before=compared.names[0], after=compared.names[1])
