"""Control changes between consecutive maps, and what the same costs otherwise; one kind a process. Started by run.py.

changes.py KIND DATA_FOLDER DAYS

Each kind tells the area in square degrees that was gained and lost between each two maps, so that they can be compared.
What is timed begins with the areas in memory and ends with those of the changes; reading is not timed. Only the
plugin measures the areas on the ellipsoid besides, in its time.
"""

from __future__ import annotations

import importlib.util
import sys
import time

from import_series import FACTION, dated_files, in_qgis
from measuring import measured, tell

LONLAT = "EPSG:4326"


def read_maps(folder: str, days: str) -> dict:
    """Date → territory of the first so many maps, cleaned as an import does."""
    import numpy as np
    import shapely

    from syria_control_plugin.core.geometry.polygons import polygons_of, repair_polygons

    files = dated_files(folder)[: int(days)]
    read = [polygons_of(shapely.from_geojson(path.read_text(encoding="utf-8"))) for _, path in files]
    return dict(zip(np.array([date for date, _ in files], "datetime64[s]"), repair_polygons(read).geometry))


def series_of(maps: dict):
    from syria_control_plugin.core.control.snapshots import series_from_maps

    return series_from_maps({date: {FACTION: area} for date, area in maps.items()}, "maps")


def run_plugin(folder: str, days: str) -> dict:
    import shapely

    from syria_control_plugin.core.control.control_changes import control_changes

    series = series_of(read_maps(folder, days))
    figures: dict = {}
    with measured(figures):
        changes = control_changes(series)
    found = [[0.0, 0.0] for _ in changes.intervals]
    for number, to_holder, area in zip(changes.interval, changes.to_holder, shapely.area(changes.geometry)):
        found[number][to_holder != FACTION] += float(area)
    return {**figures, "areas": found}


def run_whole(folder: str, days: str) -> dict:
    """All maps in one go, from cleaned areas to the account of each interval."""
    from syria_control_plugin.core.control.control_changes import balance, control_changes

    start = time.perf_counter()
    maps = read_maps(folder, days)
    figures: dict = {"reading_seconds": time.perf_counter() - start}
    with measured(figures):
        series = series_of(maps)
        changes = control_changes(series)
    start = time.perf_counter()
    account = balance(series, changes)
    return {
        **figures,
        "balance_seconds": time.perf_counter() - start,
        "days": len(maps),
        "intervals": len(changes.intervals),
        "changes": len(changes),
        "slivers": int(changes.slivers.sum()),
        "imbalance": float(account.imbalance.max()),
        "planar": float(account.planar.max()),
    }


def run_geopandas(folder: str, days: str) -> dict:
    """One symmetric difference a pair, both directions at once, and without the check of validity: its fastest."""
    if importlib.util.find_spec("geopandas") is None:
        return {"absent": "geopandas is not installed for this Python"}
    import geopandas

    areas = series_of(read_maps(folder, days)).geometry
    frames = [geopandas.GeoDataFrame({f"of{n % 2}": [n]}, geometry=[each], crs=LONLAT) for n, each in enumerate(areas)]
    figures: dict = {}
    with measured(figures):
        pairs = zip(frames, frames[1:])
        results = [geopandas.overlay(*pair, "symmetric_difference", make_valid=False) for pair in pairs]
    found = []
    for number, result in enumerate(results):
        size = [each.area for each in result.geometry]
        gained = result[f"of{(number + 1) % 2}"].notna()
        found.append([sum(s for s, g in zip(size, gained) if g), sum(s for s, g in zip(size, gained) if not g)])
    return {**figures, "areas": found}


def run_qgis(folder: str, days: str) -> dict:
    """native:difference there and back a pair, on memory layers, as the toolbox runs it."""
    areas = series_of(read_maps(folder, days)).geometry
    figures: dict = {}
    with in_qgis():
        from qgis.analysis import QgsNativeAlgorithms
        from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

        QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
        layers = [_layer(area) for area in areas]
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("native:difference")

        def difference(one, other, context):
            parameters = {"INPUT": one, "OVERLAY": other, "OUTPUT": "memory:"}
            results, ok = algorithm.run(parameters, context, feedback)
            if not ok:
                raise SystemExit("native:difference failed: " + feedback.textLog())
            return context.takeResultLayer(results["OUTPUT"])

        with measured(figures):
            made = [(difference(b, a, context), difference(a, b, context)) for a, b in zip(layers, layers[1:])]
        found = [[sum(each.geometry().area() for each in layer.getFeatures()) for layer in pair] for pair in made]
        del made, layers, context
    return {**figures, "areas": found}


def _layer(area):
    import shapely
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"MultiPolygon?crs={LONLAT}", "map", "memory")
    geometry, feature = QgsGeometry(), QgsFeature()
    geometry.fromWkb(shapely.to_wkb(area))
    geometry.convertToMultiType()
    feature.setGeometry(geometry)
    layer.dataProvider().addFeature(feature)
    return layer


KINDS = {"plugin": run_plugin, "whole": run_whole, "geopandas": run_geopandas, "qgis": run_qgis}

if __name__ == "__main__":
    tell(KINDS[sys.argv[1]](*sys.argv[2:]))
