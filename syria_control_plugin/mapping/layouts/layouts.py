"""Print layouts of a control map: of one date, of two dates side by side, and small maps of many dates.

Items have names (ids). Templates are filled by these names, and the analyst and later code use them to find the items.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Callable

import numpy as np
from qgis.core import (
    QgsBasicNumericFormat,
    QgsDateTimeRange,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsMapLayer,
    QgsMapLayerStyle,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ...case.qgis_values import to_qt
from ...core.errors import CaseError, SourceError
from ...translation import text_locale, tr
from ..layers.extents import layer_extent
from ..layers.styles import StyledCase
from ..layers.temporal import ONE_DAY
from ..text.formatting import date_and_time
from .area_table import TWO_DATES_SHARES, AreaRow, area_columns, area_texts, compared_texts
from .legends import fill_legend
from .overflow import FurtherPages
from .tables import fill_table
from .templates import MAP, MULTIPLES, TWO_DATES, Paper, add_template_page, item_of, items_of, maps_of, opened_template
from .texts import MapTexts

_BAR_SHARE = 0.45  # maximum width of a scale bar, as a share of the map's width


def fit_scale_bar(bar: QgsLayoutItemScaleBar, drawn: QgsLayoutItemMap) -> None:
    """Fit a scale bar in round kilometres, or metres on a map of a small area; its lower left corner keeps its place.

    Numbers are short in every language.
    """
    bottom, left = bar.pos().y() + bar.rect().height(), bar.pos().x()
    bar.setLinkedMap(drawn)
    bar.applyDefaultSize(bar.guessUnits())
    bar.setNumberOfSegmentsLeft(0)
    # QGIS writes six decimals and drops trailing zeros, but only if the decimal separator is a full stop or a comma.
    figures = QgsBasicNumericFormat()
    figures.setNumberDecimalPlaces(max(-Decimal(str(bar.unitsPerSegment())).normalize().as_tuple().exponent, 0))
    figures.setShowTrailingZeros(False)
    bar.setNumericFormat(figures)
    bar.update()
    while bar.rect().width() > _BAR_SHARE * drawn.rect().width() and bar.numberOfSegments() > 1:
        bar.setNumberOfSegments(bar.numberOfSegments() - 1)
        bar.update()
    bar.attemptMove(QgsLayoutPoint(left, bottom - bar.rect().height()))


_AROUND = 1.04  # scale of the layer's extent, for a margin
_OVERVIEW_AROUND = 1.15


@dataclass(frozen=True)
class PrintedMap:
    """The content of a print.

    layers   from top to bottom, the control layer last
    extent   in the project's CRS; None: extent of the control layer
    dates    (n,) datetime64[s]: moments at which the map changes; a day is shown up to the next of them
    areas_on function that returns the rows of the table of areas at a moment
    case     case of the layers; required for evidence sheets
    """

    layers: tuple[QgsMapLayer, ...]
    texts: MapTexts
    extent: QgsRectangle | None = None
    dates: np.ndarray = field(default_factory=lambda: np.empty(0, "datetime64[s]"))
    areas_on: Callable[[np.datetime64], list[AreaRow]] = lambda moment: []
    case: StyledCase | None = None


def control_layout(project: QgsProject, printed: PrintedMap, moment, paper: Paper | None = None) -> QgsPrintLayout:
    """Create a layout of one date, in the project's CRS.

    It is not in the project's list of layouts until ``keep`` puts it there.
    """
    paper = paper or Paper()
    layout = opened_template(project, MAP, paper)
    items, time = items_of(layout), shown_time(moment, printed.dates)
    further = FurtherPages(layout)
    for drawn in maps_of(items):
        show_map(drawn, printed, time)
    fill_around(layout, items, printed, [time], further)
    further.write(items, "date", date_and_time(moment))
    fill_areas(items, printed, [moment], further)
    layout.setName(layout_name(printed, moment))
    return layout


def two_dates_layout(project: QgsProject, printed: PrintedMap, dates, paper: Paper | None = None) -> QgsPrintLayout:
    """Create a layout of two dates side by side, with the areas on both and their change.

    Raises CaseError if there are not two dates, SourceError if the template does not have two maps.
    """
    if len(dates) != 2:
        raise CaseError(tr("Choose two dates to print side by side, not {}.").format(len(dates)))
    paper = paper or Paper()
    layout = opened_template(project, TWO_DATES, paper)
    items, further = items_of(layout), FurtherPages(layout)
    if len(maps_of(items)) < len(dates):
        raise SourceError(
            tr('{!r}: a layout of two dates needs two maps with the ids "map 1" and "map 2".').format(paper.template)
        )
    times = [shown_time(date, printed.dates) for date in dates]
    show_maps(items, printed, dates, times, further)
    fill_around(layout, items, printed, times, further)
    fill_areas(items, printed, dates, further)
    layout.setName(layout_name(printed, *dates))
    return layout


def keep(project: QgsProject, layout: QgsPrintLayout) -> QgsPrintLayout:
    """Add a layout to the project's list under a unique name; the project then owns it."""
    manager, name, number = project.layoutManager(), layout.name(), 1
    while manager.layoutByName(layout.name()) is not None:
        number += 1
        layout.setName(f"{name} ({number})")
    for kind in ("pdf", "svg"):  # for QGIS's own export dialogs: the default author is the name of the account
        layout.setCustomProperty(f"{kind}IncludeMetadata", False)
    manager.addLayout(layout)
    return layout


def shown_time(moment, dates: np.ndarray) -> QgsDateTimeRange:
    """Return the part of a moment's day during which the map does not change; the end is exclusive."""
    moment = np.datetime64(moment, "s")
    day = moment.astype("datetime64[D]").astype("datetime64[s]")
    changes = np.sort(np.asarray(dates, "datetime64[s]"))
    before, after = changes[changes <= moment], changes[changes > moment]
    start = max([day, *before[-1:]])
    end = min([day + ONE_DAY, *after[:1]])
    return QgsDateTimeRange(to_qt(start), to_qt(end), True, False)


def short_date(moment) -> str:
    """Format a moment (UTC) as a short date, with the time unless it is midnight: "24 Oct 2017"."""
    moment = to_qt(moment)
    text = text_locale().toString(moment.date(), "d MMM yyyy")
    return text if moment.time().msecsSinceStartOfDay() == 0 else f"{text} {moment.time().toString('HH:mm')}"


def layout_name(printed: PrintedMap, *moments) -> str:
    """Return the name of a layout in the project: its title, if any, and its days."""
    days = (np.datetime_as_string(np.datetime64(moment, "s"), unit="D") for moment in moments)
    return ", ".join(filter(None, (printed.texts.title[:100], " – ".join(dict.fromkeys(days)))))


def show_map(drawn: QgsLayoutItemMap, printed: PrintedMap, time: QgsDateTimeRange) -> None:
    """Set a map of a layout to show the layers at a time."""
    project = drawn.layout().project()
    drawn.setCrs(project.crs())
    drawn.setLayers(list(printed.layers))
    drawn.setKeepLayerSet(True)
    drawn.setFollowVisibilityPreset(False)
    drawn.zoomToExtent(printed.extent or whole_extent(printed.layers[-1], project))
    drawn.setIsTemporal(True)
    drawn.setTemporalRange(time)


def whole_extent(layer: QgsMapLayer, project: QgsProject) -> QgsRectangle:
    """Return the extent of a layer in the project's CRS, with a margin.

    Raises CaseError if it has none there.
    """
    extent = layer_extent(layer, project.crs(), project.transformContext())
    if extent is None:
        text = tr("The extent of {!r} cannot be drawn in the CRS of the project. Correct it in QGIS, or import again.")
        raise CaseError(text.format(layer.name()))
    extent.scale(_AROUND)
    return extent


def dress_map(items: dict[str, QgsLayoutItem], printed: PrintedMap, drawn: QgsLayoutItemMap, time) -> None:
    """Fill the overview, scale bar and north arrow that belong to a map."""
    overview = item_of(items, "overview", QgsLayoutItemMap)
    if overview is not None:
        whole = whole_extent(printed.layers[-1], drawn.layout().project())
        whole.combineExtentWith(drawn.extent())
        whole.scale(_OVERVIEW_AROUND)
        show_map(overview, PrintedMap(printed.layers[-1:], printed.texts, whole), time)
        overview.overview().setLinkedMap(drawn)
    arrow = item_of(items, "north arrow", QgsLayoutItemPicture)
    if arrow is not None:
        arrow.setLinkedMap(drawn)
    bar = item_of(items, "scale bar", QgsLayoutItemScaleBar)
    if bar is not None:
        fit_scale_bar(bar, drawn)


def fill_legend_of(items: dict[str, QgsLayoutItem], drawn, printed: PrintedMap, further: FurtherPages, times) -> None:
    """Fill the legend; move it to a page of its own if its box is too small."""
    legend = item_of(items, "legend", QgsLayoutItemLegend)
    if legend is not None and not fill_legend(legend, drawn, printed.layers, times):
        further.make_room(legend)
        fill_legend(legend, drawn, printed.layers, times)
        further.filled(legend)


def spare_item(printed: PrintedMap) -> str:
    """Return the item to remove if room is short: an overview that shows no more than the map; "" for none."""
    return "overview" if printed.extent is None else ""


def go_on_with(further: FurtherPages, table) -> None:
    """Continue a table that does not fit on further pages; None: nothing to do."""
    if table is not None:
        further.add_table(table)


def write_texts(items: dict[str, QgsLayoutItem], texts: MapTexts, further: FurtherPages) -> None:
    """Write title, note and sources."""
    for name, text in (("title", texts.title), ("note", texts.note), ("sources", texts.named_sources())):
        further.write(items, name, text)


def show_maps(items, printed: PrintedMap, dates, times, further: FurtherPages) -> None:
    """Show dates on the maps of a page; remove maps without a date, and their captions."""
    layout = next(iter(items.values())).layout()
    for number, drawn in enumerate(maps_of(items)):
        caption = drawn.id().replace("map", "date")
        if number < len(dates):
            show_map(drawn, printed, times[number])
            further.write(items, caption, date_and_time(dates[number]))
            continue
        for name in (drawn.id(), caption):
            item = items.pop(name, None)
            if isinstance(item, (QgsLayoutItemMap, QgsLayoutItemLabel)):
                layout.removeLayoutItem(item)


def fill_areas(items, printed: PrintedMap, dates, further: FurtherPages) -> None:
    """Fill the areas on a date, or on the first and last of several dates with the change between them."""
    first, last = (printed.areas_on(np.datetime64(date, "s")) for date in (dates[0], dates[-1]))
    headings, rows, shares = area_columns(area_texts(first))
    if len(dates) > 1:
        headings = [tr("Area (km²)"), short_date(dates[0]), short_date(dates[-1]), tr("Change")]
        rows, shares = compared_texts(first, last), TWO_DATES_SHARES
    go_on_with(further, fill_table(items, "areas", headings, rows, shares, spare_item(printed)))


def fill_around(layout: QgsPrintLayout, items, printed: PrintedMap, times, further: FurtherPages) -> None:
    """Fill legend, scale bar, texts and the like around the maps of a page, for the first map."""
    first = maps_of(items)[0]
    dress_map(items, printed, first, times[0])
    fill_legend_of(items, first, printed, further, times)
    write_texts(items, printed.texts, further)
    layout.setReferenceMap(first)


def multiples_layout(project: QgsProject, printed: PrintedMap, dates, paper: Paper | None = None) -> QgsPrintLayout:
    """Create a layout of small maps of many dates; each page has the change from its first date to its last.

    It has as many pages as the dates need. Raises CaseError if there is no date.
    """
    if not len(dates):
        raise CaseError(tr("There is nothing to print. Choose at least one date."))
    paper = paper or Paper()
    layout = opened_template(project, MULTIPLES, paper)
    a_page = len(maps_of(items_of(layout)))
    first_pages = [items_of(layout)]
    first_pages += [add_template_page(layout, MULTIPLES, paper) for _ in range(a_page, len(dates), a_page)]
    further = FurtherPages(layout)
    for number, items in enumerate(first_pages):
        page_dates = dates[number * a_page : (number + 1) * a_page]
        times = [shown_time(date, printed.dates) for date in page_dates]
        show_maps(items, printed, page_dates, times, further)
        for drawn in maps_of(items):
            _without_labels(drawn)
        fill_around(layout, items, printed, times, further)
        fill_areas(items, printed, page_dates, further)
    layout.setName(layout_name(printed, dates[0], *([dates[-1]] if len(dates) > 1 else [])))
    return layout


def _without_labels(drawn: QgsLayoutItemMap) -> None:
    """Turn off the labels of a small map, which has no room for them."""
    styles = {}
    for layer in drawn.layers():
        if isinstance(layer, QgsVectorLayer) and layer.labelsEnabled():
            bare, style = layer.clone(), QgsMapLayerStyle()
            bare.setLabelsEnabled(False)
            style.readFromLayer(bare)
            styles[layer.id()] = style.xmlData()
    drawn.setLayerStyleOverrides(styles)
    drawn.setKeepLayerStyles(bool(styles))
