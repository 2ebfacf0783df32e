"""What the plugin needs that not every QGIS brings: Shapely 2, bound to the GEOS it was built for."""

from __future__ import annotations

import ctypes
import sys

from .translation import tr

# GEOS that QGIS has loaded → Shapely release whose wheels carry the same one.
_FITTING = {(3, 11): "2.0.*", (3, 13): "2.1.*"}


def shapely_problem() -> str:
    """Why the plugin can't work with the Shapely that is (not) there, in plain words; "" where it can."""
    try:
        import shapely
    except ImportError as error:
        found = tr("it can't be loaded ({})").format(error)
    else:
        if int(shapely.__version__.split(".")[0]) >= 2:
            return ""
        found = tr("version {} was found, which is too old").format(shapely.__version__)
    return tr("Syria Control needs the Python package Shapely 2.0 or newer; {}.").format(found)


def fitting_release() -> str:
    """Shapely as pip is asked for it: the one built for the loaded GEOS, else for the next older GEOS that has one.

    Where Shapely has a GEOS of its own (Windows, macOS) any release from 2.0 on.
    """
    loaded = loaded_geos()
    if loaded is None:
        return "shapely>=2.0,<3"
    older = [release for geos, release in sorted(_FITTING.items()) if geos <= loaded]
    return f"shapely=={older[-1] if older else _FITTING[min(_FITTING)]}"


def geos_warning() -> str:
    """A warning where Shapely was built for another GEOS than the one it is bound to; "" where all is well.

    A Shapely wheel brings its own GEOS. In QGIS's executables on Linux, though, the loader binds it to the GEOS
    that QGIS has loaded before (QGIS itself imports Shapely at start, so nothing can be done here).
    """
    import shapely

    loaded = loaded_geos()
    if loaded is None or loaded == tuple(shapely.geos_version[:2]):
        return ""
    advice = tr("Install Shapely {} instead.").format(_FITTING[loaded]) if loaded in _FITTING else ""
    built = ".".join(map(str, shapely.geos_version[:2]))
    return tr(
        "Shapely {} was built for GEOS {}, but this QGIS makes it use GEOS {}: results may be wrong, QGIS may crash. {}"
    ).format(shapely.__version__, built, ".".join(map(str, loaded)), advice)


def loaded_geos() -> tuple[int, int] | None:
    """(major, minor) of the GEOS that all libraries of this process see; None where each has its own."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        version = ctypes.CDLL(None).GEOSversion
    except AttributeError:
        return None
    version.restype = ctypes.c_char_p
    major, minor = version().decode().split(".")[:2]
    return int(major), int(minor)
