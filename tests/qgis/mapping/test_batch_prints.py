"""Prints in a project of their own."""

import pytest
from qgis.core import QgsDistanceArea, QgsPointXY

from syria_control_plugin.case.case import Case
from syria_control_plugin.core.feedback import NO_FEEDBACK
from syria_control_plugin.mapping.layouts.layouts import PrintedMap, control_layout
from syria_control_plugin.mapping.layouts.printing import layers_of_case, print_alone
from syria_control_plugin.mapping.layouts.texts import MapTexts
from syria_control_plugin.mapping.main_thread import MainThread


def true_km_a_mm(drawn):
    extent, measure = drawn.extent(), QgsDistanceArea()
    measure.setSourceCrs(drawn.crs(), drawn.layout().project().transformContext())
    measure.setEllipsoid("WGS84")
    ends = (QgsPointXY(x, extent.center().y()) for x in (extent.xMinimum(), extent.xMaximum()))
    return measure.measureLine(*ends) / 1000 / drawn.rect().width()


def stated_km_a_mm(bar):
    """By how much a segment of the scale bar grows with what it stands for."""
    bar.setNumberOfSegments(1)
    widths = []
    for km in (100, 300):
        bar.setUnitsPerSegment(km)
        bar.update()
        widths.append(bar.rect().width())
    return 200 / (widths[1] - widths[0])


@pytest.mark.parametrize("south, crs", [(0, "EPSG:3857"), (58, "EPSG:3857")])
def test_the_scale_bar_is_true_at_its_latitude(maps, tmp_path, south, crs):
    path = maps.case(tmp_path, [("GOV", "2017-10-08", (10, south, 30, south + 4))])
    found = []

    def make(project, layers, extent):
        layout = control_layout(project, PrintedMap(layers, MapTexts("x"), extent), "2017-10-08")
        assert project.crs().authid() == crs
        found.extend([true_km_a_mm(layout.itemById("map")), stated_km_a_mm(layout.itemById("scale bar"))])
        return [layout]

    print_alone(
        MainThread(), lambda project: layers_of_case(project, Case(path), {}), lambda project: None, make,
        str(tmp_path / "x.png"), 30, NO_FEEDBACK,
    )  # fmt: skip
    assert found[0] == pytest.approx(found[1], rel=0.02)
