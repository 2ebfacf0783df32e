"""The plugin on a desk: QGIS's interface with a project and a profile of its own."""

import sys

import pytest
from qgis.core import QgsApplication, QgsProject, QgsSettings

from syria_control_plugin import classFactory
from syria_control_plugin.gui.controllers import case_loader
from tests.qgis.gui.panel_desk import FakeIface, settle


@pytest.fixture
def iface(qgis_app, tmp_path, monkeypatch):
    """In a window that is shown; an error that Qt would swallow fails the test."""
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", staticmethod(lambda: str(tmp_path / "profile")))
    monkeypatch.setattr(case_loader, "PAUSE_MS", 0)  # so that what is asked for is there when the event loop is through
    QgsSettings().remove("syria_control")
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: caught.append(error))
    QgsProject.instance().clear()
    made = FakeIface()
    made.window.show()
    yield made
    settle()
    QgsProject.instance().clear()
    settle()
    made.window.close()
    if QgsApplication.processingRegistry().providerById("syriacontrol") is not None:
        QgsApplication.processingRegistry().removeProvider("syriacontrol")  # a test that failed spoils no other one
    QgsSettings().remove("syria_control")
    assert not caught, caught


@pytest.fixture
def start(iface):
    """Starts the plugin, as QGIS does; what a test leaves running is ended."""
    running = []

    def start():
        plugin = classFactory(iface)
        plugin.initGui()
        running.append(plugin)
        settle()
        return plugin

    yield start
    for plugin in running:
        if plugin.panel is not None:
            plugin.unload()


@pytest.fixture
def plugin(start):
    """The plugin, its panel shown."""
    made = start()
    made.panel.setUserVisible(True)
    settle()
    return made


@pytest.fixture
def panel(plugin):
    return plugin.panel
