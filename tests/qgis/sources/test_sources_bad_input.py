"""What is wrong in maps as they come: each good row loads, each bad one is in the report with its reason.

Each broken file is the map of one day, and also holds a good row: GOV holds 36 to 37.
"""

import re
from typing import NamedTuple

import pytest
import shapely
from osgeo import ogr

from syria_control_plugin.core import fields as f
from syria_control_plugin.core.errors import SourceError
from syria_control_plugin.core.geometry.ellipsoid import areas_km2

GOOD = ({"faction": "GOV"}, shapely.box(36, 35, 37, 36))
BOX = shapely.box(37, 35, 38, 36)
BOW_TIE = "POLYGON ((37 35, 38 36, 38 35, 37 36, 37 35))"
# Two boxes that share 37.5 to 38, and together are 37 to 38.5.
TWICE = "MULTIPOLYGON (((37 35, 38 35, 38 36, 37 36, 37 35)), ((37.5 35, 38.5 35, 38.5 36, 37.5 36, 37.5 35)))"
MIXED = {
    "type": "GeometryCollection",
    "geometries": [
        {"type": "Point", "coordinates": [37, 35]},
        {"type": "Polygon", "coordinates": [[[37, 35], [38, 35], [38, 36], [37, 36], [37, 35]]]},
        {"type": "LineString", "coordinates": [[30, 30], [31, 31]]},
    ],
}
UNCLOSED = {"type": "Polygon", "coordinates": [[[37, 35], [38, 35], [38, 36], [37, 36]]]}
TOO_SHORT = {"type": "Polygon", "coordinates": [[[37, 35], [38, 35], [37, 35]]]}
DEEP = "POLYGON Z ((37 35 900, 38 35 900, 38 36 900, 37 36 900, 37 35 900))"
SWAPPED = (GOOD[0], shapely.box(35, 36, 36, 37))  # touches GOOD in a corner


class Expected(NamedTuple):
    """What one file gives: faction → ground on its day, and (row, action, words of the reason) in the report."""

    territory: dict
    issues: list


def rows(shape) -> list:
    return [GOOD, ({"faction": "IS"}, shape)]


GOV = {"GOV": GOOD[1]}
BOTH = {**GOV, "IS": BOX}
BROKEN = {
    "null": (rows(None), Expected(GOV, [(1, "rejected", "no geometry")])),
    "empty": (rows({"type": "Polygon", "coordinates": [[]]}), Expected(GOV, [(1, "rejected", "empty geometry")])),
    "point": (rows("POINT (37 35)"), Expected(GOV, [(1, "rejected", "Point has zero area")])),
    "line": (rows("LINESTRING (37 35, 38 35)"), Expected(GOV, [(1, "rejected", "LineString has zero area")])),
    "flat": (rows("POLYGON ((37 35, 38 35, 37.5 35, 37 35))"), Expected(GOV, [(1, "rejected", "has zero area")])),
    "short ring": (rows(TOO_SHORT), Expected(GOV, [(1, "rejected", "has zero area")])),
    "out of range": (
        rows(shapely.box(37, 89, 38, 91)), Expected(GOV, [(1, "rejected", "out of range")])),
    "bow-tie": (
        rows(BOW_TIE),
        Expected({**GOV, "IS": shapely.union(shapely.Polygon([(37, 35), (37.5, 35.5), (37, 36)]),
                                             shapely.Polygon([(38, 35), (37.5, 35.5), (38, 36)]))},
                 [(1, "repaired", "invalid Polygon: Self-intersection")])),
    "unclosed": (rows(UNCLOSED), Expected(BOTH, [])),
    "z": (rows(DEEP), Expected(BOTH, [(None, "noted", "Z or M values of 1 rows")])),
    "collection": (rows(MIXED), Expected(BOTH, [(1, "repaired", "polygons kept, other parts left out")])),
    "twice": (
        rows(TWICE), Expected({**GOV, "IS": shapely.box(37, 35, 38.5, 36)},
                              [(1, "repaired", "invalid MultiPolygon")])),
    "same faction twice": (
        [GOOD, ({"faction": "GOV"}, shapely.box(36.5, 35, 38, 36))],
        Expected({"GOV": shapely.box(36, 35, 38, 36)}, [(None, "noted", "rows of GOV overlap on .*counted once")])),
    "no faction": (
        [GOOD, ({"faction": None}, BOX)], Expected(GOV, [(1, "rejected", "no faction")])),
    "swapped": ([SWAPPED], Expected(GOV, [(None, "repaired", "x and y swapped")])),
    "nobody": ([], Expected({}, [(None, "noted", "no features: read as a map of .* without any territory")])),
}  # fmt: skip
DAYS = {name: f"2017-10-{day:02d}" for day, name in enumerate(BROKEN, start=1)}


def test_a_directory_of_broken_files(maps, case):
    for name, (content, _) in BROKEN.items():
        maps.geojson(f"{DAYS[name]} {name}.geojson", *content)
    whole = maps("2017-11-01 whole.geojson", "GOV 36-37").read_text(encoding="utf-8")
    maps.text("2017-11-02 page.geojson", "<!DOCTYPE html><html><body>404 Not Found</body></html>")
    maps.text("2017-11-03 cut off.geojson", whole[: len(whole) * 2 // 3])
    maps.text("2017-11-04 nothing.geojson", "")
    geopackage = maps.ogr("2017-11-05 cut off.gpkg", "GPKG", {"map": [GOOD] * 300})
    geopackage.write_bytes(geopackage.read_bytes()[:40_000])
    maps.geojson("2202-10-24 later.geojson", GOOD)
    maps.geojson("0000-10-24 earlier.geojson", GOOD)
    report = case.load(maps.folder)

    kept = case.issues()
    for name, (content, expected) in BROKEN.items():
        file = f"{DAYS[name]} {name}.geojson"
        found = case.territory(DAYS[name])
        assert set(found) == set(expected.territory), name
        for who, territory in expected.territory.items():
            assert found[who].equals(territory), f"{name}: {found[who]}"
        issues = [(row, action, reason) for key, row, action, reason, _ in kept if key == file]
        assert len(issues) == len(expected.issues), f"{name}: {issues}"
        for (row, action, reason), (wanted_row, wanted_action, words) in zip(issues, expected.issues):
            assert (row, action) == (wanted_row, wanted_action) and re.search(words, reason), f"{name}: {reason}"
        if content and expected.issues[:1] and expected.issues[0][1] == "rejected":
            assert any(line.startswith(f"{file}, row 1: rejected: ") for line in map(str, report.lines()))
    whole_files = {file: reason for file, row, action, reason, _ in kept if row is None and action == "rejected"}
    assert sorted(whole_files) == [
        "0000-10-24 earlier.geojson", "2017-11-02 page.geojson", "2017-11-03 cut off.geojson",
        "2017-11-04 nothing.geojson", "2017-11-05 cut off.gpkg", "2202-10-24 later.geojson",
    ]  # fmt: skip
    for file, reason in whole_files.items():
        assert len(reason) > 10 and ("outside" in reason) == file.startswith("2202"), reason
        assert ("in the year 0" in reason) == file.startswith("0000"), reason
    assert case.territory("2017-11-01").keys() == {"GOV"}
    assert case.dates() == [*DAYS.values(), "2017-11-01"]
    counts = [report.count(action) for action in ("repaired", "rejected")]
    assert counts == [sum(issue[2] == action for issue in kept) for action in ("repaired", "rejected")]
    assert report.rows_read == sum(len(content) for content, _ in BROKEN.values()) + 1 + 2


def test_rejected_and_repaired_rows_are_kept_with_the_geometry_as_it_came(maps, case):
    maps.geojson("2017-10-01.geojson", GOOD, ({"faction": "IS", "note": "bow"}, BOW_TIE), ({"faction": None}, DEEP))
    case.load(maps.folder)
    (_, row_a, action_a, _, bow), (_, row_b, action_b, _, deep) = (i for i in case.issues() if i[1] is not None)
    assert (row_a, action_a, row_b, action_b) == (1, "repaired", 2, "rejected")
    assert bow.equals_exact(shapely.from_wkt(BOW_TIE), 0) and not bow.is_valid
    assert deep.has_z and shapely.get_coordinates(deep, include_z=True)[0].tolist() == [37, 35, 900]
    attributes = case.open.select(f.IMPORT_ISSUES, f.FID, f.ATTRIBUTES, f.LAYER)
    assert any('"note": "bow"' in text for _, text, _ in attributes)
    source = ogr.Open(case.path)
    assert source.GetLayerByName(f.IMPORT_ISSUES).GetFeatureCount() == len(attributes)


def test_issues_of_a_corrected_file_go(maps, case):
    maps.geojson("2017-10-01.geojson", GOOD, ({"faction": None}, BOX))
    maps.geojson("2017-10-02.geojson", GOOD, ({"faction": None}, BOX))
    case.load(maps.folder)
    maps.geojson("2017-10-01.geojson", GOOD)
    case.load(maps.folder)
    assert [issue[0] for issue in case.issues()] == ["2017-10-02.geojson"]


def test_a_broken_file_stays_known_and_is_not_read_again_until_it_changes(maps, case):
    maps("2017-10-01.geojson", "GOV 36-37")
    page = maps.text("2017-10-02.geojson", "<html>")
    case.load(maps.folder)
    before = case.state
    case.load(maps.folder)
    assert case.state == before
    maps(page.name, "IS 36-37")
    case.load(maps.folder)
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-02", "IS 36-37 2017-10-02/-"]
    assert case.issues() == []


def test_nothing_usable_makes_no_case(maps, case, tmp_path):
    maps.text("2017-10-01.geojson", "<html>")
    with pytest.raises(SourceError):
        case.load(maps.folder)
    maps.geojson("2017-10-02.geojson", ({"faction": "GOV"}, None))
    with pytest.raises(SourceError):
        case.load(maps.folder)
    assert list((tmp_path / "cases").iterdir()) == []


class TestContested:
    @pytest.fixture
    def overlap(self, maps):
        """GOV 36-37.5, IS 37-38, for two days."""
        for day in (1, 2):
            maps(f"2017-10-0{day}.geojson", "GOV 36-37.5, IS 37-38")
        maps("2017-10-03.geojson", "GOV 36-37, IS 37-38")
        return maps.folder

    def test_kept_measured_and_marked(self, overlap, case):
        report = case.load(overlap)
        area = areas_km2(shapely.box(37, 35, 37.5, 36))[0]
        assert report.contested_km2 == {("GOV", "IS"): pytest.approx(area, rel=1e-9)}
        assert any("Claimed by GOV and IS at once" in line for line in map(str, report.lines()))
        ((kind, factions, start, end, found),) = case.open.select(
            f.DERIVED, f.KIND, f.FACTIONS_INVOLVED, f.VALID_FROM, f.VALID_TO, f.AREA_KM2
        )
        assert (kind, factions, start[:19], end[:19]) == (
            "contested", "GOV; IS", "2017-10-01T00:00:00", "2017-10-03T00:00:00",
        )  # fmt: skip
        assert found == pytest.approx(area, rel=1e-9)
        assert case.territory("2017-10-01")["GOV"].area == 1.5

    @pytest.mark.parametrize(("precedence", "gov", "daesh"), [(("GOV", "IS"), 1.5, 0.5), (("Daesh",), 1, 1)])
    def test_settled_by_precedence(self, overlap, case, precedence, gov, daesh):
        report = case.load(overlap, precedence=precedence)
        assert report.contested_km2 == {}
        assert case.open.select(f.DERIVED, f.FID) == []
        assert (case.territory("2017-10-01")["GOV"].area, case.territory("2017-10-01")["IS"].area) == (gov, daesh)

    def test_precedence_that_names_nobody(self, overlap, case):
        with pytest.raises(SourceError, match="PRECEDENCE names 'Nobody'"):
            case.load(overlap, precedence=("Nobody",))

    def test_slivers_are_counted(self, maps, case):
        report = case.load(maps("2017-10-01.geojson", "GOV 36-37.0000001, IS 37-38"))
        assert report.slivers == 1 and 0 < report.sliver_km2 < 0.01
        assert case.open.select(f.DERIVED, f.FID) == []
        assert any("1 overlaps smaller than the tolerance" in line for line in map(str, report.lines()))


def test_broken_files_are_told_where_another_plugin_has_turned_gdals_exceptions_on(maps, case, gdal_exceptions):
    whole = maps("2017-10-01.geojson", "GOV 36-37, IS 37-38").read_text(encoding="utf-8")
    maps.text("2017-10-02.geojson", whole[: len(whole) * 2 // 3])
    maps.text("2017-10-03.kml", "no map at all")
    geopackage = maps.ogr("2017-10-04.gpkg", "GPKG", {"map": [GOOD] * 300})
    geopackage.write_bytes(geopackage.read_bytes()[:40_000])
    report = case.load(maps.folder)
    assert {issue.file for issue in report.issues} == {"2017-10-02.geojson", "2017-10-03.kml", "2017-10-04.gpkg"}
    assert [row for row in case.rows() if "2017-10-02" in row or "2017-10-03" in row] == []
