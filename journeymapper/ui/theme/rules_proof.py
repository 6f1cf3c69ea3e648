"""Rules of the style sheet for what proves a plan: verdicts, and who was told."""

PROOF = """
QFrame#plan_pill { background: $sunken; border: 1px solid $line; border-radius: 4px; }
QFrame#plan_pill[tone="good"] { background: $good_soft; border-color: $good_soft; }
QFrame#plan_pill[tone="warn"] { background: $warn_soft; border-color: $warn_soft; }
QToolButton[look="told_mark"] { border: 1px solid transparent; border-radius: 6px; padding: 0;
    background: transparent; min-width: 22px; min-height: 24px; }
QToolButton[look="told_mark"]:hover { background: $sunken; }
QPushButton[look="told"] { background: transparent; border: none; border-radius: 4px;
    color: $text; font-weight: 400; padding: 0 2px; text-align: left; }
QPushButton[look="told"]:hover { background: $sunken; }
"""
