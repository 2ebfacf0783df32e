"""Clash events: dated, located fights between named parties, with the precision of date and place, kept as columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import objects
from ..dates.periods import check_periods, moments
from ..errors import EventsError
from ..messages import Message

# Kinds of events. Ground fights decide a verdict; remote violence (air, artillery, mines) and transfers of territory
# without a fight are listed separately; OTHER is known to be none of these. FIGHT also includes fights of which no more
# is known: UCDP GED has no kinds. An event of UNKNOWN kind could be a fight.
FIGHT, STRIKE, TRANSFER, OTHER, UNKNOWN = "fight", "strike", "transfer", "other", "unknown"
KINDS = (FIGHT, STRIKE, TRANSFER, OTHER, UNKNOWN)
# What a reach rests on: the data set or its codebook; an assumption of the plugin; a setting of the analyst.
STATED, ASSUMED, SET = "stated", "assumed", "set by the analyst"
REACH_BASES = (STATED, ASSUMED, SET)


@dataclass(frozen=True)
class ClashEvents:
    """n events of any data sets, as columns.

    id             (n,) object: the data set's own id, as text
    start, end     (n,) datetime64[s], UTC, half-open: whole days, as precise as the data set gives the date
    is_exact_date  (n,) bool: whether the date is known to the day
    lonlat         (n, 2) float, degrees on WGS 84: the stated place
    reach_km       (n,) float: how far from there it may have happened by the data set's precision of place; 0 for an
                   exact place, inf if only the country is known
    reach_basis    (n,) object: one of REACH_BASES
    side_a, side_b (n,) object: tuples of faction ids; several if a side is combined, () if none is known
    unknown_a, unknown_b (n,) bool: any party could be on the side: a name that no alias knows stands there, or no name
    kind           (n,) object: one of KINDS
    source         (n,) object: name of the data set; coverage is assessed for each separately
    label          (n,) object: the event as its data set describes it (actors, place), as plain text

    Raises EventsError if columns differ in length or contain invalid values, or an event has no end; SeriesError if an
    event has no start or ends at or before it.
    """

    id: np.ndarray
    start: np.ndarray
    end: np.ndarray
    is_exact_date: np.ndarray
    lonlat: np.ndarray
    reach_km: np.ndarray
    reach_basis: np.ndarray
    side_a: np.ndarray
    side_b: np.ndarray
    unknown_a: np.ndarray
    unknown_b: np.ndarray
    kind: np.ndarray
    source: np.ndarray
    label: np.ndarray

    def __post_init__(self) -> None:
        for name in ("id", "reach_basis", "side_a", "side_b", "kind", "source", "label"):
            values = getattr(self, name)
            column = objects(map(tuple, values) if name.startswith("side") else values)
            object.__setattr__(self, name, column)
        object.__setattr__(self, "start", moments(self.start))
        object.__setattr__(self, "end", moments(self.end))
        for name in ("is_exact_date", "unknown_a", "unknown_b"):
            object.__setattr__(self, name, np.asarray(getattr(self, name), bool))
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
        return cls(**{**dict.fromkeys(cls.__dataclass_fields__, ()), "lonlat": np.empty((0, 2))})

    def __len__(self) -> int:
        return len(self.id)

    def take(self, rows: np.ndarray | slice) -> ClashEvents:
        """Return the events selected by a mask or by indices."""
        return ClashEvents(**{name: getattr(self, name)[rows] for name in self.__dataclass_fields__})

    @property
    def sources(self) -> list[str]:
        """Names of the data sets, sorted."""
        return sorted(set(self.source))
