"""What goes OUT: display lists and tables become PDF, SVG, PNG and other files.

May import: drawing, analysis, text and domain; never storage or document. reportlab only in pdf.

    target = formats.for_suffix(".pdf")
    pages = drawing.map.pages(snapshot, paper)
    target.write(pages, path)
"""
