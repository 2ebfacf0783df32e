"""The temporal controller of a canvas, led to the dates of maps, and left as it was found.

Whether the canvas has drawn what it was last told to show: who waits for that never runs ahead of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.core import Qgis, QgsDateTimeRange, QgsInterval, QgsTemporalNavigationObject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDateTime, QObject, QTimer, pyqtSignal

from ...case.qgis_values import to_qt
from ...mapping.layers.temporal import ONE_DAY, day_range
from .map_dates import MapDates


def moment_of(time: QDateTime) -> np.datetime64:
    """What clock and calendar of a QDateTime show, whatever its zone: that is what QGIS filters layers by."""
    return np.datetime64(time.toString("yyyy-MM-ddTHH:mm:ss") if time.isValid() else "NaT", "s")


def frames_of(dates: MapDates) -> list[QgsDateTimeRange]:
    """A frame a map: from its date until the next one, the end left out; the last one lasts a day."""
    begins = [to_qt(moment) for moment in dates.moments]
    return [
        *(QgsDateTimeRange(begin, end, True, False) for begin, end in zip(begins, begins[1:])),
        *(day_range(moment) for moment in dates.moments[-1:]),
    ]


@dataclass(frozen=True)
class ControllerSettings:
    """What the temporal controller runs over, and where it stands."""

    mode: Qgis.TemporalNavigationMode
    extents: QgsDateTimeRange
    frame_duration: QgsInterval
    ranges: list
    is_cumulative: bool
    frame: int

    @classmethod
    def of(cls, controller: QgsTemporalNavigationObject) -> ControllerSettings:
        return cls(
            controller.navigationMode(),
            controller.temporalExtents(),
            QgsInterval(controller.frameDuration().originalDuration(), controller.frameDuration().originalUnit()),
            controller.availableTemporalRanges(),
            controller.temporalRangeCumulative(),
            controller.currentFrameNumber(),
        )

    def apply(self, controller: QgsTemporalNavigationObject) -> None:
        """The ranges before the rest: on each of the others QGIS's panel asks how many frames there are."""
        controller.setAvailableTemporalRanges(self.ranges)
        controller.setTemporalRangeCumulative(self.is_cumulative)
        controller.setFrameDuration(self.frame_duration)
        controller.setTemporalExtents(self.extents)
        controller.setCurrentFrameNumber(self.frame)
        controller.setNavigationMode(self.mode)


class ControllerFrames(QObject):
    """Leads the canvas's temporal controller to a date's map; a canvas without one gets one until ``close``.

    Where the controller animates in frames of the user's own, one of which shows that map and no other, it is moved
    to that frame. Else it gets a frame a map (``frames_of``); what it had before comes back with ``restore``.
    """

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None):
        super().__init__(parent)
        self._canvas = canvas
        self._own = QgsTemporalNavigationObject(self) if canvas.temporalController() is None else None
        if self._own is not None:
            canvas.setTemporalController(self._own)
        self.controller: QgsTemporalNavigationObject = self._own or canvas.temporalController()
        self._before: ControllerSettings | None = None
        self._frames: list[QgsDateTimeRange] = []

    def show(self, dates: MapDates, index: int) -> None:
        """Shows the map of a date. Signals of the controller and the canvas come before this returns."""
        controller = self.controller
        frame = self._fit_frame(dates, index)
        if frame is None:
            self._take_over(dates, index)
            frame = index
        controller.setCurrentFrameNumber(frame)
        shown = controller.dateTimeRangeForFrameNumber(frame)
        if self._canvas.temporalRange() != shown:  # same number, other frames
            controller.updateTemporalRange.emit(shown)

    def restore(self) -> None:
        """Gives the controller back what it had, unless someone has set it otherwise in the meantime."""
        if self._before is not None and self._is_ours():
            self._before.apply(self.controller)
        self._before, self._frames = None, []

    def close(self) -> None:
        self.restore()
        if self._own is not None and self._canvas.temporalController() == self._own:
            self._own.updateTemporalRange.emit(QgsDateTimeRange(QDateTime(), QDateTime()))
            self._canvas.setTemporalController(None)  # Qt warns of it, and it works

    def _fit_frame(self, dates: MapDates, index: int) -> int | None:
        """The controller's frame that shows the map of a date and no other; None where it has none."""
        controller = self.controller
        if controller.navigationMode() != Qgis.TemporalNavigationMode.Animated:
            return None
        frame = controller.findBestFrameNumberForFrameStart(to_qt(dates.moments[index]))
        if not 0 <= frame < controller.totalFrameCount():
            return None
        shown = controller.dateTimeRangeForFrameNumber(frame)
        begin, end = moment_of(shown.begin()), moment_of(shown.end())
        if np.isnat(begin) or np.isnat(end) or dates.index_at(begin) != index:
            return None
        is_alone = index + 1 == len(dates) or end < dates.moments[index + 1] + (0 if shown.includeEnd() else 1)
        return frame if is_alone else None

    def _take_over(self, dates: MapDates, index: int) -> None:
        if not self._is_ours():
            self._before = ControllerSettings.of(self.controller)
        self._frames = frames_of(dates)
        extents = QgsDateTimeRange(self._frames[0].begin(), to_qt(dates.moments[-1] + ONE_DAY), True, False)
        one_each = QgsInterval(1, Qgis.TemporalUnit.IrregularStep)
        animated = Qgis.TemporalNavigationMode.Animated
        ControllerSettings(animated, extents, one_each, self._frames, False, index).apply(self.controller)

    def _is_ours(self) -> bool:
        """Whether the controller still runs over the frames that it was given here."""
        controller = self.controller
        is_irregular = controller.frameDuration().originalUnit() == Qgis.TemporalUnit.IrregularStep
        return bool(self._frames) and is_irregular and controller.availableTemporalRanges() == self._frames


_LOOK_AGAIN_MS = 100


class RenderGate(QObject):
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
