"""Extents of layers and maps in another CRS, and across the antimeridian."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsRectangle,
    QgsVectorLayer,
)

from ...core.control.longitudes import widest_gap
from ...core.geometry.antimeridian import TURN_DEG, turns_from


def is_extent(box: QgsRectangle) -> bool:
    """Return whether a box is an extent: not that of an empty layer, and of finite size."""
    return not box.isNull() and bool(np.isfinite((box.width(), box.height())).all())


def transformed_extent(
    extent: QgsRectangle,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    transforms: QgsCoordinateTransformContext,
) -> QgsRectangle | None:
    """Return an extent in another CRS; None if it cannot be transformed."""
    if not is_extent(extent):  # QGIS 3.44 raises an Exception without a text, and 3.40 returns some place
        return None
    try:
        return QgsCoordinateTransform(source, target, transforms).transformBoundingBox(extent)
    except QgsCsException:
        return None


def layer_extent(
    layer: QgsMapLayer, crs: QgsCoordinateReferenceSystem, transforms: QgsCoordinateTransformContext
) -> QgsRectangle | None:
    """Return the extent of a layer in a CRS; None if it has no extent there.

    Territory on both sides of the antimeridian is joined if the CRS does so.
    """
    is_joined = isinstance(layer, QgsVectorLayer) and layer.crs().isGeographic() and not crs.isGeographic()
    extent = lonlat_extent(layer) if is_joined else layer.extent()
    return transformed_extent(extent, layer.crs(), crs, transforms)


def lonlat_extent(layer: QgsVectorLayer) -> QgsRectangle:
    """Return the extent of a layer in lon/lat; it continues beyond 180 for territory on both sides of the antimeridian.

    Features are read only if the layer appears to span half the globe.
    """
    extent = layer.extent()
    if extent.width() <= TURN_DEG / 2 or not is_extent(extent):
        return extent
    spans = np.array([
        (box.xMinimum(), box.xMaximum())
        for feature in layer.getFeatures(QgsFeatureRequest().setNoAttributes())
        for part in feature.geometry().constParts()
        for box in (part.boundingBox(),)
    ])  # fmt: skip
    if not len(spans):
        return extent
    spans += TURN_DEG * turns_from(spans[:, 0], widest_gap(spans))[:, None]
    return QgsRectangle(spans[:, 0].min(), extent.yMinimum(), spans[:, 1].max(), extent.yMaximum())
