"""The work of the import benchmarks, one kind a process: see KINDS. Started by run.py.

import_series.py KIND DATA_FOLDER RESULT [CASE]
"""

from __future__ import annotations

import datetime
import json
import os
import re
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from measuring import measured, tell

FACTION = "RUS"
DATE_IN_NAME = re.compile(r"(\d{4})(\d{2})(\d{2})(?=\.geojson$)")
# An area in degrees is compared for each day; on the ellipsoid, which is slow, for this many spread over the series.
ELLIPSOIDAL_SAMPLES = 5


def dated_files(folder: str) -> list[tuple[str, Path]]:
    """(ISO date, path) of each file, by date. No code of the plugin: it is what the plugin is checked against."""
    paths = sorted(Path(folder).glob("*.geojson"))
    return sorted(("-".join(DATE_IN_NAME.search(path.name).groups()), path) for path in paths)


def user_import():
    """The call that the toolbox makes, as a function (folder, case) → report; QGIS must have been started.

    Loading the plugin's modules is start-up, not import: it is done here.
    """
    from syria_control_plugin.mapping.layers.styles import style_case
    from syria_control_plugin.sources.files.inputs import list_inputs
    from syria_control_plugin.sources.maps.detection import FieldOverrides
    from syria_control_plugin.sources.maps.importing import import_maps
    from syria_control_plugin.sources.maps.options import ImportOptions

    def run(folder: str, case: str):
        inputs, _ = list_inputs([folder])
        return import_maps(case, inputs, ImportOptions(overrides=FieldOverrides(faction=FACTION)), finish=style_case)

    return run


def measured_import(folder: str, case: str):
    """Figures and report of one import."""
    figures: dict = {}
    with in_qgis():
        run = user_import()
        with measured(figures):
            report = run(folder, case)
    return figures, report


def run_import(folder: str, case: str) -> dict:
    """All maps into a new case."""
    figures, report = measured_import(folder, case)
    return {**figures, "maps": report.maps, "rows": row_count(case)}


def run_loop(folder: str, result: str) -> dict:
    """Every file read, and every feature written with its date into one layer, as a short script would do it."""
    from osgeo import gdal, ogr, osr

    gdal.UseExceptions()
    figures: dict = {}
    with measured(figures):
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(4326)
        target = gdal.GetDriverByName("GPKG").Create(result, 0, 0, 0, gdal.GDT_Unknown)
        layer = target.CreateLayer("maps", reference, ogr.wkbMultiPolygon)
        layer.CreateField(ogr.FieldDefn("date", ogr.OFTDate))
        target.StartTransaction()
        for date, path in dated_files(folder):
            source = gdal.OpenEx(str(path), gdal.OF_VECTOR)
            for feature in source.GetLayer(0):
                copy = ogr.Feature(layer.GetLayerDefn())
                copy.SetField("date", date)
                copy.SetGeometry(feature.GetGeometryRef())
                layer.CreateFeature(copy)
        target.CommitTransaction()
        rows = layer.GetFeatureCount()
        copy = layer = target = None  # written when closed
    return {**figures, "rows": rows}


def run_again(folder: str, case: str, made_before: str) -> dict:
    """The same maps into a copy of the case that holds them: nothing to do."""
    shutil.copyfile(made_before, case)
    figures, report = measured_import(folder, case)
    if report.files_read or Path(case).read_bytes() != Path(made_before).read_bytes():
        raise SystemExit("An import of the same files read some of them again, or changed the case.")
    return {**figures, "rows": row_count(case)}


def run_one_more(folder: str, case: str, made_before: str) -> dict:
    """The same maps and that of one more day; ``folder`` is one that ``add_a_day`` made."""
    shutil.copyfile(made_before, case)
    figures, report = measured_import(folder, case)
    if report.files_read != 1 or row_count(case) != row_count(made_before) + 1:
        raise SystemExit(f"One more day: {report.files_read} files read, {row_count(case)} rows; 1 more expected.")
    return {**figures, "rows": row_count(case)}


def add_a_day(folder: str, result: str) -> dict:
    """Copies a folder of maps and adds one more day, the last day's map with one corner moved by about 1 m."""
    target = Path(result)
    shutil.copytree(folder, target, copy_function=shutil.copyfile)  # contents only: the data may be read-only
    last, path = dated_files(folder)[-1]
    next_day = datetime.date.fromisoformat(last) + datetime.timedelta(days=1)
    content = json.loads(path.read_text(encoding="utf-8"))
    content["features"][0]["geometry"]["coordinates"][0][0][1][0] += 1e-5
    name = DATE_IN_NAME.sub(f"{next_day:%Y%m%d}", path.name)
    (target / name).write_text(json.dumps(content), encoding="utf-8")
    return {}


def check(folder: str, case: str) -> dict:
    """That the case shows on each day the territory of that day's file; raises SystemExit where it does not."""
    import shapely

    from syria_control_plugin.core.geometry.ellipsoid import areas_km2

    files = dated_files(folder)
    sampled = set(range(0, len(files), max(len(files) // (ELLIPSOIDAL_SAMPLES - 1), 1)))
    worst = 0.0
    for number, (date, path) in enumerate(files):
        expected = shapely.from_geojson(path.read_text(encoding="utf-8"))
        shown = territories_on(case, date)
        pairs = [(shapely.area(shown).sum(), shapely.area(expected))]
        if number in sampled:
            pairs.append((areas_km2(shown).sum(), areas_km2(shapely.get_parts(expected)).sum()))
        for found, wanted in pairs:
            worst = max(worst, abs(found - wanted) / wanted)
            if abs(found - wanted) > 1e-9 * wanted:
                raise SystemExit(f"{date}: the case shows an area of {found!r}, the file has {wanted!r}.")
    return {"days": len(files), "worst": worst, "rows": row_count(case)}


def territories_on(case: str, date: str) -> list:
    """The case's territories on a day, read with GDAL alone."""
    import shapely
    from osgeo import gdal

    moment = f"{date}T00:00:00.000Z"
    dataset = gdal.OpenEx(case, gdal.OF_VECTOR)
    layer = dataset.GetLayerByName("territories")
    layer.SetAttributeFilter(f"valid_from <= '{moment}' AND (valid_to IS NULL OR valid_to > '{moment}')")
    return [shapely.from_wkb(bytes(feature.GetGeometryRef().ExportToWkb())) for feature in layer]


def row_count(case: str) -> int:
    with closing(sqlite3.connect(case)) as database:
        return database.execute("SELECT count(*) FROM territories").fetchone()[0]


class in_qgis:
    """QGIS without a screen, and without the settings and plugins of whoever runs the benchmark."""

    def __enter__(self):
        from qgis.core import QgsApplication

        self._profile = tempfile.TemporaryDirectory()
        os.environ.setdefault("XDG_RUNTIME_DIR", self._profile.name)  # else Qt says that it is missing
        self._qgis = QgsApplication([], False, self._profile.name)
        self._qgis.initQgis()

    def __exit__(self, *_):
        self._qgis.exitQgis()
        self._profile.cleanup()


KINDS = {
    "import": run_import,
    "loop": run_loop,
    "again": run_again,
    "one-more": run_one_more,
    "add-a-day": add_a_day,
    "check": check,
}

if __name__ == "__main__":
    tell(KINDS[sys.argv[1]](*sys.argv[2:]))
