"""How long a map with the case's drawn layer takes on another date, against layers that hold only that date.

    show_date.py CASE DATES ROUNDS

The images are compared first, which also opens each layer's file: what is timed is drawing, not opening.
"""

from __future__ import annotations

import sqlite3
import statistics
import sys
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from import_series import in_qgis
from measuring import tell
from qgis.core import (
    Qgis,
    QgsCoordinateTransformContext,
    QgsFeatureRequest,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from syria_control_plugin.case.case import Case
from syria_control_plugin.core import fields as f
from syria_control_plugin.mapping.layers.layers import open_layer
from syria_control_plugin.mapping.layers.temporal import day_range

WIDTH, HEIGHT = 1280, 720
CASE, GEOPACKAGE, MEMORY = "case", "geopackage", "memory"


@dataclass(frozen=True)
class Frame:
    """A date and, by kind, the layers that can show it."""

    moment: np.datetime64
    layers: dict[str, QgsVectorLayer]


def map_dates(case: str, count: int) -> list[np.datetime64]:
    """Dates of maps, spread over the series."""
    with closing(sqlite3.connect(case)) as database:
        rows = database.execute("SELECT DISTINCT map_date FROM maps ORDER BY 1").fetchall()
    dates = [np.datetime64(text.rstrip("Z"), "s") for (text,) in rows]
    return [dates[number] for number in np.unique(np.linspace(0, len(dates) - 1, count).astype(int))]


def make_frames(layer: QgsVectorLayer, dates: list, folder: Path) -> list[Frame]:
    frames = []
    for moment in dates:
        alone = only_on(layer, moment)
        name = np.datetime_as_string(moment, unit="D")
        stored = look_like(layer, stored_copy(alone, str(folder / f"{name}.gpkg")))
        frames.append(Frame(moment, {CASE: layer, GEOPACKAGE: stored, MEMORY: look_like(layer, alone)}))
    return frames


def only_on(layer: QgsVectorLayer, moment: np.datetime64) -> QgsVectorLayer:
    """A memory layer with the rows that hold at a moment; the two moments are compared as QGIS's users see them."""
    text = str(moment)
    request = QgsFeatureRequest().setFilterExpression(
        f"\"{f.VALID_FROM}\" <= to_datetime('{text}Z') AND coalesce(\"{f.VALID_TO}\" > to_datetime('{text}Z'), true)"
    )
    alone = layer.materialize(request)
    if alone.featureCount() == 0:
        raise SystemExit(f"The case's layer holds nothing on {text}.")
    return alone


def stored_copy(layer: QgsVectorLayer, path: str) -> QgsVectorLayer:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerOptions = ["FID=row"]  # the case's own ids are beyond what a field named fid may hold there
    options.layerName = "map"
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, path, QgsCoordinateTransformContext(), options
    )
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise SystemExit(f"{path} cannot be written: {message}")
    return QgsVectorLayer(f"{path}|layername=map", "map", "ogr")


def look_like(layer: QgsVectorLayer, other: QgsVectorLayer) -> QgsVectorLayer:
    """Gives the other layer the same look; time is no matter to it, since it holds one date."""
    other.setRenderer(layer.renderer().clone())
    other.setSimplifyMethod(layer.simplifyMethod())
    other.temporalProperties().setIsActive(False)
    return other


def draw(layer: QgsVectorLayer, moment: np.datetime64, extent):
    """(seconds, CPU seconds, image) of a map of one layer on one day, as the canvas draws it."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())  # not reprojected: that would cost the same for all, and hide the rest
    settings.setOutputSize(QSize(WIDTH, HEIGHT))
    settings.setExtent(extent)
    settings.setBackgroundColor(QColor("white"))
    settings.setFlag(Qgis.MapSettingsFlag.UseRenderingOptimization)
    settings.setIsTemporal(True)
    settings.setTemporalRange(day_range(moment))
    wall, cpu = time.perf_counter(), time.process_time()
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return time.perf_counter() - wall, time.process_time() - cpu, job.renderedImage()


def check_images(frames: list[Frame], extent) -> None:
    for frame in frames:
        images = {kind: draw(layer, frame.moment, extent)[2] for kind, layer in frame.layers.items()}
        for kind, image in images.items():
            if image != images[CASE]:
                raise SystemExit(f"On {frame.moment} the {kind} layer's image differs from the case's.")
        if not any(image.pixelColor(x, HEIGHT // 2) != QColor("white") for x in range(0, WIDTH, 4)):
            raise SystemExit(f"On {frame.moment} the image is empty.")


def times(frames: list[Frame], extent, rounds: int) -> list[dict[str, tuple]]:
    """A round's, and a frame's, (milliseconds, CPU milliseconds) by kind; the kinds take turns in coming first."""
    found = []
    for number in range(rounds):
        for position, frame in enumerate(frames):
            kinds = list(frame.layers)
            first = (number + position) % len(kinds)
            turn = kinds[first:] + kinds[:first]
            drawn = {kind: draw(frame.layers[kind], frame.moment, extent) for kind in turn}
            found.append({kind: (1000 * wall, 1000 * cpu) for kind, (wall, cpu, _) in drawn.items()})
    return found


def main(case: str, count: str, rounds: str) -> None:
    with in_qgis(), tempfile.TemporaryDirectory() as folder:
        layer = open_layer(Case(case), f.CONTROL_MAP, "Control")
        extent = layer.extent()
        # A window on the whole layer costs GDAL 3.6 an extra 10 ms for any table with a spatial index: the plain
        # GeoPackage, but not the case's view. A little less than the whole lets neither look better than it is.
        extent.scale(0.9)
        frames = make_frames(layer, map_dates(case, int(count)), Path(folder))
        check_images(frames, extent)
        found = times(frames, extent, int(rounds))
        figures = {"frames": len(frames)}
        for number, unit in enumerate(("ms", "cpu_ms")):
            for kind in (CASE, GEOPACKAGE, MEMORY):
                figures[f"{kind}_{unit}"] = [each[kind][number] for each in found]
        figures["features_a_date"] = statistics.median(frame.layers[MEMORY].featureCount() for frame in frames)
        del layer, frames  # before QGIS goes
    tell(figures)


if __name__ == "__main__":
    main(*sys.argv[1:])
