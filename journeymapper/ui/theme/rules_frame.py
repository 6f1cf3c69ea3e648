"""Rules of the style sheet for the frame of the window: bars, menus, tooltips, scroll bars."""

FRAME = """
* { font-family: $family; font-size: $px12; }
QWidget { color: $text; }
QMainWindow, QDialog { background: $canvas; }
QDialog#finder { background: $surface; border: 1px solid $control_border; }
QWidget#frame { background: $chrome; }
QWidget#work, QStackedWidget#places { background: $canvas; }
PlainLabel { background: transparent; }
PlainLabel[type="greeting"] { letter-spacing: -0.9px; }
PlainLabel:disabled { color: $text_disabled; }

QMenuBar { background: $chrome; border-bottom: 1px solid $line; padding: 3px 4px; spacing: 0; }
QMenuBar::item { color: $text_secondary; padding: 5px 10px; border-radius: 6px;
    background: transparent; }
QMenuBar::item:selected { background: $sunken; color: $text; }
QMenu { background: $surface; border: 1px solid $line_strong; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; color: $text; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $text_disabled; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 16px; height: 16px; margin-left: 6px; }

QToolTip { background: $text; color: $surface; border: none; padding: 6px 8px; }

QWidget#activity_bar { background: $chrome; border-right: 1px solid $line; }
QToolButton[look="place"] { background: transparent; border: none; border-radius: 8px;
    color: $text_secondary; font-size: $px12; padding: 0; }
QToolButton[look="place"]:hover { background: $sunken; color: $text; }
QToolButton[look="place"]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QToolButton[look="place"]:disabled { color: $text_disabled; background: transparent; }

QWidget#top_bar { background: $chrome; border-bottom: 1px solid $line; }
QWidget#status_bar { background: $chrome; border-top: 1px solid $line; }
QWidget#status_bar PlainLabel { font-size: $px11; }
QFrame[look="divider"] { background: $line_strong; border: none; }
QWidget#home_start { background: $chrome; border-right: 1px solid $line; }
QWidget#problem_bar { background: $warn_soft; border-bottom: 1px solid $line_strong; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QScrollBar:vertical { background: transparent; width: 14px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 14px; margin: 0; }
QScrollBar::handle { background: $control_border; border-radius: 4px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $text_tertiary; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""
