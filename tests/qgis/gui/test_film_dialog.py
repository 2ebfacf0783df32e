"""The film dialog as a user works it: set, look, export, cancel."""

import gc
import html
import sys
import threading

import numpy as np
import pytest
from PIL import Image
from qgis.core import Qgis, QgsApplication, QgsLayoutItemMap, QgsPrintLayout, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QCheckBox, QLabel, QMainWindow, QPushButton

from syria_control_plugin.case import corridors
from syria_control_plugin.case.case import Case
from syria_control_plugin.gui.animation import dialog as film_dialog
from syria_control_plugin.gui.animation.dialog import AnimationDialog, close_animation_dialog, open_animation_dialog
from syria_control_plugin.gui.animation.form import WHOLE
from syria_control_plugin.mapping.animation.steps import Shot, case_layers, steps_at
from syria_control_plugin.mapping.layers.layers import local_crs
from syria_control_plugin.mapping.layers.styles import style_case
from syria_control_plugin.mapping.layers.temporal import day_range
from syria_control_plugin.sources.sample import build_sample
from tests.qgis.gui.panel_desk import wait_until

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def sample(qgis_app, tmp_path_factory):
    path = str(tmp_path_factory.mktemp("sample") / "sample.gpkg")
    build_sample(path, finish=style_case)
    return path


@pytest.fixture
def canvas(sample):
    """Shows the sample case."""
    project = QgsProject.instance()
    project.clear()
    layers = case_layers(Case(sample))
    for layer in layers:
        project.addMapLayer(layer)
    made = QgsMapCanvas()
    made.setDestinationCrs(local_crs(layers[-1]))
    made.setLayers(layers)
    made.resize(400, 300)
    made.zoomToFullExtent()
    yield made
    made.stopRendering()
    sip.delete(made)
    project.clear()


@pytest.fixture
def dialog(canvas, monkeypatch):
    """Shown, small and quick; ``told`` keeps what it tells where it is closed."""
    caught, told = [], []
    monkeypatch.setattr(sys, "excepthook", lambda *error: caught.append(error))
    monkeypatch.setattr(film_dialog, "DEBOUNCE_MS", 10)
    made = AnimationDialog(None, QgsProject.instance(), canvas, notify=lambda text, level: told.append((text, level)))
    made.told = told
    for box, value in ((made.form.width_px, 160), (made.form.height_px, 90), (made.form.fps, 5), (made.form.hold, 0.4)):
        box.setValue(value)
    made.show()
    yield made
    if not sip.isdeleted(made):
        made.give_up()
    wait_until(lambda: QgsApplication.taskManager().count() == 0)
    gc.collect()
    assert not caught, caught


def message(dialog):
    item = dialog.messages.currentItem()
    return html.unescape(item.text()) if item is not None else ""


def export(dialog, path):
    dialog.form.file.setFilePath(str(path))
    QTest.mouseClick(dialog.export_button, LEFT)
    wait_until(lambda: dialog._exporting is None)


def test_a_frame_is_shown_and_what_the_film_will_be(dialog):
    wait_until(lambda: dialog.picture.pixmap() is not None and not dialog.picture.pixmap().isNull())
    wait_until(lambda: "15 steps, 30 frames" in dialog.estimate.text())
    assert "6" in dialog.estimate.text()
    assert not dialog.export_button.isEnabled()  # no file is named yet


def test_whether_corridors_are_out_of_date_is_read_in_another_thread(dialog, monkeypatch):
    """The tables of a large case take seconds to read."""
    threads, digest = [], corridors._digest

    def recorded(texts, rows=()):
        threads.append((threading.current_thread() is threading.main_thread(), rows != ()))
        return digest(texts, rows)

    monkeypatch.setattr(corridors, "_digest", recorded)
    corridors._content_of.cache_clear()
    dialog.preview_again()
    dialog.estimate.clear()
    wait_until(lambda: "15 steps, 30 frames" in dialog.estimate.text())
    assert (False, True) in threads and (True, True) not in threads


def test_the_frame_is_of_the_date_that_the_map_shows(dialog, canvas):
    canvas.setTemporalRange(day_range("2017-10-14"))
    order = dialog.order((160, 90))
    number = dialog._shown_step(order.steps)
    assert str(order.steps.moment[number])[:10] == "2017-10-14"


def test_export(dialog, tmp_path):
    export(dialog, tmp_path / "film.gif")
    assert "film.gif" in message(dialog)
    with Image.open(tmp_path / "film.gif") as film:
        assert film.size == (160, 90) and film.n_frames > 15
    assert dialog.folder_button.isEnabled() and not dialog.progress.isVisible()


def test_a_name_without_an_ending_gets_one(dialog):
    dialog.form.file.setFilePath("/somewhere/film")
    assert dialog.form.path() in ("/somewhere/film.mp4", "/somewhere/film.gif")


def test_steps_every_week_of_all_of_the_ground_without_marks(dialog, canvas, tmp_path):
    form = dialog.form
    form.steps.setCurrentIndex(form.steps.findData("weeks"))
    form.extent.setCurrentIndex(form.extent.findData(WHOLE))
    form.marks.setChecked(False)
    order = dialog.order((160, 90))
    assert len(order.steps) == 4 and order.case is None
    assert form.count.isEnabled()


def test_the_legend_can_be_left_out(dialog):
    """Where the ground is seen whole, the legend lies beside it."""
    form = dialog.form
    form.extent.setCurrentIndex(form.extent.findData(WHOLE))
    form.text.clear()
    with_legend = dialog.order((320, 180)).scene
    form.legend.setChecked(False)
    without = dialog.order((320, 180)).scene
    pictures = [image_of(scene) for scene in (with_legend, without)]
    assert pictures[0] != pictures[1]


def image_of(scene):
    try:
        scene.begin(steps_at([np.datetime64("2017-10-24", "s")]))
        return scene.picture(Shot(0, 0.0, 1.0, 1)).copy()
    finally:
        scene.close()


def test_cancelled_it_leaves_no_file(dialog, tmp_path):
    dialog.form.hold.setValue(60)  # long enough to be cancelled
    dialog.form.file.setFilePath(str(tmp_path / "film.gif"))
    QTest.mouseClick(dialog.export_button, LEFT)
    assert dialog.progress.isVisible() and not dialog.form.isEnabled()
    QTest.mouseClick(dialog.progress.cancel_button, LEFT)
    wait_until(lambda: dialog._exporting is None)
    assert "cancelled" in message(dialog)
    assert list(tmp_path.iterdir()) == [] and dialog.form.isEnabled()


@pytest.mark.parametrize(("name", "words"), [("nowhere/film.gif", "nowhere"), ("film.avi", ".webp")])
def test_what_can_not_be_written_is_told(dialog, tmp_path, name, words):
    export(dialog, tmp_path / name)
    assert words in message(dialog)
    assert list(tmp_path.iterdir()) == []


def test_closed_while_it_exports_it_tells_the_end(dialog, tmp_path):
    dialog.form.file.setFilePath(str(tmp_path / "film.gif"))
    QTest.mouseClick(dialog.export_button, LEFT)
    dialog.close()
    wait_until(lambda: dialog.told)
    ((text, level),) = dialog.told
    assert "film.gif" in text and level == Qgis.MessageLevel.Success
    assert (tmp_path / "film.gif").exists()


def test_a_map_without_layers_says_so_and_offers_no_film(dialog, canvas):
    canvas.setLayers([])
    dialog.preview_again()
    wait_until(lambda: "no layers" in dialog.estimate.text())
    assert not dialog.export_button.isEnabled()


def test_a_layout_with_its_map(dialog, canvas, tmp_path):
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    layout.setName("<b>my page</b>")
    drawn = QgsLayoutItemMap(layout)
    layout.addLayoutItem(drawn)
    drawn.attemptSetSceneRect(QRectF(0, 0, 297, 210))
    drawn.setCrs(canvas.mapSettings().destinationCrs())
    drawn.setLayers(canvas.layers())
    drawn.setKeepLayerSet(True)
    drawn.setExtent(canvas.extent())
    drawn.setIsTemporal(True)
    QgsProject.instance().layoutManager().addLayout(layout)
    dialog.form.show_layouts()
    dialog.form.content.setCurrentIndex(dialog.form.content.findData("<b>my page</b>"))
    assert not dialog.form.marks.isEnabled() and not dialog.form.text.isEnabled()
    export(dialog, tmp_path / "film.gif")
    assert "film.gif" in message(dialog)
    with Image.open(tmp_path / "film.gif") as film:
        assert film.n_frames > 10


def test_one_dialog_is_opened_and_unloaded(canvas, sample):
    class Iface:
        def __init__(self):
            self.window = QMainWindow()

        def mainWindow(self):
            return self.window

        def mapCanvas(self):
            return canvas

    iface = Iface()
    first = open_animation_dialog(iface, sample)
    assert open_animation_dialog(iface, sample) is first and first.isVisible() and not first.isModal()
    close_animation_dialog(iface)
    assert sip.isdeleted(first)
    close_animation_dialog(iface)
    wait_until(lambda: QgsApplication.taskManager().count() == 0)


def test_no_text_of_the_dialog_is_cut_off(dialog):
    """Each label, box and button has the room that it asks for."""
    wait_until(lambda: "steps" in dialog.estimate.text())
    for kind in (QCheckBox, QPushButton, QLabel):
        for widget in dialog.findChildren(kind):
            if widget.isVisible() and not (kind is QLabel and widget.wordWrap()):
                assert widget.width() >= widget.minimumSizeHint().width(), widget.text()
