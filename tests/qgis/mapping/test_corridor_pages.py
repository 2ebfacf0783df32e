"""The page on a search for corridors."""

from dataclasses import fields, replace

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.control.series import concatenate
from syria_control_plugin.core.control.snapshots import series_from_maps
from syria_control_plugin.core.corridors.assessment import CorridorOptions, assess_inferred
from syria_control_plugin.core.corridors.events import ClashEvents
from syria_control_plugin.core.corridors.evidence import EvidenceOptions
from syria_control_plugin.core.factions.blocs import NO_BLOCS
from syria_control_plugin.mapping.text.corridor_report import corridor_page, inferred_notes, setting_text


def test_settings_are_told_by_their_names_in_the_panel():
    options = CorridorOptions(EvidenceOptions(5, 1, 50, 7), 1, 2, 7, 0, 1.25, 1.5)
    assert setting_text(options) == [
        "Clash distance: 5 km and a day", "Coverage distance: 50 km and 7 days", "Border uncertainty: 1 km",
        "Corridor width: 2 km", "Follow-up period: 7 days", "Minimum length: 0 km", "Contiguity tolerance: 1.25 km",
        "Maximum detour: 1.5 times", "Time zone of days: UTC.",
    ]  # fmt: skip


@pytest.mark.parametrize("name", [each.name for each in fields(CorridorOptions) if each.name != "evidence"])
def test_no_setting_is_left_out(name):
    options = CorridorOptions()
    assert setting_text(replace(options, **{name: 77})) != setting_text(options)


@pytest.mark.parametrize("name", [each.name for each in fields(EvidenceOptions)])
def test_no_setting_of_the_evidence_is_left_out(name):
    options, wide = CorridorOptions(), EvidenceOptions(distance_km=1, days=1, coverage_km=200, coverage_days=200)
    other = replace(wide, **{name: {"counts_strikes": True, "time_zone": "Asia/Damascus"}.get(name, 77)})
    assert setting_text(replace(options, evidence=other)) != setting_text(replace(options, evidence=wide))


def test_all_that_comes_from_data_is_escaped():
    found = assess_inferred(concatenate([]), ClashEvents.empty(), NO_BLOCS, CorridorOptions())
    page = corridor_page("<b>Title</b>", [found], ["<i>one</i>"], ["<u>left</u>"])
    assert "&lt;b&gt;Title" in page and "<li>&lt;i&gt;one" in page and "<li>&lt;u&gt;left" in page
    assert "<li>none</li>" in page


def test_a_page_lists_the_settings_that_its_search_used():
    options = CorridorOptions()
    inferred = assess_inferred(concatenate([]), ClashEvents.empty(), NO_BLOCS, options)
    observed = replace(inferred, inferred=None)
    for assessments, is_listed in (([observed], False), ([inferred], True), ([observed, inferred], True)):
        page = corridor_page("", assessments, [], [])
        assert ("Contiguity tolerance" in page) == ("Maximum detour" in page) == is_listed


def row_of(**squares):
    """Return holder → squares of 0.1° in a row, numbered from the west."""
    return {name: shapely.box(first / 10, 0, (last + 1) / 10, 0.1) for name, (first, last) in squares.items()}


def test_of_several_sources_each_gain_is_reported_with_its_own():
    """A gains the square that is third from the west; on the maps of one source B holds the second, on the other D.

    D lost the gain, so there it is a deep attack, while the other source gives a corridor.
    """
    dates = [np.datetime64(day, "s") for day in ("2017-10-01", "2017-10-02")]
    behind = [row_of(A=(0, 0), B=(1, 1), C=(2, 3)), {**row_of(A=(0, 0), B=(1, 1), C=(3, 3)), "A": None}]
    beyond = [row_of(A=(0, 0), D=(1, 3)), {"D": shapely.union_all([*row_of(x=(1, 1), y=(3, 3)).values()])}]
    for maps in (behind, beyond):
        maps[1]["A"] = shapely.union_all([*row_of(x=(0, 0), y=(2, 2)).values()])
    one, other = (
        series_from_maps(dict(zip(dates, maps)), source) for maps, source in ((behind, "One"), (beyond, "<b>Two</b>"))
    )

    def notes(*series):
        return inferred_notes(
            assess_inferred(concatenate(series), ClashEvents.empty(), NO_BLOCS, CorridorOptions()), {}
        )

    assert notes(one) == []
    (alone,), (beside,) = notes(other), notes(one, other)
    assert alone.startswith("Between 1 October 2017 and 2 October 2017, A gained") and beside == f"<b>Two</b>: {alone}"
