"""territoriesondate: the snapshot, half-open at both ends, of a case and of any dated layer."""

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, Qt


@pytest.fixture
def case(kit):
    """GOV from the 8th on, OPP from the 8th until the 10th (half its ground from the 9th), IS from the 10th."""
    return kit.run(
        "importcontrolseries", {"INPUT": str(kit.maps_folder()), "OUTPUT": str(kit.folder / "case.gpkg")}
    )["OUTPUT"]  # fmt: skip


def snapshot(kit, given, date, **more):
    return kit.run("territoriesondate", {"INPUT": given, "DATE": date, "OUTPUT": "memory:", **more})


@pytest.mark.parametrize(
    "date, factions",
    [
        ("2017-10-07T23:59:59", []),
        ("2017-10-08T00:00:00", ["GOV", "OPP"]),
        ("2017-10-09T23:59:59", ["GOV", "OPP"]),
        ("2017-10-10T00:00:00", ["GOV", "IS"]),
        ("2030-01-01T00:00:00", ["GOV", "IS"]),
    ],
)
@pytest.mark.parametrize("table", ["territories", "control_map"])
def test_half_open_at_start_and_end(kit, case, table, date, factions):
    results = snapshot(kit, f"{case}|layername={table}", date)
    made = kit.output(results)
    assert [faction for (faction,) in kit.values(made, "faction")] == factions
    assert results["COUNT"] == len(factions)
    assert kit.values(made, "map_date") == [(date,)] * len(factions)


def test_rows_tell_their_period_source_and_area(kit, case):
    results = snapshot(kit, case, "2017-10-09")
    found = kit.values(kit.output(results), "faction", "valid_from", "valid_to", "source")
    assert found == [
        ("GOV", "2017-10-08T00:00:00", None, "maps"),
        ("OPP", "2017-10-09T00:00:00", "2017-10-10T00:00:00", "maps"),
    ]
    areas = dict(kit.values(kit.output(results), "faction", "area_km2"))
    # A tenth of a degree at 35° N: 11.095 km north, 9.13 km east; OPP holds half of both.
    assert areas["GOV"] == pytest.approx(101.2, abs=0.3)
    assert areas["OPP"] == pytest.approx(areas["GOV"] / 4, rel=1e-3)
    assert results["AREA_KM2"] == pytest.approx(sum(areas.values()), rel=1e-9)


@pytest.mark.parametrize("date", [
    "2017-10-09", "2017-10-09T00:00:00", "2017-10-09T00:00:00Z", QDateTime(2017, 10, 9, 0, 0, 0, 0, Qt.TimeSpec.UTC),
    QDateTime(2017, 10, 9, 0, 0, 0),
])  # fmt: skip
def test_the_date_is_utc_however_it_is_given(kit, case, date):
    assert kit.values(kit.output(snapshot(kit, case, date)), "map_date")[0] == ("2017-10-09T00:00:00",)


def test_derived_ground_is_not_counted_twice(kit, case):
    """The drawn view has the ground that GOV and OPP contest three times: theirs, and as a derived class."""
    layer = kit.layer("maps", [("GOV", "2017-10-08", kit.square(0, 0)), ("OPP", "2017-10-08", kit.square(0, 0))])
    path = kit.run("importcontrolseries", {"INPUT": layer, "OUTPUT": str(kit.folder / "contested.gpkg")})["LAYER"]
    assert {each["class"] for each in QgsVectorLayer(path, "", "ogr").getFeatures()} > {"GOV", "OPP"}
    results = snapshot(kit, path, "2017-10-08")
    assert [faction for (faction,) in kit.values(kit.output(results), "faction")] == ["GOV", "OPP"]
    assert kit.run("checkseries", {"INPUT": path, "OUTPUT": "memory:"})["OVERLAPS"] == 1


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32637"])
def test_any_layer_with_dated_rows(kit, crs):
    rows = [("Rebels", "8 Oct 2017", kit.square(0, 0)), ("Daesh", "9 Oct 2017", kit.square(0, 0))]
    layer = kit.layer("table", rows, crs=crs, fields=("who", "seen"))
    first = kit.output(snapshot(kit, layer, "2017-10-08"))
    assert first.crs().authid() == "EPSG:4326"
    assert kit.values(first, "faction", "valid_to") == [("OPP", "2017-10-09T00:00:00")]
    second = kit.output(snapshot(kit, layer, "2017-10-09"))
    assert kit.values(second, "faction", "valid_to") == [("IS", None)]


def test_only_selected_rows_where_asked(kit, case):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    layer = QgsVectorLayer(f"{case}|layername=territories", "territories", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("\"faction\" = 'GOV'")
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), True)
    assert kit.values(kit.output(snapshot(kit, chosen, "2017-10-08")), "faction") == [("GOV",)]


def test_loaded_layer_has_the_theme(kit, case):
    from qgis.core import QgsProcessingOutputLayerDefinition

    target = QgsProcessingOutputLayerDefinition("memory:", QgsProject.instance())
    results = snapshot(kit, case, "2017-10-08", THEME="published_2017_10_24", OUTPUT=target)
    details = kit.context.layerToLoadOnCompletionDetails(results["OUTPUT"])
    layer = kit.output(results)
    details.postProcessor().postProcessLayer(layer, kit.context, kit.feedback)
    assert layer.renderer().classAttribute() == "faction"
    found = [(category.value(), category.label()) for category in layer.renderer().categories()]
    assert found == [("GOV", "Syrian government forces"), ("OPP", "Syrian opposition forces")]
