"""A program that edits without end and says what it has been told is kept; to be killed.

    python -m tests.reliability.editing write WORK
    python -m tests.reliability.editing publish WORK TARGET

Each line of its output is the number of a step that is kept (or published).
"""

from __future__ import annotations

import dataclasses
import random
import sys
from pathlib import Path

from journeymapper.domain.changes import Change
from journeymapper.domain.entities import Card
from journeymapper.storage.files import identify, publish
from journeymapper.storage.store import Store
from tests.unit.storage.samples import CARD, step


def edit(store: Store, chance: random.Random) -> int:
    """Make one step: type, amend what was typed, add many cards, or delete them again."""
    cards = {id_: card for id_, card in store.load()[Card].items() if isinstance(card, Card)}
    head = store.head()
    assert head is not None
    seq = head.seq + 1
    card = cards[CARD.id]
    typed = dataclasses.replace(card, text=f"{seq} " + "word " * chance.randrange(200))
    if len(cards) > 1:
        extra = [found for found in cards.values() if found.id != CARD.id]
        store.write(step(seq), [Change(Card, found.id, found, None) for found in extra])
    elif chance.random() < 0.3:
        new = [dataclasses.replace(CARD, id=f"n{number}") for number in range(60)]
        store.write(step(seq), [Change(Card, found.id, None, found) for found in new])
    else:
        store.write(step(seq), [Change(Card, card.id, card, typed)])
        if chance.random() < 0.3:
            more = dataclasses.replace(typed, citation="amended")
            store.amend(step(seq), [Change(Card, card.id, card, more)])
    return seq


def main(task: str, work: Path, target: Path | None) -> None:
    chance = random.Random()
    store = Store.open(work)
    identity = identify(target) if target is not None and target.exists() else None
    while True:
        seq = edit(store, chance)
        if task == "publish":
            assert target is not None
            identity = publish(store, target, identity)
        print(seq, flush=True)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(arguments[0], Path(arguments[1]), Path(arguments[2]) if len(arguments) > 2 else None)
