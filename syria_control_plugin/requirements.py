"""Shapely 2, the only requirement that not every QGIS meets, and the Shapely releases that fit QGIS's GEOS."""

from __future__ import annotations

import ctypes
import sys
from dataclasses import dataclass
from pathlib import Path

from .translation import tr

HASHES = Path(__file__).parent / "resources" / "shapely"


@dataclass(frozen=True)
class Release:
    """A release of Shapely that the plugin installs.

    geos          GEOS version in its wheels
    first, last   oldest and newest Python for which it has wheels
    """

    version: str
    geos: tuple[int, int]
    first: tuple[int, int]
    last: tuple[int, int]

    @property
    def series(self) -> str:
        return ".".join(self.version.split(".")[:2])

    @property
    def hash_file(self) -> Path:
        """Path of pip's requirements file with the version and the SHA-256 hashes of all its wheels."""
        return HASHES / f"shapely-{self.version}.txt"


# Oldest first. After a change, run `make resources ONLY=shapely_hashes`, which writes the hash files.
RELEASES = (
    Release("2.0.7", geos=(3, 11), first=(3, 9), last=(3, 13)),
    Release("2.1.2", geos=(3, 13), first=(3, 10), last=(3, 14)),
    Release("2.2.0", geos=(3, 14), first=(3, 11), last=(3, 15)),
)


def shapely_problem() -> str:
    """Return why the plugin cannot use QGIS's Shapely, in the user's language; "" if it can."""
    try:
        import shapely
    except ImportError as error:
        return tr(
            "Syria Control requires the Python package Shapely 2.0 or later, which QGIS's Python cannot load: {}."
        ).format(error)
    if int(shapely.__version__.split(".")[0]) >= 2:
        return ""
    return tr("Syria Control requires the Python package Shapely 2.0 or later; QGIS's Python has version {}.").format(
        shapely.__version__
    )


def fitting_release() -> Release:
    """Return the release built for the loaded GEOS, otherwise for the next older GEOS with a release for this Python.

    If Shapely has its own GEOS (Windows, macOS), this is the newest release for this Python.
    """
    for_python = [each for each in RELEASES if each.first <= sys.version_info[:2] <= each.last] or list(RELEASES)
    loaded = loaded_geos()
    older = [each for each in for_python if loaded is None or each.geos <= loaded]
    return older[-1] if older else for_python[0]


def geos_warning() -> str:
    """Return a warning if Shapely was built for another GEOS than the one it is bound to; otherwise "".

    A Shapely wheel contains its own GEOS. In QGIS's executables on Linux, however, the loader binds it to the GEOS
    that QGIS has loaded before. QGIS itself imports Shapely at start, so this cannot be corrected here.
    """
    import shapely

    loaded = loaded_geos()
    if loaded is None or loaded == tuple(shapely.geos_version[:2]):
        return ""
    series = [each.series for each in RELEASES if each.geos == loaded]
    advice = tr("Install Shapely {} instead.").format(series[0]) if series else ""
    built = ".".join(map(str, shapely.geos_version[:2]))
    return tr(
        "Shapely {} was built for GEOS {}, but this QGIS makes it use GEOS {}: results may be wrong, QGIS may crash. {}"
    ).format(shapely.__version__, built, ".".join(map(str, loaded)), advice)


def loaded_geos() -> tuple[int, int] | None:
    """Return (major, minor) of the GEOS that all libraries of this process share; None if each has its own."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        version = ctypes.CDLL(None).GEOSversion
    except AttributeError:
        return None
    version.restype = ctypes.c_char_p
    major, minor = version().decode().split(".")[:2]
    return int(major), int(minor)
