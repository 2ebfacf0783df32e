"""Servers on 127.0.0.1 that record whatever a program asks for: HTTP in any form, proxied or not, and raw TCP."""

from __future__ import annotations

import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_WAIT_SECONDS = 2
ANSWER = b'{"type": "FeatureCollection", "features": []}'


class Listener:
    """A server that answers every request and keeps a line on each, with the body that came with it.

    ``environment`` and ``proxy`` lead programs here whatever host they ask for: a request to any host, by HTTP, HTTPS
    or FTP, arrives as a line of the log, without a look-up of the host's name.
    """

    def __init__(self):
        self.lines: list[str] = []
        self._lock = threading.Lock()
        self._http = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self.record))
        self._http.daemon_threads = True
        self._raw = socket.create_server(("127.0.0.1", 0))
        self._raw.settimeout(0.2)
        self._is_open = True
        self._threads = [
            threading.Thread(target=self._http.serve_forever, args=(0.05,), daemon=True),
            threading.Thread(target=self._accept, daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    @property
    def port(self) -> int:
        return self._http.server_address[1]

    @property
    def raw_port(self) -> int:
        """Port for protocols other than HTTP, such as that of a database."""
        return self._raw.getsockname()[1]

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}/{path}"

    def environment(self) -> dict[str, str]:
        """Variables by which cURL, and so GDAL, and Python send all requests here."""
        proxy = f"http://127.0.0.1:{self.port}"
        names = ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy")
        return {"no_proxy": "", **dict.fromkeys(names, proxy), **dict.fromkeys(map(str.upper, names), proxy)}

    def record(self, line: str) -> None:
        with self._lock:
            self.lines.append(line)

    def taken(self) -> list[str]:
        """The lines since the last call."""
        with self._lock:
            lines, self.lines = self.lines, []
        return lines

    def close(self) -> None:
        self._is_open = False
        self._http.shutdown()
        self._http.server_close()
        for thread in self._threads:
            thread.join(_WAIT_SECONDS)
        self._raw.close()

    def _accept(self) -> None:
        while self._is_open:
            try:
                connection, _ = self._raw.accept()
            except OSError:
                continue
            with connection:
                connection.settimeout(_WAIT_SECONDS)
                try:
                    self.record(f"TCP {connection.recv(200)!r}")
                except OSError as error:
                    self.record(f"TCP connection, {error}")


def _handler(record) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            size = int(self.headers.get("Content-Length") or 0)
            record(f"{self.requestline} {self.rfile.read(size)[:500]!r}" if size else self.requestline)
            self.send_response(200)
            self.send_header("Content-Length", str(len(ANSWER)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(ANSWER)

        do_POST = do_PUT = do_HEAD = do_DELETE = do_OPTIONS = do_PROPFIND = do_GET

        def do_CONNECT(self):
            record(self.requestline)
            self.send_error(403)

        def log_message(self, *_):
            """Keep quiet: the record is the log."""

    return Handler
