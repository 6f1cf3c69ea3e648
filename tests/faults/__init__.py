"""The long reliability plan: kill it, fill the disk, pull the plug, and see what is left.

May import: everything. Each row breaks the application's own code in one way, again and again,
and judges what is on the disk afterwards. A row that cannot run has failed.

    python -m tests.faults             # every row, in full; the table, build/faults.json
    python -m tests.faults R1 R4       # these rows
    python -m tests.faults --short     # every row with few trials
"""
