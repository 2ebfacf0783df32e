"""What the algorithms on control changes share: the dates to compare, and the comparing."""

from __future__ import annotations

import numpy as np
from qgis.core import Qgis, QgsProcessingException, QgsProcessingParameterDateTime

from ..core.control.control_changes import ControlChanges, control_changes
from ..core.control.overlaps import SLIVER_KM2
from ..core.control.series import ControlSeries
from ..sources.progress import step
from ..sources.qgis_values import from_qt_moment
from ..translation import tr
from .base import ControlAlgorithm

_DATES = ("FROM_DATE", "TO_DATE")


def add_date_parameters(algorithm: ControlAlgorithm) -> None:
    """FROM_DATE and TO_DATE: both for one comparison, none for every map of a source with the next."""
    titles = (tr("Compare this date (UTC; empty: every map with the next)"), tr("with this date (UTC)"))
    helps = (
        tr("The earlier date. Give both dates for one comparison, none to compare each map with the next."),
        tr("The later date."),
    )
    for name, title, help in zip(_DATES, titles, helps):
        algorithm.add(moment_parameter(name, title, optional=True), help)


def moment_parameter(name: str, title: str, optional: bool = False) -> QgsProcessingParameterDateTime:
    """A moment, UTC."""
    kind = Qgis.ProcessingDateTimeParameterDataType.DateTime
    return QgsProcessingParameterDateTime(name, title, kind, optional=optional)


def moment_of(algorithm: ControlAlgorithm, name: str, parameters, context) -> np.datetime64:
    """A date parameter's moment, UTC. Raises QgsProcessingException, naming it, where it is no date."""
    date = algorithm.parameterAsDateTime(parameters, name, context)
    if not date.isValid():
        raise QgsProcessingException(tr("{}: {!r} is no date.").format(name, parameters.get(name)))
    return from_qt_moment(date)


def dates_of(algorithm: ControlAlgorithm, parameters, context) -> list[np.datetime64] | None:
    """The two dates to compare, None for all."""
    given = [name for name in _DATES if parameters.get(name) not in (None, "")]
    dates = [moment_of(algorithm, name, parameters, context) for name in given]
    if len(given) == 1:
        (missing,) = set(_DATES) - set(given)
        raise QgsProcessingException(tr("{} is empty: give both dates, or neither for all maps.").format(missing))
    if dates and dates[0] >= dates[1]:
        raise QgsProcessingException(tr("TO_DATE {} is not after FROM_DATE {}.").format(dates[1], dates[0]))
    return dates or None


def steps_of(feedback):
    """What the core calls before each interval: it tells how far the work is, and ends it where it is cancelled."""
    return lambda number, count: step(feedback, 50 + 40 * number / count)


def changes_of(series: ControlSeries, dates, feedback, sliver_km2: float = SLIVER_KM2) -> ControlChanges:
    """The control changes; tells how far it is, and which times without any map were bridged."""

    step(feedback, 50)
    changes = control_changes(series, dates, sliver_km2, steps_of(feedback))
    for interval in changes.intervals:
        if interval.is_bridged:
            line = tr("{}: nothing is known from {} to {}; changes in that time are dated to its end.")
            feedback.pushInfo(line.format(interval.source, interval.unknown_since, interval.date))
    return changes
