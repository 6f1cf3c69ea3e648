"""Accounts: client organisations with their tiers, what each tier is promised, and segments.

May import: ui's own parts, document, analysis, app and domain; shown in the place of personas.

    view = AccountsView(desk)
    view.refresh()
"""
