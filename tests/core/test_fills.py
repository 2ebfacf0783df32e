"""Fills: every pattern, and invalid fills."""

from __future__ import annotations

import pytest

from syria_control_plugin.core.errors import ThemeError
from syria_control_plugin.core.factions.themes import PATTERNS, Fill


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_is_a_fill(pattern):
    assert Fill("#ABCDEF", pattern).colour == "#abcdef"


@pytest.mark.parametrize(
    "bad",
    [
        {"colour": "red"},
        {"colour": ""},
        {"colour": "#fff"},
        {"colour": None},
        {"outline": "#12345z"},
        {"background": "#123456;"},
        {"pattern": "zigzag"},
        {"pattern": None},
        {"outline_mm": -0.1},
        {"outline_mm": float("nan")},
        {"outline_mm": 1e300},
        {"spacing_mm": 1e-6},
        {"spacing_mm": 0.29},
        {"line_mm": 100.1},
        {"spacing_mm": 0},
        {"line_mm": float("inf")},
        {"line_mm": "0.3"},
        {"line_mm": True},
    ],
)
def test_a_fill_is_validated_when_it_is_created(bad):
    with pytest.raises(ThemeError, match=next(iter(bad))):
        Fill(**{"colour": "#ffffff", **bad})
