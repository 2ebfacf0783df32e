"""Rows that call themselves lost, former or claimed are imported with a caution: values and counts."""

import pytest

from syria_control_plugin.sources.files.inputs import all_inputs
from syria_control_plugin.sources.maps.detection import FieldOverrides
from syria_control_plugin.sources.maps.options import ImportOptions
from syria_control_plugin.sources.maps.preview import look_at


def a_map(maps, day, *values, **fields):
    rows = [({"type": value, **fields}, maps.strip(36 + n, 37 + n)) for n, value in enumerate(values)]
    return maps.geojson(f"in/2017-10-{day:02}.geojson", *rows)


def test_values_and_counts_of_all_files(maps, case):
    a_map(maps, 1, "nochange", "gains", "losses")
    a_map(maps, 2, "nochange", "losses", "nochange")
    report = case.load(maps.folder / "in", faction="GOV")
    (caution,) = map(str, report.cautions)
    assert "field 'type' divides the rows into classes: nochange (3), losses (2), gains (1)" in caution
    assert "rows of 'losses' are not" in caution and caution in map(str, report.summary())


@pytest.mark.parametrize("value", ["Losses", "lost ground", "Claimed control", "former", "Liberated", "Contested",
                                   "Verluste", "خسائر", "потери"])  # fmt: skip
def test_classes_that_need_not_be_held(maps, case, value):
    a_map(maps, 1, "held", value)
    assert len(case.load(maps.folder / "in", faction="GOV").cautions) == 1


def test_with_a_faction_in_each_row_too(maps, case):
    a_map(maps, 1, "held", "losses", faction="GOV")
    assert len(case.load(maps.folder / "in").cautions) == 1


@pytest.mark.parametrize("values", [("nochange", "gains"), ("urban", "rural"),
                                    ("held", "the place that was lost in 2012 and taken again"),
                                    tuple(f"{n} lost" for n in range(21))])  # fmt: skip
def test_others_cause_no_caution(maps, case, values):
    a_map(maps, 1, *values)
    assert case.load(maps.folder / "in", faction="GOV").cautions == []


def test_the_field_of_the_faction_is_not_a_class(maps, case):
    maps("in/2017-10-01.geojson", "Former 36-37, GOV 37-38")
    assert case.load(maps.folder / "in").cautions == []


def test_the_preview_shows_it(maps):
    a_map(maps, 1, "nochange", "losses")
    options = ImportOptions(overrides=FieldOverrides(faction="GOV"))
    assert len(look_at(all_inputs([], [str(maps.folder / "in")])[0], options).report.cautions) == 1
