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
    """Show a row from ``valid_from`` until before ``valid_to``; if that is empty, for ever."""
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromFields)
    properties.setStartField(f.VALID_FROM)
    properties.setEndField(f.SHOWN_UNTIL)
    properties.setLimitMode(Qgis.VectorTemporalLimitMode.IncludeBeginExcludeEnd)
    properties.setIsActive(True)


def follow_stated_periods(layer: QgsVectorLayer) -> None:
    """Show rows as ``follow_periods`` does, for a layer without the helper field.

    A layer of a file uses expressions. QGIS passes field conditions to GDAL, which shows rows of a GeoPackage one frame
    too long (see ``core.fields``), and omits rows of GeoJSON and other files without an end. QGIS itself evaluates only
    expressions that convert a field; these also read the text fields of a Shapefile.
    """
    follow_periods(layer)
    properties = layer.temporalProperties()
    properties.setEndField(f.VALID_TO)
    if layer.providerType() != "memory":
        properties.setStartExpression(_START)
        properties.setEndExpression(_END)
        properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeStartAndEndFromExpressions)


def period_fields(layer: QgsVectorLayer) -> tuple[str, str] | None:
    """Return the fields with start and end of a layer's rows, directly or through the plugin's expressions.

    None if the layer does not follow time by such fields.
    """
    properties = layer.temporalProperties()
    modes = Qgis.VectorTemporalMode
    if properties.mode() == modes.FeatureDateTimeStartAndEndFromFields:
        return properties.startField(), properties.endField()
    is_own = (properties.startExpression(), properties.endExpression()) == (_START, _END)
    if properties.mode() == modes.FeatureDateTimeStartAndEndFromExpressions and is_own:
        return f.VALID_FROM, f.VALID_TO
    return None


def follow_dates(layer: QgsVectorLayer, field: str) -> None:
    """Show a row in the frames that contain its date."""
    properties = layer.temporalProperties()
    properties.setMode(Qgis.VectorTemporalMode.FeatureDateTimeInstantFromField)
    properties.setStartField(field)
    properties.setIsActive(True)


def day_range(moment) -> QgsDateTimeRange:
    """Return the day from a moment on; the end is exclusive."""
    moment = np.datetime64(moment, "s")
    return QgsDateTimeRange(to_qt(moment), to_qt(moment + ONE_DAY), True, False)


def set_project_time(project: QgsProject, dates: np.ndarray) -> None:
    """Set the project's temporal range to the dates, in daily steps, as the controller's initial range."""
    settings = project.timeSettings()
    settings.setTemporalRange(QgsDateTimeRange(to_qt(dates[0]), to_qt(dates[-1] + ONE_DAY), True, False))
    settings.setTimeStep(1)
    settings.setTimeStepUnit(Qgis.TemporalUnit.Days)


def show_day(controller: QgsTemporalNavigationObject, dates: np.ndarray, moment) -> None:
    """Set the temporal controller to the dates, one day per frame, and show the day of a moment."""
    controller.setNavigationMode(Qgis.TemporalNavigationMode.Animated)
    controller.setTemporalExtents(QgsDateTimeRange(to_qt(dates[0]), to_qt(dates[-1] + ONE_DAY), True, False))
    controller.setFrameDuration(QgsInterval(1, Qgis.TemporalUnit.Days))
    frame = int((np.datetime64(moment, "s") - dates[0]) // ONE_DAY)
    controller.setCurrentFrameNumber(max(frame, 0))
