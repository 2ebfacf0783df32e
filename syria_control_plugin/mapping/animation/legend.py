"""Legend of an animated map: the classes present in its layers, drawn once, because it is the same on all frames."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from qgis.core import (
    Qgis,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsLayerTree,
    QgsLayerTreeLayer,
    QgsLayerTreeModel,
    QgsLegendRenderer,
    QgsLegendSettings,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsMapSettings,
    QgsRenderContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRect, Qt
from qgis.PyQt.QtGui import QFont, QImage, QPainter

from ...translation import is_rtl, tr, whole_lines
from ..label_format import LONGEST_LABEL, plain_text, shortened
from .overlay import EDGE, FONT, INK, PAPER, TOP_LEFT, TOP_RIGHT

_LINE, _NOTE_LINE = 32, 40  # characters
_MOST_LINES, _MOST_NOTE_LINES = 4, 8
_MOST_READ = 5_000  # features per layer
_MM_AN_INCH = 25.4
_WIDTH_SHARE, _HEIGHT_SHARE = 0.3, 0.42  # of the frame: a legend beside the map, and one below it
_LARGEST = 0.85  # of the frame's height; the text is above or below
_WIDEST = 0.92
_MARGIN_SHARE = 0.025  # of the height
_SIZES_PT = {
    QgsLegendStyle.Style.Title: 8.0,
    QgsLegendStyle.Style.Subgroup: 10.5,
    QgsLegendStyle.Style.SymbolLabel: 10.0,
}
_LEAST_SCALE = 0.55  # below this, text is smaller than 7 pixels on a frame of 720


@dataclass(frozen=True)
class Legend:
    """A legend on each frame.

    note  plain text above the classes; its line breaks are kept
    """

    note: str = ""


def legend_picture(layers: Sequence[QgsMapLayer], settings: QgsMapSettings, note: str = "") -> QImage:
    """Draw a legend of layers, given from top to bottom, on a light background. For the main thread.

    It lists the classes that have features, or all classes of a layer with more than 5,000 features. Long labels are
    wrapped and cut. It is at most 0.3 of the width of a wide frame, or 0.42 of the height of a high frame. The image is
    null if there are no classes, or if the legend would not be legible at this size.
    """
    tree = QgsLayerTree()
    nodes = [tree.addLayer(layer) for layer in layers if isinstance(layer, QgsVectorLayer) and layer.renderer()]
    model = QgsLayerTreeModel(tree)
    for node in nodes:
        if not _keep_classes(node, model):
            tree.removeChildNode(node)
    if not tree.children():
        return QImage()
    style = _legend_settings(note)
    width, height = settings.outputSize().width(), settings.outputSize().height()
    room = (width * _WIDTH_SHARE, height * _LARGEST) if width >= height else (width * _WIDEST, height * _HEIGHT_SHARE)
    natural = _drawn(model, style, settings, settings.outputDpi())
    scale = min(1.0, room[0] / natural.width(), room[1] / natural.height())
    if scale < _LEAST_SCALE:
        return QImage()
    return natural if scale == 1 else _drawn(model, style, settings, settings.outputDpi() * scale)


def legend_note(note: str, has_marks: bool) -> str:
    """Return the note above the classes: the case's own note, and the meaning of the mark on changed areas."""
    mark = tr("White hatch: changed hands since the previous step.") if has_marks else ""
    return f"{shortened(note, LONGEST_LABEL)}\n{mark}".strip()


def place_of(legend: QImage, width: int, height: int, corner: str) -> QRect:
    """Return the position of a legend on a frame: on the right, or in a high frame below; never over the text."""
    margin = round(_MARGIN_SHARE * height)
    place = legend.rect()
    is_below = corner in (TOP_LEFT, TOP_RIGHT)
    place.moveRight(width - margin)
    place.moveTop(height - margin - place.height() if is_below else margin)
    return place


def _keep_classes(node: QgsLayerTreeLayer, model: QgsLayerTreeModel) -> bool:
    """Limit the legend of a layer to its classes that have features; return whether any are left."""
    layer = node.layer()
    used = _used_keys(layer)
    items = layer.renderer().legendSymbolItems()
    order = [number for number, item in enumerate(items) if item.ruleKey() in used]
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, order)
    node.setCustomProperty("legend/title-label", _broken(layer.name()))
    for number in order:
        QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, number, _broken(items[number].label()))
    model.refreshLayerLegend(node)
    return bool(order)


def _used_keys(layer: QgsVectorLayer) -> set[str]:
    """Return the keys of the classes that have features; all keys if the layer is too large to read quickly."""
    every = {item.ruleKey() for item in layer.renderer().legendSymbolItems()}
    if not 0 <= layer.featureCount() <= _MOST_READ:  # negative: not known
        return every
    renderer, context = layer.renderer().clone(), QgsRenderContext()
    context.expressionContext().appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    request = QgsFeatureRequest().setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    request.setSubsetOfAttributes(renderer.usedAttributes(context), layer.fields())
    renderer.startRender(context, layer.fields())
    used: set[str] = set()
    try:
        for feature in layer.getFeatures(request):
            context.expressionContext().setFeature(feature)
            used |= renderer.legendKeysForFeature(feature, context)
            if used >= every:
                break
    finally:
        renderer.stopRender(context)
    return used


def _broken(text: str, length: int = _LINE, most: int = _MOST_LINES) -> str:
    lines = textwrap.wrap(plain_text(text), length, max_lines=most, placeholder=" …")
    return "\n".join(whole_lines(lines))


def _legend_settings(note: str) -> QgsLegendSettings:
    made = QgsLegendSettings()
    made.setWrapChar("\n")
    made.setTitle("\n".join(_broken(line, _NOTE_LINE, _MOST_NOTE_LINES) for line in note.splitlines()))
    made.setBoxSpace(2.5)
    for part, size in _SIZES_PT.items():
        part_style = made.style(part)
        text_format = part_style.textFormat()
        font = QFont(FONT)
        font.setStyleHint(QFont.StyleHint.SansSerif)
        font.setBold(part == QgsLegendStyle.Style.Subgroup)
        text_format.setFont(font)
        text_format.setSize(size)
        text_format.setColor(INK)
        text_format.setAllowHtmlFormatting(False)
        part_style.setTextFormat(text_format)
        if is_rtl():
            part_style.setAlignment(Qt.AlignmentFlag.AlignRight)
        made.setStyle(part, part_style)
    if is_rtl():
        made.setSymbolAlignment(Qt.AlignmentFlag.AlignRight)
        made.setTitleAlignment(Qt.AlignmentFlag.AlignRight)
    return made


def _drawn(model: QgsLayerTreeModel, style: QgsLegendSettings, settings: QgsMapSettings, dpi: float) -> QImage:
    scaled = QgsMapSettings(settings)
    scaled.setOutputDpi(dpi)
    context = QgsRenderContext.fromMapSettings(scaled)
    renderer = QgsLegendRenderer(model, style)
    size = renderer.minimumSize(context) * (dpi / _MM_AN_INCH)
    image = QImage(max(ceil(size.width()), 1), max(ceil(size.height()), 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(PAPER)
    painter = QPainter(image)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setPen(EDGE)
        painter.drawRect(image.rect().adjusted(0, 0, -1, -1))
        painter.scale(context.scaleFactor(), context.scaleFactor())
        context.setPainter(painter)
        renderer.drawLegend(context)
    finally:
        painter.end()
    return image
