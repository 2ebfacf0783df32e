"""Work in the background that is asked for again and again, of which only the last counts."""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .work import Work


class LatestWork(QObject):
    """Holds what runs; nothing is told of work that is out of date.

    ended       Work, which has a result or a problem
    cancelled   the user wants no more of it
    progressed  percent
    """

    ended = pyqtSignal(object)
    cancelled = pyqtSignal()
    progressed = pyqtSignal(float)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._running: list[Work] = []  # Python must hold a task for as long as it runs
        self._awaited: Work | None = None

    @property
    def is_busy(self) -> bool:
        """Whether anything runs, be it out of date."""
        return bool(self._running)

    @property
    def is_awaited(self) -> bool:
        """Whether something will still be told."""
        return self._awaited is not None

    def start(self, title: str, work: Callable[[QgsTask], object], is_hidden: bool = True) -> None:
        """Begins another, called with its task; what an earlier one still finds is dropped. Hidden: see ``Work``."""
        self.drop()
        task = self._awaited = Work(title, work, self._ended, is_hidden)
        self._running.append(task)
        task.progressChanged.connect(lambda percent: self._progressed(task, percent))
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        """Ends what runs, as the user wants it."""
        if self._awaited is not None:
            self._awaited.cancel()

    def drop(self) -> None:
        """Ends what runs; nothing is told of it any more."""
        self._awaited = None
        for task in self._running:
            task.cancel()

    def _progressed(self, task: Work, percent: float) -> None:
        if task is self._awaited and not sip.isdeleted(self):
            self.progressed.emit(percent)

    def _ended(self, task: Work) -> None:
        self._running.remove(task)
        if task is not self._awaited or sip.isdeleted(self):
            return
        self._awaited = None
        if task.was_cancelled:
            self.cancelled.emit()
        else:
            self.ended.emit(task)
