"""What tables of corridors hold - verdicts, kinds, bases, roles of events, factions - in the user's words."""

from __future__ import annotations

import unicodedata
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
from ...translation import tr

_ISOLATE, _END = "\u2068", "\u2069"  # what stands between them does not turn round what stands beside it


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
    return isolated(tr(names[faction])) if names.get(faction) else isolated(faction)


def holders_words(joined: str, names: Mapping[str, str]) -> str:
    """Factions given as ids joined by "; ", "" being nobody."""
    return " + ".join(name_of(each, names) for each in joined.split("; ")) if joined else tr("nobody")


def isolated(name: str) -> str:
    """A name written from right to left keeps numbers and signs beside it where they are; any other is as it was."""
    is_turned = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in name)
    return f"{_ISOLATE}{name}{_END}" if is_turned else name
