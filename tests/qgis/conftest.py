"""What all tests in QGIS share."""

import gc
import subprocess
import sys

import pytest

from syria_control_plugin.qgis_python import PYPI


@pytest.fixture(scope="session", autouse=True)
def nothing_outlives_qgis(qgis_app):
    """Layers and layouts that an exception's traceback keeps would be deleted after QGIS itself, which crashes."""
    yield
    gc.collect()


@pytest.fixture
def pypi():
    """Skips the test on a computer that pip can't reach the Python Package Index from."""
    command = [sys.executable, "-m", "pip", "index", "versions", "shapely", "--isolated", "--index-url", PYPI,
               "--retries", "0", "--timeout", "15"]  # fmt: skip
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        pytest.skip(f"pip can't reach {PYPI}: {result.stderr.strip().splitlines()[-1:]}")
