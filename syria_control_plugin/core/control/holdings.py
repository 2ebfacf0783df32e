"""Whole territory of each holder over time: one row per period, however many rows the series keeps it in."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import shapely

from ..dates.periods import OPEN, SECOND, closed, moments, rows_valid_at, valid_at
from ..errors import SeriesError
from ..factions.blocs import NO_BLOCS, Blocs
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ..geometry.polygons import polygons_of
from ..messages import Message
from .holders import NOBODY
from .series import ControlSeries, concatenate, rows_by
from .snapshots import same_area

# Overlays snap to this grid, in degrees (a tenth of a millimetre): a corner of one border on an edge of the other
# lies there only to within rounding, and an exact overlay would treat the two as different lines. A power of two, so
# that a coordinate on the grid keeps every bit.
GRID = 2.0**-30


def dissolved_by_holder(
    series: ControlSeries, blocs: Blocs = NO_BLOCS, feedback: Feedback = NO_FEEDBACK
) -> ControlSeries:
    """Return one row per holder and period: all that it holds then, as one area; sorted by holder and start.

    blocs  a faction's bloc counts as the holder, from the day on which it begins until the day on which it ends

    Consecutive periods with equal areas are one row. Rows of a holder that overlap count once. NOBODY's territory is
    without what others hold of it. Raises SeriesError for rows of more than one source: two sources are never spliced.
    """
    sources = sorted(set(series.source))
    if len(sources) > 1:
        raise SeriesError(
            Message("The series has several sources ({}). Use one source at a time.", ", ".join(map(repr, sources)))
        )
    series = _by_bloc(series, blocs)
    rows: list[list] = []
    rows_of = rows_by(series.faction)
    for number, holder in enumerate(sorted(rows_of)):
        holder_feedback = SubFeedback(feedback, 100 * number / len(rows_of), 100 * (number + 1) / len(rows_of))
        rows += _periods_of(series, rows_of[holder], holder, holder_feedback)
    if NOBODY in rows_of:
        rows = _without_held(rows)
    faction, start, end, geometry = ([row[column] for row in rows] for column in range(4))
    return ControlSeries(
        faction=faction,
        start=start,
        end=end,
        geometry=geometry,
        source=sources * len(rows),
        nobody_outside=series.nobody_outside,
    )


def _by_bloc(series: ControlSeries, blocs: Blocs) -> ControlSeries:
    """Return a series with blocs as holders; rows are cut at 00:00 UTC of the days on which a bloc begins or ends."""
    bounds = [None, *blocs.days.astype(SECOND), None]
    parts = []
    for number, (begin, end) in enumerate(zip(bounds, bounds[1:])):
        starts = series.start if begin is None else np.maximum(series.start, begin)
        ends = series.end if end is None else np.minimum(closed(series.end), end)
        rows = np.flatnonzero(starts < closed(ends))
        holders = blocs.of(series.faction[rows], np.full(len(rows), number))
        parts.append(replace(series.take(rows), faction=holders, start=starts[rows], end=ends[rows]))
    return concatenate(parts)


def _periods_of(series: ControlSeries, rows_of_holder: np.ndarray, holder: str, feedback: Feedback) -> list[list]:
    rows: list[list] = []
    starts, ends, geometry = series.start[rows_of_holder], series.end[rows_of_holder], series.geometry[rows_of_holder]
    dates = np.unique(np.concatenate([starts, ends[~np.isnat(ends)]]))
    steps = zip(dates, [*dates[1:], OPEN], rows_valid_at(starts, ends, dates))
    for number, (start, until, valid) in enumerate(steps):
        report_progress(feedback, 100 * number / len(dates))
        held = geometry[valid]
        territory = held[0] if len(held) == 1 else polygons_of(shapely.union_all(held, grid_size=GRID))
        if territory is None or shapely.is_empty(territory):
            continue
        if rows and rows[-1][2] == start and same_area(rows[-1][3], territory):
            rows[-1][2] = until
        else:
            rows.append([holder, start, until, territory])
    return rows


def _without_held(rows: list[list]) -> list[list]:
    """Return rows (holder, start, end, area) in which NOBODY's territory is without what others hold of it."""
    held = [row for row in rows if row[0] != NOBODY]
    starts, ends = (moments([row[column] for row in held]) for column in (1, 2))
    steps = np.unique(np.concatenate([starts, ends[~np.isnat(ends)]]))
    made: list[list] = []
    for _, start, end, area in (row for row in rows if row[0] == NOBODY):
        inside = steps[(start < steps) & (steps < closed(moments([end])))]
        for begin, until in zip([start, *inside], [*inside, end]):
            others = [held[row][3] for row in np.flatnonzero(valid_at(starts, ends, begin))]
            others = [each for each in others if shapely.intersects(each, area)]
            rest = polygons_of(shapely.difference(area, shapely.union_all(others), grid_size=GRID)) if others else area
            if rest is None:
                continue
            if made and made[-1][2] == begin and same_area(made[-1][3], rest):
                made[-1][2] = until
            else:
                made.append([NOBODY, begin, until, rest])
    return sorted([*held, *made], key=lambda row: (row[0], row[1]))
