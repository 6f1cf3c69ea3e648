"""Ways in which a file comes back other than it was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

Mutation = Callable[[bytearray, Random], None]

_HEADER = 100
_NASTY = (b"\0\0\0\0", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\0\0\0", b"\0\0\0\1")


def page_size(content: bytes | bytearray) -> int:
    """Return the size of a file's pages in bytes."""
    size = int.from_bytes(content[16:18], "big")
    return 65536 if size == 1 else size


def some_bytes(content: bytearray, chance: Random) -> None:
    """Change 1 to 16 bytes anywhere."""
    for _byte in range(chance.choice((1, 1, 4, 16))):
        content[chance.randrange(len(content))] = chance.randrange(256)


def one_bit(content: bytearray, chance: Random) -> None:
    """Turn one bit over, as old disks do."""
    content[chance.randrange(_HEADER, len(content))] ^= 1 << chance.randrange(8)


def nasty_number(content: bytearray, chance: Random) -> None:
    """Put a number at a limit anywhere."""
    at = chance.randrange(len(content) - 4)
    content[at : at + 4] = chance.choice(_NASTY)


def header(content: bytearray, chance: Random) -> None:
    """Change the header, but not whose file it is."""
    at = chance.choice([*range(16, 60), *range(64, 68), *range(72, _HEADER)])
    content[at] = chance.randrange(256)


def start_of_a_page(content: bytearray, chance: Random) -> None:
    """Change the few bytes that say how a page is laid out."""
    at = chance.randrange(len(content) // page_size(content)) * page_size(content)
    content[max(at, _HEADER) + chance.randrange(24)] = chance.randrange(256)


def cut(content: bytearray, chance: Random) -> None:
    """Cut the file at the end of a page, and let the header agree every other time."""
    size = page_size(content)
    pages = chance.randrange(1, len(content) // size)
    del content[pages * size :]
    if chance.random() < 0.5:
        content[28:32] = pages.to_bytes(4, "big")


def cut_anywhere(content: bytearray, chance: Random) -> None:
    """Cut the file somewhere."""
    del content[chance.randrange(len(content)) :]


def tail(content: bytearray, chance: Random) -> None:
    """Add whole pages of anything, and let the header agree every other time."""
    pages = chance.randrange(1, 4)
    content += chance.randbytes(pages * page_size(content))
    if chance.random() < 0.5:
        content[28:32] = (len(content) // page_size(content)).to_bytes(4, "big")


def swapped_pages(content: bytearray, chance: Random) -> None:
    """Let two pages change places."""
    one, other = _page(content, chance), _page(content, chance)
    content[one], content[other] = content[other], content[one]


def doubled_page(content: bytearray, chance: Random) -> None:
    """Let a page be what another is."""
    content[_page(content, chance)] = content[_page(content, chance)]


def empty_page(content: bytearray, chance: Random) -> None:
    """Let a page be zeroes, as after a bad shutdown."""
    content[_page(content, chance)] = bytes(page_size(content))


def noisy_page(content: bytearray, chance: Random) -> None:
    """Let a page be noise."""
    content[_page(content, chance)] = chance.randbytes(page_size(content))


def words(content: bytearray, chance: Random) -> None:
    """Change letters of the words that our tables and texts are made of."""
    word = chance.choice((b"CREATE", b"TEXT", b"card", b"INTEGER", b"Card", b'"text":', b"user"))
    at = content.find(word, chance.randrange(len(content)))
    if at < 0:
        at = content.find(word)
    if at >= 0:
        content[at + chance.randrange(len(word))] = chance.randrange(256)


def _page(content: bytearray, chance: Random) -> slice:
    size = page_size(content)
    number = chance.randrange(1, len(content) // size)
    return slice(number * size, (number + 1) * size)


MUTATIONS: Mapping[str, Mutation] = {
    mutation.__name__: mutation
    for mutation in (
        some_bytes,
        one_bit,
        nasty_number,
        header,
        start_of_a_page,
        cut,
        cut_anywhere,
        tail,
        swapped_pages,
        doubled_page,
        empty_page,
        noisy_page,
        words,
    )
}
"""All of them by name."""
