"""The atlas by date: a page a date, each with the ground, the legend and the areas of its date."""

import numpy as np
import pytest
from qgis.core import QgsExpressionContextUtils, QgsFeatureRequest, QgsLayoutExporter, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import Qt

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.print_data import areas_on, case_print_data
from syria_control_plugin.core.errors import Cancelled, CaseError
from syria_control_plugin.mapping.layers.layers import local_crs
from syria_control_plugin.mapping.layouts.area_table import area_rows
from syria_control_plugin.mapping.layouts.atlas import atlas_layout
from syria_control_plugin.mapping.layouts.export import export_layouts
from syria_control_plugin.mapping.layouts.layouts import PrintedMap, keep
from syria_control_plugin.mapping.layouts.printing import printed_layers
from syria_control_plugin.mapping.layouts.texts import MapTexts
from tests.core.recorder import Recorder
from tests.qgis.mapping.layout_checks import assert_well_laid_out

WEST, EAST = (37.0, 35.0, 37.1, 35.2), (37.1, 35.0, 37.2, 35.2)
ROWS = [  # the west goes from OPP to IS to GOV, the east stays with GOV
    ("OPP", "2017-10-08", WEST), ("GOV", "2017-10-08", EAST),
    ("IS", "2017-10-09", WEST), ("GOV", "2017-10-09", EAST),
    ("GOV", "2017-10-12", WEST), ("GOV", "2017-10-12", EAST),
]  # fmt: skip
HOLDERS = ["OPP", "IS", "GOV"]


@pytest.fixture
def made(qgis_app, maps, tmp_path):
    """(project, layout, control layer, dates)"""
    path = maps.case(tmp_path, ROWS)
    case, project = Case(path), QgsProject()
    facts = case_print_data(case, "Three maps")
    layers = printed_layers(project, Case(path))
    project.setCrs(local_crs(layers[-1]))
    rows = {date: area_rows(facts.theme, found) for date, found in areas_on(case, facts.map_dates).items()}
    printed = PrintedMap(layers, MapTexts("Three maps"), None, facts.dates, lambda moment: rows[moment])
    layout = keep(project, atlas_layout(project, printed, facts.map_dates))
    yield project, layout, layers[-1], facts.map_dates
    project.clear()


def pages(layout):
    """Goes to each page of the atlas."""
    atlas = layout.atlas()
    atlas.beginRender()
    while atlas.next():
        layout.refresh()
        yield atlas.currentFilename()
    atlas.endRender()


def first_column(layout):
    """Of the table of areas, as it is on the page."""
    table = layout.itemById("areas").multiFrame()
    table.refreshAttributes()
    words = QgsExpressionContextUtils.atlasScope(layout.atlas())
    context = layout.createExpressionContext()
    context.appendScope(words)
    request = QgsFeatureRequest().setFilterExpression(table.featureFilter()).setExpressionContext(context)
    return [row["area"] for row in table.sourceLayer().getFeatures(request)]


def middle_of_west(layout):
    """The colour in the middle of the west, on the page as it is drawn."""
    drawn = layout.itemById("map")
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=60)
    extent, frame = drawn.extent(), drawn.mapRectToScene(drawn.rect())
    x = frame.x() + frame.width() / 2 - 0.25 * 18_200 / extent.width() * frame.width()
    y = frame.y() + frame.height() / 2
    return image.pixelColor(int(x * 60 / 25.4), int(y * 60 / 25.4)).name()


def test_each_page_shows_the_ground_of_the_date_it_names(made, maps):
    _, layout, control, dates = made
    colours = {value.value(): value.symbol().color().name() for value in control.renderer().categories()}
    seen = []
    for _ in pages(layout):
        time = layout.itemById("map").temporalRange()
        held = {row["class"] for row in maps.shown(control, time) if row.geometry().contains(QgsPointXY(37.05, 35.1))}
        colour = middle_of_west(layout)
        seen.append((layout.itemById("date").currentText(), held, colour))
    assert seen == [
        ("8 October 2017", {"OPP"}, colours["OPP"]),
        ("9 October 2017", {"IS"}, colours["IS"]),
        ("12 October 2017", {"GOV"}, colours["GOV"]),
    ]


def test_legend_and_areas_are_those_of_the_page(made):
    _, layout, control, _ = made
    words = {value.value(): value.label() for value in control.renderer().categories()}
    for holder, _ in zip(HOLDERS, pages(layout)):
        QgsLayoutExporter(layout).renderPageToImage(0, dpi=20)  # a legend filters its classes when it is drawn
        model = layout.itemById("legend").model()
        (node,) = model.rootGroup().findLayers()
        shown = {str(line.data(Qt.ItemDataRole.DisplayRole)) for line in model.layerLegendNodes(node)}
        rows = first_column(layout)
        expected = {words[name] for name in {holder, "GOV"}}
        assert shown == expected and set(rows) == expected


def test_what_drives_it_is_out_of_sight_and_kept_with_the_project(made, tmp_path):
    project, layout, _, dates = made
    assert layout.atlas().coverageLayer().isSpatial() is False
    assert not project.layerTreeRoot().findLayers()
    path = str(tmp_path / "kept.qgz")
    assert project.write(path)
    again = QgsProject()
    assert again.read(path)
    (kept,) = again.layoutManager().printLayouts()
    kept.atlas().updateFeatures()
    assert kept.atlas().count() == len(dates) == 3
    names = list(pages(kept))
    assert names == ["2017-10-08", "2017-10-09", "2017-10-12"]
    kept.atlas().first()
    assert len(first_column(kept)) == 2
    again.clear()


def test_every_page_is_well_laid_out(made):
    for _ in pages(made[1]):
        assert_well_laid_out(made[1])


def test_a_file_a_page(made, tmp_path):
    files = export_layouts([made[1]], str(tmp_path / "atlas.png"), 30)
    assert [file.rsplit("/", 1)[1] for file in files] == [
        "atlas_2017-10-08.png", "atlas_2017-10-09.png", "atlas_2017-10-12.png"]  # fmt: skip
    (pdf,) = export_layouts([made[1]], str(tmp_path / "atlas.pdf"), 30)
    with open(pdf, "rb") as file:
        assert file.read().count(b"/Type /Page\n") == 3


@pytest.mark.parametrize("suffix", ["pdf", "png"])
def test_cancelled_between_two_pages(made, tmp_path, suffix):
    recorder = Recorder(cancel_after=2)
    before = set(tmp_path.iterdir())
    with pytest.raises(Cancelled):
        export_layouts([made[1]], str(tmp_path / f"atlas.{suffix}"), 30, recorder)
    assert set(tmp_path.iterdir()) == before
    assert recorder.percents == [0, pytest.approx(100 / 3)]
    assert export_layouts([made[1]], str(tmp_path / f"atlas.{suffix}"), 30), "the atlas can't be printed any more"


def test_no_date_is_an_error(made):
    with pytest.raises(CaseError, match=r"There is nothing to print\. Choose at least one date\."):
        atlas_layout(made[0], PrintedMap((made[2],), MapTexts("t")), np.empty(0, "datetime64[s]"))
