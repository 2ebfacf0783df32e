"""Looks at the input of an import in the background, anew each time the user has said something else."""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...sources.progress import Progress
from ...translation import tr
from ..work import Work
from .import_jobs import Looked

DEBOUNCE_MS = 300


class ImportLook(QObject):
    """Only what the look that was asked for last finds is told.

    job  called when a look begins: makes what is done in the background

    found   Looked
    failed  what is wrong
    """

    found = pyqtSignal(object)
    failed = pyqtSignal(str)

    def __init__(self, job: Callable[[], Callable[[Progress], Looked]], parent: QObject):
        super().__init__(parent)
        self._job = job
        self._running: list[Work] = []  # Python must hold them until they have ended
        self._awaited: Work | None = None  # the one whose result counts
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DEBOUNCE_MS)
        self._later.timeout.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        return self._later.isActive() or bool(self._running)

    def begin_later(self) -> None:
        """Looks once the user pauses."""
        self.stop()
        self._later.start()

    def stop(self) -> None:
        """What an earlier look still finds is dropped."""
        self._later.stop()
        self._awaited = None
        for work in self._running:
            work.cancel()

    def _begin(self) -> None:
        work = self._awaited = Work(tr("Looking at control maps"), self._job(), self._ended, is_hidden=True)
        self._running.append(work)
        QgsApplication.taskManager().addTask(work)

    def _ended(self, work: Work) -> None:
        self._running.remove(work)
        if sip.isdeleted(self) or work is not self._awaited or work.was_cancelled:
            return
        if work.problem:
            self.failed.emit(work.problem)
        else:
            self.found.emit(work.result)
