"""The cards of typical customers: the list, the card that is its own editor, what is known of it.

May import: ui's own parts, document, drawing, analysis, app and domain; the place is in `places`.

    desk = CardDesk(context, session)
    desk.show(persona_id)
    card = Card(desk)  # follows desk.refreshed, writes through ui.commands
"""
