"""What a print needs to know of a case or of a control series, beside its layers.

How much ground each class holds on some dates: what a print states beside its map.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..core import fields as f
from ..core.control.areas_over_time import areas_over_time
from ..core.control.series import ControlSeries, rows_by
from ..core.dates.periods import last_known, moments, valid_at
from ..core.errors import SourceError
from ..core.factions.themes import Theme
from ..core.feedback import NO_FEEDBACK, Feedback, SubFeedback
from ..core.messages import Message
from .case import Case, from_text
from .statistics import info_of, note_of, title_of
from .values import number_of


@dataclass(frozen=True)
class ClassArea:
    """A class on a date: faction id, or derived class behind its prefix; ellipsoidal area in km².

    share  of all ground that the source has held, 0 to 1; NaN for a derived class, whose ground its faction's row has
    """

    source: str
    name: str
    area_km2: float
    share: float


def case_areas(case: Case, dates: Iterable, feedback: Feedback = NO_FEEDBACK) -> dict[np.datetime64, list[ClassArea]]:
    """Date → the classes that hold ground, by source; only the territories of these dates are read."""
    wanted = [np.datetime64(date, "s") for date in dates]
    found: dict[np.datetime64, list[ClassArea]] = {date: [] for date in wanted}
    names = case.sources()
    for number, source in enumerate(names):
        rows = case.territories(source)
        held = np.zeros(len(rows.fid), bool)
        for date in wanted:
            held |= valid_at(rows.start, rows.end, date)
        part = SubFeedback(feedback, 100 * number / len(names), 100 * (number + 1) / len(names))
        if held.any():
            _add(found, source, rows.series(np.flatnonzero(held)), part)
        _add_derived(found, case, source)
    return found


def series_areas(series: ControlSeries, dates: Iterable, feedback: Feedback = NO_FEEDBACK) -> dict:
    """As ``case_areas``, of a control series."""
    found: dict[np.datetime64, list[ClassArea]] = {np.datetime64(date, "s"): [] for date in dates}
    rows_of = sorted(rows_by(series.source).items())
    for number, (source, rows) in enumerate(rows_of):
        part = SubFeedback(feedback, 100 * number / len(rows_of), 100 * (number + 1) / len(rows_of))
        _add(found, source, series.take(rows), part)
    return found


def _add(found: dict, source: str, series: ControlSeries, feedback: Feedback) -> None:
    areas = areas_over_time(series, feedback)
    for date, classes in found.items():
        rows = np.flatnonzero(valid_at(areas.date, areas.until, date) & (areas.area_km2 > 0))
        classes += [ClassArea(source, areas.faction[row], areas.area_km2[row], areas.share[row]) for row in rows]


def _add_derived(found: dict, case: Case, source: str) -> None:
    rows = case.select(f.DERIVED, f.CLASS, f.VALID_FROM, f.VALID_TO, f.AREA_KM2, where={f.SOURCE: source})
    if not rows:
        return
    starts, ends = (moments([from_text(row[column]) for row in rows]) for column in (1, 2))
    areas = np.nan_to_num([number_of(row[3]) for row in rows])
    for date, classes in found.items():
        valid = valid_at(starts, ends, date)
        for name in dict.fromkeys(row[0] for row in rows):
            area = float(areas[valid & np.array([row[0] == name for row in rows])].sum())
            if area > 0:
                classes.append(ClassArea(source, f.DERIVED_PREFIX + name, area, np.nan))


MOST_NAMED = 50  # sources; QGIS takes a minute to draw a text of a thousand names


@dataclass(frozen=True)
class PrintData:
    """Texts are "" where there are none.

    dates      (n,) datetime64[s]: moments at which anything changes, sorted
    map_dates  those at which there is a new map, of whatever source
    last_known the last moment at which there is any territory, NaT where there is none
    """

    title: str
    note: str
    sources: str
    theme: Theme
    names: Mapping[str, str]
    tables: tuple[str, ...]
    dates: np.ndarray
    map_dates: np.ndarray
    last_known: np.datetime64


def case_print_data(case: Case, title: str) -> PrintData:
    """The facts of a case; ``title`` is for one that has none."""
    facts = info_of(case, title)
    by_source = list(facts.map_dates.values())
    return PrintData(
        title_of(case, title),
        note_of(case),
        str(case.setting("sources") or _named(list(facts.map_dates))),
        facts.theme,
        facts.names,
        facts.tables,
        facts.dates,
        np.unique(np.concatenate(by_source)) if by_source else moments([]),
        facts.last_known,
    )


def series_print_data(series: ControlSeries, title: str, theme: Theme) -> PrintData:
    """The facts of a control series that is in no case."""
    ends = series.end[~np.isnat(series.end)]
    dates = np.unique(np.concatenate([series.start, ends]))
    last = last_known(series.start, series.end)
    sources = _named(sorted(set(series.source)))
    return PrintData(title, "", sources, theme, {}, (), dates, dates, last)


def _named(sources: list[str]) -> str:
    """Names of sources; of very many the first ones, and how many more there are."""
    more = len(sources) - MOST_NAMED
    return "; ".join(sources[:MOST_NAMED]) + (f"; … (+ {more})" if more > 0 else "")


def areas_on(
    of: Case | ControlSeries, dates: Sequence, feedback: Feedback = NO_FEEDBACK
) -> dict[np.datetime64, list[ClassArea]]:
    """The classes that hold ground on each of the dates. Raises SourceError for a date on which nobody does."""
    areas = case_areas(of, dates, feedback) if isinstance(of, Case) else series_areas(of, dates, feedback)
    for date, found in areas.items():
        if not found:
            day = np.datetime_as_string(date, unit="D")
            raise SourceError(Message("DATES: no map covers {}. Choose another date.", day))
    return areas
