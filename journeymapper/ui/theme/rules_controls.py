"""Rules of the style sheet for controls: buttons, fields, chips, cards, tables."""

CONTROLS = """
QPushButton, QToolButton[look="icon"], QToolButton[look="quiet"] {
    min-height: $px26; padding: 0 12px; border-radius: 6px; border: 1px solid $control_border;
    background: $surface; color: $text; font-weight: 500; }
QPushButton:hover, QToolButton[look="icon"]:hover { border-color: $text_tertiary;
    background: $sunken; }
QPushButton:pressed { background: $sunken; }
QPushButton:checked, QToolButton[look="icon"]:checked { background: $accent_soft;
    border-color: $accent; color: $text; }
QPushButton:disabled { color: $text_disabled; border-color: $line_strong; background: $surface; }
QPushButton[look="primary"] { background: $accent; border-color: $accent; color: $on_accent;
    font-weight: 600; }
QPushButton[look="primary"]:hover { background: $accent; border-color: $text; }
QPushButton[look="primary"]:disabled { background: $sunken; border-color: $line_strong;
    color: $text_disabled; }
QPushButton[look="quiet"], QToolButton[look="quiet"], QToolButton[look="icon"] {
    border-color: transparent; background: transparent; }
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover, QToolButton[look="icon"]:hover {
    background: $sunken; border-color: transparent; }
QPushButton[look="quiet"]:disabled, QToolButton:disabled { color: $text_disabled; }
QPushButton[look="link"] { border: none; background: transparent; color: $accent; padding: 0;
    text-align: left; font-weight: 500; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"][tone="text"] { color: $text; font-weight: 600; }
QPushButton[look="link"][scale="small"] { font-size: $px11; }
QPushButton[look="secondary"][scale="large"] { font-weight: 500; }
QPushButton[scale="large"] { min-height: $px50; padding: 0 30px; border-radius: 8px;
    font-size: $px17; }
QToolButton[look="icon"] { padding: 0; min-width: 26px; }
QPushButton#zoom { padding: 0 4px; }
QToolButton::menu-indicator { image: none; }
QPushButton::menu-indicator { image: none; width: 0; }

QPushButton[look="card"], QPushButton[look="choice"] { background: $surface;
    border: 1px solid $line; border-radius: 8px; padding: 0; }
QPushButton[look="choice"] { border-color: $line_strong; }
QPushButton[look="card"]:hover, QPushButton[look="choice"]:hover {
    border-color: $text_tertiary; background: $surface; }
QPushButton[look="card"]:pressed, QPushButton[look="choice"]:pressed { background: $sunken; }
QPushButton[look="card"]:checked { border: 2px solid $accent; }
QPushButton[look="card"]:disabled { border-color: $line; }
QPushButton[look="answer"] { background: $surface; border: 1px solid $control_border;
    border-radius: 6px; padding: 0; }
QPushButton[look="answer"]:hover { border-color: $text_tertiary; background: $sunken; }
QPushButton[look="answer"]:checked { border: 2px solid $accent; background: $accent_soft; }
QPushButton[look="next"] { background: $accent; border: 1px solid $accent; border-radius: 6px;
    padding: 0; }
QPushButton[look="next"]:hover { border-color: $text; }
QPushButton[look="line"] { background: transparent; border: none; border-radius: 0;
    border-bottom: 1px solid $line_strong; padding: 0; }
QPushButton[look="line"]:hover { background: $sunken; }
QFrame#walk_card, QFrame#gap_card { background: $surface; border: 1px solid $line;
    border-radius: 8px; }
QFrame#answers_card { background: $surface; border: 1px solid $control_border; border-radius: 8px; }
QFrame#answers_card[active="true"] { border: 2px solid $accent; }
QFrame#answers_number { background: $surface; border: 2px solid $accent; border-radius: 6px; }
QFrame#answers_sheets, QFrame#answers_question { background: $surface; border: 1px solid $line;
    border-radius: 8px; }
QTableView#answers_table { border: none; background: $surface; border-radius: 7px; }
QFrame#answers_side { background: $surface; border: none; border-left: 1px solid $line; }
QFrame#answers_tally { background: $canvas; border: 1px solid $line; border-radius: 8px; }
QFrame#walk_note { background: $sunken; border-radius: 8px; }
QWidget#walk_map { border-top: 1px solid $line_strong; }
QLineEdit[scale="large"] { font-size: $px20; min-height: $px32; }
QPushButton[look="hero"] { background: $accent; border: none; border-radius: 8px; padding: 0; }
QPushButton[look="hero"]:hover { background: $accent; border: 2px solid $text; }
QLabel[look="tag"] { background: $sunken; border: 1px solid $control_border; border-radius: 4px;
    color: $text_secondary; font-size: $px11; font-weight: 600; padding: 0 6px; }
QLabel[look="key"] { background: $surface; border: 1px solid $control_border; border-radius: 4px;
    color: $text_secondary; font-size: $px11; padding: 0 5px; }

QFrame#segmented { background: $sunken; border: 1px solid $control_border; border-radius: 6px; }
QFrame#segmented QPushButton { border: 1px solid transparent; border-radius: 4px;
    min-height: $px22; padding: 0 12px; background: transparent; color: $text_secondary; }
QFrame#segmented QPushButton:hover { color: $text; }
QFrame#segmented QPushButton:checked { background: $surface; border-color: $control_border;
    color: $text; font-weight: 600; }
QFrame#segmented QPushButton:disabled { color: $text_disabled; }
QFrame#segmented QPushButton#one_digit { padding: 0; }

QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QSpinBox, QDateEdit {
    background: $surface; border: 1px solid $control_border; border-radius: 6px;
    padding: 0 8px; color: $text; selection-background-color: $accent;
    selection-color: $on_accent; }
QLineEdit, QComboBox, QSpinBox, QDateEdit { min-height: $px26; }
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus,
QDateEdit:focus { border: 2px solid $focus; padding: 0 7px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: 3px 5px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: $text_disabled;
    border-color: $line_strong; background: $canvas; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid $text; }
QComboBox[editable="true"] { padding-right: 0; }
QComboBox::drop-down { border: none; width: 20px; }
QComboBox::down-arrow { image: none; width: 0; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line_strong;
    selection-background-color: $accent_soft; selection-color: $text; outline: none; }
QFrame#search { background: $surface; border: 1px solid $control_border; border-radius: 6px; }
QFrame#search[active="true"] { border: 2px solid $focus; }
QFrame#search QToolButton[look="icon"] { min-width: $px24; min-height: $px22; max-height: $px22;
  border-radius: 4px; }
QFrame#search QLineEdit, QFrame#search QLineEdit:focus { border: none; padding: 0;
    background: transparent; }

QCheckBox, QRadioButton { spacing: 8px; min-height: $px24; color: $text; background: transparent; }
QCheckBox:disabled, QRadioButton:disabled { color: $text_disabled; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $control_border;
    border-radius: 4px; background: $surface; }
QCheckBox::indicator:hover { border-color: $text_tertiary; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; }
QCheckBox::indicator:disabled { border-color: $line_strong; background: $canvas; }
QCheckBox:focus { color: $text; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $control_border; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; margin: -6px 0; border: 1px solid $control_border;
    border-radius: 7px; background: $surface; }
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus { border: 2px solid $focus; }
QProgressBar { background: $sunken; border: 1px solid $line_strong; border-radius: 4px;
    min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QTableView, QListView, QTreeView { background: $surface; border: 1px solid $line_strong;
    gridline-color: $line; selection-background-color: $accent_soft; selection-color: $text; }
QTableView[look="lines"]::item, QTreeView[look="lines"]::item { padding: 0 5px; }
QTableView[look="lines"]::item:focus { border: 2px solid $focus; padding: 0 3px; }
QTableView[look="lines"], QTreeView[look="lines"] { outline: none; }
QListView#found, QTableView#comments { border: none; }
QFrame#differences { background: $surface; border: none; border-left: 1px solid $line; }
QFrame#differences QListView { border: none; outline: none; }
QFrame#differences QListView::item { padding: 6px 0; color: $text;
    border-bottom: 1px solid $line; }
QFrame#differences QListView::item:selected { background: $accent_soft; }
QHeaderView::section { background: $sunken; color: $text_secondary; border: none;
    border-bottom: 1px solid $line; padding: 6px 8px; font-weight: 600; }
"""
