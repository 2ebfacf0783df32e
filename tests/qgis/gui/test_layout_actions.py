"""The panel's menu prints: layouts come into the project and are opened."""

from pathlib import Path

import pytest
from qgis.core import QgsLayoutItemMap, QgsProject

from syria_control_plugin.case.case import Case
from syria_control_plugin.gui.panel.layout_actions import LayoutActions, layout_labels
from syria_control_plugin.mapping.layers.layers import add_case
from syria_control_plugin.mapping.layers.styles import style_case
from syria_control_plugin.mapping.layouts import templates
from syria_control_plugin.mapping.layouts.templates import Paper
from syria_control_plugin.mapping.text.corridor_text import corridor_texts
from syria_control_plugin.sources.sample import build_sample
from tests.qgis.gui.panel_desk import FakeIface, day, settle


@pytest.fixture(scope="module")
def path(qgis_app, tmp_path_factory):
    made = str(tmp_path_factory.mktemp("printed") / "case.gpkg")
    build_sample(made, finish=style_case, describe=corridor_texts)
    return made


@pytest.fixture
def iface(qgis_app):
    QgsProject.instance().clear()
    made = FakeIface()
    made.opened = []
    made.openLayoutDesigner = made.opened.append
    yield made
    settle()
    QgsProject.instance().clear()


def names():
    return [layout.name() for layout in QgsProject.instance().layoutManager().printLayouts()]


@pytest.mark.parametrize("kind", sorted(layout_labels()))
def test_each_entry_makes_a_layout_and_opens_it(iface, path, kind):
    add_case(QgsProject.instance(), Case(path), Case(path).tables(), "Sample")
    actions = LayoutActions(iface, lambda: path)
    actions.make(kind, [day("2017-10-24")] if kind == "map" else ())
    settle()
    made = QgsProject.instance().layoutManager().printLayouts()
    assert made and not iface.errors()
    assert iface.opened and iface.opened[0] in made
    assert any(isinstance(item, QgsLayoutItemMap) for item in made[0].items())
    actions.close()


def test_what_a_template_is_cleaned_of_is_named(iface, path, tmp_path):
    add_case(QgsProject.instance(), Case(path), Case(path).tables(), "Sample")
    shipped = Path(templates.__file__).parents[2] / "resources" / "layouts" / "map_a4_landscape.qpt"
    text = shipped.read_text(encoding="utf-8").replace('labelText=""', "labelText=\"[% env('HOME') %]\"")
    (tmp_path / "sent.qpt").write_text(text, encoding="utf-8")
    actions = LayoutActions(iface, lambda: path)
    actions.make("map", [day("2017-10-24")], paper=Paper(template=str(tmp_path / "sent.qpt")))
    settle()
    ((_, words, *_),) = iface.messages
    assert "sent.qpt" in words and "title: the expression" in words and iface.opened
    actions.close()


def test_without_a_case_it_says_so(iface):
    actions = LayoutActions(iface, lambda: "")
    actions.make("map")
    settle()
    assert iface.messages and not names()


def test_a_case_that_is_gone_is_told(iface, tmp_path):
    actions = LayoutActions(iface, lambda: str(tmp_path / "gone.gpkg"))
    actions.make("map")
    settle()
    assert "gone.gpkg" in iface.messages[0][1] and not names()


def test_closed_meanwhile_nothing_is_made(iface, path):
    actions = LayoutActions(iface, lambda: path)
    actions.make("map", [day("2017-10-24")])
    actions.close()
    settle()
    assert not names() and not iface.messages
