"""Dated maps beside layers without a date: the maps are imported, the other layers are named as left out."""

import pytest

from syria_control_plugin.case.import_report import REJECTED
from syria_control_plugin.core.errors import SourceError
from syria_control_plugin.sources.files.inputs import all_inputs
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.maps.preview import look_at

UNDATED = ("bases", "governorates", "rivers", "roads", "towns", "wells", "zones")


def left_out(report):
    return sorted({issue.file for issue in report.issues if issue.action == REJECTED})


@pytest.mark.parametrize("count", [1, 2, 3, 7])
def test_files_of_a_folder(maps, case, count):
    maps("m 2017-10-01.geojson", "GOV 36-37, IS 37-38")
    maps("m 2017-10-09.geojson", "GOV 36-38")
    for name in UNDATED[:count]:
        maps.geojson(f"{name}.geojson", ({"name": name}, maps.strip(30, 31)))
    report = case.load(maps.folder)
    assert case.rows() == [
        "GOV 36-37 2017-10-01/2017-10-09",
        "GOV 36-38 2017-10-09/-",
        "IS 37-38 2017-10-01/2017-10-09",
    ]
    assert left_out(report) == [f"{name}.geojson" for name in UNDATED[:count]]
    assert all("contains no date" in str(issue) for issue in report.issues if issue.action == REJECTED)


def test_two_maps_among_many_files(maps, case):
    """The files that are read to detect the layout miss them."""
    for number in range(40):
        maps.geojson(f"layer {number:02}.geojson", ({"name": "x"}, maps.strip(30, 31)))
    maps("layer 15 2017-10-01.geojson", "GOV 36-37")
    maps("layer 26 2017-10-09.geojson", "GOV 36-38")
    assert len(left_out(case.load(maps.folder))) == 40 and case.dates() == ["2017-10-01", "2017-10-09"]


def test_layers_of_a_geopackage(maps, case):
    undated = {name: [({"title": name}, maps.strip(30, 31))] for name in UNDATED[:3]}
    dated = {f"control_2017_10_0{day}": [({"holder": "GOV"}, maps.strip(36, 36 + day))] for day in (1, 9)}
    case.load(maps.ogr("maps.gpkg", "GPKG", {**undated, **dated}))
    assert case.rows() == ["GOV 36-37 2017-10-01/2017-10-09", "GOV 36-45 2017-10-09/-"]


def test_a_layer_with_a_date_field(maps, case):
    rows = [({"day": f"2017-10-0{day}", "faction": "GOV"}, maps.strip(36, 36 + day)) for day in (1, 9)]
    maps.geojson("series.geojson", *rows)
    for name in UNDATED[:3]:
        maps.geojson(f"{name}.geojson", ({"name": name}, maps.strip(30, 31)))
    report = case.load(maps.folder)
    assert case.dates() == ["2017-10-01", "2017-10-09"]
    assert left_out(report) == [f"{name}.geojson" for name in UNDATED[:3]]


def test_the_preview_shows_the_same(maps):
    maps("m 2017-10-01.geojson", "GOV 36-37")
    for name in UNDATED:
        maps.geojson(f"{name}.geojson", ({"name": name}, maps.strip(30, 31)))
    preview = look_at(all_inputs([], [str(maps.folder)])[0], ImportOptions(), seconds=60)
    assert preview.can_be_imported and preview.report.rows_loaded == 1
    assert left_out(preview.report) == [f"{name}.geojson" for name in UNDATED]


def test_nothing_dated_is_still_an_error(maps, case):
    for name in UNDATED[:3]:
        maps.geojson(f"{name}.geojson", ({"name": name}, maps.strip(30, 31)))
    with pytest.raises(SourceError, match="No date found"):
        case.load(maps.folder)
