"""Rules of the style sheet for the views of plans: columns, cards, bars, the field."""

PLAN_VIEWS = """
QFrame#board_column { background: $sunken; border: 1px solid $line; border-radius: 8px; }
QFrame#board_column[target="yes"] { background: $accent_soft; border: 2px solid $accent; }
QFrame#board_column[target="no"] { border: 2px dashed $text_tertiary; }
QPushButton#plan_card { background: $surface; border: 1px solid $line_strong;
    border-radius: 8px; padding: 0; }
QPushButton#plan_card:hover, QPushButton#plan_card:focus { border-color: $text_tertiary; }
QPushButton#plan_card[lifted="true"] { background: transparent; border: 1px dashed $text_tertiary; }
QPushButton#plan_card QProgressBar::chunk { background: $text_secondary; }
QTreeWidget#plan_tree { outline: none; }
QTreeWidget#plan_tree::item { padding: 0 5px; }
QTreeWidget#plan_tree::item:hover { background: $sunken; }
QTreeWidget#plan_tree::item:selected { background: $accent_soft; color: $text; }
QTableView#plain_table::item { padding: 0 5px; }
QTableView#plain_table::item:selected { background: $accent_soft; color: $text; }
QListWidget#plan_agenda { background: transparent; border: none; outline: none; }
QListWidget#plan_agenda::item { border-radius: 6px; padding: 0 10px; color: $text_secondary; }
QListWidget#plan_agenda::item:hover { background: $sunken; }
QListWidget#plan_agenda::item:selected { background: $accent_soft; color: $text; }
QFrame#review_notice { background: $accent_soft; border-bottom: 1px solid $line_strong; }
QPushButton#plan_spot { background: transparent; border: none; border-radius: 4px; padding: 0; }
"""
