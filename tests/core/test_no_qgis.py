"""That the core's tests could not use QGIS if they tried."""

import importlib

import pytest


@pytest.mark.parametrize("name", ["qgis", "qgis.core", "qgis.PyQt.QtCore", "osgeo.gdal", "processing"])
def test_qgis_is_out_of_reach(name):
    with pytest.raises(ImportError):
        importlib.import_module(name)
