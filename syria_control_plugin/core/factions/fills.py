"""Fills: how the areas of a class are drawn, inside and outline."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ..errors import ThemeError
from ..told import Told
from .factions import COLOUR

HATCHES = ("horizontal", "vertical", "diagonal", "back_diagonal", "cross", "diagonal_cross", "dots")
PATTERNS = ("solid", *HATCHES, "none")
LEAST_SPACING_MM = 0.3  # finer hatches look solid, and take QGIS the longer to draw the finer they are, without an end
MOST_MM = 100.0  # a third of an A4 page


@dataclass(frozen=True)
class Fill:
    """The inside and outline of a class's areas. Lengths in mm on paper; colours "#rrggbb", kept lower case.

    `pattern` is one of PATTERNS. "solid" fills with `colour`, "none" leaves the inside empty. A hatch draws
    lines of `colour`, `line_mm` wide and `spacing_mm` apart ("dots": their diameter, and from centre to
    centre), on a ground of `background`; "" is no ground, so that what lies beneath shows through. `outline`
    "" or `outline_mm` 0 is no outline. No length is over MOST_MM, no spacing below LEAST_SPACING_MM. Raises
    ThemeError for any other value.
    """

    colour: str
    pattern: str = "solid"
    outline: str = "#333333"
    outline_mm: float = 0.2
    background: str = ""
    spacing_mm: float = 2.0
    line_mm: float = 0.3

    def __post_init__(self) -> None:
        for key in ("colour", "outline", "background"):
            value = getattr(self, key)
            is_empty = value == "" and key != "colour"
            if not isinstance(value, str) or not (is_empty or COLOUR.fullmatch(value.lower())):
                raise ThemeError(Told("{} {!r:.100} is not #rrggbb.", key, value))
            object.__setattr__(self, key, value.lower())
        if self.pattern not in PATTERNS:
            raise ThemeError(Told("pattern {!r:.100} is none of {}.", self.pattern, ", ".join(PATTERNS)))
        for key in ("outline_mm", "spacing_mm", "line_mm"):
            value = getattr(self, key)
            is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
            if not (is_number and 0 <= value < math.inf) or (value == 0 and key != "outline_mm"):
                raise ThemeError(Told("{} {!r:.100} is no length in mm.", key, value))
            least = LEAST_SPACING_MM if key == "spacing_mm" else 0.0
            if not least <= value <= MOST_MM:
                raise ThemeError(Told("{} {!r:.100} is not between {} and {} mm.", key, value, least, MOST_MM))
            object.__setattr__(self, key, float(value))

    @property
    def look(self) -> tuple[object, ...]:
        """What tells the insides of two fills apart: those with equal looks can't be told apart on a map."""
        if self.pattern in HATCHES:
            return (self.pattern, self.colour, self.background, self.spacing_mm, self.line_mm)
        return (self.pattern, self.colour) if self.pattern == "solid" else (self.pattern,)
