"""Detection of the fields of a table of movements, by name and by content."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np

from ...case.values import text_of
from ...core import fields as f
from ...core.dates.parsing import parse_dates
from ...core.dates.periods import OPEN, SECOND
from ...core.errors import AmbiguousDate, SourceError
from ...core.factions.factions import FactionRegister
from ...core.messages import Message
from ...core.movements.movements import ANY_HOST
from ..files.tables import SourceTable
from ..maps.candidates import HOLDER_NAMES, AmbiguousField, quoted
from ..maps.detection import FieldRole, NoDateFound, Origin, detect_date, detect_faction
from .options import MovementOptions

_LINE_IDS = (
    f.MOVEMENT, "movement_id", "track_id", "trackid", "track", "trajectory", "convoy", "id", "name", "label",
)  # fmt: skip
_TRACK_IDS = (
    "track_id", "trackid", "track", "trajectory_id", "traj_id", "trajectory", "trip_id", "trip", f.MOVEMENT,
    "movement_id", "vehicle_id", "vehicle", "unit_id", "unit", "device_id", "device", "mmsi", "callsign", "convoy",
)  # fmt: skip
_TRACK_NAMES = ("name", "id")  # usually of the row, not the track
_TIMES = (
    "time", "timestamp", "datetime", "date_time", "gps_time", "fix_time", "time_utc", "utc", "date", "day", "datum",
    "dt",
)  # fmt: skip
_DATES = ("date", "day", "datum", "timestamp", "datetime", "time", f.VALID_FROM, "start_date", "date_start", "start")
_CLOCKS = ("time", "clock", "hour", "time_of_day", "uhrzeit", "zeit")
_MOVERS = ((f.MOVER,), (f.FACTION,), ("actor", "group"), *HOLDER_NAMES)
_SOURCES = (f.SOURCE, "sources", "reported_by", "publisher", "url", "src")
_PASSAGES = (f.PASSAGE_REPORTED,)
POSITIONS = "position_basis"  # of each position
WAYPOINTS = "waypoint_basis"  # of the positions of a line between its start and its end
_REMARKS = ("confidence", POSITIONS, WAYPOINTS, "note", "notes")
_REPORTED = frozenset(("", "reported", "observed", "measured", "gps"))
_YES = frozenset(("yes", "true", "1", "y", "ja", "oui", "да", "نعم", "erê"))
_NO = frozenset(("", "no", "false", "0", "n", "nein", "non", "нет", "لا", "na"))
_CLOCK = re.compile(r"\s*\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?\s*(?:[ap]m)?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?\s*", re.I)
_RANGE = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?", re.ASCII)
_SOME = 2000
# Seconds, or milliseconds, since 1970 as trackers write them: of the years 2001 to 2286.
_EPOCH = re.compile(r"\d{10}(?:\d{3})?(?:\.\d*)?")


class NoMovements(SourceError):
    """The table does not contain movements."""


@dataclass(frozen=True)
class FieldMapping:
    """Fields, or other origins, of each role; ``id`` and ``source`` are "" if none, ``clock`` if dates include it."""

    id: str
    source: str
    faction: FieldRole
    date: FieldRole | None
    clock: str = ""
    passage: str = ""
    positions: str = ""

    def lines(self, table: SourceTable) -> list[Message]:
        """Return the detected origins as sentences."""

        def field(name: str) -> Message | None:
            return Message("field {!r}", name) if name else None

        origins = (
            (Message("Movement"), field(self.id)),
            (Message("Mover"), self.faction.message),
            (Message("Date"), self.date.message if self.date is not None else None),
            (Message("Time of day"), field(self.clock)),
            (Message("Source"), field(self.source)),
            (Message("Passage reported"), field(self.passage)),
            (Message("Basis of positions"), field(self.positions)),
        )
        return [Message("{}: {}: {}.", table.layer, name, origin) for name, origin in origins if origin is not None]

    @property
    def used(self) -> set[str]:
        """Columns with a role, which are not kept as other columns."""
        fields = [self.id, self.source, self.clock, self.passage]
        for role in (self.faction, self.date):
            if role is not None and role.place in (Origin.FIELD, Origin.PERIOD_FIELDS):
                fields += [role.detail, role.end]
        return {name for name in fields if name}


def is_own_table(table: SourceTable) -> bool:
    """Return whether this is a case's table of movements, of this version or an earlier one."""
    return {f.MOVEMENT, f.FACTION, f.SERIES} <= set(table.columns) and bool(
        {f.VALID_FROM, _OLD_DATE} & set(table.columns)
    )


_OLD_DATE = "movement_date"


def line_mapping(table: SourceTable, options: MovementOptions, factions: FactionRegister) -> FieldMapping:
    """Return the mapping of a table of lines.

    Raises SourceError if a field is missing, or neither the mover nor the date of lines without times is known.
    """
    overrides = options.overrides
    if not (overrides.date_field or overrides.start_field) and _OLD_DATE in table.columns:
        overrides = replace(overrides, date_field=_OLD_DATE)
    try:
        date = detect_date([table], overrides, options.limits)
    except NoDateFound:
        # If a field has such a name, dates in half of its rows are enough; the others are reported row by row.
        named = next((name for name in spelled(table, _DATES) if _are_times(table.columns[name], options)), "")
        if not named and not any(np.isfinite(values).any() for values in table.measures.values()):
            raise
        date = FieldRole(Origin.FIELD, named, reason=Message("detected by its name")) if named else None
    movement = given_column(table, options.id_field) or next(
        (name for name in spelled(table, _LINE_IDS) if any(text_of(value) for value in table.columns[name])), ""
    )
    faction = detect_faction([table], overrides, factions, options.limits, _MOVERS)
    return FieldMapping(
        id=movement,
        source=_source(table, options),
        faction=_as_detected(faction, options),
        date=_as_detected(date, options),
        passage=_named(table, options.passage_field, _PASSAGES),
        positions=_named(table, options.position_field, (POSITIONS, WAYPOINTS)),
    )


def fix_mapping(table: SourceTable, options: MovementOptions, factions: FactionRegister) -> FieldMapping:
    """Return the mapping of a table of points, as ``line_mapping``; needs a track field unless the mover is given."""
    overrides = options.overrides
    clock = ""
    if not (overrides.date_field or overrides.start_field):
        overrides = replace(overrides, date_field=_time_field(table, options))
    named = given_column(table, overrides.date_field)
    if named and are_epochs(table.columns[named]):
        date = FieldRole(Origin.FIELD, named, reason=Message("seconds since 1970"))
    else:
        date = detect_date([table], overrides, options.limits)
    if date.place is Origin.FIELD and not any(":" in str(value) for value in table.columns.get(date.detail, ())):
        clock = next((name for name in spelled(table, _CLOCKS) if _are_clocks(table.columns[name])), "")
    faction = detect_faction([table], overrides, factions, options.limits, _MOVERS)
    track = given_column(table, options.id_field) or _track_column(table)
    if not track and faction.place is not Origin.GIVEN:
        raise NoMovements(
            Message(
                "{}: points make a track only if a field identifies the track of each (looked for: {}, each with "
                "several rows). Set ID_FIELD, or FACTION if all points are one track.",
                table.file,
                ", ".join((*_TRACK_IDS, *_TRACK_NAMES)),
            )
        )
    return FieldMapping(
        id=track,
        source=_source(table, options),
        faction=_as_detected(faction, options),
        date=_as_detected(date, options),
        clock=clock,
        passage=_named(table, options.passage_field, _PASSAGES),
        positions=_named(table, options.position_field, (POSITIONS,)),
    )


def _as_detected(role: FieldRole | None, options: MovementOptions) -> FieldRole | None:
    """Return a role that was detected by name here, and passed on like a setting of the user, marked as detected."""
    named = (options.faction_field, options.date_field, options.start_field)
    if role is None or not role.is_given or role.place is Origin.GIVEN or role.detail in named:
        return role
    return replace(role, is_given=False, reason=Message("detected by its name"))


def given_column(table: SourceTable, name: str) -> str:
    """Return the table's own spelling of a field that the user named, "" for no name. Raises SourceError if missing."""
    if not name:
        return ""
    spellings = spelled(table, (name,))
    if not spellings:
        raise SourceError(
            Message("{}: has no field {!r}. Fields: {}.", table.file, name, ", ".join(table.columns) or "none")
        )
    return spellings[0]


def spelled(table: SourceTable, names) -> list[str]:
    """Return the fields of a table with one of these names, in the table's spelling and the order of the names."""
    spelling = {name.casefold(): name for name in reversed(table.columns)}
    return [spelling[name.casefold()] for name in names if name.casefold() in spelling]


def _named(table: SourceTable, given: str, names: tuple[str, ...]) -> str:
    return given_column(table, given) or next(iter(spelled(table, names)), "")


def are_reported(column) -> np.ndarray:
    """Return whether each text of a column says that a position is reported; an empty one does."""
    return np.array([text_of(value).strip().casefold() in _REPORTED for value in column], bool)


def passages_reported(text: str, factions: FactionRegister) -> tuple[str, ...]:
    """Return the factions that a text names, separated by ";"; ANY_HOST for "yes", none for "no"."""
    folded = text.strip().casefold()
    if folded in _NO:
        return ()
    if folded in _YES:
        return (ANY_HOST,)
    names = [name.strip() for name in text.split(";") if name.strip()]
    known = (factions.resolve(name) for name in names)
    return tuple(name if faction is None else faction.id for name, faction in zip(names, known))


def position_ranges(text: str) -> list[tuple[int, int]]:
    """Return the half-open ranges, from 0, that a text such as "2-4, 7" names; parts that are not such are ignored."""
    matches = (_RANGE.fullmatch(part.strip()) for part in text.split(","))
    return [(int(each[1]) - 1, int(each[2] or each[1])) for each in matches if each and int(each[1]) > 0]


def position_text(positions: np.ndarray) -> str:
    """Return numbers from 0, ascending, as a text of ranges from 1."""
    runs = np.split(positions, np.flatnonzero(np.diff(positions) != 1) + 1) if len(positions) else []
    return ", ".join(f"{run[0] + 1}-{run[-1] + 1}" if len(run) > 1 else f"{run[0] + 1}" for run in runs)


def remark_columns(table: SourceTable, options: MovementOptions) -> list[str]:
    """Return the fields that are quoted: those with usual names, and those that the user named, now or at import."""
    given = [given_column(table, name) for name in options.remark_fields]
    stored = {name for text in table.columns.get(f.REMARK_FIELDS, ()) for name in text_of(text).split("; ") if name}
    return list(dict.fromkeys([*spelled(table, _REMARKS), *given, *spelled(table, sorted(stored))]))


def _source(table: SourceTable, options: MovementOptions) -> str:
    named = (name for name in spelled(table, _SOURCES) if _filled(table.columns[name]))
    return given_column(table, options.source_field) or next(named, "")


def _filled(column) -> list[str]:
    return [text for text in map(text_of, column) if text]


def _sample(column) -> list[str]:
    """Return some thousand of the filled values, spread over the column: enough to recognise its content."""
    step = max(len(column) // _SOME, 1)
    return _filled(column[::step]) or _filled(column)


def most_are(column, is_one, share: float = 0.9) -> bool:
    """Return whether at least this share of the filled values of a column match."""
    texts = _sample(column)
    return bool(texts) and sum(is_one(text) for text in texts) >= share * len(texts)


def _are_clocks(column) -> bool:
    return most_are(column, lambda text: _CLOCK.fullmatch(text) is not None)


def are_epochs(column) -> bool:
    """Return whether most values of a column are seconds, or milliseconds, since 1970."""
    return most_are(column, lambda text: _EPOCH.fullmatch(text) is not None)


def _are_times(column, options: MovementOptions) -> bool:
    texts = _sample(column)
    if not texts or are_epochs(column):
        return bool(texts)
    try:
        return 2 * len(parse_dates(texts, options.date_order, options.limits).problems) <= len(texts)
    except AmbiguousDate:
        return True  # still dates: the order is asked for when they are read


def _time_field(table: SourceTable, options: MovementOptions) -> str:
    """Return the field with the times of fixes by its name, "" for none.

    Raises AmbiguousField if several are named so, and differ by more than a day, which is no difference of time zones.
    """
    names = [name for name in spelled(table, _TIMES) if _are_times(table.columns[name], options)]
    days = [_days(table.columns[name], options) for name in names]
    different = [
        name for name, moments in zip(names, days) if (np.abs(moments - days[0]) > np.timedelta64(1, "D")).any()
    ]
    if different:
        raise AmbiguousField(
            Message(
                "{!r}: it is unclear which field contains the date: {}. Set DATE_FIELD to one of them.",
                table.file,
                quoted([names[0], *different]),
            ),
            [names[0], *different],
        )
    return names[0] if names else ""


def _days(column, options: MovementOptions) -> np.ndarray:
    """Return the day of each value, NaT if it has none or if the order of day and month is unclear."""
    if are_epochs(column):
        numbers = [float(text) if _EPOCH.fullmatch(text) else np.nan for text in map(text_of, column)]
        seconds = [number / 1e3 if number > 1e11 else number for number in numbers]
        return np.array([None if np.isnan(each) else int(each) for each in seconds], SECOND).astype("datetime64[D]")
    try:
        return parse_dates(column, options.date_order, options.limits).moments.astype("datetime64[D]")
    except AmbiguousDate:
        return np.full(len(column), OPEN, SECOND).astype("datetime64[D]")


def _track_column(table: SourceTable) -> str:
    """Return the first field named like a track field with a value that rows share; for "name" and "id", most must."""
    for names, share in ((_TRACK_IDS, 0.0), (_TRACK_NAMES, 0.5)):
        for name in spelled(table, names):
            texts = _filled(table.columns[name])
            if texts and len(texts) - len(set(texts)) >= max(share * len(texts), 1):
                return name
    return ""
