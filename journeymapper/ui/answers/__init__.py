"""What people answered: typed in, taken from files, counted, read.

May import: everything below ui, and the parts of ui that places use.

    tab = ImportTab(context, session, binding)
"""
