"""Plays the maps of a case: drives QGIS's temporal controller, follows it, and never runs ahead of the canvas."""

from __future__ import annotations

from contextlib import contextmanager

import numpy as np
from qgis.core import Qgis
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal, pyqtSlot

from .canvas_sync import ControllerFrames, RenderGate, moment_of
from .map_dates import BEFORE_ALL, MapDates


class Playback(QObject):
    """The date on the map of a canvas: shown, stepped, played; and followed where others move the time.

    The date shown is the one whose map is valid at the begin of the canvas's time, None where the canvas shows no
    time or one before all maps. A date is asked for with ``show``; while the canvas draws, only the last one asked
    for is kept. Each date that is played is drawn before the next one comes.

    date_changed     datetime64[s] or None: the date on the map, whoever moved it
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
        """Stops, and leaves the temporal controller as it was."""
        self.pause()
        self._wanted = BEFORE_ALL
        self._canvas.temporalRangeChanged.disconnect(self._follow)
        self.controller.stateChanged.disconnect(self._controller_plays)
        self._gate.close()
        self._frames.close()

    @property
    def controller(self):
        """QGIS's temporal controller that is driven."""
        return self._frames.controller

    # The dates

    def set_dates(self, dates, changed_km2=None) -> None:
        """The dates of the maps (rising), and the km² that changed at each; the canvas's time stays as it is.

        The same dates with other areas disturb nothing; others end playing. Without dates the temporal controller
        gets back what it had. Raises SeriesError (see ``MapDates``).
        """
        made = MapDates.of(dates, changed_km2)
        if np.array_equal(made.moments, self._dates.moments):
            self._dates = made
            return
        self.pause()
        self._dates, self._wanted = made, BEFORE_ALL
        if not len(made):
            with self._driving():
                self._frames.restore()
        self._set_index(self._index_on_canvas(), emit=True)

    @property
    def date(self):
        """The date on the map, None for none."""
        return None if self._index == BEFORE_ALL else self._dates.moments[self._index]

    @property
    def wanted_date(self):
        """The date that is asked for and waits for the canvas, else the one on the map."""
        return self.date if self._wanted == BEFORE_ALL else self._dates.moments[self._wanted]

    # Going to a date

    def show(self, date) -> None:
        """Shows the map valid at a moment, the first one where it lies before all; at once, or when the canvas is
        through with what it draws, unless another date has been asked for by then."""
        if len(self._dates):
            self._ask(max(self._dates.index_at(date), 0))

    def next_date(self) -> None:
        self._step(1, False)

    def previous_date(self) -> None:
        self._step(-1, False)

    def next_change(self) -> None:
        """The next date at which ground changed hands; stays where there is none."""
        self._step(1, True)

    def previous_change(self) -> None:
        self._step(-1, True)

    def _step(self, direction: int, is_change_asked: bool) -> None:
        """From the date that is asked for, so that five quick clicks go five dates on."""
        here = self._index if self._wanted == BEFORE_ALL else self._wanted
        index = self._dates.step(here, direction, is_change_asked)
        if index != here:
            self._ask(index)

    def _ask(self, index: int) -> None:
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
        """At most so many dates a second; each is drawn, however long that takes."""
        if not dates_per_second > 0:
            raise ValueError(f"A speed of {dates_per_second} dates a second")
        self.speed = float(dates_per_second)

    def set_looping(self, loops: bool) -> None:
        """Whether the first date comes after the last one."""
        self.loops = bool(loops)

    def play(self) -> None:
        """Date after date from the one shown; from the first where the last is shown."""
        if self._plays or len(self._dates) < 2:
            return
        self.controller.pause()
        self._plays, self._is_due = True, False
        self.playing_changed.emit(True)
        if self._index == len(self._dates) - 1:
            self._ask(0)
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
        """The next date: the time is up, and the one before is drawn."""
        self._is_due = False
        is_last = self._index == len(self._dates) - 1
        if is_last and not self.loops:
            self.pause()
            return
        self._pace.start(round(1000 / self.speed))  # from here on: drawing is part of the interval
        self._ask(0 if is_last else self._index + 1)

    def _drawn(self) -> None:
        if self._wanted != BEFORE_ALL:
            self._ask(self._wanted)
        elif self._is_due and self._plays and self._gate.is_open:
            self._play_on()

    # Following

    @contextmanager
    def _driving(self):
        """What the controller tells in the meantime is what it is told here."""
        before, self._drives = self._drives, True
        try:
            yield
        finally:
            self._drives = before

    def _follow(self) -> None:
        """The canvas's time was moved by someone: what is asked for here is out of date."""
        if self._drives:
            return
        self._wanted = BEFORE_ALL
        self._set_index(self._index_on_canvas())
        if self._index == BEFORE_ALL:
            self.pause()

    @pyqtSlot()  # without it PyQt makes a Python value of the signal's state, and fails (QGIS 3.40)
    def _controller_plays(self) -> None:
        """Two that play would pull the map to and fro."""
        if self.controller.animationState() != Qgis.AnimationState.Idle:
            self.pause()

    def _index_on_canvas(self) -> int:
        begin = moment_of(self._canvas.temporalRange().begin())
        return BEFORE_ALL if np.isnat(begin) else self._dates.index_at(begin)

    def _set_index(self, index: int, emit: bool = False) -> None:
        if index != self._index or emit:
            self._index = index
            self.date_changed.emit(self.date)
