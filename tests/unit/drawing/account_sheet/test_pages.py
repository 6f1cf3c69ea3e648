"""Sheets of accounts: one a page, the tier with its reason, nothing cut on any paper."""

from __future__ import annotations

import itertools
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from journeymapper.document import operations
from journeymapper.document.tx import Tx
from journeymapper.domain.entities import Account
from journeymapper.domain.errors import UserError
from journeymapper.domain.kinds import Tier
from journeymapper.domain.snapshot import Snapshot
from journeymapper.drawing.account_sheet.pages import account_sheets
from journeymapper.drawing.display_list import Reading
from journeymapper.drawing.map.setting import MapSetting
from journeymapper.drawing.map.sheet import Sheet
from journeymapper.drawing.paper import paper
from journeymapper.export.accounts import export_accounts
from journeymapper.export.run import ExportOptions, ExportServices
from journeymapper.text.catalogue import ENGLISH
from journeymapper.text.engine import TextEngine
from tests.unit.drawing.persona_card.test_pages import check_sound
from tests.unit.export import samples

TODAY = date(2026, 5, 12)


class World:
    """Two accounts; the second is put into the first tier against its scores."""

    def __init__(self) -> None:
        self.tx = tx = Tx(Snapshot.of(), map(str, itertools.count()).__next__)
        operations.add_project(tx, title="Visit", organisation="Linden Dental")
        revenue = operations.add_criterion(tx, "Revenue", 1)
        growth = operations.add_criterion(tx, "Growth", 3)
        anna = operations.add_persona(tx, "Anna")
        operations.add_account(tx, "Small office")
        self.home = operations.add_account(
            tx, "Care home", persona=anna, goals="Fewer no-shows", last_call="2026-05-01"
        )
        operations.score_account(tx, self.home, revenue, 6)
        operations.score_account(tx, self.home, growth, 4)
        operations.override_tier(tx, self.home, Tier.FIRST, "Opens the district")
        operations.set_service_level(tx, Tier.FIRST, response_hours=4, visits=1, call_days=30)

    def sheets(self, engine: TextEngine, name: str = "a4") -> tuple[Sheet, ...]:
        setting = MapSetting(engine, samples.TOKENS, ENGLISH)
        return account_sheets(self.tx.snapshot, setting, paper(name), TODAY)


def headings(sheet: Sheet) -> list[str]:
    return [g.key for g in sheet.drawing.groups if g.reading == Reading.STAGE]


def test_each_account_has_an_upright_page_without_empty_parts(engine: TextEngine) -> None:
    small, home = World().sheets(engine)
    assert (small.title, home.title) == ("Small office", "Care home")
    assert small.height_pt > small.width_pt
    assert headings(small) == ["head:why"]
    assert headings(home) == ["head:why", "head:promises", "head:goals", "head:calls"]
    check_sound((small, home))


@pytest.mark.parametrize("name", ["a5", "letter", "100x100mm"])
def test_long_texts_go_on_over_further_pages_of_any_paper(engine: TextEngine, name: str) -> None:
    world = World()
    operations.change_account(world.tx, world.home, name="N" * 200, history="Asked again. " * 700)
    made = world.sheets(engine, name)
    pages = [sheet for sheet in made if sheet.title.startswith("N")]
    assert len(pages) > 1
    assert [len(sheet.bookmarks) for sheet in pages] == [1] + [0] * (len(pages) - 1)
    check_sound(made)


def test_the_pdf_says_the_tier_its_reason_and_what_is_due(
    engine: TextEngine, tmp_path: Path
) -> None:
    services = ExportServices(
        engine=engine,
        tokens=samples.TOKENS,
        icons=samples.ICONS,
        fonts_dir=samples.RESOURCES.fonts,
        catalogue=ENGLISH,
        pictures=samples.picture,
        warn=lambda message: pytest.fail(str(message)),
    )
    snapshot, out = World().tx.snapshot, tmp_path / "accounts.pdf"
    options = ExportOptions(paper("a4"), TODAY)
    assert export_accounts(snapshot, out, options, services) == [out]
    file = pypdfium2.PdfDocument(out)
    said = " ".join(str(file[1].get_textpage().get_text_range()).split())
    file.close()
    for words in (
        "Care home",
        "Tier I",
        "The scores suggest Tier II: 4.5 of 10.",
        "6 of 10, counts for 25 %",
        "You decided on Tier I: Opens the district",
        "An answer within 4 hours",
        "1 visit a year",
        "Next call due: 31 May 2026",
    ):
        assert words in said
    with pytest.raises(UserError, match="not for clients"):
        export_accounts(
            snapshot, out, ExportOptions(paper("a4"), TODAY, audience="client"), services
        )


def test_without_an_account_it_says_where_to_add_one(engine: TextEngine) -> None:
    world = World()
    for account in list(world.tx.snapshot.table(Account)):
        operations.delete_account(world.tx, account)
    with pytest.raises(UserError, match="no account to print"):
        world.sheets(engine)
