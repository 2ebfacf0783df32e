"""Looks at the input of an import in the background, anew each time the user has said something else."""

from __future__ import annotations

from typing import Callable

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...sources.progress import Progress
from ...translation import tr
from ..latest_work import LatestWork
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
        self._work = LatestWork(self)
        self._work.ended.connect(self._ended)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(DEBOUNCE_MS)
        self._later.timeout.connect(self._begin)

    @property
    def is_busy(self) -> bool:
        return self._later.isActive() or self._work.is_busy

    def begin_later(self) -> None:
        """Looks once the user pauses."""
        self.stop()
        self._later.start()

    def stop(self) -> None:
        """What an earlier look still finds is dropped."""
        self._later.stop()
        self._work.drop()

    def _begin(self) -> None:
        self._work.start(tr("Looking at control maps"), self._job())

    def _ended(self, work: Work) -> None:
        if work.problem:
            self.failed.emit(work.problem)
        else:
            self.found.emit(work.result)
