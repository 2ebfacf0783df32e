"""Small control maps, and the provider's algorithms run as Processing runs them."""

import json

import pytest
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from syria_control_plugin.algorithms.provider import SyriaControlProvider

LONLAT = QgsCoordinateReferenceSystem("EPSG:4326")


class Log(QgsProcessingFeedback):
    """A feedback that keeps what it is told, and is cancelled at a step of its progress (None: never)."""

    def __init__(self, cancel_at=None):
        super().__init__(False)
        self.cancel_at, self.steps = cancel_at, []
        self.infos, self.warnings, self.errors = [], [], []

    def setProgress(self, percent):
        self.steps.append(percent)
        if self.cancel_at is not None and len(self.steps) > self.cancel_at:
            self.cancel()
        super().setProgress(percent)

    def pushInfo(self, text):
        self.infos.append(text)

    def pushWarning(self, text):
        self.warnings.append(text)

    def reportError(self, text, fatalError=False):  # noqa: N803 - QGIS gives it by this name
        self.errors.append(text)
        super().reportError(text, fatalError)


class Kit:
    """Makes inputs and runs algorithms; ``context`` is that of the last run."""

    Log = Log

    def __init__(self, folder):
        self.folder = folder
        self.context = self.feedback = None

    @staticmethod
    def square(x, y, size=0.1):
        """WKT of a square, its lower left corner at a tenth of a degree east of 37 and north of 35: (0, 0) is there."""
        west, south = 37 + x / 10, 35 + y / 10
        east, north = west + size, south + size
        return f"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"

    @staticmethod
    def layer(name, rows, kind="MultiPolygon", crs="EPSG:4326", fields=("faction", "date")):
        """A memory layer; rows: (value of each field…, WKT in lon/lat or None). A field may be "name:type"."""
        given = "".join(f"&field={each if ':' in each else each + ':string'}" for each in fields)
        layer = QgsVectorLayer(f"{kind}?{f'crs={crs}' if kind != 'None' else ''}{given}", name, "memory")
        assert layer.isValid()
        to_crs = QgsCoordinateTransform(LONLAT, layer.crs(), QgsProject.instance().transformContext())
        for *values, wkt in rows:
            feature = QgsFeature(layer.fields())
            feature.setAttributes(values)
            if wkt is not None:
                geometry = QgsGeometry.fromWkt(wkt)
                if kind != "None" and crs != "EPSG:4326":
                    geometry.transform(to_crs)
                feature.setGeometry(geometry)
            assert layer.dataProvider().addFeature(feature)
        layer.updateExtents()
        return layer

    def saved(self, layer, name, driver="GPKG"):
        """The layer written to a file; its path."""
        path = str(self.folder / name)
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName = driver, layer.name()
        problem = QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, layer.transformContext(), options)
        assert problem[0] == QgsVectorFileWriter.WriterError.NoError, problem
        return path

    def geojson(self, path, rows, **members):
        """A GeoJSON file; rows: (properties, WKT)."""
        features = [
            {"type": "Feature", "properties": values, "geometry": json.loads(QgsGeometry.fromWkt(wkt).asJson())}
            for values, wkt in rows
        ]
        path = self.folder / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps({"type": "FeatureCollection", **members, "features": features}), encoding="utf-8")
        return path

    def maps_folder(self, name="maps"):
        """Three daily files: GOV keeps the east; OPP holds the west, then half of it, then none (and IS all of it)."""
        east, west, half = self.square(1, 0), self.square(0, 0), self.square(0, 0, 0.05)
        days = {8: [("OPP", west)], 9: [("OPP", half)], 10: [("IS", west)]}
        for day, rows in days.items():
            rows = [({"faction": who}, wkt) for who, wkt in [("GOV", east), *rows]]
            self.geojson(f"{name}/control_2017-10-{day:02d}.geojson", rows)
        return self.folder / name

    def run(self, name, parameters, feedback=None, project=None, context=None):
        """Results of an algorithm, its parameters checked first as Processing does; what it fails with is raised."""
        self.feedback = feedback or Log()
        self.context = context or QgsProcessingContext()
        if context is None:
            self.context.setProject(project or QgsProject.instance())
        self.context.setFeedback(self.feedback)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"syriacontrol:{name}")
        fits, message = algorithm.checkParameterValues(parameters, self.context)
        if not fits:
            raise QgsProcessingException(message)
        results, ok = algorithm.run(parameters, self.context, self.feedback, {}, False)
        if not ok:  # QGIS tells what was raised before it ran
            raise QgsProcessingException("\n".join(self.feedback.errors))
        return results

    def output(self, results, name="OUTPUT"):
        """The layer of a sink, from memory or file."""
        layer = self.context.getMapLayer(results[name]) or QgsVectorLayer(results[name], name, "ogr")
        assert layer.isValid()
        return layer

    @staticmethod
    def values(layer, *fields):
        """Sorted tuples of these fields, NULL as None, date-times as ISO text."""

        def plain(value):
            if hasattr(value, "toUTC"):
                return None if value.isNull() else value.toString("yyyy-MM-ddTHH:mm:ss")
            return None if value is None or (hasattr(value, "isNull") and value.isNull()) else value

        rows = [tuple(plain(feature[name]) for name in fields) for feature in layer.getFeatures()]
        return sorted(rows, key=str)


@pytest.fixture(scope="module")  # not longer: the tests of gui load the plugin, which brings its own
def provider(qgis_app):
    registry = QgsApplication.processingRegistry()
    made = SyriaControlProvider()
    assert registry.addProvider(made)
    yield made
    registry.removeProvider("syriacontrol")


@pytest.fixture
def kit(provider, tmp_path):
    QgsProject.instance().clear()
    made = Kit(tmp_path)
    yield made
    made.context = made.feedback = None  # a context that outlives QGIS crashes it with the layers that it owns
    QgsProject.instance().clear()
