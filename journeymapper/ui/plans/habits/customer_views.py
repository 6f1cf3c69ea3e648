"""Strengths and weaknesses as customers see them, each with what it rests on."""

from __future__ import annotations

from journeymapper.analysis.plans.programme import customer_views, rests_on_customers
from journeymapper.domain import queries
from journeymapper.domain.entities import CustomerView
from journeymapper.domain.habit_words import CUSTOMERS_SEE
from journeymapper.domain.kinds import SourceKind
from journeymapper.domain.kinds_plan import CustomersSee
from journeymapper.domain.message import Message, _
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.answers.more_lines import Column, Line, Options
from journeymapper.ui.answers.more_typed import number_text
from journeymapper.ui.panels.sources import SOURCES, TOLD_US
from journeymapper.ui.plans.habits.lines import EntityLines


class CustomerViews(EntityLines):
    """One line for each strength or weakness."""

    title = _("Strengths and weaknesses")
    about = _("As customers see them. Each needs something it rests on.")
    empty = _("Nothing yet. Write below what people praise, and what they put up with.")
    columns = (
        Column("kind", _("Strength or weakness"), 120, choice=True),
        Column("text", _("What they see"), 300),
        Column("source", _("Where it comes from"), 180, choice=True),
        Column("n", _("How many"), 80),
        Column("citation", _("Where it stands"), 170),
        Column("sure", _("Is it theirs?"), 160, fixed=True),
    )
    first = ("kind", "text", "source", "n", "citation")
    kind = CustomerView
    named_by = "text"
    required = ("text",)
    kept = ()
    moves = True

    def read(self, snapshot: Snapshot) -> list[Line]:
        sources = {str(key): words for key, words in self.options(snapshot, "source")}
        return [
            Line(
                one.id,
                {
                    "kind": CUSTOMERS_SEE[one.kind],
                    "text": one.text,
                    "source": sources[one.source.value],
                    "n": number_text(one.n),
                    "citation": one.citation,
                    "sure": _("They said so") if rests_on_customers(one) else _("Needs evidence"),
                },
            )
            for one in customer_views(snapshot)
        ]

    def options(self, snapshot: Snapshot, key: str) -> Options:
        if key == "kind":
            return [(kind.value, CUSTOMERS_SEE[kind]) for kind in CustomersSee]
        told = TOLD_US[queries.project(snapshot).people]
        return [(s.value, told if s == SourceKind.INTERVIEW else words) for s, words in SOURCES]

    def note(self, snapshot: Snapshot) -> Message | None:
        every = customer_views(snapshot)
        bare = sum(not rests_on_customers(one) for one in every)
        if not bare:
            return None
        return _("Needs evidence: {n} of {all}. Ask them.", n=bare, all=len(every))
