"""The verbs: each takes a Tx and says in one word what happens to a journey.

May import: `domain` and `document.tx`. A verb checks what it is told and refuses with one
sentence; it never opens a step itself, so that several verbs can make one step.

    with document.step(_("Add a step")) as tx:
        step_id = operations.add_touchpoint(tx, stage_id, "Greeting", index=0)
        operations.set_feeling(tx, step_id, persona_id, -2)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from journeymapper.document.operations.cards import (
    add_card,
    delete_card,
    move_card,
    set_card_source,
    set_card_text,
    set_frequency,
    set_severity,
)
from journeymapper.document.operations.connections import (
    add_end,
    connect,
    delete_end,
    disconnect,
    set_handoff,
    set_share,
)
from journeymapper.document.operations.feelings import clear_feeling, rate, set_feeling
from journeymapper.document.operations.lanes import (
    add_lane,
    add_saved_view,
    apply_saved_view,
    delete_lane,
    delete_saved_view,
    move_lane,
    rename_lane,
    set_lane_height,
    set_lane_visible,
    show_more_rows,
)
from journeymapper.document.operations.maps import (
    add_map,
    change_map,
    delete_map,
    rename_map,
    set_map_personas,
)
from journeymapper.document.operations.people import (
    add_channel,
    add_note,
    add_participant,
    add_persona,
    add_role,
    change_channel,
    change_note,
    change_participant,
    change_persona,
    change_role,
    delete_channel,
    delete_note,
    delete_participant,
    delete_persona,
    delete_role,
)
from journeymapper.document.operations.projects import add_project, attach, set_project
from journeymapper.document.operations.stages import (
    add_stage,
    delete_stage,
    move_stage,
    rename_stage,
    set_phase,
    set_stage_goal,
    set_stage_owner,
)
from journeymapper.document.operations.touchpoints import (
    add_touchpoint,
    delete_touchpoint,
    move_touchpoint,
    rename_touchpoint,
    set_channels,
    set_description,
    set_entry,
    set_moment_of_truth,
    set_owner,
    set_wait,
)

VERBS: tuple[Callable[..., Any], ...] = (
    add_project,
    set_project,
    attach,
    add_map,
    rename_map,
    change_map,
    set_map_personas,
    delete_map,
    add_stage,
    rename_stage,
    move_stage,
    set_phase,
    set_stage_goal,
    set_stage_owner,
    delete_stage,
    add_touchpoint,
    rename_touchpoint,
    move_touchpoint,
    set_description,
    set_channels,
    set_owner,
    set_moment_of_truth,
    set_entry,
    set_wait,
    delete_touchpoint,
    set_feeling,
    clear_feeling,
    rate,
    add_lane,
    rename_lane,
    move_lane,
    set_lane_visible,
    set_lane_height,
    show_more_rows,
    delete_lane,
    add_saved_view,
    apply_saved_view,
    delete_saved_view,
    add_card,
    set_card_text,
    set_severity,
    set_frequency,
    set_card_source,
    move_card,
    delete_card,
    add_end,
    delete_end,
    connect,
    disconnect,
    set_share,
    set_handoff,
    add_persona,
    change_persona,
    delete_persona,
    add_note,
    change_note,
    delete_note,
    add_role,
    change_role,
    delete_role,
    add_channel,
    change_channel,
    delete_channel,
    add_participant,
    change_participant,
    delete_participant,
)

OPERATIONS: dict[str, Callable[..., Any]] = {verb.__name__: verb for verb in VERBS}
"""The registry of all verbs by name; tests drive every one of them."""

__all__ = ["OPERATIONS", *OPERATIONS]  # noqa: PLE0604 - names of functions, all of them text
