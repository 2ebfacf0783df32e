"""checkseries: each kind of finding in a layer made by hand.

The ring of GOV round an empty square (the gap), OPP over a corner of it (the overlap), IS over a hair of its
right edge (the sliver); maps on 1, 2, 3 and 20 October (the date hole).
"""

import json

import pytest
from qgis.core import QgsProcessingOutputLayerDefinition, QgsProject

RING = ("POLYGON ((37 35, 37.3 35, 37.3 35.3, 37 35.3, 37 35), "
        "(37.1 35.1, 37.2 35.1, 37.2 35.2, 37.1 35.2, 37.1 35.1))")  # fmt: skip
CORNER = "POLYGON ((36.95 35.25, 37.05 35.25, 37.05 35.35, 36.95 35.35, 36.95 35.25))"
HAIR = "POLYGON ((37.299999 35, 37.4 35, 37.4 35.1, 37.299999 35.1, 37.299999 35))"
FIELDS = ("faction", "date", "source")
GOV, OPP = (
    {
        "type": "Feature",
        "properties": {"faction": who},
        "geometry": {
            "type": "Polygon",
            "coordinates": [[[west, 35], [west + 0.1, 35], [west + 0.1, 35.1], [west, 35.1], [west, 35]]],
        },
    }
    for who, west in (("GOV", 37), ("OPP", 38))
)


@pytest.fixture
def odd(kit):
    days = ("2017-10-01", "2017-10-02", "2017-10-03", "2017-10-20")
    rows = [("GOV", day, "S", RING) for day in days]
    # Another line of IS each day, lest nothing changes between the maps.
    rows += [("IS", day, "S", HAIR.replace("37.4 35.1", f"37.4 35.1{number}")) for number, day in enumerate(days)]
    rows += [("OPP", "2017-10-02", "S", CORNER)]
    return kit.layer("odd maps", rows, fields=FIELDS)


def check(kit, layer, **more):
    return kit.run("checkseries", {"INPUT": layer, "OUTPUT": "memory:", **more})


def found(kit, results, *fields):
    return kit.values(kit.output(results), "kind", *fields)


def test_each_kind_with_its_period_and_parties(kit, odd):
    results = check(kit, odd)
    counts = {name: results[name] for name in ("OVERLAPS", "GAPS", "SLIVERS", "DATE_HOLES")}
    assert counts == {"OVERLAPS": 1, "GAPS": 1, "SLIVERS": 4, "DATE_HOLES": 1}
    assert results["SUMMARY"].startswith("Overlaps: 1, Gaps: 1, Slivers: 4, Gaps between dates: 1, Empty maps: 0, ")
    rows = {row[0]: row[1:] for row in found(kit, results, "factions", "valid_from", "valid_to", "source")}
    assert rows["overlap"] == ("GOV; OPP", "2017-10-02T00:00:00", "2017-10-03T00:00:00", "S")
    assert rows["gap"] == ("", "2017-10-01T00:00:00", None, "S")
    assert rows["date hole"] == ("", "2017-10-03T00:00:00", "2017-10-20T00:00:00", "S")
    assert rows["sliver"][0] == "GOV; IS"


def test_geometry_is_the_ground_meant(kit, odd):
    made = {each["kind"]: each for each in kit.output(check(kit, odd)).getFeatures()}
    box = made["gap"].geometry().boundingBox()
    assert (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()) == pytest.approx((37.1, 35.1, 37.2, 35.2))
    box = made["overlap"].geometry().boundingBox()
    assert (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()) == pytest.approx((37, 35.25, 37.05, 35.3))
    assert made["date hole"].geometry().isNull()
    assert made["overlap"]["area_km2"] == pytest.approx(25.2, abs=0.3)
    assert made["sliver"]["area_km2"] < 0.02
    assert "17 days" in made["date hole"]["note"]


def test_sliver_tolerance_is_the_users(kit, odd):
    assert check(kit, odd, SLIVER_KM2=0)["SLIVERS"] == 0
    assert check(kit, odd, SLIVER_KM2=0)["OVERLAPS"] == 5
    coarse = check(kit, odd, SLIVER_KM2=1000)
    assert (coarse["OVERLAPS"], coarse["GAPS"], coarse["SLIVERS"]) == (0, 0, 6)


@pytest.mark.parametrize("days, gaps", [(0.5, 3), (1, 1), (16.9, 1), (17, 0)])
def test_limit_of_date_holes_is_the_users(kit, odd, days, gaps):
    assert check(kit, odd, HOLE_DAYS=days)["DATE_HOLES"] == gaps


def test_sources_are_never_mixed(kit):
    """Two sources that contradict each other: no overlap, each is whole in itself."""
    layer = kit.layer("two", [("GOV", "2017-10-01", "S", CORNER), ("OPP", "2017-10-01", "T", CORNER)], fields=FIELDS)
    assert check(kit, layer)["OVERLAPS"] == 0
    both = kit.layer("one", [("GOV", "2017-10-01", "S", CORNER), ("OPP", "2017-10-01", "S", CORNER)], fields=FIELDS)
    assert check(kit, both)["OVERLAPS"] == 1


def test_nothing_odd_is_an_empty_layer(kit):
    layer = kit.layer("fine", [("GOV", "2017-10-01", "S", CORNER)], fields=FIELDS)
    results = check(kit, layer)
    assert kit.output(results).featureCount() == 0
    assert results["SUMMARY"] == (
        "Overlaps: 0, Gaps: 0, Slivers: 0, Gaps between dates: 0, Empty maps: 0, Territory missing on a few maps: 0, "
        "Jumps of area: 0"
    )


def test_damaged_maps_of_a_case(kit):
    """OPP is missing on two of seven daily maps, and one map is empty; on the fifth day nothing changes."""
    maps = {1: (GOV, OPP), 2: (GOV,), 3: (GOV,), 4: (GOV, OPP), 5: (GOV, OPP), 6: (), 7: (GOV, OPP)}
    folder = kit.folder / "daily"
    folder.mkdir()
    for day, rows in maps.items():
        text = json.dumps({"type": "FeatureCollection", "features": rows})
        (folder / f"2017-10-0{day}.geojson").write_text(text, encoding="utf-8")
    case = str(kit.folder / "damaged.gpkg")
    kit.run("importcontrolseries", {"PATHS": str(folder), "OUTPUT": case})
    results = check(kit, f"{case}|layername=territories")
    rows = found(kit, results, "factions", "valid_from", "valid_to")
    assert rows == [
        ("empty map", "", "2017-10-06T00:00:00", "2017-10-07T00:00:00"),
        ("missing territory", "OPP", "2017-10-02T00:00:00", "2017-10-04T00:00:00"),
    ]
    assert (results["MISSING"], results["EMPTY_MAPS"], results["DATE_HOLES"]) == (1, 1, 0)
    assert check(kit, f"{case}|layername=territories", FEW_MAPS=1)["MISSING"] == 0


def test_loaded_findings_follow_the_temporal_controller(kit, odd):
    target = QgsProcessingOutputLayerDefinition("memory:", QgsProject.instance())
    results = check(kit, odd, OUTPUT=target)
    layer = kit.output(results)
    details = kit.context.layerToLoadOnCompletionDetails(results["OUTPUT"])
    details.postProcessor().postProcessLayer(layer, kit.context, kit.feedback)
    properties = layer.temporalProperties()
    assert (properties.isActive(), properties.startField(), properties.endField()) == (True, "valid_from", "valid_to")
