"""Lengths of corridors are those that QGIS measures on the ellipsoid, to within 0.1 %."""

import numpy as np
import pytest
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsDistanceArea, QgsGeometry

from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.corridors.observed import observed_corridors
from syria_control_plugin.core.movements.movements import from_lines

DAY = np.datetime64("2017-10-24", "s")


def corridor_of(points, territory):
    line = shapely.LineString(points)
    movements = from_lines(["m"], ["A"], [DAY], [DAY + 86400], ["news"], [line])
    series = ControlSeries(["B"], [DAY], [np.datetime64("NaT")], [territory], ["maps"])
    corridors = observed_corridors(movements, series).corridors
    assert len(corridors) == 1
    return corridors


@pytest.fixture
def measure():
    area = QgsDistanceArea()
    area.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext())
    assert area.setEllipsoid("EPSG:7030")
    return lambda line: area.measureLength(QgsGeometry.fromWkt(line.wkt)) / 1000


@pytest.mark.parametrize(
    ("points", "territory"),
    [
        ([(36, 35), (36.8, 35.3), (37.5, 35.2)], shapely.box(36.2, 34, 37.1, 36)),
        ([(0, 0), (9, 9)], shapely.box(1, 1, 8, 8)),
        ([(10, 80), (30, 81), (31, 84)], shapely.box(12, 70, 40, 83)),
        ([(0, -89.5), (90, -89.4)], shapely.box(10, -90, 80, -89)),
        ([(178, -17), (-178, -16)], shapely.union(shapely.box(179, -20, 180, 0), shapely.box(-180, -20, -179, 0))),
        ([(-179, -17), (-175, -16)], shapely.box(-178, -20, -176, 0)),
        ([(170, 75), (-170, 76)], shapely.box(172, 70, 189, 80)),
    ],
)  # fmt: skip
def test_lengths_are_those_of_qgis(points, territory, measure, qgis_app):
    corridors = corridor_of(points, territory)
    assert corridors.length_km[0] == pytest.approx(measure(corridors.path[0]), rel=1e-3)
