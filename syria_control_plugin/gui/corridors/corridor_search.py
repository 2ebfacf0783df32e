"""Searches a case for corridors in the background."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.corridors.findings import CorridorOptions
from ...mapping.layers.styles import style_case
from ...mapping.sentences.corridor_sentences import corridor_texts
from ...mapping.sentences.search_notes import inferred_notes, observed_notes
from ...sources.cases.case import Case
from ...sources.cases.case_corridors import case_movements, case_series, refresh_corridors
from ...sources.cases.catalogue import known_factions, theme_for
from ...translation import tr
from ..latest_work import LatestWork
from ..work import Work


class CorridorSearch(QObject):
    """One search at a time. Whatever interrupts it, the case has the corridors that it had, or all new ones.

    progressed  percent, None where nothing is searched any more
    found       path of the case, and in sentences what was not made a corridor
    failed      what is wrong
    """

    progressed = pyqtSignal(object)
    found = pyqtSignal(str, list)
    failed = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._path = ""
        self._work = LatestWork(self)
        self._work.progressed.connect(self.progressed.emit)
        self._work.cancelled.connect(lambda: self.progressed.emit(None))
        self._work.ended.connect(self._ended)

    @property
    def is_searching(self) -> bool:
        return self._work.is_awaited

    def start(self, path: str, options: CorridorOptions) -> None:
        """Searches a case, unless one is searched already."""
        if self.is_searching:
            return
        self._path = path
        self._work.start(tr("Searching for corridors"), lambda task: _searched(path, options, task), is_hidden=False)
        self.progressed.emit(0.0)

    def cancel(self) -> None:
        """Ends the search, as the user wants it."""
        self._work.cancel()

    def stop(self) -> None:
        """Ends the search; nothing is told of it any more."""
        if self.is_searching:
            self._work.drop()
            self.progressed.emit(None)

    def _ended(self, work: Work) -> None:
        self.progressed.emit(None)
        if work.problem:
            self.failed.emit(tr("The search for corridors failed, nothing was changed: {}").format(work.problem))
        else:
            self.found.emit(self._path, work.result)


def _searched(path: str, options: CorridorOptions, progress) -> list[str]:
    """Searches a case and styles its layers; returns in sentences what was not made a corridor."""

    def style(draft) -> None:
        style_case(draft, theme_for(draft, ""))

    seen, deduced = refresh_corridors(path, options, corridor_texts, progress, style)
    case = Case(path)
    movements = case_movements(case, known_factions(case))
    return [*observed_notes(seen, movements, case_series(case)), *inferred_notes(deduced)]
