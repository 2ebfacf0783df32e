"""The sample case: north-east Hama, October 2017, schematic; made from shipped facts as any case is made."""

from __future__ import annotations

import csv
import hashlib
import json
from typing import Callable

import numpy as np
import shapely
from osgeo import ogr

from ..core import fields as f
from ..core.dates import parse_dates
from ..core.themes import Theme
from .case_editing import Draft
from .case_schema import INTEGER, MOMENT, TEXT
from .catalogue import RESOURCES, known_factions
from .import_report import ImportReport
from .inputs import list_inputs
from .progress import SILENT, Progress
from .report_import import import_reports
from .report_tables import ReportOptions

FOLDER = RESOURCES / "sample"
METADATA = RESOURCES.parent / "metadata.txt"  # states the plugin's version; only an installed plugin has it there
TITLE = "North-east Hama, October 2017"
SERIES = "North-east Hama, reports"
THEME = "published_2017_10_24"
DISTANCE_KM = 8.0
NOTE = "Schematic: territories are derived from reports on places (Voronoi cells, at most 8 km from a place)."
SOURCES = (
    "Reports: SOHR, Enab Baladi, Syria Direct, Step, Rozana, Geroun, Skylight, SMART, Elaph and others, named row "
    "by row. Places: OCHA populated places, UCDP GED geocodes, community map. Events: UCDP GED (CC BY 4.0)."
)


def build_sample(
    case_path: str,
    progress: Progress = SILENT,
    finish: Callable[[Draft, Theme], None] = lambda draft, theme: None,
) -> ImportReport:
    """Makes the sample case at a path, or brings the one there up to date; where it is, it stays untouched."""

    def add_the_rest(draft: Draft, theme: Theme) -> None:
        _add_movements(draft)
        _add_events(draft)
        for key, value in {"title": TITLE, "note": NOTE, "sources": SOURCES}.items():
            draft.set_setting(key, value)
        finish(draft, theme)

    reports, places = (list_inputs([str(FOLDER / name)])[0][0] for name in ("reports.csv", "places.csv"))
    options = ReportOptions(
        distance_km=DISTANCE_KM, series=SERIES, theme=THEME, extra_fingerprint=_fingerprint_of_the_rest()
    )
    return import_reports(case_path, reports, places, options, progress, add_the_rest)


def _fingerprint_of_the_rest() -> str:
    """Stands for all that the sample is made of beside reports and places: other tables, texts, the version."""
    files = [FOLDER / "movements.csv", FOLDER / "events.csv", METADATA]
    contents = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.is_file()]
    texts = [TITLE, NOTE, SOURCES, THEME, DISTANCE_KM, SERIES]
    return hashlib.sha256(json.dumps([contents, texts]).encode()).hexdigest()


def _add_movements(draft: Draft) -> None:
    rows = _rows("movements.csv")
    factions = known_factions(None)
    columns = {
        "movement": [row["id"] for row in rows],
        f.FACTION: [factions.resolve(row["mover"]).id for row in rows],
        f.MOVEMENT_DATE: parse_dates([row["date"] for row in rows]).moments,
        **{name: [row[name] for row in rows] for name in ("waypoint_basis", "confidence", "note", f.SOURCE)},
        f.SERIES: [SERIES] * len(rows),
    }
    kinds = {name: MOMENT if name == f.MOVEMENT_DATE else TEXT for name in columns}
    lines = shapely.from_wkt([row["wkt"] for row in rows])
    draft.replace_rows(f.MOVEMENTS, kinds, columns, lines, ogr.wkbLineString, SERIES)


def _add_events(draft: Draft) -> None:
    rows = _rows("events.csv")
    starts, ends = (parse_dates([row[name] for row in rows]).moments for name in ("date_start", "date_end"))
    columns = {
        "event": [row["id"] for row in rows],
        f.VALID_FROM: starts,
        f.VALID_TO: ends + np.timedelta64(1, "D"),  # date_end is the last day of the event
        **{name: [row[name] for row in rows] for name in ("side_a", "side_b", "where_coordinates")},
        **{name: [int(row[name]) for row in rows] for name in (f.DATE_PREC, f.WHERE_PREC, "best")},
        f.SOURCE: [row["source"] for row in rows],
        f.SERIES: [SERIES] * len(rows),
    }
    special = {f.VALID_FROM: MOMENT, f.VALID_TO: MOMENT, f.DATE_PREC: INTEGER, f.WHERE_PREC: INTEGER, "best": INTEGER}
    kinds = {name: special.get(name, TEXT) for name in columns}
    points = shapely.points([[float(row["longitude"]), float(row["latitude"])] for row in rows])
    draft.replace_rows(f.EVENTS, kinds, columns, points, ogr.wkbPoint, SERIES)


def _rows(name: str) -> list[dict]:
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
