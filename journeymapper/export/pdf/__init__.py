"""Writes display lists as tagged PDF. The only folder that imports reportlab.

May import: drawing, text (not its engine), domain. reportlab gives the frame of the file
(objects, cross references, trailer); content, fonts, tags and pictures are written here.

    write_pdf(sheets, Path("map.pdf"), theme=theme, icons=icons, fonts_dir=fonts,
              pictures=document.blob, catalogue=ENGLISH, title="Visit", language="en")
    pages = pypdfium2.PdfDocument("map.pdf")
"""
