"""Files of an earlier import that are gone: renamed, as after a wrong date in a name was corrected, or deleted."""

from __future__ import annotations

import os
from collections import Counter

from ...case.import_report import NOTED, ImportReport
from ...core.messages import Message
from ..files.opening import ending_of, endings
from ..files.tables import MapInput

_FEW = 5


def gone_files(before: dict[str, str], inputs: list[MapInput]) -> list[str]:
    """Return the keys of the files of earlier imports that no longer exist in the folder which is imported now.

    before  key → fingerprint, of the earlier imports of the source
    """
    places = {getattr(each, "place", "") for each in inputs}
    if len(places) != 1 or "" in places:
        return []
    (place,) = places
    known = {each.key for each in inputs}
    return sorted(key for key in set(before) - known if _is_file(key) and not os.path.lexists(_path(place, key)))


def _is_file(key: str) -> bool:
    """Return whether a key is that of a file outside of a zip, not that of a layer of a project."""
    return "!" not in key and ending_of(key.partition("|")[0]) in endings()


def _path(place: str, key: str) -> str:
    path = os.path.expanduser(key.partition("|")[0])
    return os.path.join(place if os.path.isdir(place) else os.path.dirname(place), path)


def renamed_files(gone: list[str], before: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    """Return old → new key, if each file that is gone has the content of exactly one that is new; else nothing.

    new  key → fingerprint, of the files that no earlier import had
    """
    counts = Counter(before[key] for key in gone), Counter(new.values())
    if any(count[before[key]] != 1 for key in gone for count in counts):
        return {}
    by_print = {fingerprint: key for key, fingerprint in new.items()}
    return {key: by_print[before[key]] for key in gone}


def report_gone(gone: list[str], renamed: dict[str, str], report: ImportReport) -> None:
    """Note in the report which files were renamed, or that the maps of files that are gone are kept."""
    for old, new in renamed.items():
        report.add(NOTED, new, "", None, Message("has the content of {!r}, which is gone: renamed, with its date", old))
    if gone and not renamed:
        few = ", ".join(gone[:_FEW]) + (", …" if len(gone) > _FEW else "")
        reason = Message("files of earlier imports that are gone: {} ({}); their maps are kept", len(gone), few)
        report.add(NOTED, gone[0], "", None, reason)
