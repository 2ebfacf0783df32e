"""Writes the models that the plugin ships: resources/models/NAME.model3.

Run it after a change here, or of a parameter that a model sets (a test fails otherwise). Its output is kept with the
sources, because analysts open and change the models in QGIS's model designer.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), "/usr/share/qgis/python/plugins"]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["QT_HASH_SEED"] = "0"  # XML attributes in the same order every time

from qgis.analysis import QgsNativeAlgorithms  # noqa: E402
from qgis.core import (  # noqa: E402
    Qgis,
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildDependency,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtCore import QPointF  # noqa: E402

OUT = ROOT / "syria_control_plugin" / "resources" / "models"
GROUP = "Models"
SOURCE = QgsProcessingModelChildParameterSource
STEP_X, STEP_Y = 320.0, 130.0  # between the boxes in the designer
FIRST = QPointF(200.0, 100.0)


def maps_to_atlas() -> QgsProcessingModelAlgorithm:
    """Return the model: folder of dated maps → case, and an atlas with one page per date."""
    model = started(
        "mapstoatlas",
        "Imports a folder of dated control maps into a case and prints an atlas with one page per date.\n\n"
        "Edit a copy of this model in the model designer to change the import settings, to print another kind of "
        "layout, or to export an animation afterwards.",
        case="Choose a new or existing GeoPackage for the case.",
        atlas="A PDF contains one page per date; .svg and .png are written as one file per page.",
    )
    add_inputs(
        model,
        (
            QgsProcessingParameterFile("maps", "Folder of control maps", Qgis.ProcessingFileParameterBehavior.Folder),
            "Choose a folder of files in any format that GDAL reads, with dates in their names or fields.",
        ),
        (
            text("faction", "Faction that holds all of the territory"),
            "Enter an id, a name, or any spelling used in data sets. If empty, the faction is detected from the maps.",
        ),
        (text("faction_field", "Faction field"), "If empty, the field is detected by name."),
        (
            text("theme", "Theme"),
            "Enter the id of a shipped theme, or the path of a theme's JSON file. If empty, the default theme is used.",
        ),
        (text("title", "Title of the atlas"), "If empty, the title of the case is used."),
    )
    importing = child("syriacontrol:importcontrolseries", "import", "Import the maps", 0)
    set_from(importing, PATHS="maps", FACTION="faction", FACTION_FIELD="faction_field", THEME="theme")
    give(importing, OUTPUT="Case")
    model.addChildAlgorithm(importing)
    printing = child("syriacontrol:controllayout", "print", "Print the atlas", 1)
    set_from(printing, TITLE="title")
    printing.addParameterSources("CASE", [SOURCE.fromChildOutput("import", "OUTPUT")])
    set_to(printing, KIND="atlas", ADD_LAYOUT=False)
    give(printing, OUTPUT="Atlas")
    model.addChildAlgorithm(printing)
    return model


def case_to_corridor_report() -> QgsProcessingModelAlgorithm:
    """Return the model: case → its corridors, stored in it and on a page, and one evidence sheet for each."""
    model = started(
        "casetocorridorreport",
        "Searches a case for corridors, stores them in the case, and writes a report with one sentence for each "
        "corridor. If corridors are found, a PDF is written with one evidence sheet per corridor (map, facts, verdict, "
        "matched events, sources, uncertainties).\n\n"
        "The search uses the movements and clash events that were imported into the case.",
        report="The report contains the settings, one sentence for each corridor, and what was left out.",
        evidence_sheets="The evidence sheets are written as a PDF, and only if a corridor is found.",
    )
    number = Qgis.ProcessingNumberParameterType
    add_inputs(
        model,
        (
            QgsProcessingParameterFile("case", "Case", Qgis.ProcessingFileParameterBehavior.File, "gpkg"),
            "Choose the case to search. The corridors are stored in it.",
        ),
        (
            QgsProcessingParameterNumber("distance_km", "Clash distance (km)", number.Double, 5.0, False, 0.0),
            "Events between the two sides at a greater distance are not counted.",
        ),
        (
            QgsProcessingParameterNumber("days", "Clash window (days)", number.Integer, 1, False, 0),
            "The window extends before and after the passage.",
        ),
    )
    search = child("syriacontrol:casecorridors", "search", "Search for corridors", 0)
    set_from(search, CASE="case", DISTANCE_KM="distance_km", DAYS="days")
    give(search, REPORT="Report")
    model.addChildAlgorithm(search)
    condition = child("native:condition", "any", "Any corridors?", 1)
    condition.setConfiguration({"conditions": [{"name": "found", "expression": "@Search_for_corridors_COUNT > 0"}]})
    condition.setDependencies([QgsProcessingModelChildDependency("search")])
    model.addChildAlgorithm(condition)
    printing = child("syriacontrol:controllayout", "print", "Print evidence sheets", 2)
    set_from(printing, CASE="case")
    set_to(printing, KIND="evidence", ADD_LAYOUT=False)
    give(printing, OUTPUT="Evidence sheets")
    printing.setDependencies([QgsProcessingModelChildDependency("any", "found")])
    model.addChildAlgorithm(printing)
    return model


def started(name: str, help: str, **outputs: str) -> QgsProcessingModelAlgorithm:
    """Return a model without inputs and steps; ``outputs``: name → help text."""
    model = QgsProcessingModelAlgorithm(name, GROUP)
    model.initAlgorithm()
    model.setHelpContent({"ALG_DESC": help, **outputs})
    return model


def text(name: str, title: str) -> QgsProcessingParameterString:
    """Return an optional text parameter."""
    return QgsProcessingParameterString(name, title, "", False, True)


def add_inputs(model: QgsProcessingModelAlgorithm, *inputs: tuple) -> None:
    """Add the inputs of the model, (parameter, help text), in order. A model stores the help texts separately."""
    model.setHelpContent({**model.helpContent(), **{parameter.name(): help for parameter, help in inputs}})
    for number, (parameter, _) in enumerate(inputs):
        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(FIRST + QPointF(STEP_X * number, 0))
        model.addModelParameter(parameter, component)
    model.setParameterOrder([parameter.name() for parameter, _ in inputs])


def child(algorithm: str, name: str, title: str, number: int) -> QgsProcessingModelChildAlgorithm:
    """Return step ``number`` (from 0) of a model."""
    step = QgsProcessingModelChildAlgorithm(algorithm)
    step.setChildId(name)
    step.setDescription(title)
    step.setPosition(FIRST + QPointF(STEP_X * number, STEP_Y * (number + 1)))
    return step


def set_from(step: QgsProcessingModelChildAlgorithm, **inputs: str) -> None:
    """Set parameters of a child from inputs of the model: parameter → input."""
    for parameter, name in inputs.items():
        step.addParameterSources(parameter, [SOURCE.fromModelParameter(name)])


def set_to(step: QgsProcessingModelChildAlgorithm, **values) -> None:
    """Set parameters of a child to fixed values."""
    for parameter, value in values.items():
        step.addParameterSources(parameter, [SOURCE.fromStaticValue(value)])


def give(step: QgsProcessingModelChildAlgorithm, **outputs: str) -> None:
    """Make outputs of a child outputs of the model: output → name in the model."""
    results = {}
    for output, name in outputs.items():
        result = QgsProcessingModelOutput(name, name)
        result.setChildId(step.childId())
        result.setChildOutputName(output)
        result.setMandatory(True)
        result.setPosition(step.position() + QPointF(STEP_X, STEP_Y / 2))
        results[name] = result
    step.setModelOutputs(results)


def models() -> list[QgsProcessingModelAlgorithm]:
    """Return all models; the algorithms in them must be registered. Exits if a model is not valid."""
    made = [maps_to_atlas(), case_to_corridor_report()]
    for model in made:
        model.updateDestinationParameters()
        fits, problems = model.validate()
        if not fits:
            raise SystemExit(f"{model.name()}: {problems}")
    return made


def main() -> None:
    """Write all models, and print their paths and parameters."""
    application = QgsApplication([], False)
    application.initQgis()
    registry = QgsApplication.processingRegistry()
    from syria_control_plugin.algorithms.provider import SyriaControlProvider

    registry.addProvider(QgsNativeAlgorithms(registry))
    registry.addProvider(SyriaControlProvider())
    OUT.mkdir(exist_ok=True)
    for model in models():
        path = OUT / f"{model.name()}.model3"
        if not model.toFile(str(path)):
            raise SystemExit(f"{path} cannot be written.")
        print(path, [each.name() for each in model.parameterDefinitions()])


if __name__ == "__main__":
    main()
