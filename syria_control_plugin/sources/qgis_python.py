"""The Python that QGIS carries, as a program: for pip, which installs what fits it, and for readers apart from QGIS."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import PurePath, PurePosixPath, PureWindowsPath

from qgis.PyQt.QtCore import QProcess, QProcessEnvironment

from ..core.errors import Cancelled, InstallError
from ..core.told import Told
from .progress import Progress, check

_POLL_MS = 100


def python_candidates(platform: str, executable: str, prefix: str, version: tuple[int, int]) -> list[PurePath]:
    """Where QGIS's Python may lie, the likeliest first.

    platform    as ``sys.platform`` has it
    executable  ``sys.executable``: on Windows that is qgis-bin.exe and on macOS the app, which must not be started
    prefix      ``sys.exec_prefix``: the folder of Python within QGIS
    """
    if platform == "win32":
        near = PureWindowsPath(executable)
        return [
            folder / name for folder in (PureWindowsPath(prefix), near.parent) for name in ("python.exe", "python3.exe")
        ]
    near, names = PurePosixPath(executable), (f"python{version[0]}.{version[1]}", "python3")
    folders = [PurePosixPath(prefix) / "bin", near.parent / "bin", near.parent]
    if platform == "darwin":
        folders += [near.parent.parent / "Frameworks" / "bin", near.parent.parent / "Resources" / "python" / "bin"]
    own = [near] if near.name.startswith("python") else []
    return own + [folder / name for folder in folders for name in names]


def find_python(progress: Progress) -> str:
    """The path of the program that is the same Python as the one that runs here.

    Raises InstallError where there is none.
    """
    own = "{}.{}".format(*sys.version_info[:2])
    tried = list(
        dict.fromkeys(map(str, python_candidates(sys.platform, sys.executable, sys.exec_prefix, sys.version_info[:2])))
    )
    for path in filter(os.path.isfile, tried):
        code, said = run(progress, path, "-I", "-c", "import sys; print('{}.{}'.format(*sys.version_info))")
        if code == 0 and said[-1:] == [own]:
            return path
    raise InstallError(Told("QGIS's own Python {} was not found as a program. Looked for: {}", own, "; ".join(tried)))


def run(
    progress: Progress, program: str, *arguments: str, heard=None, given: bytes = b"", folder: str = ""
) -> tuple[int, list[str]]:
    """Runs a program to its end, without a shell; gives its exit code and all it said, line by line.

    heard   called with each line as it comes
    given   what it reads from its standard input
    folder  its working directory, "" for the one of this process

    Raises Cancelled, the program having been ended, and InstallError where it can't be started.
    """
    process = QProcess()
    process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYTHONIOENCODING", "utf-8")
    environment.insert("PIP_DISABLE_PIP_VERSION_CHECK", "1")
    process.setProcessEnvironment(environment)
    if folder:
        process.setWorkingDirectory(folder)
    process.start(program, list(arguments))
    if not process.waitForStarted():
        raise InstallError(Told("{} can't be started: {}", program, process.errorString()))
    process.write(given)
    process.closeWriteChannel()
    lines: list[str] = []
    for line in _lines_of(process, progress):
        lines.append(line)
        if heard is not None:
            heard(line)
    is_whole = process.exitStatus() == QProcess.ExitStatus.NormalExit
    return process.exitCode() if is_whole else -1, lines


def _lines_of(process: QProcess, progress: Progress) -> Iterator[str]:
    is_running = True
    while is_running:
        is_running = not process.waitForFinished(_POLL_MS) and process.state() != QProcess.ProcessState.NotRunning
        try:
            check(progress)
        except Cancelled:
            process.kill()
            process.waitForFinished()
            raise
        while process.canReadLine() or (not is_running and process.bytesAvailable()):
            text = bytes(process.readLine()).decode("utf-8", "replace").strip()
            if text:
                yield text
