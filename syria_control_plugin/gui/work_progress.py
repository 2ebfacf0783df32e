"""How far a task is, how long it will take still, and the button that cancels it."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from ..translation import tr
from .work import Work

_SOONEST_PERCENT, _SOONEST_SECONDS = 3, 1  # earlier than that nothing can be said of the time left


class WorkProgress(QWidget):
    """Shows one task while it runs."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._work: Work | None = None
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

    def follow(self, work: Work) -> None:
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
            self.time_left.setText(time_left_words(percent, self._work.elapsedTime() / 1000))


def time_left_words(percent: float, seconds: float) -> str:
    """How long work will take still that has come so far in this time; "" while it is too early to say."""
    if percent < _SOONEST_PERCENT or seconds < _SOONEST_SECONDS:
        return ""
    left = seconds * (100 - percent) / percent
    if left < 90:
        return tr("about {} s left").format(max(1, round(left)))
    return tr("about {} min left").format(round(left / 60))
