"""The controller of the date: timeline, buttons, chart and caption follow the playback, and so do its settings."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...core.dates.periods import OPEN, moments
from ...mapping.text.formatting import date_text
from ...translation import tr
from ..panel.panel import ControlPanel
from ..timeline.canvas_sync import moment_of
from ..timeline.date_caption import DateCaption
from ..timeline.playback import Playback
from .case_presenter import CaseView
from .state import PanelSettings


class DateController(QObject):
    """The controller of the canvas's date among the map dates of the open case.

    notified  text that explains why another date than the requested one is shown
    """

    notified = pyqtSignal(str)

    def __init__(self, panel: ControlPanel, view: CaseView, canvas: QgsMapCanvas, parent=None):
        super().__init__(parent)
        self._panel, self._view, self._canvas = panel, view, canvas
        self._dates = moments([])
        self.settings = PanelSettings.load()
        self.playback, self.caption = Playback(canvas, self), DateCaption(canvas)
        header, transport, chart = panel.header, panel.transport, panel.chart
        self._connections = [
            (transport.stepped, self._step),
            (transport.play_toggled, self._play_or_pause),
            (transport.speed_chosen, lambda speed: self._set(maps_per_second=speed)),
            (transport.loop_chosen, lambda is_on: self._set(is_looping=is_on)),
            (transport.date_typed, self._show_day),
            (panel.timeline.date_selected, self.playback.show),
            (chart.date_selected, self.playback.show),
            (chart.zero_changed, lambda is_on: self._set(chart_from_zero=is_on)),
            (header.marks_toggled, lambda is_on: self._set(marks_changes=is_on)),
            (header.date_toggled, lambda is_on: self._set(shows_date=is_on)),
            (self.playback.date_changed, self._date_changed),
            (self.playback.playing_changed, transport.show_playing),
            (canvas.temporalRangeChanged, self._show_caption),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)
        self.use(self.settings)

    def close(self) -> None:
        """Disconnect from the panel and the canvas, and restore the temporal controller."""
        for signal, slot in self._connections:
            signal.disconnect(slot)
        self._connections = []
        self.playback.close()
        self.caption.close_caption()

    @property
    def shown(self) -> np.datetime64:
        """The date shown, or the one that follows once the canvas has finished drawing; NaT for none."""
        wanted = self.playback.wanted_date
        return OPEN if wanted is None else wanted

    def set_dates(self, dates, changed_km2=None) -> None:
        """Set the map dates and the km² that changed hands at each; the date shown is kept if possible."""
        wanted = self.shown
        self._dates = moments(dates)
        self._panel.timeline.set_dates(dates, changed_km2)
        self._panel.transport.show_dates(self._dates)
        self.playback.set_dates(dates, changed_km2)
        if not np.isnat(wanted) and self.shown != wanted:
            self.playback.show(wanted)

    def show_again(self) -> None:
        """Show the current date again, for a view that was cleared."""
        self._date_changed(self.playback.date)

    def _date_changed(self, moment) -> None:
        before = self._view.moment
        self._panel.timeline.set_date(moment)
        self._panel.transport.show_moment(moment)
        self._show_caption()
        is_another = moment is not None and not np.isnat(before) and before != moment
        marks = is_another and self.settings.marks_changes and not self._panel.timeline.is_scrubbing
        self._view.show_moment(moment, marks)

    def _show_caption(self) -> None:
        """Show the days of the canvas, which may be fewer than those for which the map is valid."""
        time = self._canvas.temporalRange()
        has_map = self.playback.date is not None
        self.caption.set_date(moment_of(time.begin()) if has_map else None, moment_of(time.end()))

    def _show_day(self, day: np.datetime64) -> None:
        """Show the first map of a day, otherwise the map valid on that day."""
        index = int(np.searchsorted(self._dates, day))
        is_of_day = index < len(self._dates) and self._dates[index] < day + np.timedelta64(1, "D")
        self.playback.show(self._dates[index] if is_of_day else day)
        self._panel.transport.show_moment(self.shown)
        if not is_of_day:
            text = tr("No map is dated {}. The map of {}, which is valid until the next map, is shown.")
            self.notified.emit(text.format(date_text(day), date_text(self.shown)))

    def _step(self, direction: int, to_change: bool) -> None:
        self.playback.pause()
        if to_change:
            (self.playback.next_change if direction > 0 else self.playback.previous_change)()
        else:
            (self.playback.next_date if direction > 0 else self.playback.previous_date)()

    def _play_or_pause(self) -> None:
        (self.playback.pause if self.playback.is_playing else self.playback.play)()

    def _set(self, **changed) -> None:
        self.use(replace(self.settings, **changed))
        self.settings.save()

    def use(self, settings: PanelSettings) -> None:
        """Apply settings without saving them in the user's profile, for example those of a project."""
        self.settings = settings
        self._panel.header.show_settings(settings.marks_changes, settings.shows_date)
        self._panel.chart.start_at_zero(settings.chart_from_zero)
        self._panel.transport.show_speed(settings.maps_per_second)
        self._panel.transport.show_looping(settings.is_looping)
        self.playback.set_speed(settings.maps_per_second)
        self.playback.set_looping(settings.is_looping)
        self.caption.set_on(settings.shows_date)
        if not settings.marks_changes:
            self._view.mark.clear()
