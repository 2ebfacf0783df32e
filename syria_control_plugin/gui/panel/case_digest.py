"""Reads a case in the background: first its facts, then its areas and changes."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...sources.cases.case import Case
from ...sources.cases.case_digest import CaseFacts, digest_of, facts_of
from ...translation import tr
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
        self._current: Work | None = None
        self._running: set[Work] = set()  # Python must hold a task for as long as it runs

    @property
    def is_reading(self) -> bool:
        return self._current is not None

    def read(self, path: str) -> None:
        """Reads facts, then areas and changes."""
        title = Path(path).stem
        self._start(
            tr("Opening {}").format(title),
            lambda task: facts_of(Case(path), title),
            lambda facts: self._facts_found(facts),
            path,
            is_hidden=True,
        )

    def read_on(self, facts: CaseFacts) -> None:
        """Reads areas and changes of a case of which the facts are known."""
        self._start(
            tr("Areas and changes of {}").format(facts.title),
            lambda task: digest_of(facts, task),
            self.digest_read.emit,
            facts.path,
        )

    def cancel(self) -> None:
        """Ends what runs, as the user wants it."""
        if self._current is not None:
            self._current.cancel()

    def stop(self) -> None:
        """Ends what runs; nothing is told of it any more."""
        current, self._current = self._current, None
        if current is not None:
            current.cancel()

    def _start(self, title: str, work, found, path: str, is_hidden: bool = False) -> None:
        self.stop()
        task = Work(title, work, lambda ended: self._ended(ended, found, path), is_hidden)
        self._current = task
        self._running.add(task)
        task.progressChanged.connect(self._progressed)
        QgsApplication.taskManager().addTask(task)

    def _progressed(self, percent: float) -> None:
        if self._current is not None and self.sender() is self._current:
            self.progressed.emit(percent)

    def _ended(self, task: Work, found, path: str) -> None:
        self._running.discard(task)
        if task is not self._current:
            return
        self._current = None
        if task.problem or task.was_cancelled:
            self.failed.emit(path, task.problem)
        else:
            found(task.result)

    def _facts_found(self, facts: CaseFacts) -> None:
        self.facts_read.emit(facts)
        if self._current is None:  # unless whoever heard of it wants another case, or this one no more
            self.read_on(facts)
