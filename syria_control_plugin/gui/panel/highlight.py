"""Marks on the map: territory that changed hands, fading out, and the place of a line that was clicked."""

from __future__ import annotations

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QAbstractAnimation, QObject, QVariantAnimation
from qgis.PyQt.QtGui import QColor

from ...case.qgis_values import to_qgis
from ...mapping.layers.extents import transformed_extent

_LONLAT = "EPSG:4326"
_LEAST_DEG = 1e-6
_FADE_MS = 1400
_MOST_VERTICES = 20_000  # larger areas are simplified to a pixel: the mark lasts a second
_LINE, _FILL = QColor("#ffffff"), QColor(255, 235, 59, 110)
_CASING = QColor("#212121")


class ChangeMark(QObject):
    """A mark of territory that changed hands, shown on a canvas for a moment and fading out.

    It has no faction's colour, so that it is visible on any.
    """

    def __init__(self, canvas: QgsMapCanvas, parent=None):
        super().__init__(parent)
        self._canvas, self._bands = canvas, []
        self._fading = QVariantAnimation(self)
        self._fading.setStartValue(1.0)
        self._fading.setKeyValueAt(0.4, 1.0)
        self._fading.setEndValue(0.0)
        self._fading.setDuration(_FADE_MS)
        self._fading.valueChanged.connect(self._fade)
        self._fading.finished.connect(self.clear)

    @property
    def is_shown(self) -> bool:
        return bool(self._bands)

    def mark(self, areas) -> None:
        """Mark areas (Shapely, lon/lat) instead of those marked before; none if the list is empty."""
        self.clear()
        areas = [area for area in areas if not shapely.is_empty(area)]
        if not areas:
            return
        geometry = to_qgis(self._simplified(shapely.geometrycollections(areas)))
        for width, line, fill in ((3, _CASING, QColor(0, 0, 0, 0)), (1, _LINE, _FILL)):
            band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
            band.setWidth(width)
            band.setStrokeColor(line)
            band.setFillColor(fill)
            band.setToGeometry(geometry, QgsCoordinateReferenceSystem(_LONLAT))
            self._bands.append(band)
        self._fading.start()

    def clear(self) -> None:
        if self._fading.state() != QAbstractAnimation.State.Stopped:
            self._fading.stop()
        for band in self._bands:
            scene = self._canvas.scene()
            if scene is not None:
                scene.removeItem(band)
        self._bands.clear()

    def _fade(self, opacity) -> None:
        for band in self._bands:
            band.setOpacity(float(opacity))

    def _simplified(self, areas):
        polygons = shapely.multipolygons(shapely.get_parts(shapely.get_parts(areas)))
        if shapely.get_num_coordinates(polygons) <= _MOST_VERTICES:
            return polygons
        west, _, east, _ = shapely.bounds(polygons)
        return shapely.simplify(polygons, (east - west) / 1000, preserve_topology=False)


def extent_on(canvas: QgsMapCanvas, geometry) -> QgsRectangle | None:
    """Return the extent of a geometry (Shapely, lon/lat) in the canvas's CRS; None if the transformation fails."""
    west, south, east, north = shapely.bounds(geometry)
    if np.isnan(west):
        return None
    # Buffered, because QGIS transforms one corner only of a box without height or width (a line along a parallel).
    box = QgsRectangle(west, south, east, north).buffered(_LEAST_DEG)
    crs, transforms = canvas.mapSettings().destinationCrs(), QgsProject.instance().transformContext()
    return transformed_extent(box, QgsCoordinateReferenceSystem(_LONLAT), crs, transforms)


def show_place(canvas: QgsMapCanvas, geometry, zooms: bool) -> None:
    """Flash a geometry (Shapely, lon/lat; None: nothing), and move the view if it has to or ``zooms``.

    A place in view is only flashed. A place that is partly or wholly out of view is zoomed to, with a margin.
    A point is centred at the current scale.
    """
    extent = extent_on(canvas, geometry)
    if extent is None:
        return
    is_point = shapely.get_dimensions(geometry) == 0
    if is_point:
        if not canvas.extent().contains(extent.center()) or zooms:
            canvas.setCenter(extent.center())
            if zooms:
                canvas.zoomScale(min(canvas.scale(), 150_000))
            canvas.refresh()
    elif zooms or not canvas.extent().contains(extent):
        roomy = QgsRectangle(extent)
        roomy.scale(1.6)
        canvas.setExtent(roomy)
        canvas.refresh()
    flashed = to_qgis(geometry) if not is_point else QgsGeometry.fromWkt(geometry.wkt)
    canvas.flashGeometries([flashed], QgsCoordinateReferenceSystem(_LONLAT))
