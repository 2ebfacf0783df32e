"""How long the next date takes when a case is played on a canvas, against a layer that holds only that date.

    playing.py CASE

Every date is drawn through the playback, and by a canvas of the same size whose only layer is the day's territory, in
memory; the two take turns in coming first. What the canvases show is compared first, on some dates. Then the dates are
played as fast as they are drawn, and scrubbed: each asked for as soon as the events so far are dealt with.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time

import numpy as np
from import_series import in_qgis
from measuring import tell
from qgis.core import QgsApplication, QgsTemporalNavigationObject, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop
from show_date import HEIGHT, WIDTH, look_like, map_dates, only_on

from syria_control_plugin.case.case import Case
from syria_control_plugin.core import fields as f
from syria_control_plugin.gui.timeline.playback import Playback
from syria_control_plugin.mapping.layers.layers import open_layer

COMPARED = 25
LIMIT_SECONDS = 300


class Canvas:
    """A canvas, and how often it has drawn a map."""

    def __init__(self, layer: QgsVectorLayer, extent):
        self.canvas = QgsMapCanvas()
        self.canvas.resize(WIDTH, HEIGHT)
        self.canvas.enableAntiAliasing(True)
        self.canvas.setDestinationCrs(layer.crs())
        self.canvas.setExtent(extent)
        self.frames = 0
        self.canvas.mapCanvasRefreshed.connect(self._count)
        self.canvas.show()

    def _count(self) -> None:
        self.frames += 1

    def show_layer(self, layer: QgsVectorLayer) -> float:
        """Seconds until a layer is drawn."""
        drawn, begin = self.frames, time.perf_counter()
        self.canvas.setLayers([layer])
        wait_until(lambda: self.frames > drawn)
        return time.perf_counter() - begin

    def image(self):
        return self.canvas.grab().toImage()

    def close(self) -> None:
        self.canvas.stopRendering()
        self.canvas.deleteLater()
        QCoreApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete


def wait_until(is_so) -> None:
    until = time.monotonic() + LIMIT_SECONDS
    while not is_so():
        if time.monotonic() > until:
            raise SystemExit(f"The canvas has not drawn within {LIMIT_SECONDS} seconds.")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def show_date(playback: Playback, screen: Canvas, date: np.datetime64) -> float:
    """Seconds until a date is drawn through the playback."""
    drawn, begin = screen.frames, time.perf_counter()
    playback.show(date)
    wait_until(lambda: screen.frames > drawn)
    return time.perf_counter() - begin


def check_images(playback: Playback, screen: Canvas, other: Canvas, alone: dict) -> None:
    dates = list(alone)
    for date in dates[:: max(len(dates) // COMPARED, 1)]:
        show_date(playback, screen, date)
        other.show_layer(alone[date])
        if screen.image() != other.image():
            raise SystemExit(f"On {date} the canvas that is played shows something else than the day's layer.")


def time_dates(playback: Playback, screen: Canvas, other: Canvas, alone: dict) -> dict:
    """Milliseconds of each date; the dates come in their order, as when played."""
    found: dict[str, list[float]] = {"playback_ms": [], "alone_ms": []}
    for number, (date, layer) in enumerate(alone.items()):
        turns = [
            ("playback_ms", lambda date=date: show_date(playback, screen, date)),
            ("alone_ms", lambda layer=layer: other.show_layer(layer)),
        ]
        for name, draw in turns if number % 2 else turns[::-1]:
            found[name].append(1000 * draw())
    return found


def time_playing(playback: Playback, screen: Canvas, dates: list) -> dict:
    show_date(playback, screen, dates[0])
    drawn, begin = screen.frames, time.perf_counter()
    playback.set_speed(1000)
    playback.play()
    wait_until(lambda: not playback.is_playing)
    seconds = time.perf_counter() - begin
    return {"played_dates": len(dates) - 1, "played_frames": screen.frames - drawn, "played_seconds": seconds}


def time_scrubbing(playback: Playback, screen: Canvas, dates: list) -> dict:
    show_date(playback, screen, dates[0])
    drawn, begin = screen.frames, time.perf_counter()
    frames_before: dict = {}  # of each date that the playback took up
    playback.date_changed.connect(lambda date: frames_before.update({date: screen.frames}))
    for date in dates[1:]:
        playback.show(date)
        QCoreApplication.processEvents()
    passed = time.perf_counter()
    wait_until(lambda: screen.frames > frames_before.get(dates[-1], screen.frames))
    return {
        "scrubbed_dates": len(dates) - 1,
        "scrubbed_frames": screen.frames - drawn,
        "scrubbed_seconds": passed - begin,
        "last_date_ms": 1000 * (time.perf_counter() - passed),
    }


class in_qgis_with_windows(in_qgis):
    """As ``in_qgis``, and widgets can be made."""

    def __enter__(self):
        self._profile = tempfile.TemporaryDirectory()
        os.environ.setdefault("XDG_RUNTIME_DIR", self._profile.name)
        self._qgis = QgsApplication([], True, self._profile.name)
        self._qgis.initQgis()


def main(case: str) -> None:
    with in_qgis_with_windows():
        layer = open_layer(Case(case), f.CONTROL_MAP, "Control")
        extent = layer.extent()
        extent.scale(0.9)  # see show_date.main
        dates = map_dates(case, 10**6)
        alone = {date: look_like(layer, only_on(layer, date)) for date in dates}
        screen, other = Canvas(layer, extent), Canvas(layer, extent)
        controller = QgsTemporalNavigationObject()
        screen.canvas.setTemporalController(controller)
        screen.show_layer(layer)
        playback = Playback(screen.canvas)
        playback.set_dates(dates)
        check_images(playback, screen, other, alone)
        figures = {"dates": len(dates), **time_dates(playback, screen, other, alone)}
        figures.update(time_playing(playback, screen, dates))
        figures.update(time_scrubbing(playback, screen, dates))
        playback.close()
        for each in (screen, other):
            each.close()
        del layer, alone, playback, screen, other, controller  # before QGIS goes
    tell(figures)


if __name__ == "__main__":
    main(*sys.argv[1:])
