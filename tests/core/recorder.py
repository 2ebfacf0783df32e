"""A feedback for tests: it records the progress, and cancels after a number of reports."""

from __future__ import annotations


class Recorder:
    """Feedback that keeps the percentages it receives; it cancels after ``cancel_after`` reports."""

    def __init__(self, cancel_after: float = float("inf")):
        self.percents: list[float] = []
        self._cancel_after = cancel_after

    def setProgress(self, percent: float) -> None:
        self.percents.append(percent)

    def isCanceled(self) -> bool:
        return len(self.percents) >= self._cancel_after

    @property
    def rises(self) -> bool:
        """Return whether the progress never falls and stays within 0 to 100 percent."""
        return self.percents == sorted(self.percents) and 0 <= self.percents[0] and self.percents[-1] <= 100
