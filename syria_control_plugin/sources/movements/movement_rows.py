"""Rows of one table, lines or points in lon/lat, made into movements; what is wrong with them goes to the report."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely

from ...core import fields as f
from ...core.dates.periods import SECOND
from ...core.factions.factions import FactionRegister
from ...core.movements.movements import MILLISECOND, Movements, concatenate_movements, from_lines
from ...core.told import Told
from ..cases.catalogue import faction_text
from ..files.tables import SourceTable
from ..files.values import text_of
from ..import_report import NOTED, REJECTED, ImportReport
from ..limits import check_factions
from ..maps.guesses import text_beside_date
from ..maps.roles import Place, Role
from ..progress import Progress, step
from .movement_fields import Roles, fix_roles, line_roles
from .movement_fixes import Fixes, movements_of, tell_of_fixes, tell_of_lines
from .movement_options import MovementOptions
from .movement_parts import with_joined_parts
from .movement_places import are_wkt
from .movement_times import periods_of_lines, times_of_fixes, times_of_measures

# What a case's own table has beside what was imported.
_OWN = (f.FID, f.GEOM, f.SHOWN_UNTIL, f.IS_TIMED)


@dataclass
class MovementRows:
    """Reads rows of tables; ``factions`` grows by those met. Each returns movements and the other columns as text."""

    options: MovementOptions
    factions: FactionRegister
    report: ImportReport
    progress: Progress

    def lines(self, table: SourceTable, used: set[str]) -> tuple[Movements, dict]:
        """A movement for each line, or for each part of it that is apart; timed where its M values are times."""
        table, joints = with_joined_parts(table)
        for row, count in joints.items():
            self._add(NOTED, table, row, Told("parts that join end to end made one: {} joints", count))
        roles = line_roles(table, self.options, self.factions)
        starts, ends, problems = periods_of_lines(table, roles.date, self.options)
        times = self._times(table, starts, ends)
        problems = {row: reason for row, reason in problems.items() if row not in times}
        movers = self._movers(table, roles.faction, problems)
        kept = self._kept(table, roles, problems)
        parts, owner, names = self._parts(table, roles, kept)
        is_timed = np.isin(owner, list(times))
        rows, lines = owner[~is_timed], parts[~is_timed]
        sources = self._sources(table, roles)
        plain = from_lines(names[~is_timed], movers[rows], starts[rows], ends[rows], sources[rows], lines)
        fixes = _vertices(parts, owner, names, is_timed, times, movers, sources)
        tracks = fixes.tracks(self.options, self._tell)
        tell_of_lines(self.report, table, fixes, tracks)
        rows = np.concatenate([rows, fixes.row[tracks.fix[tracks.first[:-1]]]]).astype(int)
        order = np.argsort(rows, kind="stable")
        movements = concatenate_movements([plain, movements_of(fixes, tracks)]).take(order)
        self.report.rows_loaded += len(np.unique(rows))
        others = self._others(table, roles, used)
        columns = {name: [text_of(values[row]) for row in rows[order]] for name, values in others.items()}
        return movements, {name: texts for name, texts in columns.items() if any(texts)}

    def fixes(self, table: SourceTable, used: set[str]) -> tuple[Movements, dict]:
        """A movement for each track and mover, or for each piece of it."""
        roles = fix_roles(table, self.options, self.factions)
        times, problems = times_of_fixes(table, roles, self.options)
        movers = self._movers(table, roles.faction, problems)
        ids = [text_of(value) for value in table.columns[roles.id]] if roles.id else [table.names[0]] * len(table)
        for row in [row for row, text in enumerate(ids) if not text]:
            problems.setdefault(row, Told("no track: {} is empty", roles.id))
        kept = self._kept(table, roles, problems)
        names, movers = np.array(ids, object)[kept], movers[kept]
        lonlat = shapely.get_coordinates(table.geometry[kept])
        sources = self._sources(table, roles)[kept]
        fixes = Fixes(kept, list(zip(names, movers)), names, movers, sources, times[kept], lonlat)
        tracks = fixes.tracks(self.options, self._tell)
        tell_of_fixes(self.report, table, fixes, tracks)
        self.report.rows_loaded += len(tracks.fix)
        return movements_of(fixes, tracks), self._agreed(table, roles, used, kept[tracks.fix], tracks.first)

    def _tell(self, done: float) -> None:
        step(self.progress, 50)  # how far all of it is, the caller tells; here it only can be cancelled

    def _kept(self, table: SourceTable, roles: Roles, problems: dict[int, str]) -> np.ndarray:
        """Rows without a problem; the others are rejected."""
        self.report.guesses += [line for line in roles.lines(table) if line not in self.report.guesses]
        for row, reason in sorted(problems.items()):
            self._add(REJECTED, table, row, reason)
        return np.array([row for row in range(len(table)) if row not in problems], int)

    def _add(self, action: str, table: SourceTable, row: int, reason: str) -> None:
        values = (table.attributes(row), table.geometry[row]) if action == REJECTED else ()
        self.report.add(action, table.file, table.layer, int(table.rows[row]), reason, *values)

    def _movers(self, table: SourceTable, role: Role, problems: dict[int, str]) -> np.ndarray:
        """Faction id of each row, "" where it has none; that is added to the problems."""
        if role.place is Place.GIVEN:
            texts = [role.detail] * len(table)
        elif role.place is Place.NAME:
            name = text_beside_date(table.names[role.level], self.options.date_order, self.options.limits)
            texts = [name] * len(table)
        else:
            texts = table.columns[role.detail]
        met: dict = {}
        ids = np.empty(len(table), object)
        for row, value in enumerate(texts):
            if value not in met:
                met[value] = self._faction(faction_text(value), role.told)
            ids[row] = met[value]
            if not ids[row]:
                problems.setdefault(row, "no faction")
            elif ids[row] in self.report.unknown_factions:
                self.report.unknown_factions[ids[row]] += 1
        return ids

    def _faction(self, text: str, told: str) -> str:
        if not text:
            return ""
        is_new = self.factions.resolve(text) is None
        faction = self.factions.of_text(text)
        if is_new:
            self.report.unknown_factions[faction.id] += 0
            check_factions(len(self.report.unknown_factions), told)
        return faction.id

    def _times(self, table: SourceTable, starts, ends) -> dict[int, np.ndarray]:
        """Row → times of its vertices, of the lines whose M values are times."""
        found = {}
        for row, measures in table.measures.items():
            times = times_of_measures(measures, starts[row], ends[row], self.options)
            if times is not None and len(times) == shapely.get_num_coordinates(table.geometry[row]):
                found[row] = times
                first, last = times[[0, -1]].astype(SECOND)
                if first < starts[row] or last > ends[row]:  # false where the row has no date
                    reason = Told(
                        "its M values are times from {} to {}, outside of its own date ({} to {}): the M values count",
                        first,
                        last,
                        starts[row],
                        ends[row],
                    )
                    self._add(NOTED, table, row, reason)
            elif np.isfinite(measures).any():
                reason = Told("its M values, from {:.10g} to {:.10g}, are no times: ignored", measures[0], measures[-1])
                self._add(NOTED, table, row, reason)
        return found

    def _parts(self, table: SourceTable, roles: Roles, kept: np.ndarray):
        """The parts of lines, the row of each, and what each is called."""
        parts, owner = shapely.get_parts(table.geometry[kept], return_index=True)
        owner = kept[owner]
        number = np.arange(len(owner)) - np.searchsorted(owner, owner) + 1
        several = np.isin(owner, owner[number == 2])
        ids = [text_of(value) for value in table.columns[roles.id]] if roles.id else [""] * len(table)
        names = np.empty(len(owner), object)
        for part, row in enumerate(owner.tolist()):
            name = ids[row] or f"{table.names[0]} {table.rows[row]}"
            names[part] = f"{name}/{number[part]}" if several[part] else name
        for row in np.unique(owner[several]).tolist():
            self._add(NOTED, table, row, Told("has {} parts: each is a movement of its own", int((owner == row).sum())))
        stays = (shapely.length(parts) == 0) & ~np.isin(owner, list(table.measures))
        for part in np.flatnonzero(stays):
            self._add(NOTED, table, int(owner[part]), Told("part {} stays in one point: left out", number[part]))
        return parts[~stays], owner[~stays], names[~stays]

    def _sources(self, table: SourceTable, roles: Roles) -> np.ndarray:
        default = self.options.series or table.names[0]
        texts = table.columns[roles.source] if roles.source else [""] * len(table)
        sources = np.empty(len(table), object)
        sources[:] = [text_of(text) or default for text in texts]
        return sources

    def _others(self, table: SourceTable, roles: Roles, used: set[str]) -> dict[str, list]:
        gone = {*roles.used, *used, *_OWN}
        others = {name: values for name, values in table.columns.items() if name not in gone}
        return {name: values for name, values in others.items() if not are_wkt(values)}

    def _agreed(self, table: SourceTable, roles: Roles, used: set[str], rows: np.ndarray, first: np.ndarray) -> dict:
        """The other columns of movements made of fixes: a value where all fixes have the same, else ""."""
        columns, varied = {}, []
        for name, values in self._others(table, roles, used).items():
            of_fixes = [text_of(values[row]) for row in rows]
            sets = [set(of_fixes[i:j]) for i, j in zip(first, first[1:])]
            if any(len(texts) > 1 for texts in sets):
                varied.append(name)
            columns[name] = [texts.pop() if len(texts) == 1 else "" for texts in sets]
        if varied:
            reason = Told("kept only where all fixes of a movement have the same value: {}", ", ".join(varied))
            self.report.add(NOTED, table.file, table.layer, None, reason)
        return {name: texts for name, texts in columns.items() if any(texts)}


def _vertices(parts, owner, names, is_timed, times: dict[int, np.ndarray], movers, sources) -> Fixes:
    """The vertices of lines whose M values are times; each part is a track of its own."""
    count = shapely.get_num_points(parts)
    chosen = np.flatnonzero(is_timed)
    moments = [np.empty(0, MILLISECOND)]
    past: dict[int, int] = {}
    for part in chosen:
        row = int(owner[part])
        begin = past.get(row, 0)
        past[row] = begin + int(count[part])
        moments.append(times[row][begin : past[row]])
    part = np.repeat(chosen, count[chosen])
    lonlat = shapely.get_coordinates(parts[chosen])
    rows = owner[part]
    return Fixes(rows, part.tolist(), names[part], movers[rows], sources[rows], np.concatenate(moments), lonlat)
