"""Time in QGIS: layers that follow the temporal controller, and the dates of a case as its frames."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    Qgis,
    QgsDateTimeRange,
    QgsInterval,
    QgsProject,
    QgsTemporalNavigationObject,
    QgsVectorLayer,
)

from ...case.qgis_values import to_qt
from ...core import fields as f

ONE_DAY = np.timedelta64(86400, "s")
_START = f'to_datetime("{f.VALID_FROM}")'
_END = f'coalesce(to_datetime("{f.VALID_TO}"), make_datetime(9999, 12, 31, 0, 0, 0))'


def follow_periods(layer: QgsVectorLayer) -> None:
    """Shows a row from ``valid_from`` on and before ``valid_to``; while it lasts where there is no end."""
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    properties.setStartField(f.VALID_FROM)
    properties.setEndField(f.SHOWN_UNTIL)
    properties.setLimitMode(Qgis.VectorTemporalLimitMode.IncludeBeginExcludeEnd)
    properties.setIsActive(True)


def follow_stated_periods(layer: QgsVectorLayer) -> None:
    """As ``follow_periods``, for a layer without the helper field.

    A layer of a file goes by expressions: what QGIS makes of fields is put to GDAL, which shows rows of a GeoPackage
    a frame too long (see ``core.fields``), and of GeoJSON and other files none that has no end. Only expressions that
    convert a field are worked out by QGIS itself; they read a Shapefile's texts as well.
    """
    follow_periods(layer)
    properties = layer.temporalProperties()
    properties.setEndField(f.VALID_TO)
    if layer.providerType() != "memory":
        properties.setStartExpression(_START)
        properties.setEndExpression(_END)
        properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)


def period_fields(layer: QgsVectorLayer) -> tuple[str, str] | None:
    """The fields with start and end of a layer's rows, where it follows time by them, be it through expressions."""
    properties = layer.temporalProperties()
    modes = Qgis.VectorTemporalMode
    if properties.mode() == modes.FeatureDateTimeStartAndEndFromFields:
        return properties.startField(), properties.endField()
    is_own = (properties.startExpression(), properties.endExpression()) == (_START, _END)
    if properties.mode() == modes.FeatureDateTimeStartAndEndFromExpressions and is_own:
        return f.VALID_FROM, f.VALID_TO
    return None


def follow_dates(layer: QgsVectorLayer, field: str) -> None:
    """Shows a row in the frames that hold its date."""
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeInstantFromField)
    properties.setStartField(field)
    properties.setIsActive(True)


def day_range(moment) -> QgsDateTimeRange:
    """The day from a moment on, its end left out."""
    moment = np.datetime64(moment, "s")
    return QgsDateTimeRange(to_qt(moment), to_qt(moment + ONE_DAY), True, False)


def set_project_time(project: QgsProject, dates: np.ndarray) -> None:
    """Tells the project the span of the dates, in daily steps: what the temporal controller starts from."""
    settings = project.timeSettings()
    settings.setTemporalRange(QgsDateTimeRange(to_qt(dates[0]), to_qt(dates[-1] + ONE_DAY), True, False))
    settings.setTimeStep(1)
    settings.setTimeStepUnit(Qgis.TemporalUnit.Days)


def show_day(controller: QgsTemporalNavigationObject, dates: np.ndarray, moment) -> None:
    """Lets the temporal controller run over the dates, a day a frame, and shows the day of a moment."""
    controller.setNavigationMode(Qgis.TemporalNavigationMode.Animated)
    controller.setTemporalExtents(QgsDateTimeRange(to_qt(dates[0]), to_qt(dates[-1] + ONE_DAY), True, False))
    controller.setFrameDuration(QgsInterval(1, Qgis.TemporalUnit.Days))
    frame = int((np.datetime64(moment, "s") - dates[0]) // ONE_DAY)
    controller.setCurrentFrameNumber(max(frame, 0))
