"""How the window looks: the present theme, the palette, one style sheet and tinted icons.

May import: drawing, text, app and domain. Colours and lengths come from the tokens alone.

    holder = ThemeHolder(tokens, "dark")
    window.setStyleSheet(style_sheet(tokens, holder.theme, scale=1.0))
    holder.changed.connect(repaint)
"""
