"""Evidence sheets of corridors: a map of the corridor on its date, what is known, the evidence, and the uncertainties.

The contents are rows and lines of plain text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
import shapely
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsLayoutItemLabel,
    QgsLineSymbol,
    QgsMapLayer,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ...case.print_data import MOST_NAMED
from ...case.qgis_values import to_qt
from ...core import fields as f
from ...core.corridors.corridors import INFERRED, INTERPOLATED
from ...core.corridors.events import ASSUMED, SET
from ...core.corridors.evidence import NONE_REPORTED, NOT_COVERED, POSSIBLE
from ...core.errors import CaseError
from ...translation import text_locale, tr
from ..layers.corridor_styles import VERDICT_COLOURS
from ..layers.extents import transformed_extent
from ..layers.layers import case_of, layer_names, open_layer
from ..text.corridor_facts import UNKNOWN, corridor_facts, number_of, surviving_text, uncertainty_text
from ..text.corridor_text import stale_text, unknown_faction_texts, with_stale_text
from ..text.formatting import (
    basis_labels,
    date,
    date_and_time,
    kind_labels,
    moment_text,
    name_of,
    passage_text,
    precision_text,
    role_labels,
    signed_days,
    verdict_labels,
)
from .layouts import PrintedMap, dress_map, fill_legend_of, go_on_with, show_map, shown_time
from .overflow import FurtherPages
from .tables import fill_table
from .templates import EVIDENCE, Paper, item_of, items_of, maps_of, opened_template
from .texts import MapTexts


def when_text(sheet: Sheet) -> str:
    """Format the days of a corridor, the last one included, or its times if they are known."""
    start, last = sheet.start, sheet.end - np.timedelta64(1, "s")
    if np.isnat(start):
        return UNKNOWN
    if sheet.record.get(f.IS_TIMED) == 1 and not np.isnat(sheet.end):
        return tr("{} to {} UTC").format(moment_text(start), moment_text(sheet.end))
    days = [date(moment) for moment in (start, last) if not np.isnat(moment)]
    return tr(" to ").join(dict.fromkeys(days))


def fact_texts(sheet: Sheet) -> list[tuple[str, str]]:
    """Return (title, text) of each fact."""
    mover, host = _parties(sheet)
    parties = [(tr("Mover"), mover), (tr("Host"), host), (tr("Time"), when_text(sheet))]
    return [*parties, *corridor_facts(sheet.record, sheet.names)]


def title_text(sheet: Sheet) -> str:
    """Format the title: who passed through whose territory, how, and when."""
    passage = passage_text(str(sheet.record.get(f.KIND)), *_parties(sheet))
    return tr("{passage}, {days}").format(passage=passage, days=when_text(sheet))


def _parties(sheet: Sheet) -> list[str]:
    """Return the names of mover and host."""
    return [name_of(str(sheet.record.get(field) or ""), sheet.names) or UNKNOWN for field in (f.MOVER, f.HOST)]


def event_texts(sheet: Sheet) -> list[tuple[str, ...]]:
    """Return role, distance, precision, days, date, label, id and source of each matched event."""
    rows = []
    for event in sheet.events:
        role = role_labels().get(event.role, event.role)
        day = _short_days(event.start, event.end)
        precision = precision_text(event.reach_km, event.reach_basis)
        distance, days = _number(event.distance_km), signed_days(event.days)
        rows.append((role, distance, precision, days, day, event.label, event.event, event.source))
    return rows


def uncertain_texts(sheet: Sheet) -> list[str]:
    """Return what a reader has to know before trusting the sheet, one sentence each."""
    record = sheet.record
    lines = [stale_text()] if sheet.is_stale else []
    if record.get(f.BASIS) == INFERRED:
        lines.append(
            tr(
                "This corridor is inferred from the maps alone; reported movements were not used. The route shown is "
                "hypothetical."
            )
        )
    if record.get(f.BASIS) == INTERPOLATED:
        lines.append(
            tr(
                "The movement has no reported position in the host's territory. The passage follows only from the line "
                "between its positions."
            )
        )
    elif record.get(f.BASIS) != INFERRED and record.get(f.ROUTE_ASSUMED) == 1:
        lines.append(
            tr("The route is assumed in whole or in part. Length, depth and neck are measured along the assumed route.")
        )
    lines += [*str(record.get(f.REMARKS) or "").splitlines(), *unknown_faction_texts(record, sheet.names)]
    if record.get(f.IS_TIMED) != 1:
        lines.append(tr("The time of day is not known. The passage took place at some time within the stated days."))
    verdicts = {
        NONE_REPORTED: tr("No clash was reported. This does not mean that none took place."),
        NOT_COVERED: tr("No event data covers this place and time, so clashes cannot be assessed."),
        POSSIBLE: tr(
            "Nearby events cannot establish whether the two sides clashed here: their location, date or parties "
            "are too uncertain."
        ),
    }
    lines += [verdicts[verdict] for verdict in verdicts if record.get(f.VERDICT) == verdict]
    border = tr("If borders are off by {}, {} of the corridor's length remains.")
    lines.append(border.format(uncertainty_text(record), surviving_text(record)))
    vague = sum(1 for event in sheet.events if event.reach_km and not np.isnan(event.reach_km))
    if vague:
        lines.append(tr("Events matched to the corridor whose place is known only approximately: {}.").format(vague))
    assumed = sum(1 for event in sheet.events if event.reach_basis == ASSUMED)
    if assumed:
        lines.append(
            tr("Events whose precision of place is assumed, because their codebook gives no distance: {}.").format(
                assumed
            )
        )
    given = sum(1 for event in sheet.events if event.reach_basis == SET)
    if given:
        lines.append(tr("Events whose precision of place was set by the analyst: {}.").format(given))
    if np.isnan(number_of(record, f.TAKEN_SHARE)):
        lines.append(tr("It is not known who held the territory afterwards."))
    return lines


def _number(value: float) -> str:
    return UNKNOWN if np.isnan(value) else text_locale().toString(float(value), "f", 1)


def _short_days(start, end) -> str:
    """Format the days of a half-open period; the first alone if its end is not known."""
    last = np.maximum(start, end - np.timedelta64(1, "s"))
    days = [text_locale().toString(to_qt(day).date(), "d MMM yyyy") for day in (start, last) if not np.isnat(day)]
    return " – ".join(dict.fromkeys(days)) or UNKNOWN


_AROUND = 2.2  # extent of the map, as a multiple of the corridor's extent
_LEAST_DEGREES = 0.04  # minimum extent, for a corridor that is a single point
_FACT_SHARES = (0.3, 0.7)
_MARK = {"line_color": "#fff200", "line_width": "4.6", "capstyle": "flat", "joinstyle": "round"}
_EVENT_SHARES = (0.14, -0.07, 0.1, -0.07, 0.12, 0.24, 0.11, 0.15)


class Event(Protocol):
    """An event matched to a corridor (``case.corridors.Match``)."""

    role: str
    distance_km: float
    days: int | None
    event: str
    source: str
    label: str
    start: np.datetime64
    reach_km: float
    reach_basis: str
    place: object


class Sheet(Protocol):
    """What is known about one corridor (``case.corridors.CorridorFacts``); its map is that of its start."""

    record: Mapping[str, object]
    start: np.datetime64
    end: np.datetime64
    path: object
    events: Sequence[Event]
    names: Mapping[str, str]
    is_stale: bool
    time_zone: str
    event_sources: Sequence[str]


def evidence_layout(
    project: QgsProject, printed: PrintedMap, sheet: Sheet, paper: Paper | None = None
) -> QgsPrintLayout:
    """Create the sheet of one corridor, with more pages if its events need them.

    Its map, in the project's CRS, is zoomed to the corridor. A hidden layer that marks the corridor on the map is added
    to the project. Raises CaseError if the corridor has no date.
    """
    layout = opened_template(project, EVIDENCE, paper or Paper())
    items, further, record = items_of(layout), FurtherPages(layout), sheet.record
    if np.isnat(sheet.start):
        raise CaseError(
            tr("Corridor {} has no date, so its evidence sheet has no map to show.").format(record.get(f.CORRIDOR))
        )
    time = shown_time(sheet.start, printed.dates)
    layers = _with_mark(project, printed, record.get(f.CORRIDOR))
    near = PrintedMap(layers, printed.texts, _extent(sheet, printed, project), printed.dates)
    for drawn in maps_of(items):
        show_map(drawn, near, time)
    first = maps_of(items)[0]
    dress_map(items, near, first, time)
    fill_legend_of(items, first, near, further, [time])
    title = title_text(sheet)
    further.write(items, "title", title)
    further.write(items, "date", date_and_time(sheet.start))
    further.write(items, "verdict", _verdict(record))
    _colour(items, str(record.get(f.VERDICT)))
    facts = [*fact_texts(sheet), (tr("Map"), tr("date shown: {}").format(date_and_time(sheet.start)))]
    go_on_with(further, fill_table(items, "facts", [], facts, _FACT_SHARES))
    further.write(items, "text", with_stale_text(str(record.get(f.SENTENCE) or ""), sheet.is_stale))
    headings = [tr("Event"), tr("km"), tr("± km"), tr("Days"), tr("Date"), tr("Description"), tr("Id"), tr("Source")]
    rows = event_texts(sheet) or [(tr("none"), *[""] * (len(headings) - 1))]
    go_on_with(further, fill_table(items, "events", headings, rows, _EVENT_SHARES))
    further.write(items, "events heading", tr("Events matched to the corridor (days in {})").format(sheet.time_zone))
    further.write(items, "uncertain heading", tr("Uncertainties"))
    further.write(items, "uncertain", "\n".join(f"– {text}" for text in uncertain_texts(sheet)))
    further.write(items, "note", printed.texts.note)
    further.write(items, "sources", credits_text(printed.texts, sheet))
    layout.setReferenceMap(first)
    layout.setName(tr("Evidence {}: {}").format(record.get(f.CORRIDOR), title)[:140])
    return layout


def _with_mark(project: QgsProject, printed: PrintedMap, number) -> tuple[QgsMapLayer, ...]:
    """Return the layers with all corridors among them, and below these a mark of the one with this number."""
    places = {case_of(layer)[1]: place for place, layer in enumerate(printed.layers)}
    case, shown = printed.case, list(printed.layers)
    if f.CORRIDORS not in places:  # switched off by the analyst
        shown.insert(0, _hidden(project, open_layer(case, f.CORRIDORS, layer_names()[f.CORRIDORS])))
    mark = open_layer(case, f.CORRIDORS, tr("Corridor of this sheet"))
    # Not a subset of its rows, because for a subset QGIS opens a GeoPackage for writing.
    this = QgsRendererCategory(number, QgsLineSymbol.createSimple(_MARK), "")
    mark.setRenderer(QgsCategorizedSymbolRenderer(f.CORRIDOR, [this]))
    mark.setLabelsEnabled(False)
    shown.insert(places.get(f.CORRIDORS, 0) + 1, _hidden(project, mark))
    return tuple(shown)


def _hidden(project: QgsProject, layer: QgsVectorLayer) -> QgsVectorLayer:
    layer.setFlags(layer.flags() | QgsVectorLayer.LayerFlag.Private)
    project.addMapLayer(layer, False)
    return layer


def _verdict(record: Mapping) -> str:
    labels = (
        known.get(str(record.get(field)), str(record.get(field) or ""))
        for known, field in ((verdict_labels(), f.VERDICT), (kind_labels(), f.KIND), (basis_labels(), f.BASIS))
    )
    verdict, kind, basis = labels
    text = tr("{verdict}. {kind}, {basis}.").format(verdict=verdict, kind=kind, basis=basis)
    return text[:1].upper() + text[1:]


def _colour(items, verdict: str) -> None:
    label = item_of(items, "verdict", QgsLayoutItemLabel)
    if label is not None and verdict in VERDICT_COLOURS:
        letters = label.textFormat()
        letters.setColor(QColor(VERDICT_COLOURS[verdict]).darker(125))
        label.setTextFormat(letters)


def credits_text(texts: MapTexts, sheet: Sheet) -> str:
    """Name the case, the sources of its maps, those of this corridor's map and movement, and those of all events."""
    record = sheet.record
    movement = "" if record.get(f.BASIS) == INFERRED else str(record.get(f.SOURCE) or "")
    more = len(sheet.event_sources) - MOST_NAMED
    events = "; ".join(sheet.event_sources[:MOST_NAMED]) + (f"; … (+ {more})" if more > 0 else "")
    named = (
        (tr("Case: {}."), texts.title),
        (tr("Map: {}."), str(record.get(f.MAP_SOURCE) or "")),
        (tr("Movement: {}."), movement),
        (tr("Events: {}."), events),
        ("{}", texts.named_sources()),
    )
    return " ".join(template.format(text) for template, text in named if text)


def _extent(sheet: Sheet, printed: PrintedMap, project: QgsProject) -> QgsRectangle | None:
    """Return the extent of a corridor with its surroundings, in the project's CRS.

    A corridor without a path, or with one that the CRS cannot show, has the extent of the print.
    """
    if sheet.path is None or sheet.path.is_empty:
        return printed.extent
    west, south, east, north = shapely.bounds(sheet.path)
    box = QgsRectangle(float(west), float(south), float(east), float(north))
    if max(box.width(), box.height()) < _LEAST_DEGREES:
        box.grow(_LEAST_DEGREES)
    lonlat = QgsCoordinateReferenceSystem("EPSG:4326")
    extent = transformed_extent(box, lonlat, project.crs(), project.transformContext())
    if extent is None:
        return printed.extent
    extent.scale(_AROUND)
    return extent
