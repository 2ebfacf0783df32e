"""Territory that one faction holds and another faction held earlier."""

from __future__ import annotations

from functools import partial

from qgis.core import (
    Qgis,
    QgsProcessingException,
    QgsProcessingOutputNumber,
)

from ..case.catalogue import shipped_factions
from ..core import fields as f
from ..core.control.control_changes import retaken_ground
from ..core.control.series import ControlSeries, concatenate
from ..core.dates.periods import last_known
from ..core.factions.factions import FactionRegister
from ..core.geometry.ellipsoid import areas_km2
from ..mapping.layers.change_styles import style_retaken
from ..translation import tr
from .base import text_parameter, theme_parameter
from .outputs import write_rows
from .series_base import SeriesAlgorithm, add_series_parameters, each_source, moment_of, moment_parameter


class RetakenGround(SeriesAlgorithm):
    """Algorithm: control series → retaken territory, with the periods in which it stays the same."""

    NAME = "retakenground"
    TITLE = "Retaken ground"
    GROUP = "Analysis"
    TAGS = (
        "retaken", "recaptured", "liberated", "derived", "history", "control", "change", "territory", "time",
    )  # fmt: skip
    HELP = (
        "Finds territory that one faction holds and that another faction held at some time since a date. The "
        "output layer has one polygon for each period in which this territory stays the same, with its ellipsoidal "
        "area. It is derived from the history of the maps, regardless of who held the territory in between.\n\n"
        "Factions are given by id, name, or any spelling used in data sets. Each source is processed separately."
    )

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        hints = sorted(shipped_factions().ids)
        spelling = tr("Enter an id, a name, or any spelling used in data sets.")
        for name, title in (
            ("HELD_BY", tr("Faction that holds the territory")),
            ("EARLIER_HELD_BY", tr("Faction that held the territory earlier")),
        ):
            parameter = text_parameter(name, title, hints)
            parameter.setFlags(parameter.flags() & ~Qgis.ProcessingParameterFlag.Optional)
            self.add(parameter, spelling)
        since = tr("Territory counts if the other faction held it at any time from this date on.")
        self.add(moment_parameter("SINCE", tr("Since (UTC, inclusive)")), since)
        self.addParameter(theme_parameter())
        rows = tr("The layer has one polygon for each period in which the territory stays the same.")
        self.add_sink("OUTPUT", tr("Retaken ground"), Qgis.ProcessingSourceType.VectorPolygon, rows)
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Rows")))
        self.addOutput(QgsProcessingOutputNumber("LAST_KM2", tr("Area at the end of the series (km²)")))

    def execute(self, parameters, context, feedback):
        theme = self.theme(parameters, context)
        since = moment_of(self, "SINCE", parameters, context)
        series = self.series(parameters, context, feedback)
        held_by, earlier = (self._faction(name, parameters, context, series) for name in ("HELD_BY", "EARLIER_HELD_BY"))
        if held_by == earlier:
            raise QgsProcessingException(
                tr("HELD_BY and EARLIER_HELD_BY are both {!r}. Choose two different factions.").format(held_by)
            )
        parts = []
        for _, part, sub_feedback in each_source(series, feedback):
            parts.append(retaken_ground(part, held_by, earlier, since, sub_feedback))
        retaken = concatenate(parts)
        areas = areas_km2(retaken.geometry)
        columns = {
            f.FACTION: retaken.faction,
            f.EARLIER_HELD_BY: [earlier] * len(retaken),
            f.SINCE: [since] * len(retaken),
            f.VALID_FROM: retaken.start,
            f.VALID_TO: retaken.end,
            f.AREA_KM2: areas,
            f.SOURCE: retaken.source,
        }
        style = partial(style_retaken, theme=theme, held_by=held_by, earlier_held_by=earlier)
        layer_id = write_rows(self, "OUTPUT", parameters, context, feedback, columns, retaken.geometry, style)
        last = retaken.on(last_known(series.start, series.end))
        return {"OUTPUT": layer_id, "COUNT": len(retaken), "LAST_KM2": float(areas_km2(last.geometry).sum())}

    def _faction(self, name: str, parameters, context, series: ControlSeries) -> str:
        """Return the id of the faction that a parameter names by id, name or alias; it must be in the series."""
        text = self.parameterAsString(parameters, name, context).strip()
        known = FactionRegister(shipped_factions())
        for faction in series.factions:
            known.of_text(faction)
        faction = known.resolve(text)
        if faction is None or faction.id not in series.factions:
            line = tr("{}: {!r} holds no territory in the maps. Choose one of these: {}.")
            raise QgsProcessingException(line.format(name, text, ", ".join(series.factions)))
        return faction.id
