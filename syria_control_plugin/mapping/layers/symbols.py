"""Fills of a theme as QGIS symbols."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPointPatternFillSymbolLayer,
    QgsSimpleFillSymbolLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...core.factions.themes import HATCHES, Fill

# Angle of the lines in degrees, counter-clockwise from the horizontal.
_ANGLES = {
    "horizontal": (0,), "vertical": (90,), "diagonal": (45,), "back_diagonal": (135,),
    "cross": (0, 90), "diagonal_cross": (45, 135),
}  # fmt: skip


def fill_symbol(fill: Fill, level: int = 0) -> QgsFillSymbol:
    """Create a fill symbol; of two that overlap, the one with the higher level is on top (symbol levels)."""
    layers = [_territory(fill)]
    if fill.pattern == "dots":
        layers.append(_dots(fill))
    layers += [_lines(fill, angle) for angle in _ANGLES.get(fill.pattern, ())]
    if fill.pattern in HATCHES and fill.outline:
        layers.append(_simple(None, fill))
    symbol = QgsFillSymbol()
    symbol.deleteSymbolLayer(0)  # QGIS's default layer
    for layer in layers:
        layer.setRenderingPass(level)
        symbol.appendSymbolLayer(layer)
    return symbol


def _territory(fill: Fill) -> QgsSimpleFillSymbolLayer:
    if fill.pattern == "solid":
        return _simple(fill.colour, fill)
    if fill.pattern == "none":
        return _simple(None, fill)
    territory = _simple(fill.background or None, fill)
    territory.setStrokeStyle(Qt.PenStyle.NoPen)
    return territory


def _simple(colour: str | None, fill: Fill) -> QgsSimpleFillSymbolLayer:
    layer = QgsSimpleFillSymbolLayer(QColor(colour or "#000000"))
    if colour is None:
        layer.setBrushStyle(Qt.BrushStyle.NoBrush)
    layer.setStrokeColor(QColor(fill.outline or "#000000"))
    layer.setStrokeWidth(fill.outline_mm)
    layer.setStrokeWidthUnit(Qgis.RenderUnit.Millimeters)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if not fill.outline or not fill.outline_mm:
        layer.setStrokeStyle(Qt.PenStyle.NoPen)
    return layer


def _lines(fill: Fill, angle: float) -> QgsLinePatternFillSymbolLayer:
    layer = QgsLinePatternFillSymbolLayer()
    layer.setLineAngle(angle)
    layer.setDistance(fill.spacing_mm)
    layer.setDistanceUnit(Qgis.RenderUnit.Millimeters)
    line = QgsLineSymbol.createSimple({"line_color": fill.colour, "line_width": str(fill.line_mm)})
    layer.setSubSymbol(line)
    return layer


def _dots(fill: Fill) -> QgsPointPatternFillSymbolLayer:
    layer = QgsPointPatternFillSymbolLayer()
    layer.setDistanceX(fill.spacing_mm)
    layer.setDistanceY(fill.spacing_mm)
    dot = {"name": "circle", "color": fill.colour, "outline_style": "no", "size": str(fill.line_mm)}
    layer.setSubSymbol(QgsMarkerSymbol.createSimple(dot))
    return layer
