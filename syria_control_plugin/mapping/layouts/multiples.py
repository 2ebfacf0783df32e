"""Small maps of many dates."""

from __future__ import annotations

from qgis.core import QgsLayoutItemMap, QgsMapLayerStyle, QgsPrintLayout, QgsProject, QgsVectorLayer

from ...core.errors import CaseError
from ...translation import tr
from .further_pages import FurtherPages
from .layout_templates import MULTIPLES, Paper, add_template_page, items_of, maps_of, opened_template
from .layouts import PrintedMap, fill_areas, fill_around, layout_name, show_maps, shown_time


def multiples_layout(project: QgsProject, printed: PrintedMap, dates, paper: Paper | None = None) -> QgsPrintLayout:
    """Small maps of many dates, as many pages as they need, each with the change from its first date to its last.

    Raises CaseError where there is no date.
    """
    if not len(dates):
        raise CaseError(tr("There is no date to print."))
    paper = paper or Paper()
    layout = opened_template(project, MULTIPLES, paper)
    a_page = len(maps_of(items_of(layout)))
    first_pages = [items_of(layout)]
    first_pages += [add_template_page(layout, MULTIPLES, paper) for _ in range(a_page, len(dates), a_page)]
    further = FurtherPages(layout)
    for number, items in enumerate(first_pages):
        own = dates[number * a_page : (number + 1) * a_page]
        times = [shown_time(date, printed.dates) for date in own]
        show_maps(items, printed, own, times, further)
        for drawn in maps_of(items):
            _without_labels(drawn)
        fill_around(layout, items, printed, times, further)
        fill_areas(items, printed, own, further)
    layout.setName(layout_name(printed, dates[0], *([dates[-1]] if len(dates) > 1 else [])))
    return layout


def _without_labels(drawn: QgsLayoutItemMap) -> None:
    """A small map has no room for them."""
    styles = {}
    for layer in drawn.layers():
        if isinstance(layer, QgsVectorLayer) and layer.labelsEnabled():
            bare, style = layer.clone(), QgsMapLayerStyle()
            bare.setLabelsEnabled(False)
            style.readFromLayer(bare)
            styles[layer.id()] = style.xmlData()
    drawn.setLayerStyleOverrides(styles)
    drawn.setKeepLayerStyles(bool(styles))
