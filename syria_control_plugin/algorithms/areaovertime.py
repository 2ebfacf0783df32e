"""Area and share of each faction on each date, as a table and a chart."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
)

from ..core import fields as f
from ..core.control.areas_over_time import areas_over_time
from ..mapping.charts import KINDS, ChartTexts, area_chart, check_chart
from ..translation import tr, tr_ltr, tr_noop
from .base import text_parameter, theme_parameter
from .outputs import write_rows
from .series_base import SeriesAlgorithm, add_series_parameters, each_source

_FIELDS = (f.FACTION, f.VALID_FROM, f.VALID_TO, f.AREA_KM2, f.SHARE, f.CHANGE_KM2, f.SOURCE)
_NOTE = tr_noop(
    "A map holds until the next one. Area on the WGS 84 ellipsoid. Contested ground counts for each faction that is "
    "said to hold it."
)


class AreaOverTime(SeriesAlgorithm):
    NAME = "areaovertime"
    TITLE = "Area over time"
    GROUP = "Analysis"
    TAGS = (
        "area", "area of control", "share", "statistics", "chart", "graph", "plot", "table", "csv", "time series",
        "control", "territory",
    )  # fmt: skip
    HELP = (
        "How much ground each faction held: a table with a row for each faction and date on which somebody's ground "
        "changed, with ellipsoidal area, share of all ground held on the date (0 to 1), and change since the date "
        "before. Choose a .csv file as output for a spreadsheet.\n\n"
        "A source's silence is not zero: on a date on which it has no territory at all (a hole in the source, the end "
        "of its maps) area, share and change are empty, and the chart has a break. The change after such a hole is "
        "since the last date before it that is known. A map that shows nobody on any ground counts as silence too.\n\n"
        "Contested ground counts for each faction that is said to hold it, but once in the total of the shares: they "
        "add up to 1 where no ground is contested, and to more where some is.\n\n"
        "The chart is a picture for a report (.png or .svg) in the theme's colours and words, with a panel for each "
        "source. It has steps: a map holds until the next one; the last one is drawn a little beyond its date."
    )

    def initAlgorithm(self, configuration=None):
        add_series_parameters(self)
        self.addParameter(theme_parameter())
        chart = QgsProcessingParameterFileDestination(
            "CHART", tr("Chart"), "PNG (*.png);;SVG (*.svg)", optional=True, createByDefault=False
        )
        self.add(chart, tr("A picture for a report: .png or .svg. Empty: none is drawn."))
        style = QgsProcessingParameterEnum("CHART_KIND", tr("Kind of chart"), list(KINDS), False, KINDS[0], True, True)
        self.add(style, tr("A line for each faction, or areas on top of each other."))
        self.add(text_parameter("TITLE", tr("Title of the chart")), tr("Empty: Area held over time."))
        note = text_parameter("NOTE", tr("Note below the chart"))
        self.add(note, tr("Such as who made the maps and from what. How areas were measured is added to it."))
        rows = tr("A row for each faction and date. Choose a .csv file for a spreadsheet.")
        self.add_sink("OUTPUT", tr("Area over time"), Qgis.ProcessingSourceType.Vector, rows)
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Rows")))

    def execute(self, parameters, context, feedback):
        theme = self.theme(parameters, context)
        chart = self.parameterAsFileOutput(parameters, "CHART", context)
        if chart:
            check_chart(chart)
        series = self.series(parameters, context, feedback)
        panels = {}
        columns: dict = {field: [] for field in _FIELDS}
        for source, part, sub_feedback in each_source(series, feedback):
            found = panels[source] = areas_over_time(part, sub_feedback)
            values = (found.faction, found.date, found.until, found.area_km2, found.share, found.change_km2)
            for field, column in zip(_FIELDS, (*values, [source] * len(found))):
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
