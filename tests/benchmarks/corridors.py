"""Tracks cut with the territory of their moment, and what the same costs otherwise; one kind a process.

Started by run.py.

corridors.py KIND DATA_FOLDER TRACKS

Tracks are random walks that begin near the front line (seeded: each kind makes the same), one fix an hour, 50 fixes;
the territories are MAPS maps of the front line, spread over the folder, taken as the maps of as many days that follow
each other. Each kind tells for each track the length in degrees inside, so that they can be compared.

What is timed begins with all data in memory, in the form in which the kind wants it, and ends with the lines inside.
The plugin gets whole tracks and cuts them by date in its time; the others get the pieces of each date ready made,
and in their time only put them to the map of that date.

"whole" times the core's corridors to the end: territories, stretches, who is before and after, ellipsoidal lengths.
What its cost grows with: the number of fixes times that of holders on a map, plus the edges of all maps, plus the pairs
of a piece of a track and an edge near it - so with how much of the tracks runs close to the front, not with tracks
times edges.
"""

from __future__ import annotations

import importlib.util
import sys

from changes import LONLAT, _layer
from import_series import FACTION, dated_files, in_qgis
from measuring import measured, tell

MAPS, FIXES, HOURS = 10, 50, 49
WHOLE_FIXES, WHOLE_DAYS = 2000, 700
STEP_DEG, SCATTER_DEG = 0.01, 0.1
DAY = 86400
SEED = 20171024


def read_territories(folder: str, count: int, spread: bool):
    """Moments, a day apart, and territories of so many maps: of the first ones or of some spread over all."""
    import numpy as np
    import shapely

    from syria_control_plugin.core.geometry.polygons import polygons_of, repair_polygons

    paths = [path for _, path in dated_files(folder)]
    if spread:
        paths = [paths[n] for n in np.linspace(0, len(paths) - 1, count).astype(int)]
    read = [polygons_of(shapely.from_geojson(path.read_text(encoding="utf-8"))) for path in paths[:count]]
    days = np.datetime64("2017-01-01", "s") + np.arange(len(read)) * np.timedelta64(DAY, "s")
    return days, repair_polygons(read).geometry


def make_tracks(territories, tracks: int, fixes: int, hours: float, days: int):
    """(tracks, fixes, 2) lon/lat and (tracks, fixes) milliseconds since the first map."""
    import numpy as np
    import shapely

    random = np.random.default_rng(SEED)
    front = shapely.get_coordinates(territories[0])
    begin = front[random.integers(0, len(front), tracks)] + random.normal(0, SCATTER_DEG, (tracks, 2))
    lonlat = begin[:, None] + np.cumsum(random.normal(0, STEP_DEG, (tracks, fixes, 2)), axis=1)
    start = random.integers(0, int(days * DAY - hours * 3600), tracks) * 1000
    return lonlat, start[:, None] + np.linspace(0, hours * 3.6e6, fixes).astype(np.int64)


def as_movements(lonlat, time, first_day):
    import numpy as np

    from syria_control_plugin.core.movements.movements import Movements

    tracks, fixes = time.shape
    moments = (first_day.astype("datetime64[ms]") + time.astype("timedelta64[ms]")).ravel()
    first = np.arange(tracks + 1) * fixes
    ids = [f"track {number}" for number in range(tracks)]
    return Movements(
        id=ids,
        mover=["MOVER"] * tracks,
        start=moments[first[:-1]],
        end=moments[first[1:] - 1],
        source=["walks"] * tracks,
        first=first,
        lonlat=lonlat.reshape(-1, 2),
        time=moments,
    )


def as_series(days, territories):
    import numpy as np

    from syria_control_plugin.core.control.series import ControlSeries

    ends = [*days[1:], days[-1] + np.timedelta64(DAY, "s")]
    return ControlSeries(
        faction=[FACTION] * len(days), start=days, end=ends, geometry=territories, source=["maps"] * len(days)
    )


def pieces_by_day(lonlat, time, days: int) -> list[list[tuple]]:
    """For each day (track, points, milliseconds) of all that moves on it, cut at midnight. No code of the plugin."""
    import numpy as np

    found: list[list[tuple]] = [[] for _ in range(days)]
    for track, (points, moments) in enumerate(zip(lonlat, time)):
        first, last = moments[0] // (DAY * 1000), moments[-1] // (DAY * 1000)
        cuts = np.arange(first + 1, last + 1) * DAY * 1000
        every = np.unique(np.concatenate([moments, cuts]))
        where = np.column_stack([np.interp(every, moments, axis) for axis in points.T])
        edges = np.concatenate([[0], np.searchsorted(every, cuts), [len(every) - 1]])
        for day, one, two in zip(range(first, last + 1), edges, edges[1:]):
            if two > one:
                found[day].append((track, where[one : two + 1], every[one : two + 1]))
    return found


def workload(folder: str, tracks: str):
    days, territories = read_territories(folder, MAPS, spread=True)
    return days, territories, *make_tracks(territories, int(tracks), FIXES, HOURS, MAPS)


def lengths(tracks, lengths_deg, count: str) -> list[float]:
    import numpy as np

    return np.bincount(np.asarray(tracks, int), lengths_deg, minlength=int(count)).tolist()


def run_plugin(folder: str, tracks: str) -> dict:
    import shapely

    from syria_control_plugin.core.movements.crossings import crossings_inside
    from syria_control_plugin.core.movements.movements import lines_between

    days, territories, lonlat, time = workload(folder, tracks)
    movements, series = as_movements(lonlat, time, days[0]), as_series(days, territories)
    figures: dict = {}
    with measured(figures):
        found = crossings_inside(movements, series)
        lines = lines_between(movements, found.movement, found.entry, found.exit)
    vertices = int(shapely.get_num_coordinates(territories).mean())
    inside = lengths(found.movement, shapely.length(lines), tracks)
    return {**figures, "vertices": vertices, "stretches": len(lines), "lengths": inside}


def run_whole(folder: str, tracks: str) -> dict:
    """Long tracks through many days, to the end."""
    from syria_control_plugin.core.corridors.observed import observed_corridors

    days, territories = read_territories(folder, WHOLE_DAYS, spread=False)
    lonlat, time = make_tracks(territories, int(tracks), WHOLE_FIXES, 24 * (len(days) - 10), len(days))
    movements, series = as_movements(lonlat, time, days[0]), as_series(days, territories)
    del lonlat, time, territories
    figures: dict = {}
    with measured(figures):
        found = observed_corridors(movements, series)
    corridors = found.corridors
    return {
        **figures,
        "days": len(days),
        "fixes": len(movements.lonlat),
        "corridors": len(corridors),
        "parts": len(corridors.part_territory),
    }


def run_geopandas(folder: str, tracks: str) -> dict:
    """One overlay a date, without the check of validity: its fastest."""
    if importlib.util.find_spec("geopandas") is None:
        return {"absent": "geopandas is not installed for this Python"}
    import geopandas
    import shapely

    days, territories, lonlat, time = workload(folder, tracks)
    pairs = []
    for pieces, territory in zip(pieces_by_day(lonlat, time, len(days)), territories):
        lines = [shapely.LineString(points) for _, points, _ in pieces]
        numbers = [track for track, _, _ in pieces]
        pairs.append((geopandas.GeoDataFrame({"track": numbers}, geometry=lines, crs=LONLAT),
                      geopandas.GeoDataFrame({"map": [0]}, geometry=[territory], crs=LONLAT)))  # fmt: skip
    figures: dict = {}
    with measured(figures):
        found = [geopandas.overlay(*pair, "intersection", make_valid=False) for pair in pairs]
    inside = [value for each in found for value in shapely.length(each.geometry.values)]
    return {**figures, "lengths": lengths([n for each in found for n in each["track"]], inside, tracks)}


def run_qgis(folder: str, tracks: str) -> dict:
    """native:intersection on memory layers, one a date, as the toolbox runs it."""
    days, territories, lonlat, time = workload(folder, tracks)
    figures: dict = {}
    with in_qgis():
        from qgis.analysis import QgsNativeAlgorithms
        from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback

        QgsApplication.processingRegistry().addProvider(QgsNativeAlgorithms())
        pieces = pieces_by_day(lonlat, time, len(days))
        pairs = [(_line_layer(own), _layer(territory)) for own, territory in zip(pieces, territories)]
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("native:intersection")

        def intersection(lines, territory, context):
            parameters = {"INPUT": lines, "OVERLAY": territory, "OUTPUT": "memory:"}
            results, ok = algorithm.run(parameters, context, feedback)
            if not ok:
                raise SystemExit("native:intersection failed: " + feedback.textLog())
            return context.takeResultLayer(results["OUTPUT"])

        with measured(figures):
            made = [intersection(*pair, context) for pair in pairs]
        found = [(each["track"], each.geometry().length()) for layer in made for each in layer.getFeatures()]
        del made, pairs, context
    return {**figures, "lengths": lengths(*zip(*found), tracks)}


def _line_layer(pieces):
    import shapely
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"LineString?crs={LONLAT}&field=track:integer", "tracks", "memory")
    features = []
    for track, points, _ in pieces:
        geometry, feature = QgsGeometry(), QgsFeature(layer.fields())
        geometry.fromWkb(shapely.to_wkb(shapely.LineString(points)))
        feature.setGeometry(geometry)
        feature["track"] = int(track)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def run_movingpandas(folder: str, tracks: str) -> dict:
    """TrajectoryCollection.clip, one collection a date."""
    if importlib.util.find_spec("movingpandas") is None:
        return {"absent": "MovingPandas is not installed for this Python"}
    import warnings

    warnings.simplefilter("ignore")
    import geopandas
    import movingpandas
    import numpy as np
    import shapely

    days, territories, lonlat, time = workload(folder, tracks)
    pairs = []
    for pieces, territory in zip(pieces_by_day(lonlat, time, len(days)), territories):
        where, moments = (np.concatenate([piece[column] for piece in pieces]) for column in (1, 2))
        names = np.repeat([track for track, _, _ in pieces], [len(points) for _, points, _ in pieces])
        moments = days[0].astype("datetime64[ms]") + moments.astype("timedelta64[ms]")
        frame = geopandas.GeoDataFrame({"track": names, "t": moments}, geometry=shapely.points(where), crs=LONLAT)
        pairs.append((movingpandas.TrajectoryCollection(frame, "track", t="t"), territory))
    figures: dict = {}
    with measured(figures):
        found = [collection.clip(territory).trajectories for collection, territory in pairs]
    parts = [part for each in found for part in each]
    # Of a part's name, what stands before the last _ is the name of its track.
    names = [int(str(part.id).rsplit("_", 1)[0]) for part in parts]
    return {**figures, "lengths": lengths(names, [part.to_linestring().length for part in parts], tracks)}


KINDS = {
    "plugin": run_plugin,
    "whole": run_whole,
    "geopandas": run_geopandas,
    "qgis": run_qgis,
    "movingpandas": run_movingpandas,
}

if __name__ == "__main__":
    tell(KINDS[sys.argv[1]](*sys.argv[2:]))
