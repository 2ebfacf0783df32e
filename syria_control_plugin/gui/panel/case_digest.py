"""Reads a case in the background: first its facts, then its areas and changes."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...sources.cases.case import Case
from ...sources.cases.case_digest import CaseFacts, digest_of, facts_of
from ...translation import tr
from ..latest_work import LatestWork
from ..work import Work


class CaseReader(QObject):
    """Reads one case at a time; another one ends what still runs for the one before.

    facts_read   CaseFacts: at once, so that the dates can be shown
    digest_read  CaseDigest: a few seconds later, for a case of a thousand maps
    progressed   percent of the digest, while it is computed
    failed       path, what is wrong ("" where the user cancelled)
    """

    facts_read = pyqtSignal(object)
    digest_read = pyqtSignal(object)
    progressed = pyqtSignal(float)
    failed = pyqtSignal(str, str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._path = ""
        self._work = LatestWork(self)
        self._work.progressed.connect(self.progressed)
        self._work.cancelled.connect(lambda: self.failed.emit(self._path, ""))
        self._work.ended.connect(self._ended)

    @property
    def is_reading(self) -> bool:
        return self._work.is_awaited

    def read(self, path: str) -> None:
        """Reads facts, then areas and changes."""
        self._path, title = path, Path(path).stem
        self._work.start(tr("Opening {}").format(title), lambda task: facts_of(Case(path), title))

    def read_on(self, facts: CaseFacts) -> None:
        """Reads areas and changes of a case of which the facts are known."""
        self._path, title = facts.path, tr("Areas and changes of {}").format(facts.title)
        self._work.start(title, lambda task: digest_of(facts, task), is_hidden=False)

    def cancel(self) -> None:
        """Ends what runs, as the user wants it."""
        self._work.cancel()

    def stop(self) -> None:
        """Ends what runs; nothing is told of it any more."""
        self._path = ""
        self._work.drop()

    def _ended(self, work: Work) -> None:
        if work.problem:
            self.failed.emit(self._path, work.problem)
        elif isinstance(work.result, CaseFacts):
            self.facts_read.emit(work.result)
            if self._path and not self.is_reading:  # unless whoever heard of it wants another case, or this one no more
                self.read_on(work.result)
        else:
            self.digest_read.emit(work.result)
