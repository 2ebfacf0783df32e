"""When a film shows what: its steps in the time of the data, and the frames that each of them is held for."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np

from ...core.dates.periods import SECOND, moments
from ...core.errors import FilmError
from ...translation import tr

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
        raise FilmError(tr("No date of the data lies between {} and {}: {}.").format(first, last, span))
    return Steps(kept, np.append(kept[1:], kept[-1] + np.timedelta64(86400, "s")))


def steps_every(count: float, unit: str, first, last) -> Steps:
    """Steps of equal length from ``first`` on, the last one at or before ``last``.

    Raises FilmError for a step that is no positive whole number of seconds, and for a last moment before the first.
    """
    seconds = count * UNITS[unit]
    if not seconds >= 1:
        raise FilmError(tr("A step of {} {} is none: give a number above 0.").format(count, unit))
    first, last = (np.datetime64(moment, "s") for moment in (first, last))
    if last < first:
        raise FilmError(tr("The film would end ({}) before it begins ({}).").format(last, first))
    every = np.timedelta64(round(seconds), "s")
    number = int((last - first) // every) + 1
    if number > MOST_FRAMES:
        raise FilmError(
            tr("Steps of {} {} from {} to {} would be {}: make them longer.").format(count, unit, first, last, number)
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
        raise FilmError(
            tr(
                "The film would have {} frames, more than {}: take fewer steps, hold them for less long, or take "
                "fewer frames per second."
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
