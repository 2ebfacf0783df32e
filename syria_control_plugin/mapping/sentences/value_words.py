"""What tables of corridors hold - verdicts, kinds, bases, roles of events, factions - in the user's words."""

from __future__ import annotations

from collections.abc import Mapping

from ...core.corridors.corridors import ENTRY, EXIT, INFERRED, INSIDE, OBSERVED, TRANSIT
from ...core.evidence.events import STRIKE, TRANSFER
from ...core.evidence.evidence import (
    CLASH,
    IMPRECISE,
    NONE_REPORTED,
    NOT_COVERED,
    POSSIBLE,
    REPORTED,
    UNIDENTIFIED,
    VAGUE,
)
from ...core.fields import FROM_REPORTS, PUBLISHED_MAP, STATED_PERIOD
from ...translation import apart, tr


def verdict_words() -> dict[str, str]:
    """Verdict, as it is stored → in the user's language."""
    return {
        REPORTED: tr("clash reported"),
        POSSIBLE: tr("clash possible"),
        NONE_REPORTED: tr("no clash reported"),
        NOT_COVERED: tr("not covered by event data"),
    }


def basis_words() -> dict[str, str]:
    """Basis, as it is stored → in the user's language."""
    return {OBSERVED: tr("observed"), INFERRED: tr("inferred")}


def kind_words() -> dict[str, str]:
    """Kind of passage, as it is stored → in the user's language."""
    return {TRANSIT: tr("Transit"), ENTRY: tr("Entry"), EXIT: tr("Exit"), INSIDE: tr("Inside")}


def ground_words() -> dict[str, str]:
    """What a source's territories rest on, as it is stored → in the user's language."""
    return {
        PUBLISHED_MAP: tr("published map"),
        STATED_PERIOD: tr("stated period"),
        FROM_REPORTS: tr("derived from reports"),
    }


def role_words() -> dict[str, str]:
    """Role of an event, as it is stored → in the user's language."""
    return {
        CLASH: tr("clash"),
        IMPRECISE: tr("imprecise clash"),
        UNIDENTIFIED: tr("party not identified"),
        VAGUE: tr("too vague"),
        STRIKE: tr("explosion or remote violence"),
        TRANSFER: tr("transfer without a fight"),
    }


def passage_words(kind: str, mover: str, host: str) -> str:
    """Who passed whose ground, and how: only a transit leads through it. ``mover``, ``host``: their names."""
    templates = {
        TRANSIT: tr("{mover} through the ground of {host}"),
        ENTRY: tr("{mover} into the ground of {host}"),
        EXIT: tr("{mover} out of the ground of {host}"),
        INSIDE: tr("{mover} inside the ground of {host}"),
    }
    return templates.get(kind, tr("{mover} on the ground of {host}")).format(mover=mover, host=host)


def name_of(faction: str, names: Mapping[str, str]) -> str:
    """Name of a faction, its id where it has none; "" for none."""
    return apart(tr(names[faction])) if names.get(faction) else apart(faction)


def holders_words(joined: str, names: Mapping[str, str]) -> str:
    """Factions given as ids joined by "; ", "" being nobody."""
    return " + ".join(name_of(each, names) for each in joined.split("; ")) if joined else tr("nobody")


def listed(words) -> str:
    """Those that there are, with commas."""
    return tr(", ").join(apart(each) for each in words if each)


def coverage_words(covered: str) -> str:
    """What each source of events says, as it is stored ("source: count, verdict", joined by "; ")."""
    verdicts = verdict_words()
    said = (part.rpartition(", ") for part in covered.split("; "))
    return "; ".join(
        listed((apart(head), verdicts[last])) if last in verdicts else f"{head}{comma}{last}"
        for head, comma, last in said
    )
