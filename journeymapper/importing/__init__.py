"""How foreign files come in: sniff, preview, then rows or a clear list of what is wrong.

May import: drawing, analysis, text and domain; never storage, document, export or app.

    kind = sniff.kind_of(path)
    preview = answers.preview(path, mapping)
    rows = preview.rows()
"""
