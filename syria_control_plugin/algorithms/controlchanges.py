"""Territory that changed hands, as dated polygons."""

from __future__ import annotations

from functools import partial

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
)

from ..core import fields as f
from ..core.control.control_changes import balance
from ..core.control.holders import joined
from ..core.control.overlaps import SLIVER_KM2
from ..core.feedback import SubFeedback
from ..mapping.layers.change_styles import style_changes
from ..translation import tr, tr_noop
from .base import number_parameter, theme_parameter
from .outputs import write_rows
from .series_base import SeriesAlgorithm, add_date_parameters, add_series_parameters, changes_of, dates_of

_OUTPUTS = (
    ("COUNT", tr_noop("Changes")),
    ("TOTAL_KM2", tr_noop("Area that changed hands (km²)")),
    ("SLIVERS", tr_noop("Pieces smaller than the sliver tolerance")),
    ("SLIVER_KM2_TOTAL", tr_noop("Area of these pieces (km²)")),
    ("IMBALANCE", tr_noop("Largest imbalance of gains and losses (share of a faction's area)")),
)


class ControlChangesAlgorithm(SeriesAlgorithm):
    """Algorithm: control series → polygons of the control changes."""

    NAME = "controlchanges"
    TITLE = "Control changes"
    GROUP = "Analysis"
    TAGS = (
        "change", "control", "gain", "loss", "difference", "compare", "before after", "overlay", "advance",
        "frontline", "captured", "territory", "time",
    )  # fmt: skip
    HELP = (
        "Finds the territory that passed from one holder to another. Each map is compared with the next map of its "
        "source, or one date with another. The output layer has one polygon for each pair of holders and date, "
        "with its ellipsoidal area. The result equals a plain overlay of the two maps.\n\n"
        'A holder "not mapped" means that no territory of the source covers the area on that date, so its holder is '
        'not known. A holder "nobody" is used only if the source states that nobody held the area. Contested territory '
        'has all its holders as one holder, as in "GOV; OPP". '
        "date is the first date on which the change is seen; previous_date is the last earlier date on which "
        "anything changed. A row is shown from its date until the next date (valid_from, valid_to).\n\n"
        "Different sources are never compared. If a source has no territory at all for some time, its data for "
        "that time is missing: the last map before is compared with the first map after, and unknown_since is the "
        "date from which the change may have taken place.\n\n"
        "Borders that were digitised again produce slivers. Slivers remain among the rows, and the pieces smaller "
        "than the tolerance are counted. For each faction, gains minus losses equal the change of its area. "
        "IMBALANCE is the largest deviation from this, as a share of the faction's area. It results from rounding "
        "(below 1e-6) or, on maps with edges of several kilometres that other borders cut, from the difference "
        "between one geodesic and two."
    )  # fmt: skip

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        add_date_parameters(self)
        sliver = number_parameter("SLIVER_KM2", tr("Sliver tolerance (km²)"), SLIVER_KM2)
        self.add(sliver, tr("Pieces smaller than this are counted. They remain among the rows."))
        self.addParameter(theme_parameter())
        rows = tr("The layer has one polygon for each pair of holders and date.")
        self.add_sink("OUTPUT", tr("Control changes"), Qgis.ProcessingSourceType.VectorPolygon, rows)
        for name, title in _OUTPUTS:
            self.addOutput(QgsProcessingOutputNumber(name, tr(title)))

    def execute(self, parameters, context, feedback):
        theme = self.theme(parameters, context)
        dates = dates_of(self, parameters, context)
        sliver = self.parameterAsDouble(parameters, "SLIVER_KM2", context)
        series = self.series(parameters, context, feedback)
        changes = changes_of(series, dates, feedback, sliver)
        account = balance(series, changes, SubFeedback(feedback, 90, 95))
        columns = {
            f.FROM_HOLDER: [joined(each) for each in changes.from_holder],
            f.TO_HOLDER: [joined(each) for each in changes.to_holder],
            f.CHANGE_DATE: changes.of_rows("date"),
            f.PREVIOUS_DATE: changes.of_rows("previous_date"),
            f.UNKNOWN_SINCE: changes.of_rows("unknown_since"),
            f.VALID_FROM: changes.of_rows("date"),
            f.VALID_TO: changes.of_rows("until"),
            f.AREA_KM2: changes.area_km2,
            f.SOURCE: changes.of_rows("source"),
        }
        holders = sorted(set(changes.to_holder))
        style = partial(style_changes, theme=theme, holders=holders)
        layer_id = write_rows(self, "OUTPUT", parameters, context, feedback, columns, changes.geometry, style)
        numbers = {
            "COUNT": len(changes),
            "TOTAL_KM2": float(changes.area_km2.sum()),
            "SLIVERS": int(changes.slivers.sum()),
            "SLIVER_KM2_TOTAL": float(changes.sliver_km2.sum()),
            "IMBALANCE": float(account.imbalance.max(initial=0.0)),
        }
        line = tr(
            "Maps compared: {}; changes: {}, {:.3f} km² in total; slivers: {}, {:.4f} km² in total; largest "
            "imbalance: {:.1e}."
        )
        feedback.pushInfo(line.format(len(changes.intervals), *numbers.values()))
        return {"OUTPUT": layer_id, **numbers}
