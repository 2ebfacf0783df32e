"""Input that comes in any form: layers, groups of layers, files, folders, zips, patterns."""

from __future__ import annotations

import os
from dataclasses import replace

from qgis.core import (
    QgsFeatureRequest,
    QgsLayerTreeGroup,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsVectorLayerSelectedFeatureSource,
)

from ..sources.files.input_lists import all_inputs
from ..sources.files.layers import LayerInput, layer_input
from ..sources.files.tables import MapInput
from ..translation import tr
from .case_output import CaseAlgorithm


class MapsAlgorithm(CaseAlgorithm):
    """An algorithm that brings what INPUT, a MapsParameter, and PATHS, a text, name into a case."""

    def checkParameterValues(self, parameters, context):
        if not any(_flat(parameters.get(name)) for name in ("INPUT", "PATHS")):
            return False, tr("INPUT: give layers or files, or PATHS a folder, zip, pattern, group or database.")
        return super().checkParameterValues(parameters, context)

    def take_up(self, parameters, context, feedback):
        given = [parameters.get("INPUT"), self.parameterAsString(parameters, "PATHS", context).strip()]
        self._layers, self._paths = split_inputs(given, context)

    def inputs(self, feedback) -> list[MapInput]:
        """All inputs in the order of their keys; files left out as no maps are told."""
        found, skipped = all_inputs(self._layers, self._paths)
        if skipped:
            feedback.pushInfo(tr("Left out, no maps: {}").format(", ".join(skipped[:20])))
        return found


def split_inputs(value, context: QgsProcessingContext) -> tuple[list[LayerInput], list[str]]:
    """Layers, ready to be read in another thread, and paths. Call it in the main thread."""
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
            found = layer_input(layer, project)
            layers.append(_selected(layer, found) if selected_only else found)
        elif isinstance(group, QgsLayerTreeGroup):
            within = (node.layer() for node in group.findLayers())
            layers += [layer_input(layer, project) for layer in within if isinstance(layer, QgsVectorLayer)]
        else:
            paths.append(each)
    return layers, paths


def whole_layer(value, context: QgsProcessingContext) -> QgsVectorLayer | None:
    """The layer of the project that the value of a parameter names, all features of it; None for anything else."""
    layer = QgsProcessingUtils.mapLayerFromString(value, context, False) if isinstance(value, str) else value
    return layer if isinstance(layer, QgsVectorLayer) else None


def _selected(layer: QgsVectorLayer, found: LayerInput) -> LayerInput:
    """Of a layer the features that are selected now."""
    source = QgsVectorLayerSelectedFeatureSource(layer)
    return replace(found, features=lambda: source.getFeatures(QgsFeatureRequest()), text_file="")


def _flat(value) -> list:
    if value is None or value == "":
        return []
    if isinstance(value, (list, tuple)):
        return [each for part in value for each in _flat(part)]
    if isinstance(value, str) and ";" in value and not os.path.exists(value):
        return [part.strip() for part in value.split(";") if part.strip()]
    return [value]
