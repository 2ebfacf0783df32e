"""What all tests in QGIS share."""

import gc

import pytest


@pytest.fixture(scope="session", autouse=True)
def nothing_outlives_qgis(qgis_app):
    """Layers and layouts that an exception's traceback keeps would be deleted after QGIS itself, which crashes."""
    yield
    gc.collect()
