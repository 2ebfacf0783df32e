"""Small cases and the sample case, made once for all tests of mapping, and a way to render them."""

import json

import pytest
import shapely
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor

from syria_control_plugin.mapping.layers.styles import style_case
from syria_control_plugin.sources.files.inputs import list_inputs
from syria_control_plugin.sources.maps.importing import import_maps
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.sample import build_sample


class Maps:
    """Cases made of boxes, rendered and asked what they show."""

    @staticmethod
    def case(folder, rows, theme="", name="case"):
        """A case of control maps; rows: (faction, date, box as (west, south, east, north))."""
        features = [
            {
                "type": "Feature",
                "properties": {"faction": faction, "date": date},
                "geometry": json.loads(shapely.to_geojson(shapely.box(*box))),
            }
            for faction, date, box in rows
        ]
        given = folder / f"{name}.geojson"
        given.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
        path = str(folder / f"{name}.gpkg")
        import_maps(path, list_inputs([str(given)])[0], ImportOptions(theme=theme), finish=style_case)
        return path

    @staticmethod
    def picture(layers, extent, size, time=None):
        """A QImage of lon/lat without antialiasing on white; time: the temporal range drawn."""
        settings = QgsMapSettings()
        settings.setLayers(layers)
        settings.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
        settings.setExtent(QgsRectangle(*extent))
        settings.setOutputSize(QSize(*size))
        settings.setBackgroundColor(QColor("#ffffff"))
        settings.setFlag(Qgis.MapSettingsFlag.Antialiasing, False)
        if time is not None:
            settings.setIsTemporal(True)
            settings.setTemporalRange(time)
        job = QgsMapRendererSequentialJob(settings)
        job.start()
        job.waitForFinished()
        assert not job.errors(), [error.message for error in job.errors()]
        return job.renderedImage()

    @staticmethod
    def shown(layer, time):
        """Features that the layer's temporal properties let through, by the filter that QGIS renders with."""
        context = QgsVectorLayerTemporalContext()
        context.setLayer(layer)
        words = layer.temporalProperties().createFilterString(context, time)
        assert words, "the layer does not follow time"
        return list(layer.getFeatures(QgsFeatureRequest().setFilterExpression(words)))


@pytest.fixture(scope="session")
def maps(qgis_app):
    return Maps


@pytest.fixture(scope="session")
def sample_path(qgis_app, tmp_path_factory):
    path = str(tmp_path_factory.mktemp("sample") / "sample.gpkg")
    build_sample(path, finish=style_case)
    return path
