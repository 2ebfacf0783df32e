"""What algorithms that make or change a case have in common: its outputs, its style, the layer that is loaded."""

from __future__ import annotations

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterFileDestination,
)

from ..core import fields as f
from ..mapping.layers.layers import layer_names, refresh_case
from ..mapping.layers.styles import dress, unused_styles
from ..sources.cases.case import Case
from ..sources.import_report import REJECTED, REPAIRED, ImportReport
from ..translation import said, tr, tr_noop
from .base import ControlAlgorithm, tell_issues
from .feature_output import write_page
from .output_styles import style_on_load


def report_unused_styles(case: Case, feedback) -> None:
    """Names the styles in a case that are not used, since they were not made in this QGIS profile."""
    names, unused = layer_names(), unused_styles(case)
    if unused:
        tables = ", ".join(names.get(table, table) for table in unused)
        text = tr("The case contains styles that were not made here and are not used: {}.")
        feedback.pushWarning(text.format(tables))


class CaseAlgorithm(ControlAlgorithm):
    """An algorithm that makes or changes a case: OUTPUT is the case, LAYER what is drawn of it, REPORT a page.

    A child says which of the case's tables LAYER is and which counts it gives beside those of rows.
    """

    TABLE = f.CONTROL_MAP
    COUNTS: tuple[tuple[str, str], ...] = (
        ("ROWS", tr_noop("Territories in the case")),
        ("REPAIRED", tr_noop("Rows repaired")),
    )
    _case_path = ""

    def add_outputs(self) -> None:
        case = QgsProcessingParameterFileDestination("OUTPUT", tr("Case (new or existing)"), "GeoPackage (*.gpkg)")
        self.add(case, tr("The GeoPackage that all is kept in. What an existing case has of other sources stays."))
        page = QgsProcessingParameterFileDestination(
            "REPORT", tr("Import report"), "HTML (*.html)", optional=True, createByDefault=False
        )
        self.add(page, tr("A page with what was found, repaired and left out, row by row."))
        self.addOutput(QgsProcessingOutputVectorLayer("LAYER", layer_names()[self.TABLE]))
        for name, title in (*self.COUNTS, ("REJECTED", tr_noop("Rows rejected"))):
            self.addOutput(QgsProcessingOutputNumber(name, tr(title)))

    def crs(self, parameters, context) -> str:
        """The WKT of the parameter CRS, "" where it is empty."""
        crs, given = self.parameterAsCrs(parameters, "CRS", context), parameters.get("CRS")
        if isinstance(given, str) and given.strip() and not crs.isValid():
            raise QgsProcessingException(tr("CRS: {!r} is no coordinate reference system.").format(given))
        return crs.toWkt() if crs.isValid() else ""

    def counts(self, path: str, report: ImportReport) -> dict[str, int]:
        """The values of COUNTS."""
        return {"ROWS": len(Case(path).select(f.TERRITORIES, f.FID)), "REPAIRED": report.count(REPAIRED)}

    def results(self, parameters, context, feedback, path: str, report: ImportReport) -> dict:
        """Tells the report, writes its page where one is wanted, and returns the results."""
        for line in map(said, report.summary()):
            feedback.pushInfo(line)
        tell_issues(report, feedback)
        self._case_path = path
        results = {
            "OUTPUT": path,
            "LAYER": f"{path}|layername={self.TABLE}",
            **self.counts(path, report),
            "REJECTED": report.count(REJECTED),
        }
        page = self.parameterAsFileOutput(parameters, "REPORT", context)
        if page:
            write_page(page, report.to_html(tr("Import report"), said))
            results["REPORT"] = page
        return results

    def postProcessAlgorithm(self, context, feedback):
        """In the main thread: redraws the case where the project shows it, else lets it be loaded."""
        project = context.project()
        if project is None or not self._case_path:
            return {}
        case = Case(self._case_path)
        if not refresh_case(project, case, case.classes(), self.TABLE):
            uri = f"{self._case_path}|layername={self.TABLE}"
            details = QgsProcessingContext.LayerDetails(layer_names()[self.TABLE], project, "LAYER")
            context.addLayerToLoadOnCompletion(uri, details)
            style_on_load(context, uri, lambda layer: dress(layer, self.TABLE, case))
        return {}
