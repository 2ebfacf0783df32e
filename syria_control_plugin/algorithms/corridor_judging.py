"""The settings by which corridors are judged and measured, as parameters."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterBoolean

from ..core.corridors.findings import CorridorOptions
from ..core.evidence.evidence import EvidenceOptions
from ..translation import tr
from .base import ControlAlgorithm, advanced, number_parameter

_NUMBERS = ("DISTANCE_KM", "DAYS", "UNCERTAINTY_KM", "COVERAGE_KM", "COVERAGE_DAYS", "WIDTH_KM", "DAYS_AFTER")


def judging_parameters() -> list[tuple]:
    """The parameters of ``corridor_options``, each with its help text."""
    strikes = QgsProcessingParameterBoolean(
        "COUNT_STRIKES", tr("Explosions and remote violence count as clashes"), False
    )
    return [
        (
            number_parameter("DISTANCE_KM", tr("Greatest distance of a clash from the path in km"), 5.0),
            tr("Events between the two sides that are further away do not count."),
        ),
        (
            number_parameter("DAYS", tr("Greatest distance of a clash in days"), 1),
            tr("Before or after the passage; 0 is the days of the passage alone."),
        ),
        (
            number_parameter("UNCERTAINTY_KM", tr("How far borders may be off in km"), 1.0),
            tr("surviving_km is what is left of a corridor when the host's ground is shrunk by so much."),
        ),
        (
            advanced(number_parameter("COVERAGE_KM", tr("Event data cover a passage: an event within km"), 50.0)),
            tr("Of whatever parties. Where a source has no event that near, it says nothing on the passage."),
        ),
        (
            advanced(number_parameter("COVERAGE_DAYS", tr("… and within days"), 7)),
            tr("An event of the source must lie that near in time as well."),
        ),
        (
            advanced(number_parameter("WIDTH_KM", tr("Width of the corridor's area in km"), 2.0, 0.001)),
            tr("The host's ground along the path, half of it to each side."),
        ),
        (
            advanced(number_parameter("DAYS_AFTER", tr("Days in which the mover may have taken the ground"), 7)),
            tr("After the passage: taken_share tells an advance from a passage."),
        ),
        (advanced(strikes), tr("Else strikes from afar are listed apart and decide nothing.")),
    ]


def corridor_options(algorithm: ControlAlgorithm, parameters, context, **more) -> CorridorOptions:
    """The settings of a search, from ``judging_parameters`` and whatever more there is."""
    given = {name: algorithm.parameterAsDouble(parameters, name, context) for name in _NUMBERS}
    evidence = EvidenceOptions(
        distance_km=given["DISTANCE_KM"],
        days=int(given["DAYS"]),
        coverage_km=given["COVERAGE_KM"],
        coverage_days=int(given["COVERAGE_DAYS"]),
        counts_strikes=algorithm.parameterAsBool(parameters, "COUNT_STRIKES", context),
    )
    return CorridorOptions(evidence, given["UNCERTAINTY_KM"], given["WIDTH_KM"], int(given["DAYS_AFTER"]), **more)
