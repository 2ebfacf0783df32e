"""For all tests. Imports no qgis: tests/core runs where there is none."""

import os

from hypothesis import settings

# For processes that tests start; pytest-qgis itself has started QGIS by now, on make's word.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A busy machine is no reason to fail.
settings.register_profile("default", deadline=None)
settings.load_profile("default")
