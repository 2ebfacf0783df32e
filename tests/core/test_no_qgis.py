"""QGIS cannot be imported in the core's tests."""

import importlib

import pytest


@pytest.mark.parametrize("name", ["qgis", "qgis.core", "qgis.PyQt.QtCore", "osgeo.gdal", "processing"])
def test_qgis_cannot_be_imported(name):
    with pytest.raises(ImportError):
        importlib.import_module(name)
