"""Conversion between Shapely and QgsGeometry (nowhere else), and of moments and attributes to and from Qt."""

from __future__ import annotations

import datetime
from typing import Any

import numpy as np
import shapely
from qgis.core import NULL, QgsGeometry
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from .values import line_measures, storable


def to_shapely(geometry: QgsGeometry) -> shapely.Geometry | None:
    """Return a QgsGeometry as a Shapely geometry, curves as lines; None if it is null or cannot be built."""
    if geometry.isNull():
        return None
    if geometry.constGet().hasCurvedSegments():
        geometry.convertToStraightSegment()
    return shapely.from_wkb(bytes(geometry.asWkb()), on_invalid="ignore")


def measures_of_line(geometry: QgsGeometry) -> np.ndarray | None:
    """Return the M values of a line, in the order of vertices of ``to_shapely``; None if it has none."""
    if geometry.isNull() or not geometry.constGet().isMeasure():
        return None
    return line_measures(bytes(geometry.asWkb()))


def to_qgis(geometry: shapely.Geometry | None) -> QgsGeometry:
    """Return a Shapely geometry as a QgsGeometry, polygons as multipolygons; a null one for None."""
    made = QgsGeometry()
    if geometry is not None:
        made.fromWkb(shapely.to_wkb(geometry, output_dimension=2))
        made.convertToMultiType()
    return made


def to_python(value: Any) -> Any:
    """Return an attribute as a Python value: NULL is None, dates are ISO text with their zone."""
    if value is None or value == NULL:
        return None
    if isinstance(value, QDateTime):
        if value.timeSpec() == Qt.TimeSpec.LocalTime:
            # No zone is stated, and the analyst's own is unrelated to the data.
            return value.toString("yyyy-MM-ddTHH:mm:ss")
        return value.toUTC().toString("yyyy-MM-ddTHH:mm:ss") + "Z"
    if isinstance(value, QDate):
        return value.toString("yyyy-MM-dd")
    if isinstance(value, QTime):
        return value.toString("HH:mm:ss")
    return value if isinstance(value, (int, float, bool, datetime.date)) else storable(str(value))


def to_qt_moment(moment: np.datetime64) -> QDateTime | None:
    """Return a moment (datetime64, UTC) as a QDateTime, None for NaT."""
    return None if np.isnat(moment) else to_qt(moment)


def from_qt_moment(moment: QDateTime) -> np.datetime64:
    """Return a QDateTime as datetime64[s], UTC.

    Without an offset, its date and time are read as UTC, as in the temporal controller, whatever this computer's zone.
    """
    if moment.timeSpec() == Qt.TimeSpec.OffsetFromUTC:
        moment = moment.toUTC()
    return np.datetime64(moment.toString("yyyy-MM-ddTHH:mm:ss"), "s")


def to_qt(moment: np.datetime64) -> QDateTime:
    """Return a moment (datetime64, UTC, not NaT) as a QDateTime."""
    moment = np.datetime64(moment, "s").item()
    time = QTime(moment.hour, moment.minute, moment.second)
    return QDateTime(QDate(moment.year, moment.month, moment.day), time, Qt.TimeSpec.UTC)
