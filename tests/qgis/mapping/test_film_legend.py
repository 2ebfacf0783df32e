"""The legend of a filmed map: what it names, that it hides nothing, and that the date is never cut or turned around."""

import numpy as np
import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QLocale, QMargins, QRect
from qgis.PyQt.QtGui import QImage, QPainter

from syria_control_plugin.mapping.animation import legend as film_legend
from syria_control_plugin.mapping.animation.legend import Legend, legend_note, legend_picture, place_of
from syria_control_plugin.mapping.animation.map_scene import MapScene, MapView, room_of, whole_extent, with_room
from syria_control_plugin.mapping.animation.overlay import CORNERS, date_label, paint_text
from syria_control_plugin.mapping.animation.steps import Shot, steps_at
from syria_control_plugin.mapping.layers.layers import local_crs

CRS = QgsCoordinateReferenceSystem("EPSG:3857")
ENGLISH = QLocale(QLocale.Language.English)
RED, BLUE, GREEN = "#d32f2f", "#1565c0", "#00c853"


def territory(words=("Red", "Blue", "Green"), held=("r", "b")) -> QgsVectorLayer:
    """Squares of 10 side by side, one a faction that holds any; there is a class, green, that none of them is of."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:3857&field=holder:string", "Ground", "memory")
    rows = []
    for number, holder in enumerate(held):
        row = QgsFeature(layer.fields())
        row.setAttributes([holder])
        row.setGeometry(QgsGeometry.fromRect(QgsRectangle(10 * number, 0, 10 * number + 10, 10)))
        rows.append(row)
    layer.dataProvider().addFeatures(rows)
    classes = [
        QgsRendererCategory(value, QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"}), text)
        for value, colour, text in zip("rbg", (RED, BLUE, GREEN), words)
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("holder", classes))
    return layer


def settings(width=1280, height=720):
    return MapView(QgsRectangle(0, 0, 20, 10), CRS, width, height).settings(QgsCoordinateTransformContext())


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def frame(layer, size=(1280, 720), **more):
    view = MapView(QgsRectangle(0, 0, 20, 10), CRS, *size, is_whole=True)
    scene = MapScene([layer], view, QgsProject.instance(), legend=Legend(), **more)
    try:
        scene.begin(steps_at([np.datetime64("2017-10-24", "s")]))
        return scene.picture(Shot(0, 0.0, 1.0, 1)), list(scene.problems)
    finally:
        scene.close()


def test_the_legend_has_the_classes_that_the_layers_hold_and_no_others():
    found = colours(legend_picture([territory()], settings()))
    assert RED in found and BLUE in found and GREEN not in found


def test_a_layer_too_large_to_be_read_at_once_is_named_with_all_its_classes(monkeypatch):
    monkeypatch.setattr(film_legend, "_MOST_READ", 1)
    assert {RED, BLUE, GREEN} <= colours(legend_picture([territory()], settings()))


def test_a_layer_that_holds_nothing_has_no_legend():
    assert legend_picture([territory(held=())], settings()).isNull()


@pytest.mark.parametrize(
    ("size", "most"), [((1280, 720), (384, 612)), ((540, 960), (497, 404)), ((480, 270), (144, 230))]
)
@pytest.mark.parametrize("word", ["x" * 300, "many words " * 40, "<b>[% 1/0 %]</b> 'q' \"", "حركة أحرار الشام " * 20])
def test_long_and_hostile_names_are_broken_and_fit(size, most, word):
    image = legend_picture([territory((word,) * 3)], settings(*size), word)
    assert 0 < image.width() <= most[0] + 1 and 0 < image.height() <= most[1] + 1


def test_a_legend_of_fewer_words_is_smaller():
    """So nothing is reserved for what is not there."""
    assert (
        legend_picture([territory()], settings()).width()
        < legend_picture([territory(("Long words of a name",) * 3)], settings()).width()
    )


def test_the_note_of_the_case_and_the_meaning_of_the_hatch_have_lines_of_their_own():
    assert legend_note("Schematic.", True).splitlines() == [
        "Schematic.",
        "White hatch: changed hands since the previous step.",
    ]
    assert legend_note("Schematic.", False) == "Schematic."
    assert legend_note("", True) == "White hatch: changed hands since the previous step."


def test_within_margins_an_extent_is_as_large_as_can_be():
    """20 x 10 in a frame of 300 x 100 pixels, of which 100 on the right are taken: ten pixels for one."""
    found = with_room(QgsRectangle(0, 0, 20, 10), 300, 100, QMargins(0, 0, 100, 0))
    assert (found.xMinimum(), found.xMaximum(), found.yMinimum(), found.yMaximum()) == (0, 30, 0, 10)


@pytest.mark.parametrize("corner", CORNERS)
@pytest.mark.parametrize("size", [(1280, 720), (540, 960), (720, 720)])
def test_legend_and_text_take_places_apart_and_the_ground_lies_beside_both(size, corner):
    legend = legend_picture([territory()], settings(*size))
    place = place_of(legend, *size, corner)
    assert QRect(0, 0, *size).contains(place)
    page = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(page)
    text = paint_text(painter, "24 September 2017", *size, corner).toAlignedRect()
    painter.end()
    assert not text.intersects(place)
    free = QRect(0, 0, *size).marginsRemoved(room_of(place, *size, corner, True))
    assert not free.intersects(place) and not free.intersects(text)


def test_all_of_the_ground_is_seen_beside_the_legend():
    """Each of the two squares is as many pixels as the other: none lies under the legend."""
    image, problems = frame(territory(("Long words of a name",) * 3))
    counts = [
        sum(image.pixelColor(x, y).name() == colour for x in range(0, 1280, 4) for y in range(0, 720, 4))
        for colour in (RED, BLUE)
    ]
    assert not problems
    assert counts[0] == pytest.approx(counts[1], rel=0.01) and counts[0] > 5000


def test_ground_on_both_sides_of_the_antimeridian_is_seen_as_one():
    """Four degrees at 50° N are less than 300 km; the whole globe would be 40,000."""
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "Ground", "memory")
    for west, east in ((178, 180), (-180, -178)):
        row = QgsFeature()
        row.setGeometry(QgsGeometry.fromRect(QgsRectangle(west, 50, east, 52)))
        layer.dataProvider().addFeature(row)
    layer.updateExtents()
    extent = whole_extent([layer], local_crs(layer), QgsCoordinateTransformContext())
    assert 270_000 < extent.width() < 310_000


def test_where_no_legend_could_be_read_that_is_told_and_the_film_is_made():
    layer = territory(("words " * 20,) * 3, "rbg")
    image, problems = frame(layer, (40, 400))
    assert not image.isNull() and "too small for a legible legend" in problems[0]


@pytest.mark.parametrize(
    "text", ["{date} " + "words " * 60, "words " * 60 + "{date}", "a " * 90 + "{date}" + " b" * 90]
)
def test_a_title_that_is_too_long_is_cut_around_its_date(text):
    assert "24 October 2017" in written(date_label(np.datetime64("2017-10-24"), text, ENGLISH))


def written(text) -> str:
    """The line that is painted, which is no wider than the frame."""
    lines = []
    box = QRect(0, 0, 640, 360)
    image = QImage(640, 360, QImage.Format.Format_RGB32)

    class Painter(QPainter):
        def drawText(self, *given):
            lines.append(given[-1])
            super().drawText(*given)

    painter = Painter(image)
    assert box.contains(paint_text(painter, text, 640, 360).toAlignedRect())
    painter.end()
    return lines[0]


def test_a_date_among_words_from_right_to_left_keeps_its_order():
    """It is set apart by Unicode's isolates, where words stand beside it."""
    assert date_label(np.datetime64("2017-10-24"), "السيطرة {date}", ENGLISH) == "السيطرة \u206824 October 2017\u2069"
    assert date_label(np.datetime64("2017-10-24"), locale=ENGLISH) == "24 October 2017"


def test_a_note_of_any_length(qgis_app):
    """A legend of a million lines would be a picture that no memory holds."""
    note = legend_note("a\n" * 1_000_000, False)
    assert len(note) < 1100 and note.endswith("(1,999,000 more characters are not printed)")
