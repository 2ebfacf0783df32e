"""Who holds the ground beside the ends of passages, and whether a movement comes from outside at all."""

from __future__ import annotations

import numpy as np
import shapely

from ..control.series import ControlSeries
from ..dates.periods import closed
from .ground_index import TOUCH_DEG, on_border
from .movements import MILLISECOND, Movements
from .stretch_spans import keys
from .stretches import JOIN_DEG, Stretches
from .tracks import last_positions, moments_at, points_at

# Who holds the ground before an entry and after an exit is asked this far (degrees, about 2 mm) away from it.
_BESIDE_DEG = 2 * JOIN_DEG


class Neighbours:
    """Who holds the ground beside the ends of passages."""

    def __init__(self, movements: Movements, grounds: ControlSeries, stretches: Stretches, bloc_of):
        self._movements, self._grounds, self._stretches, self._bloc_of = movements, grounds, stretches, bloc_of
        self._names = sorted(set(stretches.holder))
        self._rows = {name: np.flatnonzero(stretches.holder == name) for name in self._names}

    def beside(self, rows, hosts, positions, ground, is_begin: bool) -> tuple[np.ndarray, np.ndarray]:
        """Whether the movement is outside just before (or after) a passage, and who holds that ground."""
        outside = positions != (0 if is_begin else last_positions(self._movements, rows))
        names = np.full(len(rows), None, object)
        asked = np.flatnonzero(outside)
        beyond = self._beyond(rows[asked], positions[asked], is_begin)
        names[asked] = self._holders_at(rows[asked], beyond)
        # Nobody's ground, or a border that the movement runs along.
        unclear = names[asked] == ""
        asked, beyond = asked[unclear], beyond[unclear]
        points = points_at(self._movements, rows[asked], beyond)
        names[asked] = self._meeting(hosts[asked], self._moments(rows[asked], beyond), points)
        ends = np.flatnonzero(~outside)
        moments = self._moments(rows[ends], positions[ends])
        if not is_begin:  # ground that changes hands just as the movement ends is what it was before
            moments = np.maximum(moments - np.timedelta64(1, "ms"), self._grounds.start[ground[ends]])
        points = points_at(self._movements, rows[ends], positions[ends])
        on_it = self._on_border(hosts[ends], self._movements.mover[rows[ends]], moments, points)
        names[ends[on_it]] = self._meeting(hosts[ends[on_it]], moments[on_it], points[on_it])
        outside[ends[on_it]] = True
        return outside, names

    def _moments(self, rows, positions) -> np.ndarray:
        """When a movement is at a position; of an untimed one the moment of which the grounds are taken."""
        found = moments_at(self._movements, rows, positions)
        return np.where(np.isnat(found), self._movements.start[rows].astype(MILLISECOND), found)

    def _on_border(self, hosts, movers, moments, points) -> np.ndarray:
        """Whether points are on the border of the host's ground, or of ground of the mover's bloc."""
        found = np.zeros(len(hosts), bool)
        blocs = np.array([self._bloc_of.get(mover, mover) for mover in movers], object)
        starts, ends = self._grounds.start, closed(self._grounds.end)
        for row in range(len(self._grounds)) if len(hosts) else ():
            holder = self._grounds.faction[row]
            asked = (blocs == self._bloc_of.get(holder, holder)) | (hosts == holder)
            asked &= (starts[row] <= moments) & (moments < ends[row]) & ~found
            if asked.any():
                found[asked] = on_border(self._grounds.geometry[row], points[asked])
        return found

    def _meeting(self, hosts, moments, points) -> np.ndarray:
        """Who but the hosts holds ground at points, borders included."""
        names = np.full(len(hosts), "", object)
        points = shapely.points(points)
        starts, ends = self._grounds.start, closed(self._grounds.end)
        for row in range(len(self._grounds)) if len(hosts) else ():
            holder = self._grounds.faction[row]
            asked = np.flatnonzero((hosts != holder) & (starts[row] <= moments) & (moments < ends[row]))
            if len(asked) == 0:
                continue
            asked = asked[shapely.dwithin(self._grounds.geometry[row], points[asked], TOUCH_DEG)]
            names[asked] = [f"{others}; {holder}" if others else holder for others in names[asked]]
        return names

    def _beyond(self, rows, positions, is_begin: bool) -> np.ndarray:
        """Positions a little before (or after) some, on the same piece of the way."""
        fix = np.ceil(positions) - 1 if is_begin else np.floor(positions)
        start, end = (points_at(self._movements, rows, fix + more) for more in (0, 1))
        length = np.hypot(*(end - start).T)
        room = (positions - fix if is_begin else fix + 1 - positions) / 2
        # Where the movement stands still, a little in time.
        step = np.minimum(np.where(length > _BESIDE_DEG, _BESIDE_DEG / np.maximum(length, _BESIDE_DEG), 1e-6), room)
        return positions - step if is_begin else positions + step

    def _holders_at(self, rows, positions) -> np.ndarray:
        names = np.full(len(rows), "", object)
        for name in self._names:
            own = self._rows[name]
            movement, entry, exit_ = (getattr(self._stretches, c)[own] for c in ("movement", "entry", "exit"))
            last = np.searchsorted(keys(movement, entry), keys(rows, positions), side="right") - 1
            holds = (last >= 0) & (movement[last] == rows) & (exit_[last] >= positions)
            names[holds] = [f"{others}; {name}" if others else name for others in names[holds]]
        return names
