"""The command line: one file a sub-command; the same verbs as the window, for people and scripts.

May import: everything but ui; only recover imports storage.

    $ journeymapper new practice.journey --template dental --sample
    $ journeymapper info practice.journey --json
    $ journeymapper export practice.journey -o map.pdf --paper a3
"""
