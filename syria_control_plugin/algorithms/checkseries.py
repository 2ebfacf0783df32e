"""What is odd in a control series, as a layer and a summary."""

from __future__ import annotations

from collections import Counter

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QMetaType

from ..core import fields as f
from ..core.control.checks import DATE_HOLE, GAP, OVERLAP, SLIVER, Finding, check_series
from ..core.control.overlaps import SLIVER_KM2
from ..mapping.layers.temporal import follow_stated_periods
from ..translation import tr
from .base import style_on_load
from .feature_output import write_rows
from .series_input import SeriesAlgorithm, add_series_parameters, each_source

_FIELDS = {
    f.KIND: QMetaType.Type.QString,
    f.FACTIONS_INVOLVED: QMetaType.Type.QString,
    f.VALID_FROM: QMetaType.Type.QDateTime,
    f.VALID_TO: QMetaType.Type.QDateTime,
    f.AREA_KM2: QMetaType.Type.Double,
    "note": QMetaType.Type.QString,
    f.SOURCE: QMetaType.Type.QString,
}
_COUNTS = (("OVERLAPS", OVERLAP), ("GAPS", GAP), ("SLIVERS", SLIVER), ("DATE_HOLES", DATE_HOLE))


class CheckSeries(SeriesAlgorithm):
    NAME = "checkseries"
    TITLE = "Check a control series"
    GROUP = "Analysis"
    TAGS = ("control", "quality", "topology", "overlap", "gap", "sliver", "hole", "validate", "territory")
    HELP = (
        "Finds, for each source, what an analyst should look at: overlaps (ground in two territories at once), gaps "
        "(ground that nobody holds, enclosed by territories), slivers (both, when smaller than the tolerance) and "
        "date holes (a time without a change much longer than usual). Each finding is a row with its period; a date "
        "hole has no geometry."
    )

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        sliver = QgsProcessingParameterNumber(
            "SLIVER_KM2", tr("Sliver tolerance in km²"), defaultValue=SLIVER_KM2, minValue=0.0
        )
        hole = QgsProcessingParameterNumber(
            "HOLE_DAYS", tr("Date holes: longer than this many days (empty: three median steps)"), optional=True
        )
        for parameter in (sliver, hole):
            parameter.setDataType(QgsProcessingParameterNumber.Type.Double)
            self.addParameter(parameter)
        kind = Qgis.ProcessingSourceType.VectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink("OUTPUT", tr("Findings"), kind))
        self.addOutput(QgsProcessingOutputString("SUMMARY", tr("Summary")))
        for name, kind in _COUNTS:
            self.addOutput(QgsProcessingOutputNumber(name, tr(kind)))

    def execute(self, parameters, context, feedback):
        series = self.series(parameters, context, feedback)
        sliver = self.parameterAsDouble(parameters, "SLIVER_KM2", context)
        days = None if parameters.get("HOLE_DAYS") is None else self.parameterAsDouble(parameters, "HOLE_DAYS", context)
        limit = None if days is None else np.timedelta64(round(days * 86400), "s")
        found: list[tuple[Finding, str]] = []
        for source, part, tell in each_source(series, feedback):
            findings = check_series(part, sliver, limit, tell)
            found += [(finding, source) for finding in findings]
        columns = {
            f.KIND: [tr(finding.kind) for finding, _ in found],
            f.FACTIONS_INVOLVED: ["; ".join(finding.factions) for finding, _ in found],
            f.VALID_FROM: [finding.start for finding, _ in found],
            f.VALID_TO: [finding.end for finding, _ in found],
            f.AREA_KM2: [float(finding.area_km2) for finding, _ in found],
            "note": [finding.note for finding, _ in found],
            f.SOURCE: [source for _, source in found],
        }
        geometry = [finding.geometry for finding, _ in found]
        layer_id = write_rows(self, "OUTPUT", parameters, context, feedback, _FIELDS, columns, geometry)
        style_on_load(context, layer_id, follow_stated_periods)
        counts = Counter(finding.kind for finding, _ in found)
        summary = ", ".join(f"{counts[kind]} {kind}s" for _, kind in _COUNTS)
        feedback.pushInfo(summary)
        return {"OUTPUT": layer_id, "SUMMARY": summary, **{name: counts[kind] for name, kind in _COUNTS}}
