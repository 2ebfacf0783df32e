"""Playback of a case's maps: it drives QGIS's temporal controller, follows it, and never runs ahead of the canvas."""

from __future__ import annotations

from contextlib import contextmanager

import numpy as np
from qgis.core import Qgis
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal, pyqtSlot

from .canvas_sync import ControllerFrames, RenderGate, moment_of
from .map_dates import BEFORE_ALL, MapDates


class Playback(QObject):
    """The date on the map of a canvas: shown, stepped, played, and followed if it is changed elsewhere.

    The date shown is the one whose map is valid at the begin of the canvas's time, None if the canvas has no time or
    one before all maps. ``show`` requests a date; while the canvas draws, only the latest request is kept. Each date
    that is played is drawn before the next one follows.

    date_changed     datetime64[s] or None: the date on the map, whatever changed it
    playing_changed  bool
    """

    date_changed = pyqtSignal(object)
    playing_changed = pyqtSignal(bool)

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None):
        super().__init__(parent)
        self._canvas = canvas
        self._dates = MapDates.of([])
        self._index = BEFORE_ALL
        self._wanted = BEFORE_ALL
        self._drives = False
        self._plays = False
        self._is_due = False
        self.speed = 2.0
        self.loops = False
        self._frames = ControllerFrames(canvas, self)
        self._gate = RenderGate(canvas, self)
        self._gate.opened.connect(self._drawn)
        self._pace = QTimer(self)
        self._pace.setSingleShot(True)
        self._pace.setTimerType(Qt.TimerType.PreciseTimer)
        self._pace.timeout.connect(self._due)
        canvas.temporalRangeChanged.connect(self._follow)
        self.controller.stateChanged.connect(self._controller_plays)

    def close(self) -> None:
        """Stop playing and restore the temporal controller."""
        self.pause()
        self._wanted = BEFORE_ALL
        self._canvas.temporalRangeChanged.disconnect(self._follow)
        self.controller.stateChanged.disconnect(self._controller_plays)
        self._gate.close()
        self._frames.close()

    @property
    def controller(self):
        """QGIS's temporal controller, which is driven here."""
        return self._frames.controller

    # The dates

    def set_dates(self, dates, changed_km2=None) -> None:
        """Set the map dates (rising) and the km² that changed at each; the canvas keeps its time.

        The same dates with other areas change nothing else; other dates end playing. Without dates the temporal
        controller is restored. Raises SeriesError (see ``MapDates``).
        """
        map_dates = MapDates.of(dates, changed_km2)
        if np.array_equal(map_dates.moments, self._dates.moments):
            self._dates = map_dates
            return
        self.pause()
        self._dates, self._wanted = map_dates, BEFORE_ALL
        if not len(map_dates):
            with self._driving():
                self._frames.restore()
        self._set_index(self._index_on_canvas(), emit=True)

    @property
    def date(self):
        """The date on the map, None for none."""
        return None if self._index == BEFORE_ALL else self._dates.moments[self._index]

    @property
    def wanted_date(self):
        """The requested date that waits for the canvas, otherwise the date on the map."""
        return self.date if self._wanted == BEFORE_ALL else self._dates.moments[self._wanted]

    # Requesting a date

    def show(self, date) -> None:
        """Show the map valid at a moment, or the first map if the moment is before all of them.

        It is shown at once, or when the canvas has finished drawing, unless another date has been requested by then.
        """
        if len(self._dates):
            self._request(max(self._dates.index_at(date), 0))

    def next_date(self) -> None:
        self._step(1, False)

    def previous_date(self) -> None:
        self._step(-1, False)

    def next_change(self) -> None:
        """Show the next date at which territory changed hands; stay if there is none."""
        self._step(1, True)

    def previous_change(self) -> None:
        self._step(-1, True)

    def _step(self, direction: int, is_change_asked: bool) -> None:
        """Step from the requested date, so that five quick clicks advance five dates."""
        here = self._index if self._wanted == BEFORE_ALL else self._wanted
        index = self._dates.step(here, direction, is_change_asked)
        if index != here:
            self._request(index)

    def _request(self, index: int) -> None:
        if not self._gate.is_open:
            self._wanted = index
            self._gate.watch()
            return
        self._wanted = BEFORE_ALL
        with self._driving():
            self._frames.show(self._dates, index)
        self._set_index(index)

    # Playing

    @property
    def is_playing(self) -> bool:
        return self._plays

    def set_speed(self, dates_per_second: float) -> None:
        """Set the maximum speed; each date is drawn, however long that takes. Raises ValueError if not positive."""
        if not dates_per_second > 0:
            raise ValueError(f"A speed of {dates_per_second} dates a second")
        self.speed = float(dates_per_second)

    def set_looping(self, loops: bool) -> None:
        """Set whether the first date follows the last one."""
        self.loops = bool(loops)

    def play(self) -> None:
        """Play from the date shown, or from the first if the last is shown."""
        if self._plays or len(self._dates) < 2:
            return
        self.controller.pause()
        self._plays, self._is_due = True, False
        self.playing_changed.emit(True)
        if self._index == len(self._dates) - 1:
            self._request(0)
        self._pace.start(0)

    def pause(self) -> None:
        if self._plays:
            self._plays = self._is_due = False
            self._pace.stop()
            self.playing_changed.emit(False)

    def _due(self) -> None:
        self._is_due = True
        if self._gate.is_open:
            self._play_on()
        else:
            self._gate.watch()

    def _play_on(self) -> None:
        """Show the next date once the interval is over and the previous date is drawn."""
        self._is_due = False
        is_last = self._index == len(self._dates) - 1
        if is_last and not self.loops:
            self.pause()
            return
        self._pace.start(round(1000 / self.speed))  # started before drawing, which is part of the interval
        self._request(0 if is_last else self._index + 1)

    def _drawn(self) -> None:
        if self._wanted != BEFORE_ALL:
            self._request(self._wanted)
        elif self._is_due and self._plays and self._gate.is_open:
            self._play_on()

    # Following

    @contextmanager
    def _driving(self):
        """Mark changes of the controller as made here, so that they are not followed."""
        before, self._drives = self._drives, True
        try:
            yield
        finally:
            self._drives = before

    def _follow(self) -> None:
        """Follow a change of the canvas's time made elsewhere, which cancels a pending request."""
        if self._drives:
            return
        self._wanted = BEFORE_ALL
        self._set_index(self._index_on_canvas())
        if self._index == BEFORE_ALL:
            self.pause()

    @pyqtSlot()  # without it PyQt fails to convert the signal's state to Python (QGIS 3.40)
    def _controller_plays(self) -> None:
        """Pause when the controller itself plays, because both would move the map."""
        if self.controller.animationState() != Qgis.AnimationState.Idle:
            self.pause()

    def _index_on_canvas(self) -> int:
        begin = moment_of(self._canvas.temporalRange().begin())
        return BEFORE_ALL if np.isnat(begin) else self._dates.index_at(begin)

    def _set_index(self, index: int, emit: bool = False) -> None:
        if index != self._index or emit:
            self._index = index
            self.date_changed.emit(self.date)
