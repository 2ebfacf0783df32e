"""Progress reporting and cancellation for long-running functions.

``QgsFeedback`` has the methods of ``Feedback``, so a Processing feedback or a QgsTask can be passed on unchanged.
"""

from __future__ import annotations

from typing import Protocol

from .errors import Cancelled
from .messages import Message


class Feedback(Protocol):
    """Receiver of a function's progress, which also reports whether the user has cancelled."""

    def setProgress(self, percent: float) -> None: ...

    def isCanceled(self) -> bool: ...


class _NoFeedback:
    def setProgress(self, percent: float) -> None:
        pass

    def isCanceled(self) -> bool:
        return False


NO_FEEDBACK: Feedback = _NoFeedback()


class SubFeedback:
    """Feedback for a part of the work, from ``start`` to ``stop`` percent of the whole."""

    def __init__(self, feedback: Feedback, start: float, stop: float):
        self._feedback, self._start, self._stop = feedback, start, stop

    def setProgress(self, percent: float) -> None:
        self._feedback.setProgress(self._start + (self._stop - self._start) * percent / 100)

    def isCanceled(self) -> bool:
        return self._feedback.isCanceled()


class CancelOnly:
    """Feedback for work whose share of the whole is unknown: it can be cancelled, but reports no progress."""

    def __init__(self, feedback: Feedback):
        self._feedback = feedback

    def setProgress(self, percent: float) -> None:
        pass

    def isCanceled(self) -> bool:
        return self._feedback.isCanceled()


def check_cancelled(feedback: Feedback) -> None:
    """Raise Cancelled if the user has cancelled."""
    if feedback.isCanceled():
        raise Cancelled(Message("Cancelled. Nothing was changed."))


def report_progress(feedback: Feedback, percent: float) -> None:
    """Report the progress in percent; raise Cancelled if the user has cancelled."""
    check_cancelled(feedback)
    feedback.setProgress(percent)
