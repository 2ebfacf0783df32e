"""frontlines, pockets, areaovertime: the sample case's figures, small maps, files and styles."""

import csv
import sys

import pytest
from qgis.core import (
    Qgis,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsVectorLayer,
)

from syria_control_plugin.sources.sample import build_sample

NAMES = ("frontlines", "pockets", "areaovertime")
ON_24_OCTOBER = "valid_from <= '2017-10-24' AND (valid_to > '2017-10-24' OR valid_to IS NULL)"


@pytest.fixture(scope="module")
def sample(provider, tmp_path_factory):
    path = tmp_path_factory.mktemp("sample") / "sample.gpkg"
    build_sample(str(path))
    return f"{path}|layername=territories"


def run(kit, name, given, **more):
    return kit.run(name, {"INPUT": given, "OUTPUT": "memory:", **more})


def maps(kit):
    """OPP shuts GOV in on the 8th; on the 9th IS holds what lies north of GOV. Squares of a tenth of a degree."""
    around = [(x, y) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    rows = [("GOV", f"2017-10-0{day}", kit.square(1, 1)) for day in (8, 9)]
    rows += [("OPP", "2017-10-08", kit.square(*place)) for place in around]
    rows += [("IS" if place == (1, 2) else "OPP", "2017-10-09", kit.square(*place)) for place in around]
    return kit.layer("hama maps", rows)


def test_the_pocket_of_24_october_in_the_sample(kit, sample):
    made = kit.output(run(kit, "pockets", sample))
    (row,) = made.getFeatures(QgsFeatureRequest().setFilterExpression(f"bloc = 'IS' AND {ON_24_OCTOBER}"))
    assert row["area_km2"] == pytest.approx(221.8, abs=0.05)
    assert row["surrounded_by"] == "GOV 45 %, OPP 41 %, not mapped 14 %"
    assert row["enclosed_share"] == pytest.approx(0.8606, abs=1e-4)
    assert row["since"].toString("yyyy-MM-dd") == "2017-10-09"
    assert row["valid_from"].toString("yyyy-MM-dd") == "2017-10-22"
    assert (row["factions"], row["is_largest"], row["would_join"]) == ("IS", True, False)
    assert ("IS", None) in kit.values(made, "bloc", "nearest_km")  # it holds no other ground


def test_the_fronts_of_24_october_in_the_sample(kit, sample):
    made = kit.output(run(kit, "frontlines", sample))
    assert made.wkbType() == Qgis.WkbType.MultiLineString and made.crs().authid() == "EPSG:4326"
    rows = made.getFeatures(QgsFeatureRequest().setFilterExpression(ON_24_OCTOBER))
    lengths = {(row["faction_a"], row["faction_b"]): row["length_km"] for row in rows}
    expected = {("GOV", "IS"): 32.85, ("GOV", "OPP"): 210.59, ("IS", "OPP"): 30.26}
    assert lengths == {pair: pytest.approx(length, abs=0.01) for pair, length in expected.items()}


def test_fronts_tell_how_far_they_moved(kit):
    """The front moves east by half a square, 4.56 km at 35° N; the first row of a pair has no shift."""
    east, west = kit.square(1, 0), kit.square(0, 0)
    moved = "POLYGON ((37 35, 37.15 35, 37.15 35.1, 37 35.1, 37 35))"
    rest = "POLYGON ((37.15 35, 37.2 35, 37.2 35.1, 37.15 35.1, 37.15 35))"
    rows = [("GOV", "2017-10-08", west), ("OPP", "2017-10-08", east)]
    rows += [("GOV", "2017-10-09", moved), ("OPP", "2017-10-09", rest)]
    made = kit.output(run(kit, "frontlines", kit.layer("maps", rows)))
    fields = ("valid_from", "valid_to", "length_km", "shift_mean_km", "shift_greatest_km")
    first, second = kit.values(made, *fields)
    assert first == ("2017-10-08T00:00:00", "2017-10-09T00:00:00", pytest.approx(11.095, abs=0.01), None, None)
    shift = pytest.approx(4.565, abs=0.005)
    assert second == ("2017-10-09T00:00:00", None, pytest.approx(11.095, abs=0.01), shift, shift)


def test_borders_digitised_twice_are_fronts_within_a_tolerance(kit):
    near = "POLYGON ((37.1005 35, 37.2 35, 37.2 35.1, 37.1005 35.1, 37.1005 35))"  # 46 m off
    layer = kit.layer("maps", [("GOV", "2017-10-08", kit.square(0, 0)), ("OPP", "2017-10-08", near)])
    assert run(kit, "frontlines", layer)["COUNT"] == 0
    assert run(kit, "frontlines", layer, TOLERANCE_M=50)["COUNT"] == 1


def test_pockets_by_the_rule_given(kit):
    """The square of IS lies open to the north alone: it is a pocket too."""
    found = kit.values(kit.output(run(kit, "pockets", maps(kit))), "bloc", "valid_from", "surrounded_by")
    assert found == [
        ("GOV", "2017-10-08T00:00:00", "OPP 100 %"),
        ("GOV", "2017-10-09T00:00:00", "OPP 77 %, IS 23 %"),
        ("IS", "2017-10-09T00:00:00", "OPP 55 %, GOV 23 %, not mapped 23 %"),
    ]
    assert run(kit, "pockets", maps(kit), ENCLOSED=80)["COUNT"] == 2
    every = run(kit, "pockets", maps(kit), ENCLOSED=0)
    assert sorted({bloc for (bloc,) in kit.values(kit.output(every), "bloc")}) == ["GOV", "IS", "OPP"]
    assert run(kit, "pockets", maps(kit), SLIVER_KM2=200)["SLIVERS"] == 2  # GOV's square and that of IS


@pytest.mark.parametrize("blocs, expected", [(True, []), (False, ["RUS"])])
def test_allies_are_one_where_asked(kit, blocs, expected):
    """RUS is of GOV's bloc: shut in by GOV it is in no pocket, unless each faction is taken for itself."""
    around = [("GOV", "2017-10-08", kit.square(x, y)) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    layer = kit.layer("maps", [("RUS", "2017-10-08", kit.square(1, 1)), *around])
    found = kit.output(run(kit, "pockets", layer, BLOCS=blocs))
    assert [bloc for (bloc,) in kit.values(found, "bloc")] == expected


def test_a_pocket_begins_when_an_alliance_is_over(kit):
    around = [("GOV", "2017-10-08", kit.square(x, y)) for x in range(3) for y in range(3) if (x, y) != (1, 1)]
    layer = kit.layer("maps", [("RUS", "2017-10-08", kit.square(1, 1)), *around])
    found = kit.output(run(kit, "pockets", layer, FACTION_BLOCS="RUS: GOV ../2017-10-20"))
    ((bloc, since),) = kit.values(found, "bloc", "since")
    assert bloc == "RUS" and since.startswith("2017-10-20")


def test_the_table_of_the_sample(kit, sample):
    made = kit.output(run(kit, "areaovertime", sample))
    assert made.wkbType() == Qgis.WkbType.NoGeometry
    rows = kit.values(made, "valid_from", "faction", "area_km2", "share", "change_km2")
    assert len(rows) == 14 * 3
    assert sum(row[3] for row in rows) == pytest.approx(14, abs=1e-6)
    assert [row[4] for row in rows if row[0].startswith("2017-10-08")] == [None] * 3
    (lost,) = [row[4] for row in rows if row[:2] == ("2017-10-22T00:00:00", "IS")]
    assert lost == pytest.approx(221.80 - 263.33, abs=0.01)


def test_a_name_reaches_a_spreadsheet_as_text(kit):
    rows = [(name, "2017-10-08", kit.square(n, 0)) for n, name in enumerate(("=1+1", "@x", "+y", "-z", "plain"))]
    target = str(kit.folder / "areas.csv")
    run(kit, "areaovertime", kit.layer("maps", rows), OUTPUT=target)
    with open(target, encoding="utf-8", newline="") as file:
        names = [row["faction"] for row in csv.DictReader(file)]
    assert sorted(names) == ["'+y", "'-z", "'=1+1", "'@x", "plain"]
    made = kit.output(run(kit, "areaovertime", kit.layer("maps", rows)))
    assert ("=1+1",) in kit.values(made, "faction")


def test_negative_numbers_stay_numbers_in_a_csv_file(kit):
    target = str(kit.folder / "areas.csv")
    run(kit, "areaovertime", maps(kit), OUTPUT=target)
    with open(target, encoding="utf-8", newline="") as file:
        changes = [float(row["change_km2"]) for row in csv.DictReader(file) if row["change_km2"]]
    assert min(changes) == pytest.approx(-101, abs=1)


def loaded(kit, name, given, **more):
    """The output in its style, as QGIS shows it."""
    target = QgsProcessingOutputLayerDefinition("memory:", QgsProject.instance())
    results = run(kit, name, given, **{**more, "OUTPUT": target})
    layer = kit.output(results)
    post = kit.context.layerToLoadOnCompletionDetails(results["OUTPUT"]).postProcessor()
    post.postProcessLayer(layer, kit.context, kit.feedback)
    return layer


def test_loaded_fronts_have_a_line_a_pair_and_follow_time(kit):
    layer = loaded(kit, "frontlines", maps(kit), THEME="published_2017_10_24")
    renderer = layer.renderer()
    labels = {category.label() for category in renderer.categories()}
    assert "Syrian government forces | ISIS" in labels
    assert layer.temporalProperties().isActive() and layer.temporalProperties().endField() == "valid_to"
    expression = renderer.classAttribute()
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    values = set()
    for feature in layer.getFeatures():
        context.setFeature(feature)
        values.add(QgsExpression(expression).evaluate(context))
    assert values == {category.value() for category in renderer.categories()}


def test_names_of_factions_are_no_expressions_in_the_legend(kit):
    rows = [("[% 20 + 22 %]", "2017-10-08", kit.square(0, 0)), ("OPP", "2017-10-08", kit.square(1, 0))]
    (category,) = loaded(kit, "frontlines", kit.layer("maps", rows)).renderer().categories()
    assert QgsExpression.replaceExpressionText(category.label(), QgsExpressionContext()) == category.label()
    assert "20 + 22" in category.label()


def test_loaded_pockets_are_labelled_and_follow_time(kit):
    layer = loaded(kit, "pockets", maps(kit))
    assert layer.labelsEnabled() and layer.temporalProperties().isActive()
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    assert QgsExpression(layer.labeling().settings().fieldName).evaluate(context) == "GOV, 101 km²\nsince 2017-10-08"


@pytest.mark.parametrize("name", NAMES)
def test_sources_are_judged_one_by_one(kit, name):
    """Two sources that lie side by side, and one after the other: no front, no pocket, no change between them."""
    rows = [("GOV", "2017-10-08", "first", kit.square(0, 0)), ("OPP", "2017-10-09", "second", kit.square(1, 0))]
    made = kit.output(run(kit, name, kit.layer("maps", rows, fields=("faction", "date", "source"))))
    expected = [("GOV", "first", None, None), ("OPP", "second", None, None)] if name == "areaovertime" else []
    fields = ("faction", "source", "share", "change_km2") if expected else ("source",)
    assert kit.values(made, *fields) == expected


@pytest.mark.parametrize("name", NAMES)
def test_a_file_of_any_kind_can_be_written(kit, name):
    for ending in ("gpkg", "geojson", "csv"):
        path = str(kit.folder / f"{name}.{ending}")
        count = run(kit, name, maps(kit), OUTPUT=path)["COUNT"]
        assert QgsVectorLayer(path, "x", "ogr").featureCount() == count > 0


def periods(kit):
    """Nothing is known from the 10th to the 20th."""
    rows = [(name, "2017-10-08", "2017-10-10", kit.square(n, 0)) for n, name in enumerate(("GOV", "OPP"))]
    rows += [("GOV", "2017-10-20", None, kit.square(0, 0, 0.2))]
    return kit.layer("maps", rows, fields=("faction", "valid_from", "valid_to"))


def test_a_hole_in_the_source_is_empty_in_the_table(kit):
    made = kit.output(run(kit, "areaovertime", periods(kit)))
    rows = kit.values(made, "valid_from", "faction", "area_km2", "share", "change_km2")
    assert [row[2:] for row in rows if row[0].startswith("2017-10-10")] == [(None, None, None)] * 2
    after = {row[1]: row[4] for row in rows if row[0].startswith("2017-10-20")}
    assert after == {"GOV": pytest.approx(303, abs=3), "OPP": pytest.approx(-101, abs=1)}


@pytest.mark.parametrize("name", ["areaovertime", "checkseries", "frontlines", "pockets", "retakenground"])
def test_cancel_is_heeded_on_the_way(kit, name, monkeypatch):
    """Within the one source, long before anything is written."""
    days = range(1, 9)
    rows = [("GOV", f"2017-10-0{day}", kit.square(0, 0, 0.1 + day / 100)) for day in days]
    rows += [("OPP", f"2017-10-0{day}", kit.square(3 - day / 10, 0)) for day in days]
    layer = kit.layer("maps", rows)
    more = {"HELD_BY": "GOV", "EARLIER_HELD_BY": "OPP", "SINCE": "2017-10-01"} if name == "retakenground" else {}
    monkeypatch.setattr(sys.modules[f"syria_control_plugin.algorithms.{name}"], "write_rows", lambda *_, **__: "layer")
    full = kit.Log()
    run(kit, name, layer, **more)
    kit.run(name, {"INPUT": layer, "OUTPUT": "memory:", **more}, full)
    while_working = [percent for percent in full.steps if percent > 50]
    assert len(set(while_working)) >= len(days) - 1 and max(while_working) < 100
    middle = len(full.steps) - len(while_working) // 2
    cancelled = kit.Log(cancel_at=middle)
    assert kit.run(name, {"INPUT": layer, "OUTPUT": "memory:", **more}, cancelled) == {}
    assert len(cancelled.steps) == middle + 1
