"""importcontrolseries: every form of input, every parameter, every output."""

import json
import os
import shutil
import sqlite3

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)

DAYS = ["2017-10-08", "2017-10-09", "2017-10-10"]


def imported(kit, given, **more):
    parameters = {"INPUT": given, "OUTPUT": str(kit.folder / "case.gpkg"), **more}
    return kit.run("importcontrolseries", parameters)


def rows(results, *columns, table="territories"):
    with sqlite3.connect(results["OUTPUT"]) as database:
        return database.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY {', '.join(columns)}").fetchall()


def periods(results):
    """(faction, first day, day it is gone) of each territory."""
    found = rows(results, "faction", "valid_from", "valid_to")
    return [(faction, start[:10], end and end[:10]) for faction, start, end in found]


# What the three files of kit.maps_folder say.
EXPECTED = [
    ("GOV", "2017-10-08", None),
    ("IS", "2017-10-10", None),
    ("OPP", "2017-10-08", "2017-10-09"),
    ("OPP", "2017-10-09", "2017-10-10"),
]


def as_layers(kit):
    """The files of the folder as memory layers, named by their day."""
    layers = []
    for path in sorted(kit.maps_folder().iterdir()):
        file = QgsVectorLayer(str(path), path.stem, "ogr")
        found = [(each["faction"], each.geometry().asWkt()) for each in file.getFeatures()]
        layers.append(kit.layer(path.stem, found, fields=("faction",)))
    return layers


def folder(kit):
    return str(kit.maps_folder())


def zipped(kit):
    return shutil.make_archive(str(kit.folder / "maps_zip"), "zip", kit.maps_folder())


def pattern(kit):
    return str(kit.maps_folder() / "control_*10-*.geojson")


def list_of_files(kit):
    return [str(path) for path in kit.maps_folder().iterdir()]


def semicolons(kit):
    return ";".join(list_of_files(kit))


def one_folder_and_one_file(kit):
    path = sorted(kit.maps_folder().iterdir())[-1]
    return [str(path.parent), str(path.rename(kit.folder / path.name))]


def layer_objects(kit):
    return as_layers(kit)


def layer_names(kit):
    layers = as_layers(kit)
    QgsProject.instance().addMapLayers(layers)
    return [layer.name() for layer in layers]


def group(kit):
    within = QgsProject.instance().layerTreeRoot().addGroup("Weekly").addGroup("Hama maps")
    for layer in as_layers(kit):
        QgsProject.instance().addMapLayer(layer, False)
        within.addLayer(layer)
    return "Weekly"


def layers_dated_by_their_groups(kit):
    for layer, day in zip(as_layers(kit), DAYS):
        layer.setName("who holds what")
        QgsProject.instance().addMapLayer(layer, False)
        QgsProject.instance().layerTreeRoot().addGroup(day).addLayer(layer)
    return [layer.id() for layer in QgsProject.instance().mapLayers().values()]


def layer_and_files(kit):
    first, *_ = as_layers(kit)
    os.remove(kit.maps_folder() / "control_2017-10-08.geojson")
    return [first, str(kit.folder / "maps")]


def one_layer_with_dates(kit):
    found = [
        (each["faction"], day, each.geometry().asWkt())
        for layer, day in zip(as_layers(kit), DAYS)
        for each in layer.getFeatures()
    ]
    return kit.layer("all days", found)


FORMS = [folder, zipped, pattern, list_of_files, semicolons, one_folder_and_one_file, layer_objects, layer_names,
         group, layer_and_files, one_layer_with_dates]  # fmt: skip


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_every_form_of_input_gives_the_same_case(kit, form):
    results = imported(kit, form(kit))
    assert periods(results) == EXPECTED
    assert (results["ROWS"], results["MAPS"], results["REPAIRED"], results["REJECTED"]) == (4, 3, 0, 0)
    assert results["OUTPUT"] == str(kit.folder / "case.gpkg")


def test_layers_of_one_name_dated_by_their_groups(kit):
    assert periods(imported(kit, layers_dated_by_their_groups(kit))) == EXPECTED


def test_layers_of_one_name_in_one_group_are_all_read(kit):
    rows = [[(who, "2017-10-08", kit.square(number, 0))] for number, who in enumerate(("GOV", "OPP", "IS"))]
    layers = [kit.layer("part", row) for row in rows]
    assert [each[0] for each in periods(imported(kit, layers))] == ["GOV", "IS", "OPP"]


def test_layer_in_utm_among_files_in_lonlat(kit):
    folder = kit.maps_folder()
    os.remove(folder / "control_2017-10-08.geojson")
    rows = [("GOV", kit.square(1, 0)), ("OPP", kit.square(0, 0))]
    layer = kit.layer("control_2017-10-08", rows, crs="EPSG:32637", fields=("faction",))
    results = imported(kit, [layer, str(folder)])
    # GOV's square has gone through another CRS and back: the same ground to a centimetre, hence one territory or two.
    found = [each for each in periods(results) if each[0] != "GOV"]
    assert found == [each for each in EXPECTED if each[0] != "GOV"]
    made = QgsVectorLayer(f"{results['OUTPUT']}|layername=territories", "", "ogr")
    first = next(each for each in made.getFeatures() if each["faction"] == "OPP")
    assert first.geometry().boundingBox().xMinimum() == pytest.approx(37, abs=1e-6)


def test_processing_run_takes_it(kit):
    """As a script or the Python console calls it; needs no more than the provider."""
    import processing

    results = processing.run(
        "syriacontrol:importcontrolseries", {"INPUT": folder(kit), "OUTPUT": str(kit.folder / "case.gpkg")}
    )
    assert periods(results) == EXPECTED


def test_faction_given_for_all(kit):
    layer = kit.layer("maps", [("x", "2017-10-08", kit.square(0, 0))], fields=("colour", "date"))
    with pytest.raises(QgsProcessingException, match="FACTION"):
        imported(kit, layer)
    assert periods(imported(kit, layer, FACTION="Daesh")) == [("IS", "2017-10-08", None)]


def test_fields_named_by_the_user_come_before_the_guess(kit):
    fields = ("faction", "date", "who", "begin", "gone", "when")
    row = ("GOV", "2017-10-01", "OPP", "2017-10-08", "2017-10-12", "2017-10-05", kit.square(0, 0))
    layer = kit.layer("maps", [row], fields=fields)
    case = {name: {"OUTPUT": str(kit.folder / f"{name}.gpkg")} for name in "abcde"}
    with pytest.raises(QgsProcessingException, match="'date', 'begin', 'gone', 'when'. Set DATE_FIELD"):
        imported(kit, layer, **case["a"])
    date = {"DATE_FIELD": "date"}
    assert periods(imported(kit, layer, **date, **case["a"])) == [("GOV", "2017-10-01", None)]
    assert periods(imported(kit, layer, FACTION_FIELD="who", **date, **case["b"])) == [("OPP", "2017-10-01", None)]
    assert periods(imported(kit, layer, DATE_FIELD="when", **case["c"])) == [("GOV", "2017-10-05", None)]
    stated = {"START_FIELD": "begin", "END_FIELD": "gone"}
    assert periods(imported(kit, layer, **stated, **case["d"])) == [("GOV", "2017-10-08", "2017-10-12")]
    last_day = {**stated, "END_IS_LAST_DAY": "true"}
    assert periods(imported(kit, layer, **last_day, **case["e"])) == [("GOV", "2017-10-08", "2017-10-13")]


def test_ends_that_can_be_last_days_stop_the_batch_and_the_reading_is_in_the_log(kit):
    layer = kit.layer(
        "maps", [("GOV", "2017-10-01", "2017-10-31", kit.square(0, 0))], fields=("faction", "start", "end")
    )
    with pytest.raises(QgsProcessingException, match="2017-10-31 can be .* Set END_IS_LAST_DAY to true"):
        imported(kit, layer)
    assert not (kit.folder / "case.gpkg").exists()
    for choice, end in (("true", "2017-11-01"), ("false", "2017-10-31")):
        case = {"OUTPUT": str(kit.folder / f"{choice}.gpkg")}
        assert periods(imported(kit, layer, END_IS_LAST_DAY=choice, **case)) == [("GOV", "2017-10-01", end)]
        assert any("Ends that name a day: 1" in line for line in kit.feedback.infos)


def test_order_of_day_and_month_is_asked_for_and_never_guessed(kit):
    layer = kit.layer("maps", [("GOV", "5/6/2017", kit.square(0, 0))])
    with pytest.raises(QgsProcessingException, match="5/6/2017"):
        imported(kit, layer)
    assert not (kit.folder / "case.gpkg").exists()
    definition = QgsApplication.processingRegistry().algorithmById("syriacontrol:importcontrolseries")
    orders = definition.parameterDefinition("DATE_ORDER").options()
    assert orders == ["auto", "DMY", "MDY", "YMD"]
    found = {order: periods(imported(kit, layer, DATE_ORDER=order))[0][1] for order in ("DMY", "MDY")}
    assert sorted(set(found.values())) == ["2017-05-06", "2017-06-05"]


def test_theme_of_the_layer_and_its_change(kit):
    def labels(**more):
        layer = QgsVectorLayer(imported(kit, folder(kit), **more)["LAYER"], "", "ogr")
        return [category.label() for category in layer.renderer().categories()]

    convention = ["Syrian government forces", "Syrian opposition forces", "ISIS"]
    published = ["Syrian government forces", "ISIS", "Syrian opposition forces"]
    assert labels() == convention
    assert labels(THEME="published_2017_10_24") == published
    assert labels() == published, "the case keeps its theme"
    assert labels(THEME="conflict_convention") == convention


def test_source_names_the_series(kit):
    results = imported(kit, folder(kit))
    assert set(rows(results, "source")) == {("maps",)}
    assert set(rows(imported(kit, folder(kit), SOURCE="Observatory"), "source")) == {("maps",), ("Observatory",)}


def test_precedence_settles_overlaps_and_without_it_they_are_contested(kit):
    layer = kit.layer("maps", [("GOV", DAYS[0], kit.square(0, 0)), ("OPP", DAYS[0], kit.square(0.5, 0))])
    kept = imported(kit, layer)
    assert rows(kept, "class", table="derived_classes") == [("contested",)]
    layer_kept = QgsVectorLayer(kept["LAYER"], "", "ogr")
    settled = imported(kit, layer, PRECEDENCE=" opp, GOV", OUTPUT=str(kit.folder / "settled.gpkg"))
    assert rows(settled, "class", table="derived_classes") == []
    layer_settled = QgsVectorLayer(settled["LAYER"], "", "ogr")
    width = {
        (name, each["class"]): round(each.geometry().boundingBox().width(), 6)
        for name, layer in (("kept", layer_kept), ("settled", layer_settled))
        for each in layer.getFeatures()
    }
    assert width == {
        ("kept", "GOV"): 0.1, ("kept", "OPP"): 0.1, ("kept", "class:contested"): 0.05,
        ("settled", "GOV"): 0.05, ("settled", "OPP"): 0.1,
    }  # fmt: skip


def test_hole_limit_ends_a_period(kit):
    found = [("GOV", day, kit.square(0, 0)) for day in ("2017-10-01", "2017-10-02", "2017-10-20")]
    layer = kit.layer("maps", found)
    assert periods(imported(kit, layer)) == [("GOV", "2017-10-01", None)]
    limited = imported(kit, layer, HOLE_LIMIT=3, OUTPUT=str(kit.folder / "limited.gpkg"))
    assert periods(limited) == [("GOV", "2017-10-01", "2017-10-05"), ("GOV", "2017-10-20", None)]


def test_crs_for_maps_that_name_none(kit):
    in_utm = kit.layer("control", [("GOV", kit.square(0, 0))], crs="EPSG:32637", fields=("faction",))
    path = kit.saved(in_utm, "control_2017-10-08.shp", "ESRI Shapefile")
    os.remove(kit.folder / "control_2017-10-08.prj")
    with pytest.raises(QgsProcessingException, match="control_2017-10-08.shp"):
        imported(kit, path)
    results = imported(kit, path, CRS="EPSG:32637")
    extent = QgsVectorLayer(results["LAYER"], "", "ogr").extent()
    assert (extent.xMinimum(), extent.yMaximum()) == pytest.approx((37, 35.1), abs=1e-6)


def test_report_is_a_page_with_every_bad_row(kit):
    bowtie = "POLYGON ((37 35, 37.1 35.1, 37.1 35, 37 35.1, 37 35))"
    found = [("GOV", DAYS[0], kit.square(0, 0)), ("OPP", DAYS[0], bowtie), ("<b>IS</b>", "the 40th", kit.square(2, 0)),
             (None, DAYS[0], kit.square(3, 0)), ("IS", DAYS[0], None)]  # fmt: skip
    page = str(kit.folder / "report.html")
    results = imported(kit, kit.layer("mixed", found), REPORT=page, DATE_FIELD="date")
    assert (results["REPAIRED"], results["REJECTED"], results["REPORT"]) == (1, 3, page)
    text = open(page, encoding="utf-8").read()
    for words in ("<td>mixed</td>", "<td>repaired</td>", "<td>rejected</td>", "the 40th", "no faction",
                  "&lt;b&gt;IS&lt;/b&gt;"):  # fmt: skip
        assert words in text, words
    assert "<b>IS</b>" not in text
    kept = rows(results, "action", '"row"', "reason", table="import_issues")
    assert [action for action, *_ in kept] == ["rejected"] * 3 + ["repaired"]
    assert len([line for line in kit.feedback.warnings if "rejected" in line]) == 3


def test_report_that_cannot_be_written_is_an_error(kit):
    with pytest.raises(QgsProcessingException, match="/nowhere/report.html"):
        imported(kit, folder(kit), REPORT="/nowhere/report.html")


def test_report_in_the_place_of_a_pipe_is_an_error(kit, tmp_path):
    os.mkfifo(tmp_path / "report.html")
    with pytest.raises(QgsProcessingException, match="report.html.*a named pipe"):
        imported(kit, folder(kit), REPORT=str(tmp_path / "report.html"))


def test_no_report_unless_asked_for(kit):
    assert "REPORT" not in imported(kit, folder(kit))
    assert not list(kit.folder.glob("*.html"))


def test_guesses_and_left_out_files_are_told(kit):
    path = kit.maps_folder()
    (path / "readme.txt").write_text("no map")
    imported(kit, str(path))
    told = "\n".join(kit.feedback.infos)
    assert "readme.txt" in told
    assert "Date: name of the file" in told and "Faction: field 'faction'" in told


def test_loaded_layer_has_the_look_of_the_case(kit):
    """As Processing does after a run: what the context lists is loaded and given to its post-processor."""
    results = imported(kit, folder(kit), THEME="print_hatch")
    waiting = kit.context.layersToLoadOnCompletion()
    assert list(waiting) == [results["LAYER"]]
    layer = kit.context.takeResultLayer(results["LAYER"])
    if layer is None:
        layer = QgsVectorLayer(results["LAYER"], waiting[results["LAYER"]].name, "ogr")
    details = waiting[results["LAYER"]]
    assert details.project is QgsProject.instance() and details.outputName == "LAYER"
    details.postProcessor().postProcessLayer(layer, kit.context, kit.feedback)
    assert layer.renderer().type() == "categorizedSymbol" and len(layer.renderer().categories()) == 3
    assert layer.temporalProperties().isActive()
    assert layer.temporalProperties().endField() == "shown_until"


def test_without_a_project_nothing_is_loaded(kit):
    parameters = {"INPUT": folder(kit), "OUTPUT": str(kit.folder / "case.gpkg")}
    results = kit.run("importcontrolseries", parameters, context=QgsProcessingContext())
    assert results["ROWS"] == 4
    assert kit.context.layersToLoadOnCompletion() == {}


def test_two_imports_in_one_project_each_get_their_own_look(kit):
    styled = []
    for theme, name in (("print_hatch", "one"), ("conflict_convention", "two")):
        results = imported(kit, folder(kit), THEME=theme, OUTPUT=str(kit.folder / f"{name}.gpkg"))
        styled.append((kit.context, results["LAYER"], theme))
    for context, uri, theme in reversed(styled):
        layer = QgsVectorLayer(uri, "", "ogr")
        context.layersToLoadOnCompletion()[uri].postProcessor().postProcessLayer(layer, context, kit.feedback)
        categories = layer.renderer().categories()  # kept: they own the symbols
        assert (categories[0].symbol().symbolLayerCount() > 1) == (theme == "print_hatch")


def test_again_changes_nothing_and_one_more_day_reads_only_that(kit):
    path = kit.maps_folder()
    imported(kit, str(path))
    before = (kit.folder / "case.gpkg").read_bytes()
    again = imported(kit, str(path))
    assert (kit.folder / "case.gpkg").read_bytes() == before
    assert (again["MAPS"], again["ROWS"]) == (0, 4)
    kit.geojson("maps/control_2017-10-11.geojson", [({"faction": "GOV"}, kit.square(0, 0))])
    assert imported(kit, str(path))["MAPS"] == 1
    assert any("1 read, 3 unchanged" in line for line in kit.feedback.infos)


def test_a_file_that_is_no_case_is_not_overwritten(kit):
    foreign = kit.saved(kit.layer("mine", [("GOV", DAYS[0], kit.square(0, 0))]), "case.gpkg")
    before = open(foreign, "rb").read()
    with pytest.raises(QgsProcessingException, match="case.gpkg"):
        imported(kit, folder(kit))
    assert open(foreign, "rb").read() == before


def test_a_folder_as_a_path(kit, tmp_path):
    for day, east in (("2017-10-01", 37), ("2017-10-02", 38)):
        ring = [[36, 35], [east, 35], [east, 36], [36, 36], [36, 35]]
        feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
        (tmp_path / f"{day}.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))
    case = tmp_path / "out" / "case.gpkg"
    case.parent.mkdir()
    results = kit.run("importcontrolseries", {"PATHS": str(tmp_path), "FACTION": "GOV", "OUTPUT": str(case)})
    assert (results["MAPS"], results["ROWS"]) == (2, 2)


def test_nothing_to_import_names_the_parameters(kit, tmp_path):
    with pytest.raises(QgsProcessingException, match="INPUT.*PATHS"):
        kit.run("importcontrolseries", {"OUTPUT": str(tmp_path / "case.gpkg")})
