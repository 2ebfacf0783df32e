"""Print layouts: one date, two dates, many; what stands on them, that it fits, and that it is what it says."""

import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutSize,
    QgsNumericFormatContext,
    QgsPointXY,
    QgsProject,
    QgsReadWriteContext,
)
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtGui import QImage

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.editing import editing
from syria_control_plugin.case.print_data import areas_on, case_print_data
from syria_control_plugin.case.statistics import REPORT_NOTES, info_of
from syria_control_plugin.core.errors import Cancelled, CaseError, SourceError
from syria_control_plugin.mapping.label_format import legend_text
from syria_control_plugin.mapping.layers.layers import local_crs
from syria_control_plugin.mapping.layouts.area_table import AreaRow, area_rows, area_texts, compared_texts, signed
from syria_control_plugin.mapping.layouts.atlas import atlas_layout
from syria_control_plugin.mapping.layouts.export import export_layouts, export_png
from syria_control_plugin.mapping.layouts.layouts import (
    PrintedMap,
    control_layout,
    keep,
    multiples_layout,
    shown_time,
    two_dates_layout,
)
from syria_control_plugin.mapping.layouts.legends import fill_legend
from syria_control_plugin.mapping.layouts.printing import chosen_dates, make_layouts, printed_layers
from syria_control_plugin.mapping.layouts.templates import ATLAS, MAP, MULTIPLES, TWO_DATES, Paper, opened_template
from syria_control_plugin.mapping.layouts.texts import MapTexts, Ruler
from tests.core.recorder import Recorder
from tests.qgis.mapping.layout_checks import assert_well_laid_out, printed_items

PAPERS = [Paper(size, orientation) for size in ("A4", "A3") for orientation in ("landscape", "portrait")]
TAKEN = (37.723, 35.225)  # held by IS on 8 October, by the army on 2 November
RED, BLUE, BLACK, GREEN = "#d7301f", "#2b6cb8", "#1a1a1a", "#41a148"
REFERENCES = Path(__file__).parent / "reference"
NAMES = [f"Army of the north and allied forces of the defence, brigade {number}" for number in range(8)]
NAMES += ["هيئة تحرير الشام والفصائل المتحالفة معها", "W" * 120, "<b>Bold & 'quoted'</b>", "[% 20 + 22 %]"]
LONG = "A very long title about the control of the ground in north-east Hama in the autumn of 2017 "


@pytest.fixture
def project(qgis_app):
    locale = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    made = QgsProject()
    yield made
    made.clear()
    QLocale.setDefault(locale)


@pytest.fixture
def printed(project, sample_path):
    return printed_of(project, sample_path, ["2017-10-08", "2017-10-09", "2017-10-24"])


@pytest.fixture
def crowded(project, maps, tmp_path):
    """Twelve factions of long and hostile names, and long texts."""
    places = [(37 + 0.1 * number, 35, 37.1 + 0.1 * number, 35.4) for number in range(len(NAMES))]
    rows = [(name, "2017-10-08", box) for name, box in zip(NAMES, places)]
    rows += [(name, "2017-10-09", (*box[:3], 35.3)) for name, box in zip(NAMES, places)]
    texts = MapTexts(LONG * 3, "Schematic. " * 12, f"Sources: https://example.org/{'x' * 200} " + "and more " * 200)
    return printed_of(project, maps.case(tmp_path, rows), ["2017-10-08", "2017-10-09"], texts)


def printed_of(project, path, dates, texts=None):
    case = Case(path)
    facts = case_print_data(case, "Control")
    layers = printed_layers(project, Case(path))
    project.setCrs(local_crs(layers[-1]))
    dates = np.union1d(np.array(dates, "datetime64[s]"), facts.map_dates)
    rows = {date: area_rows(facts.theme, found, facts.names) for date, found in areas_on(case, dates).items()}
    texts = texts or MapTexts(facts.title, facts.note, facts.sources)
    return PrintedMap(layers, texts, None, facts.dates, lambda moment: rows[moment])


def colour_at(layout, drawn, lon, lat, dpi=60):
    """The colour that the page has where a place lies on one of its maps."""
    image = QgsLayoutExporter(layout).renderPageToImage(drawn.page(), dpi=dpi)
    lonlat = QgsCoordinateReferenceSystem("EPSG:4326")
    place = QgsCoordinateTransform(lonlat, drawn.crs(), layout.project()).transform(QgsPointXY(lon, lat))
    extent, frame = drawn.extent(), drawn.mapRectToScene(drawn.rect())
    page = layout.pageCollection().page(drawn.page()).pos()
    x = frame.x() - page.x() + (place.x() - extent.xMinimum()) / extent.width() * frame.width()
    y = frame.y() - page.y() + (extent.yMaximum() - place.y()) / extent.height() * frame.height()
    return image.pixelColor(int(x * dpi / 25.4), int(y * dpi / 25.4)).name()


def legend_words(layout, layer="Control"):
    legend = layout.itemById("legend")
    assert isinstance(legend, QgsLayoutItemLegend)
    QgsLayoutExporter(layout).renderPageToImage(0, dpi=20)  # a legend filters its classes when it is drawn
    (node,) = [node for node in legend.model().rootGroup().findLayers() if node.name() == layer]
    return [" ".join(str(line.data(Qt.ItemDataRole.DisplayRole)).split()) for line in
            legend.model().layerLegendNodes(node)]  # fmt: skip


def cells(layout, name="areas"):
    return [[str(cell.content()) for cell in row] for row in layout.itemById(name).multiFrame().tableContents()]


def test_items_are_named_and_dated(project, printed):
    layout = control_layout(project, printed, "2017-10-24")
    wanted = {"map", "title", "date", "legend", "areas", "overview", "scale bar", "north arrow", "note", "sources"}
    assert {item.id() for item in printed_items(layout)} == wanted
    assert layout.itemById("date").currentText() == "24 October 2017"
    note = " ".join(layout.itemById("note").currentText().split())
    assert note.startswith("Schematic")
    assert "On 2017-10-08, 51 of 304 places have a report; the holders of the other 253 are assumed." in note
    assert all(layout.itemById(name).hasBackground() for name in ("north arrow", "scale bar")), "lost on dark ground"
    assert layout.name() == "North-east Hama, October 2017, 2017-10-24"
    untitled = replace(printed, texts=replace(printed.texts, title=""))
    assert control_layout(project, untitled, "2017-10-24").name() == "2017-10-24"
    begin = layout.itemById("map").temporalRange().begin()
    assert begin.toString(Qt.DateFormat.ISODate) == "2017-10-24T00:00:00Z"


def test_legend_on_8_october_has_no_blue(project, printed):
    before, after = (control_layout(project, printed, day) for day in ("2017-10-08", "2017-10-24"))
    assert legend_words(before) == ["Syrian government forces", "ISIS", "Syrian opposition forces"]
    assert legend_words(after)[1].startswith("Syrian opposition forces, in territory that ISIS held")
    for layout, has_blue in ((before, False), (after, True)):
        image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=50)
        colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert (BLUE in colours) == has_blue and {RED, BLACK, GREEN} <= colours


def test_labels_are_broken_anew_for_each_width(project, printed):
    layout = control_layout(project, printed, "2017-10-24")
    legend, drawn = layout.itemById("legend"), layout.itemById("map")
    texts = []
    for width_mm in (71, 45, 71):
        legend.attemptResize(QgsLayoutSize(width_mm, 120))
        fill_legend(legend, drawn, printed.layers)
        node = legend.model().rootGroup().findLayers()[0]
        texts.append([node.customProperty(f"legend/label-{number}") for number in range(4)])
    assert texts[0] == texts[2] != texts[1]


def test_areas_are_those_of_the_date(project, printed):
    rows = cells(control_layout(project, printed, "2017-10-24"))
    assert [row[0].split(":")[0] for row in rows] == [
        "Syrian government forces", "ISIS", "Syrian opposition forces", "including"]  # fmt: skip
    assert sum(float(row[2].split()[0]) for row in rows if row[2]) == pytest.approx(100, abs=0.2)
    before = {row[0]: row[1] for row in cells(control_layout(project, printed, "2017-10-08"))}
    assert before["ISIS"] == "305.2" and len(before) == 3


def test_a_series_of_one_side_has_no_shares(project, maps, tmp_path):
    """Ground of nobody is a class with an area, and not another side."""
    rows = [("GOV", "2017-10-08", (37, 35, 37.1, 35.1)), ("Nobody", "2017-10-08", (37.1, 35, 37.2, 35.1))]
    one_side = printed_of(project, maps.case(tmp_path, rows), ["2017-10-08"])
    found = cells(control_layout(project, one_side, "2017-10-08"))
    assert [row[:2] for row in found] == [["Syrian government forces", found[0][1]], ["Nobody", found[1][1]]]
    assert {len(row) for row in found} == {2} and 90 < float(found[1][1]) < 110
    atlas = atlas_layout(project, one_side, ["2017-10-08"])
    headings = [column.heading() for column in atlas.itemById("areas").multiFrame().columns()]
    assert headings == ["Area", "km²"]


@pytest.mark.parametrize("day, colour", [("2017-10-08", BLACK), ("2017-11-02", RED)])
def test_the_map_shows_the_date_that_the_page_names(project, maps, printed, day, colour):
    place = TAKEN
    layout = control_layout(project, printed, day)
    assert layout.itemById("date").currentText() in ("8 October 2017", "2 November 2017")
    shown = shown_time(day, printed.dates)
    control = printed.layers[-1]
    held = {row["class"] for row in maps.shown(control, shown) if row.geometry().contains(QgsPointXY(*place))}
    assert held == {{BLACK: "IS", RED: "GOV"}[colour]}
    assert colour_at(layout, layout.itemById("map"), *place) == colour


def test_two_dates_side_by_side_with_the_change(project, printed):
    layout = two_dates_layout(project, printed, ["2017-10-08", "2017-11-02"])
    first, second = (layout.itemById(name) for name in ("map 1", "map 2"))
    assert [layout.itemById(f"date {number}").currentText() for number in (1, 2)] == ["8 October 2017",
                                                                                     "2 November 2017"]  # fmt: skip
    assert first.extent() == second.extent()
    assert [colour_at(layout, drawn, *TAKEN) for drawn in (first, second)] == [BLACK, RED]
    rows = {row[0]: row[1:] for row in cells(layout)}
    assert rows["ISIS"] == ["305.2", "106.4", "−198.8"]
    assert any(words.startswith("Syrian opposition forces, in territory") for words in legend_words(layout))
    with pytest.raises(CaseError, match="not 1"):
        two_dates_layout(project, printed, ["2017-10-08"])


def test_multiples_take_as_many_pages_as_they_need(project, printed):
    dates = list(printed.dates[:8])
    layout = multiples_layout(project, printed, dates)
    assert layout.pageCollection().pageCount() == 2
    drawn = [item for item in printed_items(layout) if isinstance(item, QgsLayoutItemMap) and item.id() != "overview"]
    assert len(drawn) == 8
    shown = sorted(item.temporalRange().begin().toString("yyyy-MM-ddTHH:mm:ss") for item in drawn)
    assert shown == [str(date) for date in dates]
    assert_well_laid_out(layout)
    with pytest.raises(CaseError, match=r"There is nothing to print\. Choose at least one date\."):
        multiples_layout(project, printed, [])


def test_multiples_tell_the_change_over_the_dates_of_their_page(project, printed):
    dates = list(np.array(["2017-10-08", "2017-10-09", "2017-10-24"], "datetime64[s]"))
    layout = multiples_layout(project, printed, dates)
    headings = [column.heading() for column in layout.itemById("areas").multiFrame().columns()]
    assert headings == ["Area (km²)", "8 Oct 2017", "24 Oct 2017", "Change"]
    rows = {row[0]: row[1:] for row in cells(layout)}
    two = {row[0]: row[1:] for row in cells(two_dates_layout(project, printed, [dates[0], dates[-1]]))}
    assert rows == two


def test_small_maps_have_no_labels(project, printed):
    many, one = (
        multiples_layout(project, printed, list(printed.dates[:8])),
        control_layout(project, printed, "2017-10-24"),
    )
    small, large = many.itemById("map 1"), one.itemById("map")
    (corridors,) = [layer for layer in printed.layers if layer.name() == "Corridors"]
    assert corridors.labelsEnabled()
    assert 'labelsEnabled="0"' in small.layerStyleOverrides()[corridors.id()] and not large.layerStyleOverrides()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.size} {paper.orientation}")
@pytest.mark.parametrize("kind", [MAP, TWO_DATES, MULTIPLES, ATLAS])
@pytest.mark.parametrize("content", ["printed", "crowded"])
def test_nothing_overlaps_and_nothing_is_cut(project, request, content, kind, paper):
    shown = request.getfixturevalue(content)
    dates = chosen_dates(kind, [], shown.dates, shown.dates[-1])
    (layout,) = make_layouts(project, kind, shown, dates, paper=paper)
    assert_well_laid_out(layout)
    if content == "printed":
        assert layout.pageCollection().pageCount() == (1 if kind != MULTIPLES else 2 if paper.size == "A3" else 3)


def test_long_text_goes_on_and_nothing_of_it_is_lost(project, crowded):
    layout = control_layout(project, crowded, "2017-10-08")
    parts = sorted((item for item in layout.items() if isinstance(item, QgsLayoutItemLabel)
                    and item.id().startswith("sources")), key=lambda item: item.id())  # fmt: skip
    assert len(parts) > 1
    written = "".join("".join(part.currentText().replace("…", "").split()) for part in parts)
    assert written == "".join(f"Sources: {crowded.texts.sources}".split())


def test_what_goes_on_shares_a_page(project, crowded):
    texts = MapTexts(LONG * 8, "Schematic. " * 60, "Sources and more. " * 100)
    layout = control_layout(project, replace(crowded, texts=texts), "2017-10-08")
    assert {item.id() for item in printed_items(layout) if item.page()} == {"title (2)", "note (2)", "sources (2)"}
    assert layout.pageCollection().pageCount() == 2
    assert layout.itemById("sources (2)").currentText().startswith("… ")
    assert_well_laid_out(layout)


def test_a_title_of_three_hundred_characters_stands_on_the_page(project, printed):
    texts = MapTexts((LONG * 4)[:300])
    layout = control_layout(project, replace(printed, texts=texts), "2017-10-24")
    assert layout.pageCollection().pageCount() == 1
    assert_well_laid_out(layout)


@pytest.mark.parametrize("kind", [MAP, ATLAS])
def test_an_overview_of_the_same_ground_makes_room_for_a_long_table(project, crowded, kind):
    def made(shown):
        (layout,) = make_layouts(project, kind, shown, chosen_dates(kind, [], shown.dates, shown.dates[-1]))
        return layout

    whole = made(crowded)
    part = made(replace(crowded, extent=whole.itemById("map").extent().buffered(-10_000)))
    assert whole.itemById("overview") is None and whole.pageCollection().pageCount() == 2
    assert part.itemById("overview") is not None
    frames = [len(layout.itemById("areas").multiFrame().frames()) for layout in (whole, part)]
    assert frames == [1, 2], "the areas stand on one page"
    assert_well_laid_out(whole)


@pytest.mark.parametrize("text", ["[% 20 + 22 %]", "[[%% 20 + 22 %%]]", "a [%20 + 22%] b", "[%\n20 + 22\n%]"])
def test_text_from_data_is_not_evaluated(project, printed, text):
    texts = MapTexts(text, text, text)
    layout = control_layout(project, PrintedMap(printed.layers, texts, None, printed.dates), "2017-10-24")
    for name in ("title", "note", "sources"):
        label = layout.itemById(name)
        words = " ".join(label.currentText().split())
        assert "42" not in words and "20 +" in words


def test_html_is_shown_as_written(project, printed, tmp_path):
    texts = MapTexts("<b>bold</b>")
    layout = control_layout(project, PrintedMap(printed.layers, texts, None, printed.dates), "2017-10-24")
    label = layout.itemById("title")
    assert label.mode() == QgsLayoutItemLabel.Mode.ModeFont and not label.textFormat().allowHtmlFormatting()


def test_faction_names_are_not_evaluated(project, crowded):
    layout = control_layout(project, crowded, "2017-10-08")
    legend = layout.itemById("legend")
    (node,) = legend.model().rootGroup().findLayers()
    words = [line.evaluateLabel(layout.createExpressionContext()) for line in legend.model().layerLegendNodes(node)]
    assert len(words) == 12 and any("20 + 22" in text for text in words) and "42" not in words
    assert any("20 + 22" in row[0] for row in cells(layout))


def test_a_day_in_which_the_map_changes_is_shown_up_to_the_change():
    dates = np.array(["2017-10-08T00:00:00", "2017-10-08T12:00:00"], "datetime64[s]")
    times = [shown_time(date, dates) for date in dates]
    assert [(time.begin().toString("dd HH:mm"), time.end().toString("dd HH:mm")) for time in times] == [
        ("08 00:00", "08 12:00"), ("08 12:00", "09 00:00")]  # fmt: skip
    assert not times[0].includeEnd()


def test_a_template_of_ones_own_is_filled_by_the_names_of_its_items(project, printed, tmp_path):
    mine = control_layout(project, printed, "2017-10-24")
    mine.removeLayoutItem(mine.itemById("note"))
    mine.itemById("title").attemptMove(mine.itemById("sources").positionWithUnits())
    path = str(tmp_path / "mine.qpt")
    assert mine.saveAsTemplate(path, QgsReadWriteContext())
    layout = control_layout(project, printed, "2017-10-08", Paper(template=path))
    assert layout.itemById("note") is None
    assert layout.itemById("date").currentText() == "8 October 2017"
    assert layout.itemById("title").pos() == mine.itemById("sources").pos()
    assert legend_words(layout) == ["Syrian government forces", "ISIS", "Syrian opposition forces"]


_QUADRATIC = '<!DOCTYPE Layout [<!ENTITY a "' + "x" * 100_000 + '">]>' + f"<Layout>{'&a;' * 20_000}</Layout>"


@pytest.mark.parametrize(
    "content", [_QUADRATIC, "<Layout>", f"<Layout>{'<a>' * 200_000}{'</a>' * 200_000}</Layout>"],
    ids=["entities", "cut off", "deep"])  # fmt: skip
def test_a_template_that_would_stop_or_end_qgis_is_refused(tmp_path, content):
    path = tmp_path / "bad.qpt"
    path.write_text(content)
    with pytest.raises(SourceError, match=r"bad\.qpt' is not a QGIS layout template \(\.qpt\)"):
        opened_template(QgsProject.instance(), "map", Paper(template=str(path)))


@pytest.mark.parametrize("content, named", [(None, "gone.qpt"), ("<a/>", "gone.qpt"), ("<Layout/>", "map")])
def test_a_template_that_cannot_be_used_is_an_error(project, printed, tmp_path, content, named):
    path = tmp_path / "gone.qpt"
    if content:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match=named):
        control_layout(project, printed, "2017-10-08", Paper(template=str(path)))


def test_a_template_that_is_a_pipe_is_refused(tmp_path):
    path = tmp_path / "pipe.qpt"
    os.mkfifo(path)
    with pytest.raises(SourceError, match="pipe.qpt' cannot be read: it is not a regular file"):
        opened_template(QgsProject.instance(), "map", Paper(template=str(path)))


def test_a_template_of_one_map_is_not_for_two_dates(project, printed, tmp_path):
    path = str(tmp_path / "mine.qpt")
    assert control_layout(project, printed, "2017-10-24").saveAsTemplate(path, QgsReadWriteContext())
    with pytest.raises(SourceError, match="mine.qpt.*two maps"):
        two_dates_layout(project, printed, ["2017-10-08", "2017-11-02"], Paper(template=path))


def test_kept_layouts_have_names_of_their_own(project, printed):
    names = [keep(project, control_layout(project, printed, "2017-10-08")).name() for _ in range(3)]
    assert names[1:] == [f"{names[0]} (2)", f"{names[0]} (3)"]
    assert len(project.layoutManager().printLayouts()) == 3


@pytest.mark.parametrize("kind, count", [(MAP, 1), (TWO_DATES, 2), (MULTIPLES, 24), (ATLAS, 60)])
def test_dates_where_none_are_given(kind, count):
    known = np.datetime64("2017-01-01", "s") + np.arange(60) * np.timedelta64(1, "D")
    dates = chosen_dates(kind, [], known, known[-1])
    assert len(dates) == count and dates[-1] == known[-1] and len(set(dates)) == count


@pytest.mark.parametrize("language", ["en_US", "de_DE", "ar_SY", "ar_EG", "fa_IR"])
def test_scale_bars_write_short_figures(project, printed, language):
    QLocale.setDefault(QLocale(language))
    layout = control_layout(project, printed, "2017-10-24")
    bar = layout.itemById("scale bar")
    assert bar.numericFormat().numberDecimalPlaces() == 0 and bar.unitsPerSegment() == 10
    written = bar.numericFormat().formatDouble(bar.unitsPerSegment(), QgsNumericFormatContext())
    assert len(written) == 2, written


def test_ground_on_both_sides_of_the_antimeridian(project, maps, tmp_path):
    rows = [("GOV", "2017-10-08", (178.5, -17, 180, -16)), ("OPP", "2017-10-08", (-180, -17, -179, -16))]
    shown = printed_of(project, maps.case(tmp_path, rows), ["2017-10-08"])
    layout = control_layout(project, shown, "2017-10-08")
    drawn = layout.itemById("map")
    assert 250_000 < drawn.extent().width() < 400_000, "metres; 2.5 degrees at 16.5 south are 267 km"
    colours = {value.value(): value.symbol().color().name() for value in shown.layers[-1].renderer().categories()}
    for place, holder in (((179.5, -16.5), "GOV"), ((-179.5, -16.5), "OPP")):
        assert colour_at(layout, drawn, *place) == colours[holder]
    assert len(legend_words(layout)) == 2


@pytest.mark.parametrize("west, zone", [(-180, 32701), (174.5, 32760), (36, 32737)])
def test_local_crs(project, maps, tmp_path, west, zone):
    case = maps.case(tmp_path, [("GOV", "2017-10-08", (west, -10, west + 2, -9))])
    assert local_crs(printed_layers(project, Case(case))[-1]).authid() == f"EPSG:{zone}"


@pytest.mark.parametrize("kind", [MAP, TWO_DATES, ATLAS])
def test_numbers_are_never_broken(project, maps, tmp_path, kind):
    """Ground of a hundred thousand km²: half a number on a line reads as another number."""
    rows = [("GOV", f"2017-10-{day:02d}", (30, 30, 34 + day / 10, 35)) for day in (8, 9)]
    shown = printed_of(project, maps.case(tmp_path, rows), ["2017-10-08", "2017-10-09"])
    (layout,) = make_layouts(project, kind, shown, chosen_dates(kind, [], shown.dates, shown.dates[-1]))
    table = layout.itemById("areas").multiFrame()
    ruler, letters = Ruler(layout), table.contentTextFormat()
    columns = table.columns() if kind == ATLAS else table.headers()
    assert ruler.width("258,000.0", letters) < columns[1].width()
    if kind != ATLAS:
        assert not any(" " in text for row in cells(layout) for text in row[1:3] if not text.endswith(" %"))
    assert all(ruler.width(column.heading(), table.headerTextFormat()) < column.width() for column in columns[1:])


def test_one_map_is_not_put_beside_itself():
    known = np.array(["2017-10-08"], "datetime64[s]")
    with pytest.raises(CaseError, match="only one map"):
        chosen_dates(TWO_DATES, [], known, known[-1])


def test_signs_of_changes():
    assert [signed(value) for value in (12.34, -12.34, 0.01, np.nan)] == ["+12.3", "−12.3", "±0.0", ""]


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
def test_formats(project, printed, tmp_path, suffix):
    path = tmp_path / f"map{suffix}"
    assert export_layouts([control_layout(project, printed, "2017-10-24")], str(path), 60) == [str(path)]
    starts = {".pdf": b"%PDF", ".svg": b"<?xml", ".png": b"\x89PNG"}
    content = path.read_bytes()
    assert content.startswith(starts[suffix])
    assert [file.name for file in tmp_path.glob("*.*") if file.name.startswith("map")] == [path.name]
    if suffix == ".pdf":
        assert b"/Viewport" in content or b"/VP" in content, "the PDF does not know where its map lies"


def test_pages_of_pictures_have_names_of_their_own(project, printed, tmp_path):
    layout = multiples_layout(project, printed, list(printed.dates[:8]))
    files = export_layouts([layout], str(tmp_path / "many.png"), 30)
    assert len(files) == 2 and all(Path(file).is_file() for file in files)


@pytest.mark.parametrize("name, named", [("no/folder/map.pdf", "folder"), ("map.docx", "pdf"), (".", "pdf")])
def test_a_path_that_cannot_be_written_is_an_error(project, printed, tmp_path, name, named):
    with pytest.raises(CaseError, match=named):
        export_png(control_layout(project, printed, "2017-10-24"), str(tmp_path / name), dpi=30)


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
def test_a_cancelled_export_leaves_no_file_and_the_old_one_as_it_was(project, printed, tmp_path, suffix):
    layouts = [control_layout(project, printed, day) for day in ("2017-10-08", "2017-10-24")]
    path = tmp_path / f"map{suffix}"
    path.write_text("old")

    with pytest.raises(Cancelled):
        export_layouts(layouts, str(path), 30, Recorder(cancel_after=1))  # after the first of two pages
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith((".", "map"))] == [path.name]
    assert path.read_text() == "old"


@pytest.mark.parametrize("suffix", [".pdf", ".svg", ".png"])
@pytest.mark.parametrize("count", [1, 2])
def test_a_full_disk_is_an_error_and_leaves_the_old_file(project, printed, tmp_path, suffix, count):
    """Files may grow to 20 KB here: what is written beyond fails as on a full disk."""
    resource = pytest.importorskip("resource")
    layouts = [control_layout(project, printed, "2017-10-24") for _ in range(count)]
    path = tmp_path / f"map{suffix}"
    path.write_text("old")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(CaseError, match="map"):
            export_layouts(layouts, str(path), 100)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith((".", "map"))] == [path.name]


@pytest.mark.parametrize("kind, dates", [(MAP, ["2017-10-24"]), (TWO_DATES, ["2017-10-08", "2017-11-02"])])
def test_looks_like_its_reference(project, printed, tmp_path, kind, dates):
    """Where it does not, what came out and the difference are in pytest's folder for the test."""
    territory = replace(printed, layers=printed.layers[-1:])
    (layout,) = make_layouts(project, kind, territory, chosen_dates(kind, dates, printed.dates, printed.dates[-1]))
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=50).convertToFormat(QImage.Format.Format_RGB32)
    reference = REFERENCES / f"layout_{kind}.png"
    image.save(str(tmp_path / reference.name))
    expected = QImage(str(reference)).convertToFormat(QImage.Format.Format_RGB32)
    assert (image.width(), image.height()) == (expected.width(), expected.height())
    found, wanted = pixels(image), pixels(expected)
    differs = np.abs(found.astype(int) - wanted).max(axis=2) > 60
    difference = QImage(np.where(differs, 0, 255).astype(np.uint8).tobytes(), image.width(), image.height(),
                        image.width(), QImage.Format.Format_Grayscale8)  # fmt: skip
    difference.save(str(tmp_path / f"difference_{reference.name}"))
    assert differs.mean() < 0.01, f"see {tmp_path}"


def pixels(image):
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bytes(bits), np.uint8).reshape(image.height(), image.width(), 4)[:, :, :3]


def test_texts_of_any_length_are_printed_within_moments(project, printed, tmp_path):
    """QGIS itself breaks a note of 10,000 letters in 40 s, and one of a million for ever."""
    rows = [AreaRow("F" * 1_000_000, 1.0, 1.0)]
    texts = MapTexts("W" * 200_000, "word " * 1_000_000, "S" * 100_000)
    start = time.monotonic()
    layout = control_layout(project, replace(printed, texts=texts, areas_on=lambda moment: rows), "2017-10-09")
    export_layouts([layout], str(tmp_path / "map.pdf"), 40)
    assert time.monotonic() - start < 30
    labels = [item for item in printed_items(layout) if isinstance(item, QgsLayoutItemLabel)]
    shown = [item.text().replace("\n", " ") for item in labels]
    assert any("(4,980,000 more characters are not printed)" in text for text in shown)
    assert max(len(line) for item in labels for line in item.text().split("\n")) < 1000


def test_a_label_of_any_length_in_a_legend(qgis_app):
    assert legend_text("F" * 1_000_000) == "F" * 1000 + "… (999,000 more characters are not printed)"
    assert legend_text("[% 1 %]") == "[ % 1 %]"


def test_a_label_of_any_length_in_a_table(qgis_app):
    """Two that begin alike stay two rows."""
    rows = [AreaRow("F" * 5000 + end, 1.0, 1.0) for end in "AB"]
    assert [text[0] for text in area_texts(rows)] == ["F" * 200 + "… (4,801 more characters are not printed)"] * 2
    assert len(compared_texts(rows, rows)) == 2


def test_all_of_a_long_note_is_counted_in_print_and_its_beginning_shown_in_the_panel(sample_path, tmp_path):
    path = str(shutil.copy(sample_path, tmp_path / "case.gpkg"))
    with editing(path) as draft:
        draft.set_setting("title", "T" * 30_000)
        draft.set_setting("note", "N" * 30_000)
        draft.set_setting(REPORT_NOTES, {})
    case = Case(path)
    panel, texts = info_of(case, ""), case_print_data(case, "")
    assert (panel.title, panel.note) == ("T" * 1000 + "…", "N" * 20_000 + "…")
    assert MapTexts(texts.title, texts.note).note.endswith("N… (10,000 more characters are not printed)")
