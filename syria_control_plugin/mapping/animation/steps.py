"""When a film shows what: its steps in the time of the data, and the frames that each of them is held for.

What a film takes from a case: the dates at which something happens, and the ground that changed hands.
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
_MARKED, _FADED = 0.3, 0.9  # shares of a step: so long a mark stays bright, then it is gone
_GROWN = 0.7


@dataclass(frozen=True)
class Steps:
    """Steps of a film, n of them: it shows ``moment`` until the next; datetime64[s], UTC.

    until  where the step ends in the time of the data: the next moment. What happens in between belongs to the step
    """

    moment: np.ndarray
    until: np.ndarray

    def __len__(self) -> int:
        return len(self.moment)


def steps_for(dates, unit: str, count: float, first=None, last=None) -> Steps:
    """A step at each of the dates, or, where ``unit`` is one of UNITS, one every so many of it.

    first, last  moments; without one the film begins or ends with the dates. Raises FilmError as the two ways do
    """
    if unit not in UNITS:
        return steps_at(dates, first, last)
    if first is None or last is None:
        whole = steps_at(dates).moment
        first, last = whole[0] if first is None else first, whole[-1] if last is None else last
    return steps_every(count, unit, first, last)


def steps_at(dates, first=None, last=None) -> Steps:
    """A step at each of the dates, in their order and each once; the last one lasts a day.

    first, last  moments before and after which no date counts. Raises FilmError where no date is left.
    """
    found = np.unique(moments(dates))
    found = found[~np.isnat(found)]
    kept = found[(found >= _or(first, found[:1])) & (found <= _or(last, found[-1:]))] if len(found) else found
    if not len(kept):
        span = f"they run from {found[0]} to {found[-1]}" if len(found) else "there are none"
        raise AnimationError(tr("No date in the data lies between {} and {}: {}.").format(first, last, span))
    return Steps(kept, np.append(kept[1:], kept[-1] + np.timedelta64(86400, "s")))


def steps_every(count: float, unit: str, first, last) -> Steps:
    """Steps of equal length from ``first`` on, the last one at or before ``last``.

    Raises FilmError for a step that is no positive whole number of seconds, and for a last moment before the first.
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
    found = (first + every * np.arange(number)).astype(SECOND)
    return Steps(found, found + every)


@dataclass(frozen=True)
class Shot:
    """A picture of a film and how many frames it is held.

    step    number of the step
    mark    opacity of the mark on changed ground, 0 to 1
    growth  how much of the lines of this step is drawn, 0 to 1
    """

    step: int
    mark: float
    growth: float
    frames: int


def shots_of(looks: Sequence[Hashable], is_marked, grows, frames_a_step: int) -> list[Shot]:
    """The pictures of a film in their order, those that would be the same as the one before counted to it.

    looks           what each step's picture looks like when nothing moves in it: equal values, equal pictures
    is_marked, grows   (n,) bool: whether a step has marks on changed ground, and lines that grow
    frames_a_step   how many frames a step is held

    Raises FilmError where the film would have more than MOST_FRAMES frames.
    """
    if len(looks) * frames_a_step > MOST_FRAMES:
        raise AnimationError(
            tr(
                "The animation would have {} frames, more than the maximum of {}. Choose fewer steps, a shorter "
                "step duration, or fewer frames per second."
            ).format(len(looks) * frames_a_step, MOST_FRAMES)
        )
    shots: list[Shot] = []
    last = None
    for step, look in enumerate(looks):
        for frame in range(frames_a_step):
            mark = mark_strength(frame, frames_a_step) if is_marked[step] else 0.0
            growth = grown_share(frame, frames_a_step) if grows[step] else 1.0
            is_still = mark == 0 and growth == 1
            now = (look,) if is_still else (step, mark, growth)
            if now == last:
                shots[-1] = Shot(shots[-1].step, mark, growth, shots[-1].frames + 1)
            else:
                shots.append(Shot(step, mark, growth, 1))
            last = now
    return shots


def mark_strength(frame: int, frames: int) -> float:
    """Opacity of a mark in a frame of its step: bright, then fading. In a step of one frame it is bright."""
    share = frame / frames
    return float(np.round(np.clip((_FADED - share) / (_FADED - _MARKED), 0, 1), 3))


def grown_share(frame: int, frames: int) -> float:
    """Share of a line that is drawn in a frame of its step, all of it well before the step ends."""
    return float(np.round(min((frame + 1) / (frames * _GROWN), 1.0), 4)) if frames > 1 else 1.0


def _or(moment, other):
    return other if moment is None else np.datetime64(moment, "s")


class FilmedCase(Protocol):
    """What a case tells of itself (``case.case.Case``)."""

    def tables(self) -> list[str]: ...

    def sources(self) -> list[str]: ...

    def select(self, table: str, *columns: str, where: dict | None = None, distinct: bool = False) -> list[tuple]: ...

    def territories(self, source: str): ...


def case_dates(case: FilmedCase, moment_of: Callable[[str | None], np.datetime64]) -> np.ndarray:
    """The dates of a case, sorted: of its maps, of changes of its ground, and on which a corridor or movement begins.

    moment_of  reads a date as the case keeps it (``case.case.from_text``)

    Where its last ground ends no date is left to show; while nothing is known of a while between two maps, its begin
    is a date: the map is empty then.
    """
    rows = case.select(f.TERRITORIES, f.VALID_FROM, f.VALID_TO, distinct=True)
    starts, ends = (moments([moment_of(row[column]) for row in rows]) for column in (0, 1))
    found = [starts, ends[~np.isnat(ends)]]
    tables = case.tables()
    for table, column in ((f.MAPS, f.MAP_DATE), (f.MOVEMENTS, f.VALID_FROM), (f.CORRIDORS, f.VALID_FROM)):
        if table == f.MAPS or table in tables:
            values = [moment_of(text) for (text,) in case.select(table, column, distinct=True)]
            found.append(moments(values) if values else np.empty(0, SECOND))
    dates = np.unique(np.concatenate(found))
    last = last_known(starts, ends)
    has_end = len(ends) and not np.isnat(ends).any()
    dates = dates[~np.isnat(dates)]
    return dates[dates < ends.max()] if has_end and not np.isnat(last) else dates


def changed_territory(case: FilmedCase, steps: Steps, feedback: Feedback = NO_FEEDBACK) -> dict[int, np.ndarray]:
    """Number of a step → the areas (Shapely, lon/lat) that changed hands since the step before, source by source.

    Two sources are never compared; of one that is known on fewer than two steps there are none.
    """
    names = case.sources()
    found: dict[int, list] = {}
    for number, name in enumerate(names):
        part = SubFeedback(feedback, 100 * number / len(names), 100 * (number + 1) / len(names))
        report_progress(part, 0)
        series = case.territories(name).series()
        known = steps.moment[_is_known(series, steps.moment)]
        if len(known) < 2:
            continue
        changes = control_changes(series, known, feedback=part)
        for row, date in enumerate(changes.of_rows("date")):
            found.setdefault(int(np.searchsorted(steps.moment, date)), []).append(changes.geometry[row])
    return {step: _array(areas) for step, areas in found.items()}


def _is_known(series: ControlSeries, asked: np.ndarray) -> np.ndarray:
    return np.array([len(series.on(moment)) > 0 for moment in asked], bool)


def _array(areas: Iterable) -> np.ndarray:
    areas = list(areas)
    made = np.empty(len(areas), object)
    made[:] = areas
    return made


def case_layers(case: StyledCase) -> list[QgsVectorLayer]:
    """The layers of a case that are switched on in a project at first, from the top down, in the style of the case."""
    names, tables = layer_names(), case.tables()
    return [open_layer(case, table, names[table]) for table, is_on in LAYER_ORDER if is_on and table in tables]
