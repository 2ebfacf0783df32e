"""Legends of layouts: the theme's labels, only the classes present on the date, fitted to the template's box."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsDateTimeRange,
    QgsExpression,
    QgsFeatureRequest,
    QgsLayerTreeLayer,
    QgsLayerTreeModelLegendNode,
    QgsLayerTreeUtils,
    QgsLayoutExporter,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, QSize, Qt

from ...core import fields as f
from ...translation import is_rtl, tr
from ..label_format import plain_text
from ..layers.extents import lonlat_extent, transformed_extent
from .area_table import MOST_LISTED
from .texts import LEAST_PT, SHRINKS, Ruler

_START, _END = f'"{f.VALID_FROM}"', f'"{f.VALID_TO}"'
# The rows of a layer that are valid at the time of the map; the legend lists only their classes.
SHOWN_ON_THE_MAP = f"{_START} < @map_end_time AND ({_END} IS NULL OR {_END} > @map_start_time)"
_PARTS = (
    QgsLegendStyle.Style.Title,
    QgsLegendStyle.Style.Group,
    QgsLegendStyle.Style.Subgroup,
    QgsLegendStyle.Style.SymbolLabel,
)
_ONCE_DPI = 20.0
_SIDES_MM = 5.0  # width of a column in addition to symbol and label


def fill_legend(
    legend: QgsLayoutItemLegend,
    drawn: QgsLayoutItemMap,
    layers: Sequence[QgsMapLayer],
    times: Sequence[QgsDateTimeRange] = (),
) -> bool:
    """Fill a legend with layers, the lowest first, and shrink it to fit its box; return whether it fits.

    times  times of all maps that the legend is for; empty: the time of the linked map

    Room is kept for all classes, so that the legend still fits when the analyst gives the map another date. If the box
    is too small for all, there is room for those of the times.
    """
    legend.setTitle(tr("Legend"))
    if is_rtl():
        _mirror(legend)
    legend.setLinkedMap(drawn)
    legend.setAutoUpdateModel(False)
    legend.setLegendFilterByMapEnabled(False)  # a template's filter would keep its own layers
    legend.setWrapString("\n")
    root = legend.model().rootGroup()
    root.clear()
    nodes = [root.addLayer(layer) for layer in reversed(layers)]
    sizes = {part: _letters(legend, part).size() for part in _PARTS}
    spacing = (legend.symbolHeight(), legend.symbolWidth(), _gaps(legend))
    is_cut = [_keep_largest(legend, node, drawn, times) for node in nodes]
    box = QRectF(legend.rect())
    fits = _fit(legend, box, sizes, spacing)  # before filtering, which QGIS does only when it draws
    if not any(is_cut):  # QGIS tests all classes for each feature: 90 s for 20,000
        _filter(legend, nodes, times)
    return fits or _fit(legend, box, sizes, spacing)


def _keep_largest(
    legend: QgsLayoutItemLegend,
    node: QgsLayerTreeLayer,
    drawn: QgsLayoutItemMap,
    times: Sequence[QgsDateTimeRange],
) -> bool:
    """Limit the legend of a layer with very many classes to the largest that the map shows at these times, and note it.

    Return whether the layer has more classes than the limit.
    """
    layer = node.layer()
    renderer = layer.renderer() if isinstance(layer, QgsVectorLayer) else None
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return False
    categories = renderer.categories()
    if len(categories) <= MOST_LISTED:
        return False
    request = QgsFeatureRequest().setSubsetOfAttributes([renderer.classAttribute()], layer.fields())
    if times and f.VALID_FROM in layer.fields().names():
        request.setFilterExpression(" OR ".join(map(_during, times)))
    transforms = drawn.layout().project().transformContext()
    shown = transformed_extent(drawn.extent(), drawn.crs(), layer.crs(), transforms)
    if shown is not None:  # otherwise the map extends beyond the bounds of its CRS
        request.setFilterRect(shown)
    areas: Counter = Counter()
    for feature in layer.getFeatures(request):
        areas[feature[renderer.classAttribute()]] += feature.geometry().area()
    largest = {value for value, _ in areas.most_common(MOST_LISTED)}
    order = [number for number, each in enumerate(categories) if each.value() in largest]
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, order)
    node.setUseLayerName(False)  # otherwise the layer itself would be renamed
    node.setName(tr("{}: the {} largest of {} classes").format(layer.name(), len(order), len(categories)))
    legend.model().refreshLayerLegend(node)
    return True


def _mirror(legend: QgsLayoutItemLegend) -> None:
    """Place symbols to the right of their labels."""
    right = Qt.AlignmentFlag.AlignRight
    legend.setSymbolAlignment(right)
    legend.setTitleAlignment(right)
    for part in _PARTS:
        legend.rstyle(part).setAlignment(right)


def _filter(legend: QgsLayoutItemLegend, nodes: list[QgsLayerTreeLayer], times: Sequence[QgsDateTimeRange]) -> None:
    condition = " OR ".join(_during(time) for time in times) or SHOWN_ON_THE_MAP
    for node in nodes:
        if node.layer().temporalProperties().isActive() and f.VALID_FROM in node.layer().fields().names():
            QgsLayerTreeUtils.setLegendFilterByExpression(node, condition, True)
    # QGIS's filter finds nothing on a map across the antimeridian: all classes are better than none.
    territory = nodes[0].layer()
    is_torn = territory.crs().isGeographic() and lonlat_extent(territory).xMaximum() > 180
    legend.setLegendFilterByMapEnabled(not is_torn)


def _during(time: QgsDateTimeRange) -> str:
    begin, end = (
        f"to_datetime({QgsExpression.quotedString(moment.toString(Qt.DateFormat.ISODate))})"
        for moment in (time.begin(), time.end())
    )
    return f"({_START} < {end} AND ({_END} IS NULL OR {_END} > {begin}))"


def _fit(legend: QgsLayoutItemLegend, box: QRectF, sizes: dict, spacing: tuple) -> bool:
    layer_texts = _line_texts(legend)
    # A legend does not know its size before it is drawn, so it is drawn once and the image discarded.
    legend.setResizeToContents(False)
    QgsLayoutExporter(legend.layout()).renderRegionToImage(legend.mapRectToScene(legend.rect()), QSize(), _ONCE_DPI)
    legend.setResizeToContents(True)
    # Hundreds of lines fit in the smallest text or not at all, and each attempt has QGIS rebuild all lines of a layer.
    is_long = any(len(texts) >= MOST_LISTED for _, texts in layer_texts)
    for shrink in SHRINKS[-1:] if is_long else SHRINKS:
        _resize(legend, sizes, spacing, shrink)
        _wrap_labels(legend, layer_texts, box.width())
        legend.adjustBoxSize()
        if legend.rect().height() <= box.height() and legend.rect().width() <= box.width() + 0.1:
            return True
    return False


def _letters(legend: QgsLayoutItemLegend, part) -> QgsTextFormat:
    return QgsTextFormat(legend.rstyle(part).textFormat())  # ``style`` returns a temporary copy


def _gaps(legend: QgsLayoutItemLegend) -> dict:
    top = QgsLegendStyle.Side.Top
    parts = (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Style.Symbol, QgsLegendStyle.Style.SymbolLabel)
    return {part: legend.rstyle(part).margin(top) for part in parts}


def _resize(legend: QgsLayoutItemLegend, sizes: dict, spacing: tuple, shrink: float) -> None:
    height, width, gaps = spacing
    for part, size in sizes.items():
        text_format = _letters(legend, part)
        text_format.setSize(min(size, max(size * shrink, LEAST_PT)))
        text_format.setAllowHtmlFormatting(False)
        legend.rstyle(part).setTextFormat(text_format)
    legend.setSymbolHeight(height * shrink)
    legend.setSymbolWidth(width * shrink)
    for part, gap in gaps.items():
        legend.rstyle(part).setMargin(QgsLegendStyle.Side.Top, gap * shrink**2)


def _line_texts(legend: QgsLayoutItemLegend) -> list[tuple[QgsLayerTreeLayer, dict[int, str]]]:
    """Return each layer of the legend with the texts of its lines by number, without earlier line breaks."""
    model, layer_texts = legend.model(), []
    for node in model.rootGroup().findLayers():
        lines = model.layerOriginalLegendNodes(node)
        is_cut = QgsMapLayerLegendUtils.hasLegendNodeOrder(node)
        order = QgsMapLayerLegendUtils.legendNodeOrder(node) if is_cut else range(len(lines))
        layer_texts.append((node, {number: _unbroken(line) for number, line in zip(order, lines)}))
    return layer_texts


def _unbroken(line: QgsLayerTreeModelLegendNode) -> str:
    return " ".join(plain_text(str(line.data(Qt.ItemDataRole.DisplayRole) or "")).split())


def _wrap_labels(legend: QgsLayoutItemLegend, layer_texts, width_mm: float) -> None:
    """Wrap the labels, because a legend grows to the right with its longest label, off the page."""
    ruler, columns = Ruler(legend.layout()), max(legend.columnCount(), 1)
    room = (width_mm - 2 * legend.boxSpace() - (columns - 1) * legend.columnSpace()) / columns
    labels = _letters(legend, QgsLegendStyle.Style.SymbolLabel)
    titles = _letters(legend, QgsLegendStyle.Style.Subgroup)
    for node, texts in layer_texts:
        title = ruler.wrapped(plain_text(node.name()), titles, room - 1)
        node.setCustomProperty("legend/title-label", title)
        for number, text in texts.items():
            wrapped = ruler.wrapped(text, labels, room - legend.symbolWidth() - _SIDES_MM)
            node.setCustomProperty(f"legend/label-{number}", wrapped)
        legend.model().refreshLayerLegend(node)
