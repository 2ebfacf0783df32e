"""What all tests in QGIS share."""

import gc
import subprocess
import sys
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from osgeo import gdal, ogr, osr

from syria_control_plugin.sources.qgis_python import PYPI


@pytest.fixture(scope="session", autouse=True)
def nothing_outlives_qgis(qgis_app):
    """Layers and layouts that an exception's traceback keeps would be deleted after QGIS itself, which crashes."""
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def gdal_without_exceptions():
    """GDAL's exceptions are off, as in QGIS until Processing turns them on; the fixture gdal_exceptions does so too."""
    turned_off = []
    while on := [module for module in (gdal, ogr, osr) if module.GetUseExceptions()]:
        before = len(turned_off)
        for module in on:
            with suppress(RuntimeError):  # only the last that was turned on can be turned off
                module.DontUseExceptions()
                turned_off.append(module)
        if len(turned_off) == before:
            break
    yield
    for module in reversed(turned_off):
        module.UseExceptions()


@pytest.fixture
def pypi():
    """Skips the test on a computer that pip can't reach the Python Package Index from."""
    command = [sys.executable, "-m", "pip", "index", "versions", "shapely", "--isolated", "--index-url", PYPI,
               "--retries", "0", "--timeout", "15"]  # fmt: skip
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        pytest.skip(f"pip can't reach {PYPI}: {result.stderr.strip().splitlines()[-1:]}")


class LoggingServer(ThreadingHTTPServer):
    """Answers every request on 127.0.0.1 with a small picture, and keeps what it was asked for."""

    def __init__(self):
        requests: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                requests.append(f"{self.command} {self.path}")
                self.send_response(200)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>')

            do_HEAD = do_POST = do_PUT = do_CONNECT = do_OPTIONS = do_GET

            def log_message(self, *_):
                """Keeps the log of requests out of the test's output."""

        super().__init__(("127.0.0.1", 0), Handler)
        self.requests = requests
        self.url = f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def server():
    """A web server that keeps what it is asked for."""
    made = LoggingServer()
    thread = threading.Thread(target=made.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()
    thread.join()
