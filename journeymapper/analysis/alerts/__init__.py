"""The closed loop: which answers raise alerts, who gets them, what is late, what came of them.

May import: `domain`, the figures of `analysis`. All is pure; now and today are handed in.

    for hit in heard(snapshot, voice): ...       # what an answer raises
    board(snapshot, now)[0].due                  # the alert that is due first
    what_worked(snapshot)[0].outcome
"""
