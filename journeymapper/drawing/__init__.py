"""What it LOOKS like: a document becomes shapes, shaped text, icons and pictures.

May import: text, analysis, domain. Knows no painter, no window and no file but the token file.

    theme = Tokens.load(resources / "tokens.toml").theme("light")
    card = Rect(Box(0, 0, 99, 48), fill="surface", stroke="line_strong", radius=8)
    Drawing(99, 48, (Group("card:1", Box(0, 0, 99, 48), (card,), reading=Reading.TEXT),))
"""
