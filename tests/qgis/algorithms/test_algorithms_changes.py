"""controlchanges, changematrix, retakenground: what changed hands, by row, by table and by history."""

import csv

import numpy as np
import pytest
from qgis.core import QgsProcessingException, QgsProcessingOutputLayerDefinition, QgsProject, QgsVectorLayer

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.statistics import info_of, statistics_of


def days(kit, **other):
    """
    8 Oct   OPP GOV      A square is about 101 km².
    9 Oct   GOV GOV
    12 Oct  IS  GOV
    """
    west, east = kit.square(0, 0), kit.square(1, 0)
    rows = [("OPP", 8, west), ("GOV", 8, east), ("GOV", 9, west), ("GOV", 9, east), ("IS", 12, west), ("GOV", 12, east)]
    return kit.layer("hama maps", [(who, f"2017-10-{day:02d}", wkt) for who, day, wkt in rows], **other)


FIELDS = ("date", "previous_date", "valid_to", "from_holder", "to_holder")
D8, D9, D12 = ("2017-10-08T00:00:00", "2017-10-09T00:00:00", "2017-10-12T00:00:00")


def run(kit, name, layer, **more):
    return kit.run(name, {"INPUT": layer, "OUTPUT": "memory:", **more})


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32637"])
def test_every_map_with_the_next(kit, crs):
    results = run(kit, "controlchanges", days(kit, crs=crs))
    made = kit.output(results)
    assert kit.values(made, *FIELDS) == [(D8 if d == D9 else D9, d, u, a, b)[1::-1] + (u, a, b) for d, u, a, b in
                                         ((D9, D12, "OPP", "GOV"), (D12, None, "GOV", "IS"))]  # fmt: skip
    assert kit.values(made, "valid_from", "unknown_since", "source") == [
        (D9, None, "hama maps"),
        (D12, None, "hama maps"),
    ]
    assert [area for (area,) in kit.values(made, "area_km2")] == [pytest.approx(101.2, abs=0.3)] * 2
    assert (results["COUNT"], results["SLIVERS"]) == (2, 0)
    assert results["TOTAL_KM2"] == pytest.approx(202.4, abs=0.6)
    assert results["IMBALANCE"] < 1e-6
    assert any("largest imbalance" in line for line in kit.feedback.infos)


def test_one_date_with_another(kit):
    made = kit.output(run(kit, "controlchanges", days(kit), FROM_DATE="2017-10-08", TO_DATE="2017-10-13T12:00:00"))
    assert kit.values(made, *FIELDS) == [("2017-10-13T12:00:00", D8, None, "OPP", "IS")]
    made = kit.output(run(kit, "controlchanges", days(kit), FROM_DATE="2017-10-09", TO_DATE="2017-10-10"))
    assert made.featureCount() == 0


@pytest.mark.parametrize("name", ["controlchanges", "changematrix"])
@pytest.mark.parametrize(
    "dates, named",
    [
        ({"FROM_DATE": "2017-10-09"}, "TO_DATE"),
        ({"TO_DATE": "2017-10-09"}, "FROM_DATE"),
        ({"FROM_DATE": "2017-10-10", "TO_DATE": "2017-10-09"}, "TO_DATE"),
        ({"FROM_DATE": "2017-10-01", "TO_DATE": "2017-10-09"}, "2017-10-01"),
    ],
)
def test_dates_that_make_no_comparison_are_named(kit, name, dates, named):
    with pytest.raises(QgsProcessingException, match=named):
        run(kit, name, days(kit), **dates)


def test_contested_territory_and_ground_that_is_not_mapped(kit):
    rows = [("GOV", "2017-10-08", kit.square(0, 0)), ("OPP", "2017-10-08", kit.square(0, 0)),
            ("GOV", "2017-10-09", kit.square(0, 0)), ("IS", "2017-10-09", kit.square(5, 5))]  # fmt: skip
    made = kit.output(run(kit, "controlchanges", kit.layer("maps", rows)))
    assert kit.values(made, "from_holder", "to_holder") == [("GOV; OPP", "GOV"), ("not mapped", "IS")]


@pytest.mark.parametrize("outside, holder", [("unchanged", "not mapped"), ("nobody", "nobody")])
def test_a_series_of_one_side(kit, outside, holder):
    """Files with the date in the name and no attributes: nobody lost what was gained, unless the source says so."""
    for day, squares in ((8, [(0, 0)]), (9, [(0, 0), (1, 0)])):
        kit.geojson(f"one side/map_201710{day:02d}.geojson", [({}, kit.square(*square)) for square in squares])
    case = str(kit.folder / "case.gpkg")
    kit.run(
        "importcontrolseries",
        {"PATHS": str(kit.folder / "one side"), "FACTION": "Russian forces", "OUTSIDE": outside, "OUTPUT": case},
    )
    made = kit.output(run(kit, "controlchanges", f"{case}|layername=territories"))
    assert kit.values(made, "from_holder", "to_holder") == [(holder, "RUS")]
    made = kit.output(run(kit, "changematrix", f"{case}|layername=territories"))
    assert kit.values(made, "from_holder", "to_holder") == [(holder, "RUS")]
    made = kit.output(run(kit, "areaovertime", f"{case}|layername=territories"))
    assert kit.values(made, "share") == [(None,), (None,)]
    (source,) = statistics_of(info_of(Case(case), "")).sources.values()
    assert source.changes.from_holder.tolist() == [(holder,)] and np.isnan(source.areas.share).all()


def test_sources_are_not_compared(kit):
    rows = [("GOV", "2017-10-08", "A", kit.square(0, 0)), ("OPP", "2017-10-09", "B", kit.square(0, 0)),
            ("IS", "2017-10-10", "B", kit.square(0, 0))]  # fmt: skip
    layer = kit.layer("maps", rows, fields=("faction", "date", "source"))
    made = kit.output(run(kit, "controlchanges", layer))
    assert kit.values(made, "from_holder", "to_holder", "source") == [("OPP", "IS", "B")]


def test_a_time_without_maps_is_bridged_and_told(kit):
    square = kit.square(0, 0)
    rows = [("OPP", "2017-10-08", "2017-10-10", square), ("GOV", "2017-10-20", None, square)]
    layer = kit.layer("maps", rows, fields=("faction", "valid_from", "valid_to"))
    made = kit.output(run(kit, "controlchanges", layer))
    expected = [("2017-10-20T00:00:00", D8, "2017-10-10T00:00:00", "OPP", "GOV")]
    assert kit.values(made, "date", "previous_date", "unknown_since", "from_holder", "to_holder") == expected
    assert any(
        "no data from 2017-10-10T00:00:00 to 2017-10-20T00:00:00. Changes in this period are dated" in line
        for line in kit.feedback.infos
    )


def test_slivers_are_counted(kit):
    square = "POLYGON ((37 35, 37.1 35, 37.1 35.1, 37 35.1, 37 35))"
    moved = square.replace("37.1", "37.100001")
    layer = kit.layer("maps", [("GOV", "2017-10-08", square), ("GOV", "2017-10-09", moved)])
    results = run(kit, "controlchanges", layer)
    assert (results["COUNT"], results["SLIVERS"]) == (1, 1)
    assert results["SLIVER_KM2_TOTAL"] == pytest.approx(0.00101, rel=0.01)
    assert run(kit, "controlchanges", layer, SLIVER_KM2=0.001)["SLIVERS"] == 0


def loaded(kit, name, layer, **more):
    """The output with the look that it gets when it is loaded."""
    target = QgsProcessingOutputLayerDefinition("memory:", QgsProject.instance())
    results = run(kit, name, layer, **{**more, "OUTPUT": target})
    made = kit.output(results)
    details = kit.context.layerToLoadOnCompletionDetails(results["OUTPUT"])
    details.postProcessor().postProcessLayer(made, kit.context, kit.feedback)
    return made


def test_changes_are_loaded_in_the_colours_of_who_took_the_ground(kit):
    rows = [("GOV", "2017-10-08", kit.square(0, 0)), ("OPP", "2017-10-08", kit.square(1, 0)),
            ("OPP", "2017-10-09", kit.square(0, 0)), ("IS", "2017-10-09", kit.square(0, 0))]  # fmt: skip
    made = loaded(kit, "controlchanges", kit.layer("maps", rows), THEME="published_2017_10_24")
    assert made.renderer().classAttribute() == "to_holder"
    values = {category.value(): category for category in made.renderer().categories()}
    assert sorted(values) == ["IS; OPP", "not mapped"]
    assert values["not mapped"].label() == "Passed to: not mapped"
    assert all(category.label().startswith("Passed to") for category in values.values())
    time = made.temporalProperties()
    assert (time.isActive(), time.startField(), time.endField()) == (True, "valid_from", "valid_to")
    looks = [("controlchanges", {}), ("territoriesondate", {"DATE": "2017-10-09"})]
    colours = []
    for name, more in looks:
        made = loaded(kit, name, days(kit), THEME="published_2017_10_24", **more)
        colours.append({each.value(): each.symbol().color().name() for each in made.renderer().categories()}["GOV"])
    assert colours[0] == colours[1]


def test_matrix_as_a_table_and_as_csv(kit):
    path = kit.folder / "matrix.csv"
    results = run(kit, "changematrix", days(kit), CSV=str(path))
    made = kit.output(results)
    assert not made.isSpatial()
    assert kit.values(made, "date", "previous_date", "from_holder", "to_holder", "source") == [
        (D9, D8, "OPP", "GOV", "hama maps"),
        (D12, D9, "GOV", "IS", "hama maps"),
    ]
    assert results["TOTAL_KM2"] == pytest.approx(202.4, abs=0.6)
    assert "OPP → GOV: 101" in results["SUMMARY"] and "GOV → IS: 101" in results["SUMMARY"]
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file))
    assert rows[0] == ["source", "date", "previous_date", "from_holder", "GOV", "IS", "OPP"]
    key = [tuple(row[:4]) for row in rows[1:]]
    assert key[:2] == [("hama maps", D9, D8, "OPP"), ("hama maps", D12, D9, "GOV")]
    assert key[2:] == [("hama maps", "total", "", holder) for holder in ("GOV", "IS", "OPP")]
    numbers = [[round(float(value)) for value in row[4:]] for row in rows[1:]]
    assert numbers == [[101, 0, 0], [0, 101, 0], [0, 101, 0], [0, 0, 0], [101, 0, 0]]


def test_a_csv_file_that_cannot_be_written_is_named(kit):
    with pytest.raises(QgsProcessingException, match="/nowhere/at/all"):
        run(kit, "changematrix", days(kit), CSV="/nowhere/at/all/matrix.csv")


def test_the_same_of_a_case_and_of_its_drawn_view(kit):
    case = kit.run("importcontrolseries", {"INPUT": days(kit), "OUTPUT": str(kit.folder / "case.gpkg")})["OUTPUT"]
    found = [
        kit.values(kit.output(run(kit, "controlchanges", f"{case}|layername={table}")), *FIELDS)
        for table in ("territories", "control_map")
    ]
    assert found[0] == found[1] == kit.values(kit.output(run(kit, "controlchanges", days(kit))), *FIELDS)


def retaken(kit, layer, **more):
    return run(
        kit, "retakenground", layer, **{"HELD_BY": "GOV", "EARLIER_HELD_BY": "OPP", "SINCE": "2017-10-08", **more}
    )


def test_retaken_ground_with_its_period(kit):
    """GOV takes OPP's square on the 9th and loses it to IS on the 12th."""
    results = retaken(kit, days(kit))
    made = kit.output(results)
    columns = ("faction", "earlier_held_by", "since", "valid_from", "valid_to", "source")
    assert kit.values(made, *columns) == [("GOV", "OPP", D8, D9, D12, "hama maps")]
    assert kit.values(made, "area_km2")[0][0] == pytest.approx(101.2, abs=0.3)
    assert (results["COUNT"], results["LAST_KM2"]) == (1, 0)
    assert retaken(kit, days(kit), HELD_BY="is")["LAST_KM2"] == pytest.approx(101.2, abs=0.3)
    assert retaken(kit, days(kit), SINCE="2017-10-09")["COUNT"] == 0


@pytest.mark.parametrize("culprit, value", [("HELD_BY", "Atlantis"), ("EARLIER_HELD_BY", "SDF"), ("SINCE", "once")])
def test_retaken_ground_names_what_it_cannot_use(kit, culprit, value):
    with pytest.raises(QgsProcessingException, match=culprit):
        retaken(kit, days(kit), **{culprit: value})


def test_retaken_from_itself_is_a_mistake(kit):
    with pytest.raises(QgsProcessingException, match="HELD_BY and EARLIER_HELD_BY are both 'GOV'"):
        retaken(kit, days(kit), EARLIER_HELD_BY="GOV")


def test_retaken_ground_is_loaded_in_the_themes_look(kit):
    made = loaded(kit, "retakenground", days(kit), HELD_BY="GOV", EARLIER_HELD_BY="OPP", SINCE="2017-10-08")
    (category,) = made.renderer().categories()
    assert category.value() == "GOV"
    assert category.label() == "Syrian government forces, earlier held by Syrian opposition forces"
    assert made.temporalProperties().endField() == "valid_to"


def test_last_area_is_that_of_the_last_day_with_ground(kit):
    """All periods are closed: on the last date of all nobody holds anything any more."""
    west, east = kit.square(0, 0), kit.square(1, 0)
    rows = [("OPP", "2017-10-08", "2017-10-09", west), ("GOV", "2017-10-09", "2017-10-12", west)]
    rows += [("GOV", "2017-10-08", "2017-10-12", east)]
    layer = kit.layer("maps", rows, fields=("faction", "valid_from", "valid_to"))
    found = retaken(kit, layer, HELD_BY="GOV", EARLIER_HELD_BY="OPP", SINCE="2017-10-08")
    assert found["COUNT"] == 1 and found["LAST_KM2"] == pytest.approx(101, abs=1)


def test_retaken_ground_of_the_sample_is_the_blue_of_the_drawn_map(kit):
    """What the published map draws blue, OPP from IS since 9 October, is what retakenground finds."""
    from syria_control_plugin.case.qgis_values import to_shapely
    from syria_control_plugin.core.geometry.ellipsoid import areas_km2

    rows = [("IS", "2017-10-09", kit.square(0, 0)), ("OPP", "2017-10-09", kit.square(1, 0)),
            ("OPP", "2017-10-11", kit.square(0, 0)), ("OPP", "2017-10-11", kit.square(1, 0))]  # fmt: skip
    inputs = {
        "INPUT": kit.layer("maps", rows),
        "THEME": "published_2017_10_24",
        "OUTPUT": str(kit.folder / "case.gpkg"),
    }
    path = kit.run("importcontrolseries", inputs)["LAYER"]
    drawn = [each for each in QgsVectorLayer(path, "", "ogr").getFeatures() if str(each["class"]).startswith("class:")]
    made = kit.output(retaken(kit, path, HELD_BY="OPP", EARLIER_HELD_BY="IS", SINCE="2017-10-09"))
    (row,) = made.getFeatures()
    (blue,) = drawn
    assert areas_km2([to_shapely(row.geometry())]) == pytest.approx(areas_km2([to_shapely(blue.geometry())]), rel=1e-9)
