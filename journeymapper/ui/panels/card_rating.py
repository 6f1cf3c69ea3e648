"""What cards of some rows say besides their text: what an idea is worth, how easy a program is."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journeymapper.analysis.impact_effort import is_quick_win
from journeymapper.domain.message import Message, _
from journeymapper.ui.context import Context
from journeymapper.ui.panels.one_to_five import OneToFive
from journeymapper.ui.widgets.labels import PlainLabel


class Worth(QWidget):
    """How much an idea helps and how much work it is; says when it is a quick win."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        say = context.say
        self.impact = OneToFive(context, _("How much it helps"), _("little"), _("a lot"))
        self.effort = OneToFive(context, _("How much work it is"), _("little"), _("a lot"))
        self.verdict = PlainLabel("", "subheading", wrap=True)
        self._quick = say(_("Quick win: it helps and is little work."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for words, field in (
            (_("How much it helps"), self.impact),
            (_("How much work it is"), self.effort),
        ):
            column.addWidget(PlainLabel(say(words), "label", "text_secondary"))
            column.addWidget(field)
        column.addWidget(self.verdict)

    def set_values(self, impact: int | None, effort: int | None) -> None:
        """Show two numbers without telling anybody."""
        self.impact.set_value(impact)
        self.effort.set_value(effort)
        quick = is_quick_win(impact, effort)
        self.verdict.setText(self._quick if quick else "")
        self.verdict.setVisible(quick)


def ease_choice(context: Context) -> OneToFive:
    """Return the choice of how easily staff work with a program."""
    return OneToFive(context, EASE, _("hard"), _("easy"))


EASE: Message = _("How easily staff work with it")
