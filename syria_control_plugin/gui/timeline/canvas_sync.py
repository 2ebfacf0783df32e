"""The canvas's temporal controller, set to the dates of maps and restored afterwards.

``RenderGate`` reports when the canvas has drawn the time it was set to, so that playback never runs ahead of it.
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
    """Return the clock and calendar time of a QDateTime regardless of its zone, as QGIS filters layers."""
    return np.datetime64(time.toString("yyyy-MM-ddTHH:mm:ss") if time.isValid() else "NaT", "s")


def frames_of(dates: MapDates) -> list[QgsDateTimeRange]:
    """Return one frame per map, from its date to the next one (exclusive); the last frame lasts a day."""
    begins = [to_qt(moment) for moment in dates.moments]
    return [
        *(QgsDateTimeRange(begin, end, True, False) for begin, end in zip(begins, begins[1:])),
        *(day_range(moment) for moment in dates.moments[-1:]),
    ]


@dataclass(frozen=True)
class ControllerSettings:
    """The frames of a temporal controller, and the current one."""

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
        """Apply the settings, ranges first: QGIS's panel counts the frames on each later change."""
        controller.setAvailableTemporalRanges(self.ranges)
        controller.setTemporalRangeCumulative(self.is_cumulative)
        controller.setFrameDuration(self.frame_duration)
        controller.setTemporalExtents(self.extents)
        controller.setCurrentFrameNumber(self.frame)
        controller.setNavigationMode(self.mode)


class ControllerFrames(QObject):
    """A driver of the canvas's temporal controller; a canvas without one gets one until ``close``.

    If the controller animates in frames of the user's own, and one of them shows the map of the date and no other, that
    frame is used. Otherwise the controller gets one frame per map (``frames_of``); ``restore`` undoes this.
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
        """Show the map of a date. Signals of the controller and the canvas are emitted before this returns."""
        controller = self.controller
        frame = self._fit_frame(dates, index)
        if frame is None:
            self._take_over(dates, index)
            frame = index
        controller.setCurrentFrameNumber(frame)
        shown = controller.dateTimeRangeForFrameNumber(frame)
        if self._canvas.temporalRange() != shown:  # the frame number is the same, but the frames differ
            controller.updateTemporalRange.emit(shown)

    def restore(self) -> None:
        """Restore the controller's settings, unless they have been changed elsewhere in the meantime."""
        if self._before is not None and self._is_ours():
            self._before.apply(self.controller)
        self._before, self._frames = None, []

    def close(self) -> None:
        self.restore()
        if self._own is not None and self._canvas.temporalController() == self._own:
            self._own.updateTemporalRange.emit(QgsDateTimeRange(QDateTime(), QDateTime()))
            self._canvas.setTemporalController(None)  # Qt warns, but it works

    def _fit_frame(self, dates: MapDates, index: int) -> int | None:
        """Return the controller's frame that shows the map of a date and no other; None if it has none."""
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
        ControllerSettings(
            mode=animated,
            extents=extents,
            frame_duration=one_each,
            ranges=self._frames,
            is_cumulative=False,
            frame=index,
        ).apply(self.controller)

    def _is_ours(self) -> bool:
        """Return whether the controller still has the frames that it was given here."""
        controller = self.controller
        is_irregular = controller.frameDuration().originalUnit() == Qgis.TemporalUnit.IrregularStep
        return bool(self._frames) and is_irregular and controller.availableTemporalRanges() == self._frames


_POLL_MS = 100


class RenderGate(QObject):
    """A gate that is closed from a change of the canvas's time until it is drawn, and while the canvas draws at all.

    A map drawn for an older time does not open it. If nothing will be drawn (rendering is switched off, the canvas is
    frozen, or drawing was stopped with Esc) it opens all the same, after 200 ms at the latest.

    opened  the canvas shows the time that was set, and no drawing is pending
    """

    opened = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None):
        super().__init__(parent)
        self._canvas = canvas
        self._is_awaited = False  # a time was set and is not yet drawn
        self._is_begun = False  # that time is being drawn
        self._idle_polls = 0
        self._watch = QTimer(self)
        self._watch.setInterval(_POLL_MS)
        self._watch.timeout.connect(self._poll)
        canvas.destroyed.connect(self._watch.stop)
        self._connections = (
            (canvas.temporalRangeChanged, self._time_set),
            (canvas.renderStarting, self._begun),
            (canvas.mapCanvasRefreshed, self._drawn),
        )
        for signal, slot in self._connections:
            signal.connect(slot)

    def close(self) -> None:
        """Disconnect from the canvas."""
        self._watch.stop()
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = ()

    @property
    def is_open(self) -> bool:
        return not self._is_awaited and not self._canvas.isDrawing()

    def watch(self) -> None:
        """Make sure that ``opened`` is emitted if the gate is closed, whatever the reason for drawing."""
        self._idle_polls = 0
        self._watch.start()

    def _time_set(self) -> None:
        if self._canvas.isFrozen() or not self._canvas.renderFlag():
            return
        self._is_awaited, self._is_begun = True, False
        self.watch()

    def _begun(self) -> None:
        self._is_begun = True

    def _drawn(self) -> None:
        # If the time was set while another map was being drawn, it is drawn after that map.
        if self._is_begun or not self._is_awaited:
            self._open()

    def _poll(self) -> None:
        self._idle_polls = 0 if self._canvas.isDrawing() else self._idle_polls + 1
        if self._idle_polls >= 2:
            self._open()

    def _open(self) -> None:
        self._is_awaited = False
        self._watch.stop()
        self.opened.emit()
