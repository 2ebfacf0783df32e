"""What event data say of a corridor, in sentences: no more than they do."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ...core import fields as f
from ...core.corridors.findings import CorridorOptions
from ...core.evidence.evidence import (
    CLASH,
    IMPRECISE,
    NONE_REPORTED,
    NOT_COVERED,
    POSSIBLE,
    REPORTED,
    STRIKE,
    TRANSFER,
    UNIDENTIFIED,
    VAGUE,
)
from ...translation import tr
from .sentence_words import days_apart, number, reach, span
from .value_words import coverage_words

_LISTED = 3  # events that a sentence names; the others are in the table of evidence
_NAMED = 5  # sources that it names


def evidence_sentences(record: Mapping, matches: list[Mapping], options: CorridorOptions) -> list[str]:
    """The verdict and what it rests on, then what is listed apart, then which sources cover place and time."""
    roles = {
        IMPRECISE: tr("Reports that are not precise enough in place or date: {}."),
        UNIDENTIFIED: tr("Fights of one of the two sides with a party that is not identified: {}."),
        VAGUE: tr("Reports too vague to place, which count neither for nor against: {}."),
        STRIKE: tr("Explosions and remote violence between the two sides, listed apart: {}."),
        TRANSFER: tr("Transfers of ground between the two sides without a fight: {}."),
    }
    decides = {CLASH, STRIKE} if options.evidence.counts_strikes else {CLASH}
    clashes = [match for match in matches if match[f.ROLE] in decides and match[f.IS_PRECISE]]
    if options.evidence.counts_strikes:
        roles[STRIKE] = tr("Explosions and remote violence that are not precise enough in place or date: {}.")
    sentences = [_verdict(record[f.VERDICT], clashes, options)]
    if options.evidence.counts_strikes:
        sentences.append(tr("Explosions and remote violence are counted as clashes."))
    for role, template in roles.items():
        found = [match for match in matches if match[f.ROLE] == role and match not in clashes]
        if found:
            sentences.append(template.format(_listed(found)))
    return [*sentences, *_coverage(record, options)]


def _verdict(verdict: str, clashes: list[Mapping], options: CorridorOptions) -> str:
    templates = {
        REPORTED: tr("Clashes between the two sides are reported within {reach}: {events}."),
        POSSIBLE: tr("Whether the two sides clashed within {reach} can't be told from the reports that there are."),
        NONE_REPORTED: tr("No clash between the two sides is reported within {reach}; that is no report of absence."),
        NOT_COVERED: tr("No event data cover that place and time: nothing can be said about clashes."),
    }
    within = reach(options.evidence.distance_km, options.evidence.days)
    return templates[verdict].format(reach=within, events=_listed(clashes))


def _coverage(record: Mapping, options: CorridorOptions) -> list[str]:
    covered, silent = (str(record[name] or "") for name in (f.COVERED_BY, f.NOT_COVERED_BY))
    sentences = []
    if covered:
        within = reach(options.evidence.coverage_km, options.evidence.coverage_days)
        sentences.append(
            tr("Events of whatever parties within {reach}, by source: {sources}.").format(
                reach=within, sources=_capped(coverage_words(covered))
            )
        )
    if silent:
        line = tr("Sources without any event that can be placed there and then, which say nothing: {}.")
        sentences.append(line.format(_capped(silent)))
    return sentences


def _capped(joined: str) -> str:
    names = joined.split("; ")
    more = [tr("and {} more").format(len(names) - _NAMED)] if len(names) > _NAMED else []
    return "; ".join([*names[:_NAMED], *more])


def _listed(matches: list[Mapping]) -> str:
    texts = [
        tr("{label} ({source}, {event}; {where}, {when})").format(
            label=match[f.LABEL],
            source=match[f.SOURCE],
            event=match[f.EVENT],
            where=_where(match),
            when=_when(match),
        )
        for match in matches[:_LISTED]
    ]
    more = len(matches) - len(texts)
    return "; ".join([*texts, *([tr("and {} more").format(more)] if more > 0 else [])])


def _where(match: Mapping) -> str:
    """How far away, no more exactly than the place is known."""
    reach_km = match[f.REACH_KM]
    if reach_km is None or np.isnan(reach_km):
        return tr("known to the country only")
    if reach_km > 0:
        return tr("known to within {} km").format(number(reach_km))
    return tr("{} km away").format(number(match[f.DISTANCE_KM]))


def _when(match: Mapping) -> str:
    lasts = np.datetime64(match[f.VALID_TO], "s") - np.datetime64(match[f.VALID_FROM], "s")
    if lasts > np.timedelta64(1, "D"):
        return tr("dated {}").format(span(match[f.VALID_FROM], match[f.VALID_TO]))
    return days_apart(int(match[f.DAYS]))
