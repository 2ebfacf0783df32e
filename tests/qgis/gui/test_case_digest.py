"""What the panel shows of a case: facts, areas and changes by date; read in the background, ended by another case."""

import threading

import numpy as np
import pytest
from qgis.core import QgsApplication

from syria_control_plugin.case.case import Case
from syria_control_plugin.case.statistics import info_of, statistics_of
from syria_control_plugin.core.errors import Cancelled, CaseError
from syria_control_plugin.gui.controllers import case_loader as reading
from syria_control_plugin.gui.controllers.case_loader import CaseReader
from syria_control_plugin.sources.sample import build_sample
from tests.qgis.gui.panel_desk import FIRST, SECOND, STEPS, THIRD, day, make_case, settle, square, wait_until


def read(path):
    return statistics_of(info_of(Case(path), "title"))


@pytest.fixture
def digest(qgis_app, tmp_path):
    return read(make_case(tmp_path / "case.gpkg")).sources["maps"]


def test_facts_are_those_of_the_case(qgis_app, tmp_path):
    facts = info_of(Case(make_case(tmp_path / "case.gpkg", note="schematic")), "case")
    assert (facts.title, facts.note) == ("case", "schematic")
    assert list(facts.map_dates["maps"]) == [FIRST, SECOND, THIRD]
    assert list(facts.dates) == [FIRST, SECOND] and facts.last_known == SECOND
    assert set(facts.classes) == {"GOV", "OPP"}
    assert facts.unedited is None and facts.theme.id == "conflict_convention"


def test_areas_and_shares_on_a_date(digest):
    gov, opp = (digest.figures_on(FIRST)[name] for name in ("GOV", "OPP"))
    assert gov.area_km2 == pytest.approx(opp.area_km2, rel=1e-3) and gov.share == pytest.approx(0.5, abs=1e-3)
    assert np.isnan(gov.change_km2)
    gov, opp = (digest.figures_on(SECOND)[name] for name in ("GOV", "OPP"))
    assert gov.share == pytest.approx(0.75, abs=1e-3)
    assert gov.change_km2 == pytest.approx(-opp.change_km2) and gov.change_km2 > 4000


def test_the_largest_factions_are_those_of_the_largest_area_at_any_time(digest):
    assert digest.largest_factions(2) == {"GOV", "OPP"}
    assert digest.largest_factions(1) == {"GOV"}  # three quarters, in the end


def test_a_date_between_maps_is_that_of_the_map_before(digest):
    assert digest.map_on(day("2017-10-02")) == FIRST
    assert digest.figures_on(day("2017-10-04")) == digest.figures_on(SECOND)
    assert list(digest.changes_on(day("2017-10-04"))) == list(digest.changes_on(SECOND))


def test_a_map_is_shown_until_the_next_one_and_the_last_one_for_a_day(qgis_app, tmp_path):
    facts = info_of(Case(make_case(tmp_path / "case.gpkg")), "case")
    assert facts.time_of_map("maps", FIRST) == (FIRST, SECOND)
    assert facts.time_of_map("maps", day("2017-10-04T12:00:00")) == (SECOND, THIRD)
    assert facts.time_of_map("maps", day("2018-01-01")) == (THIRD, day("2017-10-06"))
    for source, moment in (("maps", day("2017-09-30")), ("maps", day("NaT")), ("others", FIRST)):
        assert np.isnat(facts.time_of_map(source, moment)).all()


def test_how_much_changed_is_told_for_each_map(digest):
    first, second, third = digest.changed_km2
    assert np.isnan(first) and third == 0.0
    assert second == pytest.approx(digest.figures_on(SECOND)["GOV"].change_km2)


def test_a_map_that_shows_what_the_one_before_did_changes_nothing(digest):
    """Its change is 0, not that of the map before."""
    gov = digest.figures_on(THIRD)["GOV"]
    assert gov.change_km2 == 0.0 and gov.area_km2 == digest.figures_on(SECOND)["GOV"].area_km2
    assert len(digest.changes_on(THIRD)) == 0


def test_before_the_first_map_nothing_is_known(digest):
    assert np.isnat(digest.map_on(day("2017-09-30")))
    assert np.isnan(digest.figures_on(day("2017-09-30"))["GOV"].area_km2)
    assert len(digest.changes_on(day("2017-09-30"))) == 0


def test_changes_of_a_date_are_the_largest_first(qgis_app, tmp_path):
    """On the second map GOV takes a half and IS a tenth of what OPP had."""
    rows = [
        ("OPP", FIRST, SECOND, square(37, 38)),
        ("IS", SECOND, None, square(37, 37.1)),
        ("GOV", SECOND, None, square(37.1, 37.6)),
        ("OPP", SECOND, None, square(37.6, 38)),
    ]
    digest = read(make_case(tmp_path / "case.gpkg", rows)).sources["maps"]
    rows = digest.changes_on(SECOND)
    assert [digest.changes.to_holder[row] for row in rows] == [("GOV",), ("IS",)]


def test_a_hole_is_unknown_and_not_zero(qgis_app, tmp_path):
    """1 to 3 October, then nothing until the 5th."""
    rows = [("GOV", FIRST, SECOND, square(37, 38)), ("GOV", THIRD, None, square(37, 39))]
    digest = read(make_case(tmp_path / "case.gpkg", rows)).sources["maps"]
    assert np.isnan(digest.figures_on(SECOND)["GOV"].area_km2) and np.isnan(digest.figures_on(SECOND)["GOV"].change_km2)
    assert digest.figures_on(THIRD)["GOV"].change_km2 > 9000


def test_two_sources_are_digested_apart(qgis_app, tmp_path):
    rows = [*STEPS, ("IS", THIRD, None, square(37, 39), "other")]
    digest = read(make_case(tmp_path / "case.gpkg", rows))
    assert set(digest.sources) == {"maps", "other"}
    assert digest.sources["maps"].factions == ["GOV", "OPP"] and digest.sources["other"].factions == ["IS"]
    assert len(digest.sources["other"].changes) == 0


def test_derived_classes_have_areas_too(qgis_app, tmp_path):
    """The sample's blue: held by the opposition now, by IS at some time since 9 October 2017."""
    path = str(tmp_path / "sample.gpkg")
    build_sample(path)
    (digest,) = read(path).sources.values()
    (name,) = digest.derived
    assert name.startswith("class:")
    moment = day("2017-10-24")
    blue, opp = digest.figures_on(moment)[name], digest.figures_on(moment)["OPP"]
    assert 0 < blue.area_km2 < opp.area_km2 and np.isnan(blue.share)
    assert blue.area_km2 == pytest.approx(Case(path).derived_area_km2(name.split(":")[1], moment))


def test_events_of_a_day(qgis_app, tmp_path):
    path = str(tmp_path / "sample.gpkg")
    build_sample(path)
    events = read(path).events
    rows = events.on(day("2017-10-10"))
    assert len(rows) and (events.start[rows] < day("2017-10-11")).all() and (events.end[rows] > day("2017-10-10")).all()
    assert (np.diff(events.start[rows].astype(int)) <= 0).all(), "the newest first"
    assert all(events.sides[rows]) and all(point.geom_type == "Point" for point in events.geometry[rows])


def test_a_case_without_territories_has_no_dates(qgis_app, tmp_path):
    path = make_case(tmp_path / "case.gpkg", rows=[])
    digest = read(path)
    assert not digest.sources and np.isnat(digest.facts.last_known) and not len(digest.events)


def test_the_work_can_be_cancelled(qgis_app, tmp_path):
    class Cancel:
        def isCanceled(self):
            return True

        def setProgress(self, percent):
            pass

    facts = info_of(Case(make_case(tmp_path / "case.gpkg")), "")
    with pytest.raises(Cancelled):
        statistics_of(facts, Cancel())


# In the background


@pytest.fixture
def reader(qgis_app):
    made = CaseReader()
    made.told = []
    made.info_read.connect(lambda facts: made.told.append(("facts", facts.title)))
    made.statistics_read.connect(lambda digest: made.told.append(("digest", digest.facts.title)))
    made.failed.connect(lambda path, problem: made.told.append(("failed", problem)))
    yield made
    made.stop()
    settle()


def test_facts_come_first(reader, tmp_path):
    reader.read(make_case(tmp_path / "one.gpkg"))
    settle()
    assert reader.told == [("facts", "one"), ("digest", "one")]
    assert not reader.is_reading and QgsApplication.taskManager().count() == 0


@pytest.fixture
def slow(monkeypatch):
    """Digests that wait until they are let go on, as one of thousands of maps does."""
    started, go_on = threading.Event(), threading.Event()

    def digest(facts, progress):
        started.set()
        while not go_on.wait(0.01):
            if progress.isCanceled():
                raise Cancelled("")
        return statistics_of(facts, progress)

    monkeypatch.setattr(reading, "statistics_of", digest)
    yield started, go_on
    go_on.set()


def test_another_case_ends_what_is_read(reader, slow, tmp_path):
    started, go_on = slow
    one, two = (make_case(tmp_path / f"{name}.gpkg") for name in ("one", "two"))
    reader.read(one)
    wait_until(started.is_set)
    first = QgsApplication.taskManager().tasks()[0]
    reader.read(two)
    assert first.isCanceled()
    go_on.set()
    settle()
    assert ("digest", "two") in reader.told and ("digest", "one") not in reader.told
    assert not [what for what, _ in reader.told if what == "failed"]


def test_the_user_cancels(reader, slow, tmp_path):
    reader.read(make_case(tmp_path / "one.gpkg"))
    wait_until(slow[0].is_set)
    reader.cancel()
    settle()
    assert reader.told == [("facts", "one"), ("failed", "")]


def test_after_stop_nothing_is_told(reader, slow, tmp_path):
    reader.read(make_case(tmp_path / "one.gpkg"))
    wait_until(slow[0].is_set)
    reader.stop()
    slow[1].set()
    settle()
    assert reader.told == [("facts", "one")]


def test_whoever_hears_of_the_facts_can_end_it(reader, tmp_path):
    reader.info_read.connect(lambda facts: reader.stop())
    reader.read(make_case(tmp_path / "one.gpkg"))
    settle()
    assert reader.told == [("facts", "one")]


def test_a_file_that_is_no_case_is_told(reader, tmp_path):
    path = tmp_path / "none.gpkg"
    path.write_text("no database")
    reader.read(str(path))
    settle()
    ((what, problem),) = reader.told
    assert what == "failed" and str(path) in problem
    with pytest.raises(CaseError):
        Case(str(path))
