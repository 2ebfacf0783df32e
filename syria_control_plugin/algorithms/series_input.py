"""Any layer with factions and dates as a control series, for the algorithms that take one."""

from __future__ import annotations

from dataclasses import replace

from qgis.core import Qgis, QgsProcessingParameterFeatureSource, QgsProcessingParameterField

from ..core import fields as f
from ..core.series import ControlSeries
from ..sources.catalogue import shipped_factions
from ..sources.guesses import LayoutWishes
from ..sources.import_report import ImportReport
from ..sources.layer_series import read_series
from ..sources.layers import LayerInput
from .base import ControlAlgorithm, advanced, date_order, date_order_parameter, tr

_FIELDS = (
    ("FACTION_FIELD", "faction_field", "Field with the faction"),
    ("DATE_FIELD", "date_field", "Field with the date of the map"),
    ("START_FIELD", "start_field", "Field with the start of the period"),
    ("END_FIELD", "end_field", "Field with the end of the period"),
)


def add_series_parameters(algorithm: ControlAlgorithm) -> None:
    """INPUT and the fields in it; all fields are found by their names where they are left empty."""
    kinds = [Qgis.ProcessingSourceType.VectorPolygon]
    algorithm.addParameter(QgsProcessingParameterFeatureSource("INPUT", tr("Territories"), kinds))
    for name, _, title in _FIELDS:
        field = QgsProcessingParameterField(name, tr(title), parentLayerParameterName="INPUT", optional=True)
        algorithm.addParameter(advanced(field))
    algorithm.addParameter(advanced(date_order_parameter()))


def series_of(algorithm: ControlAlgorithm, given: LayerInput, parameters, context, feedback) -> ControlSeries:
    """The series in a Processing source; rows that can't be used are told as warnings.

    given  what ``source_input`` made of it in the main thread
    """
    named = {option: algorithm.parameterAsString(parameters, name, context) for name, option, _ in _FIELDS}
    order = date_order(algorithm.parameterAsEnumString(parameters, "DATE_ORDER", context))
    report = ImportReport()
    series = read_series(
        _without_derived(given), LayoutWishes(**named, date_order=order), shipped_factions(), report, feedback
    )
    for line in report.guesses:
        feedback.pushInfo(line)
    for issue in report.issues:
        feedback.pushWarning(str(issue))
    return series


def _without_derived(given: LayerInput) -> LayerInput:
    """The drawn view of a case without its derived classes: they lie on ground that a faction's row has already."""
    if f.CLASS not in given.fields:
        return given
    column = given.fields.index(f.CLASS)
    return replace(
        given,
        features=lambda: (
            row for row in given.features() if not str(row.attributes()[column]).startswith(f.DERIVED_PREFIX)
        ),
    )
