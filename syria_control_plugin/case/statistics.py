"""Data that a panel shows of a case: general information at once; areas, changes and events by date later."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..core import fields as f
from ..core.control.areas_over_time import AreasOverTime, areas_over_time
from ..core.control.control_changes import ControlChanges, control_changes
from ..core.control.series import rows_by
from ..core.dates.periods import OPEN, SECOND, last_known, moments, valid_at
from ..core.factions.themes import Theme
from ..core.feedback import NO_FEEDBACK, Feedback, SubFeedback, report_progress
from .case import Case, from_text
from .catalogue import case_blocs, theme_for
from .schema import layer_of, opened
from .themes import unedited_theme
from .values import number_of, shapes_from_wkb

# UCDP GED's own column, kept with its events: the place alone, whereas the label also names the actors.
_PLACE = "where_coordinates"


@dataclass(frozen=True)
class EventRows:
    """Reported events of a case, by start; columns of length n.

    start, end  datetime64[s], half-open
    is_exact    whether the date is known to the day
    sides       who fought whom, like place in the wording of the case's table
    geometry    points, lon/lat; None if missing
    """

    start: np.ndarray
    end: np.ndarray
    is_exact: np.ndarray
    sides: np.ndarray
    place: np.ndarray
    geometry: np.ndarray

    def __len__(self) -> int:
        return len(self.start)

    def on(self, moment: np.datetime64) -> np.ndarray:
        """Return the rows of events that overlap the day that begins at a moment, the newest first."""
        first = np.datetime64(moment, "s")
        rows = np.flatnonzero((self.start < first + np.timedelta64(1, "D")) & (first < self.end))
        return rows[np.argsort(self.start[rows], kind="stable")[::-1]]


def events_of(case: Case) -> EventRows:
    """Return the events in a case's table; rows without a period are left out, as on the map."""
    if f.EVENTS not in case.tables():
        times, objects = np.empty(0, SECOND), np.empty(0, object)
        return EventRows(
            start=times, end=times, is_exact=np.empty(0, bool), sides=objects, place=objects, geometry=objects
        )
    with opened(case.path) as dataset:
        layer = layer_of(dataset, f.EVENTS)
        known = {field.GetName() for field in layer.schema}
        points = {each.GetFID(): each.GetGeometryRef() and bytes(each.GetGeometryRef().ExportToWkb()) for each in layer}
    wanted = (f.FID, f.VALID_FROM, f.VALID_TO, f.SIDE_A, f.SIDE_B, f.LABEL, _PLACE, f.IS_EXACT_DATE)
    columns = [name for name in wanted if name in known or name == f.FID]
    rows = [dict(zip(columns, row)) for row in case.select(f.EVENTS, *columns)]
    rows = [row for row in rows if row.get(f.VALID_FROM) and row.get(f.VALID_TO)]
    rows.sort(key=lambda row: str(row[f.VALID_FROM]))
    sides = [" – ".join(str(row[side]) for side in (f.SIDE_A, f.SIDE_B) if row.get(side)) for row in rows]
    places = [str(row.get(_PLACE) or row.get(f.LABEL) or "") for row in rows]
    return EventRows(
        start=moments([from_text(row[f.VALID_FROM]) for row in rows]),
        end=moments([from_text(row[f.VALID_TO]) for row in rows]),
        is_exact=np.array([row.get(f.IS_EXACT_DATE) != 0 for row in rows], bool),
        sides=np.array(sides, object),
        place=np.array(places, object),
        geometry=shapes_from_wkb([points.get(row[f.FID]) for row in rows]),
    )


_LONGEST_TITLE, _LONGEST_NOTE = 1000, 20_000  # characters; QGIS takes minutes to show longer ones


@dataclass(frozen=True)
class CaseInfo:
    """What is known of a case without computing anything.

    title, note shortened if they are long; in full: ``title_of``, ``note_of``
    tables     the tables and views that hold data
    theme      the case's own theme, edited or not
    unedited   the theme before it was edited; None if it was not
    names      faction id → its name
    classes    classes that the drawn view shows at any time: faction ids, and derived classes behind their prefix
    dates      (n,) datetime64[s]: the moments at which a territory begins or ends, all sources together
    last_known the last moment at which the case has any territory, NaT if it has none
    map_dates  source → its map dates, sorted; for a source without maps (reports, stated periods) its dates of change
    revision   number of changes made to the case
    """

    path: str
    title: str
    note: str
    tables: tuple[str, ...]
    theme: Theme
    unedited: Theme | None
    names: Mapping[str, str]
    classes: tuple[str, ...]
    dates: np.ndarray
    last_known: np.datetime64
    map_dates: Mapping[str, np.ndarray]
    revision: int

    def time_of_map(self, source: str, moment: np.datetime64) -> tuple[np.datetime64, np.datetime64]:
        """Return [begin, end) of the map of a source that shows a moment; (NaT, NaT) before the first map.

        A map ends with the next one. The last map ends after a day, as its validity is unknown.
        """
        dates = self.map_dates.get(source, moments([]))
        number = int(np.searchsorted(dates, np.datetime64(moment, "s"), side="right")) - 1
        if number < 0 or np.isnat(moment):
            return OPEN, OPEN
        return dates[number], dates[number + 1] if number + 1 < len(dates) else dates[number] + np.timedelta64(1, "D")


def title_of(case: Case, title: str) -> str:
    """Return the title of a case; ``title`` is for a case that has none of its own."""
    return str(case.setting("title") or title)


REPORT_NOTES = "report_notes"  # the setting with source of territories → on how many reports and assumptions they rest


def note_of(case: Case) -> str:
    """Return the note of a case and what the maps of its reports rest on (``REPORT_NOTES``); "" if there is neither."""
    stored = case.setting(REPORT_NOTES)
    notes = stored if isinstance(stored, dict) else {}
    more = [str(notes[source]) for source in (case.sources() if notes else ()) if source in notes]
    return " ".join(text for text in (str(case.setting("note") or ""), *more) if text)


def info_of(case: Case, title: str) -> CaseInfo:
    """Return the general information on a case; ``title`` is for a case that has none of its own."""
    rows = case.select(f.TERRITORIES, f.SOURCE, f.VALID_FROM, f.VALID_TO, distinct=True)
    rows_of = sorted(rows_by(row[0] for row in rows).items())
    starts, ends = (moments([from_text(row[column]) for row in rows]) for column in (1, 2))
    steps = {name: _steps(starts[numbers], ends[numbers]) for name, numbers in rows_of}
    return CaseInfo(
        path=case.path,
        title=_beginning(title_of(case, title), _LONGEST_TITLE),
        note=_beginning(note_of(case), _LONGEST_NOTE),
        tables=tuple(case.tables()),
        theme=theme_for(case, ""),
        unedited=unedited_theme(case),
        names=dict(case.select(f.FACTIONS, "id", "name")),
        classes=tuple(case.classes()),
        dates=_steps(starts, ends),
        last_known=last_known(starts, ends),
        map_dates={name: np.union1d(_maps(case, name), dates) for name, dates in steps.items()},
        revision=case.revision(),
    )


def _beginning(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def _steps(starts: np.ndarray, ends: np.ndarray) -> np.ndarray:
    return np.unique(np.concatenate([starts, ends[~np.isnat(ends)]]))


def _maps(case: Case, source: str) -> np.ndarray:
    dates = case.select(f.MAPS, f.MAP_DATE, where={f.SOURCE: source}, distinct=True)
    return np.array([from_text(date) for (date,) in dates if date is not None], SECOND)


@dataclass(frozen=True)
class Figures:
    """Numbers of a class on a date; all NaN while nothing is known.

    area_km2    area
    share       of all held territory (0 to 1; NaN for derived classes)
    change_km2  change of the area since the map before (NaN if there is none)
    """

    area_km2: float
    share: float
    change_km2: float


_UNKNOWN = Figures(np.nan, np.nan, np.nan)


@dataclass(frozen=True)
class SourceStatistics:
    """One source of a case by date.

    map_dates   (n,) datetime64[s], sorted: each map, and each date on which control changed
    areas       one row per faction and date of change
    changes     the control changes, each date of change against the one before
    derived     class (behind its prefix) → start, end, area in km² of each of its rows
    """

    source: str
    map_dates: np.ndarray
    areas: AreasOverTime
    changes: ControlChanges
    derived: Mapping[str, tuple[np.ndarray, np.ndarray, np.ndarray]]

    @cached_property
    def factions(self) -> list[str]:
        """Sorted ids."""
        return sorted(set(self.areas.faction))

    @cached_property
    def change_dates(self) -> np.ndarray:
        """Dates on which any territory changes, sorted."""
        return self.areas.date[:: max(len(self.factions), 1)]

    def area_table(self) -> np.ndarray:
        """Return the (dates of change, factions) areas in km²; NaN if nothing is known."""
        return self.areas.area_km2.reshape(len(self.change_dates), len(self.factions))

    def largest_factions(self, most: int) -> set[str]:
        """Return the factions, ``most`` of them at most, whose area was the largest at any time."""
        if len(self.factions) <= most:
            return set(self.factions)
        peaks = np.nan_to_num(self.area_table()).max(axis=0)
        return {self.factions[number] for number in np.argsort(-peaks, kind="stable")[:most]}

    @cached_property
    def changed_km2(self) -> np.ndarray:
        """Area that changed hands at each of ``map_dates``; NaN at the first one, which has none before it."""
        by_interval = np.bincount(self.changes.interval, self.changes.area_km2, minlength=len(self.changes.intervals))
        sums = np.zeros(len(self.map_dates))
        sums[:1] = np.nan
        sums[np.searchsorted(self.map_dates, self._interval_dates)] = by_interval
        return sums

    def map_on(self, moment: np.datetime64) -> np.datetime64:
        """Return the date of the map that shows a moment: the last one until then; NaT before the first."""
        place = int(np.searchsorted(self.map_dates, np.datetime64(moment, "s"), side="right"))
        return self.map_dates[place - 1] if place else OPEN

    def figures_on(self, moment: np.datetime64) -> dict[str, Figures]:
        """Return class → its figures at a moment; the change is between the map of the moment and the one before."""
        shown = self.map_on(moment)
        figures = {name: self._faction(number, shown) for number, name in enumerate(self.factions)}
        return {**figures, **{name: self._derived(name, shown) for name in self.derived}}

    def changes_on(self, moment: np.datetime64) -> np.ndarray:
        """Return the rows of ``changes`` that came with the map of a moment, the largest first; possibly none."""
        shown = self.map_on(moment)
        number = int(np.searchsorted(self._interval_dates, shown)) if not np.isnat(shown) else len(self._interval_dates)
        if number == len(self._interval_dates) or self._interval_dates[number] != shown:
            return np.empty(0, int)
        first, last = np.searchsorted(self.changes.interval, [number, number + 1])
        return first + np.argsort(-self.changes.area_km2[first:last], kind="stable")

    @cached_property
    def _interval_dates(self) -> np.ndarray:
        return moments([interval.date for interval in self.changes.intervals])

    def _faction(self, number: int, shown: np.datetime64) -> Figures:
        row = int(np.searchsorted(self.change_dates, shown, side="right")) - 1
        if np.isnat(shown) or row < 0:
            return _UNKNOWN
        cell = row * len(self.factions) + number
        area, share = float(self.areas.area_km2[cell]), float(self.areas.share[cell])
        is_new = self.change_dates[row] == shown
        change = float(self.areas.change_km2[cell]) if is_new else 0.0 if not np.isnan(area) else np.nan
        return Figures(area, share, change)

    def _derived(self, name: str, shown: np.datetime64) -> Figures:
        if np.isnat(shown):
            return _UNKNOWN
        starts, ends, areas = self.derived[name]
        area = float(areas[valid_at(starts, ends, shown)].sum())
        place = int(np.searchsorted(self.map_dates, shown))
        if place == 0:
            return Figures(area, np.nan, np.nan)
        before = float(areas[valid_at(starts, ends, self.map_dates[place - 1])].sum())
        return Figures(area, np.nan, area - before)


@dataclass(frozen=True)
class CaseStatistics:
    """Case by date: its general information, each source by its name, and the events."""

    facts: CaseInfo
    sources: Mapping[str, SourceStatistics]
    events: EventRows


def statistics_of(info: CaseInfo, feedback: Feedback = NO_FEEDBACK) -> CaseStatistics:
    """Compute areas and changes of each source of a case. Raises Cancelled if the user cancels."""
    case = Case(info.path)
    names = list(info.map_dates)
    sources = {}
    for number, source in enumerate(names):
        sub_feedback = SubFeedback(
            SubFeedback(feedback, 0, 95), 100 * number / len(names), 100 * (number + 1) / len(names)
        )
        sources[source] = _statistics_of_source(case, source, info.map_dates[source], sub_feedback)
    report_progress(feedback, 95)
    return CaseStatistics(info, sources, events_of(case))


def _statistics_of_source(case: Case, source: str, map_dates: np.ndarray, feedback: Feedback) -> SourceStatistics:
    series = case.territories(source).series()
    changes = control_changes(series, feedback=SubFeedback(feedback, 5, 50))
    areas = areas_over_time(series, SubFeedback(feedback, 50, 100), case_blocs(case))
    return SourceStatistics(
        source=source, map_dates=map_dates, areas=areas, changes=changes, derived=_derived(case, source)
    )


def _derived(case: Case, source: str) -> dict:
    rows = case.select(f.DERIVED, f.CLASS, f.VALID_FROM, f.VALID_TO, f.AREA_KM2, where={f.SOURCE: source})
    columns_of = {}
    for name in dict.fromkeys(row[0] for row in rows):
        rows_of_class = [row for row in rows if row[0] == name]
        starts, ends = (moments([from_text(row[column]) for row in rows_of_class]) for column in (1, 2))
        areas = np.nan_to_num([number_of(row[3]) for row in rows_of_class])
        columns_of[f.DERIVED_PREFIX + name] = (starts, ends, areas)
    return columns_of
