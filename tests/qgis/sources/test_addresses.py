"""The layer and the filter in an address are honoured alike by every import, whatever the format."""

import itertools
import operator

import numpy as np
import pytest
import shapely
from osgeo import ogr

from syria_control_plugin.case.case import Case
from syria_control_plugin.core.errors import Cancelled, SourceError
from syria_control_plugin.core.feedback import NO_FEEDBACK
from syria_control_plugin.sources.files.addresses import matching_rows, split_address
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.files.tables import SourceTable
from syria_control_plugin.sources.maps.importing import import_maps

DAYS = ("2017-10-08", "2017-10-09", "2017-10-24")


def write(path, driver):
    """Write two layers, or one if the format has no more: a map of GOV on each of DAYS, and one of IS in 2018."""
    data = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    layers = {"control": [("GOV", day) for day in DAYS], "others": [("IS", "2018-01-01")]}
    for name, rows in itertools.islice(layers.items(), 2 if driver == "GPKG" else 1):
        layer = data.CreateLayer(name, None, ogr.wkbPolygon, ["GEOMETRY=AS_WKT"] if driver == "CSV" else [])
        for field in ("holder", "day"):
            layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
        for number, (holder, day) in enumerate(rows):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature["holder"], feature["day"] = holder, day
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shapely.box(37, 35, 38, 36 + number).wkt))
            layer.CreateFeature(feature)
    return str(path)


def dates(*addresses, case):
    inputs, _ = list_inputs([*addresses])
    report = import_maps(case, inputs)
    (source,) = Case(case).sources()
    return sorted({str(day)[:10] for day in Case(case).territories(source).start}), report


@pytest.mark.parametrize(("ending", "driver"), [("gpkg", "GPKG"), ("geojson", "GeoJSON"), ("csv", "CSV")])
def test_only_the_rows_of_the_filter_are_read_and_the_report_counts_them(tmp_path, ending, driver):
    path, case = write(tmp_path / f"maps.{ending}", driver), str(tmp_path / "case.gpkg")
    layer = "control" if driver == "GPKG" else "maps" if driver == "CSV" else ""
    address = f"{path}|layername={layer}" if layer else path
    held, report = dates(f"{address}|subset=\"day\" < '2017-10-20'", case=case)
    assert held == [*DAYS[:2]] and report.rows_read == 2
    assert any("2 of 3 rows" in str(issue.reason) for issue in report.issues)
    held, report = dates(f"{address}|subset=\"day\" > '2017-10-08'", case=case)
    assert held == [*DAYS[1:]], "another filter of the same layer replaces what the first one gave"
    assert dates(f"{address}|subset=\"day\" > '2017-10-08'", case=case)[1].files_unchanged == 1


def test_a_layer_is_chosen_by_its_number_or_its_name(tmp_path):
    path = write(tmp_path / "maps.gpkg", "GPKG")
    assert dates(f"{path}|layerid=0", case=str(tmp_path / "a.gpkg"))[0] == [*DAYS]
    assert dates(f"{path}|layerid=1", case=str(tmp_path / "b.gpkg"))[0] == ["2018-01-01"]
    assert dates(f"{path}|layername=others", case=str(tmp_path / "c.gpkg"))[0] == ["2018-01-01"]
    assert dates(path, case=str(tmp_path / "d.gpkg"))[0] == [*DAYS, "2018-01-01"]
    (file,), _ = list_inputs([f"{path}|layerid=2"])
    assert "no layer number 2" in str(file.problem)


def test_one_layer_filtered_in_two_ways_is_two_inputs(tmp_path):
    path = write(tmp_path / "maps.gpkg", "GPKG")
    two = (f"{path}|layername=control|subset=day = '{day}'" for day in DAYS[::2])
    assert dates(*two, case=str(tmp_path / "case.gpkg"))[0] == [*DAYS[::2]]


def test_what_an_address_cannot_say_is_refused(tmp_path):
    path = write(tmp_path / "maps.gpkg", "GPKG")
    for text in (f"{path}|geometrytype=Polygon", f"{path}|layerid=x", f"{path}|option:FLATTEN=YES"):
        with pytest.raises(SourceError, match="cannot be used with a path"):
            list_inputs([text])
    for text in (f"{tmp_path}|layername=control", f"{tmp_path}/*.gpkg|subset=day = 1"):
        with pytest.raises(SourceError, match="only for one file"):
            list_inputs([text])


def test_a_filter_may_contain_bars_and_extends_to_the_end():
    address = split_address("/a b/c.gpkg|layername=d|subset=\"x\" || '|layerid=' = 'y|z'")
    assert (address.path, address.layer, address.number) == ("/a b/c.gpkg", "d", None)
    assert address.subset == "\"x\" || '|layerid=' = 'y|z'"


def table(**columns):
    count = len(next(iter(columns.values())))
    return SourceTable("t", "t", ("t",), columns, np.arange(1, count + 1), np.full(count, None, object))


@pytest.mark.parametrize(
    ("sign", "compare"),
    {"<": operator.lt, "<=": operator.le, "=": operator.eq, "!=": operator.ne, ">": operator.gt}.items(),
)
def test_filters_compare_as_python_does(sign, compare):
    rng = np.random.default_rng(2)
    numbers = rng.integers(0, 9, 50).tolist()
    texts = [f"{number:02}" for number in rng.integers(0, 12, 50)]
    given = table(n=numbers, Text=texts)
    mask = matching_rows(given, f'"n" {sign} 4 AND "text" {sign} \'05\'', NO_FEEDBACK)
    assert mask.tolist() == [compare(n, 4) and compare(text, "05") for n, text in zip(numbers, texts)]


def test_a_filter_reaches_nothing_but_the_rows(tmp_path):
    given = table(n=[1, 2], fid=[7, 8])
    assert matching_rows(given, "fid = 8", NO_FEEDBACK).tolist() == [False, True]
    assert matching_rows(table(n=[1, 2]), "fid = 2", NO_FEEDBACK).tolist() == [False, True]
    target = tmp_path / "made.db"
    for subset in (
        '"m" = 1',
        "1); ATTACH DATABASE 'x' AS y; --",
        f"1) UNION SELECT 1 FROM pragma_database_list; ATTACH '{target}' AS y --",
        "load_extension('x')",
        "readfile('/etc/passwd')",
        "n IN (WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) SELECT x FROM r)",
        "SELECT * FROM layer",
        "n = ",
    ):
        with pytest.raises(SourceError, match="the filter .* cannot be used"):
            matching_rows(given, subset, NO_FEEDBACK)
    assert not target.exists()


def test_a_slow_filter_can_be_cancelled():
    class Feedback:
        calls = 0

        def isCanceled(self):
            self.calls += 1
            return self.calls > 2

        def setProgress(self, percent):
            pass

    given = table(n=list(range(2000)))
    slow = "(SELECT count(*) FROM layer a, layer b, layer c WHERE a.n + b.n = c.n) > 0"
    with pytest.raises(Cancelled):
        matching_rows(given, slow, Feedback())


def test_names_that_differ_in_case_only_and_odd_values_are_kept_apart():
    given = table(**{"a": [1, 2], "A": [5, 6], 'x"y': [None, True], "big": [2**70, -1]})
    assert matching_rows(given, 'a = 2 AND "x""y" = 1 OR "x""y" = \'True\'', NO_FEEDBACK).tolist() == [False, True]


def test_the_number_of_a_layer_in_a_refused_file_opens_nothing(tmp_path):
    (tmp_path / "maps.vrt").write_text("<OGRVRTDataSource/>")
    (file,), _ = list_inputs([f"{tmp_path}/maps.vrt|layerid=0"])
    assert "not supported" in str(file.problem)
