"""The reported events of a case, as they are listed by day."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...core import fields as f
from ...core.dates.periods import SECOND, moments
from ..wkb import shapes_from_wkb
from .case import Case, from_text
from .case_schema import layer_of, opened

# UCDP GED's own column, kept with its events: the place without the actors, which the label names too.
_PLACE = "where_coordinates"


@dataclass(frozen=True)
class EventRows:
    """Reported events of a case, by start; columns of length n.

    start, end  datetime64[s], half-open; is_exact: known to the day
    sides       who fought whom, and place: as the case's table words them
    geometry    points, lon/lat; None where there is none
    """

    start: np.ndarray
    end: np.ndarray
    is_exact: np.ndarray
    sides: np.ndarray
    place: np.ndarray
    geometry: np.ndarray

    def __len__(self) -> int:
        return len(self.start)

    def on(self, moment) -> np.ndarray:
        """Rows of events that have a moment of the day from this moment on, the newest first."""
        first = np.datetime64(moment, "s")
        rows = np.flatnonzero((self.start < first + np.timedelta64(1, "D")) & (first < self.end))
        return rows[np.argsort(self.start[rows], kind="stable")[::-1]]


def events_of(case: Case) -> EventRows:
    """The events in a case's table; rows without a period are left out here, as on the map."""
    if f.EVENTS not in case.tables():
        return EventRows(*[np.empty(0, SECOND)] * 2, np.empty(0, bool), *[np.empty(0, object)] * 3)
    with opened(case.path) as dataset:
        layer = layer_of(dataset, f.EVENTS)
        known = {field.GetName() for field in layer.schema}
        points = {each.GetFID(): each.GetGeometryRef() and bytes(each.GetGeometryRef().ExportToWkb()) for each in layer}
    wanted = (f.FID, f.VALID_FROM, f.VALID_TO, f.SIDE_A, f.SIDE_B, f.LABEL, _PLACE, f.IS_EXACT_DATE)
    columns = [name for name in wanted if name in known or name == f.FID]
    rows = [dict(zip(columns, row)) for row in case.select(f.EVENTS, *columns)]
    rows = [row for row in rows if row.get(f.VALID_FROM) and row.get(f.VALID_TO)]
    rows.sort(key=lambda row: str(row[f.VALID_FROM]))
    sides = [" – ".join(str(row[side]) for side in (f.SIDE_A, f.SIDE_B) if row.get(side)) for row in rows]
    places = [str(row.get(_PLACE) or row.get(f.LABEL) or "") for row in rows]
    return EventRows(
        *(moments([from_text(row[column]) for row in rows]) for column in (f.VALID_FROM, f.VALID_TO)),
        np.array([row.get(f.IS_EXACT_DATE) != 0 for row in rows], bool),
        np.array(sides, object),
        np.array(places, object),
        shapes_from_wkb([points.get(row[f.FID]) for row in rows]),
    )
