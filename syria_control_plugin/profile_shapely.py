"""Installation of Shapely in the user's QGIS profile, for a QGIS without Shapely or with one that is too old.

Its folder is on no search path. Only ``use_installed`` loads it, and only if QGIS's own Shapely is not sufficient.
Therefore a later QGIS with Shapely 2 uses its own, and other plugins import what they imported before.

One exact release is installed, and only from a file whose SHA-256 hash is shipped with the plugin, whichever index it
comes from.
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
# Start of a line that pip prints → progress in percent.
_STAGES = {"Collecting": 10, "Downloading": 30, "Installing": 80, "Successfully": 90}
_TRIAL = "import sys; sys.path.insert(0, sys.argv[1]); import shapely; print(shapely.__version__)"
_MISMATCH = "DO NOT MATCH THE HASHES"  # printed by pip
_REQUIREMENTS = "requirements.txt"


@dataclass(frozen=True)
class InstallPlan:
    """The plan that the user is asked to confirm: release, folder, QGIS's Python and the user's pip configuration."""

    release: Release
    folder: Path
    python: IsolatedPython
    configured: PipSettings


def find_shapely() -> str:
    """Make ``import shapely`` load a sufficient Shapely: QGIS's own, otherwise the one in the profile.

    Returns "" if one is found, otherwise the reason, in the user's language.
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
    """Return the folder of Shapely: one per Python version and release series, which are not compatible."""
    python = "python{}.{}".format(*sys.version_info[:2])
    return (
        Path(QgsApplication.qgisSettingsDirPath()) / "syria_control" / f"{python}-{PACKAGE}{fitting_release().series}"
    )


def is_installed() -> bool:
    """Return whether the profile contains a Shapely of the fitting release series."""
    return (shapely_folder() / PACKAGE / "__init__.py").is_file()


def is_other_loaded() -> bool:
    """Return whether a Shapely is loaded already; QGIS and other plugins may hold geometries of it."""
    return sys.modules.get(PACKAGE) is not None


def use_installed() -> None:
    """Make ``import shapely`` load the profile's Shapely from now on. Raises ImportError if it cannot be loaded."""
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
    """Return the plan that the user is asked to confirm, without any change; call it in the background.

    Raises Cancelled, and InstallError if QGIS's Python or its pip is missing.
    """
    report_progress(feedback, 1)
    python = find_python(feedback)
    return InstallPlan(fitting_release(), shapely_folder(), python, configured_pip(python, feedback))


def pip_arguments(folder: Path, requirements: str) -> list[str]:
    """Return the arguments of Python. Only Shapely itself is installed, because NumPy must be the one of QGIS."""
    return ["-m", "pip", "install", "--isolated", "--no-input", "--no-cache-dir", "--disable-pip-version-check",
            "--no-user", "--no-deps", "--only-binary", ":all:", "--require-hashes", "--upgrade",
            "--target", str(folder), "-r", requirements]  # fmt: skip


def command_to_type(plan: InstallPlan) -> str:
    """Return the same installation, from the Python Package Index, as a command for a terminal."""
    isolation = [] if plan.python.home else ["-I"]
    arguments = pip_arguments(plan.folder, str(plan.release.hash_file))
    command = [plan.python.path, *isolation, *arguments, "--index-url", PYPI]
    if sys.platform != "win32":
        return f"PIP_CONFIG_FILE=/dev/null {shlex.join(command)}"
    return " ".join(part if re.fullmatch(r"[\w:./\\-]+", part) else f'"{part}"' for part in command)


def advice_without_window(problem: str) -> str:
    """Return the problem and the command that solves it, for a QGIS without a window to ask in."""
    try:
        command = command_to_type(prepare(NO_FEEDBACK))
    except InstallError as error:
        return f"{problem} {error}"
    return tr("{} Run this command, then start QGIS again:\n{}").format(problem, command)


def install(feedback: Feedback, plan: InstallPlan, settings: PipSettings) -> None:
    """Download Shapely into the profile; call it in the background.

    settings  index, proxy and certificates to use

    The installed Shapely is replaced only after the new one has been loaded once. Raises Cancelled, with nothing
    changed, and InstallError, whose message contains the action to take.
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
        with contextlib.suppress(OSError):  # the folder is not empty, or does not exist
            part.parent.rmdir()


def _download(feedback: Feedback, plan: InstallPlan, settings: PipSettings, part: Path) -> None:
    def report_line(line: str) -> None:
        for start, percent in _STAGES.items():
            if line.startswith(start):
                feedback.setProgress(percent)

    # The index is in the file, because other users of the computer can see the arguments of a program.
    hashes = plan.release.hash_file.read_text(encoding="utf-8")
    files = {_REQUIREMENTS: f"--index-url {shlex.quote(settings.index)}\n{hashes}"}
    arguments = pip_arguments(part, _REQUIREMENTS)
    for option, path in (("--cert", settings.certificates), ("--client-cert", settings.client_certificate)):
        arguments += [option, path] if path else []
    code, output = plan.python.run(feedback, *arguments, files=files, settings=settings, heard=report_line)
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
