"""Contents of a case that follow from its territories: factions, contested territory, classes derived from history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from ..core import fields as f
from ..core.control.control_changes import retaken_ground
from ..core.control.holders import joined
from ..core.control.overlaps import contested_territory
from ..core.control.series import ControlSeries
from ..core.dates.options import Span
from ..core.factions.factions import Factions
from ..core.factions.themes import RetakenRule, Theme
from ..core.feedback import CancelOnly
from ..core.geometry.ellipsoid import areas_km2
from .case import Case
from .catalogue import factions_of, shipped_factions
from .editing import Draft, editing
from .import_report import ImportReport

CONTESTED, RETAKEN = "contested", "retaken"


def span_names(spans: Iterable[Span | None]) -> list[str | None]:
    """Return spans as a case stores them; None for dates that are known to the day."""
    return [None if span is None else span.value for span in spans]


def add_territories(
    draft: Draft, series: ControlSeries, basis: str, files: list[str], spans: Sequence[Span | None] | None = None
) -> list[int]:
    """Add the rows of a series to the territories of a case and return their ids.

    spans  what the start of each row is known to; None: all to the day
    """
    if len(series) == 0:
        return []
    columns = {
        f.FACTION: series.faction,
        f.VALID_FROM: series.start,
        f.VALID_TO: series.end,
        f.SOURCE: series.source,
        f.BASIS: [basis] * len(series),
        f.FILE: files,
        f.KNOWN_TO: span_names(spans or [None] * len(series)),
    }
    return draft.add_features(f.TERRITORIES, columns, series.geometry)


_COLUMNS = ("id", "name", "aliases", "bloc", "colour")


def _row_of(record: Mapping[str, object]) -> tuple:
    return tuple(
        json.dumps(record[name], ensure_ascii=False) if name == "aliases" else record[name] for name in _COLUMNS
    )


def _record_factions(draft: Draft, factions: Factions, theme: Theme) -> Theme:
    """Store in the case the factions that hold territory, and the theme with a fill for each; return that theme.

    A mover whose bloc an analyst set stays too.
    """
    holding = {name for (name,) in draft.select(f.TERRITORIES, f.FACTION, distinct=True)}
    shipped = shipped_factions()
    edited = {
        name
        for name, bloc in draft.select(f.FACTIONS, "id", "bloc")
        if (bloc or "") != (shipped[name].bloc if name in shipped else "")
    }
    records = [record for record in factions.to_records() if record["id"] in holding | edited]
    draft.replace_plain(f.FACTIONS, _COLUMNS, [_row_of(record) for record in records], {})
    theme = theme.with_spares(holding, {str(record["id"]): str(record["name"]) for record in records})
    draft.set_setting("theme", theme.to_dict())
    return theme


def store_blocs(draft: Draft, blocs: Mapping[str, str]) -> None:
    """Store the blocs of factions in a case: id → text as ``Faction.bloc``. Raises FactionError as ``Faction``."""
    factions = factions_of(draft).with_blocs(blocs)
    for record in factions.to_records():
        if record["id"] in blocs:
            draft.replace_plain(f.FACTIONS, _COLUMNS, [_row_of(record)], {"id": record["id"]})


def change_blocs(path: str, blocs: Mapping[str, str]) -> None:
    """Store the blocs of factions, as ``store_blocs``, in a case on disk. Raises CaseError and FactionError."""
    Case(path)  # a case that was deleted in the meantime is not created again
    with editing(path) as draft:
        store_blocs(draft, blocs)


def bring_up_to_date(
    draft: Draft,
    factions: Factions,
    theme: Theme,
    source: str,
    new_fids: Iterable[int],
    removed: Iterable[int],
    report: ImportReport,
) -> Theme:
    """Update factions, contested territory and derived classes from the territories; return the theme stored.

    source      whose territories were changed; if the theme changes, the other sources are updated too
    new_fids    ids of its territories that are new or have another end
    removed     ids of its territories that were removed
    """
    before = draft.setting("theme")
    theme = _record_factions(draft, factions, theme)
    _refresh_derived(draft, source, theme, report, new_fids, removed)
    if before != theme.to_dict():
        for other in draft.sources():
            if other != source:
                _refresh_derived(draft, other, theme, report, (), ())
    return theme


def _refresh_derived(
    draft: Draft, source: str, theme: Theme, report: ImportReport, new_fids: Iterable[int], removed: Iterable[int]
) -> None:
    stale = {int(fid) for fid in (*new_fids, *removed)}
    rows = draft.select(f.DERIVED, f.FID, f.KIND, f.CLASS, f.FIRST, f.SECOND, where={f.SOURCE: source})
    held = draft.territories(source)
    if any(kind == CONTESTED and name != theme.contested.id for _, kind, name, *_ in rows):
        new_fids = held.fid  # another theme has another id for it
        stale |= {fid for *_, one, other in rows for fid in (one, other)}
    draft.delete(f.DERIVED, [fid for fid, kind, _, *pair in rows if kind == RETAKEN or stale & set(pair)])
    factions = set(held.faction)
    if len(factions) < 2:
        return
    series = held.series()
    _add_contested(draft, series, held.fid, np.flatnonzero(np.isin(held.fid, list(new_fids))), theme, report)
    for entry in theme.classes:
        if entry.rule is not None and {entry.rule.held_by, entry.rule.earlier_held_by} <= factions:
            _add_retaken(draft, series, entry.id, entry.rule)


def _add_contested(
    draft: Draft, series: ControlSeries, fids: np.ndarray, rows: np.ndarray, theme: Theme, report: ImportReport
) -> None:
    contested = contested_territory(series, rows, feedback=CancelOnly(draft.feedback))
    report.slivers += contested.slivers
    report.sliver_km2 += contested.sliver_km2
    names = [tuple(sorted(pair)) for pair in series.faction[contested.pair]]
    for pair, area in zip(names, contested.area_km2):
        report.contested_km2[pair] = max(report.contested_km2.get(pair, 0.0), float(area))
    if len(contested):
        basis = "derived: claimed by both at once"
        pairs = dict(zip((f.FIRST, f.SECOND), fids[contested.pair].T))
        columns = (theme.contested.id, CONTESTED, names, contested.start, contested.end, contested.area_km2)
        draft.add_features(
            f.DERIVED, {**_columns(*columns, source=series.source[0], basis=basis), **pairs}, contested.geometry
        )


def _add_retaken(draft: Draft, series: ControlSeries, class_id: str, rule: RetakenRule) -> None:
    territory = retaken_ground(series, rule.held_by, rule.earlier_held_by, rule.since, CancelOnly(draft.feedback))
    if len(territory):
        since = np.datetime_as_string(rule.since, unit="D")
        basis = f"derived: held by {rule.held_by} now, by {rule.earlier_held_by} at some time since {since}"
        names = [(rule.held_by, rule.earlier_held_by)] * len(territory)
        rows = (class_id, RETAKEN, names, territory.start, territory.end, areas_km2(territory.geometry))
        draft.add_features(f.DERIVED, _columns(*rows, source=series.source[0], basis=basis), territory.geometry)


def _columns(
    class_id: str,
    kind: str,
    names: Sequence[Iterable[str]],
    start: np.ndarray,
    end: np.ndarray,
    area_km2: np.ndarray,
    source: str,
    basis: str,
) -> dict:
    count = len(names)
    return {
        f.CLASS: [class_id] * count,
        f.KIND: [kind] * count,
        f.FACTIONS_INVOLVED: [joined(each) for each in names],
        f.VALID_FROM: start,
        f.VALID_TO: end,
        f.SOURCE: [source] * count,
        f.BASIS: [basis] * count,
        f.AREA_KM2: area_km2,
    }
