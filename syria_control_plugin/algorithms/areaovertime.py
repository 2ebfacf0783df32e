"""Area and share of each faction on each date, as a table and a chart."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
)

from ..case.catalogue import case_blocs
from ..core import fields as f
from ..core.control.areas_over_time import areas_over_time
from ..mapping.charts import KINDS, ChartTexts, area_chart, check_chart
from ..translation import tr, tr_ltr, tr_noop
from .base import text_parameter, theme_parameter
from .outputs import write_rows
from .series_base import SeriesAlgorithm, add_series_parameters, each_source

_FIELDS = (f.FACTION, f.VALID_FROM, f.VALID_TO, f.AREA_KM2, f.SHARE, f.CHANGE_KM2, f.SOURCE)
_NOTE = tr_noop(
    "A map is valid until the next one. Areas are computed on the WGS 84 ellipsoid. Contested territory counts for "
    "each faction reported to hold it."
)


class AreaOverTime(SeriesAlgorithm):
    """Algorithm: control series → table of areas by faction and date, and a chart."""

    NAME = "areaovertime"
    TITLE = "Area over time"
    GROUP = "Analysis"
    TAGS = (
        "area", "area of control", "share", "statistics", "chart", "graph", "plot", "table", "csv", "time series",
        "control", "territory",
    )  # fmt: skip
    HELP = (
        "Computes the area held by each faction. The output table has one row for each faction and each date on "
        "which any territory changed, with the ellipsoidal area, the share of all territory held on that date (0 "
        "to 1) and the change since the previous date. Choose a .csv file as the output to use the table in a "
        "spreadsheet.\n\n"
        "Missing data is not zero. On a date on which a source has no territory at all (in a gap of the source or "
        "after its last map), area, share and change are empty and the chart has a break. The first change after "
        "such a gap is measured from the last known date before it. A map without territory is also treated as "
        "missing data.\n\n"
        "If the source maps the territory of one side only, shares are empty: they would always be 1, even where "
        "the other side holds territory.\n\n"
        "Contested territory counts for each faction reported to hold it, but only once in the total of the "
        "shares. The shares add up to 1 if no territory is contested, and to more than 1 if some is.\n\n"
        "The chart is an image for a report (.png or .svg) in the colours and labels of the theme, with one panel "
        "for each source. It is a step chart: a map is valid until the next one, and the last map is drawn "
        "slightly beyond its date."
    )

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        self.addParameter(theme_parameter())
        chart = QgsProcessingParameterFileDestination(
            "CHART", tr("Chart"), "PNG (*.png);;SVG (*.svg)", optional=True, createByDefault=False
        )
        self.add(chart, tr("The chart is written as an image for a report, .png or .svg. If empty, no chart is drawn."))
        style = QgsProcessingParameterEnum("CHART_KIND", tr("Kind of chart"), list(KINDS), False, KINDS[0], True, True)
        self.add(style, tr("The chart shows one line for each faction, or stacked areas."))
        self.add(text_parameter("TITLE", tr("Title of the chart")), tr("If empty, the title is “Area held over time”."))
        note = text_parameter("NOTE", tr("Note below the chart"))
        self.add(
            note,
            tr("Enter for example who made the maps and from what. A statement of how areas are measured is added."),
        )
        rows = tr("The table has one row for each faction and date. Choose a .csv file to use it in a spreadsheet.")
        self.add_sink("OUTPUT", tr("Area over time"), Qgis.ProcessingSourceType.Vector, rows)
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Rows")))

    def execute(self, parameters, context, feedback):
        theme = self.theme(parameters, context)
        chart = self.parameterAsFileOutput(parameters, "CHART", context)
        if chart:
            check_chart(chart)
        series = self.series(parameters, context, feedback)
        blocs = case_blocs(self.case())
        panels = {}
        columns: dict = {field: [] for field in _FIELDS}
        for source, part, sub_feedback in each_source(series, feedback):
            areas = panels[source] = areas_over_time(part, sub_feedback, blocs)
            values = (areas.faction, areas.date, areas.until, areas.area_km2, areas.share, areas.change_km2)
            for field, column in zip(_FIELDS, (*values, [source] * len(areas))):
                columns[field] += list(column)
        nothing = [None] * len(columns[f.FACTION])
        kind = Qgis.WkbType.NoGeometry
        layer_id = write_rows(self, "OUTPUT", parameters, context, feedback, columns, nothing, kind=kind)
        results = {"OUTPUT": layer_id, "COUNT": len(nothing)}
        if chart:
            kind = self.parameterAsEnumString(parameters, "CHART_KIND", context)
            area_chart(chart, panels, theme, self._texts(parameters, context, panels), kind)
            results["CHART"] = chart
        return results

    def _texts(self, parameters, context, sources) -> ChartTexts:
        title, note = (self.parameterAsString(parameters, name, context).strip() for name in ("TITLE", "NOTE"))
        listed = tr_ltr("Source: {}").format(", ".join(sources))
        return ChartTexts(title or tr_ltr("Area held over time"), f"{note} {tr_ltr(_NOTE)}", listed)
