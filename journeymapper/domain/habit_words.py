"""What habits, levels, answers and the like are called, on screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping

from journeymapper.domain.kinds_plan import CustomersSee, Habit, Level, Ready, Use
from journeymapper.domain.message import Message, _

HABITS: Mapping[Habit, Message] = {
    Habit.START: _("Start"),
    Habit.STOP: _("Stop"),
    Habit.CONTINUE: _("Continue"),
}
"""What a role does with a behaviour."""

USES: Mapping[Use, Message] = {
    Use.UNKNOWN: _("not yet"),
    Use.HIRE: _("when we hire"),
    Use.REWARD: _("when we praise and reward"),
    Use.PROCESS: _("in how we work"),
}
"""Where a behaviour becomes a decision."""

LEVELS: Mapping[Level, Message] = {
    Level.FRONTLINE: _("Frontline"),
    Level.MANAGEMENT: _("Management"),
}
"""Where a role stands: frontline or management."""

READY: Mapping[Ready, Message] = {
    Ready.YES: _("Yes"),
    Ready.PARTLY: _("Partly"),
    Ready.NO: _("No"),
}
"""The answers of the readiness check; an open question has none."""

CUSTOMERS_SEE: Mapping[CustomersSee, Message] = {
    CustomersSee.STRENGTH: _("Strength"),
    CustomersSee.WEAKNESS: _("Weakness"),
}
"""What customers see in us."""
