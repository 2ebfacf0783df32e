"""Assessment of corridors against event data.

The path runs on day 0 (1 October 2017) from 0 to 20 km east along the equator; A moves through B's territory.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from syria_control_plugin.core.corridors import evidence
from syria_control_plugin.core.corridors.events import FIGHT, KINDS, OTHER, STRIKE, TRANSFER, UNKNOWN, ClashEvents
from syria_control_plugin.core.corridors.evidence import (
    CLASH,
    IMPRECISE,
    NONE_REPORTED,
    NOT_COVERED,
    POSSIBLE,
    REPORTED,
    UNIDENTIFIED,
    UNKNOWN_KIND,
    EvidenceOptions,
    evidence_for,
)
from syria_control_plugin.core.errors import Cancelled, CorridorsError
from syria_control_plugin.core.factions.blocs import Blocs
from tests.core.corridor_cases import DAY, FIRST, KM_EAST, KM_NORTH, corridors_of, path, square
from tests.core.recorder import Recorder

WAY = path((0, 0), (20, 0))
GROUND = square(-5, -5, 25, 5)


@dataclass(frozen=True)
class Event:
    """An event; by default a fight of A and B with exact place and date, on the path on day 0."""

    east: float = 10
    north: float = 0
    day: float = 0
    days: float = 1
    a: tuple = ("A",)
    b: tuple = ("B",)
    kind: str = FIGHT
    reach: float = 0
    exact: bool = True
    source: str = "ucdp"
    lon: float | None = None


def events_of(*rows: Event) -> ClashEvents:
    start = [FIRST + np.timedelta64(int(row.day * 86400), "s") for row in rows]
    places = [(row.east * KM_EAST if row.lon is None else row.lon, row.north * KM_NORTH) for row in rows]
    return ClashEvents(
        id=[str(number) for number in range(len(rows))],
        start=start,
        end=[begin + np.timedelta64(int(row.days * 86400), "s") for begin, row in zip(start, rows)],
        is_exact_date=[row.exact for row in rows],
        lonlat=np.array(places, float).reshape(-1, 2),
        reach_km=[row.reach for row in rows],
        reach_basis=["stated"] * len(rows),
        side_a=[row.a for row in rows],
        side_b=[row.b for row in rows],
        unknown_a=[not row.a or "?" in row.a for row in rows],
        unknown_b=[not row.b or "?" in row.b for row in rows],
        kind=[row.kind for row in rows],
        source=[row.source for row in rows],
        label=["clash"] * len(rows),
    )


def assess_corridors(*rows: Event, bloc_of=None, way=WAY, columns=None, **options):
    corridors = corridors_of([way], [GROUND], **(columns or {}))
    return evidence_for(corridors, events_of(*rows), Blocs.always(bloc_of or {}), EvidenceOptions(**options))


def verdict(*rows: Event, **options) -> str:
    return assess_corridors(*rows, **options).verdict[0]


def roles(*rows: Event, **options) -> list[str]:
    return assess_corridors(*rows, **options).match_role.tolist()


def by_source(found, corridor=0) -> dict:
    """Return source → (verdict, events, clashes) for the sources that have a row."""
    columns = (found.cover_corridor, found.cover_source, found.cover_verdict, found.cover_events, found.cover_clashes)
    return {source: told for row, source, *told in zip(*columns) if row == corridor}


def test_a_fight_on_the_path_that_day_is_a_clash():
    found = assess_corridors(Event())
    assert found.verdict.tolist() == [REPORTED] and len(found) == 1
    assert (found.match_corridor.tolist(), found.match_event.tolist()) == ([0], [0])
    assert found.match_role.tolist() == [CLASH] and found.match_is_sure.tolist() == [True]
    assert found.match_distance_km == pytest.approx([0], abs=1e-6) and found.match_days.tolist() == [0]


def test_no_events_at_all():
    found = assess_corridors()
    assert found.verdict.tolist() == [NOT_COVERED]
    assert len(found.match_event) == len(found.cover_source) == 0
    assert len(evidence_for(corridors_of([], [GROUND]), events_of(Event()))) == 0


def test_in_either_order():
    assert verdict(Event(a=("B",), b=("A",))) == REPORTED


@pytest.mark.parametrize(("a", "b"), [(("A",), ("C",)), (("C",), ("B",)), (("A",), ("A",)), (("C",), ())])
def test_other_parties_cover_but_do_not_match(a, b):
    assert verdict(Event(a=a, b=b)) == NONE_REPORTED
    assert roles(Event(a=a, b=b)) == []


def test_allies_count_as_the_bloc():
    assert verdict(Event(a=("A2",), b=("B2",)), bloc_of={"A": "us", "A2": "us", "B2": "B"}) == REPORTED
    assert verdict(Event(a=("A2",), b=("B",)), bloc_of={"A": "us"}) == NONE_REPORTED


def until(day, bloc_of):
    """Return blocs that end on a day."""
    days = np.array([FIRST + day * DAY])
    return Blocs(days=days.astype("datetime64[D]"), moments=days, epochs=(bloc_of, {}))


def test_a_side_is_the_movers_if_it_is_an_ally_on_the_day_of_the_event():
    """The passage is on day 0; C is A's ally before and on the day of the change no more."""
    rows = [Event(a=("C",), day=-1), Event(a=("C",)), Event(a=("C",), day=1)]
    for day, matched in ((-1, []), (0, [0]), (1, [0, 1]), (2, [0, 1, 2])):
        found = evidence_for(corridors_of([WAY], [GROUND]), events_of(*rows), until(day, {"C": "A"}))
        assert found.match_event.tolist() == matched


def test_on_a_day_on_which_mover_and_host_are_allies_each_counts_for_itself():
    """The alliance of A, B and C ends on day 0, the day of the passage; the events are of the day before."""
    rows = [Event(day=-1), Event(a=("C",), day=-1), Event(b=("C",), day=-1), Event(a=("B",), b=("A",), day=-1)]
    found = evidence_for(corridors_of([WAY], [GROUND]), events_of(*rows), until(0, {"B": "A", "C": "A"}))
    assert found.match_event.tolist() == [0, 3] and found.verdict.tolist() == [REPORTED]


def test_a_combined_side_counts_for_each_of_its_factions():
    assert verdict(Event(a=("C", "B"), b=("D", "A"))) == REPORTED


# The test's own degrees are rounded to a hundredth of a millimetre.
EXACTLY = 1e-8


@pytest.mark.parametrize(("north", "expected"), [(5 - EXACTLY, REPORTED), (5.001, NONE_REPORTED), (-4.999, REPORTED)])
def test_the_distance_limit_is_inclusive(north, expected):
    degrees = Geod(ellps="WGS84").fwd(0, 0, 0, 1e3 * abs(north))[1]
    assert verdict(Event(north=np.sign(north) * degrees / KM_NORTH)) == expected


def test_distance_0_covers_only_the_path():
    """The limit is inclusive."""
    assert verdict(Event(), distance_km=0) == REPORTED
    assert verdict(Event(north=0.001), distance_km=0) == NONE_REPORTED


def test_the_distance_is_that_to_the_nearest_point_of_the_path():
    """The event is 3 km east and 4 km north of the end: 5 km away."""
    assert assess_corridors(Event(east=23, north=4), distance_km=6).match_distance_km == pytest.approx([5], abs=1e-4)


def test_an_event_in_the_bounding_box_of_a_winding_path_does_not_match():
    assert verdict(Event(east=20, north=20), way=path((0, 0), (0, 40), (40, 40))) == NONE_REPORTED
    assert verdict(Event(east=3, north=20), way=path((0, 0), (0, 40), (40, 40))) == REPORTED


@pytest.mark.parametrize(
    ("event", "expected", "days"),
    [
        (Event(day=-1), REPORTED, -1),
        (Event(day=1), REPORTED, 1),
        (Event(day=-2), NONE_REPORTED, None),
        (Event(day=2), NONE_REPORTED, None),
        (Event(day=-3, days=3), POSSIBLE, -1),  # its last day is the day before
        (Event(day=-1, days=3), REPORTED, 0),
        (Event(day=-3, days=7), POSSIBLE, 0),
    ],
)
def test_calendar_days_before_and_after(event, expected, days):
    found = assess_corridors(event)
    assert found.verdict[0] == expected
    assert found.match_days.tolist() == ([] if days is None else [days])


def test_only_the_day_itself():
    assert [verdict(Event(day=day), days=0) for day in (-1, 0, 1)] == [NONE_REPORTED, REPORTED, NONE_REPORTED]


def test_days_of_a_timed_passage_run_from_entry_to_exit():
    """The passage lasts from 23:00 on day 0 to midnight, the start of day 1: a fight on day 2 is one day later."""
    late = FIRST + np.timedelta64(23 * 3600, "s")
    timed = {"start": late, "end": FIRST + DAY, "is_timed": True}
    assert assess_corridors(Event(day=2), columns=timed).match_days.tolist() == [1]
    untimed = {"start": FIRST, "end": FIRST + DAY}
    assert assess_corridors(Event(day=2), columns=untimed).match_days.tolist() == []


def test_an_inferred_passage_covers_all_days_between_two_maps():
    between = {"start": FIRST, "end": FIRST + 10 * DAY}
    assert [assess_corridors(Event(day=day), columns=between).match_days.tolist() for day in (0, 9, 10, 11)] == [
        [0],
        [0],
        [1],
        [],
    ]


def test_a_passage_of_one_moment_has_its_day():
    moment = {"start": FIRST, "end": FIRST, "is_timed": True}
    assert verdict(Event(), columns=moment, days=0) == REPORTED
    assert verdict(Event(day=-1), columns=moment, days=0) == NONE_REPORTED


def test_an_imprecise_place_whose_reach_touches_the_limit_is_possible():
    """The event is 25 km away with a reach of 20 km: it can have been 5 km away."""
    found = assess_corridors(Event(north=24.99, reach=20))
    assert found.verdict[0] == POSSIBLE
    assert found.match_role.tolist() == [IMPRECISE] and found.match_is_sure.tolist() == [False]
    assert found.match_distance_km == pytest.approx([24.99], abs=0.01)
    assert verdict(Event(north=25.01, reach=20)) == NONE_REPORTED


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (Event(north=12, reach=25), REPORTED),  # at most 37 km away
        (Event(north=24, reach=25), REPORTED),
        (Event(north=26, reach=25), POSSIBLE),
        (Event(reach=41), POSSIBLE),
        (Event(day=-1, days=3, exact=False), REPORTED),  # the day before, the day, the day after
        (Event(day=-2, days=3, exact=False), POSSIBLE),
        (Event(day=-2, days=3), POSSIBLE),
    ],
)
def test_an_event_is_surely_within_if_all_that_it_can_mean_is(event, expected):
    assert verdict(event, distance_km=50 if event.reach < 41 else 40) == expected


def test_two_unknown_sides_could_be_the_two():
    assert roles(Event(a=(), b=())) == [UNIDENTIFIED] and verdict(Event(a=(), b=())) == POSSIBLE


@pytest.mark.parametrize("a", [("C", "?"), ("?",), ("A", "?"), ()])
def test_a_side_that_is_known_in_part_could_be_either(a):
    assert roles(Event(a=a)) == [UNIDENTIFIED if "A" not in a else CLASH]
    assert verdict(Event(a=a)) == (POSSIBLE if "A" not in a else REPORTED)


@pytest.mark.parametrize("sides", [{}, {"a": ("?",)}, {"a": (), "b": ()}])
def test_an_event_of_unknown_kind_could_be_a_fight(sides):
    assert verdict(Event(kind=UNKNOWN, **sides)) == POSSIBLE
    assert roles(Event(kind=UNKNOWN, **sides)) == [UNIDENTIFIED if sides else UNKNOWN_KIND]
    assert verdict(Event(kind=UNKNOWN, a=("C",), b=("B",))) == NONE_REPORTED


def test_a_counted_strike_by_an_unknown_side_is_possible():
    for event in (Event(a=(), kind=STRIKE), Event(a=(), b=(), kind=STRIKE)):
        assert roles(event) == [] and verdict(event) == NONE_REPORTED
        assert roles(event, counts_strikes=True) == [UNIDENTIFIED] and verdict(event, counts_strikes=True) == POSSIBLE


def test_an_event_beyond_coverage_that_can_lie_within_is_possible():
    """The event is 52 km away with a reach of 48 km: it does not cover the path, but can lie within the limit."""
    found = assess_corridors(Event(north=52, reach=48))
    assert found.verdict.tolist() == [POSSIBLE]
    assert by_source(found) == {"ucdp": [POSSIBLE, 0, 0]} and found.is_covered.tolist() == [False]


# Vague places and dates


@pytest.mark.parametrize(
    ("event", "role"),
    [
        (Event(reach=50.1), IMPRECISE),
        (Event(reach=np.inf), IMPRECISE),
        (Event(east=9000, north=3000, reach=np.inf), IMPRECISE),
        (Event(day=-3, days=7, exact=False), IMPRECISE),
        (Event(day=-200, days=365), IMPRECISE),
        (Event(reach=np.inf, b=()), UNIDENTIFIED),
        (Event(reach=np.inf, kind=UNKNOWN), UNKNOWN_KIND),
    ],
)
def test_a_clash_somewhere_in_the_country_or_the_year_is_possible(event, role):
    assert roles(event) == [role] and not assess_corridors(event).match_is_sure.any()
    assert verdict(event) == POSSIBLE
    assert verdict(event, Event(b=("C",), east=0, north=1)) == POSSIBLE  # also if the passage is covered


@pytest.mark.parametrize(("kind", "strikes", "expected"), [
    (STRIKE, False, NOT_COVERED), (STRIKE, True, POSSIBLE), (TRANSFER, False, NOT_COVERED),
])  # fmt: skip
def test_a_vague_event_without_a_fight(kind, strikes, expected):
    assert roles(Event(reach=np.inf, kind=kind)) == [kind]
    assert verdict(Event(reach=np.inf, kind=kind), counts_strikes=strikes) == expected


def test_an_event_known_to_the_country_only_covers_nothing():
    found = assess_corridors(Event(reach=np.inf), Event(north=2, reach=np.inf))
    assert found.match_distance_km == pytest.approx([0, 2], abs=0.01)
    assert by_source(found) == {"ucdp": [POSSIBLE, 0, 0]} and found.is_covered.tolist() == [False]


def test_a_vague_event_out_of_reach_is_not_listed():
    assert roles(Event(day=5, reach=np.inf), Event(north=70, reach=60), Event(day=3, days=20)) == []
    assert roles(Event(a=("C",), reach=np.inf), Event(kind=OTHER, reach=np.inf)) == []


def test_an_imprecise_event_covers_what_surely_lies_near_it():
    """The path is 20 km long, and the event is put at its middle: 10 km from both ends."""
    assert verdict(Event(reach=39.9, b=("C",))) == NONE_REPORTED
    assert verdict(Event(reach=40.1, b=("C",))) == NOT_COVERED
    assert share(Event(reach=45, b=("C",))) == pytest.approx(0.5, abs=0.1)  # 5 km to either side of the middle
    assert verdict(Event(day=-7, days=15, b=("C",))) == NONE_REPORTED  # all of its days within 7 days
    assert verdict(Event(day=-7, days=16, b=("C",))) == NOT_COVERED


# A party that matches no alias


@pytest.mark.parametrize(("a", "b"), [(("A",), ()), ((), ("A",)), ((), ("B",)), (("B", "C"), ()), (("A2",), ())])
def test_a_fight_of_one_side_with_an_unknown_party_is_possible(a, b):
    found = assess_corridors(Event(a=a, b=b), bloc_of={"A2": "A"})
    assert found.verdict.tolist() == [POSSIBLE] and found.match_role.tolist() == [UNIDENTIFIED]
    assert found.match_is_sure.tolist() == [True]
    assert by_source(found) == {"ucdp": [POSSIBLE, 1, 0]}


@pytest.mark.parametrize(
    ("known", "a", "b", "expected"),
    [
        (None, ("A",), ("C",), NONE_REPORTED),
        ({"A", "B", "C"}, ("A",), ("C",), NONE_REPORTED),
        ({"A", "C"}, ("A",), ("C",), POSSIBLE),  # the host B may be C by another name
        ({"A", "C"}, ("C",), ("A",), POSSIBLE),
        ({"B", "C"}, ("C",), ("B",), POSSIBLE),  # the mover A may be C
        ({"A", "C"}, ("C",), ("C",), NONE_REPORTED),  # A took no part
        ({"C"}, ("C",), ("D",), POSSIBLE),
        ({"A", "C"}, ("A",), ("B",), REPORTED),  # by the same name
    ],
)
def test_a_mover_or_host_that_no_known_faction_matches_could_be_any_side(known, a, b, expected):
    corridors = corridors_of([WAY], [GROUND])
    found = evidence_for(corridors, events_of(Event(a=a, b=b)), known=known)
    assert found.verdict.tolist() == [expected]


def test_a_fight_with_an_unknown_party_must_lie_within_the_limits():
    assert roles(Event(b=(), north=6), Event(b=(), day=2), Event(b=(), north=24, reach=20)) == [UNIDENTIFIED]


@pytest.mark.parametrize("kind", [TRANSFER, OTHER])
def test_with_an_unknown_party_only_fights_and_counted_strikes_match(kind):
    assert roles(Event(b=(), kind=kind), counts_strikes=True) == []


def test_a_clash_outweighs_a_fight_with_an_unknown_party():
    assert verdict(Event(b=()), Event()) == REPORTED


# Imprecise dates, and the order of verdicts


def test_an_imprecise_date_is_only_possible_and_must_include_the_day():
    assert verdict(Event(day=-3, days=7, exact=False)) == POSSIBLE
    assert verdict(Event(exact=False)) == POSSIBLE
    assert verdict(Event(day=2, days=6, exact=False)) == NONE_REPORTED


def test_a_clash_outweighs_imprecise_ones_in_any_order():
    rows = [Event(reach=10), Event(), Event(kind=STRIKE), Event(exact=False)]
    assert verdict(*rows) == verdict(*rows[::-1]) == REPORTED
    assert roles(*rows) == [IMPRECISE, CLASH, STRIKE, IMPRECISE]


def test_strikes_are_listed_separately():
    found = assess_corridors(Event(kind=STRIKE), Event(kind=STRIKE, reach=9))
    assert found.verdict[0] == NONE_REPORTED
    assert found.match_role.tolist() == [STRIKE, STRIKE]
    assert found.match_is_sure.tolist() == [True, False]
    assert found.cover_clashes.tolist() == [0]


def test_strikes_count_if_the_option_is_set():
    assert verdict(Event(kind=STRIKE), counts_strikes=True) == REPORTED
    assert verdict(Event(kind=STRIKE, reach=9), counts_strikes=True) == POSSIBLE
    assert verdict(Event(kind=STRIKE, exact=False), counts_strikes=True) == POSSIBLE
    assert roles(Event(kind=STRIKE), counts_strikes=True) == [STRIKE]
    assert assess_corridors(Event(kind=STRIKE), counts_strikes=True).cover_clashes.tolist() == [1]


def test_strikes_out_of_reach_are_not_listed():
    assert roles(Event(kind=STRIKE, north=6), Event(kind=STRIKE, day=3)) == []


def test_a_transfer_is_listed_without_effect():
    for strikes in (False, True):
        found = assess_corridors(Event(kind=TRANSFER), counts_strikes=strikes)
        assert found.verdict[0] == NONE_REPORTED and found.match_role.tolist() == [TRANSFER]


def test_other_kinds_cover_but_never_match():
    assert verdict(Event(kind=OTHER)) == NONE_REPORTED
    assert roles(Event(kind=OTHER)) == []


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        (Event(north=48.9), NONE_REPORTED),  # 49.9 km from both ends of the path
        (Event(north=49.1), NOT_COVERED),  # 50.1 km
        (Event(east=-29.9), NONE_REPORTED),
        (Event(east=-30.1), NOT_COVERED),
        (Event(north=40, day=7), NONE_REPORTED),
        (Event(north=40, day=8), NOT_COVERED),
        (Event(north=40, day=-7), NONE_REPORTED),
        (Event(north=40, day=-8), NOT_COVERED),
    ],
)
def test_coverage_has_its_own_wider_limits(event, expected):
    assert verdict(replace(event, a=("C",), b=("D",))) == expected


def test_a_reach_never_brings_an_event_nearer():
    assert verdict(Event(north=60, reach=20, b=("C",))) == NOT_COVERED


def share(*rows, **options):
    """Return the share of the passage that the only source covers; 0 if it has no row."""
    found = assess_corridors(*rows, **options)
    return found.cover_share.tolist()[0] if len(found.cover_share) else 0


def test_each_part_of_the_path_needs_an_event_near_it():
    west, east = Event(east=-30, b=("C",)), Event(east=50, b=("C",))
    assert (verdict(west), verdict(east), verdict(west, east)) == (NONE_REPORTED, NONE_REPORTED, NONE_REPORTED)
    west, east = replace(west, east=-39), replace(east, east=59)  # each reaches half of the path
    assert share(west) == share(east) == pytest.approx(0.5, abs=0.05)
    assert (verdict(west), verdict(east), verdict(west, east)) == (NOT_COVERED, NOT_COVERED, NONE_REPORTED)
    assert verdict(west, replace(east, source="acled")) == NOT_COVERED  # no source covers all of it


def test_each_day_of_the_passage_needs_an_event_near_it():
    """The passage of an unknown day of a year, of which each event covers 15 days."""
    year = dict(start=FIRST, end=FIRST + 365 * DAY)
    protest = Event(north=10, day=-7, a=("C",), b=(), kind=OTHER)
    assert verdict(protest, columns=year) == NOT_COVERED and share(protest, columns=year) == pytest.approx(1 / 365)
    every = [replace(protest, day=day) for day in range(0, 365, 15)]
    assert verdict(*every, columns=year) == NONE_REPORTED
    assert share(*every[:12], *every[13:], columns=year) == pytest.approx(1 - 15 / 365)


def test_events_in_several_blocks_cover_together(monkeypatch):
    monkeypatch.setattr(evidence, "_EVENTS_AT_ONCE", 1)
    assert verdict(Event(east=-39, b=("C",)), Event(east=59, b=("C",))) == NONE_REPORTED


def test_a_path_of_no_length_is_covered_by_an_event_near_it():
    assert verdict(Event(east=30, b=("C",)), way=path((0, 0), (0, 0))) == NONE_REPORTED


def test_sources_are_assessed_separately():
    """One source covers the passage with two events, one of them a clash; the other has only a distant event."""
    found = assess_corridors(Event(), Event(north=30, b=("C",)), Event(north=300, source="acled"))
    assert found.cover_corridor.tolist() == [0] and found.cover_source.tolist() == ["ucdp"]
    assert found.is_covered.tolist() == [True]
    assert found.cover_events.tolist() == [2] and found.cover_clashes.tolist() == [1]
    assert found.sources == ("acled", "ucdp")


def test_the_strongest_verdict_of_all_sources_counts():
    rows = [
        Event(source="precise"),
        Event(source="precise", reach=9),
        Event(source="imprecise", reach=9),
        Event(source="unidentified", a=()),
        Event(source="silent", north=30),
        Event(source="vague", reach=np.inf),
        Event(source="elsewhere", north=300),
    ]
    strength = {"precise": REPORTED, "imprecise": POSSIBLE, "unidentified": POSSIBLE, "silent": NONE_REPORTED,
                "vague": POSSIBLE}  # fmt: skip
    found = assess_corridors(*rows)
    assert {source: told[0] for source, told in by_source(found).items()} == strength
    assert found.verdict.tolist() == [REPORTED]
    assert set(found.sources) == {row.source for row in rows}
    for source, expected in strength.items():
        assert verdict(*(row for row in rows if row.source in (source, "silent"))) == expected


def test_rows_of_sources_are_sorted_and_sources_without_events_left_out():
    """The second path is 100 km north of the first; each of a thousand sources covers at most one corridor."""
    corridors = corridors_of([WAY, path((0, 100), (20, 100))], [GROUND])
    rows = [Event(source=f"{number:03}", north=100 * (number % 3), b=("C",)) for number in range(1000)]
    found = evidence_for(corridors, events_of(*rows))
    cells = list(zip(found.cover_corridor, found.cover_source))
    assert cells == [(row, f"{number:03}") for row in (0, 1) for number in range(row, 1000, 3)]
    assert found.is_covered.all() and (found.cover_events == 1).all() and len(found.sources) == 1000


def test_one_source_that_covers_is_enough():
    assert verdict(Event(north=30, source="acled"), Event(north=300)) == NONE_REPORTED


@pytest.mark.parametrize("lon", [179.99, -179.99])
@pytest.mark.parametrize("west", [179.9, -180.1, 539.9])
def test_distances_across_the_antimeridian(lon, west):
    """The path runs from 179.9° E to 179.9° W at the equator, with its longitudes written in each possible form."""
    found = assess_corridors(Event(lon=lon, north=3), way=shapely.LineString([(west, 0), (west + 0.2, 0)]))
    assert found.match_distance_km == pytest.approx([3], abs=1e-3)
    beside = assess_corridors(Event(lon=lon), way=shapely.LineString([(180.03 - 360, 0), (180.1 - 360, 0)]))
    assert beside.match_distance_km == pytest.approx([0.02 / KM_EAST if lon < 0 else 0.04 / KM_EAST], abs=1e-3)


def test_coverage_across_the_antimeridian():
    found = assess_corridors(Event(lon=-179.9, a=("C",)), way=shapely.LineString([(179.8, 0), (179.85, 0)]))
    assert found.is_covered.tolist() == [True] and found.cover_events.tolist() == [1]


def test_in_the_far_north_a_circle_is_widest_nearer_to_the_pole():
    """A circle of 500 km around a point at 80° N extends over more degrees of longitude at 81° N than at 80° N."""
    lon, lat, _ = Geod(ellps="WGS84").fwd(0, 80, 74, 499e3)
    way = shapely.LineString([(lon, lat), (lon + 5, lat)])
    found = assess_corridors(Event(lon=0, north=80 / KM_NORTH), way=way, distance_km=500, coverage_km=500)
    assert found.match_distance_km == pytest.approx([499], abs=0.5)


def test_near_the_pole():
    """Half a degree from the pole, 60 degrees of longitude are 55.8 km: within a limit of 60 km."""
    way = shapely.LineString([(0, 89.5), (1, 89.5)])
    assert (
        len(assess_corridors(Event(lon=61, north=89.5 / KM_NORTH), way=way, distance_km=60, coverage_km=70).match_event)
        == 1
    )


def test_a_corridor_over_two_territory_rows_is_one():
    parts = [(0, path((0, 0), (10, 0))), (1, path((10, 0), (20, 0)))]
    corridors = corridors_of([parts], [GROUND, GROUND])
    found = evidence_for(corridors, events_of(Event(east=4), Event(east=16)))
    assert found.verdict.tolist() == [REPORTED] and found.match_event.tolist() == [0, 1]


def test_progress_rises_and_cancel_propagates():
    recorder = Recorder()
    evidence_for(corridors_of([WAY] * 1100, [GROUND]), events_of(Event()), feedback=recorder)
    assert recorder.rises and recorder.percents[0] == 0 and len(recorder.percents) > 3

    with pytest.raises(Cancelled):
        evidence_for(corridors_of([WAY], [GROUND]), events_of(Event()), feedback=Recorder(cancel_after=0))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"distance_km": -1}, "distance_km must be a number of km"),
        ({"distance_km": np.nan}, "distance_km"),
        ({"coverage_km": np.inf}, "coverage_km"),
        ({"distance_km": "5"}, "distance_km .* '5'"),
        ({"days": 1.5}, "days must be a whole number"),
        ({"days": True}, "days"),
        ({"coverage_days": -1}, "coverage_days"),
        ({"distance_km": 60}, "narrower .* Set them at least as wide"),
        ({"days": 8}, "narrower"),
    ],
)
def test_invalid_options_are_rejected(options, said):
    with pytest.raises(CorridorsError, match=said):
        EvidenceOptions(**options)


SOURCES = ("acled", "livemap", "ucdp")
STRONGEST = [NOT_COVERED, NONE_REPORTED, POSSIBLE, REPORTED]


def random_events(rng, n):
    def side():
        return tuple(rng.choice(["A", "A2", "B", "B2", "C"], rng.integers(0, 3), replace=False))

    return [
        Event(
            rng.uniform(-80, 100), rng.uniform(-80, 80), int(rng.integers(-12, 12)), int(rng.integers(1, 9)), side(),
            side(), str(rng.choice(KINDS)), float(rng.choice([0, 0, 10, 40, np.inf])), bool(rng.random() < 0.7),
            str(rng.choice(SOURCES)),
        )
        for _ in range(n)
    ]  # fmt: skip


BLOCS = {"A2": "A", "B": "them", "B2": "them"}
LATER, CHANGE_DAY = {"A2": "A", "B2": "A"}, 1  # B2 changes sides
CHANGING = Blocs(
    days=np.array([FIRST + CHANGE_DAY * DAY], "datetime64[D]"),
    moments=np.array([FIRST + CHANGE_DAY * DAY]),
    epochs=(BLOCS, LATER),
)


def pieces(line) -> np.ndarray:
    """Return the ends of the pieces of a path, km; they are at most 2/111.7 degrees long, less than 2 km."""
    return shapely.get_coordinates(shapely.segmentize(line, 2 / 111.7)) / (KM_EAST, KM_NORTH)


def by_hand(corridors, row, event: Event, options: EvidenceOptions):
    """Return the role, or None, and the pieces × days that the event covers, by the definition alone, in a plane.

    A piece is (number, length in km) of a part of the path of at most 2 km.
    """
    line = shapely.transform(corridors.path[row], lambda xy: xy / (KM_EAST, KM_NORTH))
    km = shapely.distance(line, shapely.Point(event.east, event.north))
    days = [int((moment - FIRST) / DAY) for moment in (corridors.start[row], corridors.end[row])]
    passage = range(*days)
    happened = range(int(event.day), int(event.day + event.days))
    ends = pieces(corridors.path[row])
    lonlat, place = ends * (KM_EAST, KM_NORTH), (event.east * KM_EAST, event.north * KM_NORTH)
    away = [Geod(ellps="WGS84").inv(*end, *place)[2] / 1e3 for end in lonlat]
    near = [each + event.reach <= options.coverage_km for each in away]
    covered = {
        (piece, day)
        for piece in range(len(ends) - 1)
        for day in passage
        if near[piece] and near[piece + 1] and all(abs(each - day) <= options.coverage_days for each in happened)
    }
    bloc_of = BLOCS if event.day < CHANGE_DAY else LATER
    mover, host = (bloc_of.get(faction, faction) for faction in (corridors.mover[row], corridors.host[row]))
    if mover == host:  # allies on the day of the event: each for itself
        bloc_of, mover, host = {}, corridors.mover[row], corridors.host[row]
    sides = [{bloc_of.get(faction, faction) for faction in side} or {"?"} for side in (event.a, event.b)]
    orders = (sides, sides[::-1])
    between = any(mover in one and host in other for one, other in orders)
    could_be = any({mover, "?"} & one and {host, "?"} & other for one, other in orders) and event.kind in (
        FIGHT,
        UNKNOWN,
    )
    if event.kind == OTHER or not (between or could_be):
        return None, covered
    nearest = min(abs(one - day) for one in happened for day in passage)
    if km - event.reach > options.distance_km or nearest > options.days:
        return None, covered
    window = range(days[0] - options.days, days[1] + options.days)
    in_time = set(happened) <= set(window) and (event.exact or event.days > 1)
    if not between:
        return UNIDENTIFIED, covered
    if event.kind == FIGHT:
        return (CLASH if in_time and km + event.reach <= options.distance_km else IMPRECISE), covered
    return (UNKNOWN_KIND if event.kind == UNKNOWN else event.kind), covered


def differences(seed: int, n_corridors: int, n_events: int) -> int:
    """Compare the program with the definition on random passages; return the number of passages compared."""
    rng = np.random.default_rng(seed)
    ways = [path(*rng.uniform(-30, 50, (4, 2))) for _ in range(n_corridors)]
    day = rng.integers(-3, 4, n_corridors)
    end = FIRST + DAY * (day + rng.integers(1, 4, n_corridors))
    mover, host = rng.choice(["A", "A2"], n_corridors), rng.choice(["B", "B2"], n_corridors)
    corridors = corridors_of(ways, [GROUND], day=day, end=end, mover=mover, host=host)
    rows = random_events(rng, n_events)
    options = EvidenceOptions(
        distance_km=float(rng.integers(3, 15)), days=int(rng.integers(0, 4)), coverage_km=float(rng.integers(15, 60)),
        coverage_days=int(rng.integers(4, 9)),
    )  # fmt: skip
    found = evidence_for(corridors, events_of(*rows), CHANGING, options)
    expected = {}
    for corridor in range(n_corridors):
        length = np.hypot(*np.diff(pieces(corridors.path[corridor]), axis=0).T)
        days = int((corridors.end[corridor] - corridors.start[corridor]) / DAY)
        wanted = {}
        for number, event in enumerate(rows):
            role, covered = by_hand(corridors, corridor, event, options)
            if role:
                expected[corridor, number] = role
            if role or covered:
                told = wanted.setdefault(event.source, [NOT_COVERED, 0, 0, set()])
                own = {CLASH: REPORTED, IMPRECISE: POSSIBLE, UNIDENTIFIED: POSSIBLE, UNKNOWN_KIND: POSSIBLE}
                told[0] = max(told[0], own.get(role, NOT_COVERED), key=STRONGEST.index)
                told[1] += bool(covered)
                told[2] += role == CLASH
                told[3] |= covered
        for told in wanted.values():
            if len(told[3]) == len(length) * days:
                told[0] = max(told[0], NONE_REPORTED, key=STRONGEST.index)
        assert by_source(found, corridor) == {source: told[:3] for source, told in wanted.items()}
        shares = dict(zip(found.cover_source[found.cover_corridor == corridor],
                          found.cover_share[found.cover_corridor == corridor]))  # fmt: skip
        for source, told in wanted.items():
            by_definition = sum(length[piece] for piece, _ in told[3]) / (length.sum() * days)
            assert shares[source] == pytest.approx(by_definition, abs=1e-3)
        own = [told[0] for told in wanted.values()]
        assert found.verdict[corridor] == max(own, key=STRONGEST.index, default=NOT_COVERED)
    assert dict(zip(zip(found.match_corridor, found.match_event), found.match_role)) == expected
    assert sorted(expected) == list(zip(found.match_corridor, found.match_event))
    return n_corridors


@pytest.mark.parametrize("seed", range(8))
def test_random_events_against_the_definition(seed, monkeypatch):
    """Pairs are tested in many blocks or in one."""
    monkeypatch.setattr("syria_control_plugin.core.corridors.evidence._PATHS_AT_ONCE", (4, 64)[seed % 2])
    monkeypatch.setattr("syria_control_plugin.core.corridors.evidence._EVENTS_AT_ONCE", (7, 2000)[seed % 2])
    differences(seed, 15, 120)


@given(st.integers(0, 10_000), st.randoms())
def test_the_order_of_events_has_no_effect(seed, order):
    rows = random_events(np.random.default_rng(seed), 12)
    found = assess_corridors(*rows, bloc_of=BLOCS, days=3)
    order.shuffle(rows)
    assert assess_corridors(*rows, bloc_of=BLOCS, days=3).verdict[0] == found.verdict[0]


@given(st.integers(0, 10_000), st.floats(0, 25), st.floats(0, 25), st.integers(0, 3), st.integers(0, 4))
def test_a_wider_distance_and_more_days_never_lose_a_match(seed, km, more_km, days, more_days):
    rows = random_events(np.random.default_rng(seed), 30)
    narrow = assess_corridors(*rows, bloc_of=BLOCS, distance_km=km, days=days)
    wide = assess_corridors(*rows, bloc_of=BLOCS, distance_km=km + more_km, days=days + more_days)
    assert set(narrow.match_event) <= set(wide.match_event)
    assert STRONGEST.index(narrow.verdict[0]) <= STRONGEST.index(wide.verdict[0])
