"""The look of an output wherever it is loaded: now by Processing, or later from its file, without the plugin too."""

from __future__ import annotations

import os
from typing import Callable

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)

from ..mapping.layers.styles import has_long_legend
from ..mapping.texts import show_tips_as_text
from ..translation import tr

Style = Callable[[QgsVectorLayer], None]
_WITH_STYLES = ("GPKG", "SQLite")  # formats that keep a default style in a table; beside the others lies a .qml


class StyleOnLoad(QgsProcessingLayerPostProcessorInterface):
    """Gives a layer its look when it is loaded after an algorithm has ended; one for each layer."""

    _waiting: set = set()  # QGIS does not keep a post-processor alive until it is needed

    def __init__(self, style: Style):
        super().__init__()
        self._style = style
        self._waiting.add(self)

    def postProcessLayer(self, layer, context, feedback):
        project = context.project()
        node = project.layerTreeRoot().findLayer(layer) if project is not None else None
        if node is not None:
            was_expanded = node.isExpanded()
            node.setExpanded(False)  # until it is known how many classes the style has
        self._style(layer)
        show_tips_as_text(layer)
        if node is not None:
            node.setExpanded(was_expanded and not has_long_legend(layer))
        layer.triggerRepaint()
        self._waiting.discard(self)


def style_on_load(context: QgsProcessingContext, layer_id: str, style: Style) -> None:
    """Arranges for an output that QGIS will load to get its look; nothing happens where it is not loaded."""
    if context.willLoadLayerOnCompletion(layer_id):
        context.layerToLoadOnCompletionDetails(layer_id).setPostProcessor(StyleOnLoad(style))


def style_output(context: QgsProcessingContext, layer_id: str, style: Style, feedback) -> None:
    """``style_on_load``, and in a file that was written the look is kept as its default style.

    QGIS shows a file by its default style whenever it is opened: from the table ``layer_styles`` of a GeoPackage or
    SpatiaLite file, else from a .qml file of the same name. What an earlier run left there goes with the file that it
    belonged to. Call it when the file is closed. Of what is no file (memory, a database) nothing is kept.
    """
    style_on_load(context, layer_id, style)
    if not os.path.exists(layer_id.partition("|")[0]):
        return
    options = QgsVectorLayer.LayerOptions(context.transformContext())
    options.loadDefaultStyle = False
    layer = QgsVectorLayer(layer_id, "", "ogr", options)
    if not layer.isValid():
        feedback.pushWarning(tr("{} can't be opened to keep its style: {}").format(layer_id, layer.error().summary()))
        return
    style(layer)
    show_tips_as_text(layer)
    if layer.storageType() in _WITH_STYLES:
        problem = layer.saveStyleToDatabase("Syria Control", "", True, "")
    else:
        message, is_saved = layer.saveDefaultStyle(QgsMapLayer.StyleCategory.AllStyleCategories)
        problem = "" if is_saved else message
    if problem:
        feedback.pushWarning(tr("The style of {} can't be saved: {}").format(layer_id, problem))
