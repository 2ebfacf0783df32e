"""Work in the background that is asked for again and again, of which only the last counts."""

from __future__ import annotations

from typing import Callable

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from .work import Work


class LatestWork(QObject):
    """Kept out of the status bar: nobody has asked for it by name.

    ended  Work, which has a result or a problem; not told of one that was cancelled or is out of date
    """

    ended = pyqtSignal(object)

    def __init__(self, title: str, parent: QObject):
        super().__init__(parent)
        self._title = title
        self._running: list[Work] = []  # Python must hold a task for as long as it runs
        self._awaited: Work | None = None

    @property
    def is_busy(self) -> bool:
        return bool(self._running)

    def start(self, work: Callable[[QgsTask], object]) -> None:
        """Begins another, called with its task; what an earlier one still finds is dropped."""
        self.cancel()
        task = self._awaited = Work(self._title, work, self._ended, is_hidden=True)
        self._running.append(task)
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        """Nothing is told any more of what runs."""
        self._awaited = None
        for task in self._running:
            task.cancel()

    def _ended(self, task: Work) -> None:
        self._running.remove(task)
        if task is self._awaited and not task.was_cancelled and not sip.isdeleted(self):
            self.ended.emit(task)
