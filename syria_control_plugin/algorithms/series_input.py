"""Any layer with factions and dates as a control series, for the algorithms that take one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..core import fields as f
from ..core.control.series import ControlSeries, rows_by
from ..core.errors import CaseError
from ..core.factions.themes import Theme
from ..core.telling import Tell, part_of
from ..mapping.layers.case_layers import case_of
from ..sources.cases.case import Case
from ..sources.cases.catalogue import shipped_factions, theme_for
from ..sources.files.layers import LayerInput, source_input
from ..sources.import_report import ImportReport
from ..sources.maps.layer_series import read_series
from ..sources.maps.roles import LayoutWishes
from ..sources.progress import step
from ..translation import said, tr
from .base import ControlAlgorithm, advanced, date_order, date_order_parameter, tell_issues

_FIELDS = {  # parameter → option
    "FACTION_FIELD": "faction_field",
    "DATE_FIELD": "date_field",
    "START_FIELD": "start_field",
    "END_FIELD": "end_field",
}


class SeriesAlgorithm(ControlAlgorithm):
    """An algorithm on the control series in the parameter SERIES, which it takes up in the main thread."""

    SERIES = "INPUT"
    _case_path = ""

    def prepareAlgorithm(self, parameters, context, feedback):
        self._input = source_input(self.parameterAsSource(parameters, self.SERIES, context))
        given = parameters.get(self.SERIES)
        if isinstance(given, QgsProcessingFeatureSourceDefinition):  # "selected features only"
            parameters = {**parameters, self.SERIES: given.source}
        self._case_path = _case_path_of(self.parameterAsVectorLayer(parameters, self.SERIES, context))
        return True

    def series(self, parameters, context, feedback) -> ControlSeries:
        """The control series; rows that can't be used are told as warnings."""
        named = {option: self.parameterAsString(parameters, name, context) for name, option in _FIELDS.items()}
        order = date_order(self.parameterAsEnumString(parameters, "DATE_ORDER", context))
        wishes = LayoutWishes(**named, date_order=order)
        report = ImportReport()
        series = read_series(_without_derived(self._input), wishes, shipped_factions(), report, feedback)
        for line in report.guesses:
            feedback.pushInfo(said(line))
        tell_issues(report, feedback)
        return series

    def theme(self, parameters, context) -> Theme:
        """The theme that THEME names; where it is empty that of the case with the series, else the default one."""
        wanted = self.parameterAsString(parameters, "THEME", context).strip()
        return theme_for(None if wanted else self.case(), wanted)

    def case(self) -> Case | None:
        """The case that the series is a layer of, None where it is of none."""
        try:
            return Case(self._case_path) if self._case_path else None
        except CaseError:  # a GeoPackage that is no case
            return None


def each_source(series: ControlSeries, feedback) -> Iterator[tuple[str, ControlSeries, Tell]]:
    """The series of each source by itself, with what the core is to call as it works on it.

    It tells how far all of the work is (writing it is left), and ends it where it is cancelled.
    """
    rows_of = sorted(rows_by(series.source).items())
    whole = part_of(lambda percent: step(feedback, percent), 50, 90)
    for number, (name, rows) in enumerate(rows_of):
        tell = part_of(whole, number / len(rows_of), (number + 1) / len(rows_of))
        tell(0)
        yield name, series.take(rows), tell


def case_of_layers(layers: Iterable[QgsMapLayer]) -> Case | None:
    """The case that one of the layers has its territories from, the first of several; None where there is none."""
    for path in filter(None, map(_case_path_of, layers)):
        try:
            return Case(path)
        except CaseError:  # a GeoPackage that is no case
            continue
    return None


def _case_path_of(layer: QgsMapLayer | None) -> str:
    """The file that a layer's territories are in, where it may be a case; "" else."""
    path, table = case_of(layer)
    return path if table in (f.TERRITORIES, f.CONTROL_MAP) else ""


def add_series_parameters(algorithm: SeriesAlgorithm) -> None:
    """The territories and the fields in them; all fields are found by their names where they are left empty."""
    kinds = [Qgis.ProcessingSourceType.VectorPolygon]
    algorithm.add(
        QgsProcessingParameterFeatureSource(algorithm.SERIES, tr("Territories"), kinds),
        tr("The layer territories of a case, or any polygon layer with a faction and dates."),
    )
    texts = {
        "FACTION_FIELD": (tr("Field with the faction"), tr("Empty: found by its name and by what it holds.")),
        "DATE_FIELD": (
            tr("Field with the date of the map"),
            tr("Rows of one date are one map, which holds until the next. Empty: found by what the fields hold."),
        ),
        "START_FIELD": (
            tr("Field with the start of the period"),
            tr("For rows that say from when to when they hold. Empty: found by its name."),
        ),
        "END_FIELD": (
            tr("Field with the end of the period"),
            tr("The moment from which a row holds no more; a row without one still holds. It needs a start field."),
        ),
    }
    for name, (title, help) in texts.items():
        field = QgsProcessingParameterField(name, title, parentLayerParameterName=algorithm.SERIES, optional=True)
        algorithm.add(advanced(field), help)
    algorithm.addParameter(advanced(date_order_parameter()))


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
