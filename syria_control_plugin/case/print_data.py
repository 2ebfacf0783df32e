"""Data that a print needs of a case or of a control series, beside its layers: texts, dates, and areas by class."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..core import fields as f
from ..core.control.areas_over_time import areas_over_time
from ..core.control.series import ControlSeries, rows_by
from ..core.dates.periods import last_known, moments, valid_at
from ..core.errors import SourceError
from ..core.factions.blocs import Blocs
from ..core.factions.themes import Theme
from ..core.feedback import NO_FEEDBACK, Feedback, SubFeedback
from ..core.messages import Message
from .case import Case, from_text
from .catalogue import case_blocs
from .corridors import has_stale_corridors
from .statistics import info_of, note_of, title_of
from .values import number_of


@dataclass(frozen=True)
class ClassArea:
    """Class on a date: faction id, or derived class behind its prefix; ellipsoidal area in km².

    share  of all territory held in the source, 0 to 1; NaN for a derived class, whose area is part of its faction's
    """

    source: str
    name: str
    area_km2: float
    share: float


def case_areas(case: Case, dates: Iterable, feedback: Feedback = NO_FEEDBACK) -> dict[np.datetime64, list[ClassArea]]:
    """Return date → the classes that hold territory, by source; only the territories of these dates are read."""
    wanted = [np.datetime64(date, "s") for date in dates]
    classes_on: dict[np.datetime64, list[ClassArea]] = {date: [] for date in wanted}
    names = case.sources()
    for number, source in enumerate(names):
        rows = case.territories(source)
        held = np.zeros(len(rows.fid), bool)
        for date in wanted:
            held |= valid_at(rows.start, rows.end, date)
        part = SubFeedback(feedback, 100 * number / len(names), 100 * (number + 1) / len(names))
        if held.any():
            _add(classes_on, source, rows.series(np.flatnonzero(held)), part, case_blocs(case), set(rows.faction))
        _add_derived(classes_on, case, source)
    return classes_on


def series_areas(series: ControlSeries, dates: Iterable, feedback: Feedback = NO_FEEDBACK) -> dict:
    """Return the areas of a control series, as ``case_areas``."""
    classes_on: dict[np.datetime64, list[ClassArea]] = {np.datetime64(date, "s"): [] for date in dates}
    rows_of = sorted(rows_by(series.source).items())
    for number, (source, rows) in enumerate(rows_of):
        part = SubFeedback(feedback, 100 * number / len(rows_of), 100 * (number + 1) / len(rows_of))
        _add(classes_on, source, series.take(rows), part, case_blocs(None), set(series.faction[rows]))
    return classes_on


def _add(
    classes_on: dict,
    source: str,
    series: ControlSeries,
    feedback: Feedback,
    blocs: Blocs,
    all_factions: set[str],
) -> None:
    areas = areas_over_time(series, feedback, blocs, all_factions)
    for date, classes in classes_on.items():
        rows = np.flatnonzero(valid_at(areas.date, areas.until, date) & (areas.area_km2 > 0))
        classes += [
            ClassArea(source=source, name=areas.faction[row], area_km2=areas.area_km2[row], share=areas.share[row])
            for row in rows
        ]


def _add_derived(classes_on: dict, case: Case, source: str) -> None:
    rows = case.select(f.DERIVED, f.CLASS, f.VALID_FROM, f.VALID_TO, f.AREA_KM2, where={f.SOURCE: source})
    if not rows:
        return
    starts, ends = (moments([from_text(row[column]) for row in rows]) for column in (1, 2))
    areas = np.nan_to_num([number_of(row[3]) for row in rows])
    for date, classes in classes_on.items():
        valid = valid_at(starts, ends, date)
        for name in dict.fromkeys(row[0] for row in rows):
            area = float(areas[valid & np.array([row[0] == name for row in rows])].sum())
            if area > 0:
                classes.append(ClassArea(source=source, name=f.DERIVED_PREFIX + name, area_km2=area, share=np.nan))


MOST_NAMED = 50  # sources; QGIS takes a minute to draw a text of a thousand names


@dataclass(frozen=True)
class PrintData:
    """Data of a print; missing texts are "".

    dates      (n,) datetime64[s]: moments at which anything changes, sorted
    map_dates  those with a new map, of any source
    last_known the last moment with any territory, NaT if there is none
    has_stale_corridors  as ``corridors.has_stale_corridors``
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
    has_stale_corridors: bool = False


def case_print_data(case: Case, title: str) -> PrintData:
    """Return the data of a case; ``title`` is for one that has none."""
    info = info_of(case, title)
    by_source = list(info.map_dates.values())
    return PrintData(
        title=title_of(case, title),
        note=note_of(case),
        sources=str(case.setting("sources") or _named(list(info.map_dates))),
        theme=info.theme,
        names=info.names,
        tables=info.tables,
        dates=info.dates,
        map_dates=np.unique(np.concatenate(by_source)) if by_source else moments([]),
        last_known=info.last_known,
        has_stale_corridors=has_stale_corridors(case),
    )


def series_print_data(series: ControlSeries, title: str, theme: Theme) -> PrintData:
    """Return the data of a control series that is not in a case."""
    ends = series.end[~np.isnat(series.end)]
    dates = np.unique(np.concatenate([series.start, ends]))
    last = last_known(series.start, series.end)
    sources = _named(sorted(set(series.source)))
    return PrintData(
        title=title,
        note="",
        sources=sources,
        theme=theme,
        names={},
        tables=(),
        dates=dates,
        map_dates=dates,
        last_known=last,
    )


def _named(sources: list[str]) -> str:
    """Return the names of sources; of very many, the first ones and the number of the others."""
    more = len(sources) - MOST_NAMED
    return "; ".join(sources[:MOST_NAMED]) + (f"; … (+ {more})" if more > 0 else "")


def areas_on(
    data: Case | ControlSeries, dates: Sequence, feedback: Feedback = NO_FEEDBACK
) -> dict[np.datetime64, list[ClassArea]]:
    """Return the classes that hold territory on each of the dates. Raises SourceError for a date without any."""
    areas = case_areas(data, dates, feedback) if isinstance(data, Case) else series_areas(data, dates, feedback)
    for date, classes in areas.items():
        if not classes:
            day = np.datetime_as_string(date, unit="D")
            raise SourceError(Message("DATES: no map covers {}. Choose another date.", day))
    return areas
