"""Whether the canvas has drawn what it was last told to show: who waits for that never runs ahead of it."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

_LOOK_AGAIN_MS = 100


class FrameGate(QObject):
    """Closed from the moment the canvas gets another time until it has drawn it, and while it draws at all.

    A map that is drawn for an older time does not open it. Where nothing will be drawn - rendering is switched off,
    the canvas is frozen or was stopped (Esc) - it opens all the same, at the latest after twice 100 ms.

    opened  the canvas shows what it was told, and nothing more is to come
    """

    opened = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None):
        super().__init__(parent)
        self._canvas = canvas
        self._is_awaited = False  # a time was set and is not yet drawn
        self._is_begun = False  # what is being drawn is that time
        self._idle_looks = 0
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_AGAIN_MS)
        self._watch.timeout.connect(self._look)
        canvas.destroyed.connect(self._watch.stop)
        self._connections = (
            (canvas.temporalRangeChanged, self._time_set),
            (canvas.renderStarting, self._begun),
            (canvas.mapCanvasRefreshed, self._drawn),
        )
        for signal, slot in self._connections:
            signal.connect(slot)

    def close(self) -> None:
        """Listens no more."""
        self._watch.stop()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = ()

    @property
    def is_open(self) -> bool:
        return not self._is_awaited and not self._canvas.isDrawing()

    def watch(self) -> None:
        """Makes sure that ``opened`` comes where the gate is closed, be it that QGIS draws for some other reason."""
        self._idle_looks = 0
        self._watch.start()

    def _time_set(self) -> None:
        if self._canvas.isFrozen() or not self._canvas.renderFlag():
            return
        self._is_awaited, self._is_begun = True, False
        self.watch()

    def _begun(self) -> None:
        self._is_begun = True

    def _drawn(self) -> None:
        # Asked for while another map was being drawn, the new time is drawn after it.
        if self._is_begun or not self._is_awaited:
            self._open()

    def _look(self) -> None:
        self._idle_looks = 0 if self._canvas.isDrawing() else self._idle_looks + 1
        if self._idle_looks >= 2:
            self._open()

    def _open(self) -> None:
        self._is_awaited = False
        self._watch.stop()
        self.opened.emit()
