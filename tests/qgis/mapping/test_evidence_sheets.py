"""The evidence sheet of a corridor: what stands on it, and that all of it has room."""

from dataclasses import replace

import numpy as np
import pytest
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutExporter,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
)

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.corridors import CorridorFacts, Match, corridor_facts
from syria_control_plugin.core import fields as f
from syria_control_plugin.core.errors import CaseError
from syria_control_plugin.mapping.layers.layers import local_crs
from syria_control_plugin.mapping.layouts.evidence_sheets import evidence_layout
from syria_control_plugin.mapping.layouts.layouts import PrintedMap, control_layout
from syria_control_plugin.mapping.layouts.printing import printed_layers
from syria_control_plugin.mapping.layouts.templates import Paper
from syria_control_plugin.mapping.layouts.texts import MapTexts
from tests.qgis.mapping.layout_checks import assert_well_laid_out, printed_items

PAPERS = [Paper(size, orientation) for size in ("A4", "A3") for orientation in ("landscape", "portrait")]
DAY = np.datetime64("2017-10-09", "s")
PATH = shapely.LineString([(37.4, 35.0), (37.5, 35.1)])
RECORD = {
    f.CORRIDOR: 3, f.BASIS: "observed", f.KIND: "transit", f.VERDICT: "no clash reported", f.MOVER: "IS",
    f.HOST: "GOV", f.IS_TIMED: 0, f.LENGTH_KM: 12.9, f.DEPTH_KM: 4.0, f.NECK_KM: 15.0, f.BEFORE: "IS", f.AFTER: "OPP",
    f.UNCERTAINTY_KM: 1.0, f.SURVIVING_KM: 8.6, f.SURVIVES: 1, f.TAKEN_SHARE: None, f.COVERED_BY: "UCDP GED: 8",
    f.MOVEMENT: "M1", f.SOURCE: "SOHR", f.MAP_SOURCE: "reports", f.SENTENCE: "On 9 October, IS moved through GOV.",
}  # fmt: skip
EVENT = Match("clash", 2.5, -1, "247664", "UCDP GED", "Salamiyah district", DAY, 12.0, "stated", None)


@pytest.fixture
def printed(qgis_app, sample_path):
    """(project, what is printed)"""
    project = QgsProject()
    case = Case(sample_path)
    layers = printed_layers(project, case)
    project.setCrs(local_crs(layers[-1]))
    yield (
        project,
        PrintedMap(
            layers, MapTexts("Hama", "Schematic", "Some"), None, Case(sample_path).dates(), case=Case(sample_path)
        ),
    )
    project.clear()


def sheet(events=(EVENT,), path=PATH, names=None, **more):
    sources = tuple(sorted({event.source for event in events} | {"ACLED"}))
    day = np.timedelta64(1, "D")
    return CorridorFacts({**RECORD, **more}, DAY, DAY + day, path, list(events), names or {}, event_sources=sources)


def text(layout, name):
    return " ".join(layout.itemById(name).currentText().split())


def rows(layout, name):
    return [[" ".join(str(cell.content()).split()) for cell in row] for row in
            layout.itemById(name).multiFrame().tableContents()]  # fmt: skip


def test_results_of_other_data_say_so(printed):
    project, what = printed
    facts = replace(sheet(), is_stale=True)
    fresh, stale = (evidence_layout(project, what, each) for each in (sheet(), facts))
    for name in ("text", "uncertain"):
        assert "Corridors out of date: territories, movements, events" in text(stale, name)
        assert "out of date" not in text(fresh, name)


def test_says_what_is_known(printed):
    layout = evidence_layout(*printed, sheet(names={"IS": "Islamic State"}))
    assert text(layout, "title") == "Islamic State through territory of GOV, 9 October 2017"
    assert text(layout, "verdict") == "No clash reported. Transit, observed."
    assert text(layout, "text") == RECORD[f.SENTENCE]
    facts = dict(rows(layout, "facts"))
    assert facts["Length"] == "12.9 km" and facts["Holder after"] == "OPP" and facts["Reported by"] == "SOHR"
    assert facts["Territory taken afterwards"] == "not known" and facts["Covered by (events)"] == "UCDP GED: 8"
    assert rows(layout, "events") == [
        ["clash", "2.5", "12", "−1", "9 Oct 2017", "Salamiyah district", "247664", "UCDP GED"]]  # fmt: skip
    uncertain = text(layout, "uncertain")
    for words in (
        "time of day is not known",
        "This does not mean that none took place",
        "If borders are off by 1 km, at least 8.6 km of the corridor's length remains",
        "place is known only approximately: 1",
    ):
        assert words in uncertain
    assert layout.name().startswith("Evidence 3: ")


@pytest.mark.parametrize("more, words", [
    ({f.BASIS: "inferred"}, "reported movements were not used"),
    ({f.VERDICT: "not covered"}, "clashes cannot be assessed"),
    ({f.VERDICT: "clash possible"}, "Nearby events cannot establish"),
    ({f.SURVIVES: 0}, "possibly nothing of the corridor's length remains"),
    ({f.UNCERTAINTY_KM: 0.25}, "If borders are off by 0.25 km"),
])  # fmt: skip
def test_says_what_is_uncertain(printed, more, words):
    assert words not in text(evidence_layout(*printed, sheet()), "uncertain")
    assert words in text(evidence_layout(*printed, sheet(**more)), "uncertain")


def test_its_map_is_that_of_the_day_around_the_corridor(printed):
    project, shown = printed
    layout = evidence_layout(project, shown, sheet())
    drawn = layout.itemById("map")
    assert drawn.temporalRange().begin().toString("yyyy-MM-dd") == "2017-10-09"
    lonlat = QgsCoordinateReferenceSystem("EPSG:4326")
    box = QgsCoordinateTransform(lonlat, project.crs(), project).transformBoundingBox(QgsRectangle(*PATH.bounds))
    assert drawn.extent().contains(box) and drawn.extent().width() < 5 * box.width()


def test_a_crs_of_the_project_that_cannot_show_the_corridor_is_an_error_in_words(printed):
    project, shown = printed
    project.setCrs(QgsCoordinateReferenceSystem.fromProj("+proj=gnom +lat_0=-35 +lon_0=-143 +ellps=WGS84"))
    with pytest.raises(CaseError, match="The extent of 'Control' cannot be drawn in the CRS of the project"):
        evidence_layout(project, shown, sheet())


def test_the_map_says_which_day_it_shows(printed):
    layout = evidence_layout(*printed, sheet(**{f.BASIS: "inferred"}))
    assert dict(rows(layout, "facts"))["Map"] == "date shown: 9 October 2017"


def test_a_template_with_a_date_has_that_of_the_map(printed, tmp_path):
    path = str(tmp_path / "mine.qpt")
    assert control_layout(*printed, "2017-11-02").saveAsTemplate(path, QgsReadWriteContext())
    assert text(evidence_layout(*printed, sheet(), Paper(template=path)), "date") == "9 October 2017"


@pytest.mark.parametrize("is_switched_on", [True, False])
def test_marks_the_corridor_that_it_is_about(printed, sample_path, is_switched_on):
    project, shown = printed
    (first,) = corridor_facts(sample_path, [1])
    layers = shown.layers if is_switched_on else shown.layers[-1:]
    layout = evidence_layout(project, replace(shown, layers=layers), first)
    names = [layer.name() for layer in layout.itemById("map").layers()]
    assert names.index("Corridor of this sheet") == names.index("Corridors") + 1, names
    (mark,) = [layer for layer in layout.itemById("map").layers() if layer.name() == "Corridor of this sheet"]
    assert [category.value() for category in mark.renderer().categories()] == [1]
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=60)
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert "#fff200" in colours
    assert not project.layerTreeRoot().findLayers()


def test_a_corridor_without_a_date_is_an_error(printed):
    undated = replace(sheet(), start=np.datetime64("NaT", "s"))
    with pytest.raises(CaseError, match="Corridor 3"):
        evidence_layout(*printed, undated)


@pytest.mark.parametrize("path", [None, shapely.LineString(), shapely.LineString([(37.4, 35), (37.4, 35)])])
def test_a_corridor_without_a_line_has_a_sheet(printed, path):
    assert_well_laid_out(evidence_layout(*printed, sheet(path=path)))


@pytest.mark.parametrize(
    ("km", "basis", "shown", "uncertain"),
    [
        (0.0, "stated", "0", ""),
        (25.0, "stated", "25", ""),
        (25.0, "assumed", "25 (assumed)", "is assumed, because their codebook gives no distance: 1"),
        (0.0, "set by the analyst", "0 (set)", "was set by the analyst: 1"),
        (np.nan, "stated", "country", ""),
    ],
)
def test_what_a_reach_rests_on_is_shown(printed, km, basis, shown, uncertain):
    event = Match("clash", 2.5, -1, "247664", "UCDP GED", "There", DAY, km, basis, None)
    layout = evidence_layout(*printed, sheet([event]))
    assert rows(layout, "events")[0][2] == shown
    words = "precision of place"
    assert (uncertain in text(layout, "uncertain")) if uncertain else words not in text(layout, "uncertain")


def test_credits_name_the_sources_of_maps_movement_and_all_events(printed):
    evil = "<b>[% 1+1 %]</b>; X"
    credits = text(evidence_layout(*printed, sheet(**{f.SOURCE: evil})), "sources")
    assert credits == (
        "Case: Hama. Map: reports. Movement: <b>[ % 1+1 %]</b>; X. Events: ACLED; UCDP GED. Sources: Some"
    )
    inferred = sheet(**{f.BASIS: "inferred", f.SOURCE: "reports"})
    assert "Movement" not in text(evidence_layout(*printed, inferred), "sources")
    many = replace(sheet(), event_sources=tuple(f"S{number}" for number in range(1000)))
    assert text(evidence_layout(*printed, many), "sources").count("; ") == 50


def test_the_sources_of_events_are_all_those_of_the_case(sample_path):
    """Those that do not cover the corridor too: its map may show their events."""
    (facts,) = corridor_facts(sample_path, [1])
    stored = {source for (source,) in Case(sample_path).select(f.EVENTS, f.SOURCE, distinct=True)}
    assert facts.event_sources == tuple(sorted(stored)) and stored >= {event.source for event in facts.events}


@pytest.mark.parametrize(("days", "shown"), [(1, "9 Oct 2017"), (62, "9 Oct 2017 – 9 Dec 2017"), (None, "9 Oct 2017")])
def test_an_event_of_several_days_has_its_last_day_too(printed, days, shown):
    end = np.datetime64("NaT", "s") if days is None else DAY + np.timedelta64(days, "D")
    assert rows(evidence_layout(*printed, sheet([replace(EVENT, end=end)])), "events")[0][4] == shown


def test_the_last_day_of_an_event_of_the_sample_is_shown(printed, sample_path):
    (facts,) = corridor_facts(sample_path, [3])
    days = [row[4] for row in rows(evidence_layout(*printed, facts), "events")]
    assert days == ["25 Oct 2017", "22 Oct 2017 – 22 Dec 2017"]


def test_no_event_is_told(printed):
    assert rows(evidence_layout(*printed, sheet(events=())), "events")[0][0] == "none"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.size} {paper.orientation}")
@pytest.mark.parametrize("is_crowded", [False, True])
def test_nothing_overlaps_and_nothing_is_cut(printed, paper, is_crowded):
    events = [Match("clash", number, number, f"EV{number}", "A source of events", "A fight near a village " * 4, DAY,
                    np.nan, "stated", None) for number in range(40)]  # fmt: skip
    long = {f.SENTENCE: "A sentence that goes on and on. " * 60, f.COVERED_BY: "; ".join(f"S{n}: 5" for n in range(99)),
            f.BASIS: "inferred", f.MOVER: "A force of a very long name " * 8}  # fmt: skip
    layout = evidence_layout(*printed, sheet(events, **long) if is_crowded else sheet(), paper)
    assert_well_laid_out(layout)
    assert (layout.pageCollection().pageCount() > 1) == is_crowded
    if is_crowded:
        parts = [item for item in printed_items(layout) if item.id().startswith("text")]
        written = sum(item.currentText().count("sentence") for item in parts)
        assert written == 60, "a part of the text is lost"


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: f"{paper.size} {paper.orientation}")
def test_all_that_is_known_of_an_inferred_corridor_stands_on_a_page(printed, sample_path, paper):
    (found,) = corridor_facts(sample_path, [4])
    assert found.record[f.BASIS] == "inferred"
    assert evidence_layout(*printed, found, paper).pageCollection().pageCount() == 1


def test_names_from_data_are_shown_as_written(printed):
    evil = "[% 20 + 22 %] <b>x</b>"
    event = Match(evil, 1.0, 0, evil, evil, evil, DAY, np.nan, "stated", None)
    layout = evidence_layout(*printed, sheet([event], **{f.MOVER: evil, f.SENTENCE: evil, f.SOURCE: evil}))
    for name in ("title", "text"):
        assert "20 + 22" in text(layout, name) and "42" not in text(layout, name)
        assert "<b>" in text(layout, name)
    assert "20 + 22" in rows(layout, "events")[0][5]
