"""The words that an analyst would type into the toolbox, and what it then has to offer."""

import pytest
from qgis.core import QgsApplication
from qgis.gui import QgsProcessingToolboxProxyModel
from qgis.PyQt.QtCore import QModelIndex

WORDS = {
    "frontline": {"frontlines", "controlchanges"},
    "front line": {"frontlines"},
    "front": {"frontlines"},
    "border": {"frontlines"},
    "frontline change": {"frontlines", "controlchanges"},
    "territory": {"territoriesondate", "importcontrolseries", "controlchanges", "areaovertime"},
    "territorial": {"importcontrolseries"},
    "area of control": {"areaovertime", "territoriesondate", "territoriesfromreports"},
    "who held what": {"territoriesondate"},
    "snapshot": {"territoriesondate"},
    "before after": {"controlchanges", "changematrix", "controllayout"},
    "compare": {"controlchanges", "changematrix"},
    "gain loss": {"controlchanges", "changematrix"},
    "captured": {"controlchanges"},
    "recaptured": {"retakenground"},
    "liberated": {"retakenground"},
    "siege": {"pockets"},
    "besieged": {"pockets"},
    "encircle": {"pockets"},
    "enclave": {"pockets"},
    "crossing": {"detectcorridors", "infercorridors", "casecorridors"},
    "corridor": {"detectcorridors", "infercorridors", "casecorridors", "casetocorridorreport", "importmovements"},
    "corridor report": {"casecorridors", "casetocorridorreport"},
    "evidence": {"casecorridors", "detectcorridors", "controllayout", "casetocorridorreport"},
    "acled": {"importevents", "detectcorridors"},
    "ACLED": {"importevents"},
    "ucdp": {"importevents"},
    "clash": {"importevents", "detectcorridors"},
    "gps": {"importmovements"},
    "gpx": {"importmovements"},
    "convoy": {"importmovements", "detectcorridors"},
    "track": {"importmovements", "detectcorridors"},
    "import": {"importcontrolseries", "importevents", "importmovements", "mapstoatlas"},
    "kml": {"importcontrolseries"},
    "folder": {"importcontrolseries", "mapstoatlas"},
    "voronoi": {"territoriesfromreports"},
    "settlement": {"territoriesfromreports"},
    "chart": {"areaovertime"},
    "graph": {"areaovertime"},
    "statistics": {"areaovertime"},
    "csv": {"areaovertime", "changematrix", "importevents"},
    "overlap": {"checkseries"},
    "topology": {"checkseries"},
    "atlas": {"controllayout", "mapstoatlas"},
    "pdf": {"controllayout", "mapstoatlas"},
    "print": {"controllayout", "mapstoatlas"},
    "layout": {"controllayout"},
    "side by side": {"controllayout"},
    "animation": {"exportanimation"},
    "GIF": {"exportanimation"},
    "video": {"exportanimation"},
    "movie": {"exportanimation"},
    "time lapse": {"exportanimation"},
    "timelapse": {"exportanimation"},
    "model": {"mapstoatlas", "casetocorridorreport"},
    "Syria Control": {"importcontrolseries", "mapstoatlas"},
}


@pytest.fixture(scope="module")
def toolbox(provider):
    """The toolbox's own model behind its search box."""
    return QgsProcessingToolboxProxyModel(None, QgsApplication.processingRegistry())


def offered(toolbox, text):
    """Names of the plugin's algorithms that the toolbox shows for a text."""
    toolbox.setFilterString(text)
    names, waiting = set(), [QModelIndex()]
    while waiting:
        parent = waiting.pop()
        for row in range(toolbox.rowCount(parent)):
            index = toolbox.index(row, 0, parent)
            waiting.append(index)
            algorithm = toolbox.toolboxModel().algorithmForIndex(toolbox.mapToSource(index))
            if algorithm is not None and algorithm.provider().id() == "syriacontrol":
                names.add(algorithm.name())
    return names


@pytest.mark.parametrize("text", WORDS)
def test_found_by(toolbox, text):
    assert WORDS[text] <= offered(toolbox, text)


def test_every_algorithm_is_found_by_some_of_these_words(provider):
    assert {each.name() for each in provider.algorithms()} == set().union(*WORDS.values())


def test_other_words_find_nothing(toolbox):
    """So that the test above can fail."""
    assert offered(toolbox, "hydrology") == set()
    assert offered(toolbox, "corridor hydrology") == set()


def test_groups_are_few_and_say_what_for(provider):
    assert {each.group() for each in provider.algorithms()} == {"Import", "Analysis", "Corridors", "Output", "Models"}
