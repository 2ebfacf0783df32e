"""Corridors defined by hand: squares of a host's territory, paths as WKT, days as numbers."""

from __future__ import annotations

import numpy as np
import shapely

from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.corridors.corridors import OBSERVED, TRANSIT, Corridors
from syria_control_plugin.core.geometry.ellipsoid import lengths_km

FIRST = np.datetime64("2017-10-01", "s")
DAY = np.timedelta64(86400, "s")
KM_EAST = 1 / 111.3195  # degrees per km at the equator
KM_NORTH = 1 / 110.5743


def square(west, south, east, north):
    """Return a territory; its sides are in km east and north of 0° E, 0° N."""
    return shapely.box(west * KM_EAST, south * KM_NORTH, east * KM_EAST, north * KM_NORTH)


def path(*km):
    """Return a path through points in km east and north of 0° E, 0° N."""
    return shapely.LineString(np.array(km) * (KM_EAST, KM_NORTH))


def line(geometry):
    return shapely.from_wkt(geometry) if isinstance(geometry, str) else geometry


def corridors_of(rows, territories, **columns) -> Corridors:
    """Return corridors from lists of parts (row of territories, path), or from a path in territory 0.

    ``columns`` replace the defaults: A passes through B's territory on day 0, in and out, untimed; source "maps".
    """
    parts = [[(0, row)] if not isinstance(row, list) else row for row in rows]
    parts = [[(territory, line(way)) for territory, way in row] for row in parts]
    paths = np.empty(len(parts), object)
    paths[:] = [shapely.line_merge(shapely.union_all([way for _, way in row])) if len(row) > 1 else row[0][1]
                for row in parts]  # fmt: skip
    n, flat = len(parts), [part for row in parts for part in row]

    def column(name, default, kind=object):
        values = np.empty(n, kind)
        values[:] = columns.get(name, default)
        return values

    start = FIRST + DAY * np.asarray(columns.pop("day", 0))
    territory = ControlSeries(
        faction=["B"] * len(territories),
        start=[FIRST] * len(territories),
        end=[np.datetime64("NaT")] * len(territories),
        geometry=[line(each) for each in territories],
        source=["maps"] * len(territories),
    )
    part_path = np.empty(len(flat), object)
    part_path[:] = [way for _, way in flat]
    return Corridors(
        basis=column("basis", OBSERVED), movement=column("movement", "m"), mover=column("mover", "A"),
        host=column("host", "B"), kind=column("kind", TRANSIT), start=column("start", start, "datetime64[s]"),
        end=column("end", start + DAY, "datetime64[s]"), is_timed=column("is_timed", False, bool), path=paths,
        length_km=lengths_km(paths), before=column("before", ""), after=column("after", ""),
        enters_by_change=column("enters_by_change", False, bool),
        leaves_by_change=column("leaves_by_change", False, bool), gap_h=column("gap_h", np.nan, float),
        also_claimed_by=column("also_claimed_by", ""), map_date=column("map_date", start, "datetime64[s]"),
        ground_changed=column("ground_changed", False, bool), source=column("source", "someone"),
        map_source=column("map_source", "maps"),
        route_assumed=column("route_assumed", False, bool), remarks=column("remarks", ""), territories=territory,
        part_corridor=np.repeat(np.arange(n), [len(row) for row in parts]),
        part_territory=np.array([territory for territory, _ in flat], int), part_path=part_path,
    )  # fmt: skip
