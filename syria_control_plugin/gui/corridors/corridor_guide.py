"""Takes map and date to a corridor, or to an event."""

from __future__ import annotations

import numpy as np
from qgis.core import Qgis, QgsTemporalNavigationObject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.dates.periods import closed
from ...mapping.layers.temporal import to_qt
from ..panel.highlight import show_place
from ..timeline.controller_frames import moment_of


class CorridorGuide(QObject):
    """Of a canvas and its temporal controller.

    date_wanted  datetime64[s]: the map of this moment shall be shown; not where the temporal controller has a frame
                 of it
    """

    date_wanted = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas, parent: QObject):
        super().__init__(parent)
        self._canvas = canvas

    def show_date(self, start, end) -> None:
        """By a frame of the temporal controller, which may be of a day on which no map begins, or by the map.

        start, end  datetime64[s], half-open; nothing is done where the start is NaT
        """
        controller = self._canvas.temporalController()
        if np.isnat(start):
            return
        frame = None if controller is None else frame_within(controller, start, end)
        if frame is None:
            self.date_wanted.emit(start)
        else:
            controller.setCurrentFrameNumber(frame)

    def show_place(self, place, zooms: bool) -> None:
        """``place``: Shapely, lon/lat; nothing is done where there is none. ``zooms``: even where it is in view."""
        if place is not None:
            show_place(self._canvas, place, zooms)


def frame_within(controller: QgsTemporalNavigationObject, start, end) -> int | None:
    """The frame nearest to the start of a period that shows any of it; None where the controller has none."""
    if controller.navigationMode() != Qgis.TemporalNavigationMode.Animated:
        return None
    frame = controller.findBestFrameNumberForFrameStart(to_qt(start))
    if not 0 <= frame < controller.totalFrameCount():
        return None
    shown = controller.dateTimeRangeForFrameNumber(frame)
    is_within = moment_of(shown.begin()) < closed(np.array([end]))[0] and moment_of(shown.end()) > start
    return frame if is_within else None
