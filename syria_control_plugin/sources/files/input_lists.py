"""What an import reads, layers and files, as one list."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from .inputs import list_inputs
from .layers import LayerInput
from .tables import MapInput


def all_inputs(layers: list[LayerInput], paths: list[str]) -> tuple[list[MapInput], list[str]]:
    """Layers and files in the order of their keys, and the names of files left out as no maps."""
    files, skipped = list_inputs(paths)
    return sorted([*layers, *files], key=lambda each: each.key), skipped


def told_apart(inputs: list[MapInput]) -> list[MapInput]:
    """The inputs with keys that differ: a project may have two layers of one name in one group."""
    met: Counter = Counter()
    apart = []
    for each in inputs:
        met[each.key] += 1
        count = met[each.key]
        apart.append(each if count == 1 else replace(each, key=f"{each.key} ({count})"))
    return apart
