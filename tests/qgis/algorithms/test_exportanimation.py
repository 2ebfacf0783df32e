"""The film of a case, of layers and of a layout, as the toolbox makes it."""

import gc
import hashlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QEventLoop, QRectF, QThread, QTimer
from qgis.PyQt.QtGui import QImage

from syria_control_plugin.case.case import Case
from syria_control_plugin.mapping.animation.ffmpeg import ffmpeg_path
from syria_control_plugin.mapping.layers.layers import open_layer
from syria_control_plugin.mapping.layers.styles import style_case
from syria_control_plugin.sources.sample import build_sample

NAME = "exportanimation"
SMALL = {"WIDTH": 160, "HEIGHT": 90, "FPS": 5, "HOLD": 0.4, "LEGEND": False}


@pytest.fixture(scope="module")
def sample(qgis_app, tmp_path_factory):
    path = str(tmp_path_factory.mktemp("sample") / "sample.gpkg")
    build_sample(path, finish=style_case)
    return path


@pytest.fixture
def film(kit, sample):
    """Makes a film of the sample case; where it went."""

    def make(name="film.gif", feedback=None, **more):
        output = name if name.isupper() else str(kit.folder / name)
        return kit.run(NAME, {"CASE": sample, **SMALL, "OUTPUT": output, **more}, feedback)

    yield make
    gc.collect()  # an error that is still remembered holds layers, which must not outlive QGIS


def frame_count(path):
    with Image.open(path) as opened:
        return opened.n_frames


def image(folder, number):
    return QImage(str(Path(folder) / f"frame_{number:06d}.png"))


def test_a_case_in_a_film_out(film):
    """The sample has a step for each of its 14 maps, and one for 24 October, on which GOV moved."""
    results = film()
    assert results["STEPS"] == 15 and results["FRAMES"] == 30 and results["SECONDS"] == 6.0
    with Image.open(results["OUTPUT"]) as opened:
        assert opened.size == (160, 90) and opened.n_frames > 15


def test_by_default_it_is_an_mp4_where_there_is_an_ffmpeg_and_else_a_gif(film):
    results = film("TEMPORARY_OUTPUT", HOLD=0.2)
    assert Path(results["OUTPUT"]).suffix == (".mp4" if ffmpeg_path() else ".gif")
    assert Path(results["OUTPUT"]).stat().st_size > 1000


@pytest.mark.parametrize("name", ["film.gif", "film.webp", "film.png"])
def test_formats_that_need_no_ffmpeg(film, name):
    assert Path(film(name, HOLD=0.2)["OUTPUT"]).exists()


@pytest.mark.skipif(not ffmpeg_path(), reason="there is no ffmpeg here")
@pytest.mark.parametrize("name", ["film.mp4", "film.webm"])
def test_formats_of_ffmpeg(film, name):
    assert Path(film(name, HOLD=0.2, WIDTH=161)["OUTPUT"]).stat().st_size > 1000


def test_steps_of_a_week_between_two_moments(film, kit):
    more = {"STEP": "weeks", "FROM_DATE": "2017-10-08T00:00:00", "TO_DATE": "2017-10-29T00:00:00"}
    assert film(**more)["STEPS"] == 4
    assert "2017-10-08T00:00:00 to 2017-10-29T00:00:00" in " ".join(kit.feedback.infos)
    assert film(**more, STEP_COUNT=0.5)["STEPS"] == 7
    assert film(FROM_DATE="2017-10-09T00:00:00", TO_DATE="2017-10-10T00:00:00")["STEPS"] == 2


def test_text_marks_and_growing_lines_can_be_left_out(film):
    still = {"DATE_TEXT": "", "MARK_CHANGES": False, "GROW": False, "HOLD": 1}
    plain = film("plain.gif", **still)["OUTPUT"]
    assert frame_count(plain) == 15
    for name, more in {
        "text": {"DATE_TEXT": "{date}"},
        "marks": {"MARK_CHANGES": True},
        "grow": {"GROW": True},
        "legend": {"LEGEND": True},
    }.items():
        made = film(f"{name}.gif", **{**still, **more})["OUTPUT"]
        assert Path(made).read_bytes() != Path(plain).read_bytes(), name
    assert frame_count(film("all.gif", HOLD=1)["OUTPUT"]) > 40


def test_layers_of_the_project_show_the_same_as_their_case(film, kit, sample):
    """Given by name or id, as an analyst has styled them; dates and marks are their case's."""
    layer = open_layer(Case(sample), "control_map", "ground")
    QgsProject.instance().addMapLayer(layer)
    files = []
    for number, layers in enumerate((["ground"], [layer.id()])):
        folder = film(f"{number}.png", CASE=None, LAYERS=layers, GROW=False)["OUTPUT"]
        files.append([each.read_bytes() for each in sorted(Path(folder).iterdir())])
    assert files[0] == files[1] and len(files[0]) == 28


def test_any_layer_with_time_can_be_filmed(kit):
    rows = [("2017-10-08", "2017-10-10", kit.square(0, 0)), ("2017-10-10", "2017-10-12", kit.square(1, 0))]
    layer = kit.layer("mine", [], fields=("start:datetime", "end:datetime"))
    layer = _timed(kit, layer, rows)
    QgsProject.instance().addMapLayer(layer)
    results = kit.run(NAME, {"LAYERS": ["mine"], **SMALL, "OUTPUT": str(kit.folder / "a.png"), "DATE_TEXT": ""})
    assert results["STEPS"] == 2
    first, last = image(results["OUTPUT"], 0), image(results["OUTPUT"], 2)
    background = "#f4f2ee"
    shown = [[each.pixelColor(x, 45).name() != background for x in (50, 110)] for each in (first, last)]
    assert shown == [[True, False], [False, True]]


def _timed(kit, layer, rows):
    from qgis.core import Qgis, QgsFeature, QgsGeometry
    from qgis.PyQt.QtCore import QDateTime, Qt

    for start, end, wkt in rows:
        row = QgsFeature(layer.fields())
        row.setAttributes([QDateTime.fromString(f"{day}T00:00:00Z", Qt.DateFormat.ISODate) for day in (start, end)])
        row.setGeometry(QgsGeometry.fromWkt(wkt))
        assert layer.dataProvider().addFeature(row)
    layer.updateExtents()
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    properties.setStartField("start")
    properties.setEndField("end")
    properties.setIsActive(True)
    return layer


def test_extent_and_crs_are_those_asked_for(film):
    """A corner of the map, held by one faction on all dates, fills the frame."""
    extent = "36.9,36.95,35.5,35.53 [EPSG:4326]"
    folder = film("a.png", EXTENT=extent, CRS="EPSG:3857", DATE_TEXT="", GROW=False, MARK_CHANGES=False)["OUTPUT"]
    colours = {image(folder, 0).pixelColor(x, y).name() for x in (1, 80, 158) for y in (1, 45, 88)}
    assert len(colours) == 1


def layout_of(sample):
    layer = open_layer(Case(sample), "control_map", "ground")
    QgsProject.instance().addMapLayer(layer)
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    layout.setName("my page")
    drawn = QgsLayoutItemMap(layout)
    layout.addLayoutItem(drawn)
    drawn.attemptSetSceneRect(QRectF(0, 0, 297, 210))
    drawn.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    drawn.setLayers([layer])
    drawn.setKeepLayerSet(True)
    drawn.setExtent(QgsRectangle(layer.extent()))
    drawn.setIsTemporal(True)
    QgsProject.instance().layoutManager().addLayout(layout)


def test_a_layout_of_the_project_by_its_name(film, sample):
    layout_of(sample)
    results = film("a.png", CASE=None, LAYOUT="my page", FROM_DATE="2017-10-08T00:00:00", TO_DATE="2017-10-09T00:00:00")
    assert results["STEPS"] == 2 and results["FRAMES"] == 4
    first, last = image(results["OUTPUT"], 0), image(results["OUTPUT"], 2)
    assert first.size() == last.size() and abs(first.width() / first.height() - 297 / 210) < 0.03
    assert first != last and first == image(results["OUTPUT"], 1)


# The contract


def test_leaves_its_input_as_it_was(film, sample):
    before = hashlib.sha256(Path(sample).read_bytes()).hexdigest()
    film()
    assert hashlib.sha256(Path(sample).read_bytes()).hexdigest() == before
    assert [each.name for each in Path(sample).parent.iterdir()] == ["sample.gpkg"]


BAD = {
    "CASE": ("/no/such/case.gpkg", "/no/such/case.gpkg"),
    "LAYERS": (["no such layer"], "LAYERS"),
    "LAYOUT": ("no such layout", "no such layout"),
    "OUTPUT": ("/nowhere/at/all/film.gif", "/nowhere/at/all"),
    "FPS": (0, "FPS"),
    "HOLD": (-1, "HOLD"),
    "WIDTH": (1, "WIDTH"),
    "STEP": ("fortnights", "STEP"),
    "STEP_COUNT": (0, "STEP_COUNT"),
    "FROM_DATE": ("2031-01-01T00:00:00", "2031-01-01"),
    "TO_DATE": ("the other day", "TO_DATE"),
    "CRS": ("EPSG:nonsense", "CRS"),
    "FFMPEG": ("/no/such/ffmpeg", "FFMPEG"),
    "CORNER": ("the middle", "CORNER"),
}


@pytest.mark.parametrize("culprit", BAD)
def test_bad_parameter_is_named(film, kit, culprit):
    value, named = BAD[culprit]
    more = {"OUTPUT": str(kit.folder / "film.mp4")} if culprit == "FFMPEG" else {}
    with pytest.raises((QgsProcessingException, AssertionError)) as error:
        film(**{**more, culprit: value})
    told = " ".join([str(error.value), *getattr(kit.feedback, "errors", [])])
    assert named in told or named in kit.feedback.textLog()
    assert "Traceback" not in told
    assert list(kit.folder.iterdir()) == []


def test_another_ending_is_named(film, kit):
    with pytest.raises((QgsProcessingException, AssertionError)):
        film("film.avi")
    assert "film.avi" in kit.feedback.textLog() and ".gif" in kit.feedback.textLog()


def test_nothing_to_film_is_told(kit):
    with pytest.raises((QgsProcessingException, AssertionError)):
        kit.run(NAME, {"OUTPUT": str(kit.folder / "film.gif")})
    assert "CASE" in kit.feedback.textLog()


@pytest.mark.parametrize("name", ["film.gif", "film.webp", "film.png", *(["film.mp4"] if ffmpeg_path() else [])])
def test_cancelled_at_any_step_no_film_is_left(film, kit, name):
    full = kit.Log()
    film("full.gif", full, HOLD=0.2)
    (kit.folder / "full.gif").unlink()
    count = len(full.steps)
    assert count > 15 and full.steps == sorted(full.steps)
    for number in {0, 1, 2, count // 2, count - 2}:
        assert film(name, kit.Log(cancel_at=number), HOLD=0.2) == {}
        assert list(kit.folder.iterdir()) == [], f"left after step {number}"


def test_a_cancelled_film_leaves_the_one_before(film, kit):
    path = Path(film()["OUTPUT"])
    before = path.read_bytes()
    assert film(feedback=kit.Log(cancel_at=5)) == {}
    assert path.read_bytes() == before and [each.name for each in kit.folder.iterdir()] == ["film.gif"]


@pytest.mark.parametrize("what", ["case", "layout"])
def test_runs_in_a_background_thread(kit, sample, what):
    """Prepared here, run in another thread while this one's event loop goes on; layouts are drawn here meanwhile."""
    context, feedback = QgsProcessingContext(), kit.Log()
    context.setProject(QgsProject.instance())
    if what == "layout":
        layout_of(sample)
    given = {"CASE": sample} if what == "case" else {"LAYOUT": "my page"}
    threads, told = set(), feedback.setProgress
    feedback.setProgress = lambda percent: (threads.add(QThread.currentThread()), told(percent))
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"syriacontrol:{NAME}")
    parameters = {**given, **SMALL, "HOLD": 0.2, "OUTPUT": str(kit.folder / "film.gif")}
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    done, loop = [], QEventLoop()
    task.executed.connect(lambda ok, results: (done.append((ok, results)), loop.quit()))
    QgsApplication.taskManager().addTask(task)
    QTimer.singleShot(60_000, loop.quit)
    loop.exec()
    assert done and done[0][0], feedback.textLog()
    assert threads and QThread.currentThread() not in threads
    assert np.isclose(done[0][1]["SECONDS"], done[0][1]["FRAMES"] / 5)
    assert frame_count(done[0][1]["OUTPUT"]) > 10
