"""Shapely in the user's QGIS profile, for a QGIS that brings none or one that is too old.

It lies in a folder of its own that is on no search path: only ``use_installed`` turns to it, and only where QGIS's own
does not do. So a later QGIS that brings Shapely 2 uses that, and other plugins find what they found before.
"""

from __future__ import annotations

import importlib.util
import re
import shlex
import shutil
import sys
from importlib.machinery import PathFinder
from pathlib import Path

from qgis.core import QgsApplication

from .core.errors import InstallError
from .requirements import fitting_release, shapely_problem
from .sources.progress import Progress, step
from .sources.qgis_python import find_python, run
from .translation import tr

PACKAGE = "shapely"
# How far pip is when it says so, in percent.
_STAGES = {"Collecting": 10, "Downloading": 30, "Using cached": 60, "Installing": 80, "Successfully": 90}
_PATH_OF_TRY = "import sys; sys.path.insert(0, sys.argv[1]); import shapely; print(shapely.__file__)"


def find_shapely() -> str:
    """Sees to it that ``import shapely`` gives one that will do: QGIS's own, or else the profile's.

    Returns why there is none, in plain words; "" where there is.
    """
    problem = shapely_problem()
    if not problem or not is_installed():
        return problem
    try:
        use_installed()
    except ImportError as error:
        return tr("{} The one in the QGIS profile can't be loaded: {}").format(problem, error)
    return shapely_problem()


def shapely_folder() -> Path:
    """Where it lies: a folder a Python and a release, as neither works with another."""
    release = fitting_release()[len(PACKAGE) :].strip("=<>.*").split(",")[0]
    python = "python{}.{}".format(*sys.version_info[:2])
    return Path(QgsApplication.qgisSettingsDirPath()) / "syria_control" / f"{python}-{PACKAGE}{release}"


def is_installed() -> bool:
    return (shapely_folder() / PACKAGE / "__init__.py").is_file()


def is_other_loaded() -> bool:
    """Whether a Shapely is in use here already: QGIS and other plugins may hold geometries of it."""
    return sys.modules.get(PACKAGE) is not None


def use_installed() -> None:
    """Lets ``import shapely`` give the profile's from now on. Raises ImportError where it can't be loaded."""
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


def pip_arguments(folder: Path) -> list[str]:
    """What Python is started with. Only Shapely itself: NumPy comes with QGIS, and must be QGIS's."""
    return ["-m", "pip", "install", "--no-user", "--no-deps", "--only-binary", ":all:", "--upgrade",
            "--target", str(folder), fitting_release()]  # fmt: skip


def command_to_type(python: str) -> str:
    """The same installation for a terminal."""
    words = [python, *pip_arguments(shapely_folder())]
    if sys.platform != "win32":
        return shlex.join(words)
    return " ".join(word if re.fullmatch(r"[\w:.\\-]+", word) else f'"{word}"' for word in words)


def install(progress: Progress) -> None:
    """Downloads Shapely into the profile; to be called in the background.

    What is there is replaced only by one that has been tried. Raises Cancelled, having changed nothing, and
    InstallError with what to do by hand.
    """
    step(progress, 1)
    python, folder = find_python(progress), shapely_folder()
    if run(progress, python, "-m", "pip", "--version")[0] != 0:
        raise InstallError(_no_pip(python))
    part = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        part.mkdir(parents=True)
        _download(progress, python, part)
        step(progress, 95)
        code, said = run(progress, python, "-c", _PATH_OF_TRY, str(part))
        if code != 0:
            raise InstallError(tr("Shapely was downloaded but does not run: {}").format(said[-1] if said else code))
        shutil.rmtree(folder, ignore_errors=True)
        part.rename(folder)
    except OSError as error:
        raise InstallError(tr("Shapely can't be put into the QGIS profile: {}").format(error)) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _download(progress: Progress, python: str, part: Path) -> None:
    def heard(line: str) -> None:
        for word, percent in _STAGES.items():
            if line.startswith(word):
                progress.setProgress(percent)

    code, said = run(progress, python, *pip_arguments(part), heard=heard)
    if code == 0:
        return
    errors = [line for line in said if line.startswith("ERROR")] or said[-1:]
    raise InstallError(
        tr(
            "Shapely could not be downloaded. Is there a connection to the internet, and may QGIS use it? "
            "pip says: {}\n\nOr type this in a terminal, and start QGIS again:\n{}"
        ).format(" ".join(errors), command_to_type(python))
    )


def _no_pip(python: str) -> str:
    if sys.platform.startswith("linux"):
        advice = tr("Install it (Debian and Ubuntu: sudo apt install python3-pip) and try again.")
    else:
        advice = tr("Install it (type in a terminal: {}) and try again.").format(f'"{python}" -m ensurepip --user')
    return tr("QGIS's Python, {}, has no pip, which installs packages. {}").format(python, advice)
