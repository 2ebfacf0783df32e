"""Work in the background, seen and cancelled in QGIS's task manager as any other."""

from __future__ import annotations

import sqlite3
from typing import Callable

from qgis.core import QgsTask

from ..core.errors import Cancelled, SyriaControlError
from ..translation import said, tr


class Work(QgsTask):
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
        ended: Callable[[Work], None],
        is_hidden: bool = False,
    ):
        flags = QgsTask.Flag.CanCancel
        super().__init__(title, flags | QgsTask.Flag.Hidden | QgsTask.Flag.Silent if is_hidden else flags)
        self._work, self._ended = work, ended
        self.result: object = None
        self.was_cancelled = False
        # Stands where ``run`` ends by an error that nobody foresaw, which QGIS itself reports.
        self.problem = tr("It broke off by an error in the program; the log of Python errors has the details.")

    def run(self) -> bool:
        try:
            self.result = self._work(self)
        except Cancelled:
            self.was_cancelled = True
        except (SyriaControlError, OSError, sqlite3.Error) as error:
            self.problem = said(error)
            return False
        self.problem = ""
        return not self.was_cancelled

    def finished(self, is_done: bool) -> None:
        if not is_done and self.isCanceled() and self.result is None:  # perhaps before it had begun
            self.was_cancelled, self.problem = True, ""
        self._ended(self)
