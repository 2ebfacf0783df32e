"""Front lines between factions, as dated lines."""

from __future__ import annotations

from functools import partial

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
)

from ..core import fields as f
from ..core.control.fronts import front_lines, front_shifts
from ..core.feedback import SubFeedback
from ..mapping.layers.change_styles import style_fronts
from ..translation import tr
from .base import number_parameter, theme_parameter
from .outputs import write_rows
from .series_base import SeriesAlgorithm, add_series_parameters, each_source

_FIELDS = (
    f.FIRST_FACTION, f.SECOND_FACTION, f.VALID_FROM, f.VALID_TO, f.LENGTH_KM, f.SHIFT_MEAN_KM, f.SHIFT_GREATEST_KM,
    f.SOURCE,
)  # fmt: skip


class FrontLines(SeriesAlgorithm):
    """Algorithm: control series → front lines by pair of factions and period."""

    NAME = "frontlines"
    TITLE = "Front lines"
    GROUP = "Analysis"
    TAGS = (
        "front", "line", "frontline", "change", "border", "boundary", "contact", "length", "shift", "control", "time",
    )  # fmt: skip
    HELP = (
        "Finds the borders that two factions share. The output layer has one line for each pair of factions and "
        "each period in which their front line stays the same, with its ellipsoidal length. Points at which two "
        "territories merely touch are not front lines. Overlapping (contested) territories have no line between "
        "them.\n\n"
        "shift_mean_km and shift_greatest_km are the mean and maximum distance of the front line from the previous "
        "one. The distance is measured from the later line to the nearest point of the earlier one: shift_mean_km "
        "is the average over the length of the later line (directed average distance), shift_greatest_km the "
        "maximum (directed Hausdorff distance). They carry no direction and no area. They are 0 for a front line "
        "that only became shorter, and empty for a new front line.\n\n"
        "Tolerance: 0 uses what both borders have in common. For borders that were digitised twice, set a "
        "distance. The front line is then the part of the first faction's border within this distance of the "
        "second faction's border, and its ends can extend by up to the same distance.\n\n"
        "Each source is processed separately."
    )

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        tolerance = number_parameter("TOLERANCE_M", tr("Tolerance for borders digitised twice (m)"), 0.0)
        self.add(
            tolerance,
            tr(
                "0 uses what both borders have in common. Otherwise, the part of one border within "
                "this distance of the other is used."
            ),
        )
        self.addParameter(theme_parameter())
        rows = tr(
            "The layer has one line for each pair of factions and each period in which their front line stays the same."
        )
        self.add_sink("OUTPUT", tr("Front lines"), Qgis.ProcessingSourceType.VectorLine, rows)
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Front lines")))

    def execute(self, parameters, context, feedback):
        theme = self.theme(parameters, context)
        tolerance = self.parameterAsDouble(parameters, "TOLERANCE_M", context)
        series = self.series(parameters, context, feedback)
        columns: dict = {field: [] for field in _FIELDS}
        geometry: list = []
        for source, part, sub_feedback in each_source(series, feedback):
            fronts = front_lines(part, tolerance, SubFeedback(sub_feedback, 0, 60))
            shifts = front_shifts(fronts, SubFeedback(sub_feedback, 60, 100))
            columns[f.FIRST_FACTION] += list(fronts.pair[:, 0])
            columns[f.SECOND_FACTION] += list(fronts.pair[:, 1])
            columns[f.VALID_FROM] += list(fronts.start)
            columns[f.VALID_TO] += list(fronts.end)
            columns[f.LENGTH_KM] += fronts.length_km.tolist()
            columns[f.SHIFT_MEAN_KM] += [shift.mean_km for shift in shifts]
            columns[f.SHIFT_GREATEST_KM] += [shift.greatest_km for shift in shifts]
            columns[f.SOURCE] += [source] * len(fronts)
            geometry += list(fronts.geometry)
        pairs = sorted(set(zip(columns[f.FIRST_FACTION], columns[f.SECOND_FACTION])))
        kind = Qgis.WkbType.MultiLineString
        style = partial(style_fronts, theme=theme, pairs=pairs)
        layer_id = write_rows(self, "OUTPUT", parameters, context, feedback, columns, geometry, style, kind)
        return {"OUTPUT": layer_id, "COUNT": len(geometry)}
