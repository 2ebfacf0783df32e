"""Sample case: north-east Hama, October 2017, schematic; built from shipped data in the same way as any case."""

from __future__ import annotations

import hashlib
import json
from typing import Callable

from ..case.catalogue import RESOURCES, known_factions
from ..case.editing import Draft
from ..case.import_report import ImportReport
from ..core.corridors.assessment import CorridorOptions
from ..core.corridors.evidence import EvidenceOptions
from ..core.factions.themes import Theme
from ..core.feedback import NO_FEEDBACK, Feedback
from .corridor_search import Describe, add_corridors, undescribed
from .events.importing import write_events
from .events.reader import EventOptions, read_events
from .files.inputs import list_inputs
from .maps.reports import ReportOptions, import_reports, one_table
from .movements.importing import write_movements
from .movements.options import MovementOptions
from .movements.reader import read_movements
from .time_zones import settle_time_zone

FOLDER = RESOURCES / "sample"
METADATA = RESOURCES.parent / "metadata.txt"  # states the plugin's version; only an installed plugin has it there
TITLE = "North-east Hama, October 2017"
SERIES = "North-east Hama, reports"
THEME = "published_2017_10_24"
DISTANCE_KM = 8.0
TIME_ZONE = "Asia/Damascus"
TABLES = 5  # increase if the storage of movements, events or corridors in a case changes
NOTE = "Schematic: territories are derived from reports on places (Voronoi cells, at most 8 km from a place)."
SOURCES = (
    "Reports of SOHR, Enab Baladi, Syria Direct, Step, Rozana, Geroun, Skylight, SMART, Elaph and others, named row "
    "by row; for 8 October 2017, no outlets recorded. Places: OCHA populated places, UCDP GED geocodes, community "
    "map, 5 approximate. Events: UCDP GED (CC BY 4.0)."
)


def build_sample(
    case_path: str,
    feedback: Feedback = NO_FEEDBACK,
    finish: Callable[[Draft, Theme], None] = lambda draft, theme: None,
    describe: Describe = undescribed,
) -> ImportReport:
    """Create the sample case at a path, or update the one there; an up-to-date case stays unchanged.

    describe  returns the texts of the corridors (``corridor_search.Describe``)
    """

    def add_the_rest(draft: Draft, theme: Theme) -> None:
        _add_movements(draft)
        _add_events(draft)
        for key, value in {"title": TITLE, "note": NOTE, "sources": SOURCES}.items():
            draft.set_setting(key, value)
        settle_time_zone(draft, TIME_ZONE)
        options = CorridorOptions(evidence=EvidenceOptions(time_zone=TIME_ZONE))
        add_corridors(draft, options, describe)
        finish(draft, theme)

    reports, places = (list_inputs([str(FOLDER / name)])[0][0] for name in ("reports.csv", "places.csv"))
    options = ReportOptions(
        distance_km=DISTANCE_KM, series=SERIES, theme=THEME, extra_fingerprint=_fingerprint_of_the_rest()
    )
    return import_reports(case_path, reports, places, options, feedback, add_the_rest)


def _fingerprint_of_the_rest() -> str:
    """Return a hash of everything in the sample beside reports and places: other tables, texts, the version."""
    files = [FOLDER / "movements.csv", FOLDER / "events.csv", METADATA]
    contents = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.is_file()]
    texts = [TITLE, NOTE, SOURCES, THEME, DISTANCE_KM, SERIES, TABLES, TIME_ZONE]
    return hashlib.sha256(json.dumps([contents, texts]).encode()).hexdigest()


def _add_movements(draft: Draft) -> None:
    given = list_inputs([str(FOLDER / "movements.csv")])[0][0]
    options = MovementOptions(series=SERIES)
    movements, _, others = read_movements(given, options, known_factions(None), ImportReport())
    write_movements(draft, movements, [given.key] * len(movements), others, SERIES)


def _add_events(draft: Draft) -> None:
    table = one_table(list_inputs([str(FOLDER / "events.csv")])[0][0])
    events, _, others = read_events(table, EventOptions(), known_factions(None), ImportReport())
    write_events(draft, events, others, SERIES)
