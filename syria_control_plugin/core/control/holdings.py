"""Whole territory of each holder over time: one row per period, however many rows the series keeps it in."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely

from ..dates.periods import OPEN, closed, moments, rows_valid_at, valid_at
from ..errors import SeriesError
from ..feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ..geometry.polygons import polygons_of
from ..messages import Message
from .holders import NOBODY
from .series import ControlSeries, rows_by
from .snapshots import same_area

# Overlays snap to this grid, in degrees (a tenth of a millimetre): a corner of one border on an edge of the other
# lies there only to within rounding, and an exact overlay would treat the two as different lines. A power of two, so
# that a coordinate on the grid keeps every bit.
GRID = 2.0**-30


def dissolved_by_holder(
    series: ControlSeries, holder_of: Mapping[str, str] | None = None, feedback: Feedback = NO_FEEDBACK
) -> ControlSeries:
    """Return one row per holder and period: all that it holds then, as one area; sorted by holder and start.

    holder_of  faction → who counts as the holder, such as its bloc; a faction that is not in it counts as itself

    Consecutive periods with equal areas are one row. Rows of a holder that overlap count once. NOBODY's territory is
    without what others hold of it. Raises SeriesError for rows of more than one source: two sources are never spliced.
    """
    sources = sorted(set(series.source))
    if len(sources) > 1:
        raise SeriesError(
            Message("The series has several sources ({}). Use one source at a time.", ", ".join(map(repr, sources)))
        )
    holder_of = holder_of or {}
    holders = np.array([holder_of.get(faction, faction) for faction in series.faction], dtype=object)
    rows: list[list] = []
    rows_of = rows_by(holders)
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
