"""Scene of an animated map: its sheets are drawn step by step, each only if it differs from the step before.

The extent of the frames leaves room for legend and text beside the territories.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapLayer,
    QgsMapRendererCustomPainterJob,
    QgsMapSettings,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QMargins, QRect, QSize, QThread
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPainterPath
from qgis.PyQt.QtXml import QDomDocument

from ...core.errors import AnimationError
from ...translation import tr
from ..layers.extents import is_extent, layer_extent
from .layer_states import GROUND, GROWING, Sheet, begins_in, sheets_of, states_of, symbol_colours, time_range
from .legend import Legend, legend_picture, place_of
from .overlay import PAINTED_COLOURS, TOP_LEFT, TOP_RIGHT, date_label, mark_path, paint_growing, paint_mark, paint_text
from .steps import Shot, Steps

BACKGROUND = "#f4f2ee"
_AROUND = 1.05
DPI, _HEIGHT = 96, 720  # reference resolution and frame height, at which symbols and text have their nominal size
_TEXT_SHARE = 0.11  # of a frame's height


@dataclass(frozen=True)
class MapView:
    """Extent and size of an animated map.

    extent    in ``crs``; frames show at least this
    dpi       None: so that symbols and text take the same share of the frame as at 96 dpi on 1280x720
    is_whole  the extent contains all that can be seen: room for text and legend is added around it
    """

    extent: QgsRectangle
    crs: QgsCoordinateReferenceSystem
    width: int = 1280
    height: int = 720
    background: str = BACKGROUND
    dpi: float | None = None
    is_whole: bool = False

    def settings(self, transforms: QgsCoordinateTransformContext) -> QgsMapSettings:
        if self.extent.isEmpty() or not is_extent(self.extent):
            raise AnimationError(tr("The extent to export is empty: the layers are empty, or no extent was set."))
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
    """Return the extent of the territories among the layers, else of all layers, in a CRS, with a margin.

    Raises AnimationError if a layer cannot be shown in the CRS.
    """
    territory = [layer for sheet in sheets_of(layers, False) if sheet.kind == GROUND for layer in sheet.layers]
    timed = [layer for layer in territory if layer.temporalProperties() and layer.temporalProperties().isActive()]
    extent = QgsRectangle()
    for layer in timed or layers:
        if layer.extent().isNull():  # nothing in it
            continue
        box = layer_extent(layer, crs, transforms)
        if box is None:
            raise AnimationError(tr("The layer {!r} cannot be shown in {}.").format(layer.name(), crs.authid()))
        extent.combineExtentWith(box)
    extent.scale(_AROUND)
    return extent


def with_room(extent: QgsRectangle, width: int, height: int, room: QMargins) -> QgsRectangle:
    """Return the extent of a whole frame that shows an extent as large as possible within margins, in pixels."""
    free_width, free_height = width - room.left() - room.right(), height - room.top() - room.bottom()
    side = max(extent.width() / free_width, extent.height() / free_height)  # of a pixel, in map units
    left = extent.center().x() - (room.left() + free_width / 2) * side
    bottom = extent.center().y() - (room.bottom() + free_height / 2) * side
    return QgsRectangle(left, bottom, left + width * side, bottom + height * side)


def room_of(place: QRect, width: int, height: int, corner: str, has_text: bool) -> QMargins:
    """Return the margins of a frame for legend and text; an empty place: no legend."""
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


class MapScene:
    """Scene that draws the pictures of an animated map. Create it in the main thread, then use it in one thread.

    layers    from top to bottom; copies of them are drawn, so that editing is not disturbed
    changed   number of a step → areas (Shapely, lon/lat) that changed hands since the step before, which are marked
    legend    lists the classes present in the layers; None: no legend
    text      written on each frame, with the frame's date in the place of ``overlay.DATE``; "": no text

    Pictures are QImages of 32 bits, opaque. ``problems`` contains what could not be drawn, each once.
    """

    def __init__(
        self,
        layers: list[QgsMapLayer],
        view: MapView,
        project: QgsProject,
        grows: bool = True,
        text: str = "",
        corner: str = TOP_LEFT,
        legend: Legend | None = None,
    ):
        if not layers:
            raise AnimationError(tr("The animation has no layers. Choose at least one layer."))
        self.size = (view.width, view.height)
        self.problems: dict[str, None] = {}
        self.maps_drawn = 0
        self._settings = view.settings(project.transformContext())
        context = QgsExpressionContext()
        context.appendScope(QgsExpressionContextUtils.globalScope())
        context.appendScope(QgsExpressionContextUtils.projectScope(project))
        context.appendScope(QgsExpressionContextUtils.mapSettingsScope(self._settings))
        self._settings.setExpressionContext(context)
        self._settings.setEllipsoid(project.ellipsoid())
        self._background = QColor(view.background)
        self._text, self._corner = text, corner
        self._layers = [copy_of(layer) for layer in layers]
        self._lay_out(view, legend)
        for layer in self._layers:
            layer.moveToThread(None)  # so that the drawing thread can take them
        self._grows = grows
        self._steps: Steps | None = None
        self._sheets: list[Sheet] = []
        self._changed: Mapping[int, np.ndarray] = {}
        self._drawn: dict[int, tuple[Hashable, QImage]] = {}
        self._marked: tuple[int, QPainterPath] = (-1, QPainterPath())

    def _lay_out(self, view: MapView, legend: Legend | None) -> None:
        """Draw the legend, and make room for it and for the text if the view is whole."""
        self._legend = QImage()
        if legend is not None:
            self._legend = legend_picture(self._layers, self._settings, legend.note)
            if self._legend.isNull():
                self.problems[tr("The animation is too small for a legible legend. Increase its width or height.")] = (
                    None
                )
        self._place = place_of(self._legend, *self.size, self._corner)
        if view.is_whole:
            room = room_of(self._place, *self.size, self._corner, bool(self._text))
            self._settings.setExtent(with_room(view.extent, *self.size, room))

    def begin(self, steps: Steps, changed: Mapping[int, np.ndarray] | None = None) -> None:
        """Set the steps of the animation, in the drawing thread."""
        for layer in self._layers:
            if layer.thread() is None:
                layer.moveToThread(QThread.currentThread())
        self._steps, self._changed = steps, changed or {}
        self._sheets = sheets_of(self._layers, self._grows)
        self._states = [states_of(sheet, steps) for sheet in self._sheets]
        growing = [layer for sheet in self._sheets if sheet.kind == GROWING for layer in sheet.layers]
        self._begins = {layer.id(): begins_in(layer, steps) for layer in growing}
        self.grows = np.any([np.zeros(len(steps), bool), *self._begins.values()], axis=0)
        self.is_marked = np.array([number in self._changed for number in range(len(steps))], bool)
        self._drawn.clear()

    def states(self) -> list[Hashable]:
        """Return a value per step for what it shows while nothing moves: equal values, equal pictures."""
        texts = [self._frame_text(step) for step in range(len(self._steps))]
        return list(zip(*self._states, texts))

    def picture(self, shot: Shot) -> QImage:
        """Return the picture of a shot."""
        painted = shot.mark > 0 or shot.growth < 1 or self._text or not self._legend.isNull() or len(self._sheets) > 1
        base = self._sheet(0, shot.step)
        if not painted:
            return base
        image = base.copy()
        painter = QPainter(image)
        try:
            if shot.mark > 0:
                scale = self._settings.outputDpi() / DPI
                paint_mark(painter, self._mark(shot.step), shot.mark, scale)
            for number in range(1, len(self._sheets)):
                self._paint_sheet(painter, number, shot)
            if not self._legend.isNull():
                painter.drawImage(self._place, self._legend)
            if self._text:
                paint_text(painter, self._frame_text(shot.step), *self.size, self._corner)
        finally:
            painter.end()
        return image

    def colours(self) -> list[str]:
        """Return the colours ("#rrggbb") of the animation: background, symbols, and what is painted over them."""
        return symbol_colours(self._layers, [self._background, *PAINTED_COLOURS])

    def close(self) -> None:
        """Move the copies of the layers to the main thread, where they may be deleted, and release them."""
        for layer in self._layers:
            if layer.thread() is None:
                layer.moveToThread(QThread.currentThread())
            layer.moveToThread(QCoreApplication.instance().thread())
        self._layers, self._sheets = [], []
        self._drawn.clear()

    def _paint_sheet(self, painter: QPainter, number: int, shot: Shot) -> None:
        sheet = self._sheets[number]
        if sheet.kind != GROWING or shot.growth == 1:
            painter.drawImage(0, 0, self._sheet(number, shot.step))
            return
        settings = self._settings_at(sheet.kind, shot.step)
        # One layer after another, from the bottom up: first a movement, then the corridors on it.
        turns = [layer.id() for layer in reversed(sheet.layers) if self._begins[layer.id()][shot.step]]
        for layer in reversed(sheet.layers):
            turn = turns.index(layer.id()) if layer.id() in turns else 0
            share = min(shot.growth * len(turns) - turn, 1.0) if layer.id() in turns else 1.0
            if share > 0:
                paint_growing(painter, layer, settings, self._steps.moment[shot.step], share)

    def _sheet(self, number: int, step: int) -> QImage:
        """Return a sheet's picture, the previous one if it shows the same."""
        state = self._states[number][step]
        known = self._drawn.get(number)
        if known is None or known[0] != state:
            known = self._drawn[number] = (state, self._draw(number, step))
        return known[1]

    def _draw(self, number: int, step: int) -> QImage:
        sheet = self._sheets[number]
        settings = self._settings_at(sheet.kind, step)
        settings.setLayers(sheet.layers)
        is_base = number == 0
        settings.setBackgroundColor(self._background if is_base else QColor(0, 0, 0, 0))
        kind = QImage.Format.Format_RGB32 if is_base else QImage.Format.Format_ARGB32_Premultiplied
        image = QImage(settings.outputSize(), kind)
        image.fill(self._background if is_base else QColor(0, 0, 0, 0))
        painter = QPainter(image)
        try:
            job = QgsMapRendererCustomPainterJob(settings, painter)
            job.renderSynchronously()
        finally:
            painter.end()
        for error in job.errors():
            name = next((layer.name() for layer in sheet.layers if layer.id() == error.layerID), error.layerID)
            self.problems[f"{name}: {error.message}"] = None
        self.maps_drawn += 1
        return image

    def _settings_at(self, kind: str, step: int) -> QgsMapSettings:
        settings = QgsMapSettings(self._settings)
        settings.setIsTemporal(True)
        settings.setTemporalRange(time_range(kind, self._steps, step))
        return settings

    def _mark(self, step: int) -> QPainterPath:
        if self._marked[0] != step:
            self._marked = (step, mark_path(self._changed[step], self._settings))
        return self._marked[1]

    def _frame_text(self, step: int) -> str:
        return date_label(self._steps.moment[step], self._text) if self._text else ""


def copy_of(layer: QgsMapLayer) -> QgsMapLayer:
    """Return a copy of a layer with its style and its temporal properties.

    ``clone`` adopts the time that the provider guesses, and loads the style stored in the layer's file, even a foreign
    one with pictures on servers. A layer of a file is therefore copied as a project is read, which does not load that
    style.
    """
    document, context = QDomDocument(), QgsReadWriteContext()
    parent = document.createElement("maplayer")
    if isinstance(layer, QgsVectorLayer) and layer.providerType() == "ogr":
        options = QgsVectorLayer.LayerOptions()
        options.loadDefaultStyle = False
        copy = QgsVectorLayer("", "", "ogr", options)
        if layer.writeLayerXml(parent, document, context) and copy.readLayerXml(parent, context):
            copy.setId(QgsMapLayer.generateId(layer.name()))
            return copy
    copy = layer.clone()
    if layer.temporalProperties() is not None:
        layer.temporalProperties().writeXml(parent, document, context)
        copy.temporalProperties().readXml(parent, context)
    return copy
