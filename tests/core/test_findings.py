"""The tables of corridors and of evidence: each column contains what its name states.

Squares are 0.1° wide on the equator, about 11.1 km; A moves east through B's square into C's on 2 October:

    +-----+-----+-----+
    |  A --> B --> C  |
    +-----+-----+-----+
"""

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.corridors.assessment import (
    CorridorOptions,
    assess_inferred,
    assess_observed,
    corridor_rows,
    evidence_rows,
    with_holders,
)
from syria_control_plugin.core.corridors.events import ClashEvents
from syria_control_plugin.core.corridors.evidence import EvidenceOptions
from syria_control_plugin.core.factions.blocs import NO_BLOCS
from syria_control_plugin.core.factions.factions import Faction, Factions
from syria_control_plugin.core.movements.movements import from_lines

DAY = np.timedelta64(1, "D")
FIRST, SECOND, THIRD = (np.datetime64(f"2017-10-0{day}", "s") for day in (1, 2, 3))
NEVER = np.datetime64("NaT", "s")


def square(x):
    return shapely.box(0.1 * x, -0.05, 0.1 * x + 0.1, 0.05)


def maps(*rows):
    """Return the series of rows (faction, start, end, column)."""
    factions, starts, ends, columns = zip(*rows)
    return ControlSeries(
        faction=factions, start=starts, end=ends, geometry=[square(x) for x in columns], source=["maps"] * len(rows)
    )


THREE = maps(("A", FIRST, NEVER, 0), ("B", FIRST, THIRD, 1), ("A", THIRD, NEVER, 1), ("C", FIRST, NEVER, 2))


def way():
    line = shapely.from_wkt("LINESTRING (0.05 0, 0.15 0, 0.25 0)")
    return from_lines(["M"], ["A"], [SECOND], [SECOND + DAY], ["paper"], [line])


def clashes(*rows):
    """Return the events (id, lon, side a, side b, kind, reach) of 2 October."""
    ids, lons, ones, others, kinds, reaches = zip(*rows)
    count = len(rows)
    return ClashEvents(
        id=ids,
        start=[SECOND] * count,
        end=[SECOND + DAY] * count,
        is_exact_date=[True] * count,
        lonlat=[(lon, 0.0) for lon in lons],
        reach_km=reaches,
        reach_basis=["stated"] * count,
        side_a=ones,
        side_b=others,
        unknown_a=[False] * count,
        unknown_b=[False] * count,
        kind=kinds,
        source=["data"] * count,
        label=[f"event {name}" for name in ids],
    )


EVENTS = clashes(
    ("near", 0.12, ("A",), ("B",), "fight", 0.0),
    ("far", 0.18, ("B",), ("A", "Z"), "fight", 0.0),
    ("vague", 0.15, ("A",), ("B",), "fight", np.inf),
    ("shell", 0.15, ("A",), ("B",), "strike", 0.0),
    ("deal", 0.15, ("A",), ("B",), "transfer", 0.0),
)


def rows(events=EVENTS, options=None, series=THREE, first=1, bases=None):
    found = assess_observed(way(), series, events, NO_BLOCS, options or CorridorOptions())
    return corridor_rows(found, first, bases), evidence_rows(found, first)


def test_every_column_of_a_transit():
    columns, _ = rows(bases={"maps": "derived from reports"})
    assert list(columns["host"]) == ["B", "C"]
    transit = {field: values[0] for field, values in columns.items()}
    assert (transit["corridor"], transit["basis"], transit["kind"]) == (1, "observed", "transit")
    assert (transit["movement"], transit["mover"], transit["source"]) == ("M", "A", "paper")
    assert (transit["ground_before"], transit["ground_after"]) == ("A", "C")
    assert (transit["valid_from"], transit["valid_to"], transit["is_timed"]) == (SECOND, SECOND + DAY, 0)
    assert transit["length_km"] == pytest.approx(11.13, abs=0.01)
    assert transit["depth_km"] == pytest.approx(5.53, abs=0.06)  # the middle of the square; half of its height
    assert transit["neck_km"] == pytest.approx(11.06, abs=0.01)  # north to south
    assert transit["surviving_km"] == pytest.approx(9.13, abs=0.02) and transit["uncertainty_km"] == 1
    assert transit["survives"] == 1
    assert transit["area_km2"] == pytest.approx(22.3, abs=0.1) and transit["width_km"] == 2
    assert transit["taken_km2"] == pytest.approx(transit["area_km2"])  # A holds all of it on the next day
    assert transit["taken_share"] == pytest.approx(1)
    assert transit["verdict"] == "clash reported"
    assert (transit["clashes"], transit["imprecise"], transit["strikes"], transit["transfers"]) == (2, 1, 1, 1)
    assert transit["unidentified"] == 0
    assert transit["nearest_clash_km"] == 0
    assert transit["covered_by"] == "data: 4, clash reported" and transit["not_covered_by"] == ""
    assert (transit["map_source"], transit["map_basis"], transit["map_date"]) == ("maps", "derived from reports", FIRST)
    assert np.isnan(transit["gained_km2"]) and transit["losers"] is None


def test_evidence_has_one_row_per_event_the_nearest_first():
    _, evidence = rows()
    of_transit = [row for row in range(len(evidence["event"])) if evidence["corridor"][row] == 1]
    found = [(evidence["event"][row], evidence["role"][row], evidence["surely_within"][row]) for row in of_transit]
    assert sorted(found) == [
        ("deal", "transfer", 1), ("far", "clash", 1), ("near", "clash", 1), ("shell", "strike", 1),
        ("vague", "imprecise clash", 0),
    ]  # fmt: skip
    distances = [evidence["distance_km"][row] for row in of_transit]
    assert distances == sorted(distances)
    vague = evidence["event"].tolist().index("vague")
    assert np.isnan(evidence["reach_km"][vague])  # no number for "somewhere in the country"
    far = evidence["event"].tolist().index("far")
    assert (evidence["side_a"][far], evidence["side_b"][far]) == ("B", "A; Z")
    assert evidence["label"][far] == "event far" and evidence["source"][far] == "data"


def test_numbers_begin_at_the_given_number():
    columns, evidence = rows(first=7)
    assert list(columns["corridor"]) == [7, 8]
    assert set(evidence["corridor"]) <= {7, 8}


def test_settings_are_those_given():
    options = CorridorOptions(
        evidence=EvidenceOptions(distance_km=0.5, days=0, coverage_km=1.0, coverage_days=1),
        uncertainty_km=2.0,
        width_km=4.0,
        days_after=0,
        min_length_km=6.0,
    )
    columns, _ = rows(clashes(("off", 0.15, ("A",), ("B",), "fight", 0.0)), options)
    assert list(columns["host"]) == ["B"]  # 5.6 km into C's are too short
    assert columns["surviving_km"][0] == pytest.approx(7.13, abs=0.02)
    assert columns["area_km2"][0] == pytest.approx(44.5, abs=0.2)


def test_strikes_count_if_the_option_is_set():
    shell = clashes(("shell", 0.15, ("A",), ("B",), "strike", 0.0))
    assert rows(shell)[0]["verdict"][0] == "no clash reported"
    options = CorridorOptions(EvidenceOptions(counts_strikes=True))
    assert rows(shell, options)[0]["verdict"][0] == "clash reported"


def test_a_passage_without_duration_is_shown_for_one_second():
    columns, _ = rows()
    assert (np.asarray(columns["valid_to"]) > np.asarray(columns["valid_from"])).all()


def test_holders_of_territory_are_factions_that_events_can_name():
    known = with_holders(Factions([Faction("A", "Party A", bloc="B")]), THREE)
    assert set(known.ids) == {"A", "B", "C"}
    assert known.blocs().epochs == ({"A": "B"},)


def test_inferred_corridors_state_their_basis():
    gained = maps(
        ("A", FIRST, NEVER, 0), ("B", FIRST, NEVER, 1), ("C", FIRST, THIRD, 2), ("A", THIRD, NEVER, 2),
    )  # fmt: skip
    found = assess_inferred(gained, ClashEvents.empty(), NO_BLOCS, CorridorOptions())
    columns = corridor_rows(found)
    assert (columns["mover"][0], columns["host"][0], columns["losers"][0]) == ("A", "B", "C")
    assert columns["gained_km2"][0] == pytest.approx(123.1, abs=0.5)
    assert columns["way_km"][0] == pytest.approx(11.13, abs=0.02)
    assert columns["host_lost_km2"][0] == 0
    assert columns["verdict"][0] == "not covered"
    assert (columns["valid_from"][0], columns["valid_to"][0]) == (FIRST, THIRD + DAY)


def test_no_corridors_give_an_empty_table():
    nothing = assess_observed(way(), maps(("A", FIRST, NEVER, 0)), EVENTS, NO_BLOCS, CorridorOptions())
    assert {len(values) for values in corridor_rows(nothing).values()} == {0}
    assert {len(values) for values in evidence_rows(nothing).values()} == {0}
