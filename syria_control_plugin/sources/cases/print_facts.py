"""What a print needs to know of a case or of a control series, beside its layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ...core.control.series import ControlSeries
from ...core.dates.periods import last_known, moments
from ...core.errors import SourceError
from ...core.factions.themes import Theme
from ...core.telling import Tell, silent
from ...core.told import Told
from .case import Case
from .case_digest import facts_of
from .class_areas import ClassArea, case_areas, series_areas

MOST_NAMED = 50  # sources; QGIS takes a minute to draw a text of a thousand names


@dataclass(frozen=True)
class PrintFacts:
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


def case_print_facts(case: Case, title: str) -> PrintFacts:
    """The facts of a case; ``title`` is for one that has none."""
    facts = facts_of(case, title)
    by_source = list(facts.map_dates.values())
    return PrintFacts(
        facts.title,
        facts.note,
        str(case.setting("sources") or _named(list(facts.map_dates))),
        facts.theme,
        facts.names,
        facts.tables,
        facts.dates,
        np.unique(np.concatenate(by_source)) if by_source else moments([]),
        facts.last_known,
    )


def series_print_facts(series: ControlSeries, title: str, theme: Theme) -> PrintFacts:
    """The facts of a control series that is in no case."""
    ends = series.end[~np.isnat(series.end)]
    dates = np.unique(np.concatenate([series.start, ends]))
    last = last_known(series.start, series.end)
    sources = _named(sorted(set(series.source)))
    return PrintFacts(title, "", sources, theme, {}, (), dates, dates, last)


def _named(sources: list[str]) -> str:
    """Names of sources; of very many the first ones, and how many more there are."""
    more = len(sources) - MOST_NAMED
    return "; ".join(sources[:MOST_NAMED]) + (f"; … (+ {more})" if more > 0 else "")


def areas_on(of: Case | ControlSeries, dates: Sequence, tell: Tell = silent) -> dict[np.datetime64, list[ClassArea]]:
    """The classes that hold ground on each of the dates. Raises SourceError for a date on which nobody does."""
    areas = (case_areas if isinstance(of, Case) else series_areas)(of, dates, tell)
    for date, found in areas.items():
        if not found:
            day = np.datetime_as_string(date, unit="D")
            raise SourceError(Told("DATES: of {} nothing is known, there is no map then. Choose another date.", day))
    return areas
