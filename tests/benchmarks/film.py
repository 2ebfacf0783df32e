"""A film of daily maps, and what the same costs with QGIS's own export; one kind a process. Started by run.py.

film.py KIND CASE COUNT FOLDER

CASE holds daily maps (import_series.py), of which COUNT dates are filmed, 1280×720, a frame a date, without text, so
that both draw the same: the case's layer, in its own CRS.

"plugin"  the plugin's MP4
"qgis"    QgsTemporalUtils.exportAnimation into PNG files, then ffmpeg on these, told to encode as the plugin does
"frames"  both as PNG frames, which must be equal pixel for pixel
"weekly"  COUNT frames over maps of which every seventh is kept, a step a map, each held for seven frames
"daily"   the same film in daily steps
"dated"   the same in daily steps, with the date on each frame
"memory"  COUNT frames over as many dates, over and over: the peak must not grow with them
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
from import_series import in_qgis
from measuring import measured, tell
from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsFeature,
    QgsInterval,
    QgsMapSettings,
    QgsProject,
    QgsTemporalUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage
from show_date import only_on

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.qgis_values import to_qt
from syria_control_plugin.core import fields as f
from syria_control_plugin.mapping.animation.animation import Pace, make_animation
from syria_control_plugin.mapping.animation.ffmpeg import MP4, ffmpeg_arguments, ffmpeg_path
from syria_control_plugin.mapping.animation.map_scene import MapScene, MapView
from syria_control_plugin.mapping.animation.steps import DAYS, Steps, steps_at, steps_every
from syria_control_plugin.mapping.animation.writers import frames_folder
from syria_control_plugin.mapping.layers.layers import open_layer

WIDTH, HEIGHT, DPI, FPS = 1280, 720, 96, 10
BACKGROUND = "#ffffff"
DAY = np.timedelta64(86400, "s")
WEEK = 7


class Filmed:
    """The layer and what of it is filmed."""

    def __init__(self, case: str, count: int):
        self.layer = open_layer(Case(case), f.CONTROL_MAP, "Control")
        self.extent = self.layer.extent()
        self.extent.scale(0.9)  # see show_date.main
        request = self.layer.uniqueValues(self.layer.fields().lookupField(f.VALID_FROM))
        first = min(np.datetime64(value.toString("yyyy-MM-ddTHH:mm:ss"), "s") for value in request)
        self.steps = steps_every(1, DAYS, first, first + (count - 1) * DAY)

    def scene(self, layers=None, text: str = "") -> MapScene:
        view = MapView(self.extent, self.layer.crs(), WIDTH, HEIGHT, BACKGROUND, DPI)
        return MapScene(layers or [self.layer], view, QgsProject.instance(), text=text)

    def export_frames(self, folder: Path) -> None:
        """PNG files by QGIS itself."""
        settings = QgsMapSettings()
        settings.setDestinationCrs(self.layer.crs())
        settings.setLayers([self.layer])
        settings.setOutputSize(QSize(WIDTH, HEIGHT))
        settings.setOutputDpi(DPI)
        settings.setExtent(self.extent)
        settings.setBackgroundColor(QColor(BACKGROUND))
        settings.setFlag(Qgis.MapSettingsFlag.Antialiasing, True)
        settings.setFlag(Qgis.MapSettingsFlag.HighQualityImageTransforms, True)
        export = QgsTemporalUtils.AnimationExportSettings()
        moments = self.steps.moment
        export.animationRange = QgsDateTimeRange(to_qt(moments[0]), to_qt(moments[-1] + DAY), True, False)
        export.frameDuration = QgsInterval(1, Qgis.TemporalUnit.Days)
        export.outputDirectory, export.fileNameTemplate = str(folder), "frame_######.png"
        ok, message = QgsTemporalUtils.exportAnimation(settings, export)
        if not ok:
            raise SystemExit(f"exportAnimation failed: {message}")


def film_by_plugin(filmed: Filmed, folder: Path, name: str = "plugin.mp4"):
    return make_animation(filmed.scene(), filmed.steps, Pace(FPS, 1 / FPS), str(folder / name))


def film_by_qgis(filmed: Filmed, folder: Path) -> None:
    frames = folder / "frames"
    shutil.rmtree(frames, ignore_errors=True)
    frames.mkdir()
    filmed.export_frames(frames)
    command = [ffmpeg_path(), "-y", "-loglevel", "error", "-framerate", str(FPS), "-i", str(frames / "frame_%06d.png")]
    # exportAnimation ends with a frame after the last date.
    command += ["-frames:v", str(len(filmed.steps)), *ffmpeg_arguments(MP4, ffmpeg_path()), str(folder / "qgis.mp4")]
    subprocess.run(command, check=True)


def check_frames(filmed: Filmed, folder: Path) -> dict:
    """Frames of both, compared."""
    theirs = folder / "theirs"
    theirs.mkdir()
    filmed.export_frames(theirs)
    film_by_plugin(filmed, folder, "ours.png")
    ours = frames_folder(str(folder / "ours.png"))
    different = set()
    for number in range(len(filmed.steps)):
        name = f"frame_{number:06d}.png"
        one, other = (QImage(str(each / name)).convertToFormat(QImage.Format.Format_RGB32) for each in (ours, theirs))
        if one.isNull() or one != other:
            raise SystemExit(f"Frame {number} differs from the one of QgsTemporalUtils.exportAnimation.")
        different.add(hash(bytes(one.constBits().asarray(one.sizeInBytes()))))
    return {"frames": len(filmed.steps), "different": len(different)}


def weekly_layer(filmed: Filmed) -> tuple[QgsVectorLayer, np.ndarray]:
    """The layer with every seventh map, each of which holds for a week; and their dates."""
    weeks = filmed.steps.moment[::WEEK]
    layer = QgsVectorLayer(
        f"MultiPolygon?crs=EPSG:4326&field={f.CLASS}:string&field={f.VALID_FROM}:datetime&field=until:datetime",
        "weekly", "memory",
    )  # fmt: skip
    rows = []
    for date in weeks:
        for row in only_on(filmed.layer, date).getFeatures():
            made = QgsFeature(layer.fields())
            made.setGeometry(row.geometry())
            made.setAttributes([row[f.CLASS], to_qt(date), to_qt(date + WEEK * DAY)])
            rows.append(made)
    layer.dataProvider().addFeatures(rows)
    layer.updateExtents()
    layer.setRenderer(filmed.layer.renderer().clone())
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    properties.setStartField(f.VALID_FROM)
    properties.setEndField("until")
    properties.setIsActive(True)
    return layer, weeks


def film_weeks(filmed: Filmed, kind: str, folder: Path, figures: dict) -> None:
    layer, weeks = weekly_layer(filmed)
    is_weekly = kind == "weekly"
    steps = steps_at(weeks) if is_weekly else steps_every(1, DAYS, weeks[0], weeks[-1] + (WEEK - 1) * DAY)
    scene = filmed.scene([layer], "{date}" if kind == "dated" else "")
    with measured(figures):
        report = make_animation(scene, steps, Pace(FPS, (WEEK if is_weekly else 1) / FPS), str(folder / f"{kind}.mp4"))
    figures.update(maps_drawn=scene.maps_drawn, frames=report.frames)


def film_long(filmed: Filmed, count: int, folder: Path) -> None:
    """As many frames as asked for over the dates there are, the film of which is run through again and again."""
    steps = filmed.steps
    turns = np.resize(np.arange(len(steps)), count)
    make_animation(
        filmed.scene(text="{date}"),
        Steps(steps.moment[turns], steps.until[turns]),
        Pace(FPS, 1 / FPS),
        str(folder / "long.mp4"),
    )


def main(kind: str, case: str, count: str, folder: str) -> None:
    figures: dict = {}
    if not ffmpeg_path():
        tell({"absent": "no ffmpeg"})
        return
    with in_qgis():
        filmed = Filmed(case, 50 if kind == "memory" else int(count))
        if kind == "frames":
            figures = check_frames(filmed, Path(folder))
        elif kind in ("weekly", "daily", "dated"):
            film_weeks(filmed, kind, Path(folder), figures)
        else:
            works = {"plugin": film_by_plugin, "qgis": film_by_qgis}
            with measured(figures):
                if kind == "memory":
                    film_long(filmed, int(count), Path(folder))
                else:
                    works[kind](filmed, Path(folder))
        del filmed  # before QGIS goes
    tell(figures)


if __name__ == "__main__":
    main(*sys.argv[1:])
