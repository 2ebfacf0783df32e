"""Base classes of the algorithms that create or change a case: its outputs, its style, the layer that is loaded.

Inputs can be layers, layer groups, files, folders, zip files and patterns.
"""

from __future__ import annotations

import os
from dataclasses import replace

from qgis.core import (
    QgsFeatureRequest,
    QgsLayerTreeGroup,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterFileDestination,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsVectorLayerSelectedFeatureSource,
)

from ..case.case import Case
from ..case.import_report import REJECTED, REPAIRED, ImportReport
from ..core import fields as f
from ..mapping.layers.layers import layer_names, refresh_case
from ..mapping.layers.styles import dress, unused_styles
from ..sources.files.inputs import all_inputs
from ..sources.files.project_layers import LayerInput, layer_input
from ..sources.files.tables import MapInput
from ..translation import tr, tr_noop, translated
from .base import ControlAlgorithm, log_issues
from .outputs import style_on_load, write_page


def report_unused_styles(case: Case, feedback) -> None:
    """Warn of the styles in a case that are not used because they were not created in this QGIS profile."""
    names, unused = layer_names(), unused_styles(case)
    if unused:
        tables = ", ".join(names.get(table, table) for table in unused)
        text = tr("Styles in the case that were not created in this QGIS profile are not used: {}.")
        feedback.pushWarning(text.format(tables))


class CaseAlgorithm(ControlAlgorithm):
    """An algorithm that creates or changes a case: OUTPUT is the case, LAYER one of its layers, REPORT a page.

    TABLE   table of the case that LAYER shows
    COUNTS  (name, title) of the number outputs beside REJECTED
    """

    TABLE = f.CONTROL_MAP
    COUNTS: tuple[tuple[str, str], ...] = (
        ("ROWS", tr_noop("Territories in the case")),
        ("REPAIRED", tr_noop("Rows repaired")),
    )
    _case_path = ""

    def add_outputs(self) -> None:
        """Add OUTPUT, REPORT, LAYER and the number outputs."""
        case = QgsProcessingParameterFileDestination("OUTPUT", tr("Case (new or existing)"), "GeoPackage (*.gpkg)")
        self.add(case, tr("GeoPackage of the case. Data of other sources in an existing case is kept."))
        page = QgsProcessingParameterFileDestination(
            "REPORT", tr("Import report"), "HTML (*.html)", optional=True, createByDefault=False
        )
        self.add(page, tr("The report lists what was detected, repaired and left out, row by row."))
        self.addOutput(QgsProcessingOutputVectorLayer("LAYER", layer_names()[self.TABLE]))
        for name, title in (*self.COUNTS, ("REJECTED", tr_noop("Rows rejected"))):
            self.addOutput(QgsProcessingOutputNumber(name, tr(title)))

    def crs(self, parameters, context) -> str:
        """Return the parameter CRS as WKT, "" if it is empty. Raises QgsProcessingException if it is not a CRS."""
        crs, given = self.parameterAsCrs(parameters, "CRS", context), parameters.get("CRS")
        if isinstance(given, str) and given.strip() and not crs.isValid():
            raise QgsProcessingException(
                tr("CRS: {!r} is not a coordinate reference system. Enter a valid one, such as EPSG:4326.").format(
                    given
                )
            )
        return crs.toWkt() if crs.isValid() else ""

    def counts(self, path: str, report: ImportReport) -> dict[str, int]:
        """Return the values of COUNTS."""
        return {"ROWS": len(Case(path).select(f.TERRITORIES, f.FID)), "REPAIRED": report.count(REPAIRED)}

    def results(self, parameters, context, feedback, path: str, report: ImportReport) -> dict:
        """Log the report, write its page if REPORT is set, and return the results."""
        for line in report.summary():
            (feedback.pushWarning if line in report.cautions else feedback.pushInfo)(translated(line))
        log_issues(report, feedback)
        self._case_path = path
        results = {
            "OUTPUT": path,
            "LAYER": f"{path}|layername={self.TABLE}",
            **self.counts(path, report),
            "REJECTED": report.count(REJECTED),
        }
        page = self.parameterAsFileOutput(parameters, "REPORT", context)
        if page:
            write_page(page, report.to_html(tr("Import report"), translated))
            results["REPORT"] = page
        return results

    def postProcessAlgorithm(self, context, feedback):
        """Redraw the case if the project shows it, otherwise let QGIS load it; runs in the main thread."""
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


class MapsAlgorithm(CaseAlgorithm):
    """An algorithm that imports what INPUT (a MapsParameter) and PATHS (a text) name into a case."""

    def checkParameterValues(self, parameters, context):
        if not any(_flat(parameters.get(name)) for name in ("INPUT", "PATHS")):
            return False, tr(
                "INPUT: choose layers or files, or set PATHS to a folder, zip file, pattern, group or database."
            )
        return super().checkParameterValues(parameters, context)

    def take_up(self, parameters, context, feedback):
        given = [parameters.get("INPUT"), self.parameterAsString(parameters, "PATHS", context).strip()]
        self._layers, self._paths = split_inputs(given, context)

    def inputs(self, feedback) -> list[MapInput]:
        """Return all inputs in the order of their keys, and log the files left out because they are not maps."""
        inputs, skipped = all_inputs(self._layers, self._paths)
        if skipped:
            feedback.pushInfo(tr("Left out because they are not maps: {}").format(", ".join(skipped[:20])))
        return inputs


def split_inputs(value, context: QgsProcessingContext) -> tuple[list[LayerInput], list[str]]:
    """Return the layers, ready to be read in another thread, and the paths. Call it in the main thread."""
    layers: list[LayerInput] = []
    paths: list[str] = []
    project = context.project()
    root = project.layerTreeRoot() if project is not None else None
    for each in _flat(value):
        selected_only = False
        if isinstance(each, QgsProcessingFeatureSourceDefinition):
            selected_only = each.selectedFeaturesOnly
            each, _ = each.source.valueAsString(context.expressionContext())
        layer = each
        if isinstance(each, str):
            layer = QgsProcessingUtils.mapLayerFromString(each, context, False)
        group = root.findGroup(each) if root is not None and isinstance(each, str) else None
        if isinstance(layer, QgsVectorLayer):
            source = layer_input(layer, project)
            layers.append(_selected(layer, source) if selected_only else source)
        elif isinstance(group, QgsLayerTreeGroup):
            within = (node.layer() for node in group.findLayers())
            layers += [layer_input(layer, project) for layer in within if isinstance(layer, QgsVectorLayer)]
        else:
            paths.append(each)
    return layers, paths


def _selected(layer: QgsVectorLayer, whole: LayerInput) -> LayerInput:
    """Return the input limited to the features that are selected now."""
    source = QgsVectorLayerSelectedFeatureSource(layer)
    return replace(whole, features=lambda: source.getFeatures(QgsFeatureRequest()), text_file="")


def _flat(value) -> list:
    if value is None or value == "":
        return []
    if isinstance(value, (list, tuple)):
        return [each for part in value for each in _flat(part)]
    if isinstance(value, str) and ";" in value and not os.path.exists(value):
        return [part.strip() for part in value.split(";") if part.strip()]
    return [value]
