"""Rules of the style sheet for plans: the line for something new, lists, the open plan."""

PLANS = """
QFrame#plan_new { background: $surface; border: none; border-bottom: 1px solid $line; }
QFrame#plan_since { background: $accent_soft; border: none; border-bottom: 1px solid $line_strong; }
QScrollArea#plan_side { background: $chrome; border: none; border-right: 1px solid $line; }
QWidget#plan_side_inside { background: $chrome; }
QFrame#plan_box, QFrame#plan_card { background: $surface; border: 1px solid $line;
    border-radius: 8px; }
QPushButton[look="plan_line"] { background: transparent; border: none; border-radius: 0;
    border-left: 3px solid transparent; border-bottom: 1px solid $line; padding: 0; }
QPushButton[look="plan_line"][last="true"] { border-bottom: none; }
QPushButton[look="plan_line"]:hover { background: $sunken; }
QPushButton[look="plan_line"]:checked { background: $accent_soft; border-left: 3px solid $accent; }
QPushButton[look="step_tick"] { background: transparent; border: 1px solid transparent;
    border-radius: 6px; padding: 0; }
QPushButton[look="step_tick"]:hover { background: $sunken; }
QPushButton[look="quiet"][tone="fold"] { font-size: $px12; font-weight: 600; padding: 0 8px; }
QPlainTextEdit[look="in_place"][type="plan_title"] { font-size: $px20; font-weight: 600; }
QFrame#calendar QCalendarWidget QWidget#qt_calendar_navigationbar { background: $surface; }
QFrame#calendar QCalendarWidget QToolButton { background: transparent; border: none;
    color: $text; font-weight: 600; padding: 4px 8px; }
QFrame#calendar QCalendarWidget QToolButton:hover { background: $sunken; border-radius: 4px; }
QFrame#calendar QCalendarWidget QTableView { border: none; alternate-background-color: $surface;
    selection-background-color: $accent; selection-color: $on_accent; }
QFrame#calendar { background: $surface; border: 1px solid $control_border; }
QLabel[look="plan_state"] { background: $surface; border: 1px solid $control_border;
    border-radius: 4px; color: $text; font-size: $px11; font-weight: 500; padding: 2px 7px; }
"""
