"""What a screen reader of Linux really gets: `python -m tests.at_spi`.

Shows the window on a display of its own, and asks it over AT-SPI as a reader does. Needs Xvfb,
dbus-run-session, at-spi2-core and the system's Python with the Atspi library; says what is
missing. Three processes: `__main__` brings up display and bus, `reader` asks (with the system's
Python, standard library and gi only), `stage` is the window and does what `reader` tells it.
"""
