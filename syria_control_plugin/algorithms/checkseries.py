"""Possible faults in a control series, as a layer and a summary."""

from __future__ import annotations

from collections import Counter

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterNumber,
)

from ..core import fields as f
from ..core.control.checks import (
    DATE_HOLE,
    EMPTY_MAP,
    FEW_MAPS,
    GAP,
    JUMP,
    MISSING,
    OVERLAP,
    SLIVER,
    Finding,
    check_series,
)
from ..core.control.holders import joined
from ..core.control.overlaps import SLIVER_KM2
from ..mapping.layers.temporal import follow_stated_periods
from ..translation import tr, tr_noop
from .base import number_parameter
from .outputs import write_rows
from .series_base import SeriesAlgorithm, add_series_parameters, each_source

_COUNTS = (
    ("OVERLAPS", OVERLAP, tr_noop("Overlaps")),
    ("GAPS", GAP, tr_noop("Gaps")),
    ("SLIVERS", SLIVER, tr_noop("Slivers")),
    ("DATE_HOLES", DATE_HOLE, tr_noop("Gaps between dates")),
    ("EMPTY_MAPS", EMPTY_MAP, tr_noop("Empty maps")),
    ("MISSING", MISSING, tr_noop("Territory missing on a few maps")),
    ("JUMPS", JUMP, tr_noop("Jumps of area")),
)


class CheckSeries(SeriesAlgorithm):
    """Algorithm: control series → overlaps, gaps, slivers and gaps between dates."""

    NAME = "checkseries"
    TITLE = "Check a control series"
    GROUP = "Analysis"
    TAGS = (
        "control", "quality", "topology", "overlap", "gap", "sliver", "hole", "validate", "error", "territory",
    )  # fmt: skip
    HELP = (
        "Checks each source of a control series for overlaps (areas in two territories at once), gaps (areas "
        "without territory, enclosed by territories), slivers (overlaps and gaps smaller than the tolerance) and gaps "
        "between dates (periods without a map that are much longer than usual).\n\n"
        "Maps that may be damaged are listed too: maps on which nobody has territory; territory that is "
        "missing on a few maps and then returns unchanged; and changes of a faction's area that are ten times its "
        "median change or more. The dates of maps are those of the case; for other layers, the dates of changes.\n\n"
        "Each finding is one row with its period. Gaps between dates, empty maps and jumps of area have no geometry."
    )

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        sliver = number_parameter("SLIVER_KM2", tr("Sliver tolerance (km²)"), SLIVER_KM2)
        self.add(sliver, tr("Overlaps and gaps smaller than this are reported as slivers."))
        gap = QgsProcessingParameterNumber("HOLE_DAYS", tr("Threshold for gaps between dates (days)"), optional=True)
        gap.setDataType(Qgis.ProcessingNumberParameterType.Double)
        self.add(gap, tr("If empty, the threshold is three times the median interval between two maps."))
        few = number_parameter("FEW_MAPS", tr("Maximum number of maps on which territory is missing"), FEW_MAPS)
        self.add(few, tr("Territory that returns unchanged after this number of maps or fewer is reported."))
        rows = tr("The layer has one row for each finding, with its period. Findings without a place have no geometry.")
        self.add_sink("OUTPUT", tr("Findings"), Qgis.ProcessingSourceType.VectorPolygon, rows)
        self.addOutput(QgsProcessingOutputString("SUMMARY", tr("Summary")))
        for name, _, title in _COUNTS:
            self.addOutput(QgsProcessingOutputNumber(name, tr(title)))

    def execute(self, parameters, context, feedback):
        series = self.series(parameters, context, feedback)
        sliver = self.parameterAsDouble(parameters, "SLIVER_KM2", context)
        days = None if parameters.get("HOLE_DAYS") is None else self.parameterAsDouble(parameters, "HOLE_DAYS", context)
        limit = None if days is None else np.timedelta64(round(days * 86400), "s")
        few = round(self.parameterAsDouble(parameters, "FEW_MAPS", context))
        rows: list[tuple[Finding, str]] = []
        for source, part, sub_feedback in each_source(series, feedback):
            findings = check_series(part, sliver, limit, sub_feedback, self._map_dates(source), few)
            rows += [(finding, source) for finding in findings]
        columns = {
            f.KIND: [finding.kind for finding, _ in rows],
            f.FACTIONS_INVOLVED: [joined(finding.factions) for finding, _ in rows],
            f.VALID_FROM: [finding.start for finding, _ in rows],
            f.VALID_TO: [finding.end for finding, _ in rows],
            f.AREA_KM2: [float(finding.area_km2) for finding, _ in rows],
            "note": [finding.note for finding, _ in rows],
            f.SOURCE: [source for _, source in rows],
        }
        geometry = [finding.geometry for finding, _ in rows]
        style = follow_stated_periods
        layer_id = write_rows(self, "OUTPUT", parameters, context, feedback, columns, geometry, style)
        counts = Counter(finding.kind for finding, _ in rows)
        summary = ", ".join(f"{tr(title)}: {counts[kind]}" for _, kind, title in _COUNTS)
        feedback.pushInfo(summary)
        return {"OUTPUT": layer_id, "SUMMARY": summary, **{name: counts[kind] for name, kind, _ in _COUNTS}}

    def _map_dates(self, source: str) -> np.ndarray | None:
        """Return the dates of the case's maps of a source, None if there is no case or none is known."""
        case = self.case()
        dates = {date for date, _, _ in case.map_cells(source)} if case else set()
        return np.array(sorted(dates), "datetime64[s]") if dates else None
