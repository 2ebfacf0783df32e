"""The case: one GeoPackage that holds everything known of an area, and is never left half-written.

A change is made on a copy beside the case, which takes its place in one step: renamed where there was no case,
else put over the old content in one SQLite transaction (so that layers open in QGIS, on Windows too, go on
reading the same file). Whatever interrupts it, the case is the old one or the new one.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import time
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import numpy as np
import shapely

from ..core import fields as f
from ..core.errors import CaseError
from ..core.periods import SECOND, valid_at
from ..core.series import ControlSeries
from . import case_schema
from .import_report import ImportIssue

FORMAT = "Syria Control case"
_STALE_SECONDS = 3600
_WAIT_SECONDS = 30


class Case:
    """A case on disk, for reading. Raises CaseError where the file is no case."""

    def __init__(self, path: str):
        self.path = str(path)
        if not os.path.isfile(self.path):
            raise CaseError(f"There is no case at {self.path!r}.")
        try:
            if self.setting("format") != FORMAT:
                raise CaseError(f"{self.path!r} was not made by Syria Control. Choose another file.")
        except sqlite3.DatabaseError as error:
            raise CaseError(f"{self.path!r} is not a case: {error}. Choose another file.") from error

    def setting(self, key: str):
        """A value kept with the case (theme, title, …); None where there is none."""
        try:
            rows = self.select(f.SETTINGS, f.VALUE, where={f.KEY: key})
        except sqlite3.OperationalError:
            return None
        return json.loads(rows[0][0]) if rows else None

    def select(self, table: str, *columns: str, where: dict | None = None, distinct: bool = False) -> list[tuple]:
        """Rows of a table in the order of the first column; ``where``: column → value that it equals.

        Tables and columns are names of ``core.fields``; values go as parameters. The case is opened for writing
        too, so that SQLite can undo a write that was cut off.
        """
        conditions = " AND ".join(f"{column} = ?" for column in where or ())
        words = ["SELECT", "DISTINCT" if distinct else "", ", ".join(columns), "FROM", table]
        words += ["WHERE", conditions] if conditions else []
        with closing(sqlite3.connect(self.path, timeout=_WAIT_SECONDS)) as database:
            return database.execute(" ".join([*words, "ORDER BY 1"]), tuple((where or {}).values())).fetchall()

    def tables(self) -> list[str]:
        """Names of the tables and views that hold data."""
        return [name for (name,) in self.select("gpkg_contents", "table_name")]

    def sources(self) -> list[str]:
        """Names of the sources of territories, sorted."""
        return [name for (name,) in self.select(f.TERRITORIES, f.SOURCE, distinct=True)]

    def classes(self) -> list[str]:
        """What the drawn view shows at any time: faction ids, and derived classes behind their prefix."""
        return [name for (name,) in self.select(f.CONTROL_MAP, f.CLASS, distinct=True)]

    def dates(self) -> np.ndarray:
        """The moments at which a territory begins or ends, sorted."""
        found = {text for row in self.select(f.TERRITORIES, f.VALID_FROM, f.VALID_TO, distinct=True) for text in row}
        return np.array(sorted(from_text(text) for text in found if text is not None), SECOND)

    def derived_area_km2(self, class_id: str, moment) -> float:
        """Area of a derived class at a moment, all sources together."""
        rows = self.select(f.DERIVED, f.VALID_FROM, f.VALID_TO, f.AREA_KM2, where={f.CLASS: class_id})
        starts, ends = (np.array([from_text(row[number]) for row in rows], SECOND) for number in (0, 1))
        return float(np.array([row[2] for row in rows])[valid_at(starts, ends, moment)].sum()) if rows else 0.0

    def territories(self, source: str, basis: str | None = None) -> TerritoryRows:
        """The rows of one source, and one basis, in the order of their ids; geometry is read when asked for."""
        where = {f.SOURCE: source, **({f.BASIS: basis} if basis else {})}
        columns = (f.FID, f.FACTION, f.VALID_FROM, f.VALID_TO, f.FILE)
        return TerritoryRows(self.path, source, self.select(f.TERRITORIES, *columns, where=where))

    def map_cells(self, source: str) -> list[tuple[np.datetime64, str, str]]:
        """(map date, faction id, file key) of what each imported file showed; faction "" for the map as such."""
        found = self.select(f.MAPS, f.MAP_DATE, f.FACTION, f.FILE, where={f.SOURCE: source})
        return [(from_text(date), faction or "", file) for date, faction, file in found]

    def fingerprints(self, source: str) -> dict[str, str]:
        """File key → fingerprint of the files imported so far."""
        return dict(self.select(f.FILES, f.FILE, f.FINGERPRINT, where={f.SOURCE: source}))


class TerritoryRows:
    """Territories of a case without their geometry: ``fid``, ``faction``, ``start``, ``end``, ``file``."""

    def __init__(self, path: str, source: str, rows: list[tuple]):
        columns = list(zip(*rows)) or [()] * 5
        self._path, self._source = path, source
        self.fid = np.asarray(columns[0], int)
        self.faction = np.asarray(columns[1], object)
        self.start = np.asarray([from_text(text) for text in columns[2]], SECOND)
        self.end = np.asarray([from_text(text) for text in columns[3]], SECOND)
        self.file = np.asarray(columns[4], object)

    def geometry(self, rows) -> np.ndarray:
        """Shapely geometries of the rows at these positions."""
        with case_schema.opened(self._path) as dataset:
            layer = dataset.GetLayerByName(f.TERRITORIES)
            features = (layer.GetFeature(int(fid)) for fid in self.fid[rows])
            return shapely.from_wkb([bytes(each.GetGeometryRef().ExportToIsoWkb()) for each in features])

    def series(self, rows=slice(None)) -> ControlSeries:
        """The rows as a control series."""
        faction = self.faction[rows]
        return ControlSeries(
            faction, self.start[rows], self.end[rows], self.geometry(rows), [self._source] * len(faction)
        )


class Draft(Case):
    """A case being changed. Only ``editing`` makes one."""

    def set_setting(self, key: str, value) -> None:
        self.replace_plain(f.SETTINGS, (f.KEY, f.VALUE), [(key, json.dumps(value, ensure_ascii=False))], {f.KEY: key})

    def replace_plain(self, table: str, columns: tuple[str, ...], rows: list[tuple], where: dict) -> None:
        """Puts rows of a table without geometry in the place of those that equal ``where``, in one transaction."""
        gone = " AND ".join(f"{column} = ?" for column in where) or "1"
        marks = ", ".join("?" * len(columns))
        with closing(sqlite3.connect(self.path)) as database, database:
            database.execute(" ".join(["DELETE FROM", table, "WHERE", gone]), tuple(where.values()))
            database.executemany(" ".join(["INSERT INTO", table, f"({', '.join(columns)}) VALUES ({marks})"]), rows)

    def add_features(self, table: str, columns: dict, geometry) -> list[int]:
        """Adds rows to a table and returns their ids. Moments are datetime64, geometries Shapely's or None."""
        return case_schema.add_features(self.path, table, columns, geometry)

    def replace_rows(self, table: str, kinds: dict, columns: dict, geometry, geometry_type: int, series: str) -> None:
        """Puts rows in the place of those of the same series; the table is made where it is missing.

        kinds    column → OGR field type; one column is the series
        columns  column → values
        """
        case_schema.ensure_table(self.path, table, kinds, geometry_type)
        self.delete(table, [fid for (fid,) in self.select(table, f.FID, where={f.SERIES: series})])
        self.add_features(table, columns, geometry)

    def forget(self, source: str, files) -> None:
        """Takes out what is known of files that are read again: their maps, fingerprints and issues."""
        for table in (f.MAPS, f.FILES, f.IMPORT_ISSUES):
            known = self.select(table, f.FID, f.FILE, where={f.SOURCE: source})
            self.delete(table, [fid for fid, file in known if file in set(files)])

    def remember(self, source: str, fingerprints: dict[str, str]) -> None:
        """Notes the files that were read, so that the next import need not read them again."""
        files = list(fingerprints)
        columns = {f.SOURCE: [source] * len(files), f.FILE: files, f.FINGERPRINT: list(fingerprints.values())}
        if files:
            self.add_features(f.FILES, columns, None)

    def add_issues(self, source: str, issues: list[ImportIssue]) -> None:
        """Keeps repaired and rejected rows, as they came, where the user can see them."""
        if issues:
            columns = {
                f.SOURCE: [source] * len(issues),
                f.FILE: [issue.file for issue in issues],
                f.LAYER: [issue.layer for issue in issues],
                f.ROW: [issue.row for issue in issues],
                f.ACTION: [issue.action for issue in issues],
                f.REASON: [issue.reason for issue in issues],
                f.ATTRIBUTES: [issue.attributes_json for issue in issues],
            }
            self.add_features(f.IMPORT_ISSUES, columns, [issue.geometry for issue in issues])

    def delete(self, table: str, fids) -> None:
        case_schema.delete_features(self.path, table, fids)

    def set_ends(self, fids, ends) -> None:
        """Gives territories another end."""
        case_schema.set_ends(self.path, f.TERRITORIES, fids, ends)


def has_content(path: str) -> bool:
    """Whether there is a file with anything in it: a case, or something that is none."""
    return os.path.isfile(path) and os.path.getsize(path) > 0


@contextmanager
def editing(path: str):
    """A draft of the case at a path, made where there is none; takes the case's place when the block ends well.

    An error inside leaves the case as it was. Raises CaseError where the path holds something else, can't be
    written, or where the case was changed by somebody else in the meantime.
    """
    target = Path(path)
    if not target.parent.is_dir():
        raise CaseError(f"The folder {str(target.parent)!r} does not exist. Make it or choose another.")
    is_new = not has_content(path)
    before = None if is_new else Case(path).setting("revision")
    _remove_stale_drafts(target)
    try:
        handle, name = tempfile.mkstemp(prefix=_prefix(target), suffix=".gpkg", dir=target.parent)
    except OSError as error:
        raise CaseError(f"Can't write into {str(target.parent)!r}: {error}. Choose another folder.") from error
    os.close(handle)
    try:
        if is_new:
            os.remove(name)
            case_schema.create_case(name)
            _set(name, "format", FORMAT)
        else:
            _copy(path, name)
        yield Draft(name)
        _set(name, "revision", (before or 0) + 1)
        _settle(name)
        if has_content(path) and (is_new or Case(path).setting("revision") != before):
            raise CaseError(f"{path!r} was changed by another import meanwhile. Import again.")
        if is_new:
            os.replace(name, target)
        else:
            _copy(name, path)
    except sqlite3.Error as error:
        raise CaseError(f"{path!r} can't be written: {error}") from error
    finally:
        for leftover in (name, f"{name}-journal", f"{name}-wal", f"{name}-shm"):
            with suppress(OSError):  # gone already, or still open on Windows: then the next import removes it
                os.remove(leftover)


def to_text(moment) -> str | None:
    """A moment as a GeoPackage writes date-times; None for NaT."""
    return None if np.isnat(moment) else str(np.datetime64(moment, "ms")) + "Z"


def from_text(text: str | None) -> np.datetime64:
    """The moment of a GeoPackage date or date-time, NaT for NULL."""
    return np.datetime64("NaT" if text is None else text.rstrip("Z"), "s")


def _set(path: str, key: str, value) -> None:
    draft = Draft.__new__(Draft)
    draft.path = path
    draft.set_setting(key, value)


def _settle(path: str) -> None:
    # QGIS may have left the draft in write-ahead mode, with rows in a file of their own.
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = DELETE")


def _copy(source: str, target: str) -> None:
    deadline = time.monotonic() + _WAIT_SECONDS

    def waited_enough(status, remaining, total):
        if remaining and time.monotonic() > deadline:
            raise CaseError(f"{target!r} is locked by another program. Close it there and import again.")

    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new, progress=waited_enough)


def _prefix(target: Path) -> str:
    return f".{target.stem}.draft-"


def _remove_stale_drafts(target: Path) -> None:
    # What a killed import left. A draft that somebody is still writing is younger.
    for leftover in target.parent.glob(f"{_prefix(target)}*"):
        with suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _STALE_SECONDS:
                leftover.unlink()
