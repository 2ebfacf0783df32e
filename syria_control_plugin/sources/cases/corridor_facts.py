"""What a case knows of its corridors one by one, as an evidence sheet shows it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from ...core.errors import SourceError
from ...core.told import Told
from .corridor_rows import Match, read_corridors, read_evidence


@dataclass(frozen=True)
class CorridorFacts:
    """What is known of one.

    record  field of the corridors' table → value
    start   datetime64[s], UTC, like ``end``: half-open
    path    Shapely line in lon/lat, None where there is none
    events  the events matched to it, the nearest first
    names   faction id → name
    """

    record: Mapping[str, object]
    start: np.datetime64
    end: np.datetime64
    path: object
    events: list[Match]
    names: Mapping[str, str]


def corridor_facts(case_path: str, wanted: Collection[int] = ()) -> list[CorridorFacts]:
    """Of the corridors with these numbers, in the case's order; of all where none are named.

    Raises SourceError for a number that the case does not have.
    """
    found = read_corridors(case_path)
    rows = found.rows
    missing = sorted(set(wanted) - set(rows.number.tolist()))
    if missing:
        raise SourceError(Told("The case has no corridor {}.", missing[0]))
    numbers = [int(number) for number in rows.number]
    return [
        CorridorFacts(
            rows.record(row), rows.start[row], rows.end[row], rows.path[row],
            read_evidence(case_path, number), found.names,
        )
        for row, number in enumerate(numbers)
        if not wanted or number in wanted
    ]  # fmt: skip
