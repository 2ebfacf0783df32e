"""The import of control maps: from what the user points at to a case, with a report."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections import Counter
from dataclasses import asdict, dataclass, field, replace
from typing import Callable, Protocol

import numpy as np

from ..core import fields as f
from ..core.dates import DateLimits, order_of_names
from ..core.errors import SourceError
from ..core.factions import Factions
from ..core.overlaps import settle_by_precedence
from ..core.series import ControlSeries
from ..core.snapshots import HeldPeriods, joined_periods, merge_maps
from ..core.themes import Theme
from .case import Case, Draft, editing, has_content
from .catalogue import known_factions, theme_for
from .coordinates import common_extent
from .dated_maps import DatedGround, MapReader
from .guesses import LayoutWishes, NoDateFound, Place, guess_layout, text_beside_date
from .history import add_territories, bring_up_to_date
from .import_report import REJECTED, ImportReport
from .progress import SILENT, Progress, step
from .tables import SourceTable

_SAMPLE = 5


class MapInput(Protocol):
    """One file or layer: ``InputFile`` and ``LayerInput``."""

    key: str
    folder: str
    names: tuple[str, ...]

    def checksum(self) -> str: ...

    def tables(self, with_properties: bool = False) -> list[SourceTable]: ...


@dataclass(frozen=True)
class ImportOptions:
    """Settings of an import; the common case needs none.

    source           name of the series; "": that of the folder the files lie in
    theme            id or path of a theme; "": the case's own, or the default one
    precedence       factions in the order in which they keep ground that others claim too; (): kept as contested
    hole_limit_days  how long a map counts when the next one is later; None: as in the source's last import that
                     gave one, else until the next map
    end_is_last_day  the end field names the last day on which the ground was held
    crs              CRS of files that name none
    latest           last date a map can have; None: tomorrow
    """

    wishes: LayoutWishes = field(default_factory=LayoutWishes)
    source: str = ""
    theme: str = ""
    precedence: tuple[str, ...] = ()
    hole_limit_days: float | None = None
    end_is_last_day: bool = False
    crs: str = ""
    latest: np.datetime64 | None = None

    @property
    def limits(self) -> DateLimits:
        tomorrow = np.datetime64(datetime.datetime.now(datetime.timezone.utc).date(), "s") + np.timedelta64(2, "D")
        return DateLimits(latest=self.latest or tomorrow)

    def fingerprint(self, checksum: str) -> str:
        """Tells a file again: its content and the settings by which it was read."""
        settings = {**asdict(self), "theme": "", "source": "", "latest": ""}
        text = json.dumps([checksum, settings], default=str, sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()


def import_maps(
    case_path: str,
    inputs: list[MapInput],
    options: ImportOptions = ImportOptions(),
    progress: Progress = SILENT,
    finish: Callable[[Draft, Theme], None] = lambda draft, theme: None,
) -> ImportReport:
    """Brings control maps into a case, made where there is none, and says what it did.

    Reads only files that are new or changed, or that share a map's faction with such a file. ``finish`` may
    add to the draft (its style, say) before it takes the case's place. Raises SourceError where nothing can
    be read or what is where stays open, AmbiguousDate where day and month do, Cancelled; the case is then
    as before.
    """
    if not inputs:
        raise SourceError("There is nothing to import: no map was found.")
    inputs = _told_apart(inputs)
    report = ImportReport()
    options = replace(options, source=options.source or _default_source(inputs[0], options))
    case = Case(case_path) if has_content(case_path) else None
    before = case.fingerprints(options.source) if case else {}
    prints = {each.key: options.fingerprint(each.checksum()) for each in inputs}
    fresh = [each for each in inputs if prints[each.key] != before.get(each.key)]
    report.files_unchanged = len(inputs) - len(fresh)
    theme = theme_for(case, options.theme)
    if not fresh and case and case.setting("theme") == theme.to_dict():
        return report
    known_cells = case.map_cells(options.source) if case else []
    ground, read = _read(inputs, fresh, known_cells, case, options, report, progress)
    cells = ground.cells(report)
    report.maps = len(cells)
    if not (cells or ground.periods or case):
        raise SourceError("No row could be imported. " + "; ".join(report.lines()[-5:]))
    step(progress, 75)
    with editing(case_path) as draft:
        fresh_ids, gone_ids = _apply(draft, ground, cells, known_cells, read, options, report)
        draft.remember(options.source, {key: prints[key] for key in read})
        step(progress, 85)
        theme = bring_up_to_date(draft, ground.factions, theme, options.source, fresh_ids, gone_ids, report)
        step(progress, 95)
        finish(draft, theme)
        step(progress, 99)
    return report


def _told_apart(inputs: list[MapInput]) -> list[MapInput]:
    """The inputs with keys that differ: a project may have two layers of one name in one group."""
    met: Counter = Counter()
    apart = []
    for each in inputs:
        met[each.key] += 1
        count = met[each.key]
        apart.append(each if count == 1 else replace(each, key=f"{each.key} ({count})"))
    return apart


def _default_source(first: MapInput, options: ImportOptions) -> str:
    """Name of the folder, zip or group; for a lone layer its name without the date."""
    order = options.wishes.date_order or order_of_names(first.names)
    return first.folder or text_beside_date(first.names[0], order, options.limits) or first.key


def _read(inputs, fresh, known_cells, case, options, report, progress) -> tuple[DatedGround, list[str]]:
    """What the fresh files say, and the keys of the files read."""
    ground = DatedGround(known_factions(case))
    if not fresh:
        return ground, []
    readable: dict[str, list[SourceTable] | None] = {}
    by_key = {each.key: each for each in inputs}
    order = options.wishes.date_order or order_of_names(name for each in inputs for name in each.names)
    wishes = replace(options.wishes, date_order=order)
    tables = _sample(fresh, readable, report)
    try:
        layout = guess_layout(tables, wishes, ground.factions, options.limits)
    except NoDateFound:
        # A look at what the files say of themselves costs a second reading: only where nothing else helps.
        tables = [table for key in readable if readable[key] for table in by_key[key].tables(with_properties=True)]
        layout = guess_layout(tables, wishes, ground.factions, options.limits)
        readable.clear()
    with_properties = layout.date.place is Place.PROPERTY
    report.guesses = layout.lines()
    extent = common_extent([table.geometry for table in tables]) if case is None else _extent_of(case)
    reader = MapReader(layout, order, options.limits, options.crs, extent, options.end_is_last_day, report, ground)
    read: list[str] = []
    waiting = list(fresh)
    while waiting:
        for number, each in enumerate(waiting):
            step(progress, 75 * number / len(waiting))
            found = readable.pop(each.key) if each.key in readable else _tables(each, report, with_properties)
            for table in found or ():
                reader.read(table)
            read.append(each.key)
        shared = _sharing_files(ground, known_cells, read)
        waiting = [by_key[key] for key in sorted(shared) if key in by_key]
        for key in sorted(shared - set(by_key)):
            report.add("noted", key, "", None, "shares a map with a file read now, and is not part of this import: "
                       "its ground on that map is replaced; import both together to keep both")  # fmt: skip
        report.files_unchanged -= len(waiting)
    report.files_read = len(read)
    return ground, read


def _tables(each: MapInput, report: ImportReport, with_properties: bool = False) -> list[SourceTable] | None:
    try:
        return each.tables(with_properties)
    except SourceError as error:
        report.add(REJECTED, each.key, "", None, str(error))
        return None


def _sample(fresh: list, readable: dict, report: ImportReport) -> list[SourceTable]:
    """Tables of a few files spread over the input; where none of them has rows, of the first file that has."""
    picked = [fresh[number] for number in np.unique(np.linspace(0, len(fresh) - 1, _SAMPLE).astype(int))]
    for each in picked:
        readable[each.key] = _tables(each, report)
    for each in fresh:
        if any(len(table) for found in readable.values() for table in found or ()):
            break
        if each.key not in readable:
            readable[each.key] = _tables(each, report)
    tables = [table for found in readable.values() for table in found or ()]
    return [table for table in tables if len(table)] or tables


def _sharing_files(ground: DatedGround, known_cells, read: list[str]) -> set[str]:
    """Files of earlier imports that show a faction on a map which a file read now shows, or showed, too."""
    touched = set(ground.makers) | {(date, faction) for date, faction, file in known_cells if file in read}
    return {file for date, faction, file in known_cells if faction and (date, faction) in touched and file not in read}


def _extent_of(case: Case):
    found = case.select("gpkg_contents", "min_x", "min_y", "max_x", "max_y", where={"table_name": f.TERRITORIES})
    return found[0] if found and None not in found[0] else None


def _apply(draft: Draft, ground, cells, known_cells, read, options: ImportOptions, report: ImportReport):
    """Writes what the read files say into the draft.

    Returns the ids of the territories that are new or have another end, and of those that are gone.
    """
    if options.precedence:
        names = [_id_of(ground.factions, name) for name in options.precedence]
        cells = {date: settle_by_precedence(factions, names) for date, factions in cells.items()}
    held = draft.territories(options.source, f.PUBLISHED_MAP)
    held_periods = HeldPeriods(held.faction, held.start, held.end, lambda row: held.geometry([row])[0])
    limit = _hole_limit(draft, options)
    dates = [date for date, _, _ in known_cells]
    edit = merge_maps(held_periods, dates, cells, _gone(cells, known_cells, read), options.source, limit)
    first_file = {made: min(files) for made, files in ground.makers.items()}
    files = [first_file.get(made, "") for made in zip(edit.added.start, edit.added.faction)]
    draft.delete(f.TERRITORIES, held.fid[edit.removed])
    draft.set_ends(held.fid[edit.changed], edit.new_ends)
    added = add_territories(draft, edit.added, f.PUBLISHED_MAP, files)
    stated, unstated = _replace_stated_periods(draft, ground, read, options.source)
    report.territories_added += len(added) + len(stated)
    report.territories_removed += len(edit.removed) + len(unstated)
    report.territories_changed += len(edit.changed)
    draft.forget(options.source, read)
    _write_maps(draft, ground, options.source)
    draft.add_issues(options.source, report.issues)
    return [*added, *stated, *held.fid[edit.changed]], [*held.fid[edit.removed], *unstated]


def _hole_limit(draft: Draft, options: ImportOptions) -> np.timedelta64 | None:
    """The limit given, which the case keeps, or the one that an earlier import of the source gave."""
    limits = draft.setting("hole_limit_days") or {}
    days = limits.get(options.source) if options.hole_limit_days is None else options.hole_limit_days
    if days is None:
        return None
    draft.set_setting("hole_limit_days", {**limits, options.source: days})
    return np.timedelta64(round(days * 86400), "s")


def _gone(cells, known_cells, read: list[str]) -> dict:
    """What maps no longer show since a file that showed it was read again (see ``merge_maps``)."""
    before: dict = {}
    for date, faction, file in known_cells:
        before.setdefault(date, {}).setdefault(file in read, set()).add(faction)
    gone = {}
    for date, found in before.items():
        if True not in found:
            continue
        elsewhere = found.get(False, set())
        if date not in cells and not elsewhere:
            gone[date] = None
        else:
            gone[date] = found[True] - set(cells.get(date, ())) - elsewhere - {""}
    return gone


def _replace_stated_periods(draft: Draft, ground: DatedGround, read: list[str], source: str):
    """Puts the rows with stated periods of the read files in the place of those of an earlier import."""
    held = draft.territories(source, f.STATED_PERIOD)
    old = held.fid[np.isin(held.file, read)]
    draft.delete(f.TERRITORIES, old)
    added = []
    for key in sorted({row[4] for row in ground.periods}):
        faction, start, end, geometry, _ = zip(*(row for row in ground.periods if row[4] == key))
        series = joined_periods(ControlSeries(faction, start, end, geometry, [source] * len(start)))
        added += add_territories(draft, series, f.STATED_PERIOD, [key] * len(series))
    return added, old


def _write_maps(draft: Draft, ground: DatedGround, source: str) -> None:
    rows = [(date, faction, file) for (date, faction), makers in ground.makers.items() for file in makers]
    rows.sort(key=lambda row: (row[0], row[1] or "", row[2]))
    if rows:
        date, faction, file = zip(*rows)
        columns = {f.SOURCE: [source] * len(rows), f.MAP_DATE: date, f.FACTION: faction, f.FILE: file}
        draft.add_features(f.MAPS, columns, None)


def _id_of(factions: Factions, name: str) -> str:
    faction = factions.resolve(name)
    if faction is None:
        raise SourceError(f"PRECEDENCE names {name!r}, which no row holds and no list of factions knows.")
    return faction.id
