"""Print layouts of a control map. Items are named, so that the analyst and later code find them."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

import numpy as np
from osgeo import gdal
from qgis.core import (
    Qgis,
    QgsCoordinateTransform,
    QgsLayerTreeUtils,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPage,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from ..core import fields as f
from ..core.errors import CaseError
from ..translation import tr
from .temporal import day_range, to_qt
from .texts import plain_text

MM = Qgis.LayoutUnit.Millimeters
_FONT = "DejaVu Sans"
_LEGEND_BOX = (222, 18, 65, 122)
_SHRINKS = (1.0, 0.9, 0.8, 0.7)  # so that a long legend stays above what stands below it
# What of a layer is there in the time of the map: the legend names no other classes.
_SHOWN_ON_THE_MAP = f'"{f.VALID_FROM}" < @map_end_time AND ("{f.VALID_TO}" IS NULL OR "{f.VALID_TO}" > @map_start_time)'


@dataclass(frozen=True)
class MapTexts:
    """What stands beside a map; plain text, shown as written."""

    title: str
    note: str = ""
    sources: str = ""


def control_layout(
    project: QgsProject, layers: list[QgsMapLayer], moment, texts: MapTexts, extent: QgsRectangle | None = None
) -> QgsPrintLayout:
    """An A4 landscape layout of one date: map, title, date, legend, scale bar, note and sources.

    layers  from the top down; the map is drawn as of the day of ``moment``, in the project's CRS
    extent  in the project's CRS; None: that of the last layer
    """
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    day = np.datetime_as_string(np.datetime64(moment, "s"), unit="D")
    layout.setName(f"{texts.title}, {day}")
    layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Landscape)
    drawn = _add_map(layout, project, layers, moment, extent)
    _add_label(layout, "title", texts.title, (10, 7, 200, 9), size_pt=17, is_bold=True)
    date = to_qt(moment).date().toString("d MMMM yyyy")
    _add_label(layout, "date", date, (210, 7, 77, 9), 17, is_bold=True, align=Qt.AlignmentFlag.AlignRight)
    _add_legend(layout, drawn, layers)
    _add_scale_bar(layout, drawn)
    _add_label(layout, "note", texts.note, (222, 143, 65, 22), size_pt=8.5, is_bold=True)
    _add_label(layout, "sources", texts.sources, (222, 166, 65, 34), size_pt=7)
    return layout


def export_png(layout: QgsPrintLayout, path: str, dpi: float = 150) -> None:
    """Writes the layout's first page as a picture. Raises CaseError where it can't be written."""
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = dpi
    gdal.PushErrorHandler("CPLQuietErrorHandler")  # QGIS tries to write the map's position into the PNG: it can't
    try:
        result = QgsLayoutExporter(layout).exportToImage(path, settings)
    finally:
        gdal.PopErrorHandler()
    if result != QgsLayoutExporter.ExportResult.Success:
        raise CaseError(f"The picture {path!r} can't be written ({result}).")


def _add_map(layout, project: QgsProject, layers, moment, extent) -> QgsLayoutItemMap:
    item = QgsLayoutItemMap(layout)
    item.setId("map")
    _place(layout, item, (10, 18, 207, 182))
    item.setCrs(project.crs())
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    item.zoomToExtent(extent or _extent(layers[-1], project))
    item.setIsTemporal(True)
    item.setTemporalRange(day_range(moment))
    item.setFrameEnabled(True)
    item.setBackgroundColor(QColor("#f4f2ee"))
    return item


def _extent(layer: QgsMapLayer, project: QgsProject) -> QgsRectangle:
    to_project = QgsCoordinateTransform(layer.crs(), project.crs(), project.transformContext())
    extent = to_project.transformBoundingBox(layer.extent())
    extent.scale(1.04)
    return extent


def _add_legend(layout, drawn: QgsLayoutItemMap, layers) -> None:
    legend = QgsLayoutItemLegend(layout)
    legend.setId("legend")
    legend.setTitle(tr("Legend"))
    legend.setLinkedMap(drawn)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    for layer in reversed(layers):
        node = root.addLayer(layer)
        if layer.temporalProperties().isActive():
            QgsLayerTreeUtils.setLegendFilterByExpression(node, _SHOWN_ON_THE_MAP, True)
    legend.setLegendFilterByMapEnabled(True)
    legend.setWrapString("\n")
    _wrap_labels(legend)
    _place(layout, legend, _LEGEND_BOX)
    legend.setResizeToContents(True)
    for shrink in _SHRINKS:
        _size_legend(legend, shrink)
        if legend.sizeWithUnits().height() <= _LEGEND_BOX[3]:
            break


def _size_legend(legend: QgsLayoutItemLegend, shrink: float) -> None:
    part = QgsLegendStyle.Style
    for component, size, is_bold in ((part.Title, 11, True), (part.Subgroup, 9, True), (part.SymbolLabel, 8, False)):
        legend.rstyle(component).setTextFormat(_text(size * shrink, is_bold))
    legend.setSymbolHeight(4 * shrink)
    legend.setSymbolWidth(7 * shrink)
    legend.rstyle(part.Symbol).setMargin(QgsLegendStyle.Side.Top, 2.5 * shrink)
    legend.adjustBoxSize()


def _wrap_labels(legend: QgsLayoutItemLegend, width: int = 30) -> None:
    # A legend grows to the right with its longest label, off the page: the labels are broken instead.
    for node in legend.model().rootGroup().findLayers():
        for number, line in enumerate(legend.model().layerOriginalLegendNodes(node)):
            text = str(line.data(Qt.ItemDataRole.DisplayRole) or "")
            node.setCustomProperty(f"legend/label-{number}", textwrap.fill(text, width))
        legend.model().refreshLayerLegend(node)


def _add_scale_bar(layout, drawn: QgsLayoutItemMap) -> None:
    bar = QgsLayoutItemScaleBar(layout)
    bar.setId("scale bar")
    bar.setLinkedMap(drawn)
    bar.setStyle("Line Ticks Up")
    bar.applyDefaultSize(Qgis.DistanceUnit.Kilometers)
    bar.setTextFormat(_text(8))
    bar.setBackgroundEnabled(True)
    bar.setBackgroundColor(QColor(255, 255, 255, 200))
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(13, 184, MM))


def _add_label(layout, name: str, text: str, box, size_pt: float, is_bold=False, align=Qt.AlignmentFlag.AlignLeft):
    label = QgsLayoutItemLabel(layout)
    label.setId(name)
    label.setText(plain_text(text))
    label.setTextFormat(_text(size_pt, is_bold))
    label.setHAlign(align)
    _place(layout, label, box)


def _text(size_pt: float, is_bold: bool = False) -> QgsTextFormat:
    font = QFont(_FONT)
    font.setBold(is_bold)
    text = QgsTextFormat()
    text.setFont(font)
    text.setSize(size_pt)
    text.setColor(QColor("#1b1b1b"))
    return text


def _place(layout, item, box) -> None:
    layout.addLayoutItem(item)
    x, y, width, height = box
    item.attemptMove(QgsLayoutPoint(x, y, MM))
    item.attemptResize(QgsLayoutSize(width, height, MM))
