"""Geometries from well-known binary: as Shapely reads them, in parts however large and however many."""

import numpy as np
import pytest
import shapely

from syria_control_plugin.case import values
from syria_control_plugin.case.values import shapes_from_wkb


@pytest.mark.parametrize(("bytes_at_once", "parts"), [(1, 10), (200, 5), (10**6, 1)])
def test_each_geometry_comes_in_its_place_in_however_many_parts(monkeypatch, bytes_at_once, parts):
    boxes = [shapely.box(n, 0, n + 1, 1) for n in range(10)]  # of 93 bytes each
    read, calls = shapely.from_wkb, []
    monkeypatch.setattr(values, "_BYTES_AT_ONCE", bytes_at_once)
    monkeypatch.setattr(shapely, "from_wkb", lambda blobs, **how: calls.append(len(blobs)) or read(blobs, **how))
    assert shapes_from_wkb([box.wkb for box in boxes]).tolist() == boxes
    assert len(calls) == parts and sum(calls) == 10


def test_what_is_missing_stays_missing():
    box = shapely.box(0, 0, 1, 1)
    assert shapes_from_wkb([None, box.wkb, None]).tolist() == [None, box, None]


def test_no_geometries():
    found = shapes_from_wkb([])
    assert found.shape == (0,) and found.dtype == object


def test_what_is_damaged_is_an_error_or_nothing():
    good, bad = shapely.Point(1, 2).wkb, b"\x01\x03"
    with pytest.raises(shapely.GEOSException):
        shapes_from_wkb([good, bad])
    found = shapes_from_wkb([good, bad], on_invalid="ignore")
    assert found[0] == shapely.Point(1, 2) and found[1] is None
    assert np.array_equal(shapely.is_missing(found), [False, True])
