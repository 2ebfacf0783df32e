"""Movements out of any table: dated lines, lines whose M values are times, and timed fixes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import shapely

from ...core.errors import AmbiguousDate, DateError, SourceError
from ...core.factions.factions import FactionRegister, Factions
from ...core.geometry.repairs import are_finite
from ...core.movements.movements import Movements, concatenate_movements
from ...core.told import Told
from ..files.coordinates import outside_earth
from ..files.gpx import rows_of, without_doubles
from ..files.tables import MapInput, SourceTable
from ..import_report import NOTED, REJECTED, REPAIRED, ImportReport
from ..limits import TooManyFactions
from ..progress import SILENT, Progress, step
from .movement_fields import NoMovements, is_own_table
from .movement_lonlat import in_lonlat, running_on
from .movement_options import MovementOptions
from .movement_places import placed
from .movement_rows import MovementRows

_POINTS, _LINES = (0, 4), (1, 5)
_STAYS = Told("a line that stays in one point")
_KINDS = ("Point", "LineString", "LinearRing", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon",
          "GeometryCollection")  # fmt: skip


def read_movements(
    given: MapInput | SourceTable,
    options: MovementOptions,
    factions: Factions,
    report: ImportReport,
    progress: Progress = SILENT,
) -> tuple[Movements, Factions, dict[str, list[str]]]:
    """The movements of one file, layer or table; the registry with the factions met; other columns as text.

    Each row with a line is a movement, each part of a multiline one of its own. Rows with points are fixes, grouped
    by their track and mover. A line whose M values are times is timed. Timed ones are cut as ``core.fixes`` says,
    but for those of a case's own table, which were when they came in. The other columns are of the length of the
    movements; of fixes they are kept where all fixes of a movement agree.

    Rows that can't be used go to the report with their reason; so do tables of something else, where there are
    several. Raises SourceError, saying what to do, where nothing is left; AmbiguousDate, Cancelled.
    """
    tables = [given] if isinstance(given, SourceTable) else given.tables(progress=progress)
    step(progress, 10)
    filled = [table for table in tables if len(table) or table.unreadable]
    if not filled:
        raise SourceError(Told("{}: has no rows.", tables[0].file if tables else given.key))
    own = [table for table in filled if is_own_table(table)]
    chosen = own or [table for table in without_doubles(tables, report) if len(table) or table.unreadable]
    if own and len(own) < len(filled):
        report.add(
            NOTED, own[0].file, own[0].layer, None, Told("a case: of its tables only the one with movements is read")
        )
    register = FactionRegister(factions)
    parts: list[tuple[Movements, dict]] = []
    problems: list[tuple[SourceTable, SourceError | DateError]] = []
    for number, table in enumerate(chosen):
        step(progress, 10 + 80 * number / len(chosen))
        try:
            parts += _read_table(table, options, register, report, progress)
        except (AmbiguousDate, TooManyFactions):
            raise
        except (SourceError, DateError) as error:
            problems.append((table, error))
    if not any(len(movements) for movements, _ in parts):
        raise SourceError(_nothing(chosen, problems, report))
    for table, error in problems:
        report.add(NOTED if isinstance(error, NoMovements) else REJECTED, table.file, table.layer, None, str(error))
    step(progress, 95)
    movements = ids_told_apart(concatenate_movements([part for part, _ in parts]), report, chosen[0].file)
    return movements, register.factions, joined(parts)


def ids_told_apart(movements: Movements, report: ImportReport, file: str) -> Movements:
    """The movements with ids that are unique in each source: the second "A" is "A (2)"."""
    taken = set(zip(movements.source, movements.id))
    met: Counter = Counter()
    ids = list(movements.id)
    renamed = 0
    for row, key in enumerate(zip(movements.source, movements.id)):
        met[key] += 1
        if met[key] == 1:
            continue
        while (key[0], name := f"{key[1]} ({met[key]})") in taken:
            met[key] += 1
        taken.add((key[0], name))
        ids[row] = name
        renamed += 1
    if not renamed:
        return movements
    report.add(
        NOTED, file, "", None, Told('{} movements had the id of another: told apart as "{}" and so on', renamed, name)
    )
    return replace(movements, id=ids)


def _read_table(
    table: SourceTable, options: MovementOptions, factions: FactionRegister, report: ImportReport, progress: Progress
) -> list[tuple[Movements, dict]]:
    """Read the parts of a table (lines, then fixes), each with its other columns."""
    if is_own_table(table):
        options = replace(options, speed_limit_kmh=None, jump_limit_km=None, gap_limit_h=None)
    report.add_notes(table)
    broken_off = table.unreadable.get(len(table))
    if broken_off:
        report.add(NOTED, table.file, table.layer, None, broken_off)
    table, used = placed(table, options)
    report.rows_read += len(table)
    geometry, notes = in_lonlat(table, options)
    for note in notes:
        report.add(REPAIRED if "swapped" in note else NOTED, table.file, table.layer, None, note)
    kinds = shapely.get_type_id(geometry)
    reasons = _unusable(table, geometry, kinds)
    for row, reason in sorted(reasons.items()):
        _reject(report, table, row, reason, geometry[row])
    good = np.array([row not in reasons for row in range(len(table))], bool)
    if not good.any() and len(table) and np.isin(kinds, (2, 3, 6, 7)).all():
        raise NoMovements(
            Told("{}: {!r} has {}s: give lines, or points with times.", table.file, table.layer, _KINDS[kinds[0]])
        )
    rows = MovementRows(options, factions, report, progress)
    found = []
    for wanted, read in ((_LINES, rows.lines), (_POINTS, rows.fixes)):
        mask = good & np.isin(kinds, wanted)
        if mask.any():
            found.append(read(rows_of(replace(table, geometry=geometry), mask), used))
    return found


def _reject(report: ImportReport, table: SourceTable, row: int, reason: str, geometry=None) -> None:
    report.add(REJECTED, table.file, table.layer, int(table.rows[row]), reason, table.attributes(row), geometry)


def _unusable(table: SourceTable, geometry: np.ndarray, kinds: np.ndarray) -> dict[int, str]:
    """Row → why its geometry is no line and no point on the globe."""
    masks = (
        (~are_finite(geometry), Told("coordinates that are no numbers")),
        (outside_earth(geometry) & ~running_on(geometry), Told("coordinates off the globe")),
        ((kinds == 4) & (shapely.get_num_geometries(geometry) != 1), Told("several points in one row")),
        (np.isin(kinds, _LINES) & (shapely.length(geometry) == 0), _STAYS),
        (np.isin(kinds, (2, 3, 6, 7)), Told("neither a line nor a point")),
        (shapely.is_missing(geometry) | shapely.is_empty(geometry), "no geometry"),
    )
    reasons: dict[int, str] = {}
    for mask, reason in masks:
        if reason == _STAYS:  # a timed one may: it stood still
            mask = mask & np.array([row not in table.measures for row in range(len(table))], bool)
        reasons.update(dict.fromkeys(np.flatnonzero(mask).tolist(), reason))
    reasons.update({row: reason for row, reason in table.unreadable.items() if row < len(table)})
    return reasons


def _nothing(tables: list[SourceTable], problems, report: ImportReport) -> str:
    if problems:
        return "; ".join(str(error) for _, error in problems[:3])
    rejected = [str(issue) for issue in report.issues if issue.action == REJECTED]
    return f"{tables[0].file}: has no usable movement. " + "; ".join(rejected[-5:])


def joined(parts: list[tuple[Movements, dict]]) -> dict[str, list[str]]:
    """The columns of all parts, "" where a part has none; names that differ in case only are one, as in SQLite."""
    names = {}
    for _, extra in parts:
        for name in extra:
            names.setdefault(name.casefold(), name)
    folded = [(len(part), {name.casefold(): texts for name, texts in extra.items()}) for part, extra in parts]
    return {name: [text for count, extra in folded for text in extra.get(key, [""] * count)]
            for key, name in names.items()}  # fmt: skip
