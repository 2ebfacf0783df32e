"""ACLED and UCDP GED: meaning of their columns and codes.

ACLED    Armed Conflict Location & Event Data, export of 31 columns; ACLED Codebook, sections on event types, time
         and geo-precision codes
UCDP GED Georeferenced Event Dataset; Sundberg, R. and Melander, E. (2013), Introducing the UCDP Georeferenced Event
         Dataset, Journal of Peace Research 50(4); UCDP GED Codebook, where_prec and date_prec

Of all place codes only UCDP's 2 has a distance ("within about 25 km"). The reaches of other places that are not exact
are assumed: chosen here, of the order that the codebook describes, and called assumed wherever they are shown. The
analyst can set the reach of each code (``EventOptions.reaches``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from ...case.values import number_of
from ...core.corridors.events import ASSUMED, FIGHT, OTHER, SET, STATED, STRIKE, TRANSFER, UNKNOWN
from ...core.errors import SourceError
from ...core.factions.names import normalised
from ...core.messages import Message
from .columns import DAY, MONTH, UNKNOWN_KM, WEEK, Columns, EventOptions, RawEvents, code_of
from .kinds import kind_of, unknown_kinds

ACLED, UCDP = "ACLED", "UCDP GED"
ACLED_NEEDS = (
    "event_id_cnty", "event_date", "time_precision", "event_type", "sub_event_type", "actor1", "actor2",
    "geo_precision",
)  # fmt: skip
UCDP_NEEDS = ("id", "date_start", "date_end", "date_prec", "side_a", "side_b", "where_prec")

# 1: the town itself; 2: part of a region, placed at a town in it; 3: a larger region, placed at its capital. 2 and 3
# are assumed.
ACLED_REACH_KM = {1: 0.0, 2: 25.0, 3: 100.0}
# 1: the day; 2: a week, dated to its middle; 3: a month.
ACLED_SPREAD = {1: DAY, 2: WEEK, 3: MONTH}
# 1: exact; 2: within about 25 km; 3: district; 4: province; 5: a line or a vague area; 6: the country; 7: waters or
# airspace of no country. 3, 4 and 5 are assumed.
UCDP_REACH_KM = {1: 0.0, 2: 25.0, 3: 50.0, 4: 150.0, 5: 100.0, 6: UNKNOWN_KM, 7: UNKNOWN_KM}
ACLED_ASSUMED, UCDP_ASSUMED = (2, 3), (3, 4, 5)  # codes
# 1: the day; 2: 2 to 6 days; 3: a week; 4: a month; 5: longer. date_start and date_end give the days.
UCDP_DATES = (1, 2, 3, 4, 5)
# 1: a state is a side; 2: none is; 3: against civilians, not a fight between parties.
UCDP_KINDS = {1: FIGHT, 2: FIGHT, 3: OTHER}
_STRIKES = ("explosions/remote violence", "remote violence")  # before 2019 the latter
_TRANSFER = normalised("Non-violent transfer of territory")
_OTHERS = ("protests", "riots", "riots/protests", "violence against civilians", "strategic developments",
           "strategic development", "headquarters or base established")  # fmt: skip


def read_acled(columns: Columns, options: EventOptions) -> RawEvents:
    """Read an ACLED export. Associated actors belong to the side. Before 2019 the type included a battle's outcome."""
    sides = [[_together(*names) for names in zip(*map(columns.texts, pair))] for pair in (
        ("actor1", "assoc_actor_1"), ("actor2", "assoc_actor_2"))]  # fmt: skip
    raw = RawEvents(
        id=columns.ids("event_id_cnty"),
        first=columns.values("event_date"),
        last=None,
        spread=[ACLED_SPREAD.get(code, MONTH) for code in columns.codes("time_precision")],
        is_exact_date=[code == 1 for code in columns.codes("time_precision")],
        side_a=sides[0],
        side_b=sides[1],
        kind=list(map(acled_kind, columns.texts("event_type"), columns.texts("sub_event_type"))),
        reach_km=[],
        place=columns.texts("location"),
        source=[options.source or ACLED] * len(columns.table),
        consumed={columns.name(name) for name in ("event_id_cnty", "event_date", "longitude", "latitude")},
        lon=columns.name("longitude"),
        lat=columns.name("latitude"),
    )
    raw.remarks += unknown_kinds(columns.texts("event_type"), raw.kind)
    _set_reaches(raw, columns.codes("geo_precision"), ACLED_REACH_KM, ACLED_ASSUMED, options)
    _note_codes(raw, columns, "time_precision", ACLED_SPREAD, Message("the date is treated as known to the month only"))
    _note_codes(
        raw, columns, "geo_precision", ACLED_REACH_KM, Message("the place is treated as known to the country only")
    )
    return raw


def acled_kind(event_type: str, sub_event_type: str) -> str:
    """Return the kind of event for ACLED's types."""
    kind = normalised(event_type)
    if _TRANSFER in (kind, normalised(sub_event_type)):
        return TRANSFER
    if kind in _STRIKES:
        return STRIKE
    if kind.startswith("battle"):
        return FIGHT
    return OTHER if kind in _OTHERS else kind_of(event_type)


def read_ucdp(columns: Columns, options: EventOptions) -> RawEvents:
    """Read a UCDP GED table. Without type_of_violence all events are fights; GED does not record how one was fought."""
    has_types = "type_of_violence" in columns
    codes = columns.codes("type_of_violence")
    raw = RawEvents(
        id=columns.ids("id"),
        first=columns.values("date_start"),
        last=columns.values("date_end"),
        spread=[DAY] * len(columns.table),
        is_exact_date=[code == 1 for code in columns.codes("date_prec")],
        side_a=[(text,) for text in columns.texts("side_a")],
        side_b=[(text,) for text in columns.texts("side_b")],
        kind=[UCDP_KINDS.get(code, UNKNOWN) for code in codes] if has_types else [FIGHT] * len(codes),
        reach_km=[],
        place=columns.texts("where_coordinates"),
        source=[options.source or f"{UCDP} (CC BY 4.0)"] * len(codes),
        consumed={columns.name(name) for name in ("id", "date_start", "date_end", "side_a", "side_b", "longitude",
                                                  "latitude")},
        lon=columns.name("longitude"),
        lat=columns.name("latitude"),
    )  # fmt: skip
    if not has_types:
        raw.remarks.append(Message("The column type_of_violence is missing: all events are treated as fights."))
    else:
        raw.remarks += unknown_kinds(columns.texts("type_of_violence"), raw.kind)
        _note_codes(raw, columns, "type_of_violence", UCDP_KINDS, Message("the event could be a fight"))
    _set_reaches(raw, columns.codes("where_prec"), UCDP_REACH_KM, UCDP_ASSUMED, options)
    _note_codes(raw, columns, "date_prec", UCDP_DATES, Message("the date is treated as not exact"))
    _note_codes(raw, columns, "where_prec", UCDP_REACH_KM, Message("the place is treated as known to the country only"))
    return raw


def checked_reaches(pairs: Iterable[tuple[str, str]], known: Iterable[int]) -> dict[int, float]:
    """Return the user's reach in km of place codes, given as texts.

    known  the codes of the data set

    Raises SourceError for a text that is not one of the codes, a distance that is not a number of km, 0 or more, or a
    code with two distances.
    """
    reaches: dict[int, float] = {}
    for text, km in pairs:
        code, reach_km = code_of(text), number_of(km)
        if code not in known:
            raise SourceError(
                Message("{!r:.60} is not a place code of the data set. Codes: {}.", text, ", ".join(map(str, known)))
            )
        if not 0 <= reach_km < UNKNOWN_KM:
            raise SourceError(Message("Place code {}: {!r:.60} is not a distance in km, 0 or more.", code, km))
        if reaches.setdefault(code, reach_km) != reach_km:
            raise SourceError(Message("Place code {} is set to both {} and {} km.", code, reaches[code], reach_km))
    return reaches


def _set_reaches(
    raw: RawEvents, codes: list[int | None], known: Mapping[int, float], assumed: Collection[int], options: EventOptions
) -> None:
    """Set reach and basis of each row by its place code, and remark those that are assumed or set.

    known    code → reach in km by the codebook or by assumption, the latter for the codes in ``assumed``
    """
    given = checked_reaches(options.reaches, known)
    reaches = {**known, **given}
    raw.reach_km = [reaches.get(code, UNKNOWN_KM) for code in codes]
    raw.reach_basis = [SET if code in given else ASSUMED if code in assumed else STATED for code in codes]
    for code, count in sorted(Counter(code for code in codes if code in given or code in assumed).items()):
        template = (
            Message("Place code {}: {} rows, known to within {} km (set by the analyst).", code, count, reaches[code])
            if code in given
            else Message("Place code {}: {} rows, known to within {} km (assumed).", code, count, reaches[code])
        )
        raw.remarks.append(template)


def _together(actor: str, associates: str) -> tuple[str, ...]:
    return tuple(text for text in (actor, associates) if text)


def _note_codes(raw: RawEvents, columns: Columns, name: str, known, consequence: Message, codes=None) -> None:
    """Note the rows whose code is not known. ``codes`` are those of the rows if they are words; None: whole numbers."""
    read = columns.codes(name) if codes is None else codes
    for row, (code, value) in enumerate(zip(read, columns.values(name))):
        if code not in known:
            raw.notes.append((row, Message("{} {!r:.60} is not a code of the data set: {}", name, value, consequence)))
