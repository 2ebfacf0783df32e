"""The page on a search for corridors."""

from dataclasses import fields, replace

import pytest

from syria_control_plugin.core.control.series import concatenate
from syria_control_plugin.core.corridors.assessment import CorridorOptions, assess_inferred
from syria_control_plugin.core.corridors.events import ClashEvents
from syria_control_plugin.core.corridors.evidence import EvidenceOptions
from syria_control_plugin.core.factions.blocs import NO_BLOCS
from syria_control_plugin.mapping.text.corridor_report import corridor_page, setting_text


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
    page = corridor_page("<b>Title</b>", found, ["<i>one</i>"], ["<u>left</u>"])
    assert "&lt;b&gt;Title" in page and "<li>&lt;i&gt;one" in page and "<li>&lt;u&gt;left" in page
    assert "<li>none</li>" in page
