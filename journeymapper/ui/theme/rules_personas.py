"""Rules of the style sheet for the cards of personas: texts edited in place, cells, tags."""

PERSONAS = """
QPlainTextEdit[look="in_place"] { background: transparent; border: 1px solid transparent;
    border-radius: 4px; padding: 3px; color: $text; font-size: $px13;
    placeholder-text-color: $text_tertiary; }
QPlainTextEdit[look="in_place"]:hover { border-color: $line_strong; }
QPlainTextEdit[look="in_place"]:focus { background: $surface; border: 2px solid $focus;
    padding: 2px; }
QPlainTextEdit[look="in_place"][wrong="true"] { border: 2px solid $text; padding: 2px; }
QPlainTextEdit[look="in_place"][type="display"] { font-size: $px24; font-weight: 600; }
QPlainTextEdit[look="in_place"][type="cell"] { font-size: $px13; font-weight: 500; }
QPlainTextEdit[look="in_place"][type="body"] { font-size: $px12; }
QPlainTextEdit[look="in_place"][type="fact"] { font-size: $px12; font-weight: 500; }
QPlainTextEdit[look="in_place"][type="about"] { color: $text_secondary; }
QPlainTextEdit[look="in_place"][type="quote"] { font-size: $px16; font-style: italic;
    font-weight: 500; }
QPlainTextEdit[look="in_place"][quoted="true"] { padding-left: 11px; padding-right: 11px; }
QPlainTextEdit[look="in_place"][quoted="true"]:focus { padding-left: 10px; padding-right: 10px; }
QLabel[look="quote_mark"] { background: transparent; font-size: $px16; font-style: italic;
    font-weight: 500; }
QLineEdit[look="percent"] { background: transparent; border-color: transparent; padding: 0 3px;
    min-height: $px22; }
QLineEdit[look="percent"]:hover { border-color: $line_strong; }
QLineEdit[look="percent"]:focus { border: 2px solid $focus; background: $surface; padding: 0 2px; }

QFrame#persona_list { background: $chrome; border: none; border-right: 1px solid $line; }
QWidget#persona_list_inside { background: $chrome; }
QFrame#persona_side { background: $surface; border: none; border-left: 1px solid $line; }
QFrame#persona_side[below="true"] { border: none; border-top: 1px solid $line; }
QFrame#persona_block { background: transparent; border: none; border-bottom: 1px solid $line; }
QFrame#persona_cell { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame#persona_table { background: $surface; border: 1px solid $line; border-radius: 8px; }
QFrame#persona_table_cell { background: transparent; border: none;
    border-top: 1px solid $line; border-left: 1px solid $line; }
QFrame#persona_table_head { background: $sunken; border: none; border-left: 1px solid $line; }
QFrame#persona_row { background: $surface; border: none; border-bottom: 1px solid $line;
    border-left: 3px solid transparent; }
QFrame#persona_row[differs="true"] { border-left: 3px solid $text_tertiary; }
QLabel#round_clock { border-radius: 4px; padding: 2px 8px; background: $sunken; }
QLabel#round_clock[up="true"] { background: $accent; color: $on_accent; }
QFrame#persona_note { background: $sunken; border: none; border-radius: 8px; }
QFrame#persona_sure { background: $surface; border: 1px solid $line_strong; border-radius: 8px; }
QFrame#persona_facts { background: transparent; border: none; border-left: 1px solid $line_strong; }
QFrame#persona_facts[below="true"] { border: none; }

QPushButton[look="badge"] { background: $sunken; border: 1px solid transparent; border-radius: 4px;
    color: $text; font-size: $px11; font-weight: 500; padding: 0 7px; min-height: $px22; }
QPushButton[look="badge"]:hover { border-color: $control_border; }
QPushButton[look="badge"][main="true"] { background: $accent_soft; color: $accent; }
QLabel[look="badge"] { background: $sunken; border: 1px solid transparent; border-radius: 4px;
    color: $text; font-size: $px11; font-weight: 500; padding: 1px 6px; }
QLabel[look="disc"] { background: $text_secondary; color: $surface; border-radius: 9px; }
QLabel[look="badge"][main="true"] { background: $accent_soft; color: $accent; }
QLabel[look="badge"][due="true"] { border-color: $control_border; }
QPushButton[look="sure"] { background: transparent; border: 1px solid transparent;
    border-radius: 4px; padding: 0 2px; min-height: $px22; font-size: $px11; font-weight: 400;
    color: $text_secondary; text-align: left; }
QPushButton[look="sure"]:hover { border-color: $line_strong; background: $sunken; }
QPushButton[look="link"][opens="true"] { padding-right: 8px; }
QPushButton[look="invite"] { background: transparent; border: 1px dashed $line_strong;
    border-radius: 8px; padding: 0; }
QPushButton[look="invite"]:hover { border-color: $text_tertiary; background: $surface; }
"""
