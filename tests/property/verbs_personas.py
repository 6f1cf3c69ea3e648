"""How the verbs about personas and accounts are called in property tests."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from journeymapper.domain import queries
from journeymapper.domain.entities import (
    Account,
    Channel,
    Persona,
    PersonaNote,
    Segment,
    TierCriterion,
)
from journeymapper.domain.kinds import NoteSection, PersonaStatus, Tier
from journeymapper.domain.snapshot import Snapshot
from tests.property.drawers import INDEXES, NAMES, Call, Draw, Drawer, free, on, one_of, pair

YES_NO = st.booleans()
MAYBE_SHARE = st.one_of(st.none(), st.floats(0, 1))


def _merge_personas(draw: Draw, snapshot: Snapshot) -> Call | None:
    found = sorted(snapshot.table(Persona))
    if len(found) < 2:
        return None
    kept, other = draw(st.permutations(found))[:2]
    notes = [note.id for note in snapshot.table(PersonaNote).values() if draw(st.booleans())]
    return (kept, other), {"notes": draw(st.sampled_from((None, notes)))}


def _set_persona_status(draw: Draw, snapshot: Snapshot) -> Call | None:
    used = [p.id for p in queries.personas(snapshot) if p.status != PersonaStatus.RETIRED]
    persona = one_of(draw, snapshot, Persona)
    if persona is None:
        return None
    alone = used == [persona.id] or not used
    choices = [s for s in PersonaStatus if s != PersonaStatus.RETIRED or not alone]
    return (persona.id, draw(st.sampled_from(choices))), {}


DRAWERS_OF_PERSONAS: Mapping[str, Drawer] = {
    "add_persona": free(NAMES, primary=YES_NO),
    "change_persona": on(
        Persona, story=NAMES, answers=st.sampled_from(((), ("country = DE",), ("channel = Phone",)))
    ),
    "set_primary_persona": on(Persona),
    "set_persona_status": _set_persona_status,
    "move_persona": on(Persona, INDEXES),
    "review_persona": on(Persona, st.just("2026-01-31")),
    "duplicate_persona": on(Persona, NAMES),
    "merge_personas": _merge_personas,
    "delete_persona": on(Persona),
    "add_note": on(Persona, st.sampled_from(NoteSection), NAMES, NAMES),
    "set_note": on(Persona, st.just(NoteSection.EMOTION), st.sampled_from(("fear", "")), NAMES),
    "change_note": on(PersonaNote, text=NAMES),
    "move_note": on(PersonaNote, INDEXES),
    "delete_note": on(PersonaNote),
    "set_channel_share": pair(Persona, Channel, MAYBE_SHARE, MAYBE_SHARE, optional=False),
    "add_account": free(NAMES),
    "change_account": on(Account, goals=NAMES),
    "override_tier": on(Account, st.sampled_from(Tier), st.just("Grows with us")),
    "delete_account": on(Account),
    "add_criterion": free(NAMES, st.floats(0, 100)),
    "change_criterion": on(TierCriterion, weight=st.floats(0, 100)),
    "delete_criterion": on(TierCriterion),
    "score_account": pair(
        Account, TierCriterion, st.one_of(st.none(), st.floats(0, 10)), optional=False
    ),
    "set_service_level": free(
        st.sampled_from((Tier.FIRST, Tier.SECOND, Tier.THIRD)), visits=st.integers(0, 12)
    ),
    "add_segment": free(NAMES, st.just(("country = DE",))),
    "change_segment": on(Segment, decision=NAMES),
    "delete_segment": on(Segment),
}
