"""QGIS's own Python, run as an isolated program, and the settings of its pip.

QGIS may have been started in a folder received from someone else. Nothing in that folder is run: the program starts in
an empty temporary folder, in Python's isolated mode and without the ``PYTHON…`` and ``PIP_…`` variables.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Callable

from qgis.PyQt.QtCore import QProcess, QProcessEnvironment

from ..core.errors import Cancelled, InstallError
from ..core.feedback import Feedback, check_cancelled
from ..core.messages import Message

PYPI = "https://pypi.org/simple"
_POLL_MS = 100
# In pip's order of precedence: the last one overrides the others.
_PIP_SECTIONS = ("global", "install", ":env:")


@dataclass(frozen=True)
class PipSettings:
    """Index that pip downloads from, and the proxy and the certificate files used to reach it."""

    index: str = PYPI
    proxy: str = ""
    certificates: str = ""
    client_certificate: str = ""


@dataclass(frozen=True)
class IsolatedPython:
    """A Python program that imports from its own library only.

    path  the program
    home  folder of its library, for a program that does not find it by itself (Python's isolated mode ignores
          PYTHONHOME, so that one runs in an empty folder with a cleaned environment instead); "" for all others
    """

    path: str
    home: str = ""

    @property
    def options(self) -> tuple[str, ...]:
        if not self.home:
            return ("-I", "-B")
        return ("-s", "-P", "-B") if sys.version_info >= (3, 11) else ("-s", "-B")

    def run(
        self,
        feedback: Feedback,
        *arguments: str,
        files: Mapping[str, str] | None = None,
        settings: PipSettings | None = None,
        keeps_pip: bool = False,
        heard: Callable[[str], None] | None = None,
        given: bytes = b"",
    ) -> tuple[int, list[str]]:
        """Run the program to its end, without a shell, and return its exit code and its lines of output.

        files      texts by name, placed in the program's current folder, which is otherwise empty
        settings   settings whose proxy and certificates are used
        keeps_pip  keep pip's configuration and variables in force, to read them
        heard      called with each line as soon as it is read
        given      the program's standard input

        Raises Cancelled after ending the program, and InstallError if it cannot be started. Neither leaves a file.
        """
        folder = Path(tempfile.mkdtemp(prefix="syria-control-"))
        try:
            for name, text in (files or {}).items():
                (folder / name).write_text(text, encoding="utf-8")
            environment = isolated_environment(os.environ, _made(folder / "temporary"), self.home, settings, keeps_pip)
            return self._run(feedback, [*self.options, "-X", "utf8", *arguments], folder, environment, heard, given)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _run(self, feedback, arguments, folder, environment, heard, given) -> tuple[int, list[str]]:
        process = QProcess()
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        process.setWorkingDirectory(str(folder))
        variables = QProcessEnvironment()
        for name, value in environment.items():
            variables.insert(name, value)
        process.setProcessEnvironment(variables)
        process.start(self.path, arguments)
        if not process.waitForStarted():
            raise InstallError(Message("{} cannot be started: {}", self.path, process.errorString()))
        process.write(given)
        process.closeWriteChannel()
        lines: list[str] = []
        for line in _lines_of(process, feedback):
            lines.append(line)
            if heard is not None:
                heard(line)
        is_whole = process.exitStatus() == QProcess.ExitStatus.NormalExit
        return process.exitCode() if is_whole else -1, lines


def isolated_environment(
    environment: Mapping[str, str],
    temporary: Path,
    home: str = "",
    settings: PipSettings | None = None,
    keeps_pip: bool = False,
) -> dict[str, str]:
    """Return the variables without those by which Python and pip import, run or download something else."""
    dropped = ("PYTHON",) if keeps_pip else ("PYTHON", "PIP_")
    kept = {name: value for name, value in environment.items() if not name.upper().startswith(dropped)}
    kept.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary)))
    if not keeps_pip:
        kept["PIP_CONFIG_FILE"] = os.devnull  # disables the system-wide files too, which --isolated reads
    if home:
        kept["PYTHONHOME"] = home
    if settings is not None and settings.proxy:  # not an argument: other users can see those
        kept.update(dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), settings.proxy))
    return kept


def python_candidates(platform: str, executable: str, prefix: str, version: tuple[int, int]) -> list[PurePath]:
    """Return the paths at which QGIS's Python may be, the most likely first.

    platform    as ``sys.platform``
    executable  ``sys.executable``: on Windows that is qgis-bin.exe and on macOS the app, which must not be started. On
                Linux it is the first python3 on PATH, which need not be QGIS's, and is not used
    prefix      ``sys.exec_prefix``: the folder of Python within QGIS
    """
    if platform == "win32":
        near = PureWindowsPath(executable)
        return [
            folder / name for folder in (PureWindowsPath(prefix), near.parent) for name in ("python.exe", "python3.exe")
        ]
    near, names = PurePosixPath(executable), (f"python{version[0]}.{version[1]}", "python3")
    folders = [PurePosixPath(prefix) / "bin"]
    if platform == "darwin":
        app = near.parent.parent
        folders += [near.parent / "bin", near.parent, app / "Frameworks" / "bin", app / "Resources" / "python" / "bin"]
    return [folder / name for folder in folders for name in names]


def find_python(feedback: Feedback) -> IsolatedPython:
    """Return the program that is the same Python as the one running here. Raises InstallError if none is found."""
    version = "{}.{}".format(*sys.version_info[:2])
    tried = list(
        dict.fromkeys(map(str, python_candidates(sys.platform, sys.executable, sys.exec_prefix, sys.version_info[:2])))
    )
    for path in filter(os.path.isfile, tried):
        for python in (IsolatedPython(path), IsolatedPython(path, home=sys.base_prefix)):
            code, output = python.run(feedback, "-c", "import sys; print('{}.{}'.format(*sys.version_info))")
            if code == 0 and output[-1:] == [version]:
                return python
    raise InstallError(
        Message("The executable of QGIS's Python {} was not found. Paths checked: {}", version, "; ".join(tried))
    )


def configured_pip(python: IsolatedPython, feedback: Feedback) -> PipSettings:
    """Return the index, proxy and certificates of the user's pip configuration, in files and variables.

    Other options, such as further indexes, folders of wheels and trusted hosts, are not read. Raises InstallError if
    the Python has no pip.
    """
    code, output = python.run(feedback, "-m", "pip", "config", "list", keeps_pip=True)
    if code != 0:
        if python.run(feedback, "-m", "pip", "--version")[0] != 0:
            raise InstallError(_no_pip(python))
        output = []
    return parse_pip_config(output)


def parse_pip_config(lines: Iterable[str]) -> PipSettings:
    """Return the index, proxy and certificates in the output of ``pip config list``."""
    values: dict[str, dict[str, str]] = {section: {} for section in _PIP_SECTIONS}
    for line in lines:
        match = re.fullmatch(r"([a-z:]+)\.([a-z-]+)=(['\"].*['\"])", line)
        if match and match[1] in values:
            values[match[1]][match[2]] = ast.literal_eval(match[3])
    merged = {name: value for section in _PIP_SECTIONS for name, value in values[section].items() if value.strip()}
    index = merged.get("index-url", PYPI).strip()
    is_one_address = re.fullmatch(r"\S+", index) and index.rstrip("/") != PYPI
    return PipSettings(
        index=index if is_one_address else PYPI,
        proxy=merged.get("proxy", ""),
        certificates=merged.get("cert", ""),
        client_certificate=merged.get("client-cert", ""),
    )


def without_secrets(text: str) -> str:
    """Return the text with user names, passwords and queries of its addresses masked."""
    return re.sub(r"(://\S*)\?\S+", r"\1?****", re.sub(r"(?<=://)[^/\s]*@", "****@", text))


def _no_pip(python: IsolatedPython) -> Message:
    if sys.platform.startswith("linux"):
        advice = Message("Install pip (Debian and Ubuntu: sudo apt install python3-pip) and try again.")
    elif sys.platform == "win32":
        advice = Message("Install the package python3-pip with the OSGeo4W installer and try again.")
    else:
        advice = Message("Install pip (in a terminal: {}) and try again.", f'"{python.path}" -m ensurepip')
    return Message("Shapely cannot be installed: QGIS's Python, {}, has no pip. {}", python.path, advice)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def _lines_of(process: QProcess, feedback: Feedback) -> Iterator[str]:
    is_running = True
    while is_running:
        is_running = not process.waitForFinished(_POLL_MS) and process.state() != QProcess.ProcessState.NotRunning
        try:
            check_cancelled(feedback)
        except Cancelled:
            process.kill()
            process.waitForFinished()
            raise
        while process.canReadLine() or (not is_running and process.bytesAvailable()):
            text = bytes(process.readLine()).decode("utf-8", "replace").strip()
            if text:
                yield text
