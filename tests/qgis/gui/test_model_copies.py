"""The plugin's models in the model designer: a copy is changed, and the entry goes with the plugin."""

import pytest
from processing.gui.ProviderActions import ProviderContextMenuActions
from processing.modeler.ModelerDialog import ModelerDialog
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm

from syria_control_plugin import classFactory
from syria_control_plugin.gui.model_copies import EditCopyAction, copy_of

TITLES = {"mapstoatlas": "Folder of maps to atlas", "casetocorridorreport": "Case to corridor report"}


@pytest.fixture
def plugin(iface):
    made = classFactory(iface)
    made.initGui()
    yield made
    made.unload()


def entries():
    return [action for action in ProviderContextMenuActions.actions if isinstance(action, EditCopyAction)]


def algorithm(name):
    return QgsApplication.processingRegistry().algorithmById(f"syriacontrol:{name}")


def test_one_entry_while_the_plugin_is_loaded(iface):
    for _ in range(2):
        plugin = classFactory(iface)
        plugin.initGui()
        assert len(entries()) == 1
        plugin.unload()
        assert entries() == []


def test_for_models_of_the_plugin_alone(plugin):
    (entry,) = entries()
    for name, is_so in (("mapstoatlas", True), ("casetocorridorreport", True), ("controlchanges", False)):
        entry.setData(algorithm(name), None)
        assert entry.isEnabled() == is_so
    for other in (None, QgsApplication.processingRegistry().providerById("syriacontrol")):  # a group, a provider
        entry.setData(other, None)
        assert not entry.isEnabled()


@pytest.mark.parametrize("name", TITLES)
def test_a_copy_has_the_title_the_steps_and_no_file(plugin, name):
    model = algorithm(name)
    copy = copy_of(model)
    assert type(copy) is QgsProcessingModelAlgorithm and copy.sourceFilePath() == ""
    assert (copy.name(), copy.group()) == (TITLES[name], "Models")
    assert set(copy.childAlgorithms()) == set(model.childAlgorithms())
    known = [each.name() for each in model.destinationParameterDefinitions()]
    assert known and [each.name() for each in copy.destinationParameterDefinitions()] == known


def test_the_designer_shows_it(plugin, monkeypatch):
    monkeypatch.setattr("processing.modeler.ModelerDialog.iface", None)  # pytest-qgis's has no size of icons
    (entry,) = entries()
    entry.setData(algorithm("mapstoatlas"), None)
    before = list(ModelerDialog.dlgs)
    entry.execute()
    (designer,) = [each for each in ModelerDialog.dlgs if each not in before]
    try:
        assert designer.isVisible() and designer.model().name() == TITLES["mapstoatlas"]
        assert designer.model().sourceFilePath() == ""
    finally:
        designer.setDirty(False)
        designer.close()
        ModelerDialog.dlgs.remove(designer)
