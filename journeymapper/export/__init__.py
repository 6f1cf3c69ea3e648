"""Display lists become files: PDF, SVG, PNG. ``formats`` is the one table of what there is.

May import: drawing, analysis, text (not its engine), domain. Never writes a document.

    paths = export_map(snapshot, [map_id], Path("map.pdf"), options, services)
    write_svg(drawing, theme=theme, icons=icons, fonts_dir=fonts, ...)
    FORMATS[".pdf"].name
"""
