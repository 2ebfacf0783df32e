"""The look: fills, classes, legends of the shipped themes, and pixels of the sample case against its series."""

import shutil

import numpy as np
import pytest
import shapely
from qgis.core import QgsFeature, QgsFillSymbol, QgsGeometry, QgsRectangle, QgsRenderContext, QgsVectorLayer
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QImage

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import load_theme, theme_ids
from syria_control_plugin.case.schema import opened
from syria_control_plugin.core.factions.themes import PATTERNS, Fill
from syria_control_plugin.mapping.layers.layers import open_layer
from syria_control_plugin.mapping.layers.styles import control_renderer, legend_classes, style_case
from syria_control_plugin.mapping.layers.symbols import fill_symbol
from syria_control_plugin.mapping.layers.temporal import day_range

CONTESTED = "Contested: claimed for more than one side"
LEGENDS = {
    "published_2017_10_24": [
        ("GOV", "Syrian government forces"),
        (
            "class:retaken_from_is",
            "Syrian opposition forces, in territory that ISIS held at some time since 9 Oct 2017",
        ),
        ("IS", "ISIS"),
        ("OPP", "Syrian opposition forces"),
        ("Atlantis", "Atlantis"),
        ("SDF", "Syrian Democratic Forces"),
        ("TUR", "Turkish forces"),
        ("class:contested", CONTESTED),
    ],
    **dict.fromkeys(
        ["conflict_convention", "colour_blind_safe", "print_hatch"],
        [
            ("GOV", "Syrian government forces"),
            ("OPP", "Syrian opposition forces"),
            ("IS", "ISIS"),
            ("SDF", "Syrian Democratic Forces"),
            ("TUR", "Turkish forces"),
            ("Atlantis", "Atlantis"),
            ("class:contested", CONTESTED),
        ],
    ),
}
SHOWN = ["Atlantis", "class:contested", "TUR", "SDF", "OPP", "IS", "GOV"]


def categories_of(renderer):
    """(value, label) in the legend's order."""
    return [(category.value(), category.label()) for category in renderer.categories()]


def swatch(symbol, size=60):
    """The colours of a symbol's picture as (size, size) integers 0xAARRGGBB."""
    image = symbol.asImage(QSize(size, size)).convertToFormat(QImage.Format.Format_ARGB32)
    buffer = image.constBits()
    buffer.setsize(image.sizeInBytes())
    return np.frombuffer(bytes(buffer), np.uint32).reshape(size, size)


def test_the_shipped_themes():
    assert set(theme_ids()) == set(LEGENDS)


@pytest.mark.parametrize("theme_id", sorted(LEGENDS))
def test_legend_in_the_order_and_words_of_the_theme(theme_id):
    shown = SHOWN + [value for value, _ in LEGENDS[theme_id] if value not in SHOWN]
    assert categories_of(control_renderer(load_theme(theme_id), shown)) == LEGENDS[theme_id]


@pytest.mark.parametrize("theme_id", sorted(LEGENDS))
def test_only_classes_that_are_shown(theme_id):
    theme = load_theme(theme_id)
    assert [value for value, _ in categories_of(control_renderer(theme, ["OPP", "GOV"]))] == ["GOV", "OPP"]
    assert not control_renderer(theme, ["OPP", "GOV"]).usingSymbolLevels()
    assert control_renderer(theme, ["OPP", "class:contested"]).usingSymbolLevels()


@pytest.mark.parametrize("theme_id", sorted(LEGENDS))
def test_classes_of_a_theme_look_different(theme_id):
    classes = legend_classes(load_theme(theme_id), [value for value, _ in LEGENDS[theme_id]])
    pictures = {entry.id: swatch(fill_symbol(entry.fill)).tobytes() for entry in classes}
    assert len(set(pictures.values())) == len(classes)


def test_hatches_for_print_have_no_colour():
    theme = load_theme("print_hatch")
    for fill in [entry.fill for entry in (*theme.classes, theme.contested)] + list(theme.spare_fills):
        pixels = swatch(fill_symbol(fill))
        channels = [(pixels >> shift) & 0xFF for shift in (0, 8, 16)]
        assert (channels[0] == channels[1]).all() and (channels[1] == channels[2]).all()
        assert pixels.min() != pixels.max(), fill


def test_solid_fill_is_its_colour():
    assert set(swatch(fill_symbol(Fill("#d7301f")))[10:-10, 10:-10].ravel()) == {0xFFD7301F}


@pytest.mark.parametrize("pattern, angles", [
    ("horizontal", [0]), ("vertical", [90]), ("diagonal", [45]), ("back_diagonal", [135]), ("cross", [0, 90]),
    ("diagonal_cross", [45, 135]),
])  # fmt: skip
def test_hatch_directions_and_ground(pattern, angles):
    symbol = fill_symbol(Fill("#ff0000", pattern, outline="#0000ff", outline_mm=0.3, background="#00ff00",
                              spacing_mm=3.0, line_mm=0.5))  # fmt: skip
    kinds = [symbol.symbolLayer(number).layerType() for number in range(symbol.symbolLayerCount())]
    assert kinds == ["SimpleFill", *["LinePatternFill"] * len(angles), "SimpleFill"]
    lines = [symbol.symbolLayer(number) for number in range(1, 1 + len(angles))]
    assert [each.lineAngle() for each in lines] == angles
    assert {each.distance() for each in lines} == {3.0}
    found = set(swatch(symbol).ravel())
    assert {0xFFFF0000, 0xFF00FF00, 0xFF0000FF} <= found


def test_horizontal_lines_run_horizontally():
    symbol = fill_symbol(Fill("#000000", "horizontal", outline="", background="#ffffff", spacing_mm=3.0, line_mm=1.0))
    inside = swatch(symbol)[10:-10, 10:-10]
    assert len({row.tobytes() for row in inside}) > 1
    assert all(len(set(row)) == 1 for row in inside)


def test_every_pattern_survives_being_drawn_and_cloned():
    for pattern in PATTERNS:
        extra = {} if pattern in ("solid", "none") else {"background": "#ffffff"}
        symbol = fill_symbol(Fill("#102030", pattern, **extra))
        assert isinstance(symbol, QgsFillSymbol) and symbol.symbolLayerCount() >= 1
        assert (swatch(symbol.clone()) == swatch(symbol)).all()


def test_unknown_faction_has_a_stable_spare_look(maps, tmp_path):
    """The same faction beside others in another case: the same colour, the id as label, at the legend's end."""
    looks = []
    box = (37, 35, 37.1, 35.1)
    for name, others in (("one", ["GOV"]), ("two", ["OPP", "IS", "SDF"])):
        rows = [(faction, "2017-10-08", box) for faction in ("Ahrar al-Jazira", *others)]
        layer = open_layer(Case(maps.case(tmp_path, rows, "published_2017_10_24", name)), "control_map", name)
        spares = [each for each in layer.renderer().categories() if each.label() == "Ahrar al-Jazira"]
        assert len(spares) == 1
        looks.append(spares[0].symbol().color().name())
    assert looks[0] == looks[1]
    theme = load_theme("published_2017_10_24")
    assert looks[0] in [fill.colour for fill in theme.spare_fills]


def test_text_from_data_is_no_expression(maps, tmp_path):
    """A faction whose name reads like an expression stays a name in map, legend and layer tree."""
    rows = [("[% 20 + 22 %]", "2017-10-08", (37, 35, 37.1, 35.1))]
    layer = open_layer(Case(maps.case(tmp_path, rows)), "control_map", "odd")
    labels = [category.label() for category in layer.renderer().categories()]
    assert len(labels) == 1 and "20 + 22" in labels[0]
    assert "[%" not in labels[0]


COLOURS = {"GOV": "#d7301f", "blue": "#2b6cb8", "IS": "#1a1a1a", "OPP": "#41a148"}
BLUE_SINCE = np.datetime64("2017-10-09", "s")


def expected_class(rows, spots, moment):
    """Class of each spot by the words of the legend, straight from the territories: "" where nobody holds it."""
    far = np.datetime64("9999-01-01", "s")
    classes = np.full(len(spots), "", object)
    was_is = np.zeros(len(spots), bool)
    for faction, start, end, area in zip(*rows):
        end = far if np.isnat(end) else end
        inside = shapely.contains_xy(area, *spots.T)
        if start <= moment < end:
            classes[inside] = faction
        if faction == "IS" and start <= moment and end > BLUE_SINCE:
            was_is |= inside
    classes[(classes == "OPP") & was_is] = "blue"
    return classes


@pytest.fixture(scope="module")
def sample_rows(sample_path):
    case = Case(sample_path)
    series = case.territories(case.sources()[0]).series()
    return series.faction, series.start, series.end, series.geometry


@pytest.mark.parametrize("day, has_blue", [("08", False), ("09", False), ("17", True), ("24", True)])
def test_pixels_of_the_sample_case(maps, sample_path, sample_rows, day, has_blue):
    """Each class exactly where the territories say; blue where OPP holds what IS held at some time since 9 October."""
    moment = np.datetime64(f"2017-10-{day}", "s")
    layer = open_layer(Case(sample_path), "control_map", "control")
    box = layer.extent()
    extent = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    width, height = 500, 400
    image = maps.picture([layer], extent, (width, height), day_range(moment))
    # QGIS widens the extent to the picture's proportions.
    step = max(box.width() / width, box.height() / height)
    west, north = box.center().x() - step * width / 2, box.center().y() + step * height / 2
    columns, lines = (each.ravel() for each in np.meshgrid(np.arange(2, width, 5), np.arange(2, height, 5)))
    spots = np.column_stack([west + (columns + 0.5) * step, north - (lines + 0.5) * step])
    borders = shapely.union_all(shapely.boundary(sample_rows[3]))
    clear = shapely.distance(shapely.points(spots), borders) > 2.5 * step
    expected = expected_class(sample_rows, spots, moment)[clear]
    seen = {"#ffffff": "", **{colour: name for name, colour in COLOURS.items()}}
    pixels = [image.pixelColor(int(x), int(y)).name() for x, y in zip(columns[clear], lines[clear])]
    found = np.array([seen.get(colour, colour) for colour in pixels], object)
    wrong = [(e, f) for e, f in zip(expected, found) if e != f]
    assert not wrong, f"{len(wrong)} of {len(expected)} points, as {wrong[:5]}"
    assert len(expected) > 2000
    classes = set(expected)
    assert {"GOV", "OPP", "IS"} <= classes
    assert ("blue" in classes) == has_blue


@pytest.mark.parametrize("rows", [["OPP", "class:retaken_from_is"], ["class:retaken_from_is", "OPP"]])
def test_derived_ground_lies_above_its_faction_whatever_the_row_order(maps, rows):
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=class:string", "rows", "memory")
    for name in rows:
        feature = QgsFeature(layer.fields())
        feature["class"] = name
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(37, 35, 37.2, 35.2)))
        assert layer.dataProvider().addFeature(feature)
    layer.setRenderer(control_renderer(load_theme("published_2017_10_24"), rows))
    image = maps.picture([layer], (37, 35, 37.2, 35.2), (20, 20))
    assert image.pixelColor(10, 10).name() == COLOURS["blue"]


def test_contested_ground_lies_above_both(maps, tmp_path):
    rows = [("GOV", "2017-10-08", (37, 35, 37.2, 35.2)), ("OPP", "2017-10-08", (37.1, 35, 37.3, 35.2))]
    path = maps.case(tmp_path, rows)
    layer = open_layer(Case(path), "control_map", "control")
    image = maps.picture([layer], (37, 35, 37.3, 35.2), (300, 200), day_range("2017-10-08"))
    assert image.pixelColor(50, 100).name() == "#d6453d" and image.pixelColor(250, 100).name() == "#4f9e4c"
    middle = {image.pixelColor(x, y).name() for x in range(120, 180) for y in range(80, 120)}
    assert "#ffffff" in middle and not middle & {"#d6453d", "#4f9e4c"}


@pytest.mark.parametrize("table", ["control_map", "territories", "places", "reports", "movements", "events"])
def test_each_layer_keeps_its_style_in_the_case(sample_path, table):
    layer = open_layer(Case(sample_path), table, table)
    symbols = layer.renderer().symbols(QgsRenderContext())
    assert symbols and all(symbol is not None for symbol in symbols)
    # No look that QGIS makes up at random: opened twice it is the same.
    again = open_layer(Case(sample_path), table, table)
    assert layer.renderer().dump() == again.renderer().dump()
    assert [symbol.color().name() for symbol in symbols] == [
        symbol.color().name() for symbol in again.renderer().symbols(QgsRenderContext())
    ]
    count, ids, names, descriptions, message = layer.listStylesInDatabase()
    assert (count, names[:count]) == (1, ["published_2017_10_24"]), message


def test_a_new_theme_takes_the_place_of_the_old_look(maps, tmp_path):
    path = maps.case(tmp_path, [("GOV", "2017-10-08", (37, 35, 37.1, 35.1))], "print_hatch")
    style_case(Case(path), load_theme("conflict_convention"))
    layer = QgsVectorLayer(f"{path}|layername=control_map", "", "ogr")
    categories = layer.renderer().categories()
    assert categories[0].symbol().color().name() == "#d6453d"


@pytest.fixture
def looks_of_events(sample_path, tmp_path):
    """Changes the sample's events by SQL → what each is called in the legend, by its id, and the symbols so called."""

    def look(*changes):
        path = tmp_path / "events.gpkg"
        shutil.copyfile(sample_path, path)
        with opened(str(path), update=True) as dataset:
            for change in changes:
                dataset.ExecuteSQL(change)
        layer = open_layer(Case(str(path)), "events", "events")
        renderer, context = layer.renderer().clone(), QgsRenderContext()
        context.expressionContext().setFields(layer.fields())
        renderer.startRender(context, layer.fields())
        names, symbols = {}, {}
        for feature in layer.getFeatures():
            context.expressionContext().setFeature(feature)
            (key,) = renderer.legendKeysForFeature(feature, context)
            names[feature["event"]] = next(item.label() for item in renderer.legendSymbolItems()
                                           if item.ruleKey() == key)  # fmt: skip
            symbol = renderer.symbolForFeature(feature, context)
            symbols[names[feature["event"]]] = [part.properties() for part in symbol.symbolLayers()]
        renderer.stopRender(context)
        return names, symbols

    return look


def test_precise_events_are_filled_and_others_not(sample_path, looks_of_events):
    names, symbols = looks_of_events()
    layer = open_layer(Case(sample_path), "events", "events")
    exact, vague = "Clash event", "Clash event with imprecise date or place"
    meant = {each["event"]: exact if each["date_prec"] == 1 and each["where_prec"] == 1 else vague
             for each in layer.getFeatures()}  # fmt: skip
    assert names == meant and set(meant.values()) == {exact, vague}
    assert symbols[exact] != symbols[vague]


def test_kinds_of_events_are_told_apart(looks_of_events):
    kinds = {"fight": "Clash event", "strike": "Explosion or remote violence",
             "transfer": "Transfer of territory without a fight", "other": "Other event"}  # fmt: skip
    names, symbols = looks_of_events(*(
        f"UPDATE events SET event = '{kind}', kind = '{kind}', is_exact_date = 1, reach_km = 0 WHERE fid = {fid}"
        for fid, kind in enumerate(kinds, 1)
    ))  # fmt: skip
    assert {kind: names[kind] for kind in kinds} == kinds
    shapes = [tuple((part["name"], part["color"]) for part in symbols[label]) for label in kinds.values()]
    assert len(set(shapes)) == len(kinds)


@pytest.mark.parametrize("change", ["reach_km = NULL", "reach_km = 25.1", "is_exact_date = 0", "is_exact_date = NULL"])
def test_a_fight_in_no_known_place_or_on_no_known_day_is_imprecise(looks_of_events, change):
    names, _ = looks_of_events(f"UPDATE events SET event = 'x', {change} WHERE fid = 1")
    assert names["x"] == "Clash event with imprecise date or place"


def test_helper_field_is_hidden_from_the_attribute_table(sample_path):
    layer = open_layer(Case(sample_path), "control_map", "control")
    hidden = [column.name for column in layer.attributeTableConfig().columns() if column.hidden]
    assert "shown_until" in hidden and "valid_to" not in hidden
