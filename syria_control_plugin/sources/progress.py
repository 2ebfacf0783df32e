"""How long work tells how far it is and learns that it is no longer wanted."""

from __future__ import annotations

from typing import Protocol

from ..core.errors import Cancelled


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


def step(progress: Progress, percent: float) -> None:
    """Tells how far the work is; raises Cancelled where the user wants no more of it."""
    if progress.isCanceled():
        raise Cancelled("Cancelled: nothing was changed.")
    progress.setProgress(percent)
