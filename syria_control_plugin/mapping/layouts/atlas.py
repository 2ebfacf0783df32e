"""Atlas by date: one page per date, controlled by a hidden layer of dates that the plugin creates."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutObject,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt

from ...core.errors import CaseError
from ...translation import tr
from ..text.formatting import date_and_time
from .area_table import area_columns, area_texts
from .layouts import PrintedMap, dress_map, fill_legend_of, layout_name, show_map, shown_time, spare_item, write_texts
from .overflow import FurtherPages
from .tables import show_rows_of_page, text_layer
from .templates import ATLAS, Paper, item_of, items_of, maps_of, opened_template
from .texts import write_evaluated

# Fields of the layer of dates and of that of areas; the first one of the latter is the page of a row.
_START, _END, _DATE_TEXT = "shown_from", "shown_to", "date_words"
_AREA_FIELDS = (_START, "area", "km2", "share")


def atlas_layout(project: QgsProject, printed: PrintedMap, dates, paper: Paper | None = None) -> QgsPrintLayout:
    """Create a layout whose atlas has one page per date; the layers that control it are added to the project, hidden.

    Raises CaseError if there is no date.
    """
    if not len(dates):
        raise CaseError(tr("There is nothing to print. Choose at least one date."))
    layout = opened_template(project, ATLAS, paper or Paper())
    items, further = items_of(layout), FurtherPages(layout)
    times = [shown_time(date, printed.dates) for date in dates]
    keys = [time.begin().toString(Qt.DateFormat.ISODate) for time in times]
    ends = [time.end().toString(Qt.DateFormat.ISODate) for time in times]
    date_texts = [date_and_time(date) for date in dates]
    pages = text_layer(
        tr("Dates of {}").format(printed.texts.title), (_START, _END, _DATE_TEXT), zip(keys, ends, date_texts)
    )
    project.addMapLayer(pages, False)
    _follow(layout, pages)
    first = maps_of(items)[0]
    for drawn in maps_of(items):
        show_map(drawn, printed, times[0])
        _follow_page(drawn)
    dress_map(items, printed, first, times[0])
    if "overview" in items:
        _follow_page(items["overview"])
    label = item_of(items, "date", QgsLayoutItemLabel)
    if label is not None:
        write_evaluated(label, f"attribute(@atlas_feature, '{_DATE_TEXT}')", max(date_texts, key=len))
    fill_legend_of(items, first, printed, further, ())
    write_texts(items, printed.texts, further)
    _show_areas(items, project, printed, dates, keys, further)
    layout.setReferenceMap(first)
    layout.setName(tr("Atlas: {}").format(layout_name(printed, dates[0], dates[-1])))
    layout.atlas().updateFeatures()
    layout.atlas().first()
    return layout


def _follow(layout: QgsPrintLayout, pages: QgsVectorLayer) -> None:
    atlas = layout.atlas()
    atlas.setCoverageLayer(pages)
    atlas.setHideCoverage(True)
    atlas.setPageNameExpression(_DATE_TEXT)
    # Colons and the like are not allowed in file names.
    atlas.setFilenameExpression(f"regexp_replace(replace({_START}, 'T00:00:00Z', ''), '[^0-9T-]', '')")
    atlas.setEnabled(True)


def _follow_page(drawn) -> None:
    """Set the time of a map to that of the page."""
    kinds = QgsLayoutObject.DataDefinedProperty
    properties = drawn.dataDefinedProperties()
    for kind, field in ((kinds.StartDateTime, _START), (kinds.EndDateTime, _END)):
        expression = f"to_datetime(attribute(@atlas_feature, '{field}'))"
        properties.setProperty(kind, QgsProperty.fromExpression(expression))
    drawn.setDataDefinedProperties(properties)


def _show_areas(items, project: QgsProject, printed: PrintedMap, dates, keys, further: FurtherPages) -> None:
    row_keys, rows, fullest, most = [], [], keys[0], -1
    for date, key in zip(dates, keys):
        page_rows = area_texts(printed.areas_on(np.datetime64(date, "s")))
        length = sum(len(text[0]) + 40 for text in page_rows)  # a row takes one line, and more if its label is long
        if length > most:
            fullest, most = key, length
        row_keys += [key] * len(page_rows)
        rows += page_rows
    if not rows:
        return
    headings, texts, shares = area_columns(rows)
    keyed = [(key, *text) for key, text in zip(row_keys, texts)]
    layer = text_layer(tr("Areas of {}").format(printed.texts.title), _AREA_FIELDS[: len(keyed[0])], keyed)
    project.addMapLayer(layer, False)
    show_rows_of_page(items, "areas", layer, headings, shares, fullest, further, spare_item(printed))
