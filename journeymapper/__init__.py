"""Journey Mapper: map what a customer lives through, see where it falls short, mend it.

The rooms of the package import downwards only; siblings on one line never import each other::

    ui | cli
    document | export | importing | app
    drawing
    storage | analysis
    text
    domain

``journeymapper.__main__`` is the composition root and may import anything. The contracts in
``pyproject.toml`` (section ``tool.importlinter``) enforce this inside ``make test``.

    $ journeymapper new practice.journey --template dental --sample
    $ journeymapper export practice.journey -o map.pdf
    $ journeymapper practice.journey
"""

__version__ = "0.1.0"
