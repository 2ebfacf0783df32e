"""The algorithms as steps of a model, as the Model Designer links them."""

import pytest
from qgis.core import (
    Qgis,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProject,
)

SOURCE = QgsProcessingModelChildParameterSource


def chain(link, input_parameter):
    """importcontrolseries → territoriesondate, linked by an output of the first."""
    model = QgsProcessingModelAlgorithm("control on a date", "Tests")
    model.initAlgorithm()
    moment = Qgis.ProcessingDateTimeParameterDataType.DateTime
    for parameter in (input_parameter, QgsProcessingParameterDateTime("date", "Date", moment),
                      QgsProcessingParameterFileDestination("case", "Case", "GeoPackage (*.gpkg)")):  # fmt: skip
        model.addModelParameter(parameter, QgsProcessingModelParameter(parameter.name()))
    importing = QgsProcessingModelChildAlgorithm("syriacontrol:importcontrolseries")
    importing.setChildId("import")
    importing.addParameterSources("INPUT", [SOURCE.fromModelParameter("maps")])
    importing.addParameterSources("OUTPUT", [SOURCE.fromModelParameter("case")])
    model.addChildAlgorithm(importing)
    snapshot = QgsProcessingModelChildAlgorithm("syriacontrol:territoriesondate")
    snapshot.setChildId("snapshot")
    snapshot.addParameterSources("INPUT", [SOURCE.fromChildOutput("import", link)])
    snapshot.addParameterSources("DATE", [SOURCE.fromModelParameter("date")])
    result = QgsProcessingModelOutput("territories")
    result.setChildId("snapshot")
    result.setChildOutputName("OUTPUT")
    snapshot.setModelOutputs({"territories": result})
    model.addChildAlgorithm(snapshot)
    model.updateDestinationParameters()
    return model


def folder_parameter():
    return QgsProcessingParameterFile("maps", "Maps", Qgis.ProcessingFileParameterBehavior.Folder)


def layers_parameter():
    return QgsProcessingParameterMultipleLayers("maps", "Maps", Qgis.ProcessingSourceType.VectorAnyGeometry)


@pytest.mark.parametrize("link", ["LAYER", "OUTPUT"])
@pytest.mark.parametrize("kind", [folder_parameter, layers_parameter])
def test_import_then_snapshot(kit, link, kind):
    model = chain(link, kind())
    assert model.validate() == (True, [])
    folder = kit.maps_folder()
    given = str(folder) if kind is folder_parameter else [str(path) for path in folder.iterdir()]
    (output,) = [each.name() for each in model.destinationParameterDefinitions() if each.name() != "case"]
    parameters = {"maps": given, "date": "2017-10-09", "case": str(kit.folder / "case.gpkg"), output: "memory:"}
    context = kit_context(kit)
    copy = model.create()
    fits, message = copy.checkParameterValues(parameters, context)
    assert fits, message
    results, ok = copy.run(parameters, context, kit.feedback, {}, False)
    assert ok
    kit.context = context
    assert kit.values(kit.output(results, output), "faction", "valid_from") == [
        ("GOV", "2017-10-08T00:00:00"), ("OPP", "2017-10-09T00:00:00"),
    ]  # fmt: skip


def kit_context(kit):
    from qgis.core import QgsProcessingContext

    kit.feedback = kit.Log()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    context.setFeedback(kit.feedback)
    return context


def test_designer_offers_the_layer_as_an_input(kit):
    model = chain("LAYER", folder_parameter())
    offered = model.availableSourcesForChild(
        "snapshot", [QgsProcessingParameterFeatureSource.typeName()], [QgsProcessingOutputVectorLayer.typeName()]
    )
    assert ("import", "LAYER") in [(each.outputChildId(), each.outputName()) for each in offered]


def test_model_survives_saving(kit):
    path = str(kit.folder / "chain.model3")
    assert chain("LAYER", folder_parameter()).toFile(path)
    loaded = QgsProcessingModelAlgorithm()
    assert loaded.fromFile(path)
    assert loaded.validate() == (True, [])
    assert set(loaded.childAlgorithms()) == {"import", "snapshot"}
