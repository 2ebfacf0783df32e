"""Maps of very many classes: what is listed, what is folded, and that symbols are those of the layer."""

import numpy as np
import pytest
import shapely
from qgis.core import QgsCategorizedSymbolRenderer, QgsProject
from qgis.PyQt.QtGui import QColor

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.catalogue import load_theme
from syria_control_plugin.case.print_data import ClassArea, series_print_data
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.factions.themes import Theme
from syria_control_plugin.mapping.layers import layers as layers_module
from syria_control_plugin.mapping.layers import styles
from syria_control_plugin.mapping.layers.class_symbology import ClassSymbols
from syria_control_plugin.mapping.layers.layers import add_case, adding_case, case_layer, open_case_layers, refresh_case
from syria_control_plugin.mapping.layers.styles import has_long_legend, legend_classes
from syria_control_plugin.mapping.layouts import area_table as area_rows_module
from syria_control_plugin.mapping.layouts import legends
from syria_control_plugin.mapping.layouts.area_table import area_rows
from syria_control_plugin.mapping.layouts.layouts import control_layout
from tests.qgis.mapping.test_layouts import cells, legend_words, printed_of

NAMES = [f"Militia {number}" for number in range(6)]


@pytest.fixture
def project(qgis_app):
    made = QgsProject()
    yield made
    made.clear()


@pytest.fixture
def path(maps, tmp_path):
    """Six factions side by side, each wider than the one before."""
    west, rows = 37.0, []
    for number, name in enumerate(NAMES):
        rows.append((name, "2017-10-08", (west, 35, west + 0.1 * (number + 1), 35.4)))
        west += 0.1 * (number + 1)
    return maps.case(tmp_path, rows)


def control_node(project, group):
    return project.layerTreeRoot().findLayer(case_layer(group, "control_map"))


@pytest.mark.parametrize(("most", "is_expanded"), [(5, False), (6, True)])
def test_a_long_legend_stays_folded(project, path, monkeypatch, most, is_expanded):
    monkeypatch.setattr(styles, "MOST_CLASSES_EXPANDED", most)
    tables = Case(path).tables()
    group = add_case(project, Case(path), tables, "at once")
    assert control_node(project, group).isExpanded() is is_expanded
    steps = adding_case(project, open_case_layers(Case(path)), "step by step")
    while True:
        try:
            next(steps)
        except StopIteration as end:
            group = end.value
            break
    assert control_node(project, group).isExpanded() is is_expanded
    assert control_node(project, group).itemVisibilityChecked()


def test_a_legend_is_folded_before_it_becomes_long(project, path, monkeypatch):
    group = add_case(project, Case(path), Case(path).tables(), "case")
    layer, node = case_layer(group, "control_map"), control_node(project, group)
    layer.setRenderer(QgsCategorizedSymbolRenderer("class", []))
    assert node.isExpanded() and not has_long_legend(layer)
    monkeypatch.setattr(layers_module, "MOST_CLASSES_EXPANDED", 5)
    refresh_case(project, Case(path), NAMES)
    assert not node.isExpanded()
    assert len(layer.renderer().categories()) == 6


def test_symbols_are_those_of_the_layer_and_else_of_the_theme(project, path):
    group = add_case(project, Case(path), Case(path).tables(), "case")
    layer = case_layer(group, "control_map")
    theme = Theme.from_dict(Case(path).setting("theme"))
    first, second = legend_classes(theme, NAMES)[:2]
    symbol = ClassSymbols(None).of(first)
    symbol.setColor(QColor("#123456"))
    renderer = layer.renderer().clone()
    renderer.updateCategorySymbol(renderer.categoryIndexForValue(first.faction), symbol)
    renderer.deleteCategory(renderer.categoryIndexForValue(second.faction))
    layer.setRenderer(renderer)
    symbols = ClassSymbols(layer)
    assert symbols.of(first).color().name() == "#123456"
    assert symbols.of(second).color() == ClassSymbols(None).of(second).color()
    del layer, renderer
    assert symbols.of(first).color().name() == "#123456", "symbols outlive the renderer"


def test_a_print_lists_the_largest_and_sums_up_the_others(project, path, monkeypatch):
    for module in (area_rows_module, legends):
        monkeypatch.setattr(module, "MOST_LISTED", 2)
    printed = printed_of(project, path, ["2017-10-08"])
    layout = control_layout(project, printed, "2017-10-08")
    rows = cells(layout)
    assert [row[0] for row in rows] == ["Militia 4", "Militia 5", "Smaller factions, combined"]
    shares = [float(row[2].split()[0]) for row in rows]
    assert shares == pytest.approx([100 * 5 / 21, 100 * 6 / 21, 100 * 10 / 21], abs=0.3)
    assert legend_words(layout, "Control: the 2 largest of 6 classes") == ["Militia 4", "Militia 5"]
    assert [layer.name() for layer in printed.layers] == ["Control"]


def test_a_print_of_few_classes_lists_them_all(project, path):
    layout = control_layout(project, printed_of(project, path, ["2017-10-08"]), "2017-10-08")
    assert [row[0] for row in cells(layout)] == NAMES == legend_words(layout)


def test_of_very_many_sources_a_print_names_the_first():
    names = [f"Source {number:03d}" for number in range(53)]
    box = shapely.box(37, 35, 38, 36)
    series = ControlSeries(["GOV"] * 53, ["2017-10-08"] * 53, ["NaT"] * 53, [box] * 53, names)
    found = series_print_data(series, "title", load_theme("conflict_convention")).sources
    assert found.startswith("Source 000; Source 001; ") and found.endswith("; Source 049; … (+ 3)")


def test_rows_of_areas_follow_the_number_of_sources_and_classes(monkeypatch):
    monkeypatch.setattr(area_rows_module, "MOST_LISTED", 3)
    theme = load_theme("conflict_convention")
    areas = [ClassArea(source, name, number + 1.0, 0.1) for source in ("a", "b") for number, name in enumerate(NAMES)]
    found = area_rows(theme, [*areas, ClassArea("b", f"class:{theme.contested.id}", 0.5, np.nan)])
    labels = [(row.source, row.label) for row in found]
    together = "Smaller factions, combined"
    assert labels[:5] == [("a", "a"), *(("a", name) for name in NAMES[3:]), ("a", together)]
    assert found[4].area_km2 == 6.0 and found[4].share == pytest.approx(0.3)
    monkeypatch.setattr(area_rows_module, "MOST_SOURCES", 1)
    cut = area_rows(theme, areas)
    assert [*map(repr, cut[:5])] == [*map(repr, found[:5])], "as text, because a figure that is missing equals none"
    assert [row.label for row in cut[5:]] == ["1 more sources, not listed"]
    assert ("b", together) in labels and len([label for label in labels if label[0] == "b"]) == 6
