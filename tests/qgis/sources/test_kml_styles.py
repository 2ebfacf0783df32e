"""KML in which only the style of a placemark says whose area it is: the style is a field like any other."""

import pytest

from syria_control_plugin.case.case import Case
from syria_control_plugin.core.errors import SourceError
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.maps.detection import FieldOverrides
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.options import ImportOptions

COLOURS = {"ffd18802": "#0288d1", "7f0000ff": "#ff0000"}  # KML writes opacity, blue, green, red


def kml(path, *styles):
    """Write one square for each style, side by side."""
    places = "".join(
        f"<Placemark><name>Polygon {number}</name>{style}<Polygon><outerBoundaryIs><LinearRing><coordinates>"
        f"{37 + number},35 {38 + number},35 {38 + number},36 {37 + number},36 {37 + number},35</coordinates>"
        "</LinearRing></outerBoundaryIs></Polygon></Placemark>"
        for number, style in enumerate(styles)
    )
    path.write_text(f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{places}</Document></kml>')
    (given,), _ = list_inputs([str(path)])
    return given


def shared(name):
    return f"<styleUrl>{name}</styleUrl>"


def inline(colour):
    return f"<Style><PolyStyle><color>{colour}</color></PolyStyle></Style>"


def factions(tmp_path, given, field=""):
    case = str(tmp_path / "case.gpkg")
    import_maps(case, [given], ImportOptions(FieldOverrides(faction_field=field), source="S"))
    return sorted(Case(case).territories("S").faction)


def test_styles_that_name_known_factions_are_found(tmp_path):
    given = kml(tmp_path / "2017-10-09.kml", shared("#regime"), shared("#sdf"))
    assert factions(tmp_path, given) == ["GOV", "SDF"]


def test_other_styles_are_offered_and_can_be_chosen(tmp_path):
    given = kml(tmp_path / "2017-10-09.kml", shared("#poly-one"), shared("#poly-two"))
    with pytest.raises(SourceError, match="No faction found.*Style"):
        factions(tmp_path, given)
    assert factions(tmp_path, given, "Style") == ["poly-one", "poly-two"]


def test_without_a_shared_style_the_colour_of_the_fill_counts(tmp_path):
    given = kml(tmp_path / "2017-10-09.kml", *map(inline, COLOURS))
    (table,) = given.tables()
    assert table.columns["Style"] == [*COLOURS.values()]


def test_a_file_without_styles_has_no_such_field_and_a_style_elsewhere_is_not_fetched(tmp_path, server):
    (table,) = kml(tmp_path / "2017-10-09.kml", "", "").tables()
    assert "Style" not in table.columns
    (table,) = kml(tmp_path / "2017-10-10.kml", shared(f"{server.url}/s.kml#regime"), "").tables()
    assert server.requests == [] and table.columns["Style"][1] is None
