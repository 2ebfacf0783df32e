"""Layers of an animation: which are drawn together, at which time, and when they show the same as before."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field

import numpy as np
from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDateTime, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ...case.qgis_values import to_qt
from ...core.dates.periods import closed
from ..layers.temporal import period_fields
from .steps import Steps

GROUND, HAPPENING, GROWING = "ground", "happening", "growing"
_INSTANT = np.timedelta64(1, "s")
# Parts of expressions by which the style of a layer may depend on the time of the map itself.
_TIME_WORDS = (
    "map_start_time", "map_end_time", "map_interval", "frame_number", "frame_duration", "frame_timestep", "now(",
)  # fmt: skip
_MODES = Qgis.VectorTemporalMode


@dataclass(frozen=True)
class Sheet:
    """Layers that are drawn together, from top to bottom.

    kind  GROUND: as of the moment of a step; HAPPENING: everything valid during the step; GROWING: the same, each line
          growing along its path
    """

    kind: str
    layers: list[QgsMapLayer] = field(default_factory=list)


def sheets_of(layers: list[QgsMapLayer], grows: bool) -> list[Sheet]:
    """Group the layers, given from top to bottom, into sheets from bottom to top.

    Areas that follow time are drawn as of a moment, so that two dates of them never overlap. Points and lines that
    follow time are drawn in each step during which they are valid, even if only for a day in a step of a week. A layer
    that does not follow time belongs to the same sheet as the layer below it.
    """
    sheets = [Sheet(GROUND)]  # at the bottom, possibly empty
    for layer in reversed(layers):
        kind = _kind(layer, grows)
        if kind not in ("", sheets[-1].kind):
            sheets.append(Sheet(kind))
        sheets[-1].layers.insert(0, layer)
    return sheets


def time_range(kind: str, steps: Steps, step: int) -> QgsDateTimeRange:
    """Return the time that a sheet of a kind shows in a step; the end is exclusive."""
    begin = steps.moment[step]
    end = begin + _INSTANT if kind == GROUND else steps.until[step]
    return QgsDateTimeRange(to_qt(begin), to_qt(end), True, False)


def states_of(sheet: Sheet, steps: Steps) -> list[Hashable]:
    """Return one value per step: if two are equal, the sheet shows the same. Two that differ may still look alike.

    Exact for vector layers without time, and for those whose features have moments as start and end; any other layer is
    assumed to change in each step.
    """
    begin = steps.moment.astype("M8[ms]")
    end = begin + _INSTANT if sheet.kind == GROUND else steps.until.astype("M8[ms]")
    columns = [_states_of_layer(layer, begin, end) for layer in sheet.layers]
    return list(zip(*columns)) if columns else [()] * len(steps)


def begins_in(layer: QgsMapLayer, steps: Steps) -> np.ndarray:
    """Return (n,) whether any feature of a layer begins in a step; true if that is not known."""
    periods = _periods(layer)
    if periods is None:
        return np.ones(len(steps), bool)
    starts = np.sort(periods[0])
    return np.searchsorted(starts, steps.until) > np.searchsorted(starts, steps.moment)


def dates_of(layers: list[QgsMapLayer]) -> np.ndarray:
    """Return the moments at which a line or area of these layers begins, or an area ends, sorted; datetime64[s], UTC.

    Points do not count: events would make a step of almost every day, on which no territory changed. If there are only
    points, their dates are used.
    """
    dates = [np.empty(0, "M8[s]")]
    timed = [layer for layer in layers if _kind(layer, False)]
    wide = [layer for layer in timed if layer.type() != Qgis.LayerType.Vector or not _is_point(layer)]
    for layer in wide or timed:
        periods = _periods(layer)
        if periods is not None:
            starts, ends = periods
            dates.append(starts.astype("M8[s]"))
            ends = (ends[~np.isnat(ends)] + np.timedelta64(1, "ms")).astype("M8[s]")
            # After the end of the last area, nothing remains to be shown.
            dates.append(ends[ends < closed(periods[1].astype("M8[s]")).max()] if _is_area(layer) else ends[:0])
    return np.unique(np.concatenate(dates))


def symbol_colours(layers: list[QgsMapLayer], others: list[QColor]) -> list[str]:
    """Return the names ("#rrggbb") of other colours and of those of the layers' symbols, each once."""
    colours = list(others)
    for layer in layers:
        if isinstance(layer, QgsVectorLayer) and layer.renderer() is not None:
            for symbol in layer.renderer().symbols(QgsRenderContext()):
                colours += _colours_in(symbol)
    return list(dict.fromkeys(colour.name() for colour in colours))


def _colours_in(symbol) -> list[QColor]:
    colours = []
    for part in symbol.symbolLayers():
        colours += [part.color(), part.fillColor(), part.strokeColor()]
        colours += _colours_in(part.subSymbol()) if part.subSymbol() is not None else []
    return colours


def _states_of_layer(layer: QgsMapLayer, begin: np.ndarray, end: np.ndarray) -> list[Hashable]:
    if not _kind(layer, False) and not _depends_on_time(layer):
        return [()] * len(begin)
    periods = None if _depends_on_time(layer) else _periods(layer)
    if periods is None:
        return [(str(a), str(b)) for a, b in zip(begin, end)]
    starts, ends = periods
    begun = np.searchsorted(np.sort(starts), end)
    if layer.temporalProperties().mode() == _MODES.FeatureDateTimeInstantFromField:
        ended = np.searchsorted(np.sort(starts), begin)
    else:
        includes_end = layer.temporalProperties().limitMode() == Qgis.VectorTemporalLimitMode.IncludeBeginIncludeEnd
        ended = np.searchsorted(np.sort(_far(ends)), begin, side="left" if includes_end else "right")
    return list(zip(begun.tolist(), ended.tolist()))


def _far(ends: np.ndarray) -> np.ndarray:
    return np.where(np.isnat(ends), np.datetime64("9999-12-31T23:59:59.999", "ms"), ends)


def _kind(layer: QgsMapLayer, grows: bool) -> str:
    """Return how a layer follows time; "" if it does not."""
    properties = layer.temporalProperties()
    if properties is None or not properties.isActive():
        return ""
    if not isinstance(layer, QgsVectorLayer) or _is_area(layer):
        return GROUND
    is_line = layer.geometryType() == Qgis.GeometryType.Line
    return GROWING if grows and is_line and period_fields(layer) else HAPPENING


def _is_area(layer: QgsMapLayer) -> bool:
    return isinstance(layer, QgsVectorLayer) and layer.geometryType() == Qgis.GeometryType.Polygon


def _is_point(layer: QgsVectorLayer) -> bool:
    return layer.geometryType() == Qgis.GeometryType.Point


def _depends_on_time(layer: QgsMapLayer) -> bool:
    """Check whether a layer's style may depend on the map's time other than by temporal properties."""
    if not isinstance(layer, QgsVectorLayer):
        return False
    document = QDomDocument()
    layer.exportNamedStyle(document)
    text = document.toString()
    return any(word in text for word in _TIME_WORDS)


def _periods(layer: QgsMapLayer) -> tuple[np.ndarray, np.ndarray] | None:
    """Return starts and ends (NaT: open) of a layer's features, datetime64[ms], UTC.

    None if the layer does not have them in two fields of moments.
    """
    if not isinstance(layer, QgsVectorLayer):
        return None
    properties = layer.temporalProperties()
    is_instant = properties.mode() == _MODES.FeatureDateTimeInstantFromField
    if not is_instant and period_fields(layer) is None:
        return None
    if is_instant and properties.fixedDuration():
        return None
    names = [properties.startField()] * 2 if is_instant else period_fields(layer)
    numbers = [layer.fields().lookupField(name) for name in names]
    if min(numbers) < 0:
        return None
    request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry).setSubsetOfAttributes(numbers)
    rows = [[feature.attribute(number) for number in numbers] for feature in layer.getFeatures(request)]
    columns = [_moments([row[column] for row in rows]) for column in (0, 1)]
    if any(column is None for column in columns) or np.isnat(columns[0]).any():
        return None
    return columns[0], columns[1]


def _moments(values: list) -> np.ndarray | None:
    result = np.full(len(values), np.datetime64("NaT"), "M8[ms]")
    for row, value in enumerate(values):
        if isinstance(value, QDateTime) and value.isValid():
            if value.timeSpec() == Qt.TimeSpec.LocalTime:  # QGIS may read it as another moment than this code
                return None
            result[row] = np.datetime64(value.toMSecsSinceEpoch(), "ms")
        elif value is not None and not (hasattr(value, "isNull") and value.isNull()):
            return None
    return result
