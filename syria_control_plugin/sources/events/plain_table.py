"""Tables of events in no data set's layout, with columns named or detected, and the events table of a case."""

from __future__ import annotations

from ...case.values import number_of, text_of
from ...core import fields as f
from ...core.corridors.events import FIGHT, REACH_BASES, STATED
from ...core.dates.parsing import is_missing
from ...core.factions.names import normalised
from ...core.messages import Message
from .columns import DAY, UNKNOWN_KM, Columns, EventOptions, RawEvents, code_of, require
from .kinds import checked_kinds, kinds_of, unknown_kinds

PLAIN, CASE = "plain table", "events of a case"
CASE_NEEDS = (
    f.EVENT, f.VALID_FROM, f.VALID_TO, f.SIDE_A, f.SIDE_B, f.FACTIONS_A, f.FACTIONS_B, f.KIND, f.IS_EXACT_DATE,
    f.REACH_KM, f.SOURCE,
)  # fmt: skip
NEEDED_ROLES = ("date", "side_a", "side_b")
# Names by which columns of a plain table are detected; a column "source" usually names a newspaper, not a data set.
NAMES = {
    "date": ("date", "event_date", "date_start", "start_date", "start", "day", "datum"),
    "end": ("date_end", "end_date", "last_day", "end", "until"),
    "side_a": ("side_a", "actor1", "actor_1", "actor_a", "party_a", "faction_a", "side1", "side_1", "attacker"),
    "side_b": ("side_b", "actor2", "actor_2", "actor_b", "party_b", "faction_b", "side2", "side_2", "defender"),
    "kind": ("kind", "event_type", "type"),
    "precision": ("reach_km", "precision_km", "accuracy_km", "uncertainty_km", "radius_km"),
    "id": ("id", "event_id", "event", "event_id_cnty"),
    "source": ("dataset", "data_set"),
    "lon": ("lon", "longitude", "long", "lng", "x"),
    "lat": ("lat", "latitude", "y"),
}
_ROLE_LABELS = {
    "date": Message("Date"),
    "end": Message("End date"),
    "side_a": Message("Side A"),
    "side_b": Message("Side B"),
    "kind": Message("Kind"),
    "precision": Message("Precision"),
    "id": Message("Event id"),
    "source": Message("Source"),
    "lon": Message("Longitude"),
    "lat": Message("Latitude"),
}
_PLACES = ("place", "location", "where_coordinates", "locality", "name")


def read_plain(columns: Columns, options: EventOptions) -> RawEvents:
    """Read columns as the user named them, else as detected by their names."""
    named = options.named()
    column_of_role = {
        role: require(columns, role, named[role]) if role in named else columns.first_of(names)
        for role, names in NAMES.items()
    }
    count = len(columns.table)
    place = columns.first_of(_PLACES)
    raw = RawEvents(
        id=columns.ids(column_of_role["id"]),
        first=columns.values(column_of_role["date"]),
        last=columns.values(column_of_role["end"]) if column_of_role["end"] else None,
        spread=[DAY] * count,
        is_exact_date=None,
        side_a=[(text,) for text in columns.texts(column_of_role["side_a"])],
        side_b=[(text,) for text in columns.texts(column_of_role["side_b"])],
        kind=[FIGHT] * count,
        reach_km=[0.0] * count,
        place=columns.texts(place),
        source=[text or options.source or columns.table.layer for text in columns.texts(column_of_role["source"])],
        consumed={name for role, name in column_of_role.items() if role not in ("kind", "precision")} - {""},
        lon=column_of_role["lon"],
        lat=column_of_role["lat"],
    )
    raw.remarks += [
        Message("{}: column {!r}.", _ROLE_LABELS[role], name) for role, name in column_of_role.items() if name
    ]
    if raw.last is not None:
        raw.last = [start if is_missing(end) else end for start, end in zip(raw.first, raw.last)]
        raw.remarks.append(Message("An event of several days is treated as not known to the day."))
    _read_kinds(raw, columns, column_of_role["kind"], options)
    _read_reaches(raw, columns, column_of_role["precision"])
    return raw


def _read_kinds(raw: RawEvents, columns: Columns, name: str, options: EventOptions) -> None:
    if not name:
        raw.remarks.append(Message("There is no column with the kind of event: all events are treated as fights."))
        return
    texts = columns.texts(name)
    raw.kind = kinds_of(texts, checked_kinds(options.kinds))
    raw.remarks += unknown_kinds(texts, raw.kind)


def _read_reaches(raw: RawEvents, columns: Columns, name: str) -> None:
    if not name:
        raw.remarks.append(Message("There is no column with the precision in km: all places are treated as exact."))
        return
    for row, value in enumerate(columns.values(name)):
        reach_km = number_of(value)
        raw.reach_km[row] = reach_km if reach_km >= 0 else UNKNOWN_KM
        if not reach_km >= 0:
            raw.notes.append(
                (
                    row,
                    Message(
                        "{} {!r:.60} is not a distance: the place is treated as known to the country only", name, value
                    ),
                )
            )


def read_case(columns: Columns, options: EventOptions) -> RawEvents:
    """Read the events table of a case: stored factions count; sides without any are matched by the actors' names."""
    has_labels = f.LABEL in columns
    return RawEvents(
        id=columns.ids(f.EVENT),
        first=columns.values(f.VALID_FROM),
        last=columns.values(f.VALID_TO),
        spread=[DAY] * len(columns.table),
        is_exact_date=[code_of(_as_number(value)) == 1 for value in columns.values(f.IS_EXACT_DATE)],
        side_a=[(text,) for text in columns.texts(f.SIDE_A)],
        side_b=[(text,) for text in columns.texts(f.SIDE_B)],
        kind=[normalised(text) for text in columns.texts(f.KIND)],
        reach_km=[_stored_reach(value) for value in columns.values(f.REACH_KM)],
        reach_basis=[text if text in REACH_BASES else STATED for text in columns.texts(f.REACH_BASIS)],
        place=[""] * len(columns.table),
        source=[options.source or text or columns.table.layer for text in columns.texts(f.SOURCE)],
        consumed={columns.name(name) for name in (*CASE_NEEDS, f.REACH_BASIS, f.LABEL, f.SHOWN_UNTIL, f.SERIES, f.FID)}
        - {""},
        label=columns.texts(f.LABEL) if has_labels else None,
        ends_before=True,
        factions_a=columns.texts(f.FACTIONS_A),
        factions_b=columns.texts(f.FACTIONS_B),
    )


def _as_number(value):
    return int(value) if isinstance(value, bool) else value


def _stored_reach(value) -> float:
    """Return a stored reach: inf for NULL, if only the country is known; NaN for a bad value, whose row is refused."""
    return UNKNOWN_KM if value is None or text_of(value) == "" else number_of(value)
