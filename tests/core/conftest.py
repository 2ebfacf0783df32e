"""Tests of the core. They run without QGIS; an installed QGIS is not importable here."""

import sys

import pytest

QGIS = ("qgis", "osgeo", "PyQt5", "PyQt6", "processing")


@pytest.fixture(scope="module", autouse=True)
def no_qgis_to_import():
    """Raise ImportError for any import of QGIS, GDAL or Qt, even if loaded, as on a machine without them."""
    loaded = {name: module for name, module in sys.modules.items() if name.split(".")[0] in QGIS}
    hidden = dict.fromkeys([*QGIS, *loaded])
    sys.modules.update(hidden)
    yield
    for name in hidden:
        del sys.modules[name]
    sys.modules.update(loaded)
