"""Territories of a case out of a table of reports: "place P passed to faction F on day D, says S"."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, replace
from typing import Callable

import numpy as np
import shapely
from osgeo import ogr

from ...core import fields as f
from ...core.control.places import territories_from_reports
from ...core.control.series import ControlSeries
from ...core.dates.dates import DateLimits
from ...core.factions.themes import Theme
from ..cases.case import Case, has_content
from ..cases.case_editing import Draft, editing
from ..cases.case_schema import MOMENT, TEXT
from ..cases.catalogue import known_factions, theme_for
from ..cases.history import add_territories, bring_up_to_date
from ..files.tables import MapInput
from ..import_report import ImportReport
from ..progress import SILENT, Progress, step
from .report_tables import DEFAULTS, Places, ReportOptions, Reports, one_table, read_places, read_reports

NOTE = "Derived: territories are drawn from reports on places (Voronoi cells); borders lie half-way between places."


def import_reports(
    case_path: str,
    reports: MapInput,
    places: MapInput | None = None,
    options: ReportOptions = DEFAULTS,
    progress: Progress = SILENT,
    finish: Callable[[Draft, Theme], None] = lambda draft, theme: None,
) -> ImportReport:
    """Makes territories out of reports by Voronoi cells (``core.places``) and writes them into a case.

    A case without a note gets NOTE.

    reports  one row a report. With ``places`` it names the place by id; without, it has the coordinates too
    places   one row a place: id, coordinates

    Territories, reports and places of an earlier run of the same series are replaced; other series stay.
    Rows that can't be used are in the report with their reason. Raises SourceError where a column can't be
    found or nothing is left, PlacesError, AmbiguousDate, Cancelled; the case is then as before.
    """
    report = ImportReport()
    series = options.series or reports.key
    case = Case(case_path) if has_content(case_path) else None
    theme = theme_for(case, options.theme)
    prints = _fingerprint(reports, places, options, progress)
    if case and case.fingerprints(series).get(reports.key) == prints and case.setting("theme") == theme.to_dict():
        report.files_unchanged = 1 if places is None else 2
        return report
    step(progress, 5)
    table = one_table(reports, progress)
    where = one_table(places, progress) if places is not None else table
    for given in (reports, places):
        if given is not None:
            report.add_origin(given)
    known = read_places(where, options, report, is_own_table=places is not None)
    factions, rows = read_reports(table, known, known_factions(case), options, report)
    report.files_read = 1 if places is None else 2
    report.maps = len(np.unique(rows.date))
    step(progress, 20)
    made = territories_from_reports(
        known.lon, known.lat, rows.place, rows.date, rows.faction, options.distance_km, options.area
    )
    territories = ControlSeries(made.holders, made.starts, made.ends, made.geometries, [series] * len(made.holders))
    step(progress, 80)
    with editing(case_path, progress) as draft:
        old = draft.territories(series, f.FROM_REPORTS).fid
        draft.delete(f.TERRITORIES, old)
        fresh = add_territories(draft, territories, f.FROM_REPORTS, [reports.key] * len(territories))
        report.territories_added, report.territories_removed = len(fresh), len(old)
        _write_tables(draft, known, rows, series)
        draft.forget(series, [each.key for each in (reports, places) if each is not None])
        draft.remember(series, {reports.key: prints})
        draft.add_issues(series, report.issues)
        theme = bring_up_to_date(draft, factions, theme, series, fresh, old, report)
        if not draft.setting("note"):
            draft.set_setting("note", NOTE)
        finish(draft, theme)
        step(progress, 99)
    return report


def _fingerprint(reports: MapInput, places: MapInput | None, options: ReportOptions, progress: Progress) -> str:
    area = options.area.wkt if options.area is not None else ""
    settings = asdict(replace(options, area=None, theme="", limits=DateLimits()))
    sums = [each.checksum(progress) if each else "" for each in (reports, places)]
    text = json.dumps([*sums, area, settings], default=str, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _write_tables(draft: Draft, places: Places, rows: Reports, series: str) -> None:
    ids = list(places.index)
    count = len(ids)
    points = shapely.points(places.lon, places.lat)
    draft.replace_rows(
        f.PLACES,
        {f.PLACE: TEXT, f.NAME: TEXT, f.SOURCE: TEXT, f.SERIES: TEXT},
        {f.PLACE: ids, f.NAME: places.name, f.SOURCE: places.source, f.SERIES: [series] * count},
        points, ogr.wkbPoint, series,
    )  # fmt: skip
    taken = {f.PLACE, f.NAME, f.REPORT_DATE, f.FACTION, f.SOURCE, f.SERIES}
    extra = {name: values for name, values in rows.extra.items() if name.casefold() not in taken}
    columns = {
        f.PLACE: [ids[index] for index in rows.place],
        f.NAME: [places.name[index] for index in rows.place],
        f.REPORT_DATE: rows.date,
        f.FACTION: rows.faction,
        f.SOURCE: rows.source,
        f.SERIES: [series] * len(rows.place),
        **extra,
    }
    kinds = {name: MOMENT if name == f.REPORT_DATE else TEXT for name in columns}
    draft.replace_rows(f.REPORTS, kinds, columns, points[rows.place], ogr.wkbPoint, series)
