"""Which layout a table of clash events has, told by its columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

from ...core.errors import SourceError
from ...core.told import Told
from .event_codebooks import ACLED, ACLED_NEEDS, UCDP, UCDP_NEEDS, read_acled, read_ucdp
from .event_plain import CASE, CASE_NEEDS, NAMES, NEEDED_ROLES, PLAIN, read_case, read_plain
from .event_values import Columns, EventOptions, RawEvents


@dataclass(frozen=True)
class EventLayout:
    """A layout of a table.

    needs  the columns that it can't do without, in any case and order
    marks  those of them that no other table has: where one is there, the table is not read as a plain one unasked,
           which would take vague places for exact ones
    """

    name: str
    needs: tuple[str, ...]
    marks: tuple[str, ...]
    read: Callable[[Columns, EventOptions], RawEvents]


KNOWN = (
    EventLayout(CASE, CASE_NEEDS, CASE_NEEDS[5:7], read_case),
    EventLayout(ACLED, ACLED_NEEDS, ("event_id_cnty", "time_precision", "sub_event_type", "geo_precision"), read_acled),
    EventLayout(UCDP, UCDP_NEEDS, ("date_prec", "where_prec"), read_ucdp),
)
_PLAIN = EventLayout(PLAIN, NEEDED_ROLES, (), read_plain)


def layout_of(columns: Columns, options: EventOptions) -> EventLayout:
    """The layout of a table: the plain one where the user names any of its columns, else the first that fits.

    Raises SourceError, naming what the table lacks of the nearest layout, where none fits.
    """
    named = options.named()
    marked = [] if named else [layout for layout in KNOWN if any(mark in columns for mark in layout.marks)]
    for layout in marked:
        if not _missing(columns, layout):
            return layout
    lacking = [role for role in NEEDED_ROLES if role not in named and not columns.first_of(NAMES[role])]
    if not marked and not lacking:
        return _PLAIN
    table = columns.table
    if marked:
        nearest = min(marked, key=lambda layout: len(_missing(columns, layout)) / len(layout.needs))
        problem = Told(
            "looks like {}, but has no column {}. Export it with all columns, or name the columns with the date and "
            "both sides to have it read as a plain table",
            nearest.name,
            ", ".join(_missing(columns, nearest)),
        )
    else:
        wanted = ", ".join(f"{role.replace('_', ' ')} ({', '.join(NAMES[role])})" for role in lacking)
        problem = Told(
            "is neither {} nor {}, and as a plain table it has no column for: {}. Name it", ACLED, UCDP, wanted
        )
    raise SourceError(Told("{}: {}. Its columns are: {}.", table.file, problem, ", ".join(table.columns) or "none"))


def _missing(columns: Columns, layout: EventLayout) -> list[str]:
    return [name for name in layout.needs if name not in columns]
