"""Print: the map on paper, seen first, then on the printer or in a PDF."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journeymapper.document.document import Document
from journeymapper.domain import queries
from journeymapper.domain.changes import ChangeSet
from journeymapper.domain.entities import Account, JourneyMap, PrintRun
from journeymapper.domain.errors import UserError
from journeymapper.domain.message import Message, _
from journeymapper.domain.printed import differing, print_runs
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import Paper, paper
from journeymapper.drawing.persona_card.words import HEADINGS
from journeymapper.export.accounts import TITLE
from journeymapper.export.fingerprint import prints_of
from journeymapper.export.presets import Preset, Wish, laid_out, tile_paper
from journeymapper.export.run import ExportOptions, write_sheets
from journeymapper.ui.action_binding import ActionBinding
from journeymapper.ui.background import Background, Stop
from journeymapper.ui.commands.printing import note_printed
from journeymapper.ui.context import Context
from journeymapper.ui.export_services import services_for
from journeymapper.ui.file_chooser import FileChooser
from journeymapper.ui.paint.ink import Ink
from journeymapper.ui.places.base import Place
from journeymapper.ui.places.print_bar import PrintBar
from journeymapper.ui.places.print_form import PrintForm
from journeymapper.ui.places.print_rows import most
from journeymapper.ui.places.print_sheets import SheetsView
from journeymapper.ui.places.print_words import how_many, since_printed
from journeymapper.ui.printing.choosing import PrinterChooser
from journeymapper.ui.printing.printing import Printing
from journeymapper.ui.session import Session

_FORM = 312


@dataclass(frozen=True, slots=True)
class Laid:
    """Sheets that are laid out, of which map and preset, and their fingerprints by key."""

    map_id: str
    preset: Preset
    on: str
    tile: str
    sheets: tuple[Sheet, ...]
    prints: dict[str, str]
    about: tuple[str, ...] = ()
    """The paper of plans, and the plan that it is about."""

    @property
    def paper(self) -> Paper:
        """The paper that goes into the printer."""
        return paper(self.tile or self.on)

    @property
    def run(self) -> str:
        """What a printing of these sheets is noted as; tiles are not the large sheet."""
        if self.about:
            return ":".join((self.preset, *self.about))
        return f"{self.preset}:{self.on}:{self.tile}" if self.tile else self.preset


class PrintPlace(Place):
    """Lays out beside the window, and again when the map changes; prints what is shown."""

    key: ClassVar[str] = "print"

    file_written = Signal()
    """A PDF is in its place."""

    def __init__(self, context: Context, session: Session, binding: ActionBinding) -> None:
        super().__init__(context, session, binding)
        self._laid: Laid | None = None
        self._printed: Laid | None = None
        self._map_id = ""
        self._print_soon = False
        self._stale = True
        self._layouts = Background(self)
        self._layouts.done.connect(self._show)
        self._layouts.failed.connect(self._show_refusal)
        self._files = Background(self)
        self._files.done.connect(self._on_file)
        self._files.failed.connect(self._on_refused)
        self.printing = Printing(context, self, PrinterChooser(self))
        self.printing.progressed.connect(self._on_progress)
        self.printing.printed.connect(self._on_printed)
        self.printing.refused.connect(self._on_refused)
        self._chooser = FileChooser(context, self)
        self.bar = PrintBar(context)
        self.bar.map_chosen.connect(self._choose_map)
        self.form = PrintForm(context)
        self.form.setFixedWidth(context.theme.px(_FORM))
        self.sheets = SheetsView(context)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.form)
        row.addWidget(self.sheets, 1)
        self.form.chosen.connect(self._lay_out)
        self.form.go.clicked.connect(self.print_now)
        self.form.again.clicked.connect(self._print_changed)
        self.form.pdf.clicked.connect(self._ask_for_file)
        self.form.stop.clicked.connect(self._on_stop)
        self.form.show_work(0, 0)
        self.form.tell_since(None, 0)
        self._enable(on=False)
        session.opened.connect(self._on_opened)
        session.leaving.connect(self._on_leaving)
        session.changed.connect(self._on_change)
        context.theme.changed.connect(lambda: self.form.setFixedWidth(context.theme.px(_FORM)))

    def top_bar(self) -> QWidget:
        return self.bar

    def activate(self) -> None:
        if self._stale:
            self._lay_out()
        self.form.go.setFocus()

    def fact(self) -> Message | None:
        laid = self._laid
        return how_many(laid.sheets, laid.paper) if laid is not None else None

    def areas(self) -> tuple[QWidget, ...]:
        return (self.form, self.sheets)

    @property
    def is_shown(self) -> bool:
        """Whether the sheets of the present choice are laid out and shown."""
        return not self._layouts.busy and not self._stale

    def show_card(self, persona_id: str) -> None:
        """Show the card of one persona, ready to be printed."""
        document = self.session.document
        if document is not None:
            self.form.show_card(document.snapshot, persona_id)

    def choose_plans(self, part: str, plan_id: str = "") -> None:
        """Choose a paper of plans by its key, of one plan by id; shown when the place is."""
        document = self.session.document
        if document is not None:
            self.form.plans_of.choose(document.snapshot, part, plan_id)
            self.form.choose(Preset.PLANS, tell=False)
            self._stale = True

    def print_now(self) -> None:
        """Print what is shown; while it is being laid out, as soon as that is done."""
        if self._layouts.busy or self._stale:
            self._print_soon = True
        elif self._laid is not None:
            self._print(self._laid, self._laid.sheets)

    def write_pdf(self, out: Path) -> None:
        """Write the sheets that are shown as a PDF."""
        document, laid = self.session.document, self._laid
        if document is None or laid is None:
            return
        context, snapshot = self.context, document.snapshot
        options = ExportOptions(paper=laid.paper, today=self._today(), preset=laid.preset)
        warnings: list[Message] = []
        services = services_for(context, document, warnings.append)
        title = self._title(document, laid)
        self._work(-1)
        self._files.start(
            lambda _stop: write_sheets(snapshot, laid.sheets, out, options, services, title)
        )

    # laying out ----------------------------------------------------------------------

    def _lay_out(self) -> None:
        document = self.session.document
        if document is None:
            return
        self._stale = False
        known = queries.maps(document.snapshot)
        if self._map_id not in [journey.id for journey in known]:
            self._map_id = known[0].id if known else ""
        self.bar.show_maps(known, self._map_id)
        if not known and self.form.preset != Preset.PLANS:
            self._show_refusal(UserError(_("There is no map to print yet."), _("Add a map first.")))
            return
        snapshot, map_id = document.snapshot, self._map_id
        self.form.cards_of.show_personas(snapshot)
        self.form.show_accounts(wanted=bool(snapshot.table(Account)))
        self.form.plans_of.show_plans(snapshot)
        preset, on, tile = self.form.preset, self.form.paper_name, self.form.tile_name
        personas, about = self.form.personas, self.form.plans
        today, context, counts = self._today(), self.context, document.counts
        self.form.say("")

        def work(_stop: Stop) -> Laid:
            setting = MapSetting(
                context.engine, context.tokens, context.catalogue, personas, counts=counts
            )
            parts = tile_paper(tile) if tile else None
            wish = Wish(
                preset, paper(on), today, tile=parts, counts=counts, parts=about[:1],
                plans=about[1:],
            )  # fmt: skip
            made = laid_out(snapshot, map_id, setting, wish)
            prints = prints_of(made, context.catalogue)
            return Laid(map_id, preset, on, tile, made, prints, about)

        now = self._laid
        wanted = (preset, on, tile, about)
        if now is None or (now.preset, now.on, now.tile, now.about) != wanted:
            self.sheets.say(_("Laying out the sheets…"))
        self._layouts.start(work)

    def _show(self, laid: Laid) -> None:
        document = self.session.document
        if document is None:
            return
        self._laid = laid
        context = self.context
        theme = context.tokens.theme("print")
        ink = Ink(theme, context.icons, context.engine.fonts, document.blob)
        self.sheets.show_sheets(laid.sheets, ink, hung=laid.preset == Preset.WALL)
        self.form.tell_count(how_many(laid.sheets, laid.paper, most(laid.sheets)))
        self._enable(on=True)
        self._show_since()
        self.fact_changed.emit()
        if self._print_soon:
            self._print_soon = False
            self._print(laid, laid.sheets)

    def _show_refusal(self, error: UserError) -> None:
        """The map does not fit this paper, or there is nothing to print: say what would do."""
        self._laid, self._print_soon = None, False
        self.sheets.say(error.message)
        self.form.tell_count(error.hint)
        self.form.tell_since(None, 0)
        self._enable(on=False)
        self.fact_changed.emit()

    def _show_since(self) -> None:
        document, laid = self.session.document, self._laid
        if document is None or laid is None:
            return
        runs = print_runs(document.snapshot, laid.map_id, laid.run)
        changed = len(differing(laid.prints, runs))
        self.form.tell_since(since_printed(runs, changed), changed if runs else 0)

    # printing ------------------------------------------------------------------------

    def _print(self, laid: Laid, sheets: Sequence[Sheet]) -> None:
        document = self.session.document
        if document is None or self.printing.busy or not sheets:
            return
        self._printed = laid
        self.form.say("")
        title = self._title(document, laid)
        if self.printing.begin(sheets, title, document.blob):
            self._work(0, len(sheets))

    def _print_changed(self) -> None:
        document, laid = self.session.document, self._laid
        if document is None or laid is None:
            return
        runs = print_runs(document.snapshot, laid.map_id, laid.run)
        wanted = differing(laid.prints, runs)
        keys = list(laid.prints)
        self._print(laid, [laid.sheets[keys.index(key)] for key in wanted])

    def _on_progress(self, done: int) -> None:
        if self.printing.busy:
            self.form.progress.setValue(done)

    def _on_printed(self, sheets: tuple[Sheet, ...]) -> None:
        self._work(0, 0)
        laid = self._printed
        if laid is None:
            return
        n = len(sheets)
        self._say(
            _("1 sheet is at the printer.") if n == 1 else _("{n} sheets are at the printer.", n=n)
        )
        document = self.session.document
        if document is not None and self.session.can_change():
            self._note(document, laid, sheets)

    def _note(self, document: Document, laid: Laid, sheets: Sequence[Sheet]) -> None:
        """Remember what is on paper now, so that only what changes needs printing again."""
        keys = list(laid.prints)
        places = [laid.sheets.index(sheet) for sheet in sheets]
        prints = {keys[place]: laid.prints[keys[place]] for place in places}
        if document.snapshot.find(JourneyMap, laid.map_id) is not None:
            with self.session.guard():
                note_printed(document, laid.map_id, laid.run, prints, self._today())

    def _on_refused(self, error: UserError) -> None:
        self._work(0, 0)
        parts = [error.message, *([error.hint] if error.hint else [])]
        self._say(*parts)
        self.form.pdf.setFocus()

    def _on_stop(self) -> None:
        self.printing.stop()
        self._files.cancel()
        self._work(0, 0)
        self._say(_("Stopped. Sheets that are printed already stay printed."))

    def _title(self, document: Document, laid: Laid) -> str:
        if laid.preset == Preset.CARDS:
            return self.context.say(HEADINGS[queries.project(document.snapshot).people])
        if laid.preset == Preset.ACCOUNTS:
            return self.context.say(TITLE)
        if laid.preset == Preset.PLANS:
            return self.form.plans_of.title
        return document.snapshot.get(JourneyMap, laid.map_id).title

    # files ---------------------------------------------------------------------------

    def _ask_for_file(self) -> None:
        document, laid = self.session.document, self._laid
        if document is None or laid is None:
            return
        title = self._title(document, laid)
        kind = self.context.say(_("PDF document"))
        out = self._chooser.to_export(kind, title, ".pdf")
        if out is not None:
            self.write_pdf(out)

    def _on_file(self, paths: list[Path]) -> None:
        self._work(0, 0)
        self._say(
            _(
                "“{file}” is in the folder {folder}. Print it at 100 %.",
                file=paths[0].name,
                folder=paths[0].parent.name,
            )
        )
        self.file_written.emit()

    # what happens around -------------------------------------------------------------

    def _choose_map(self, map_id: str) -> None:
        self._map_id = map_id
        self._lay_out()

    def _on_opened(self) -> None:
        self._laid, self._printed, self._map_id, self._stale = None, None, "", True
        self.form.say("")

    def _on_leaving(self) -> None:
        """Sheets on their way are finished first; what is being laid out is not wanted."""
        self.printing.wait()
        self._files.finish()
        self._layouts.finish()
        self._print_soon = False
        self._work(0, 0)

    def _on_change(self, changes: ChangeSet) -> None:
        if all(change.kind is PrintRun for change in changes.changes):
            self._show_since()
        elif self.isVisible():
            self._lay_out()
        else:
            self._stale = True

    def _enable(self, *, on: bool) -> None:
        for button in (self.form.go, self.form.pdf, self.form.again):
            button.setEnabled(on)

    def _work(self, done: int, of: int = 1) -> None:
        self.form.show_work(done, of)
        self._enable(on=of == 0 and self._laid is not None)

    def _say(self, *messages: Message) -> None:
        self.form.say(" ".join(self.context.say(message) for message in messages))

    def _today(self) -> datetime.date:
        return self.context.services.clock().astimezone().date()
