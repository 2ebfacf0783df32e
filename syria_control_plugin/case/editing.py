"""Changes to a case that never leave it half-written.

A change is made on a copy beside the case, which then replaces the case in one step: renamed if there was no case, else
copied over the old content in one SQLite transaction (so that layers open in QGIS, on Windows too, continue to read the
same file). After any interruption, the case is the old one or the new one.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from numpy.typing import ArrayLike

from ..core import fields as f
from ..core.errors import CaseError
from ..core.feedback import NO_FEEDBACK, Feedback
from ..core.messages import Message
from . import schema
from .case import FORMAT, WAIT_SECONDS, Case, connected, has_content
from .import_report import ImportIssue
from .regular_files import target_problem
from .trust import check_name, refuse_triggers

_STALE_SECONDS = 3600


class Draft(Case):
    """Case that is being changed; only ``editing`` makes one.

    Adding rows raises Cancelled if ``feedback`` is cancelled.
    """

    feedback: Feedback = NO_FEEDBACK

    def set_setting(self, key: str, value: object) -> None:
        self.replace_plain(f.SETTINGS, (f.KEY, f.VALUE), [(key, json.dumps(value, ensure_ascii=False))], {f.KEY: key})

    def replace_plain(self, table: str, columns: tuple[str, ...], rows: list[tuple], where: dict) -> None:
        """Replace the rows of a table without geometry that match ``where``, in one transaction."""
        condition = " AND ".join(f"{column} = ?" for column in where) or "1"
        marks = ", ".join("?" * len(columns))
        with closing(connected(self.path)) as database, database:
            database.execute(" ".join(["DELETE FROM", table, "WHERE", condition]), tuple(where.values()))
            database.executemany(" ".join(["INSERT INTO", table, f"({', '.join(columns)}) VALUES ({marks})"]), rows)

    def add_features(self, table: str, columns: dict, geometry: Iterable[Any] | None) -> list[int]:
        """Add rows to a table and return their ids. Moments are datetime64, geometries Shapely's or None."""
        return schema.add_features(self.path, table, columns, geometry, self.feedback)

    def replace_rows(
        self, table: str, kinds: dict, columns: dict, geometry: Iterable[Any] | None, geometry_type: int, series: str
    ) -> None:
        """Replace the rows of the same series; the table is created if it is missing.

        kinds    column → OGR field type; one column is the series
        columns  column → values
        """
        schema.ensure_table(self.path, table, kinds, geometry_type)
        self.delete(table, [fid for (fid,) in self.select(table, f.FID, where={f.SERIES: series})])
        self.add_features(table, columns, geometry)

    def drop(self, table: str) -> None:
        """Delete a table with its rows."""
        schema.drop_table(self.path, table)

    def replace_all(
        self, table: str, kinds: dict, columns: dict, geometry: Iterable[Any] | None, geometry_type: int
    ) -> None:
        """Replace all rows of a table; the table is created if it is missing. Parameters as in ``replace_rows``."""
        schema.ensure_table(self.path, table, kinds, geometry_type)
        self.delete(table, [fid for (fid,) in self.select(table, f.FID)])
        self.add_features(table, columns, geometry)

    def forget(self, source: str, files: Iterable[str], maps_too: bool = True) -> None:
        """Delete what is known of files that are read again: their fingerprints, issues and, if ``maps_too``, maps."""
        for table in (f.FILES, f.IMPORT_ISSUES, *([f.MAPS] if maps_too else ())):
            known = self.select(table, f.FID, f.FILE, where={f.SOURCE: source})
            self.delete(table, [fid for fid, file in known if file in set(files)])

    def remember(self, source: str, fingerprints: dict[str, str]) -> None:
        """Record the files that were read, so that the next import need not read them again."""
        files = list(fingerprints)
        columns = {f.SOURCE: [source] * len(files), f.FILE: files, f.FINGERPRINT: list(fingerprints.values())}
        if files:
            self.add_features(f.FILES, columns, None)

    def add_issues(self, source: str, issues: list[ImportIssue]) -> None:
        """Record repaired and rejected rows in their original form, where the user can see them."""
        if issues:
            columns = {
                f.SOURCE: [source] * len(issues),
                f.FILE: [issue.file for issue in issues],
                f.LAYER: [issue.layer for issue in issues],
                f.ROW: [issue.row for issue in issues],
                f.ACTION: [issue.action for issue in issues],
                f.REASON: [str(issue.reason) for issue in issues],
                f.ATTRIBUTES: [issue.attributes_json for issue in issues],
            }
            self.add_features(f.IMPORT_ISSUES, columns, [issue.geometry for issue in issues])

    def delete(self, table: str, fids: Iterable[int]) -> None:
        schema.delete_features(self.path, table, fids)

    def set_ends(self, fids: Iterable[int], ends: ArrayLike) -> None:
        """Set the ends of territories."""
        schema.set_ends(self.path, f.TERRITORIES, fids, ends)


@contextmanager
def editing(path: str, feedback: Feedback = NO_FEEDBACK) -> Iterator[Draft]:
    """Yield a draft of the case at a path, new if no case exists; it replaces the case when the block succeeds.

    An error inside leaves the case unchanged. Raises CaseError if the path holds something else, cannot be written or
    has triggers of somebody else, or if another program changed the case in the meantime.
    """
    target = Path(path)
    if not target.parent.is_dir():
        raise CaseError(Message("The folder {!r} does not exist. Create it or choose another.", str(target.parent)))
    if problem := target_problem(path):
        raise CaseError(Message("{!r}: {}", path, problem))
    check_name(path)
    is_new = not has_content(path)
    before = 0 if is_new else Case(path).revision()
    _remove_stale_drafts(target)
    try:
        handle, name = tempfile.mkstemp(prefix=_prefix(target), suffix=".gpkg", dir=target.parent)
    except OSError as error:
        raise CaseError(
            Message("{!r} cannot be written to: {}. Choose another folder.", str(target.parent), error)
        ) from error
    os.close(handle)
    # Kept open, so that SQLite reports to it what others write meanwhile, including an analyst's edits in QGIS.
    watch = None if is_new else sqlite3.connect(path)
    try:
        version = _version(watch)
        if is_new:
            os.remove(name)
            schema.create_case(name)
            _set(name, "format", FORMAT)
        else:
            _copy(path, name)
        draft = Draft(name)
        refuse_triggers(path, draft.foreign_triggers)
        draft.feedback = feedback
        yield draft
        _set(name, "revision", before + 1)
        _settle(name)
        if has_content(path) and (is_new or _version(watch) != version):
            raise CaseError(Message("{!r} was changed by another program in the meantime. Try again.", path))
        if is_new:
            os.replace(name, target)
        else:
            _copy(name, path)
    except (sqlite3.Error, OSError) as error:
        raise CaseError(
            Message("{!r} cannot be written: {}. Is the disk full or write-protected?", path, error)
        ) from error
    finally:
        if watch is not None:
            watch.close()
        for leftover in (name, f"{name}-journal", f"{name}-wal", f"{name}-shm"):
            with suppress(OSError):  # deleted already, or still open on Windows: then the next import removes it
                os.remove(leftover)


def _version(watch: sqlite3.Connection | None) -> int | None:
    """Return a number that changes with what other connections write; None without a file to watch."""
    return None if watch is None else watch.execute("PRAGMA data_version").fetchone()[0]


def _set(path: str, key: str, value: object) -> None:
    draft = Draft.__new__(Draft)
    draft.path = path
    draft.set_setting(key, value)


def _settle(path: str) -> None:
    # QGIS may have left the draft in write-ahead mode, with rows in a separate file.
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = DELETE")


def _copy(source: str, target: str) -> None:
    deadline = time.monotonic() + WAIT_SECONDS

    def waited_enough(status: int, remaining: int, total: int) -> None:
        if remaining and time.monotonic() > deadline:
            raise CaseError(Message("{!r} is locked by another program. Close the file there and try again.", target))

    with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new, progress=waited_enough)


def _prefix(target: Path) -> str:
    return f".{target.stem}.draft-"


def _remove_stale_drafts(target: Path) -> None:
    # Left by a killed import. A draft that is still being written is younger.
    for leftover in target.parent.glob(f"{_prefix(target)}*"):
        with suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _STALE_SECONDS:
                leftover.unlink()
