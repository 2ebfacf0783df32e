"""Background tasks, visible and cancellable in QGIS's task manager like any other.

``LatestTask`` keeps only the most recent request; ``TaskProgress`` shows progress, time left and a cancel button.
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
    """A task that calls a function in another thread and reports its end in the main thread.

    work       called with this task, which is its ``Feedback``; its return value becomes ``result``
    ended      called in the main thread with this task
    is_hidden  keeps it out of the status bar, for work that the user did not request

    Afterwards ``problem`` is the error text, "" if there was no error or the task was cancelled (``was_cancelled``).
    Python must hold a reference while a task runs.
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
        # Stays if ``run`` ends with an unexpected error, which QGIS itself reports.
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
        if not is_done and self.isCanceled() and self.result is None:  # possibly before it started
            self.was_cancelled, self.problem = True, ""
        self._ended(self)


class LatestTask(QObject):
    """A runner that keeps only the most recent request; outdated tasks emit no signal.

    ended       FunctionTask with a result or a problem
    cancelled   the user cancelled the task
    progressed  percent
    """

    ended = pyqtSignal(object)
    cancelled = pyqtSignal()
    progressed = pyqtSignal(float)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._running: list[FunctionTask] = []  # Python must hold a reference while a task runs
        self._awaited: FunctionTask | None = None

    @property
    def is_busy(self) -> bool:
        """Whether any task runs, even an outdated one."""
        return bool(self._running)

    @property
    def is_awaited(self) -> bool:
        """Whether a signal is still to be emitted."""
        return self._awaited is not None

    def start(self, title: str, work: Callable[[QgsTask], object], is_hidden: bool = True) -> None:
        """Start a task, which replaces earlier ones; see ``FunctionTask``."""
        self.drop()
        task = self._awaited = FunctionTask(title, work, self._ended, is_hidden)
        self._running.append(task)
        task.progressChanged.connect(lambda percent: self._progressed(task, percent))
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        """Cancel the current task on the user's request."""
        if self._awaited is not None:
            self._awaited.cancel()

    def drop(self) -> None:
        """Cancel all tasks without emitting a signal."""
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


_SOONEST_PERCENT, _SOONEST_SECONDS = 3, 1  # before that the time left cannot be estimated


class TaskProgress(QWidget):
    """The progress of one task while it runs."""

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
        """Show this task from now on."""
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
    """Estimate the time left from percent and elapsed seconds; "" while it is too early."""
    if percent < _SOONEST_PERCENT or seconds < _SOONEST_SECONDS:
        return ""
    left = seconds * (100 - percent) / percent
    if left < 90:
        return tr("about {} s left").format(max(1, round(left)))
    return tr("about {} min left").format(round(left / 60))
