"""Maps become periods, however and in whatever order they arrive; what was imported is not read again."""

import itertools
import shutil

import numpy as np
import pytest
import shapely

from syria_control_plugin.core import fields as f
from syria_control_plugin.sources.files.inputs import InputFile

OCTOBER = {"2017-10-01": "GOV 36-37, IS 37-38", "2017-10-02": "GOV 36-37, IS 37-38", "2017-10-05": "GOV 36-38"}
ROWS = ["GOV 36-37 2017-10-01/2017-10-05", "GOV 36-38 2017-10-05/-", "IS 37-38 2017-10-01/2017-10-05"]


@pytest.fixture
def october(maps):
    for date, holdings in OCTOBER.items():
        maps(f"{date}.geojson", holdings)
    return maps.folder


@pytest.fixture
def read(monkeypatch):
    """Names of the files whose rows were read, in order, each as often as it was read."""
    names = []
    original = InputFile.tables

    def counted(self, *arguments, **options):
        names.append(self.key)
        return original(self, *arguments, **options)

    monkeypatch.setattr(InputFile, "tables", counted)
    return names


def test_no_gap_no_overlap_and_equal_ground_is_one_row(october, case):
    report = case.load(october)
    assert case.rows() == ROWS
    assert (report.files_read, report.rows_read, report.rows_loaded, report.maps) == (3, 5, 5, 3)
    for day in range(1, 10):
        held = case.territory(f"2017-10-0{day}")
        assert shapely.union_all(list(held.values())).equals(shapely.box(36, 35, 38, 36))
        assert sum(shapely.area(list(held.values()))) == 2
    assert case.territory("2017-09-30") == {}


def test_equal_ground_written_differently_is_one_row(maps, case):
    maps("2017-10-01.geojson", "GOV 36-37")
    turned = "POLYGON ((37 36, 37 35, 36.5 35, 36 35, 36 36, 37 36))"
    maps.geojson("2017-10-02.geojson", ({"faction": "GOV"}, turned))
    case.load(maps.folder)
    assert case.rows() == ["GOV 36-37 2017-10-01/-"]


def test_the_same_files_again_change_nothing_at_all(october, case, read):
    case.load(october)
    before = case.state
    read.clear()
    report = case.load(october)
    assert case.state == before
    assert read == []
    assert (report.files_read, report.files_unchanged, report.changed_anything) == (0, 3, False)


def test_the_folder_in_another_place_changes_nothing(october, case, tmp_path):
    case.load(october)
    before = case.state
    moved = tmp_path / "elsewhere" / "deep" / october.name
    shutil.copytree(october, moved)
    shutil.rmtree(october)
    case.load(moved)
    assert case.state == before


def test_the_days_one_by_one_or_in_any_order_make_the_same_case(october, tmp_path, case):
    for number, days in enumerate(itertools.permutations(OCTOBER)):
        case.path = str(tmp_path / f"{number}.gpkg")
        for day in days:
            case.load(october / f"{day}.geojson")
        assert case.rows() == ROWS, days


def test_tomorrows_file_adds_a_day_and_alone_is_read(october, case, maps, read):
    case.load(october)
    before = {row: fid for fid, row in zip(ids(case), raw(case))}
    read.clear()
    maps("2017-10-06.geojson", "GOV 36-37, OPP 37-38")
    report = case.load(october)
    assert set(read) == {"2017-10-06.geojson"}
    assert (report.files_read, report.files_unchanged) == (1, 3)
    assert case.rows() == [
        "GOV 36-37 2017-10-01/2017-10-05", "GOV 36-37 2017-10-06/-", "GOV 36-38 2017-10-05/2017-10-06",
        "IS 37-38 2017-10-01/2017-10-05", "OPP 37-38 2017-10-06/-",
    ]  # fmt: skip
    kept = {row: fid for fid, row in zip(ids(case), raw(case)) if row in before}
    assert kept and all(before[row] == fid for row, fid in kept.items())


def ids(case):
    return [fid for (fid,) in case.open.select(f.TERRITORIES, f.FID)]


def raw(case):
    return [row[1:] for row in case.open.select(f.TERRITORIES, f.FID, f.FACTION, f.VALID_FROM)]


def test_tomorrows_file_that_says_the_same_adds_no_row(october, case, maps):
    case.load(october)
    report = case.load(maps("2017-10-06.geojson", "GOV 36-38"))
    assert case.rows() == ROWS
    assert report.changed_anything is False
    assert "2017-10-06" in case.dates()


def test_a_file_put_in_between(october, case, maps):
    case.load(october)
    maps("2017-10-04.geojson", "OPP 36-38")
    case.load(october)
    assert case.rows() == [
        "GOV 36-37 2017-10-01/2017-10-04", "GOV 36-38 2017-10-05/-", "IS 37-38 2017-10-01/2017-10-04",
        "OPP 36-38 2017-10-04/2017-10-05",
    ]  # fmt: skip


def test_a_corrected_file_replaces_what_it_said(october, case, maps, read):
    case.load(october)
    read.clear()
    maps("2017-10-02.geojson", "OPP 36-37, IS 37-38")
    case.load(october)
    assert set(read) == {"2017-10-02.geojson"}
    assert case.rows() == [
        "GOV 36-37 2017-10-01/2017-10-02", "GOV 36-38 2017-10-05/-", "IS 37-38 2017-10-01/2017-10-05",
        "OPP 36-37 2017-10-02/2017-10-05",
    ]  # fmt: skip
    maps("2017-10-02.geojson", OCTOBER["2017-10-02"])
    case.load(october)
    assert case.rows() == ROWS


def test_a_corrected_date_moves_the_map(maps, case):
    """The date stands in a field, so the file keeps its name."""
    maps("a.geojson", "GOV 36-37", date="2017-10-01")
    maps("b.geojson", "IS 36-37", date="2017-10-03")
    case.load(maps.folder)
    maps("b.geojson", "IS 36-37", date="2017-10-05")
    case.load(maps.folder)
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-05", "IS 36-37 2017-10-05/-"]


def test_corrected_stated_periods_replace_the_old_ones_of_their_file_only(maps, case):
    maps("a.geojson", "GOV 36-37", start="2017-10-01", end="2017-10-05")
    maps("b.geojson", "IS 37-38", start="2017-10-01", end="2017-10-05")
    case.load(maps.folder)
    maps("b.geojson", "OPP 37-38", start="2017-10-02", end="2017-10-05")
    case.load(maps.folder)
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-05", "OPP 37-38 2017-10-02/2017-10-05"]


def test_files_per_faction_and_day_in_separate_imports(maps, case):
    """Each file shows one faction; a later file of the same day takes nothing from the others."""
    days = {"2017-10-01": {"GOV": "36-37", "IS": "37-38"}, "2017-10-02": {"GOV": "36-37.5", "IS": "37.5-38"}}
    for who in ("GOV", "IS"):
        for day, held in days.items():
            maps(f"{who}_{day}.geojson", f"{who} {held[who]}")
        case.load(*maps.folder.glob(f"{who}_*"))
    assert case.rows() == [
        "GOV 36-37 2017-10-01/2017-10-02", "GOV 36-37.5 2017-10-02/-", "IS 37-38 2017-10-01/2017-10-02",
        "IS 37.5-38 2017-10-02/-",
    ]  # fmt: skip


def test_a_map_of_two_files_that_show_one_faction(maps, case):
    """Two provinces: a correction of the one reads the other again rather than losing its ground."""
    west = maps("west 2017-10-01.geojson", "GOV 36-37")
    maps("east 2017-10-01.geojson", "GOV 37-38")
    case.load(maps.folder)
    assert case.rows() == ["GOV 36-38 2017-10-01/-"]
    maps(west.name, "GOV 35-37")
    case.load(maps.folder)
    assert case.rows() == ["GOV 35-38 2017-10-01/-"]


def test_a_day_without_a_map_is_unknown_beyond_the_hole_limit(maps, case):
    for day in ("01", "02", "09"):
        maps(f"2017-10-{day}.geojson", "GOV 36-37")
    case.load(maps.folder, gap_limit_days=3)
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-05", "GOV 36-37 2017-10-09/-"]
    maps("2017-10-06.geojson", "GOV 36-37")
    case.load(maps.folder, gap_limit_days=3)
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-05", "GOV 36-37 2017-10-06/-"]


def test_a_map_on_which_nobody_holds_ground_ends_what_was_held(maps, case):
    for day, holdings in (("01", "GOV 36-37"), ("02", ""), ("03", "GOV 36-37")):
        maps(f"2017-10-{day}.geojson", holdings)
    case.load(maps.folder)
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-02", "GOV 36-37 2017-10-03/-"]


def test_two_sources_are_never_spliced(maps, case):
    case.load(maps("one/2017-10-01.geojson", "GOV 36-37").parent)
    case.load(maps("two/2017-10-05.geojson", "IS 36-37").parent)
    case.load(maps("one/2017-10-09.geojson", "GOV 36-37").parent)
    assert case.rows("one") == ["GOV 36-37 2017-10-01/-"]
    assert case.rows("two") == ["IS 36-37 2017-10-05/-"]
    # Both claim the ground, but that is a difference between sources, not contested ground.
    assert case.open.select(f.DERIVED, f.FID) == []


def test_other_settings_read_the_files_again(october, case):
    case.load(october)
    report = case.load(october, faction="OPP")
    assert report.files_read == 3
    assert case.rows() == ["OPP 36-38 2017-10-01/-"]


def test_another_theme_alone_reads_nothing_and_is_kept(october, case, read):
    case.load(october)
    read.clear()
    rows = case.rows()
    case.load(october, theme="print_hatch")
    assert read == [] and case.rows() == rows
    assert case.open.setting("theme")["id"] == "print_hatch"


def test_areas_are_those_of_the_files(maps, case):
    rng = np.random.default_rng(2)
    areas = {}
    for day in range(10, 20):
        corners = np.column_stack([36 + rng.random(9), 35 + rng.random(9)])
        territory = shapely.convex_hull(shapely.multipoints(corners))
        maps.geojson(f"2017-10-{day}.geojson", ({"faction": "GOV"}, territory))
        areas[f"2017-10-{day}"] = territory.area
    case.load(maps.folder)
    for day, area in areas.items():
        assert case.territory(day)["GOV"].area == pytest.approx(area, rel=1e-12)
