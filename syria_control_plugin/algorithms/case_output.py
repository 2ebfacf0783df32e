"""What algorithms that make or change a case have in common: its outputs, its style, the layer that is loaded."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterFileDestination,
)

from ..core import fields as f
from ..core.errors import SourceError
from ..sources.case import Case
from ..sources.import_report import REJECTED, REPAIRED, ImportReport
from .base import ControlAlgorithm, style_on_load, tr


def add_report_output(algorithm: ControlAlgorithm) -> None:
    parameter = QgsProcessingParameterFileDestination(
        "REPORT", tr("Import report"), "HTML (*.html)", optional=True, createByDefault=False
    )
    algorithm.addParameter(parameter)


def add_case_outputs(algorithm: ControlAlgorithm) -> None:
    algorithm.addOutput(QgsProcessingOutputVectorLayer("LAYER", tr("Control")))
    counts = (("ROWS", "Territories in the case"), ("REPAIRED", "Rows repaired"), ("REJECTED", "Rows rejected"))
    for name, title in counts:
        algorithm.addOutput(QgsProcessingOutputNumber(name, tr(title)))


def case_results(algorithm, parameters, context, feedback, path: str, report: ImportReport) -> dict:
    """Tells the report, arranges for the layer to be loaded, and returns the results."""
    for line in report.summary():
        feedback.pushInfo(line)
    for issue in report.issues:
        (feedback.pushWarning if issue.action == REJECTED else feedback.pushInfo)(str(issue))
    page = algorithm.parameterAsFileOutput(parameters, "REPORT", context)
    if page:
        _write_page(page, report.to_html(tr("Import report")))
    uri = f"{path}|layername={f.CONTROL_MAP}"
    if context.project() is not None:
        details = QgsProcessingContext.LayerDetails(tr("Control"), context.project(), "LAYER")
        context.addLayerToLoadOnCompletion(uri, details)
        style_on_load(context, uri, lambda layer: layer.loadDefaultStyle())
    results = {"OUTPUT": path, "LAYER": uri, "ROWS": len(Case(path).select(f.TERRITORIES, f.FID))}
    if page:
        results["REPORT"] = page
    return {**results, "REPAIRED": report.count(REPAIRED), "REJECTED": report.count(REJECTED)}


def _write_page(path: str, page: str) -> None:
    try:
        Path(path).write_text(page, encoding="utf-8")
    except OSError as error:
        raise SourceError(f"The report can't be written to {path!r}: {error}") from error
