"""Work in the background, seen and cancelled in QGIS's task manager as any other.

Work in the background that is asked for again and again, of which only the last counts.

How far a task is, how long it will take still, and the button that cancels it.
"""

from __future__ import annotations

import sqlite3
from typing import Callable

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ..core.errors import Cancelled, SyriaControlError
from ..translation import tr, translated


class FunctionTask(QgsTask):
    """Calls a function in another thread, and tells the main one how it ended.

    work       called with this task, which is its ``Progress``; what it returns is ``result``
    ended      called in the main thread with this task
    is_hidden  keeps it out of the status bar: for what the user has not asked for

    Afterwards ``problem`` says what went wrong; "" where nothing did or it was cancelled (``was_cancelled``).
    Python must hold a task for as long as it runs.
    """

    def __init__(
        self,
        title: str,
        work: Callable[[QgsTask], object],
        ended: Callable[[FunctionTask], None],
        is_hidden: bool = False,
    ):
        flags = QgsTask.Flag.CanCancel
        super().__init__(title, flags | QgsTask.Flag.Hidden | QgsTask.Flag.Silent if is_hidden else flags)
        self._work, self._ended = work, ended
        self.result: object = None
        self.was_cancelled = False
        # Stands where ``run`` ends by an error that nobody foresaw, which QGIS itself reports.
        self.problem = tr("Unexpected error. See the Python error log for details.")

    def run(self) -> bool:
        try:
            self.result = self._work(self)
        except Cancelled:
            self.was_cancelled = True
        except (SyriaControlError, OSError, sqlite3.Error) as error:
            self.problem = translated(error)
            return False
        self.problem = ""
        return not self.was_cancelled

    def finished(self, is_done: bool) -> None:
        if not is_done and self.isCanceled() and self.result is None:  # perhaps before it had begun
            self.was_cancelled, self.problem = True, ""
        self._ended(self)


class LatestTask(QObject):
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
        self._running: list[FunctionTask] = []  # Python must hold a task for as long as it runs
        self._awaited: FunctionTask | None = None

    @property
    def is_busy(self) -> bool:
        """Whether anything runs, be it out of date."""
        return bool(self._running)

    @property
    def is_awaited(self) -> bool:
        """Whether something will still be told."""
        return self._awaited is not None

    def start(self, title: str, work: Callable[[QgsTask], object], is_hidden: bool = True) -> None:
        """Begins another, called with its task; what an earlier one still finds is dropped; see ``FunctionTask``."""
        self.drop()
        task = self._awaited = FunctionTask(title, work, self._ended, is_hidden)
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

    def _progressed(self, task: FunctionTask, percent: float) -> None:
        if task is self._awaited and not sip.isdeleted(self):
            self.progressed.emit(percent)

    def _ended(self, task: FunctionTask) -> None:
        self._running.remove(task)
        if task is not self._awaited or sip.isdeleted(self):
            return
        self._awaited = None
        if task.was_cancelled:
            self.cancelled.emit()
        else:
            self.ended.emit(task)


_SOONEST_PERCENT, _SOONEST_SECONDS = 3, 1  # earlier than that nothing can be said of the time left


class TaskProgress(QWidget):
    """Shows one task while it runs."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._work: FunctionTask | None = None
        self.bar, self.time_left = QProgressBar(self), QLabel(self)
        self.cancel_button = QPushButton(tr("Cance&l the import"), self)
        self.cancel_button.setAutoDefault(False)
        self.cancel_button.clicked.connect(lambda _: self._cancel())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.bar, 1)
        row.addWidget(self.time_left)
        row.addWidget(self.cancel_button)
        self.hide()

    def follow(self, work: FunctionTask) -> None:
        """Shows this task from now on."""
        self._work = work
        self.bar.setValue(0)
        self.time_left.clear()
        self.cancel_button.setEnabled(True)
        work.progressChanged.connect(self._show)
        self.show()

    def end(self) -> None:
        self._work = None
        self.hide()

    def _cancel(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self.time_left.setText(tr("Cancelling…"))
            self.cancel_button.setEnabled(False)

    def _show(self, percent: float) -> None:
        if self._work is not None and not self._work.isCanceled():
            self.bar.setValue(round(percent))
            self.time_left.setText(time_left_text(percent, self._work.elapsedTime() / 1000))


def time_left_text(percent: float, seconds: float) -> str:
    """How long work will take still that has come so far in this time; "" while it is too early to say."""
    if percent < _SOONEST_PERCENT or seconds < _SOONEST_SECONDS:
        return ""
    left = seconds * (100 - percent) / percent
    if left < 90:
        return tr("about {} s left").format(max(1, round(left)))
    return tr("about {} min left").format(round(left / 60))
