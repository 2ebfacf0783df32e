"""Whether ends name the last day of their periods: what the ground shows next decides.

Ground is a strip: columns 0-9, one row of a square each.
"""

import numpy as np
import pytest
import shapely

from syria_control_plugin.core.control.period_ends import EndReading, end_evidence, end_reading

LAST, AFTER = EndReading.LAST_DAY, EndReading.FIRST_DAY_AFTER


def evidence(*rows, timed=()):
    """Rows "01/08 0-1": days of October 2017, and the ground."""
    days, ground = zip(*(row.split() for row in rows))
    starts, ends = zip(*(day.split("/") for day in days))
    west, east = zip(*(map(float, each.split("-")) for each in ground))
    count = len(rows)
    return end_evidence(
        np.array([f"2017-10-{day}" for day in starts], "datetime64[s]"),
        np.array(["NaT" if day == "-" else f"2017-10-{day}" for day in ends], "datetime64[s]"),
        np.array(
            ["NaT" if row in timed or day == "-" else f"2017-10-{day}" for row, day in enumerate(ends)], "datetime64[s]"
        )
        + np.timedelta64(1, "D"),
        np.zeros(count, bool),
        shapely.box(west, 0.0, east, 1.0),
    )


@pytest.mark.parametrize(
    ("rows", "counts", "proved", "is_open"),
    [
        (("01/08 0-1", "09/15 0-1", "16/- 0-1"), (2, 0, 0), LAST, False),
        (("01/08 0-1", "08/15 0-1"), (0, 1, 0), AFTER, False),
        (("01/08 0-1", "09/- 0-1"), (1, 0, 0), None, True),
        (("01/08 0-1", "09/- 1-2"), (0, 0, 0), None, False),  # neighbours
        (("01/08 0-1", "10/- 0-1"), (0, 0, 0), None, False),  # two days later
        (("01/08 0-1", "08/09 0-1", "09/- 0-1"), (0, 2, 0), AFTER, False),  # the first that follows counts
        (("01/08 0-1", "09/- 0-1", "01/08 2-3", "08/- 2-3"), (1, 1, 0), None, True),
        (("08/08 0-1",), (0, 0, 1), None, True),
        (("08/08 0-1", "09/09 0-1"), (1, 0, 2), LAST, False),
        (("08/08 0-1", "01/08 2-3", "08/- 2-3"), (0, 1, 1), AFTER, False),
        (("01/31 0-1",), (0, 0, 0), None, True),
        (("01/31 0-1", "01/12 2-3"), (0, 0, 0), None, False),
        (("01/- 0-1",), (0, 0, 0), None, False),
        (("01/08 0-2", "09/- 0-0.5", "09/- 0.5-2", "01/15 3-4", "16/- 3-5"), (2, 0, 0), LAST, False),  # split, merged
    ],
)
def test_what_the_next_rows_prove(rows, counts, proved, is_open):
    shown = evidence(*rows)
    assert (shown.next_day, shown.same_day, shown.one_day) == counts
    assert (shown.proved, shown.is_open) == (proved, is_open)


def test_ends_with_a_time_of_day_prove_nothing():
    shown = evidence("01/08 0-1", "09/15 0-1", "16/- 0-1", timed=(0, 1, 2))
    assert (shown.days, shown.next_day, shown.proved) == (0, 0, None)


def test_no_rows():
    none = np.empty(0, "datetime64[s]")
    shown = end_evidence(none, none, none, np.empty(0, bool), np.empty(0, object))
    assert (shown.days, shown.proved, shown.is_open) == (0, None, False)


def test_settings():
    assert [end_reading(each) for each in (None, True, False)] == [None, LAST, AFTER]
