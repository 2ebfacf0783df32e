"""Base class of the algorithms on a control series, which is read from any layer with factions and dates.

Also the parts that the algorithms on control changes share: the dates to compare, and the comparison.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np
from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessingException,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterField,
)

from ..case.case import Case
from ..case.catalogue import shipped_factions, theme_for
from ..case.import_report import ImportReport
from ..case.qgis_values import from_qt_moment
from ..core import fields as f
from ..core.control.control_changes import ControlChanges, control_changes
from ..core.control.overlaps import SLIVER_KM2
from ..core.control.period_ends import end_reading
from ..core.control.series import ControlSeries, rows_by
from ..core.errors import CaseError
from ..core.factions.themes import Theme
from ..core.feedback import Feedback, SubFeedback, report_progress
from ..mapping.layers.layers import case_of
from ..sources.files.project_layers import PickedRows
from ..sources.files.tables import SourceTable
from ..sources.maps.detection import FieldOverrides
from ..sources.maps.layer_series import read_series
from ..translation import tr, translated
from .base import (
    ControlAlgorithm,
    advanced,
    date_order,
    date_order_parameter,
    is_last_day,
    last_day_parameter,
    log_issues,
)
from .vector_inputs import VectorParameter, named_layer, path_and_layer, vector_input

_FIELDS = {  # parameter → option
    "FACTION_FIELD": "faction_field",
    "DATE_FIELD": "date_field",
    "START_FIELD": "start_field",
    "END_FIELD": "end_field",
}


_TABLES = (f.TERRITORIES, f.CONTROL_MAP)


class SeriesAlgorithm(ControlAlgorithm):
    """An algorithm on the control series that the parameter SERIES names; it is opened in the main thread."""

    SERIES = "INPUT"
    _case_path = _file = ""

    def take_up(self, parameters, context, feedback):
        self._input = vector_input(self, parameters, self.SERIES, context, feedback)
        self._file, table = self._place(parameters.get(self.SERIES), context)
        self._case_path = self._file if table in _TABLES else ""

    @staticmethod
    def _place(value, context) -> tuple[str, str]:
        """Return (path, table) of a GeoPackage layer, given as a layer or by its path; otherwise ("", "")."""
        layer, text = named_layer(value, context)
        path, table = path_and_layer(text) if layer is None else case_of(layer)
        return (os.path.normpath(path), table) if path and table else ("", "")

    def series(self, parameters, context, feedback) -> ControlSeries:
        """Read the control series; rows that cannot be used are logged as warnings."""
        named = {option: self.parameterAsString(parameters, name, context) for name, option in _FIELDS.items()}
        order = date_order(self.parameterAsEnumString(parameters, "DATE_ORDER", context))
        overrides = FieldOverrides(**named, date_order=order)
        report = ImportReport()
        ends = end_reading(is_last_day(self.parameterAsEnumString(parameters, "END_IS_LAST_DAY", context)))
        rows = PickedRows(self._input, _without_derived)
        series = read_series(rows, overrides, shipped_factions(), report, feedback, ends)
        for line in report.detected:
            feedback.pushInfo(translated(line))
        log_issues(report, feedback)
        case = self.case()
        return replace(series, nobody_outside=case.nobody_outside()) if case else series

    def theme(self, parameters, context) -> Theme:
        """Return the theme that THEME names; if empty, the theme of the series' case, otherwise the default theme."""
        name = self.parameterAsString(parameters, "THEME", context).strip()
        return theme_for(None if name else self.case(), name)

    def case(self) -> Case | None:
        """Return the case that contains the series, None if there is none."""
        try:
            return Case(self._case_path) if self._case_path else None
        except CaseError:  # a GeoPackage that is not a case
            return None


def each_source(series: ControlSeries, feedback) -> Iterator[tuple[str, ControlSeries, Feedback]]:
    """Yield each source, its series, and the feedback for the core's work on it.

    The feedback reports the progress of the whole run; its last 10 percent are left for the output. Raises Cancelled.
    """
    rows_of = sorted(rows_by(series.source).items())
    whole = SubFeedback(feedback, 50, 90)
    for number, (name, rows) in enumerate(rows_of):
        sub_feedback = SubFeedback(whole, 100 * number / len(rows_of), 100 * (number + 1) / len(rows_of))
        report_progress(sub_feedback, 0)
        yield name, series.take(rows), sub_feedback


def case_of_layers(layers: Iterable[QgsMapLayer]) -> Case | None:
    """Return the case from which one of the layers has its territories, the first of several; None without one."""
    for path in filter(None, map(_case_path_of, layers)):
        try:
            return Case(path)
        except CaseError:  # a GeoPackage that is not a case
            continue
    return None


def _case_path_of(layer: QgsMapLayer | None) -> str:
    """Return the file that contains a layer's territories, if it may be a case; otherwise ""."""
    path, table = case_of(layer)
    return path if table in _TABLES else ""


def add_series_parameters(algorithm: SeriesAlgorithm) -> None:
    """Add the parameters for the territories and their fields; empty fields are detected by name or content."""
    kinds = [Qgis.ProcessingSourceType.VectorPolygon]
    algorithm.add(
        VectorParameter(algorithm.SERIES, tr("Territories"), kinds),
        tr("Choose the layer territories of a case, or any polygon layer with a faction and dates."),
    )
    texts = {
        "FACTION_FIELD": (tr("Faction field"), tr("If empty, the field is detected by name and content.")),
        "DATE_FIELD": (
            tr("Map date field"),
            tr(
                "Rows of one date form one map, which is valid until the next. If empty, the field is detected by "
                "content."
            ),
        ),
        "START_FIELD": (
            tr("Period start field"),
            tr("Use this for rows with the start and end of their validity. If empty, the field is detected by name."),
        ),
        "END_FIELD": (
            tr("Period end field"),
            tr("End of validity. Rows without an end are still valid. Requires a start field."),
        ),
    }
    for name, (title, help) in texts.items():
        field = QgsProcessingParameterField(name, title, parentLayerParameterName=algorithm.SERIES, optional=True)
        algorithm.add(advanced(field), help)
    algorithm.addParameter(advanced(last_day_parameter()))
    algorithm.addParameter(advanced(date_order_parameter()))


def _without_derived(table: SourceTable) -> np.ndarray:
    """Return the mask of rows that are not derived classes of a case's view: a faction's row contains those already."""
    classes = table.columns.get(f.CLASS, [""] * len(table))
    return np.array([not str(each).startswith(f.DERIVED_PREFIX) for each in classes], bool)


_DATES = ("FROM_DATE", "TO_DATE")


def add_date_parameters(algorithm: ControlAlgorithm) -> None:
    """Add FROM_DATE and TO_DATE: both for one comparison, neither to compare each map of a source with the next."""
    titles = (tr("Earlier date (UTC; empty: compare each map with the next)"), tr("Later date (UTC)"))
    helps = (
        tr("Set both dates for one comparison, or neither to compare each map with the next."),
        tr("The later date must be after the earlier date."),
    )
    for name, title, help in zip(_DATES, titles, helps):
        algorithm.add(moment_parameter(name, title, optional=True), help)


def moment_parameter(name: str, title: str, optional: bool = False) -> QgsProcessingParameterDateTime:
    """Return a parameter for a moment in UTC."""
    kind = Qgis.ProcessingDateTimeParameterDataType.DateTime
    return QgsProcessingParameterDateTime(name, title, kind, optional=optional)


def moment_of(algorithm: ControlAlgorithm, name: str, parameters, context) -> np.datetime64:
    """Return a date parameter's moment in UTC. Raises QgsProcessingException with its name if it is not a date."""
    date = algorithm.parameterAsDateTime(parameters, name, context)
    if not date.isValid():
        raise QgsProcessingException(
            tr("{}: {!r} is not a date. Write it as 2017-10-24.").format(name, parameters.get(name))
        )
    return from_qt_moment(date)


def dates_of(algorithm: ControlAlgorithm, parameters, context) -> list[np.datetime64] | None:
    """Return the two dates to compare, None for all. Raises QgsProcessingException for one date or a wrong order."""
    given = [name for name in _DATES if parameters.get(name) not in (None, "")]
    dates = [moment_of(algorithm, name, parameters, context) for name in given]
    if len(given) == 1:
        (missing,) = set(_DATES) - set(given)
        raise QgsProcessingException(tr("{} is empty. Set both dates, or neither to compare all maps.").format(missing))
    if dates and dates[0] >= dates[1]:
        raise QgsProcessingException(
            tr("TO_DATE {} is not after FROM_DATE {}. Swap or correct them.").format(dates[1], dates[0])
        )
    return dates or None


def changes_of(series: ControlSeries, dates, feedback, sliver_km2: float = SLIVER_KM2) -> ControlChanges:
    """Return the control changes, and log the periods without data that were bridged."""
    report_progress(feedback, 50)
    changes = control_changes(series, dates, sliver_km2, SubFeedback(feedback, 50, 90))
    for interval in changes.intervals:
        if interval.is_bridged:
            line = tr("{}: no data from {} to {}. Changes in this period are dated to its end.")
            feedback.pushInfo(line.format(interval.source, interval.unknown_since, interval.date))
    return changes
