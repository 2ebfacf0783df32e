"""What of the world a film shows: the extent of its frames, with room for what is written beside the ground."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsMapLayer,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMargins, QRect, QSize

from ...core.errors import FilmError
from ...translation import tr
from ..layers.lonlat_extents import lonlat_extent
from .film_layers import GROUND, sheets_of
from .film_paint import TOP_LEFT, TOP_RIGHT

BACKGROUND = "#f4f2ee"
_AROUND = 1.05
DPI, _HEIGHT = 96, 720  # what is so many pixels on a frame of this height is as large, in shares, on any other
_TEXT_SHARE = 0.11  # of a frame's height


@dataclass(frozen=True)
class MapView:
    """What of the world is filmed, and how large.

    extent  in ``crs``; frames show at least this
    dpi     None: so that symbols and text are as large, in shares of the frame, as 96 dpi on 1280x720
    is_whole  the extent is all that there is to see: room is left around it for text and legend
    """

    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    width: int = 1280
    height: int = 720
    background: str = BACKGROUND
    dpi: float | None = None
    is_whole: bool = False

    def settings(self, transforms: QgsCoordinateTransformContext) -> QgsMapSettings:
        if self.extent.isEmpty() or not self.extent.isFinite():
            raise FilmError(tr("There is no extent to film: the layers are empty, or no extent was given."))
        made = QgsMapSettings()
        made.setDestinationCrs(self.crs)
        made.setTransformContext(transforms)
        made.setOutputSize(QSize(self.width, self.height))
        made.setOutputDpi(self.dpi or DPI * self.height / _HEIGHT)
        made.setExtent(self.extent)
        made.setFlag(Qgis.MapSettingsFlag.Antialiasing, True)
        made.setFlag(Qgis.MapSettingsFlag.HighQualityImageTransforms, True)
        return made


def whole_extent(
    layers: list[QgsMapLayer], crs: QgsCoordinateReferenceSystem, transforms: QgsCoordinateTransformContext
) -> QgsRectangle:
    """The extent of the ground among the layers, else of all of them, in a CRS, with a little room around it."""
    ground = [layer for sheet in sheets_of(layers, False) if sheet.kind == GROUND for layer in sheet.layers]
    timed = [layer for layer in ground if layer.temporalProperties() and layer.temporalProperties().isActive()]
    extent = QgsRectangle()
    for layer in timed or layers:
        try:
            to_map = QgsCoordinateTransform(layer.crs(), crs, transforms)
            extent.combineExtentWith(to_map.transformBoundingBox(_extent_of(layer, crs)))
        except QgsCsException as error:
            raise FilmError(
                tr("The layer {!r} can't be shown in {}: {}").format(layer.name(), crs.authid(), error)
            ) from error
    extent.scale(_AROUND)
    return extent


def _extent_of(layer: QgsMapLayer, crs: QgsCoordinateReferenceSystem) -> QgsRectangle:
    """In the layer's CRS; beyond 180° for ground on both sides of the antimeridian, if the map's CRS joins it."""
    is_lonlat = isinstance(layer, QgsVectorLayer) and layer.crs().isGeographic()
    return lonlat_extent(layer) if is_lonlat and not crs.isGeographic() else layer.extent()


def with_room(extent: QgsRectangle, width: int, height: int, room: QMargins) -> QgsRectangle:
    """The extent of a whole frame within whose margins, in pixels, an extent is shown as large as it can be."""
    free_width, free_height = width - room.left() - room.right(), height - room.top() - room.bottom()
    side = max(extent.width() / free_width, extent.height() / free_height)  # of a pixel
    left = extent.center().x() - (room.left() + free_width / 2) * side
    bottom = extent.center().y() - (room.bottom() + free_height / 2) * side
    return QgsRectangle(left, bottom, left + width * side, bottom + height * side)


def room_of(place: QRect, width: int, height: int, corner: str, has_text: bool) -> QMargins:
    """The margins of a frame that legend and text take; an empty place: no legend."""
    text = round(_TEXT_SHARE * height) if has_text else 0
    is_above = corner in (TOP_LEFT, TOP_RIGHT)
    room = QMargins(0, text if is_above else 0, 0, 0 if is_above else text)
    if place.isEmpty():
        return room
    if width >= height:
        room.setRight(width - place.left())
    elif is_above:
        room.setBottom(height - place.top())
    else:
        room.setTop(place.bottom() + 1)
    return room
