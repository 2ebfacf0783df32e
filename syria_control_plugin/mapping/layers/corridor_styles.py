"""Styles of corridors and their areas: verdict by colour, basis by line style, transits by width.

Colours: Okabe and Ito (2008), Color Universal Design; on a white casing, so that they are visible on any background.
"""

from __future__ import annotations

from collections.abc import Mapping
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
from ...core.corridors.corridors import ENTRY, EXIT, INFERRED, INSIDE, INTERPOLATED, OBSERVED, TRANSIT
from ...core.corridors.evidence import NONE_REPORTED, NOT_COVERED, POSSIBLE, REPORTED
from ...translation import tr
from ..label_format import label_format
from ..text.formatting import basis_labels, kind_labels, listed, verdict_labels

CORRIDOR_CLASS_FIELDS = (f.KIND, f.BASIS, f.VERDICT)  # fields that determine the style
AREA_CLASS_FIELDS = (f.BASIS, f.VERDICT)
VERDICT_COLOURS = {REPORTED: "#d55e00", POSSIBLE: "#e69f00", NONE_REPORTED: "#0072b2", NOT_COVERED: "#555555"}
_TRANSIT_MM, _OTHER_MM, _CASING_MM = 1.4, 0.8, 0.8
_INTERPOLATED = 0.4  # width of an interpolated corridor, as a share
_CASING = "#ffffff"
_DASHES = (2.0, 1.2)  # dash and gap, in line widths
_SEPARATOR = "\n"
_OTHER = (INSIDE, OBSERVED, NOT_COVERED)  # class whose style is used for rows of unknown classes


def style_corridors(layer: QgsVectorLayer, present: set[tuple], names: Mapping[str, str]) -> None:
    """Style lines with an arrow: colour by verdict, thin if interpolated, dashed if inferred. Time is not set.

    Transits are wider than other kinds.

    present  (kind, basis, verdict) of the layer's rows: the legend lists only these
    names    faction id → name, for the labels
    """
    keys = [(kind, basis, verdict) for kind in kind_labels() for basis in basis_labels() for verdict in VERDICT_COLOURS]
    _categorize(layer, CORRIDOR_CLASS_FIELDS, [key for key in keys if key in present], _line_symbol, _OTHER)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_labels(names)))
    layer.setLabelsEnabled(True)


def style_corridor_areas(layer: QgsVectorLayer, present: set[tuple]) -> None:
    """Style the host's territory along the paths: hatched in the verdict's colour. Time is not set.

    present  (basis, verdict) of the layer's rows: the legend lists only these
    """
    keys = [(basis, verdict) for basis in basis_labels() for verdict in VERDICT_COLOURS]
    _categorize(layer, AREA_CLASS_FIELDS, [key for key in keys if key in present], _area_symbol, _OTHER[1:])


def _categorize(layer: QgsVectorLayer, fields: tuple[str, ...], keys: list[tuple], symbol, other: tuple) -> None:
    labels = {**kind_labels(), **basis_labels(), **verdict_labels()}
    categories = []
    for key in keys:
        *first, verdict = (labels[value] for value in key)
        label = tr("{passage}: {verdict}").format(passage=listed(first), verdict=verdict)
        categories.append(QgsRendererCategory(_SEPARATOR.join(key), symbol(key), label[0].upper() + label[1:]))
    # A fallback, so that rows that are added or edited later are never invisible.
    categories.append(QgsRendererCategory(None, symbol(other), tr("Other")))
    columns = (QgsExpression.quotedColumnRef(name) for name in fields)
    layer.setRenderer(QgsCategorizedSymbolRenderer(" || '\\n' || ".join(columns), categories))


def _line_symbol(key: tuple[str, str, str]) -> QgsLineSymbol:
    kind, basis, verdict = key
    width = _TRANSIT_MM if kind == TRANSIT else _OTHER_MM
    width *= _INTERPOLATED if basis == INTERPOLATED else 1
    colour = VERDICT_COLOURS[verdict]
    symbol = QgsLineSymbol()
    symbol.deleteSymbolLayer(0)  # QGIS's default layer
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


def _area_symbol(key: tuple[str, str]) -> QgsFillSymbol:
    basis, verdict = key
    colour = VERDICT_COLOURS[verdict]
    territory = QgsSimpleFillSymbolLayer(QColor(colour))
    territory.setBrushStyle(Qt.BrushStyle.NoBrush)
    territory.setStrokeColor(QColor(colour))
    territory.setStrokeWidth(0.4 * (_INTERPOLATED if basis == INTERPOLATED else 1))
    territory.setStrokeStyle(Qt.PenStyle.DashLine if basis == INFERRED else Qt.PenStyle.SolidLine)
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


# The fields of a label stay in braces, which are isolated in a language that runs from right to left.
_ENDS = {field: f"{{{field}}}" for field in (f.MOVER, f.HOST)}


def _labels(names: Mapping[str, str]) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.isExpression = True
    length = (
        f"format_number({QgsExpression.quotedColumnRef(f.LENGTH_KM)}, 1) || {QgsExpression.quotedString(tr(' km'))}"
    )
    templates = {
        TRANSIT: tr("{mover} through {host}"),
        ENTRY: tr("{mover} into {host}"),
        EXIT: tr("{mover} out of {host}"),
        INSIDE: tr("{mover} inside {host}"),
    }
    kind = QgsExpression.quotedColumnRef(f.KIND)
    filled = {
        QgsExpression.quotedString(name): _filled(text.format(**_ENDS), names) for name, text in templates.items()
    }
    cases = (f"WHEN {kind} = {name} THEN {text}" for name, text in filled.items())
    settings.fieldName = f"CASE {' '.join(cases)} END || '\\n' || {length}"
    # Beside the middle of the path, because a short path does not have room for a label along it.
    settings.geometryGeneratorEnabled = True
    settings.geometryGeneratorType = Qgis.GeometryType.Point
    settings.geometryGenerator = "line_interpolate_point($geometry, length($geometry) / 2)"
    settings.placement = Qgis.LabelPlacement.AroundPoint
    settings.dist = 3.0
    settings.distUnits = Qgis.RenderUnit.Millimeters
    settings.setFormat(label_format(8, halo_mm=1.0))
    return settings


def _filled(template: str, names: Mapping[str, str]) -> str:
    """Return an expression for the text of a template with the names of the factions in the fields in its braces."""
    parts = (
        QgsExpression.quotedString(text) + (f" || {_name_in(field, names)}" if field else "")
        for text, field, *_ in Formatter().parse(template)
    )
    return " || ".join(parts)


def _name_in(field: str, names: Mapping[str, str]) -> str:
    """Return an expression for the name of the faction whose id is in a field; the id if it does not have a name."""
    column = QgsExpression.quotedColumnRef(field)
    pairs = (QgsExpression.quotedString(text) for key in names for text in (key, tr(names[key])))
    return f"coalesce(map_get(map({', '.join(pairs)}), {column}), {column})"
