"""What must not matter to inferred corridors, pockets and fronts: how the same territories are written down.

Boards are three rows of four fields, at the equator; a letter is a holder, "." is not mapped. Fields have different
widths and heights, so that hardly two routes are equally long: which of two hosts is then named is arbitrary.
"""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyproj import Transformer

from syria_control_plugin.core.control.fronts import front_lines
from syria_control_plugin.core.control.pockets import PocketRules, pockets_in
from syria_control_plugin.core.control.series import ControlSeries
from syria_control_plugin.core.corridors.inferred import inferred_corridors
from syria_control_plugin.core.geometry.antimeridian import folded
from tests.core.test_inferred_corridors import BOARD, DAY, FIRST

X, Y = (0.0, 0.1, 0.23, 0.31, 0.48), (0.0, 0.12, 0.21, 0.37)
RELABELLED = str.maketrans("ABCD", "CDBA")


def board(text: str) -> dict:
    """Return the territory of each holder."""
    territories: dict = {}
    for y, row in enumerate(reversed(text.split("/"))):
        for x, name in enumerate(row):
            if name != ".":
                territories.setdefault(name, []).append(shapely.box(X[x], Y[y], X[x + 1], Y[y + 1]))
    return {name: shapely.union_all(fields) for name, fields in territories.items()}


def as_drawn(geometry):
    return [geometry]


def reverse(geometry):
    return [shapely.reverse(geometry)]


def densified(geometry):
    return [shapely.segmentize(geometry, 0.03)]


def rotated(geometry):
    """Let each ring begin at another vertex."""
    parts = []
    for part in shapely.get_parts(geometry):
        rings = [shapely.get_coordinates(ring)[:-1] for ring in (part.exterior, *part.interiors)]
        rings = [np.vstack([np.roll(ring, 2, axis=0), np.roll(ring, 2, axis=0)[:1]]) for ring in rings]
        parts.append(shapely.Polygon(rings[0], rings[1:]))
    return [shapely.multipolygons(parts)]


def in_fields(geometry):
    """Cut the territory into rows of one field."""
    fields = [shapely.box(*box) for x in zip(X, X[1:]) for box in ((x[0], y[0], x[1], y[1]) for y in zip(Y, Y[1:]))]
    return [each for each in fields if shapely.contains(geometry, each.centroid)]


def beyond_180(geometry):
    return [folded(np.array([shapely.transform(geometry, lambda xy: xy + (179.85, 0.0))], object))[0]]


def backwards(geometry):
    """Give the parts of the territory in reverse order, each as a row."""
    return list(shapely.get_parts(geometry)[::-1])


def from_another_crs(geometry):
    """Project the vertices to UTM zone 31 N and back, as an import from that CRS does."""
    to, back = Transformer.from_crs(4326, 32631, always_xy=True), Transformer.from_crs(32631, 4326, always_xy=True)
    return [shapely.transform(geometry, lambda xy: np.column_stack(back.transform(*to.transform(*xy.T))))]


WAYS = [reverse, densified, rotated, in_fields, beyond_180, backwards, from_another_crs]


def series(maps, way=as_drawn, names=None) -> ControlSeries:
    """Return the series of boards, one a day; the last map holds on."""
    rows = []
    for day, text in enumerate(maps):
        end = FIRST + (day + 1) * DAY if day + 1 < len(maps) else np.datetime64("NaT")
        for name, geometry in board(text.translate(names or {})).items():
            rows += [(name, FIRST + day * DAY, end, part) for part in way(geometry)]
    faction, start, end, geometry = zip(*rows) if rows else ((), (), (), ())
    return ControlSeries(
        faction=list(faction), start=list(start), end=list(end), geometry=list(geometry), source=["maps"] * len(rows)
    )


def inferred(given_series, back=str) -> list[tuple]:
    """Return names and figures of corridors and deep attacks, in an order of their own."""
    result = inferred_corridors(given_series)
    c = result.corridors
    told = [
        (back(mover), back(host), sorted(map(back, losers)), *map(rounded, figures))
        for mover, host, losers, *figures in zip(
            c.mover, c.host, result.losers, c.length_km, result.way_km, result.gained_km2, result.host_lost_km2
        )
    ]
    attacks = [
        (back(each.mover), "", sorted(map(back, each.losers)), rounded(each.way_km), rounded(each.gained_km2))
        for each in result.deep_attacks
    ]
    return sorted(told + attacks, key=repr)


def pockets(given_series, back=str) -> list[tuple]:
    rows = pockets_in(given_series, rules=PocketRules(enclosed_share=0.0, sliver_km2=0.0)).rows
    return sorted(
        (
            (back(row.bloc), str(row.start), str(row.since), rounded(row.area_km2), rounded(row.enclosed_share),
             sorted((back(name), rounded(share)) for name, share in row.neighbours))
            for row in rows
        ),
        key=repr,
    )  # fmt: skip


def fronts(given_series, back=str) -> list[tuple]:
    lines = front_lines(given_series)
    return sorted(
        ("-".join(sorted(map(back, pair))), str(start), str(end), rounded(km))
        for pair, start, end, km in zip(lines.pair, lines.start, lines.end, lines.length_km)
    )


def rounded(figure) -> float:
    return float(f"{float(figure):.5g}")


def flat(nested) -> tuple[list, list]:
    """Return the texts and the numbers of nested rows, each in order."""
    if isinstance(nested, (list, tuple)):
        parts = [flat(each) for each in nested]
        return sum((texts for texts, _ in parts), []), sum((numbers for _, numbers in parts), [])
    return ([nested], []) if isinstance(nested, str) else ([], [nested])


def same(one, other) -> bool:
    (texts, numbers), (other_texts, other_numbers) = flat(one), flat(other)
    return texts == other_texts and numbers == pytest.approx(other_numbers, rel=1e-3, abs=1e-3, nan_ok=True)


@example(maps=["AABA/AABB/BBAA", "AABA/BABB/ABAA"])  # a part of A whose nearest other part is so along a whole side
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("analysis", [inferred, pockets, fronts])
@settings(max_examples=12, deadline=None)
@given(maps=st.lists(BOARD, min_size=2, max_size=2))
def test_the_way_that_territories_are_written(analysis, way, maps):
    assert same(analysis(series(maps)), analysis(series(maps, way)))


@pytest.mark.parametrize("analysis", [inferred, pockets, fronts])
@settings(max_examples=12, deadline=None)
@given(maps=st.lists(BOARD, min_size=2, max_size=2))
def test_the_names_of_factions(analysis, maps):
    back = {chr(new): chr(old) for old, new in RELABELLED.items()}
    renamed = analysis(series(maps, names=RELABELLED), lambda name: back.get(str(name), str(name)))
    assert same(sorted(analysis(series(maps)), key=repr), sorted(renamed, key=repr))
