"""Theme of a case: edited class by class, reset, or replaced by another one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from typing import Callable

from ..core import fields as f
from ..core.errors import CaseError
from ..core.factions.themes import MapClass, Theme
from ..core.feedback import NO_FEEDBACK, Feedback, report_progress
from ..core.messages import Message
from .case import Case, connected
from .catalogue import known_factions
from .derived import bring_up_to_date
from .editing import Draft, editing
from .import_report import ImportReport
from .trust import refuse_triggers

# The theme as it was before the first edit of a class, so that edits can be discarded.
_UNEDITED = "theme_unedited"


def class_of(theme: Theme, class_id: str) -> MapClass:
    """Return a theme's class by its id. Raises CaseError if it has none."""
    for entry in (*theme.classes, theme.contested):
        if entry.id == class_id:
            return entry
    raise CaseError(Message("The theme {!r} has no class {!r}. Open the case again.", theme.id, class_id))


def unedited_theme(case: Case) -> Theme | None:
    """Return the case's theme as it was before its classes were edited; None if they never were.

    A copy kept of another theme, which the case had before, does not count.
    """
    kept, stored = case.setting(_UNEDITED), case.setting("theme")
    if not kept or not stored:
        return None
    unedited = Theme.from_dict(kept)
    return unedited if unedited.id == Theme.from_dict(stored).id else None


def without_edits(theme: Theme, unedited: Theme | None, class_id: str = "") -> Theme:
    """Return a theme with the colours and labels from before the edits: of one class, or of all.

    A class that was added later (for a new faction) stays unchanged.
    """
    if unedited is None:
        return theme
    for entry in (*unedited.classes, unedited.contested):
        if class_id in ("", entry.id) and any(entry.id == known.id for known in (*theme.classes, theme.contested)):
            theme = theme.with_class(entry)
    return theme


def save_styles(path: str, theme: Theme, styles: Mapping[str, tuple[str, str]]) -> None:
    """Store a theme of which only colours and labels were edited, and the styles made of it, in one transaction.

    styles  table → its default style as QML and SLD

    The cost does not grow with the case: the class of each territory stays the same. Raises CaseError if the case
    cannot be written, if the theme is not the case's own, or if a class has another rule.
    """
    case = Case(path)
    refuse_triggers(path, case.foreign_triggers)
    before = Theme.from_dict(case.setting("theme"))
    if _meaning(before) != _meaning(theme):
        raise CaseError(Message("{!r} now has another theme. Open the case again.", path))
    unedited = unedited_theme(case) or before
    settings = {"theme": theme.to_dict(), _UNEDITED: unedited.to_dict()}
    put = " ".join(["INSERT INTO", f.SETTINGS, f"({f.KEY}, {f.VALUE})", "VALUES (?, ?)"])
    drop = " ".join(["DELETE FROM", f.SETTINGS, "WHERE", f.KEY, "= ?"])
    restyle = "UPDATE layer_styles SET styleQML = ?, styleSLD = ? WHERE f_table_name = ? AND useAsDefault"
    try:
        with closing(connected(path)) as database, database:
            for key, value in settings.items():
                database.execute(drop, (key,))
                database.execute(put, (key, json.dumps(value, ensure_ascii=False)))
            for table, (qml, sld) in styles.items():
                database.execute(restyle, (qml, sld, table))
    except sqlite3.Error as error:
        raise CaseError(Message("{!r} cannot be written: {}", path, error)) from error


def _meaning(theme: Theme) -> tuple:
    """Return the content of a theme apart from colours and labels."""
    classes = tuple((entry.id, entry.faction, entry.rule, entry.is_contested) for entry in theme.classes)
    return theme.id, classes, theme.contested.id


def change_theme(
    path: str,
    theme: Theme,
    feedback: Feedback = NO_FEEDBACK,
    finish: Callable[[Draft, Theme], None] = lambda draft, theme: None,
) -> Theme:
    """Replace the theme of a case, with the classes that it derives from history; return the theme stored.

    ``finish`` may add to the draft (its style, for example). Raises CaseError, Cancelled; the case is then unchanged.
    """
    Case(path)  # a case that was deleted in the meantime is not created again
    with editing(path) as draft:
        report_progress(feedback, 10)
        factions = known_factions(draft)
        sources = draft.sources()
        if sources:
            theme = bring_up_to_date(draft, factions, theme, sources[0], (), (), ImportReport())
        else:
            draft.set_setting("theme", theme.to_dict())
        report_progress(feedback, 80)
        draft.replace_plain(f.SETTINGS, (f.KEY, f.VALUE), [], {f.KEY: _UNEDITED})
        finish(draft, theme)
        report_progress(feedback, 95)
    return theme
