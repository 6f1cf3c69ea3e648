"""How foreign files come in: sniff, preview, then rows or a clear list of what is wrong.

May import: drawing, analysis, text and domain; never storage, document, export or app.

    table = read_apart(path)
    reading = read(table, guess(table), known_in(snapshot))
    reading.count, reading.problems
"""
