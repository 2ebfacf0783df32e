"""The corridors of a case, as they are listed with what else changed on a date."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...mapping.layers.corridor_styles import VERDICT_COLOURS
from ...mapping.sentences.value_words import listed
from ...sources.cases.corridor_rows import CorridorRows
from ...translation import tr
from ..corridors.corridor_words import days_text, length_text, verdict_sign, words_of_values
from .change_lines import CorridorLine


class DatedCorridors:
    """Lines of corridors by their time. ``names``: faction id → its name; one without a name is called by its id."""

    def __init__(self, rows: CorridorRows, names: Mapping[str, str]):
        self.rows, self._names = rows, names
        self._words = words_of_values()
        self._signs = {verdict: verdict_sign(verdict) for verdict in VERDICT_COLOURS}

    def lines(self, begin, end) -> list[CorridorLine]:
        """Those with a moment in a span, half-open; the newest first."""
        found = np.flatnonzero(self.rows.within(begin, end))
        newest = np.lexsort((self.rows.number[found], -self.rows.start[found].astype(np.int64)))
        return [self._line(int(row)) for row in found[newest]]

    def _line(self, row: int) -> CorridorLine:
        rows = self.rows
        mover, host, verdict = rows.mover[row], rows.host[row], rows.verdict[row]
        names = tr("{} in ground of {}").format(*(self._names.get(each, each) for each in (mover, host)))
        about = listed(self._words.get(value, value) for value in (rows.basis[row], verdict))
        length = tr("{} km").format(length_text(rows.length_km[row]))
        days = f"{days_text(rows.start[row], rows.end[row], False)}: {length}"
        return CorridorLine(
            row,
            names,
            tr("{} in ground of {}").format(mover, host),
            about,
            self._signs.get(verdict),
            length,
            "\n".join(text for text in (names, days, about, rows.sentence[row]) if text),
        )
