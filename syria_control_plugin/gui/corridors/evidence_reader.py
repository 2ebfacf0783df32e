"""Reads the events matched to a corridor, shows them, and goes to the one that is wanted."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject

from ...sources.cases.corridor_rows import Match, read_evidence
from ...translation import tr
from ..latest_work import LatestWork
from ..work import Work
from .corridor_guide import CorridorGuide
from .evidence_view import EvidenceView


class EvidenceReader(QObject):
    """In the background; only the events of the corridor asked for last are shown."""

    def __init__(self, view: EvidenceView, guide: CorridorGuide, parent: QObject):
        super().__init__(parent)
        self._view, self._guide = view, guide
        self._matches: list[Match] = []
        self._work = LatestWork(self)
        self._work.ended.connect(self._show)
        view.event_wanted.connect(self._show_place)

    def read(self, path: str, number: int) -> None:
        """Those of a corridor, by its number, in the case at a path."""
        self._matches = []
        self._work.start(tr("Evidence"), lambda task: read_evidence(path, number))

    def stop(self) -> None:
        """What is still read is not shown, and what was read is forgotten."""
        self._work.drop()
        self._matches = []

    def _show(self, work: Work) -> None:
        if work.problem:
            self._view.show_matches(None, tr("The events can't be read: {}").format(work.problem))
            return
        self._matches = work.result
        self._view.show_matches(self._matches)

    def _show_place(self, place: int, zooms: bool) -> None:
        if place < len(self._matches):
            self._guide.show_place(self._matches[place].place, zooms)
