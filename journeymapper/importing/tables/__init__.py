"""A foreign table as it is: letters, separators, title lines and cells, before any meaning.

May import: domain. Never decides what a column is about; `importing.answers` does.

    with reading(path) as work:
        table = work.table()
    table.header, table.rows[0]
"""
