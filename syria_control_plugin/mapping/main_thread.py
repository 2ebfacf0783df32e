"""Calls into the main thread from other threads, for work such as drawing layouts that only it may do."""

from __future__ import annotations

import threading
from typing import Callable

from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, pyqtSignal

_WAIT_S = 0.1


class MainThread(QObject):
    """Calls of functions in the main thread; it can be created in any thread."""

    _asked = pyqtSignal(object)

    def __init__(self):
        super().__init__()
        self.moveToThread(QCoreApplication.instance().thread())
        self._asked.connect(lambda job: job(), Qt.ConnectionType.QueuedConnection)

    def call(self, work: Callable[[], object], while_waiting: Callable[[], None] = lambda: None):
        """Call a function in the main thread; return its result, or raise its error.

        while_waiting  called repeatedly until the function returns; an error that it raises ends the waiting, and a
                       function that has not begun is not called
        """
        if QThread.currentThread() is self.thread():
            return work()
        done, is_wanted, results = threading.Event(), [True], []

        def job() -> None:
            try:
                results.append((work() if is_wanted else None, None))
            except Exception as error:  # noqa: BLE001 - raised below, in the calling thread
                results.append((None, error))
            done.set()

        self._asked.emit(job)
        try:
            while not done.wait(_WAIT_S):
                while_waiting()
        except BaseException:
            is_wanted.clear()
            raise
        result, error = results.pop()
        if error is not None:
            raise error
        return result
