"""The corridors that are listed with what else changed: those of the map's time, the newest first.

     October  1     3     5
maps          |-----|-----|-
observed      1                   on 1 October
inferred      2----------         between the maps of 1 and 3 October
observed               3          on 4 October
"""

import numpy as np
import pytest
import shapely

from syria_control_plugin.case.corridors import CorridorRows
from syria_control_plugin.core import fields as f
from syria_control_plugin.gui.controllers.case_presenter import DatedCorridors
from tests.qgis.gui.panel_desk import FIRST, SECOND, THIRD, day

ROWS = (
    # number, basis, verdict, mover, host, from, to, km, sentence
    (1, "observed", "clash reported", "GOV", "OPP", "2017-10-01", "2017-10-02", 8.34, "On 1 October <b>GOV</b> moved."),
    (2, "inferred", "no clash reported", "GOV", "IS", "2017-10-01", "2017-10-04", 7.7, ""),
    (3, "observed", None, "OPP", "GOV", "2017-10-04", "2017-10-05", None, None),
)
FIELDS = (f.CORRIDOR, f.BASIS, f.VERDICT, f.MOVER, f.HOST, f.VALID_FROM, f.VALID_TO, f.LENGTH_KM, f.SENTENCE)


def rows_of(rows=ROWS):
    columns = dict(zip(FIELDS, map(list, zip(*rows))))
    for name in (f.VALID_FROM, f.VALID_TO):
        columns[name] = [text and f"{text}T00:00:00.000Z" for text in columns[name]]
    path = np.array([*(shapely.LineString([(37, 35), (38, 35)]) for _ in rows), None], object)[:-1]
    return CorridorRows({**columns, f.FID: list(range(len(rows)))}, path)


@pytest.fixture
def corridors(qgis_app):
    return DatedCorridors(rows_of(), {"GOV": "Government", "OPP": "Opposition"})


def numbers(corridors, begin, end):
    return [int(corridors.rows.number[line.row]) for line in corridors.lines(begin, end)]


def test_those_of_the_maps_time_are_listed_the_newest_first(corridors):
    assert numbers(corridors, FIRST, SECOND) == [1, 2]
    assert numbers(corridors, SECOND, THIRD) == [3, 2]
    assert numbers(corridors, THIRD, day("2017-10-06")) == []
    assert numbers(corridors, day("NaT"), day("NaT")) == []


def test_a_line_says_who_where_basis_and_verdict(corridors):
    observed, inferred = corridors.lines(FIRST, SECOND)
    assert (observed.names, observed.about) == ("Government in territory of Opposition", "observed, clash reported")
    assert (inferred.names, inferred.about) == ("Government in territory of IS", "inferred, no clash reported")
    assert inferred.short_names == "GOV in territory of IS"
    assert (observed.length, inferred.length) == ("8.3 km", "7.7 km")
    assert observed.summary.splitlines()[-1] == "On 1 October <b>GOV</b> moved."
    assert "8.3 km" in observed.summary and observed.sign is not None


def test_what_is_not_known_is_left_out(corridors):
    line = corridors.lines(SECOND, THIRD)[0]
    assert (line.about, line.length, line.sign) == ("observed", "– km", None)
    assert len(line.summary.splitlines()) == 3


def test_a_corridor_without_a_date_belongs_to_no_map(qgis_app):
    undated = (4, "observed", "", "GOV", "OPP", None, None, 1.0, "")
    corridors = DatedCorridors(rows_of((undated,)), {})
    assert corridors.lines(day("1900-01-01"), day("2100-01-01")) == []


def test_the_same_lines_are_equal_so_that_a_list_need_not_be_filled_again(corridors):
    assert corridors.lines(FIRST, SECOND) == corridors.lines(FIRST, SECOND)
