"""How a document is kept: one SQLite file, its history in it, one transaction for each step.

May import: `domain`, SQLAlchemy Core, sqlite3. Only `document` (and `cli.recover`) import it.

    store = Store.create(folder / "practice.journey", doc_id)
    store.write(step, changes)          # rows and history together, or nothing
    publish(store, target, None)        # the user's file, replaced as a whole
"""
