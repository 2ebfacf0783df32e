"""Progress reporting and cancellation for long-running functions.

Readers and the case take a ``Progress``, such as ``QgsFeedback``; the core takes a ``Tell``, which may raise to stop.
"""

from __future__ import annotations

from typing import Callable, Protocol

from .errors import Cancelled
from .messages import Message


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
        raise Cancelled(Message("Cancelled: nothing was changed."))


def step(progress: Progress, percent: float) -> None:
    """Tells how far the work is; raises Cancelled where the user wants no more of it."""
    check(progress)
    progress.setProgress(percent)


class Share:
    """Progress of a part of the work, from one percentage of all of it to another."""

    def __init__(self, progress: Progress, first: float, last: float):
        self._progress, self._first, self._last = progress, first, last

    def setProgress(self, percent: float) -> None:
        self._progress.setProgress(self._first + (self._last - self._first) * percent / 100)

    def isCanceled(self) -> bool:
        return self._progress.isCanceled()


# Called with the share of the work that is done, from 0 to 1.
Tell = Callable[[float], None]


def silent(done: float) -> None:
    """For work that nobody watches."""


def part_of(tell: Tell, first: float, last: float) -> Tell:
    """For a part of the work that lasts from one share of all of it to another."""
    return lambda done: tell(first + (last - first) * done)
