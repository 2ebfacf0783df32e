"""From dated maps to periods: a map is valid until the next map of its source, whatever the order of import.

Maps are written "day: holdings"; a holding is a faction and its section of a strip one degree high:
"3: A0-2 B2-4" is the map of day 3 on which A holds 0 to 2 and B holds 2 to 4. Rows are written
"faction section start-end", without the end if the territory is still held.
"""

from __future__ import annotations

import re

import numpy as np
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from syria_control_plugin.core.control.series import ControlSeries, concatenate
from syria_control_plugin.core.control.snapshots import (
    HeldPeriods,
    SeriesEdit,
    joined_periods,
    merge_maps,
    same_area,
    series_from_maps,
)

FIRST = np.datetime64("2017-10-01", "s")
DAY = np.timedelta64(1, "D")


def day(number) -> np.datetime64:
    return FIRST + int(number) * DAY


def strip(west, east):
    return shapely.box(int(west), 0, int(east), 1)


def maps(*lines) -> dict:
    found = {}
    for line in lines:
        number, holdings = line.split(":")
        found[day(number)] = {
            name: strip(west, east) for name, west, east in re.findall(r"([A-Z])(\d+)-(\d+)", holdings)
        }
    return found


def rows(series) -> list[str]:
    texts = []
    for name, start, end, territory in zip(series.faction, series.start, series.end, series.geometry):
        last = "" if np.isnat(end) else (end - FIRST) // DAY
        west, _, east, _ = shapely.bounds(territory)
        texts.append(f"{name}{west:g}-{east:g} {(start - FIRST) // DAY}-{last}")
    return sorted(texts)


def held_of(series) -> HeldPeriods:
    return HeldPeriods(
        faction=series.faction, start=series.start, end=series.end, geometry_of=lambda row: series.geometry[row]
    )


def applied(series: ControlSeries, edit: SeriesEdit) -> ControlSeries:
    """Return the series after the edit, applied as a case applies it to its rows."""
    end = series.end.copy()
    end[edit.changed] = edit.new_ends
    kept = np.setdiff1d(np.arange(len(series)), edit.removed)
    added = edit.added
    return ControlSeries(
        faction=[*series.faction[kept], *added.faction],
        start=[*series.start[kept], *added.start],
        end=[*end[kept], *added.end],
        geometry=[*series.geometry[kept], *added.geometry],
        source=[*series.source[kept], *added.source],
    )


def is_nothing(edit: SeriesEdit) -> bool:
    return not (len(edit.removed) or len(edit.changed) or len(edit.added))


class Case:
    """A series to which edits are applied one after the other."""

    def __init__(self, first: dict, limit=None):
        self.limit = limit
        self.dates = list(first)
        self.series = series_from_maps(first, "maps", limit)

    def merge(self, new: dict, gone: dict) -> SeriesEdit:
        edit = merge_maps(held_of(self.series), self.dates, new, gone, "maps", self.limit)
        self.series = applied(self.series, edit)
        self.dates = sorted({*self.dates, *new} - {date for date, names in gone.items() if names is None})
        return edit


def test_a_map_is_valid_until_the_next_and_the_last_one_stays_open():
    found = series_from_maps(maps("1: A0-2 B2-4", "4: A0-3 B3-4"), "maps")
    assert rows(found) == ["A0-2 1-4", "A0-3 4-", "B2-4 1-4", "B3-4 4-"]
    assert set(found.source) == {"maps"}


def test_equal_territory_on_consecutive_maps_is_one_row():
    assert rows(series_from_maps(maps("1: A0-2", "2: A0-2", "3: A0-2", "4: A0-3"), "maps")) == ["A0-2 1-4", "A0-3 4-"]


def test_equal_territory_with_another_first_vertex_and_orientation_is_equal():
    here = shapely.from_wkt("POLYGON ((0 0, 2 0, 2 1, 0 1, 0 0))")
    there = shapely.from_wkt("POLYGON ((2 1, 2 0, 1 0, 0 0, 0 1, 2 1))")
    assert rows(series_from_maps({day(1): {"A": here}, day(2): {"A": there}}, "maps")) == ["A0-2 1-"]


def test_a_faction_that_disappears_and_comes_back_has_two_rows():
    found = series_from_maps(maps("1: A0-2 B2-4", "2: B2-4", "3: A0-2 B2-4"), "maps")
    assert rows(found) == ["A0-2 1-2", "A0-2 3-", "B2-4 1-"]


def test_territory_lost_and_regained_is_two_rows():
    found = series_from_maps(maps("1: A0-2", "2: A0-3", "3: A0-2"), "maps")
    assert rows(found) == ["A0-2 1-2", "A0-2 3-", "A0-3 2-3"]


def test_an_empty_map_ends_all_territories():
    assert rows(series_from_maps(maps("1: A0-2", "3:"), "maps")) == ["A0-2 1-3"]
    assert rows(series_from_maps(maps("1: A0-2", "3:", "5: A0-2"), "maps")) == ["A0-2 1-3", "A0-2 5-"]


def test_no_maps_make_no_rows():
    assert len(series_from_maps({}, "maps")) == len(series_from_maps(maps("1:"), "maps")) == 0


def test_a_gap_longer_than_the_limit_ends_the_period():
    """Maps are dated 1, 3 and 9, with a limit of 2 days: known from 1 to 5, unknown to 9, then valid without end."""
    found = series_from_maps(maps("1: A0-2", "3: A0-2", "9: A0-2"), "maps", 2 * DAY)
    assert rows(found) == ["A0-2 1-5", "A0-2 9-"]


def test_a_step_as_long_as_the_limit_is_not_a_gap():
    assert rows(series_from_maps(maps("1: A0-2", "3: A0-2"), "maps", 2 * DAY)) == ["A0-2 1-"]


def test_an_earlier_map_of_other_territory_leaves_the_later_rows_unchanged():
    case = Case(maps("5: A0-2"))
    edit = case.merge(maps("2: A0-1"), {})
    assert rows(case.series) == ["A0-1 2-5", "A0-2 5-"]
    assert (len(edit.removed), len(edit.changed)) == (0, 0)


def test_an_earlier_map_of_the_same_territory_extends_the_row():
    case = Case(maps("5: A0-2"))
    case.merge(maps("2: A0-2"), {})
    assert rows(case.series) == ["A0-2 2-"]


def test_a_later_map_ends_the_open_row():
    case = Case(maps("5: A0-2"))
    edit = case.merge(maps("7: A0-3"), {})
    assert rows(case.series) == ["A0-2 5-7", "A0-3 7-"]
    assert edit.changed.tolist() == [0]
    assert edit.new_ends.tolist() == [day(7).item()]


def test_a_later_map_of_the_same_territory_changes_nothing():
    case = Case(maps("5: A0-2"))
    assert is_nothing(case.merge(maps("7: A0-2"), {}))


def test_a_map_between_cuts_the_row_that_spans_it():
    case = Case(maps("1: A0-2", "9: A0-2"))
    assert rows(case.series) == ["A0-2 1-"]
    case.merge(maps("5: A0-3"), {})
    assert rows(case.series) == ["A0-2 1-5", "A0-2 9-", "A0-3 5-9"]


def test_a_map_between_that_does_not_show_a_faction_ends_it_there():
    case = Case(maps("1: A0-2", "9: A0-2"))
    case.merge(maps("5: B0-2"), {})
    assert rows(case.series) == ["A0-2 1-5", "A0-2 9-", "B0-2 5-9"]


def test_a_map_between_closes_a_gap():
    case = Case(maps("1: A0-2", "5: A0-2"), 2 * DAY)
    assert rows(case.series) == ["A0-2 1-3", "A0-2 5-"]
    case.merge(maps("3: A0-2"), {})
    assert rows(case.series) == ["A0-2 1-"]


def test_correcting_one_map():
    case = Case(maps("1: A0-2 B2-4", "3: A0-3 B3-4", "5: A0-2 B2-4"))
    case.merge(maps("3: A0-1"), {})
    assert rows(case.series) == ["A0-1 3-5", "A0-2 1-3", "A0-2 5-", "B2-4 1-3", "B2-4 5-", "B3-4 3-5"]


def test_correcting_a_map_to_the_territory_of_its_neighbours_joins_the_rows():
    case = Case(maps("1: A0-2", "3: A0-3", "5: A0-2"))
    case.merge(maps("3: A0-2"), {})
    assert rows(case.series) == ["A0-2 1-"]


def test_a_map_that_no_longer_shows_a_faction():
    case = Case(maps("1: A0-2 B2-4", "3: A0-2 B2-4", "5: A0-2 B2-4"))
    case.merge({}, {day(3): {"B"}})
    assert rows(case.series) == ["A0-2 1-", "B2-4 1-3", "B2-4 5-"]


def test_a_map_that_becomes_empty_remains_a_map():
    case = Case(maps("1: A0-2", "3: A0-2"))
    case.merge({}, {day(3): {"A"}})
    assert rows(case.series) == ["A0-2 1-3"]


def test_removing_a_map_extends_the_one_before():
    case = Case(maps("1: A0-2", "3: A0-3 B3-4", "5: A0-4"))
    case.merge({}, {day(3): None})
    assert rows(case.series) == ["A0-2 1-5", "A0-4 5-"]


def test_removing_a_map_between_equal_ones_joins_them():
    case = Case(maps("1: A0-2", "3: A0-3", "5: A0-2"))
    case.merge({}, {day(3): None})
    assert rows(case.series) == ["A0-2 1-"]


def test_removing_the_first_map():
    case = Case(maps("1: A0-2", "3: A0-2"))
    case.merge({}, {day(1): None})
    assert rows(case.series) == ["A0-2 3-"]


def test_a_map_removed_and_replaced_shows_only_the_new_one():
    case = Case(maps("1: A0-2 B2-4", "3: A0-2 B2-4"))
    case.merge(maps("3: A0-2"), {day(3): None})
    assert rows(case.series) == ["A0-2 1-", "B2-4 1-3"]


def test_territory_on_the_new_map_is_not_removed():
    case = Case(maps("1: A0-2 B2-4"))
    case.merge(maps("1: A0-1"), {day(1): {"A", "B"}})
    assert rows(case.series) == ["A0-1 1-"]


def test_the_same_maps_again_change_nothing():
    same = maps("1: A0-2 B2-4", "3: A0-3", "5:", "7: A0-3 B3-4")
    for limit in (None, DAY):
        assert is_nothing(Case(same, limit).merge(same, {}))


def test_a_correction_leaves_the_rows_of_other_factions_unchanged():
    case = Case(maps("1: A0-2 B2-4", "3: A0-3 B3-4"))
    edit = case.merge(maps("3: A0-1 B3-4"), {})
    assert (rows(edit.added), len(edit.removed), len(edit.changed)) == (["A0-1 3-"], 1, 0)


def test_only_rows_next_to_a_new_map_are_fetched():
    series = series_from_maps(maps(*(f"{number}: A0-{1 + number % 2}" for number in range(40))), "maps")
    fetched = []

    def geometry_of(row):
        fetched.append(row)
        return series.geometry[row]

    held = HeldPeriods(faction=series.faction, start=series.start, end=series.end, geometry_of=geometry_of)
    merge_maps(held, [day(number) for number in range(40)], maps("40: A0-9"), {}, "maps")
    assert set(fetched) == {39}


def cell(number):
    return shapely.box(2 * number, 0, 2 * number + 1, 1)


def ground_of(cells, turn=0, is_reversed=False):
    """Return separate squares, whose rings start at the vertex `turn`, with reversed orientation if `is_reversed`."""
    squares = []
    for number in sorted(cells):
        corners = np.roll(np.array(cell(number).exterior.coords)[:-1], turn, axis=0)
        squares.append(shapely.Polygon(corners[::-1] if is_reversed else corners))
    return squares[0] if len(squares) == 1 else shapely.MultiPolygon(squares[::-1] if is_reversed else squares)


def known(series) -> list[tuple]:
    """Return the rows by the squares that they cover."""
    found = []
    for name, start, end, territory in zip(series.faction, series.start, series.end, series.geometry):
        cells = tuple(number for number in range(3) if shapely.contains_xy(territory, 2 * number + 0.5, 0.5))
        assert shapely.area(territory) == len(cells)
        found.append((name, str(start), str(end), cells))
    return sorted(found)


GROUNDS = st.builds(ground_of, st.sets(st.integers(0, 2), min_size=1, max_size=2), st.integers(0, 3), st.booleans())
ONE_MAP = st.dictionaries(st.sampled_from("AB"), GROUNDS)
LIMITS = st.sampled_from([None, DAY, 2 * DAY])


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.integers(0, 6).map(day), ONE_MAP, max_size=6), LIMITS)
def test_on_every_date_a_series_shows_the_last_map(drawn, limit):
    """The definition at each moment: the map before counts, unless it is older than the limit and not the last."""
    found = series_from_maps(drawn, "maps", limit)
    for moment in FIRST + np.arange(-12, 8 * 24, 12) * np.timedelta64(1, "h"):
        before = [date for date in drawn if date <= moment]
        is_last = len(before) == len(drawn)
        expected = drawn[max(before)] if before else {}
        if limit is not None and before and not is_last:
            step = min(set(drawn) - set(before)) - max(before)
            if step > limit and moment - max(before) >= limit:
                expected = {}
        snapshot = found.on(moment)
        assert sorted(snapshot.faction) == sorted(expected)
        assert all(shapely.equals(g, expected[name]) for name, g in zip(snapshot.faction, snapshot.geometry))


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.integers(0, 6).map(day), ONE_MAP, max_size=6), LIMITS, st.data())
def test_maps_imported_in_any_order_give_the_series_of_all_at_once(drawn, limit, data):
    case = Case({}, limit)
    waiting = data.draw(st.permutations(sorted(drawn)))
    while waiting:
        count = data.draw(st.integers(1, len(waiting)))
        case.merge({date: drawn[date] for date in waiting[:count]}, {})
        waiting = waiting[count:]
    assert known(case.series) == known(series_from_maps(drawn, "maps", limit))


@settings(max_examples=50, deadline=None)
@given(
    st.dictionaries(st.integers(0, 5).map(day), ONE_MAP, max_size=5),
    st.lists(st.tuples(st.integers(0, 5).map(day), st.one_of(st.none(), ONE_MAP)), max_size=6),
    LIMITS,
)
def test_successive_corrections_give_the_series_of_the_last_versions(drawn, corrections, limit):
    """A correction replaces a map or (None) removes it."""
    case, latest = Case(drawn, limit), dict(drawn)
    for date, corrected in corrections:
        before = latest.pop(date, {})
        if corrected is None:
            case.merge({}, {date: None})
        else:
            latest[date] = corrected
            case.merge({date: corrected}, {date: set(before) - set(corrected)})
    assert known(case.series) == known(series_from_maps(latest, "maps", limit))
    assert is_nothing(case.merge(latest, {}))


def series_of(*lines, source="maps") -> ControlSeries:
    """Return the series of rows "A0-2 1-5", as `rows` writes them."""
    parts = [re.fullmatch(r"([A-Z])(\d+)-(\d+) (\d+)-(\d*)", line).groups() for line in lines]
    return ControlSeries(
        faction=[part[0] for part in parts],
        start=[day(part[3]) for part in parts],
        end=[day(part[4]) if part[4] else np.datetime64("NaT") for part in parts],
        geometry=[strip(part[1], part[2]) for part in parts],
        source=[source] * len(parts),
    )


def test_consecutive_periods_of_equal_territory_are_joined():
    assert rows(joined_periods(series_of("A0-2 3-5", "A0-2 5-", "A0-2 1-3"))) == ["A0-2 1-"]


def test_separate_periods_or_other_territories_or_factions_are_not_joined():
    apart = ["A0-2 1-3", "A0-2 4-5", "A0-3 5-6", "B0-3 6-7"]
    assert rows(joined_periods(series_of(*apart))) == apart
    assert len(joined_periods(ControlSeries.empty())) == 0


def test_periods_of_two_sources_are_never_joined():
    one, other = series_of("A0-2 1-3"), series_of("A0-2 3-5", source="others")
    both = concatenate([one, other])
    assert rows(joined_periods(both)) == ["A0-2 1-3", "A0-2 3-5"]


def test_equal_territories_are_recognised():
    square = strip(0, 2)
    with_a_hole = square - shapely.box(0.5, 0.5, 0.6, 0.6)
    assert same_area(square, shapely.MultiPolygon([strip(0, 2)]))
    assert not same_area(square, strip(0, 3))
    assert not same_area(square, with_a_hole)
    assert not same_area(with_a_hole, square - shapely.box(0.6, 0.5, 0.7, 0.6))
