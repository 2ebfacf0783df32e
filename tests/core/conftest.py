"""The core's tests run where there is no QGIS; where there is one, it is out of their reach."""

import sys

import pytest

QGIS = ("qgis", "osgeo", "PyQt5", "PyQt6", "processing")


@pytest.fixture(scope="module", autouse=True)
def no_qgis_to_import():
    """Whatever imports QGIS, GDAL or Qt, loaded or not, gets an ImportError, as on a machine that has none of them."""
    loaded = {name: module for name, module in sys.modules.items() if name.split(".")[0] in QGIS}
    hidden = dict.fromkeys([*QGIS, *loaded])
    sys.modules.update(hidden)
    yield
    for name in hidden:
        del sys.modules[name]
    sys.modules.update(loaded)
