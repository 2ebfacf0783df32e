"""Data that the plugin ships: factions with their spellings, and themes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from ..core.errors import FactionError, SourceError, ThemeError
from ..core.factions.blocs import Blocs
from ..core.factions.factions import FactionRegister, Factions
from ..core.factions.names import name_key, tidied
from ..core.factions.themes import Theme
from ..core.fields import DERIVED_PREFIX, FACTION, FACTIONS, MOVEMENTS, TERRITORIES
from ..core.messages import Message
from .case import Case
from .limits import read_json, read_json_file
from .regular_files import regular_file_problem
from .values import text_of

RESOURCES = Path(__file__).parent.parent / "resources"
DEFAULT_THEME = "conflict_convention"


@cache
def shipped_factions() -> Factions:
    """Return the factions known in advance, with their names in ACLED, UCDP GED and the press."""
    return Factions.from_records(_read(RESOURCES / "factions.json"))


def faction_names(case: Case | None = None) -> dict[str, str]:
    """Return faction id → name, of the shipped factions and of the known ones in a case's table (``Faction.is_known``).

    The names of the table take precedence. Unlike in ``known_factions``, entries that cannot be used are left out.
    """
    names = shipped_factions().names
    for row in case.select(FACTIONS, "id", "name", "aliases", "bloc") if case else ():
        key, name = map(text_of, row[:2])
        if key in names or not _is_mere_name(row):
            names[key] = name or names.get(key, key)
    return names


def _is_mere_name(row: tuple) -> bool:
    """Return whether a row of the table of factions has no more than the name that it was made of."""
    key, name, aliases, bloc, *_ = map(text_of, row)
    return aliases in ("", "[]") and not bloc and name_key(name or key) == name_key(key)


def theme_ids() -> list[str]:
    """Return the ids of the shipped themes, the default one first."""
    ids = sorted(path.stem for path in (RESOURCES / "themes").glob("*.json"))
    return sorted(ids, key=lambda theme_id: theme_id != DEFAULT_THEME)


def load_theme(theme: str) -> Theme:
    """Return a theme by id, or from a JSON file by path. Raises ThemeError if it does not exist or has an error."""
    path = Path(theme) if theme.endswith(".json") else RESOURCES / "themes" / f"{theme}.json"
    if path.exists() and (problem := regular_file_problem(str(path))):
        raise ThemeError(Message("{!r}: {}", str(path), problem))
    if not path.is_file() or (not theme.endswith(".json") and theme not in theme_ids()):
        raise ThemeError(
            Message(
                "The theme {!r} does not exist. Choose one of the shipped themes, {}, or a .json file.",
                theme,
                ", ".join(theme_ids()),
            )
        )
    return Theme.from_dict(_read(path))


def theme_for(case: Case | None, wanted: str) -> Theme:
    """Return the theme requested by id or path; "" requests the case's own, else the default one.

    A case keeps its theme with the changes made to it, so requesting its shipped id returns the case's own too. A file
    is read again each time, since its author may change it; factions of the case get fills in it.
    """
    if case and wanted.endswith(".json"):
        names = dict(case.select(FACTIONS, "id", "name"))
        return load_theme(wanted).with_spares(names, names)
    stored = case.setting("theme") if case else None
    case_theme = Theme.from_dict(stored) if stored else None
    if case_theme and (not wanted or load_theme(wanted).id == case_theme.id):
        return case_theme
    return load_theme(wanted or DEFAULT_THEME)


def faction_text(value: object) -> str:
    """Return the name of a faction in a row; "" if it has none.

    A name that begins with the prefix of derived classes in the drawn view would be drawn as such a class, so its colon
    is removed. "; " separates the holders of contested territory, so in a name it becomes ", ".
    """
    text = "" if value is None else tidied(str(value)).replace("; ", ", ")
    return text.replace(":", " ", 1) if text.startswith(DERIVED_PREFIX) else text


def known_factions(case: Case | None) -> Factions:
    """Return the shipped factions and those of a case, with the entries of the case's own table.

    Name, bloc and colour are those of the table, where an analyst may have edited them; its aliases are added to the
    shipped ones. Raises FactionError if the table contradicts itself.
    """
    factions = FactionRegister(shipped_factions())
    rows = case.select(FACTIONS, "id", "name", "aliases", "bloc", "colour") if case else ()
    for row in sorted(rows, key=_is_mere_name):
        if not all(isinstance(value, (str, type(None))) for value in row) or not row[0]:
            raise FactionError(
                Message("The case's table {} has a row that is not text: {!r:.100}. Correct it in QGIS.", FACTIONS, row)
            )
        faction_id, name, aliases, bloc, colour = row
        faction = factions.of_text(faction_id)
        if faction.id != faction_id:  # an id that has become an alias of another faction
            continue
        aliases = (*faction.aliases, *(text for text in _aliases(faction_id, aliases) if text not in faction.aliases))
        kept = replace(faction, name=name or faction.name, aliases=aliases, bloc=bloc or "", colour=colour or "")
        factions.put(kept)
    return factions.factions


def case_blocs(case: Case | None) -> Blocs:
    """Return the blocs of the shipped factions and those of a case, by the dates of maps."""
    return known_factions(case).blocs()


def factions_of(case: Case) -> Factions:
    """Return ``known_factions`` and the holders and movers of the case that are none of them."""
    register = FactionRegister(known_factions(case))
    for table in {TERRITORIES, MOVEMENTS} & set(case.tables()):
        for (name,) in case.select(table, FACTION, distinct=True):
            if isinstance(name, str) and tidied(name):
                register.of_text(name)
    return register.factions


def _aliases(faction_id: str, text: str | None) -> list[str]:
    try:
        aliases = read_json(text or "[]", Message("aliases of faction {!r:.100}", faction_id))
    except SourceError as error:
        raise FactionError(*error.args) from error
    if not isinstance(aliases, list):
        raise FactionError(
            Message("The aliases of faction {!r:.100} are not a JSON list: {!r:.100}.", faction_id, text)
        )
    return aliases


def _read(path: Path) -> Any:
    try:
        return read_json_file(path)
    except SourceError as error:
        raise ThemeError(*error.args) from error
