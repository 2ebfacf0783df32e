"""Checks: overlaps, gaps, slivers and gaps between dates, each reported once. Boxes are at the equator, in degrees."""

from __future__ import annotations

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.control.checks import DATE_HOLE, GAP, OVERLAP, SLIVER, check_series
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.geometry.ellipsoid import areas_km2

RING = shapely.box(0, 0, 3, 3) - shapely.box(1, 1, 2, 2)
ALL_DAY = np.timedelta64(1000, "D")


def series(*rows) -> ControlSeries:
    """Return the series of rows (faction, territory, first day, end day or None)."""
    return ControlSeries(
        faction=[row[0] for row in rows],
        start=[f"2017-10-{row[2]:02d}" for row in rows],
        end=["NaT" if row[3] is None else f"2017-10-{row[3]:02d}" for row in rows],
        geometry=[row[1] for row in rows],
        source=["maps"] * len(rows),
    )


def found(*rows, **options) -> list[tuple]:
    """Return (kind, factions, first day, end day or None) of each finding."""
    findings = check_series(series(*rows), **{"gap_limit": ALL_DAY, **options})
    return [
        (each.kind, each.factions, each.start.item().day, None if np.isnat(each.end) else each.end.item().day)
        for each in findings
    ]


def test_a_series_without_a_fault():
    assert found(("A", shapely.box(0, 0, 1, 1), 1, 5), ("B", shapely.box(1, 0, 2, 1), 1, None)) == []
    assert check_series(ControlSeries.empty()) == []


def test_an_overlap():
    rows = ("B", shapely.box(0, 0, 2, 1), 1, 5), ("A", shapely.box(1, 0, 3, 1), 3, None)
    assert found(*rows) == [(OVERLAP, ("A", "B"), 3, 5)]
    (finding,) = check_series(series(*rows))
    assert shapely.equals(finding.geometry, shapely.box(1, 0, 2, 1))
    assert finding.area_km2 == pytest.approx(areas_km2([finding.geometry])[0])


def test_an_overlap_below_the_tolerance_is_a_sliver():
    rows = ("A", shapely.box(0, 0, 1, 1), 1, None), ("B", shapely.box(1 - 1e-7, 0, 2, 1), 1, None)
    assert found(*rows) == [(SLIVER, ("A", "B"), 1, None)]
    assert found(*rows, sliver_km2=0.001) == [(OVERLAP, ("A", "B"), 1, None)]


def test_a_gap_is_enclosed_by_territories_together():
    """
    A A B
    A . B    nobody holds the middle
    A B B
    """
    west = shapely.union_all([shapely.box(0, 0, 1, 3), shapely.box(0, 2, 2, 3)])
    east = shapely.union_all([shapely.box(2, 0, 3, 3), shapely.box(1, 0, 3, 1)])
    rows = ("A", west, 1, None), ("B", east, 1, None)
    assert found(*rows) == [(GAP, (), 1, None)]
    (finding,) = check_series(series(*rows))
    assert shapely.equals(finding.geometry, shapely.box(1, 1, 2, 2))
    assert finding.area_km2 == pytest.approx(areas_km2([shapely.box(1, 1, 2, 2)])[0])


def test_an_open_gap_is_not_reported():
    assert found(("A", shapely.box(0, 0, 3, 3) - shapely.box(1, 1, 3, 2), 1, None)) == []


def test_territory_of_another_holder_is_not_a_gap():
    assert found(("A", RING, 1, None), ("B", shapely.box(1, 1, 2, 2), 1, None)) == []


def test_a_territory_inside_a_gap_is_not_part_of_it():
    island = shapely.box(1.4, 1.4, 1.6, 1.6)
    (finding,) = check_series(series(("A", RING, 1, None), ("B", island, 1, None)))
    assert finding.kind == GAP
    assert shapely.equals(finding.geometry, shapely.box(1, 1, 2, 2) - island)


def test_a_gap_inside_a_territory_inside_a_gap_is_another_gap():
    island = shapely.box(1.2, 1.2, 1.8, 1.8) - shapely.box(1.4, 1.4, 1.6, 1.6)
    findings = check_series(series(("A", RING, 1, None), ("B", island, 1, None)))
    assert [each.kind for each in findings] == [GAP, GAP]
    assert sorted(shapely.area([each.geometry for each in findings])) == pytest.approx([0.04, 0.64])


def test_a_gap_below_the_tolerance_is_a_sliver():
    pinhole = shapely.box(0, 0, 3, 3) - shapely.box(1, 1, 1.0001, 1.0001)
    assert found(("A", pinhole, 1, None)) == [(SLIVER, (), 1, None)]


def test_a_gap_that_lasts_while_other_things_change_is_one_finding():
    far = [("B", shapely.box(9, 0, 9 + day, 1), day, day + 1) for day in range(1, 9)]
    assert found(("A", RING, 1, 5), ("A", RING, 5, 7), *far) == [(GAP, (), 1, 7)]


def test_a_gap_that_returns_is_two_findings():
    full = shapely.box(0, 0, 3, 3)
    assert found(("A", RING, 1, 3), ("A", full, 3, 5), ("A", RING, 5, None)) == [(GAP, (), 1, 3), (GAP, (), 5, None)]


def test_a_date_gap_is_longer_than_the_limit():
    rows = [("A", shapely.box(0, 0, day, 1), day, None if day == 20 else day + 1) for day in (1, 5, 20)]
    assert found(*rows, gap_limit=np.timedelta64(10, "D")) == [(DATE_HOLE, (), 5, 20)]
    assert found(*rows, gap_limit=np.timedelta64(15, "D")) == []
    (finding,) = check_series(series(*rows), gap_limit=np.timedelta64(14 * 24, "h"))
    assert (finding.geometry, finding.area_km2) == (None, 0)
    assert "15 days" in finding.note


def test_without_a_limit_a_date_gap_is_three_times_the_usual_step():
    def days(*numbers):
        return found(*(("A", shapely.box(0, 0, day, 1), day, day + 1) for day in numbers), gap_limit=None)

    assert days(1, 2, 3, 4, 7) == []
    assert days(1, 2, 3, 4, 8) == [(DATE_HOLE, (), 4, 8)]
    assert days(1) == []


def test_findings_are_sorted_by_start():
    rows = [("A", RING, 1, 9), ("A", shapely.box(0, 0, 3, 3), 9, None), ("B", shapely.box(2, 0, 5, 3), 4, None)]
    starts = [each[2] for each in found(*rows)]
    assert starts == sorted(starts)
    assert len(starts) == 3
