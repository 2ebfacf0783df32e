"""Timing of an animation: its steps in the time of the data, and for how many frames each of them is held.

The dates and the changed areas of a case are read here too.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Callable, Protocol

import numpy as np
from qgis.core import QgsVectorLayer

from ...core import fields as f
from ...core.control.control_changes import control_changes
from ...core.control.series import ControlSeries
from ...core.dates.periods import SECOND, last_known, moments
from ...core.errors import AnimationError
from ...core.feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from ...translation import tr
from ..layers.layers import LAYER_ORDER, layer_names, open_layer
from ..layers.styles import StyledCase

HOURS, DAYS, WEEKS = "hours", "days", "weeks"
UNITS = {HOURS: 3600, DAYS: 86400, WEEKS: 7 * 86400}  # seconds
MOST_FRAMES = 200_000
_MARKED, _FADED = 0.3, 0.9  # shares of a step: end of full brightness of a mark, and end of its fading
_GROWN = 0.7


@dataclass(frozen=True)
class Steps:
    """Steps of an animation, n of them: each shows its ``moment`` until the next; datetime64[s], UTC.

    until  end of the step in the time of the data: the next moment. Events in between belong to the step
    """

    moment: np.ndarray
    until: np.ndarray

    def __len__(self) -> int:
        return len(self.moment)


def steps_for(dates, unit: str, count: float, first=None, last=None) -> Steps:
    """Return a step at each of the dates, or, if ``unit`` is one of UNITS, one every ``count`` units.

    first, last  moments; None: the first or last of the dates. Raises AnimationError as ``steps_at`` and
                 ``steps_every`` do
    """
    if unit not in UNITS:
        return steps_at(dates, first, last)
    if first is None or last is None:
        whole = steps_at(dates).moment
        first, last = whole[0] if first is None else first, whole[-1] if last is None else last
    return steps_every(count, unit, first, last)


def steps_at(dates, first=None, last=None) -> Steps:
    """Return a step at each of the dates, sorted and unique; the last one lasts a day.

    first, last  moments before and after which dates are ignored. Raises AnimationError if no date is left.
    """
    known = np.unique(moments(dates))
    known = known[~np.isnat(known)]
    kept = known[(known >= _or(first, known[:1])) & (known <= _or(last, known[-1:]))] if len(known) else known
    if not len(kept):
        span = f"they run from {known[0]} to {known[-1]}" if len(known) else "there are none"
        raise AnimationError(tr("No date in the data lies between {} and {}: {}.").format(first, last, span))
    return Steps(kept, np.append(kept[1:], kept[-1] + np.timedelta64(86400, "s")))


def steps_every(count: float, unit: str, first, last) -> Steps:
    """Return steps of equal length from ``first`` on, the last one at or before ``last``.

    Raises AnimationError for an interval of less than a second, for more than MOST_FRAMES steps, and for a last moment
    before the first.
    """
    seconds = count * UNITS[unit]
    if not seconds >= 1:
        raise AnimationError(tr("The interval of {} {} is too short. Choose a number above 0.").format(count, unit))
    first, last = (np.datetime64(moment, "s") for moment in (first, last))
    if last < first:
        raise AnimationError(
            tr("The end of the animation ({}) is before its start ({}). Swap or correct them.").format(last, first)
        )
    every = np.timedelta64(round(seconds), "s")
    number = int((last - first) // every) + 1
    if number > MOST_FRAMES:
        raise AnimationError(
            tr(
                "The interval of {} {} from {} to {} gives {} steps, which is too many. Choose a longer interval."
            ).format(count, unit, first, last, number)
        )
    starts = (first + every * np.arange(number)).astype(SECOND)
    return Steps(starts, starts + every)


@dataclass(frozen=True)
class Shot:
    """A picture of an animation and the number of frames that it is held.

    step    number of the step
    mark    opacity of the mark on changed areas, 0 to 1
    growth  share of the lines of this step that is drawn, 0 to 1
    """

    step: int
    mark: float
    growth: float
    frames: int


def shots_of(states: Sequence[Hashable], is_marked, grows, frames_a_step: int) -> list[Shot]:
    """Return the pictures of an animation in order; one that equals the picture before extends that one.

    states            (n,) a value per step for its picture while nothing moves: equal values, equal pictures
    is_marked, grows  (n,) bool: whether a step has marks on changed areas, and lines that grow
    frames_a_step     number of frames that a step is held

    Raises AnimationError if the animation would have more than MOST_FRAMES frames.
    """
    if len(states) * frames_a_step > MOST_FRAMES:
        raise AnimationError(
            tr(
                "The animation would have {} frames, more than the maximum of {}. Choose fewer steps, a shorter "
                "step duration, or fewer frames per second."
            ).format(len(states) * frames_a_step, MOST_FRAMES)
        )
    shots: list[Shot] = []
    last = None
    for step, state in enumerate(states):
        for frame in range(frames_a_step):
            mark = mark_strength(frame, frames_a_step) if is_marked[step] else 0.0
            growth = grown_share(frame, frames_a_step) if grows[step] else 1.0
            is_still = mark == 0 and growth == 1
            now = (state,) if is_still else (step, mark, growth)
            if now == last:
                shots[-1] = Shot(shots[-1].step, mark, growth, shots[-1].frames + 1)
            else:
                shots.append(Shot(step, mark, growth, 1))
            last = now
    return shots


def mark_strength(frame: int, frames: int) -> float:
    """Return the opacity of a mark in a frame of its step: bright, then fading; bright in a step of one frame."""
    share = frame / frames
    return float(np.round(np.clip((_FADED - share) / (_FADED - _MARKED), 0, 1), 3))


def grown_share(frame: int, frames: int) -> float:
    """Return the share of a line drawn in a frame of its step; the line is complete well before the step ends."""
    return float(np.round(min((frame + 1) / (frames * _GROWN), 1.0), 4)) if frames > 1 else 1.0


def _or(moment, other):
    return other if moment is None else np.datetime64(moment, "s")


class AnimatedCase(Protocol):
    """The part of a case that an animation reads (``case.case.Case``)."""

    def tables(self) -> list[str]: ...

    def sources(self) -> list[str]: ...

    def select(self, table: str, *columns: str, where: dict | None = None, distinct: bool = False) -> list[tuple]: ...

    def territories(self, source: str): ...


def case_dates(case: AnimatedCase, moment_of: Callable[[str | None], np.datetime64]) -> np.ndarray:
    """Return the dates of a case, sorted: of maps, changes of territory, and starts of corridors and movements.

    moment_of  parses a date as stored in a case (``case.case.from_text``)

    The end of the last territory is not a date, because nothing remains to be shown. A gap between two maps, in which
    nothing is known, begins with a date: the map is empty then.
    """
    rows = case.select(f.TERRITORIES, f.VALID_FROM, f.VALID_TO, distinct=True)
    starts, ends = (moments([moment_of(row[column]) for row in rows]) for column in (0, 1))
    columns = [starts, ends[~np.isnat(ends)]]
    tables = case.tables()
    for table, column in ((f.MAPS, f.MAP_DATE), (f.MOVEMENTS, f.VALID_FROM), (f.CORRIDORS, f.VALID_FROM)):
        if table == f.MAPS or table in tables:
            values = [moment_of(text) for (text,) in case.select(table, column, distinct=True)]
            columns.append(moments(values) if values else np.empty(0, SECOND))
    dates = np.unique(np.concatenate(columns))
    last = last_known(starts, ends)
    has_end = len(ends) and not np.isnat(ends).any()
    dates = dates[~np.isnat(dates)]
    return dates[dates < ends.max()] if has_end and not np.isnat(last) else dates


def changed_territory(case: AnimatedCase, steps: Steps, feedback: Feedback = NO_FEEDBACK) -> dict[int, np.ndarray]:
    """Return step number → the areas (Shapely, lon/lat) that changed hands since the step before, source by source.

    Two sources are never compared; a source known on fewer than two steps does not contribute.
    """
    names = case.sources()
    areas_of_step: dict[int, list] = {}
    for number, name in enumerate(names):
        part = SubFeedback(feedback, 100 * number / len(names), 100 * (number + 1) / len(names))
        report_progress(part, 0)
        series = case.territories(name).series()
        known = steps.moment[_is_known(series, steps.moment)]
        if len(known) < 2:
            continue
        changes = control_changes(series, known, feedback=part)
        for row, date in enumerate(changes.of_rows("date")):
            areas_of_step.setdefault(int(np.searchsorted(steps.moment, date)), []).append(changes.geometry[row])
    return {step: _array(areas) for step, areas in areas_of_step.items()}


def _is_known(series: ControlSeries, asked: np.ndarray) -> np.ndarray:
    return np.array([len(series.on(moment)) > 0 for moment in asked], bool)


def _array(areas: Iterable) -> np.ndarray:
    areas = list(areas)
    made = np.empty(len(areas), object)
    made[:] = areas
    return made


def case_layers(case: StyledCase) -> list[QgsVectorLayer]:
    """Open the layers of a case that are initially visible, from top to bottom, in the style of the case."""
    names, tables = layer_names(), case.tables()
    return [open_layer(case, table, names[table]) for table, is_on in LAYER_ORDER if is_on and table in tables]
