"""What decoders of pictures raise for a damaged file, whoever wrote them."""

from __future__ import annotations

import struct

DAMAGED: tuple[type[Exception], ...] = (
    OSError,
    ValueError,
    KeyError,
    IndexError,
    TypeError,
    SyntaxError,
    EOFError,
    MemoryError,
    OverflowError,
    ZeroDivisionError,
    struct.error,
)
