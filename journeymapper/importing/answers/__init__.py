"""What the columns of a foreign table mean: guessed, told, and read into answers.

May import: domain and `importing.tables`. Never writes a document: `domain.intake` goes there.

    mapping = guess(table)
    reading = read(table, mapping, known)
    reading.responses, reading.problems
"""
