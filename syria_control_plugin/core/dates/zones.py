"""Time zones: the calendar days of moments where they were lived.

Data sets date events and lines to local days; times of fixes are moments in UTC. At 22:30 UTC, Damascus has the next
day.
"""

from __future__ import annotations

import datetime
import re
from zoneinfo import ZoneInfo

import numpy as np

from ..errors import TimeZoneError
from ..messages import Message
from .periods import SECOND

UTC = "UTC"
DAY = "datetime64[D]"
_OFFSET = re.compile(r"UTC([+-])(\d\d):?(\d\d)")
_GREATEST_OFFSET_H = 15


def time_zone(name: str) -> datetime.tzinfo:
    """Return a time zone by its name in the tz database, such as "Asia/Damascus", or its offset, such as "UTC+03:00".

    Raises TimeZoneError if there is none of that name.
    """
    offset = _OFFSET.fullmatch(name)
    if name == UTC:
        return datetime.timezone.utc
    if offset and int(offset[2]) < _GREATEST_OFFSET_H and int(offset[3]) < 60:
        shift = datetime.timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        return datetime.timezone(shift if offset[1] == "+" else -shift)
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError, TypeError) as error:  # also for names that are paths
        raise TimeZoneError(
            Message(
                "{!r:.60} is not a time zone of this computer. Set a name such as Asia/Damascus or an offset such as "
                "UTC+03:00.",
                name,
            )
        ) from error


def local_times(moments: np.ndarray, name: str) -> np.ndarray:
    """Return what clocks of a zone show at moments in UTC, (n,) datetime64[s]; NaT stays NaT.

    Where clocks are set back, two moments show the same. Raises TimeZoneError as ``time_zone``.
    """
    zone = time_zone(name)
    moments = np.asarray(moments, SECOND)
    distinct, row = np.unique(moments, return_inverse=True)
    return np.array([_local(moment, zone) for moment in distinct], SECOND)[row]


def local_days(moments: np.ndarray, name: str) -> np.ndarray:
    """Return the calendar days in a zone of moments in UTC, (n,) datetime64[D]. Raises as ``local_times``."""
    return local_times(moments, name).astype(DAY)


def days_as_dated(moments: np.ndarray, name: str) -> np.ndarray:
    """Return the days of moments of which those at 00:00:00 UTC stand for a date, which is a local day already."""
    moments = np.asarray(moments, SECOND)
    days = moments.astype(DAY)
    return np.where(days.astype(SECOND) == moments, days, local_days(moments, name))


def moments_of_days(days: np.ndarray, name: str) -> np.ndarray:
    """Return the moments in UTC at which calendar days of a zone begin, (n,) datetime64[s]. Raises as ``time_zone``.

    Where a day has two midnights, it begins at the first; where clocks skip it, after the gap.
    """
    zone = time_zone(name)
    return np.array([_midnight(day, zone) for day in np.asarray(days, DAY)], SECOND)


def _midnight(day: np.datetime64, zone: datetime.tzinfo) -> np.datetime64:
    local = datetime.datetime.combine(day.item(), datetime.time(), zone)
    try:
        return np.datetime64(local.astimezone(datetime.timezone.utc).replace(tzinfo=None), "s")
    except OverflowError:  # at the ends of Python's calendar
        return day.astype(SECOND)


def _local(moment: np.datetime64, zone: datetime.tzinfo) -> np.datetime64:
    if np.isnat(moment):
        return moment
    utc = moment.item().replace(tzinfo=datetime.timezone.utc)
    try:
        return np.datetime64(utc.astimezone(zone).replace(tzinfo=None), "s")
    except OverflowError:  # at the ends of Python's calendar
        return moment
