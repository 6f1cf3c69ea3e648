"""The packages that the analysis is built on, to be loaded ahead of it.

They are most of what there is to load, and none of it is ours: whoever loads them in a thread of
its own need not keep others from loading parts of the program meanwhile.
"""

from __future__ import annotations

import networkx
import numpy

__all__ = ["networkx", "numpy"]
