"""The theme of a case: edited class by class, set back, or replaced by another one."""

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

# The theme as it was before the first edit of a class, so that edits can be taken back.
_UNEDITED = "theme_unedited"


def class_of(theme: Theme, class_id: str) -> MapClass:
    """A theme's class by its id. Raises CaseError where there is none."""
    for entry in (*theme.classes, theme.contested):
        if entry.id == class_id:
            return entry
    raise CaseError(Message("The theme {!r} has no class {!r}. Open the case again.", theme.id, class_id))


def unedited_theme(case: Case) -> Theme | None:
    """The case's theme as it was before its classes were edited; None where they never were.

    What was kept of another theme, which the case had before, does not count.
    """
    kept, own = case.setting(_UNEDITED), case.setting("theme")
    if not kept or not own:
        return None
    unedited = Theme.from_dict(kept)
    return unedited if unedited.id == Theme.from_dict(own).id else None


def without_edits(theme: Theme, unedited: Theme | None, class_id: str = "") -> Theme:
    """A theme with the colours and words that it had before they were edited: of one class, or of all.

    A class that came later (a faction met since) stays as it is.
    """
    if unedited is None:
        return theme
    for entry in (*unedited.classes, unedited.contested):
        if class_id in ("", entry.id) and any(entry.id == own.id for own in (*theme.classes, theme.contested)):
            theme = theme.with_class(entry)
    return theme


def save_styles(path: str, theme: Theme, styles: Mapping[str, tuple[str, str]]) -> None:
    """Keeps a theme of which only colours and words were edited, and the styles made of it, in one transaction.

    styles  table → its default style as QML and SLD

    Costs nothing that grows with the case: which ground is which class stays as it is. Raises CaseError where the
    case can't be written, where the theme is another one than the case's own, or where a class has another rule.
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
    """What a theme says beside colours and words."""
    classes = tuple((entry.id, entry.faction, entry.rule, entry.is_contested) for entry in theme.classes)
    return theme.id, classes, theme.contested.id


def change_theme(
    path: str,
    theme: Theme,
    feedback: Feedback = NO_FEEDBACK,
    finish: Callable[[Draft, Theme], None] = lambda draft, theme: None,
) -> Theme:
    """Gives a case another theme, with the classes that the theme derives from history; returns the theme kept.

    ``finish`` may add to the draft (its style, say). Raises CaseError, Cancelled; the case is then as before.
    """
    Case(path)  # one that has gone in the meantime is not made anew
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
