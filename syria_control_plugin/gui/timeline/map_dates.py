"""The dates of a case for timeline and playback: which map is valid when, and which changed territory."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ...core.dates.periods import moments
from ...core.errors import SeriesError

BEFORE_ALL = -1


@dataclass(frozen=True)
class MapDates:
    """The dates of n maps; a map is valid from its date until the next one, the last one without an end.

    moments      (n,) datetime64[s], UTC, each later than the one before
    changed_km2  (n,) km² that changed hands at a date; NaN if unknown, as on the first map

    Raises SeriesError if the columns differ in length or the dates do not rise.
    """

    moments: np.ndarray
    changed_km2: np.ndarray

    def __post_init__(self):
        object.__setattr__(self, "moments", moments(self.moments))
        object.__setattr__(self, "changed_km2", np.asarray(self.changed_km2, float))
        if len(self.moments) != len(self.changed_km2):
            raise SeriesError(
                f"{len(self.moments)} dates and {len(self.changed_km2)} changed areas do not fit together."
            )
        if np.isnat(self.moments).any():
            raise SeriesError("A map has no date: leave it out of the timeline.")
        falls = np.flatnonzero(np.diff(self.moments) <= np.timedelta64(0, "s"))
        if len(falls):
            before, after = self.moments[falls[0] : falls[0] + 2]
            raise SeriesError(f"The dates of the maps have to rise, and {after} follows {before}: sort them.")

    @classmethod
    def of(cls, dates, changed_km2=None) -> MapDates:
        """Return the dates with the change at each; None: unknown."""
        return cls(dates, np.full(len(dates), np.nan) if changed_km2 is None else changed_km2)

    def __len__(self) -> int:
        return len(self.moments)

    @property
    def is_change(self) -> np.ndarray:
        """(n,) whether any territory is known to have changed hands at a date."""
        return self.changed_km2 > 0

    def index_at(self, moment) -> int:
        """Return the index of the date whose map is valid at a moment; BEFORE_ALL before the first."""
        return int(np.searchsorted(self.moments, np.datetime64(moment, "s"), side="right")) - 1

    def step(self, index: int, direction: int, is_change_asked: bool = False) -> int:
        """Return the next (direction 1) or previous (-1) date, or the next at which territory changed hands.

        Returns the same index if there is none. From BEFORE_ALL the next date is the first.
        """
        steps = np.flatnonzero(self.is_change) if is_change_asked else np.arange(len(self))
        beyond = steps[steps > index] if direction > 0 else steps[steps < index][::-1]
        return int(beyond[0]) if len(beyond) else index
