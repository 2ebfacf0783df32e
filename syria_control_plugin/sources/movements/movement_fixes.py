"""Timed fixes made into movements, and what was left out or cut on the way, told row by row."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np

from ...core.dates.periods import SECOND
from ...core.movements.fixes import ALONE, AT_ONCE, OUTLIER, REPEATED, Tracks, tracks_from_fixes
from ...core.movements.movements import Movements
from ...core.telling import Tell
from ...core.told import Told
from ..files.tables import SourceTable
from ..import_report import NOTED, REJECTED, ImportReport
from .movement_options import MovementOptions

_WHY = {
    AT_ONCE: Told("another fix of its track has the same time, elsewhere"),
    OUTLIER: Told("an outlier: the fixes before and after it fit each other, and not it"),
    ALONE: Told("the only fix of its track, or between two cuts of it"),
}


@dataclass(frozen=True)
class Fixes:
    """Fixes as columns of length m: rows of their table, what tells their tracks apart, and what movements need."""

    row: np.ndarray
    track: list
    name: np.ndarray
    mover: np.ndarray
    source: np.ndarray
    time: np.ndarray
    lonlat: np.ndarray

    def tracks(self, options: MovementOptions, tell: Tell) -> Tracks:
        limits = options.speed_limit_kmh, options.gap_limit_h, options.jump_limit_km
        return tracks_from_fixes(self.track, self.time, self.lonlat, *limits, tell=tell)


def movements_of(fixes: Fixes, tracks: Tracks) -> Movements:
    """The tracks as movements; of several pieces of a track "A" the first is "A/1"."""
    first, last = tracks.fix[tracks.first[:-1]], tracks.fix[tracks.first[1:] - 1]
    ids = [f"{name}/{piece}" if piece else name for name, piece in zip(fixes.name[first], tracks.piece)]
    of_fixes = fixes.source[tracks.fix]
    sources = ["; ".join(dict.fromkeys(of_fixes[i:j])) for i, j in zip(tracks.first, tracks.first[1:])]
    start, end = (fixes.time[rows].astype(SECOND) for rows in (first, last))
    return Movements(
        ids, fixes.mover[first], start, end, sources, tracks.first, fixes.lonlat[tracks.fix], fixes.time[tracks.fix]
    )


def tell_of_fixes(report: ImportReport, table: SourceTable, fixes: Fixes, tracks: Tracks) -> None:
    """Rejects the rows of points that are in no movement, and tells where tracks were cut."""
    repeated = int((tracks.left_why == REPEATED).sum())
    if repeated:
        reason = Told(
            "{} fixes have the time and, within 50 m, the place of another of their track: counted once", repeated
        )
        report.add(NOTED, table.file, table.layer, None, reason)
    for fix, why in zip(tracks.left_out, tracks.left_why):
        if why != REPEATED:
            row = int(fixes.row[fix])
            reason = f"{_WHY[why]} (track {fixes.name[fix]!r:.60}, {_moment(fixes.time[fix])})"
            report.add(REJECTED, table.file, table.layer, int(table.rows[row]), reason, table.attributes(row),
                       table.geometry[row])  # fmt: skip
    _tell_cuts(report, table, fixes, tracks, with_row=False)


def tell_of_lines(report: ImportReport, table: SourceTable, fixes: Fixes, tracks: Tracks) -> None:
    """Rejects lines of which no movement is left, and tells of the others what was left out and cut."""
    whole = set(fixes.row[tracks.fix].tolist())
    left_out = Counter(zip(fixes.row[tracks.left_out].tolist(), tracks.left_why))
    for row in sorted(set(fixes.row.tolist()) - whole):
        reason = Told("the times and places of its vertices leave no two that follow each other")
        report.add(REJECTED, table.file, table.layer, int(table.rows[row]), reason, table.attributes(row),
                   table.geometry[row])  # fmt: skip
    for (row, why), count in left_out.items():
        if row in whole and why != REPEATED:
            reason = Told("{} of its vertices left out: {}", count, _WHY[why])
            report.add(NOTED, table.file, table.layer, int(table.rows[row]), reason)
    _tell_cuts(report, table, fixes, tracks, with_row=True)


def _tell_cuts(report: ImportReport, table: SourceTable, fixes: Fixes, tracks: Tracks, with_row: bool) -> None:
    cuts: dict = {}
    for number, before in enumerate(tracks.cut[:, 0].tolist()):
        cuts.setdefault(fixes.track[before], []).append(number)
    for numbers in cuts.values():
        before, after = tracks.cut[numbers[0]]
        km, hours = tracks.cut_km[numbers[0]], tracks.cut_h[numbers[0]]
        often = f"{len(numbers)} times, first" if len(numbers) > 1 else "once,"
        reason = Told(
            "track {!r:.60} cut {} between {} and {}, {}: {:.1f} km in {:.2f} hours",
            fixes.name[before],
            often,
            _moment(fixes.time[before]),
            _moment(fixes.time[after]),
            tracks.cut_why[numbers[0]],
            km,
            hours,
        )
        row = int(table.rows[fixes.row[before]]) if with_row else None
        report.add(NOTED, table.file, table.layer, row, reason)
    report.tracks_cut += len(cuts)


def _moment(time: np.datetime64) -> str:
    return str(time.astype(SECOND)).replace("T", " ")
