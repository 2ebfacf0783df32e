"""Array helpers against loops over the same numbers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from syria_control_plugin.core.arrays import batches, least_per_group, objects, ranges, split_where_changes

small = st.integers(0, 5)


def test_objects_keep_tuples_whole():
    assert objects([(1, 2), (3, 4)]).tolist() == [(1, 2), (3, 4)]
    assert objects(iter("ab")).shape == (2,)


@given(st.lists(st.tuples(small, small)))
def test_ranges_one_after_another(rows):
    first, count = (np.array(column, int) for column in (zip(*rows) if rows else ([], [])))
    numbers, owner = ranges(first, count)
    expected = [(begin + step, row) for row, (begin, length) in enumerate(rows) for step in range(length)]
    assert list(zip(numbers.tolist(), owner.tolist())) == expected
    from_zero, _ = ranges(0, count)
    assert (from_zero == numbers - first[owner]).all()


def test_rows_are_split_where_their_keys_change():
    parts = split_where_changes(np.array([7, 5, 6, 4]), np.array([1.0, 1.0, 2.0, 1.0]))
    assert [part.tolist() for part in parts] == [[7, 5], [6], [4]]


@given(st.lists(small), st.integers(1, 9))
def test_batches_hold_all_items_in_order(sizes, limit):
    slices = batches(np.array(sizes, int), limit)
    assert [row for each in slices for row in range(each.start, each.stop)] == list(range(len(sizes)))
    assert all(sum(sizes[each][1:]) < limit for each in slices)


@pytest.mark.parametrize("sizes", [[9, 9], np.array([2**31 - 1, 2**31 - 1], np.int32)])
def test_an_item_larger_than_the_limit_is_a_batch_of_its_own(sizes):
    assert batches(np.array(sizes), 5) == [slice(0, 1), slice(1, 2)]


@given(st.lists(st.tuples(small, small)))
def test_the_row_of_the_least_value_in_each_group(rows):
    groups, values = (np.array(column, int) for column in (zip(*rows) if rows else ([], [])))
    least = [
        min(range(len(rows)), key=lambda row: (rows[row][0] != group, rows[row][1])) for group in sorted({*groups})
    ]
    assert least_per_group(groups, values).tolist() == least
