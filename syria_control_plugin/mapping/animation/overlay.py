"""Overlays on the map of a frame: its date, the mark on areas that changed hands, and lines that grow."""

from __future__ import annotations

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsMapSettings,
    QgsRectangle,
    QgsRenderContext,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QLocale, QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from ...case.qgis_values import to_qt
from ..text.formatting import date_and_time

TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT = "top left", "top right", "bottom left", "bottom right"
CORNERS = (TOP_LEFT, TOP_RIGHT, BOTTOM_LEFT, BOTTOM_RIGHT)
DATE = "{date}"  # stands for the date in the text of a frame
_APART, _END = "\u2068", "\u2069"  # Unicode: first strong isolate, pop directional isolate
FONT = "DejaVu Sans"
INK, PAPER, EDGE = QColor("#1b1b1b"), QColor(255, 255, 255, 225), QColor("#8a8a8a")
# A hatch, because the territory keeps its colour between the lines: a tint could be mistaken for another class.
_MARK_LINE, _MARK_CASING = QColor("#ffffff"), QColor("#212121")
PAINTED_COLOURS = (INK, QColor("#ffffff"), EDGE, _MARK_CASING)
_BOX_SHARE = 0.052  # size of the text, as a share of the frame's height
_MIN_PX = 9
_PADDING = 0.45  # of the text size, on its left and right


def date_label(moment, text: str = DATE, locale: QLocale | None = None) -> str:
    """Return the text of a frame with its date, as "24 October 2017"; with the time unless it is midnight.

    text  any plain text, in which DATE stands for the date
    """
    date = date_and_time(moment, locale)
    # Isolated, so that text beside it that runs from right to left does not reorder the parts of the date.
    return text.replace(DATE, date if text == DATE else f"{_APART}{date}{_END}")


def paint_text(painter: QPainter, text: str, width: int, height: int, corner: str = TOP_LEFT) -> QRectF:
    """Paint one line of plain text on a light background in a corner of a frame; return the box, in pixels.

    The text shrinks if the line does not fit the frame. If even the smallest does not fit, the text around the date is
    cut, but never the date.
    """
    line = " ".join(text.split())
    margin = round(0.025 * height)
    font = QFont(FONT)
    font.setStyleHint(QFont.StyleHint.SansSerif)
    font.setBold(True)
    font.setPixelSize(max(round(_BOX_SHARE * height), _MIN_PX))
    room = width - 2 * margin
    while _advance(font, line) > room and font.pixelSize() > _MIN_PX:
        font.setPixelSize(font.pixelSize() - 1)
    metrics, padding = QFontMetricsF(font), _PADDING * font.pixelSize()
    line = _cut(line, metrics, room - 2 * padding)
    box = QRectF(0, 0, metrics.horizontalAdvance(line) + 2 * padding, metrics.height() + 0.6 * padding)
    box.moveLeft(margin if corner in (TOP_LEFT, BOTTOM_LEFT) else width - margin - box.width())
    box.moveTop(margin if corner in (TOP_LEFT, TOP_RIGHT) else height - margin - box.height())
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setPen(QPen(EDGE, max(height / 720, 1)))
    painter.setBrush(PAPER)
    painter.drawRoundedRect(box, 0.25 * padding, 0.25 * padding)
    painter.setPen(INK)
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, line)
    painter.restore()
    return box


def _cut(line: str, metrics: QFontMetricsF, room: float) -> str:
    before, apart, rest = line.partition(_APART)
    date, end, after = rest.partition(_END)
    left = room - metrics.horizontalAdvance(apart + date + end)
    if not apart or left <= 0 or metrics.horizontalAdvance(line) <= room:
        return metrics.elidedText(line, Qt.TextElideMode.ElideRight, room)
    widths = [metrics.horizontalAdvance(text) for text in (before, after)]
    shares = [max(left / 2, left - other) for other in reversed(widths)]
    before, after = (
        metrics.elidedText(text, Qt.TextElideMode.ElideRight, share) for text, share in zip((before, after), shares)
    )
    return before + apart + date + end + after


def _advance(font: QFont, line: str) -> float:
    """Return the width of a line with its padding."""
    return QFontMetricsF(font).horizontalAdvance(line) + 2 * _PADDING * font.pixelSize()


def mark_path(areas, settings: QgsMapSettings) -> QPainterPath:
    """Return areas (Shapely, lon/lat) as a path in pixels of a map.

    Rings that the map's CRS cannot represent are left out.
    """
    to_map = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), settings.destinationCrs(), settings.transformContext()
    )
    to_pixels = settings.mapToPixel().transform()
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for polygon in shapely.get_parts(shapely.get_parts(np.asarray(areas, object))):
        if shapely.get_type_id(polygon) != shapely.GeometryType.POLYGON:
            continue
        for ring in shapely.get_rings(polygon):
            corners = QPolygonF([QPointF(x, y) for x, y in shapely.get_coordinates(ring).tolist()])
            try:
                to_map.transformPolygon(corners)
            except QgsCsException:
                continue
            path.addPolygon(to_pixels.map(corners))
    return path


def paint_mark(painter: QPainter, path: QPainterPath, opacity: float, scale: float) -> None:
    """Paint a mark on a path, bright if ``opacity`` is 1.

    scale  pixels for one pixel on a map of 96 dpi
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(opacity)
    painter.save()
    painter.setClipPath(path)
    box, gap = path.boundingRect(), 9 * scale
    for width, colour in ((3.0, _MARK_CASING), (1.6, _MARK_LINE)):
        painter.setPen(QPen(colour, width * scale))
        # From a fixed origin, so that the lines do not move from frame to frame.
        for x in np.arange(np.floor((box.left() - box.height()) / gap) * gap, box.right(), gap):
            painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()))
    painter.restore()
    for width, colour in ((4.0, _MARK_CASING), (2.2, _MARK_LINE)):
        painter.strokePath(path, QPen(colour, width * scale))
    painter.restore()


def paint_growing(
    painter: QPainter, layer: QgsVectorLayer, settings: QgsMapSettings, begins_after, growth: float
) -> None:
    """Draw the lines of a layer at the time of a map, those that begin in it only up to a share of their length.

    begins_after  moment (datetime64, UTC): lines that began before it are drawn whole
    growth        the share, above 0; an arrow at a line's end moves along with it
    """
    context = QgsRenderContext.fromMapSettings(settings)
    context.setPainter(painter)
    to_map = QgsCoordinateTransform(layer.crs(), settings.destinationCrs(), settings.transformContext())
    context.setCoordinateTransform(to_map)
    context.setExtent(QgsRectangle())  # extent for clipping, in the layer's CRS; empty: no clipping
    context.expressionContext().appendScope(QgsExpressionContextUtils.layerScope(layer))
    time = QgsVectorLayerTemporalContext()
    time.setLayer(layer)
    filter_text = layer.temporalProperties().createFilterString(time, settings.temporalRange())
    renderer = layer.renderer().clone()
    fields = layer.fields()
    renderer.startRender(context, fields)
    try:
        start = to_qt(begins_after)
        for feature in layer.getFeatures(QgsFeatureRequest().setFilterExpression(filter_text)):
            began = feature.attribute(layer.temporalProperties().startField())
            if began and began >= start:
                feature.setGeometry(_begun(feature.geometry(), growth))
            context.expressionContext().setFeature(feature)
            renderer.renderFeature(feature, context)
    finally:
        renderer.stopRender(context)


def _begun(geometry, share: float):
    """Return the first part of a line; multiple parts are taken one after another."""
    left = geometry.length() * share
    grown = geometry.constGet().simplifiedTypeRef() if not geometry.isMultipart() else None
    if grown is not None:
        return type(geometry)(grown.curveSubstring(0, left))
    parts = []
    for part in geometry.asGeometryCollection():
        if left <= 0:
            break
        parts.append(type(geometry)(part.constGet().curveSubstring(0, left)))
        left -= part.length()
    return type(geometry).collectGeometry(parts)
