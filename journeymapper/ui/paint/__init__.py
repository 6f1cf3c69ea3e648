"""Display lists on the screen: every drawing the window shows is painted here.

May import: `drawing`, `text`, `domain` and PySide6. Knows no document.

    ink = Ink(tokens.theme("dark"), icons, engine.fonts, document.blob)
    paint_drawing(painter, thumbnail, ink)
    tiles.draw(painter, viewport_rect, offset, zoom)
"""
