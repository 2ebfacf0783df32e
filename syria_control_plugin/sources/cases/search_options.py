"""What a case was searched with for corridors, as its settings keep it; whatever hands did to them."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np

from ...core.corridors.findings import CorridorOptions
from ...core.errors import CorridorsError
from ...core.evidence.evidence import EvidenceOptions


def options_from(setting) -> CorridorOptions:
    """Settings of a search as a case keeps them; what is missing in them, or makes no sense, is as by default."""
    given = dict(setting) if isinstance(setting, dict) else {}
    evidence = given.pop("evidence", None)
    options = _replaced(CorridorOptions(), given)
    return replace(options, evidence=_replaced(EvidenceOptions(), evidence if isinstance(evidence, dict) else {}))


def _replaced(options, given: dict):
    """Options with the values given that are of the right kind; all or, where they don't go together, none."""
    known = {each.name: getattr(options, each.name) for each in fields(options)}
    fitting = {}
    for name, value in given.items():
        default = known.get(name)
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if isinstance(default, bool):
            fits = isinstance(value, bool)
        elif isinstance(default, int):
            fits = is_whole and value >= 0
        else:
            fits = isinstance(default, float) and (is_whole or isinstance(value, float)) and 0 <= value < np.inf
        if fits:
            fitting[name] = type(default)(value)
    try:
        return replace(options, **fitting)
    except CorridorsError:
        return options
