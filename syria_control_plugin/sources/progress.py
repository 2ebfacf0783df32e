"""How long work tells how far it is and learns that it is no longer wanted."""

from __future__ import annotations

import time
from typing import Protocol

from ..core.errors import Cancelled
from ..core.told import Told


class Progress(Protocol):
    """What a QgsFeedback offers; any object with these two will do."""

    def setProgress(self, percent: float) -> None: ...

    def isCanceled(self) -> bool: ...


class Silent:
    """Progress that nobody watches."""

    def setProgress(self, percent: float) -> None:
        pass

    def isCanceled(self) -> bool:
        return False


SILENT = Silent()


def check(progress: Progress) -> None:
    """Raises Cancelled if the user has cancelled the work."""
    if progress.isCanceled():
        raise Cancelled(Told("Cancelled: nothing was changed."))


def step(progress: Progress, percent: float) -> None:
    """Tells how far the work is; raises Cancelled where the user wants no more of it."""
    check(progress)
    progress.setProgress(percent)


class Deadline:
    """Progress of work for which somebody waits: it counts as cancelled after some seconds, too."""

    def __init__(self, progress: Progress, seconds: float):
        self._progress, self._end = progress, time.monotonic() + seconds

    def setProgress(self, percent: float) -> None:
        self._progress.setProgress(percent)

    def isCanceled(self) -> bool:
        return self.is_over() or self._progress.isCanceled()

    def is_over(self) -> bool:
        """Whether the seconds are over."""
        return time.monotonic() > self._end


class Share:
    """Progress of a part of the work, from one percentage of all of it to another."""

    def __init__(self, progress: Progress, first: float, last: float):
        self._progress, self._first, self._last = progress, first, last

    def setProgress(self, percent: float) -> None:
        self._progress.setProgress(self._first + (self._last - self._first) * percent / 100)

    def isCanceled(self) -> bool:
        return self._progress.isCanceled()
