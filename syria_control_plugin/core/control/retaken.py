"""Retaken ground: held by one faction now, held by another earlier since a given date."""

from __future__ import annotations

import numpy as np
import shapely

from ..dates.periods import OPEN, closed
from ..geometry.repairs import polygons_of
from ..telling import Tell, silent
from .series import ControlSeries
from .snapshots import same_ground


def retaken_ground(
    series: ControlSeries, held_by: str, earlier_held_by: str, since, tell: Tell = silent
) -> ControlSeries:
    """Ground that ``held_by`` holds and that ``earlier_held_by`` held at some time since a date.

    For a moment t: territory(held_by, t) ∩ the union of territory(earlier_held_by, u) for since <= u <= t.
    A row a period in which that ground stays the same, faction = ``held_by``. Give the rows of one source.
    Returns a series sorted by start. Ground that both hold at once counts from its first moment.

    The union only grows, so each date costs one intersection and the ground newly added to the union.
    """
    now, before = series.of(held_by), series.of(earlier_held_by)
    before = before.take(closed(before.end) > np.datetime64(since, "s"))
    if len(now) == 0 or len(before) == 0:
        return ControlSeries.empty()
    begins = np.maximum(before.start, np.datetime64(since, "s"))
    order = np.argsort(begins, kind="stable")
    begins, earlier = begins[order], before.geometry[order]
    moments = np.unique(np.concatenate([now.dates, begins]))
    moments = moments[moments >= begins[0]]
    rows: list[list] = []
    seen, ground_before = 0, None
    for number, (moment, until) in enumerate(zip(moments, [*moments[1:], OPEN])):
        tell(number / len(moments))
        reached = int(np.searchsorted(begins, moment, side="right"))
        if reached > seen:
            fresh = [] if ground_before is None else [ground_before]
            ground_before = shapely.union_all([*fresh, *earlier[seen:reached]])
            seen = reached
        held = shapely.union_all(now.on(moment).geometry)
        ground = polygons_of(shapely.intersection(held, ground_before))
        if ground is None:
            continue
        if rows and rows[-1][1] == moment and same_ground(rows[-1][2], ground):
            rows[-1][1] = until
        else:
            rows.append([moment, until, ground])
    starts, ends, geometry = ([row[column] for row in rows] for column in range(3))
    return ControlSeries([held_by] * len(rows), starts, ends, geometry, [str(series.source[0])] * len(rows))
