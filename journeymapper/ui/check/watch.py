"""What there is to ask about the map at the moment; worked out when nothing else is to be done."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from journeymapper.analysis.checks import Finding, check_map
from journeymapper.app.ignored import ignored_in, with_ignored
from journeymapper.app.settings import IGNORED, KEEP_RECENT
from journeymapper.domain.snapshot import Snapshot
from journeymapper.ui.canvas.bench import Bench

REST_MS = 400
"""So long after the last change the map is looked at again, unless somebody asks."""


class CheckWatch(QObject):
    """Follows the document; remembers what was put aside."""

    changed = Signal()
    """There are other findings now."""

    def __init__(self, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._seen: tuple[Snapshot, str] | None = None
        self._all: tuple[Finding, ...] = ()
        self._aside: dict[str, frozenset[str]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self.look)
        self._free = QTimer(self)
        self._free.setSingleShot(True)
        self._free.timeout.connect(self._timer.start)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What there is to ask, without what was put aside."""
        aside = self._put_aside()
        return tuple(finding for finding in self._all if finding.key not in aside)

    @property
    def hidden(self) -> int:
        """How many findings were put aside."""
        return len(self._all) - len(self.findings)

    def look_soon(self) -> None:
        """The document has changed: look so long after this is done, however long it takes."""
        self._timer.stop()
        self._free.start(0)

    def look(self) -> None:
        """Look at the map as it is now."""
        self._free.stop()
        self._timer.stop()
        bench = self._bench
        if not bench.ready:
            self._tell(None, ())
            return
        seen = (bench.document.snapshot, bench.projection.map_id)
        if self._seen is not None and self._seen[0] is seen[0] and self._seen[1] == seen[1]:
            return
        today = bench.context.services.clock().astimezone().date()
        self._tell(seen, check_map(*seen, today))

    def put_aside(self, finding: Finding) -> None:
        """Do not ask this again in this document."""
        self._set_aside((*self._put_aside(), finding.key))

    def bring_back(self) -> None:
        """Ask everything again."""
        self._set_aside(())

    def _tell(self, seen: tuple[Snapshot, str] | None, found: tuple[Finding, ...]) -> None:
        same = found == self._all and (seen is None) == (self._seen is None)
        self._seen, self._all = seen, found
        if not same:
            self.changed.emit()

    def _put_aside(self) -> frozenset[str]:
        if not self._bench.ready:
            return frozenset()
        doc_id, settings = self._bench.document.doc_id, self._bench.context.settings
        kept = ignored_in(settings.get(IGNORED), doc_id)
        return kept | self._aside.get(doc_id, frozenset())

    def _set_aside(self, keys: tuple[str, ...]) -> None:
        """Remember it as long as the window, and longer where files are remembered at all."""
        doc_id, settings = self._bench.document.doc_id, self._bench.context.settings
        self._aside[doc_id] = frozenset(keys)
        if settings.get(KEEP_RECENT):
            known = {finding.key for finding in self._all}
            kept = tuple(sorted(key for key in keys if key in known))
            settings.set(IGNORED, with_ignored(settings.get(IGNORED), doc_id, kept))
        self.changed.emit()
