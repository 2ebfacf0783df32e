"""The look of corridors and of their areas: the verdict by colour, the basis by the line, transits apart from the rest.

Colours: Okabe and Ito (2008), Color Universal Design; on a white casing, so that they show on ground of any colour.
"""

from __future__ import annotations

from string import Formatter

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...core import fields as f
from ...core.corridors.corridors import ENTRY, EXIT, INFERRED, INSIDE, OBSERVED, TRANSIT
from ...core.corridors.evidence import NONE_REPORTED, NOT_COVERED, POSSIBLE, REPORTED
from ...translation import tr
from ..label_format import label_format
from ..text.formatting import basis_labels, kind_labels, listed, verdict_labels

CORRIDOR_CLASS_FIELDS = (f.KIND, f.BASIS, f.VERDICT)  # the fields that the look goes by
AREA_CLASS_FIELDS = (f.BASIS, f.VERDICT)
VERDICT_COLOURS = {REPORTED: "#d55e00", POSSIBLE: "#e69f00", NONE_REPORTED: "#0072b2", NOT_COVERED: "#555555"}
_TRANSIT_MM, _OTHER_MM, _CASING_MM = 1.4, 0.8, 0.8
_CASING = "#ffffff"
_DASHES = (2.0, 1.2)  # times the width of the line
_SEPARATOR = "\n"
_OTHER = (INSIDE, OBSERVED, NOT_COVERED)  # whose look rows of no known class get


def style_corridors(layer: QgsVectorLayer, present: set[tuple]) -> None:
    """Lines with an arrow: colour by verdict, dashed where inferred, thinner where not a transit; time not set.

    present  (kind, basis, verdict) that the layer's rows have: the legend names no others
    """
    looks = [
        (kind, basis, verdict) for kind in kind_labels() for basis in basis_labels() for verdict in VERDICT_COLOURS
    ]
    _categorize(layer, CORRIDOR_CLASS_FIELDS, [look for look in looks if look in present], _line_symbol, _OTHER)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels()))
    layer.setLabelsEnabled(True)


def style_corridor_areas(layer: QgsVectorLayer, present: set[tuple]) -> None:
    """The host's ground along the paths: hatched in the verdict's colour; time not set. ``present``: as above,
    without the kind."""
    looks = [(basis, verdict) for basis in basis_labels() for verdict in VERDICT_COLOURS]
    _categorize(layer, AREA_CLASS_FIELDS, [look for look in looks if look in present], _area_symbol, _OTHER[1:])


def _categorize(layer: QgsVectorLayer, fields: tuple[str, ...], looks: list[tuple], symbol, other: tuple) -> None:
    words = {**kind_labels(), **basis_labels(), **verdict_labels()}
    categories = []
    for look in looks:
        *first, verdict = (words[value] for value in look)
        label = tr("{passage}: {verdict}").format(passage=listed(first), verdict=verdict)
        categories.append(QgsRendererCategory(_SEPARATOR.join(look), symbol(look), label[0].upper() + label[1:]))
    # Rows that come later, or are edited, are never invisible.
    categories.append(QgsRendererCategory(None, symbol(other), tr("Other")))
    columns = (QgsExpression.quotedColumnRef(name) for name in fields)
    layer.setRenderer(QgsCategorizedSymbolRenderer(" || '\\n' || ".join(columns), categories))


def _line_symbol(look: tuple[str, str, str]) -> QgsLineSymbol:
    kind, basis, verdict = look
    width = _TRANSIT_MM if kind == TRANSIT else _OTHER_MM
    colour = VERDICT_COLOURS[verdict]
    symbol = QgsLineSymbol()
    symbol.deleteSymbolLayer(0)  # the one it is born with
    symbol.appendSymbolLayer(_stroke(_CASING, width + _CASING_MM))
    line = _stroke(colour, width)
    if basis == INFERRED:
        line.setUseCustomDashPattern(True)
        line.setCustomDashVector([part * width for part in _DASHES])
        line.setCustomDashPatternUnit(Qgis.RenderUnit.Millimeters)
    symbol.appendSymbolLayer(line)
    symbol.appendSymbolLayer(_arrow(colour, 2.8 * width + 1.0))
    return symbol


def _stroke(colour: str, width_mm: float) -> QgsSimpleLineSymbolLayer:
    line = QgsSimpleLineSymbolLayer(QColor(colour), width_mm)
    line.setWidthUnit(Qgis.RenderUnit.Millimeters)
    line.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    line.setPenCapStyle(Qt.PenCapStyle.FlatCap)
    return line


def _arrow(colour: str, size_mm: float) -> QgsMarkerLineSymbolLayer:
    arrow = QgsMarkerLineSymbolLayer(True)
    arrow.setPlacements(Qgis.MarkerLinePlacement.LastVertex)
    head = {"name": "filled_arrowhead", "color": colour, "outline_color": _CASING, "size": str(size_mm)}
    arrow.setSubSymbol(QgsMarkerSymbol.createSimple({**head, "outline_width": "0.3"}))
    return arrow


def _area_symbol(look: tuple[str, str]) -> QgsFillSymbol:
    basis, verdict = look
    colour = VERDICT_COLOURS[verdict]
    territory = QgsSimpleFillSymbolLayer(QColor(colour))
    territory.setBrushStyle(Qt.BrushStyle.NoBrush)
    territory.setStrokeColor(QColor(colour))
    territory.setStrokeWidth(0.4)
    territory.setStrokeStyle(Qt.PenStyle.SolidLine if basis == OBSERVED else Qt.PenStyle.DashLine)
    hatch = QgsLinePatternFillSymbolLayer()
    hatch.setLineAngle(45)
    hatch.setDistance(1.6)
    hatch.setDistanceUnit(Qgis.RenderUnit.Millimeters)
    hatch.setSubSymbol(QgsLineSymbol.createSimple({"line_color": colour, "line_width": "0.3"}))
    symbol = QgsFillSymbol()
    symbol.deleteSymbolLayer(0)
    symbol.appendSymbolLayer(hatch)
    symbol.appendSymbolLayer(territory)
    return symbol


# The fields of a label stay in their braces, set apart where its language runs from right to left.
_ENDS = {field: f"{{{field}}}" for field in (f.MOVER, f.HOST)}


def _labels() -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.isExpression = True
    length = (
        f"format_number({QgsExpression.quotedColumnRef(f.LENGTH_KM)}, 1) || {QgsExpression.quotedString(tr(' km'))}"
    )
    words = {
        TRANSIT: tr("{mover} through {host}"),
        ENTRY: tr("{mover} into {host}"),
        EXIT: tr("{mover} out of {host}"),
        INSIDE: tr("{mover} inside {host}"),
    }
    kind = QgsExpression.quotedColumnRef(f.KIND)
    filled = {QgsExpression.quotedString(name): _filled(text.format(**_ENDS)) for name, text in words.items()}
    cases = (f"WHEN {kind} = {name} THEN {text}" for name, text in filled.items())
    settings.fieldName = f"CASE {' '.join(cases)} END || '\\n' || {length}"
    # Beside the middle of the path: along it there is no room where it is short.
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = Qgis.GeometryType.Point
    settings.geometryGenerator = "line_interpolate_point($geometry, length($geometry) / 2)"
    settings.placement = Qgis.LabelPlacement.AroundPoint
    settings.dist = 3.0
    settings.distUnits = Qgis.RenderUnit.Millimeters
    settings.setFormat(label_format(8, halo_mm=1.0))
    return settings


def _filled(template: str) -> str:
    """An expression: the text of a template with the fields that it names in braces."""
    parts = (
        QgsExpression.quotedString(text) + (f" || {QgsExpression.quotedColumnRef(field)}" if field else "")
        for text, field, *_ in Formatter().parse(template)
    )
    return " || ".join(parts)
