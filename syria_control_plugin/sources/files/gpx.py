"""GPX as GDAL reads it: tracks and routes as lines and, in separate layers, their points with times."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np

from ...case.import_report import NOTED, ImportReport
from ...case.values import text_of
from ...core.messages import Message
from .tables import SourceTable

# Layer with lines → layer with its points, their field with the line's row, and with the part of it.
_POINTS = {"tracks": ("track_points", "track_fid", "track_seg_id"), "routes": ("route_points", "route_fid", "")}
_WAYPOINTS = "waypoints"
TRACK_ID = "track_id"


def without_doubles(tables: list[SourceTable], report: ImportReport) -> list[SourceTable]:
    """Return the tables of a GPX file with every track once: its points if they have times, else its line.

    Points of a track get a field ``track_id``: its name, with the number of the segment if it has several, which are
    separate because the receiver was off between them. Waypoints are places, not tracks, unless the file has nothing
    else. Tables of other files stay unchanged; so does a single layer of points, apart from ``track_id``.
    """
    by_layer = {table.layer: table for table in tables}
    kept = []
    for table in tables:
        lines = next((name for name, (points, owner, _) in _POINTS.items() if owner in table.columns), "")
        if lines:
            kept.append(_named_points(table, by_layer.get(lines), lines))
        elif table.layer in _POINTS and _POINTS[table.layer][0] in by_layer:
            points = by_layer[_POINTS[table.layer][0]]
            timed = _timed(points, _POINTS[table.layer][1])
            kept.append(rows_of(table, np.array([int(row) not in timed for row in table.rows], bool)))
        elif table.layer == _WAYPOINTS and "track_points" in by_layer:
            if any(len(by_layer[name]) for name in _POINTS if name in by_layer):
                if len(table):
                    reason = Message("waypoints left out: the file has tracks or routes")
                    report.add(NOTED, table.file, table.layer, None, reason)
                continue
            name = table.names[1] if len(table.names) > 1 else table.layer
            kept.append(replace(table, columns={**table.columns, TRACK_ID: [name] * len(table)}))
        else:
            kept.append(table)
    return kept


def rows_of(table: SourceTable, mask: np.ndarray) -> SourceTable:
    """Return the rows of a table selected by a mask."""
    rows = np.flatnonzero(mask)
    new = {int(row): position for position, row in enumerate(rows)}
    new[len(table)] = len(rows)  # the reason why reading stopped is after the last row
    return replace(
        table,
        columns={name: [values[row] for row in rows] for name, values in table.columns.items()},
        rows=table.rows[rows],
        geometry=table.geometry[rows],
        unreadable={new[row]: why for row, why in table.unreadable.items() if row in new},
        notes=[(None if row is None else new[row], note) for row, note in table.notes if row is None or row in new],
        measures={new[row]: values for row, values in table.measures.items() if row in new},
    )


def _timed(points: SourceTable, owner: str) -> set[int]:
    """Return the rows of the lines with at least one timed point."""
    return {line for line, time in zip(points.columns[owner], points.columns.get("time", ())) if text_of(time)}


def _named_points(points: SourceTable, lines: SourceTable | None, kind: str) -> SourceTable:
    _, owner, part = _POINTS[kind]
    if lines is not None:
        timed = _timed(points, owner)
        points = rows_of(points, np.array([line in timed for line in points.columns[owner]], bool))
    names = dict(zip(lines.rows.tolist(), map(text_of, lines.columns.get("name", ())))) if lines is not None else {}
    met = Counter(names.values())
    owners = points.columns[owner]
    segments = points.columns[part] if part else [0] * len(points)
    several = {line for line, segment in zip(owners, segments) if segment}
    ids = []
    for line, segment in zip(owners, segments):
        name = names.get(line, "") or f"{kind[:-1]} {line + 1}"
        name += f" ({line + 1})" if met[name] > 1 else ""
        ids.append(f"{name}/{segment + 1}" if line in several else name)
    excluded = (owner, part, f"{kind[:-1]}_seg_point_id", f"{kind[:-1]}_point_id")
    columns = {name: values for name, values in points.columns.items() if name not in excluded}
    return replace(points, columns={TRACK_ID: ids, **columns})
