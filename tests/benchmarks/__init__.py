"""Speed as ratios: ours beside a floor that does the least the machine can, in one run.

May import: everything. Each family of rows is a module with ``rows()`` that yields Results and
runs in a process of its own. `python -m tests.benchmarks` runs all of them; with names, those.

    ours, floor = alternate(lambda: timed(open_it), lambda: timed(read_it))
    yield Result("open", "open a file", "10,000 steps", "read all rows", ours, floor, goal=5.0)
"""
