"""The evidence sheet of a corridor: a map of it on its date, what is known, what speaks for and against, what is
uncertain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutItemLabel,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QColor

from ...core import fields as f
from ...translation import tr
from ..layers.corridor_styles import VERDICT_COLOURS, basis_words, kind_words, verdict_words
from .evidence_words import event_texts, fact_texts, name_of, uncertain_texts, when_words
from .layout_tables import fill_table
from .layout_templates import EVIDENCE, FurtherPages, Paper, item_of, items_of, maps_of, opened_template
from .layout_texts import MapTexts
from .layouts import PrintedMap, dress_map, fill_legend_of, go_on_with, show_map, shown_time

_AROUND = 2.2  # what the map shows, of the corridor's own extent
_LEAST_DEGREES = 0.04  # of a corridor that is but a point
_FACT_SHARES = (0.3, 0.7)
_EVENT_SHARES = (0.15, -0.07, -0.07, 0.12, 0.31, 0.12, 0.16)


class Event(Protocol):
    """An event matched to a corridor (``sources.corridor_rows.Match``)."""

    role: str
    distance_km: float
    days: int | None
    event: str
    source: str
    label: str
    start: np.datetime64
    reach_km: float
    place: object


class Sheet(Protocol):
    """What is known of one corridor (``sources.corridor_facts.CorridorFacts``); its map is that of its start."""

    record: Mapping[str, object]
    start: np.datetime64
    end: np.datetime64
    path: object
    events: Sequence[Event]
    names: Mapping[str, str]


def evidence_layout(
    project: QgsProject, printed: PrintedMap, sheet: Sheet, paper: Paper | None = None
) -> QgsPrintLayout:
    """The sheet of one corridor, its map zoomed to it in the project's CRS; more pages where its events need them."""
    layout = opened_template(project, EVIDENCE, paper or Paper())
    items, further, record = items_of(layout), FurtherPages(layout), sheet.record
    time = shown_time(sheet.start, printed.dates)
    near = PrintedMap(printed.layers, printed.texts, _extent(sheet, printed, project), printed.dates)
    for drawn in maps_of(items):
        show_map(drawn, near, time)
    first = maps_of(items)[0]
    dress_map(items, near, first, time)
    fill_legend_of(items, first, near, further, [time])
    title = tr("{} through the ground of {}, {}").format(
        name_of(record.get(f.MOVER), sheet.names), name_of(record.get(f.HOST), sheet.names), when_words(sheet)
    )
    further.write(items, "title", title)
    further.write(items, "verdict", _verdict(record))
    _colour(items, str(record.get(f.VERDICT)))
    go_on_with(further, fill_table(items, "facts", [], fact_texts(sheet), _FACT_SHARES))
    further.write(items, "text", str(record.get(f.SENTENCE) or ""))
    headings = [tr("Event"), tr("km"), tr("Days"), tr("Date"), tr("What"), tr("Id"), tr("Source")]
    rows = event_texts(sheet) or [(tr("none"), *[""] * (len(headings) - 1))]
    go_on_with(further, fill_table(items, "events", headings, rows, _EVENT_SHARES))
    further.write(items, "events heading", tr("Events matched to it"))
    further.write(items, "uncertain heading", tr("What is uncertain"))
    further.write(items, "uncertain", "\n".join(f"– {text}" for text in uncertain_texts(sheet)))
    further.write(items, "note", printed.texts.note)
    further.write(items, "sources", _sources(printed.texts))
    layout.setReferenceMap(first)
    layout.setName(tr("Evidence {}: {}").format(record.get(f.CORRIDOR), title)[:140])
    return layout


def _verdict(record: Mapping) -> str:
    words = (
        all_words.get(str(record.get(field)), str(record.get(field) or ""))
        for all_words, field in ((verdict_words(), f.VERDICT), (kind_words(), f.KIND), (basis_words(), f.BASIS))
    )
    verdict, kind, basis = words
    text = tr("{verdict}. {kind}, {basis}.").format(verdict=verdict, kind=kind, basis=basis)
    return text[:1].upper() + text[1:]


def _colour(items, verdict: str) -> None:
    label = item_of(items, "verdict", QgsLayoutItemLabel)
    if label is not None and verdict in VERDICT_COLOURS:
        letters = label.textFormat()
        letters.setColor(QColor(VERDICT_COLOURS[verdict]).darker(125))
        label.setTextFormat(letters)


def _sources(texts: MapTexts) -> str:
    return " ".join(text for text in (texts.title and tr("Case: {}.").format(texts.title), texts.sources) if text)


def _extent(sheet: Sheet, printed: PrintedMap, project: QgsProject) -> QgsRectangle | None:
    """The corridor and the places of its events that are not far off, with some ground around."""
    if sheet.path is None or sheet.path.is_empty:
        return printed.extent
    lonlat = QgsCoordinateReferenceSystem("EPSG:4326")
    to_project = QgsCoordinateTransform(lonlat, project.crs(), project.transformContext())
    west, south, east, north = shapely.bounds(sheet.path)
    box = QgsRectangle(float(west), float(south), float(east), float(north))
    if max(box.width(), box.height()) < _LEAST_DEGREES:
        box.grow(_LEAST_DEGREES)
    extent = to_project.transformBoundingBox(box)
    extent.scale(_AROUND)
    return extent
