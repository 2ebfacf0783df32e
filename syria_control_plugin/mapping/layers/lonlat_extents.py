"""Where on the globe a layer lies, the antimeridian or not."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer

from ...core.geometry.turns import TURN_DEG, turns_from
from ...core.movements.longitudes import widest_gap


def lonlat_extent(layer: QgsVectorLayer) -> QgsRectangle:
    """The extent of a layer in lon/lat; of ground on both sides of the antimeridian it runs on beyond 180.

    Only a layer that seems to reach half round the globe has its features read.
    """
    extent = layer.extent()
    if extent.width() <= TURN_DEG / 2:
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
