"""The message about styles of a case that were not made here: it names them, and asks once."""

import sqlite3
from contextlib import closing

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton

from syria_control_plugin.core import fields as f
from syria_control_plugin.gui.controllers import case_loader
from syria_control_plugin.mapping.layers.styles import style_case
from syria_control_plugin.sources.sample import build_sample
from tests.qgis.gui.panel_desk import FakeIface, settle

QML = (
    '<qgis version="3.40.6" styleCategories="AllStyleCategories"><renderer-v2 type="singleSymbol"><symbols>'
    '<symbol type="{kind}" name="0">{layer}</symbol></symbols></renderer-v2></qgis>'
)
OPTION = '<Option type="Map"><Option name="{name}" type="QString" value="{value}"/></Option>'
GOOD = f'<layer class="SimpleMarker">{OPTION.format(name="color", value="18,52,86,255")}</layer>'
BAD = f'<layer class="RasterLine">{OPTION.format(name="imageFile", value="/b&lt;b>x.png")}</layer>'


class Desk(FakeIface):
    """QGIS's interface with a message bar as it is."""

    def __init__(self):
        super().__init__()
        self.bar = QgsMessageBar(self.window)

    def messageBar(self):
        return self.bar

    def texts(self):
        return [item.text() for item in self.bar.items()]

    def buttons(self):
        found = [button for item in self.bar.items() for button in item.findChildren(QPushButton)]
        return [button for button in found if button.text() == "Use these styles"]


@pytest.fixture
def desk(qgis_app, monkeypatch):
    monkeypatch.setattr(case_loader, "PAUSE_MS", 0)
    QgsProject.instance().clear()
    QgsSettings().remove("syria_control")
    made = Desk()
    made.window.show()
    yield made
    settle()
    QgsProject.instance().clear()
    made.window.close()
    QgsSettings().remove("syria_control")


@pytest.fixture
def opener(desk):
    made = case_loader.CaseOpener(desk)
    yield made
    made.close()


@pytest.fixture
def case(qgis_app, tmp_path):
    path = tmp_path / "sample.gpkg"
    build_sample(str(path), finish=style_case)
    with closing(sqlite3.connect(path)) as database, database:
        for table, kind, layer in ((f.EVENTS, "marker", GOOD), (f.MOVEMENTS, "line", BAD)):
            qml = QML.format(kind=kind, layer=layer)
            database.execute("UPDATE layer_styles SET styleQML = ? WHERE f_table_name = ?", (qml, table))
    return str(path)


def layer(name):
    (found,) = QgsProject.instance().mapLayersByName(name)
    return found


def test_the_analyst_is_asked_once(desk, opener, case):
    opener.open_case(case)
    settle()
    (text,) = [text for text in desk.texts() if "were not created in this QGIS profile" in text]
    assert text.endswith("not used: Movements, Clash events.") or text.endswith("not used: Clash events, Movements.")
    assert "123456" not in layer("Clash events").renderer().dump()
    (button,) = desk.buttons()
    button.click()
    settle()
    assert layer("Clash events").renderer().symbol().color().name() == "#123456"
    assert layer("Movements").renderer().symbol().symbolLayerCount() == 3  # the plugin's own
    (warning,) = [text for text in desk.texts() if "The style of Movements is not used" in text]
    assert "not embedded" in warning and "<b>" not in warning
    QgsProject.instance().clear()
    desk.bar.clearWidgets()
    opener.open_case(case)
    settle()
    assert layer("Clash events").renderer().symbol().color().name() == "#123456"
    assert [text.rpartition(": ")[2] for text in desk.texts() if "were not created in this QGIS profile" in text] == [
        "Movements."
    ]


def test_without_foreign_styles_nothing_is_asked(desk, opener, qgis_app, tmp_path):
    path = str(tmp_path / "own.gpkg")
    build_sample(path, finish=style_case)
    QgsSettings().remove("syria_control")  # as if made elsewhere
    opener.open_case(path)
    settle()
    assert QgsProject.instance().mapLayers() and not desk.buttons()


def test_the_message_goes_with_the_plugin(desk, opener, case):
    opener.open_case(case)
    settle()
    assert desk.buttons()
    opener.close()
    settle()
    assert not desk.buttons()
