"""The tables under More of Answers, and how to open one.

for key, name in MORE.items(): ...      # entries of the menu
open_more(context, session, "posts", window)
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from journeymapper.domain.message import Message, _
from journeymapper.ui.answers.forget_dialog import ForgetDialog
from journeymapper.ui.answers.more_competitors import Competitors
from journeymapper.ui.answers.more_dialog import MoreDialog
from journeymapper.ui.answers.more_lines import Lines
from journeymapper.ui.answers.more_management import Management
from journeymapper.ui.answers.more_posts import Posts
from journeymapper.ui.answers.more_standards import Standards
from journeymapper.ui.context import Context
from journeymapper.ui.dialogs.frame import DialogFrame
from journeymapper.ui.session import Session

FORGET = "forget"

_LINES: Mapping[str, type[Lines]] = {
    "posts": Posts,
    "competitors": Competitors,
    "management": Management,
    "standards": Standards,
}

MORE: Mapping[str, Message] = {
    "posts": _("Feedback plan…"),
    "competitors": _("Competitors and benchmarks…"),
    "management": _("Estimates of management…"),
    "standards": _("Our standards…"),
    FORGET: _("Forget a person…"),
}
"""The entries of the menu by key."""


def open_more(context: Context, session: Session, key: str, parent: QWidget | None) -> None:
    """Show what an entry stands for until it is closed; nothing without an open document."""
    if session.document is None:
        return
    dialog: DialogFrame
    if key == FORGET:
        dialog = ForgetDialog(context, session, (), parent)
    else:
        dialog = MoreDialog(context, session, _LINES[key](), parent)
    dialog.exec()
    dialog.deleteLater()
