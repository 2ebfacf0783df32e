"""How long work in the core tells how far it is; what it calls may raise, which ends the work."""

from __future__ import annotations

from typing import Callable

# Called with the share of the work that is done, from 0 to 1.
Tell = Callable[[float], None]


def silent(done: float) -> None:
    """For work that nobody watches."""


def part_of(tell: Tell, first: float, last: float) -> Tell:
    """For a part of the work that lasts from one share of all of it to another."""
    return lambda done: tell(first + (last - first) * done)
