"""Clash events: dated, located fights between named parties, with the precision of date and place, kept as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import objects
from ..dates.periods import check_periods, moments
from ..errors import EventsError
from ..messages import Message

# What an event is. Ground fights decide a verdict; strikes from afar (air, artillery, mines) and transfers of ground
# without a fight are listed apart. FIGHT also stands for fights of which the data set does not say how they were
# fought: UCDP GED tells no kinds apart.
FIGHT, STRIKE, TRANSFER, OTHER = "fight", "strike", "transfer", "other"
KINDS = (FIGHT, STRIKE, TRANSFER, OTHER)


@dataclass(frozen=True)
class ClashEvents:
    """Events of any data sets; n rows.

    id             (n,) object: the data set's own id, as text
    start, end     (n,) datetime64[s], UTC, half-open: whole days, as far as the data set can say when it happened
    is_exact_date  (n,) bool: whether it is known to the day
    lonlat         (n, 2) float, degrees on WGS 84: where the data set puts it
    reach_km       (n,) float: how far from there it may have happened as the data set's precision of place says;
                   0 for an exact place, inf where only the country is known
    side_a, side_b (n,) object: tuples of faction ids; several where a side is combined, () where none is known
    kind           (n,) object: one of KINDS
    source         (n,) object: which data set says so; coverage is judged for each by itself
    label          (n,) object: the event in its data set's words (actors, place), as plain text

    Raises EventsError where columns differ in length or hold what does not fit; a period without start or end.
    """

    id: np.ndarray
    start: np.ndarray
    end: np.ndarray
    is_exact_date: np.ndarray
    lonlat: np.ndarray
    reach_km: np.ndarray
    side_a: np.ndarray
    side_b: np.ndarray
    kind: np.ndarray
    source: np.ndarray
    label: np.ndarray

    def __post_init__(self) -> None:
        for name in ("id", "side_a", "side_b", "kind", "source", "label"):
            values = getattr(self, name)
            column = objects(map(tuple, values) if name.startswith("side") else values)
            object.__setattr__(self, name, column)
        object.__setattr__(self, "start", moments(self.start))
        object.__setattr__(self, "end", moments(self.end))
        object.__setattr__(self, "is_exact_date", np.asarray(self.is_exact_date, bool))
        object.__setattr__(self, "lonlat", np.asarray(self.lonlat, float).reshape(-1, 2))
        object.__setattr__(self, "reach_km", np.asarray(self.reach_km, float))
        lengths = {name: len(getattr(self, name)) for name in self.__dataclass_fields__}
        if len(set(lengths.values())) != 1:
            raise EventsError(Message("The columns of clash events differ in length: {}.", lengths))
        check_periods(self.start, self.end)
        if np.isnat(self.end).any():
            raise EventsError(Message("Event {!r:.100} has no end.", self.id[int(np.isnat(self.end).argmax())]))
        unknown = [kind for kind in self.kind if kind not in KINDS]
        if unknown:
            raise EventsError(Message("{!r:.100} is not a kind of event. Kinds: {}.", unknown[0], ", ".join(KINDS)))
        if (np.isnan(self.reach_km) | (self.reach_km < 0)).any() or not np.isfinite(self.lonlat).all():
            raise EventsError(Message("An event has no usable place."))

    @classmethod
    def empty(cls) -> ClashEvents:
        return cls([], [], [], [], np.empty((0, 2)), [], [], [], [], [], [])

    def __len__(self) -> int:
        return len(self.id)

    def take(self, rows: np.ndarray | slice) -> ClashEvents:
        """The events picked by a mask or by indices."""
        return ClashEvents(*(getattr(self, name)[rows] for name in self.__dataclass_fields__))

    @property
    def sources(self) -> list[str]:
        """Names of the data sets, sorted."""
        return sorted(set(self.source))
