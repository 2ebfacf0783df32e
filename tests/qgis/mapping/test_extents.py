"""Extents that are nowhere: infinite, too large for a number, not a number, of an empty layer, or off the map's CRS.

QGIS 3.40 gives some of them a place, and 3.44 raises for others what no caller expects.
"""

from math import inf, nan

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

from syria_control_plugin.core.errors import AnimationError, CaseError
from syria_control_plugin.gui.controllers.case_loader import zoom_to
from syria_control_plugin.mapping.animation import map_scene
from syria_control_plugin.mapping.layers.extents import is_extent, transformed_extent
from syria_control_plugin.mapping.layouts import layouts

LONLAT, MERCATOR, UTM = (QgsCoordinateReferenceSystem(f"EPSG:{code}") for code in (4326, 3857, 32637))
OTHER_SIDE = QgsCoordinateReferenceSystem.fromProj("+proj=gnom +lat_0=-35 +lon_0=-143 +ellps=WGS84")
TRANSFORMS = QgsCoordinateTransformContext()
NOWHERE = [
    QgsRectangle(-inf, -inf, inf, inf), QgsRectangle(0, 0, inf, 1), QgsRectangle(nan, nan, nan, nan),
    QgsRectangle(-1e308, -1e308, 1e308, 1e308), QgsRectangle(0, -1e308, 1, 1e308), QgsRectangle(),
]  # fmt: skip


def layer_of(crs, *boxes):
    layer = QgsVectorLayer(f"Polygon?crs={crs.authid()}", "nowhere", "memory")
    for box in boxes:
        row = QgsFeature()
        row.setGeometry(QgsGeometry.fromRect(box))
        layer.dataProvider().addFeature(row)
    layer.updateExtents()
    return layer


class Endless(QgsVectorLayer):
    """A layer of which a provider gives an extent that is not one, as those of databases and services may."""

    def __init__(self, crs, box):
        super().__init__(f"Polygon?crs={crs.authid()}", "nowhere", "memory")
        self._box = box

    def extent(self):
        return self._box


@pytest.mark.parametrize("target", [LONLAT, MERCATOR, UTM])
@pytest.mark.parametrize("source", [LONLAT, MERCATOR, UTM])
@pytest.mark.parametrize("box", NOWHERE)
def test_is_nowhere_in_any_crs(qgis_app, box, source, target):
    assert not is_extent(box)
    assert transformed_extent(box, source, target, TRANSFORMS) is None


def test_an_extent_is_that_of_its_corners(qgis_app):
    box = transformed_extent(QgsRectangle(0, 0, 180, 1), LONLAT, MERCATOR, TRANSFORMS)
    assert (box.xMinimum(), box.xMaximum()) == pytest.approx((0, 20_037_508), abs=1)
    assert transformed_extent(QgsRectangle(36, 34, 38, 36), LONLAT, OTHER_SIDE, TRANSFORMS) is None


@pytest.mark.parametrize("source", [LONLAT, MERCATOR])
@pytest.mark.parametrize("box", [box for box in NOWHERE if not box.isNull()])
def test_a_layer_that_is_nowhere_is_an_error_or_moves_nothing(qgis_app, box, source):
    layer, project, canvas = Endless(source, box), QgsProject.instance(), QgsMapCanvas()
    project.setCrs(UTM)
    with pytest.raises(CaseError, match="The extent of 'nowhere' cannot be drawn in the CRS of the project"):
        layouts.whole_extent(layer, project)
    with pytest.raises(AnimationError, match="The layer 'nowhere' cannot be shown in EPSG:32637"):
        map_scene.whole_extent([layer], UTM, TRANSFORMS)
    canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    before = canvas.extent()
    zoom_to(canvas, layer)
    assert canvas.extent() == before
    project.clear()


def test_coordinates_of_1e308_in_a_layer_are_nowhere(qgis_app):
    with pytest.raises(AnimationError, match="cannot be shown"):
        map_scene.whole_extent([layer_of(LONLAT, NOWHERE[3])], UTM, TRANSFORMS)


def test_an_empty_layer_adds_nothing_to_an_animation(qgis_app):
    box = QgsRectangle(36, 34, 38, 36)
    alone, both = (map_scene.whole_extent(each, MERCATOR, TRANSFORMS) for each in (
        [layer_of(LONLAT, box)], [layer_of(LONLAT), layer_of(LONLAT, box)]))  # fmt: skip
    assert both == alone
    empty = map_scene.whole_extent([layer_of(LONLAT)], MERCATOR, TRANSFORMS)
    with pytest.raises(AnimationError, match="The extent to export is empty"):
        map_scene.MapView(empty, MERCATOR).settings(TRANSFORMS)


@pytest.mark.parametrize("box", NOWHERE)
def test_an_animation_of_nowhere_is_an_error(qgis_app, box):
    with pytest.raises(AnimationError, match="The extent to export is empty"):
        map_scene.MapView(box, MERCATOR).settings(TRANSFORMS)
