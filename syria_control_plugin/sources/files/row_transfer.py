"""Transfer of rows from the reading process to the one that started it, as JSON, NumPy arrays and WKB, without code.

Contains the reading process's own code too: this module imports neither QGIS nor Qt.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import threading
import time
from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, osr

from ...case.limits import use_limits
from ...core.errors import SourceError
from ...core.feedback import NO_FEEDBACK, Feedback, check_cancelled
from ...core.geometry.polygons import RepairedPolygons, repair_polygons
from ...core.messages import Message, as_message
from .gdal_reader import LayerRows, read_rows
from .opening import copy_to_geopackage, layer_names

FOLDER_PREFIX = "syria-control-"  # of the folder that the reading process is started in
STARTED = "reading"  # printed by the reading process once its set-up is complete
_RESULT, _COPY = "layers.json", "copy.gpkg"
_GIVEN, _REPAIRED = "specified", "repaired"
_JSON_FIELDS = ("layer", "columns", "crs", "properties", "assumes_lonlat")
_WATCH_SECONDS = 0.5


def read_job(job: dict) -> None:
    """Read a file and write its content to a folder; to be called in a separate process.

    job  path: as ``path_as_text``; task: "names" for the names of the layers only, "copy" for a copy of its ``layer``
         as a GeoPackage, "repair" for the geometries that ``give_geometry`` wrote to the folder, without a path; else
         names, only_layer, with_properties, encoding: as for ``read_rows``; folder: where to write; memory_bytes: the
         most memory to use, if the system can limit it; parent: the process that started this one; gdal: as
         ``gdal_setup``; limits: as ``limits_in_force``
    """
    _end_with(job["parent"], job["folder"])
    _limit_memory(job["memory_bytes"])
    _set_up_gdal(job["gdal"])
    use_limits(job["limits"])
    print(STARTED, flush=True)
    folder = Path(job["folder"])
    try:
        result = _done(job, os.fsdecode(job["path"].encode("latin-1")), folder)
    except SourceError as error:
        _write_json(folder / _RESULT, {"error": _encoded(error.args[0])})
        return
    _write_json(folder / _RESULT, {"layers": result})


def _done(job: dict, path: str, folder: Path) -> list:
    """Return the job's result: names of layers or of a copy, or descriptions of layers, with the rows in the folder."""
    task = job.get("task", "rows")
    if task == "names":
        return layer_names(path)
    if task == "copy":
        copy_to_geopackage(path, job["layer"], str(folder / _COPY))
        return [_COPY]
    if task == "repair":
        return _done_repairs(folder)
    described = []
    layers = read_rows(
        path, tuple(job["names"]), job["only_layer"], job["with_properties"], NO_FEEDBACK, job["encoding"]
    )
    for number, rows in enumerate(layers):
        _write_arrays(folder, number, rows)
        described.append(_described(rows))
    return described


def _done_repairs(folder: Path) -> list:
    repairs = repair_polygons(shapely.from_wkb(np.array(_read_blobs(folder, _GIVEN, NO_FEEDBACK), dtype=object)))
    _write_blobs(folder, _REPAIRED, shapely.to_wkb(repairs.geometry).tolist())
    reasons = ([[row, _encoded(text)] for row, text in texts.items()] for texts in (repairs.repaired, repairs.rejected))
    return [*reasons, repairs.flattened]


def give_geometry(folder: str, geometry: np.ndarray) -> None:
    """Write the geometries for the task "repair"."""
    _write_blobs(Path(folder), _GIVEN, shapely.to_wkb(geometry, output_dimension=3).tolist())


def received_repairs(folder: str, feedback: Feedback) -> RepairedPolygons:
    """Return the result of the task "repair". Raises Cancelled."""
    *reasons, flattened = received(folder)
    repaired, rejected = ({row: _decoded(text) for row, text in texts} for texts in reasons)
    geometry = shapely.from_wkb(np.array(_read_blobs(Path(folder), _REPAIRED, feedback), dtype=object))
    return RepairedPolygons(geometry=geometry, repaired=repaired, rejected=rejected, flattened=flattened)


def path_as_text(path: str) -> str:
    """Return a path as a text of its bytes: the name of a file need not be valid text."""
    return os.fsencode(path).decode("latin-1")


def has_result(folder: str) -> bool:
    """Return whether ``read_job`` has left a result in a folder."""
    return os.path.isfile(os.path.join(folder, _RESULT))


def received(folder: str) -> list:
    """Return the result of ``read_job`` in a folder: names, or descriptions. Raises SourceError if the job did."""
    result = json.loads(Path(folder, _RESULT).read_text(encoding="ascii"))
    if "error" in result:
        raise SourceError(_decoded(result["error"]))
    return result["layers"]


def received_rows(folder: str, feedback: Feedback) -> list[LayerRows]:
    """Return the rows that ``read_job`` wrote to a folder. Raises SourceError as it was raised there; Cancelled."""
    layers = []
    for number, described in enumerate(received(folder)):
        names, cut_off = tuple(described.pop("names")), _decoded(described.pop("cut_off"))
        notes = [(row, _decoded(note)) for row, note in described.pop("notes")]
        rows, blobs = _read_arrays(Path(folder), number, feedback)
        layers.append(LayerRows(names=names, cut_off=cut_off, rows=rows, blobs=blobs, notes=notes, **described))
    return layers


def gdal_setup() -> dict:
    """Return the set-up that makes GDAL the same in another process: its version, options and PROJ's data folders."""
    options = getattr(gdal, "GetConfigOptions", dict)()  # before GDAL 3.7 only the environment is passed on
    if data := gdal.GetConfigOption("GDAL_DATA"):
        options["GDAL_DATA"] = data
    return {"version": gdal.VersionInfo(), "options": options, "proj": list(osr.GetPROJSearchPaths())}


def _set_up_gdal(setup: dict) -> None:
    if gdal.VersionInfo() != setup["version"]:
        raise ImportError(f"another GDAL: {gdal.VersionInfo()}, not {setup['version']}")
    for name, value in setup["options"].items():
        gdal.SetConfigOption(name, value)
    osr.SetPROJSearchPaths(setup["proj"])
    gdal.AllRegister()  # without the drivers that QGIS's settings turn off


def _described(rows: LayerRows) -> dict:
    """Return the part of rows that is written as JSON."""
    described = {name: getattr(rows, name) for name in _JSON_FIELDS}
    return {**described, "names": list(rows.names), "cut_off": _encoded(rows.cut_off), "notes": _encoded_notes(rows)}


def _write_arrays(folder: Path, number: int, rows: LayerRows) -> None:
    np.save(folder / f"{number}.rows.npy", rows.rows, allow_pickle=False)
    _write_blobs(folder, str(number), rows.blobs)


def _read_arrays(folder: Path, number: int, feedback: Feedback) -> tuple[np.ndarray, list[bytes | None]]:
    rows = np.load(folder / f"{number}.rows.npy", allow_pickle=False)
    return rows, _read_blobs(folder, str(number), feedback)


def _write_blobs(folder: Path, name: str, blobs: list[bytes | None]) -> None:
    sizes = np.array([-1 if blob is None else len(blob) for blob in blobs], np.int64)
    np.save(folder / f"{name}.sizes.npy", sizes, allow_pickle=False)
    with open(folder / f"{name}.wkb", "wb") as file:
        file.writelines(blob for blob in blobs if blob)


def _read_blobs(folder: Path, name: str, feedback: Feedback) -> list[bytes | None]:
    sizes = np.load(folder / f"{name}.sizes.npy", allow_pickle=False)
    blobs: list[bytes | None] = []
    with open(folder / f"{name}.wkb", "rb") as file:
        for size in sizes.tolist():
            check_cancelled(feedback)
            blobs.append(None if size < 0 else file.read(size))
    return blobs


def _write_json(path: Path, content: dict) -> None:
    part = path.with_suffix(".part")
    part.write_text(json.dumps(content), encoding="ascii")
    os.replace(part, path)  # so that the file exists only once it is complete


def _encoded(value: object):
    """Return a message, or a value of one, as JSON."""
    if isinstance(value, Message):
        return {"template": value.template, "args": [_encoded(arg) for arg in value.args]}
    return value if value is None or isinstance(value, (str, int, float)) else _encoded(as_message(value))


def _encoded_notes(rows: LayerRows) -> list:
    return [(row, _encoded(note)) for row, note in rows.notes]


def _decoded(content):
    return Message(content["template"], *map(_decoded, content["args"])) if isinstance(content, dict) else content


def _limit_memory(most_bytes: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard != resource.RLIM_INFINITY:
        most_bytes = min(most_bytes, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most_bytes, hard))
    except (ValueError, OSError) as error:
        print(f"memory not limited: {error}", file=sys.stderr)


def _end_with(parent: int, folder: str) -> None:
    """End this process once its parent has ended, and remove its folders, as nobody waits for the result."""
    start_folder = os.getcwd() if os.path.basename(os.getcwd()).startswith(FOLDER_PREFIX) else folder

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_WATCH_SECONDS)
        for each in (folder, start_folder):
            shutil.rmtree(each, ignore_errors=True)
        os._exit(1)

    if os.name != "nt":  # Windows keeps the number of a parent that has ended
        threading.Thread(target=watch, daemon=True).start()
