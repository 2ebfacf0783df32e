"""Shapely in the user's QGIS profile, for a QGIS that has none or one that is too old.

It is in a folder of its own that is on no search path: only ``use_installed`` loads it, and only if QGIS's own Shapely
does not suffice. So a later QGIS that has Shapely 2 uses that, and other plugins import what they imported before.

One exact release is installed, and only a file whose SHA-256 hash is shipped with the plugin, whatever the index.
"""

from __future__ import annotations

import contextlib
import importlib.util
import re
import shlex
import shutil
import sys
from dataclasses import dataclass
from importlib.machinery import PathFinder
from pathlib import Path

from qgis.core import QgsApplication

from .core.errors import InstallError
from .core.feedback import NO_FEEDBACK, Feedback, report_progress
from .requirements import Release, fitting_release, shapely_problem
from .sources.qgis_python import PYPI, IsolatedPython, PipSettings, configured_pip, find_python, without_secrets
from .translation import tr

PACKAGE = "shapely"
# Progress in percent at the lines that pip prints.
_STAGES = {"Collecting": 10, "Downloading": 30, "Installing": 80, "Successfully": 90}
_TRIAL = "import sys; sys.path.insert(0, sys.argv[1]); import shapely; print(shapely.__version__)"
_MISMATCH = "DO NOT MATCH THE HASHES"  # pip's words
_REQUIREMENTS = "requirements.txt"


@dataclass(frozen=True)
class InstallPlan:
    """What is known before the user is asked: release, folder, QGIS's Python and the user's pip configuration."""

    release: Release
    folder: Path
    python: IsolatedPython
    configured: PipSettings


def find_shapely() -> str:
    """Makes ``import shapely`` give a Shapely that suffices: QGIS's own, or else the one in the profile.

    Returns why there is none, in plain words; "" if there is one.
    """
    problem = shapely_problem()
    if not problem or not is_installed():
        return problem
    try:
        use_installed()
    except ImportError as error:
        return tr("{} The one in the QGIS profile cannot be loaded: {}").format(problem, error)
    return shapely_problem()


def shapely_folder() -> Path:
    """Returns its folder, one per Python and series of releases, as none works with another."""
    python = "python{}.{}".format(*sys.version_info[:2])
    return (
        Path(QgsApplication.qgisSettingsDirPath()) / "syria_control" / f"{python}-{PACKAGE}{fitting_release().series}"
    )


def is_installed() -> bool:
    return (shapely_folder() / PACKAGE / "__init__.py").is_file()


def is_other_loaded() -> bool:
    """Whether a Shapely is in use here already: QGIS and other plugins may hold geometries of it."""
    return sys.modules.get(PACKAGE) is not None


def use_installed() -> None:
    """Makes ``import shapely`` give the profile's from now on. Raises ImportError if it cannot be loaded."""
    before = {name: module for name, module in sys.modules.items() if name.split(".")[0] == PACKAGE}
    spec = PathFinder.find_spec(PACKAGE, [str(shapely_folder())])
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(f"No module named {PACKAGE!r} in {shapely_folder()}")
    for name in before:
        del sys.modules[name]
    module = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = module
    try:
        spec.loader.exec_module(module)
    except ImportError:
        for name in [name for name in sys.modules if name.split(".")[0] == PACKAGE]:
            del sys.modules[name]
        sys.modules.update(before)
        raise


def prepare(feedback: Feedback) -> InstallPlan:
    """Returns what the question needs to show, changing nothing; to be called in the background.

    Raises Cancelled, and InstallError if QGIS's Python or its pip is missing.
    """
    report_progress(feedback, 1)
    python = find_python(feedback)
    return InstallPlan(fitting_release(), shapely_folder(), python, configured_pip(python, feedback))


def pip_arguments(folder: Path, requirements: str) -> list[str]:
    """Returns the arguments of Python. Only Shapely itself is installed: NumPy must be the one of QGIS."""
    return ["-m", "pip", "install", "--isolated", "--no-input", "--no-cache-dir", "--disable-pip-version-check",
            "--no-user", "--no-deps", "--only-binary", ":all:", "--require-hashes", "--upgrade",
            "--target", str(folder), "-r", requirements]  # fmt: skip


def command_to_type(plan: InstallPlan) -> str:
    """Returns the same installation, from the Python Package Index, as a command for a terminal."""
    isolation = [] if plan.python.home else ["-I"]
    arguments = pip_arguments(plan.folder, str(plan.release.hash_file))
    words = [plan.python.path, *isolation, *arguments, "--index-url", PYPI]
    if sys.platform != "win32":
        return f"PIP_CONFIG_FILE=/dev/null {shlex.join(words)}"
    return " ".join(word if re.fullmatch(r"[\w:./\\-]+", word) else f'"{word}"' for word in words)


def advice_without_window(problem: str) -> str:
    """Returns the problem with the command that solves it, for a QGIS that can ask nothing."""
    try:
        command = command_to_type(prepare(NO_FEEDBACK))
    except InstallError as error:
        return f"{problem} {error}"
    return tr("{} Run this command, then start QGIS again:\n{}").format(problem, command)


def install(feedback: Feedback, plan: InstallPlan, settings: PipSettings) -> None:
    """Downloads Shapely into the profile; to be called in the background.

    settings  index, proxy and certificates to be used

    What is there is replaced only by a Shapely that has been loaded once. Raises Cancelled, having changed nothing,
    and InstallError that says what to do.
    """
    report_progress(feedback, 1)
    folder = plan.folder
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        _download(feedback, plan, settings, part)
        report_progress(feedback, 95)
        _try_out(feedback, plan, part)
        shutil.rmtree(folder, ignore_errors=True)
        part.rename(folder)
    except OSError as error:
        raise InstallError(tr("Shapely cannot be written to the QGIS profile: {}").format(error)) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
        with contextlib.suppress(OSError):  # as it is not empty, or not there
            part.parent.rmdir()


def _download(feedback: Feedback, plan: InstallPlan, settings: PipSettings, part: Path) -> None:
    def heard(line: str) -> None:
        for word, percent in _STAGES.items():
            if line.startswith(word):
                feedback.setProgress(percent)

    # The index is in the file, as other users of the computer see the arguments of a program.
    hashes = plan.release.hash_file.read_text(encoding="utf-8")
    files = {_REQUIREMENTS: f"--index-url {shlex.quote(settings.index)}\n{hashes}"}
    arguments = pip_arguments(part, _REQUIREMENTS)
    for option, path in (("--cert", settings.certificates), ("--client-cert", settings.client_certificate)):
        arguments += [option, path] if path else []
    code, output = plan.python.run(feedback, *arguments, files=files, settings=settings, heard=heard)
    if code == 0:
        return
    version, index = plan.release.version, without_secrets(settings.index)
    if any(_MISMATCH in line for line in output):
        raise InstallError(
            tr(
                "Shapely {} was not installed: the file from {} is not the published one, because its SHA-256 hash "
                "differs from the hashes in {}. Use another index, and report the file to the operator of this "
                "index."
            ).format(version, index, plan.release.hash_file)
        )
    errors = [line for line in output if line.startswith("ERROR")] or output[-1:]
    raise InstallError(
        tr(
            "Shapely {} could not be downloaded from {}. Check the internet connection, and that QGIS may use it. "
            "pip reports: {}\n\nAlternatively, run this command in a terminal, then start QGIS again:\n{}"
        ).format(version, index, without_secrets(" ".join(errors)), command_to_type(plan))
    )


def _try_out(feedback: Feedback, plan: InstallPlan, part: Path) -> None:
    code, output = plan.python.run(feedback, "-c", _TRIAL, str(part))
    last = output[-1] if output else str(code)
    if code != 0:
        raise InstallError(tr("Shapely was downloaded but cannot be loaded: {}").format(last))
    if last != plan.release.version:
        raise InstallError(
            tr("Shapely was downloaded but has version {} instead of {}.").format(last, plan.release.version)
        )
