"""What all tests in QGIS share."""

import gc
import http.server
import threading

import pytest


@pytest.fixture(scope="session", autouse=True)
def nothing_outlives_qgis(qgis_app):
    """Layers and layouts that an exception's traceback keeps would be deleted after QGIS itself, which crashes."""
    yield
    gc.collect()


class LogServer(http.server.ThreadingHTTPServer):
    """A server on 127.0.0.1 that notes what it is asked for; ``url`` ends with a slash."""

    daemon_threads = True

    def __init__(self):
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), _Handler)
        self.url = f"http://127.0.0.1:{self.server_port}/"


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>')

    do_HEAD = do_POST = do_GET

    def log_message(self, *_):
        """Is quiet."""


@pytest.fixture
def log_server():
    server = LogServer()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
