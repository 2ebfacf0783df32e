"""Files, folders, zips, patterns, databases and layers chosen by the user, as one list of inputs to read."""

from __future__ import annotations

import glob
import hashlib
import os
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import ClassVar

from ...case.case import is_case
from ...case.regular_files import (
    dataset_problem,
    files_in,
    is_by_link,
    is_folder_dataset,
    link_problem,
    odd_files_in,
    open_regular,
    regular_file_problem,
    side_file_problem,
)
from ...case.values import storable
from ...core.errors import SourceError
from ...core.feedback import NO_FEEDBACK, Feedback, check_cancelled
from ...core.messages import Message
from .addresses import Address, layer_of_number, matching_rows, split_address
from .gpx import rows_of
from .opening import database_driver, ending_of, endings
from .project_layers import LayerInput
from .reader_process import layer_names, read_tables, size_problem
from .tables import MapInput, SourceTable, rows_checksum
from .zips import open_zip, split_zip_path, zip_members, zips_kept_open

# Not read, but still not a part of a name: the name of "2017-10-01.pdf" is "2017-10-01".
_NOT_READ = {"shx", "pdf", "vrt", "zip", "svg"}
_SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_PASSWORD = re.compile(r"(?:password|passwd|pwd)\s*=\s*(?:'(?:[^'\\]|\\.)*'|\S+)", re.IGNORECASE)
_PASSWORD_IN_ADDRESS = re.compile(r"(://[^:@/\s]*):[^@\s]*@")


@dataclass(frozen=True)
class InputFile:
    """One file to read.

    path     what GDAL opens (may lie in a zip: ``/vsizip/…``)
    key      path inside what the user chose: names the file in reports and identifies it at the next import
    folder   name of the folder or zip that was chosen, or that contains the file: the default name of the source
    layer    the only layer to read, "" for all
    problem  what prevents reading it, known before it is tried
    is_connection  a database or service that GDAL opens, not a file
    place    path of that folder or zip, "" for a database
    subset   SQL filter of the rows, "" for none
    encoding  of text that is not UTF-8, "" for the one that the file states
    """

    path: str
    key: str
    folder: str
    layer: str = ""
    problem: Message | None = None
    is_connection: bool = False
    subset: str = ""
    encoding: str = ""
    place: str = ""
    note: ClassVar[str] = ""

    @property
    def names(self) -> tuple[str, ...]:
        """File stem, then the names of its folders from near to far, the chosen one last."""
        path = PurePosixPath(self.key.partition("|")[0].replace("!", "/"))
        return (_stem(path.name), *(_stem(part) for part in reversed(path.parent.parts)), _stem(self.folder))

    def tables(self, with_properties: bool = False, feedback: Feedback = NO_FEEDBACK) -> list[SourceTable]:
        """Return the layers of the file (see ``read_tables``)."""
        if problem := self._problem():
            raise SourceError(problem)
        tables = read_tables(self.path, self.key, self.names, self.layer, with_properties, feedback, self.encoding)
        return [_filtered(table, self.subset, feedback) for table in tables] if self.subset else tables

    def decoded(self, encoding: str) -> InputFile:
        """Return the file with another encoding of text that is not UTF-8."""
        return replace(self, encoding=encoding)

    def checksum(self, feedback: Feedback = NO_FEEDBACK) -> str:
        """Return the SHA-256 of the content, all parts of a Shapefile together; for a database, of the rows.

        Raises Cancelled.
        """
        check_cancelled(feedback)  # also between members of a zip that are empty
        if problem := self._problem():
            return f"unreadable: {problem!s}"  # reading it reports the same
        digest = hashlib.sha256(self.subset.encode("utf-8", "surrogatepass"))
        is_file = False
        try:
            for content in self._contents():
                is_file = True
                with content:
                    while block := content.read(1 << 20):
                        check_cancelled(feedback)
                        digest.update(block)
            return digest.hexdigest() if is_file else rows_checksum(self.tables(feedback=feedback))
        except (OSError, RuntimeError, zlib.error, zipfile.BadZipFile, SourceError) as error:
            return f"unreadable: {error!s}"  # damaged or locked member, unreachable database

    def _problem(self) -> Message | None:
        """Return what prevents reading it now: a file may change or disappear after it was listed."""
        if self.problem or self.is_connection:
            return self.problem
        if self.path.startswith("/vsizip/"):
            return regular_file_problem(split_zip_path(self.path)[0]) or size_problem(self.path)
        return dataset_problem(self.path) or size_problem(self.path)

    def _contents(self):
        if self.path.startswith("/vsizip/"):
            archive, member = split_zip_path(self.path)
            with open_zip(archive) as opened:
                for part in _parts(member):
                    with suppress(KeyError):  # a Shapefile need not have all parts
                        yield opened.open(part)
        else:
            for part in _parts(self.path):
                if os.path.isdir(part):
                    inside = sorted(glob.glob(os.path.join(glob.escape(part), "*")))
                    yield from map(open_regular, filter(os.path.isfile, inside))
                elif os.path.isfile(part):
                    yield open_regular(part)


@dataclass(frozen=True)
class _Candidate:
    path: str
    member: str = ""
    layer: str = ""
    is_connection: bool = False
    problem: Message | None = None
    subset: str = ""


def list_inputs(given: list[str]) -> tuple[list[InputFile], list[str]]:
    """Return the files to read, sorted by key, and the names of files in folders and zips that are not maps.

    A case in a folder, or one that matches a pattern, is not a map: it may be the one that the maps are imported into.

    A file named by the user, or by a pattern, is always read; in a folder (with its subfolders) or zip, only what GDAL
    recognises as vector data. An entry that is not a regular file (``case.regular_files``) has a ``problem``. Keys
    start at the folder or zip chosen; if several were chosen, at the folder that contains them all. Raises SourceError
    for what does not exist.
    """
    roots: list[str] = []
    candidates: list[_Candidate] = []
    skipped: list[str] = []
    for text in given:
        _find(text.strip(), roots, candidates, skipped, is_alone=len(given) == 1)
    base = _common_folder(roots)
    folder = storable(_stem(os.path.basename(base)))
    files: dict[str, InputFile] = {}
    for each in candidates:
        if each.is_connection:
            key = storable(_without_password(each.path) + (f"|{each.layer}" if each.layer else ""))
            files[key] = InputFile(each.path, key, "", each.layer, is_connection=True, subset=each.subset)
            continue
        inside = "" if each.path == base else _path_inside(base, each.path)
        key = "!".join(part for part in (inside, each.member) if part)
        path = f"/vsizip/{{{each.path}}}/{each.member}" if each.member else each.path
        key = storable(key + (f"|{each.layer}" if each.layer else ""))
        if key in files and files[key].subset != each.subset:
            key = storable(f"{key}|{each.subset}")  # one layer, filtered in two ways
        files[key] = InputFile(
            path=path,
            key=key,
            folder=folder,
            layer=each.layer,
            problem=each.problem,
            subset=each.subset,
            place=base,
        )
    return [files[key] for key in sorted(files)], sorted(map(storable, skipped))


def _path_inside(base: str, path: str) -> str:
    """Return the path of a file from the folder that contains all files.

    If that folder is above the home folder, "~" stands for the latter: keys are kept in cases and reports, which are
    passed on.
    """
    home = os.path.abspath(os.path.expanduser("~"))
    if Path(base) in Path(home).parents and Path(home) in Path(path).parents:
        return "~/" + Path(os.path.relpath(path, home)).as_posix()
    return Path(os.path.relpath(path, base)).as_posix()


def _find(text: str, roots: list[str], candidates: list[_Candidate], skipped: list[str], is_alone: bool) -> None:
    """Add to ``candidates`` the files that a text of the user stands for, and to ``roots`` the folder they lie in."""
    address = split_address(text)
    path = address.path
    real = os.path.abspath(path)
    is_one = database_driver(path) or (os.path.lexists(path) and not _is_many(path))
    if "|" in text and not is_one:
        raise SourceError(Message("{!r}: a layer or filter can be given only for one file.", text))
    if os.path.isdir(path) and not is_folder_dataset(path):
        roots.append(real)
        _find_in_folder(real, candidates, skipped)
    elif _is_many(path):
        roots.append(real)
        try:
            _find_in_zip(real, candidates, skipped)
        except SourceError as error:
            if is_alone:
                raise
            candidates.append(_Candidate(real, problem=error.args[0]))
    elif os.path.lexists(path):
        roots.append(os.path.dirname(real))
        here, name = os.path.split(real)
        odd = odd_files_in(
            here, "" if os.path.islink(real) else here
        )  # the side files of a link may lie beside its target
        problem = dataset_problem(real) or side_file_problem(name, odd)
        candidates.append(_one_layer(_Candidate(real, problem=problem), address))
    elif database_driver(path):
        candidates.append(_one_layer(_Candidate(path, is_connection=True), address))
    elif any(sign in path for sign in "*?["):
        roots.append(_fixed_part(path))  # does not depend on what the pattern matches today
        matches = _matches(path, roots[-1])
        if not matches:
            raise SourceError(Message("No file matches the pattern {!r}.", path))
        cases = [each for each in matches if ending_of(each.path) == "gpkg" and not each.problem and is_case(each.path)]
        skipped += [os.path.basename(each.path) for each in cases]
        candidates += [each for each in matches if each not in cases]
    else:
        raise SourceError(Message("There is no file, folder or pattern {!r}. Check the path.", path))


def _one_layer(candidate: _Candidate, address: Address) -> _Candidate:
    """Return a candidate with the layer and the filter of its address."""
    if candidate.problem or address.number is None:
        return replace(candidate, layer=address.layer, subset=address.subset)
    try:
        layer = layer_of_number(candidate.path, address.number, layer_names(candidate.path))
    except SourceError as error:
        return replace(candidate, problem=error.args[0])
    return replace(candidate, layer=layer, subset=address.subset)


def _is_many(path: str) -> bool:
    """Return whether a path is a folder or a zip, which may contain several files."""
    if os.path.isdir(path):
        return not is_folder_dataset(path)
    return os.path.isfile(path) and ending_of(path) == "zip"


def _filtered(table: SourceTable, subset: str, feedback: Feedback) -> SourceTable:
    mask = matching_rows(table, subset, feedback)
    picked = rows_of(table, mask)
    picked.notes.append((None, Message("filter {!r:.200}: {} of {} rows", subset, int(mask.sum()), len(mask))))
    return picked


def _fixed_part(pattern: str) -> str:
    """Return the folder before the first wildcard of a pattern."""
    folder = os.path.abspath(os.path.dirname(pattern) or ".")
    while any(sign in folder for sign in "*?["):
        folder = os.path.dirname(folder)
    return folder


def _common_folder(roots: list[str]) -> str:
    try:
        return os.path.commonpath(roots) if roots else ""
    except ValueError:
        raise SourceError(
            Message("Files on different drives cannot be imported together. Import them one by one.")
        ) from None


def _matches(pattern: str, folder: str) -> list[_Candidate]:
    """Return the files that match a pattern, below the folder before its first wildcard; links are as in a folder."""
    candidates: list[_Candidate] = []
    odd: dict[str, dict[str, Message]] = {}
    for path in dict.fromkeys(map(os.path.abspath, _expanded(Path(pattern).parts))):
        here = os.path.dirname(path)
        if os.path.isdir(path) and not is_folder_dataset(path):
            continue
        if is_by_link(here, folder):  # its own path, if it lies within the folder, may match too
            if problem := link_problem(here, folder):
                candidates.append(_Candidate(path, problem=problem))
            continue
        if here not in odd:
            odd[here] = odd_files_in(here, folder)
        name = os.path.basename(path)
        candidates.append(_Candidate(path, problem=odd[here].get(name) or side_file_problem(name, odd[here])))
    return candidates


def _expanded(parts: tuple[str, ...]) -> Iterator[str]:
    """Yield the paths that match a pattern. ``**`` does not follow links to folders: a cycle would never end."""
    if "**" not in parts:
        yield from glob.iglob(os.path.join(*parts))
        return
    number = parts.index("**")
    for start in glob.iglob(os.path.join(*parts[:number] or ".")):
        for folder, inside, _ in os.walk(start):
            inside[:] = [name for name in inside if not name.startswith(".")]
            inside[:] = [name for name in inside if not is_by_link(os.path.join(folder, name), start)]
            yield from _expanded((glob.escape(folder), *(parts[number + 1 :] or ("*",))))


def _find_in_folder(folder: str, candidates: list[_Candidate], skipped: list[str]) -> None:
    for path, problem, is_folder in files_in(folder):
        ending = ending_of(path)
        if is_folder:
            candidates.append(_Candidate(path, problem=problem))
        elif ending == "zip" and not problem:
            try:
                _find_in_zip(path, candidates, skipped)
            except SourceError as error:
                candidates.append(
                    _Candidate(path, problem=error.args[0])
                )  # the other files of the folder can still be read
        elif ending == "gpkg" and not problem and is_case(path):
            skipped.append(Path(os.path.relpath(path, folder)).as_posix())
        elif ending == "zip" or ending in endings(maps_only=True):
            candidates.append(_Candidate(path, problem=problem))
        elif f".{ending}" not in _SHAPEFILE_PARTS:
            skipped.append(Path(os.path.relpath(path, folder)).as_posix())


def _find_in_zip(archive: str, candidates: list[_Candidate], skipped: list[str]) -> None:
    for name, problem in zip_members(archive).items():
        if ending_of(name) in endings(maps_only=True):
            candidates.append(_Candidate(archive, member=name, problem=problem))
        elif os.path.splitext(name)[1].lower() not in _SHAPEFILE_PARTS:
            skipped.append(f"{os.path.basename(archive)}!{name}")


def _stem(name: str) -> str:
    # Only a known extension is removed: "map 24.10.2017" is a name, not a file with the extension ".2017".
    stem, ending = os.path.splitext(name)
    return stem if ending.lower().lstrip(".") in endings() | _NOT_READ else name


def _parts(path: str) -> list[str]:
    stem, ending = os.path.splitext(path)
    return [stem + part for part in _SHAPEFILE_PARTS] if ending.lower() == ".shp" else [path]


def _without_password(connection: str) -> str:
    shown = _PASSWORD.sub("", connection)
    return " ".join(_PASSWORD_IN_ADDRESS.sub(r"\1@", shown).split())


def all_inputs(layers: list[LayerInput], paths: list[str]) -> tuple[list[MapInput], list[str]]:
    """Return layers and files in the order of their keys, and the names of files left out because they are not maps."""
    files, skipped = list_inputs(paths)
    return sorted([*layers, *files], key=lambda each: each.key), skipped


def checksums(inputs: list[MapInput], feedback: Feedback = NO_FEEDBACK) -> dict[str, str]:
    """Return key → checksum of each input. Raises Cancelled."""
    with zips_kept_open():
        return {each.key: each.checksum(feedback) for each in inputs}


def with_unique_keys(inputs: list[MapInput]) -> list[MapInput]:
    """Return the inputs with distinct keys: a project may have two layers of one name in one group."""
    met: Counter = Counter()
    renamed = []
    for each in inputs:
        met[each.key] += 1
        count = met[each.key]
        renamed.append(each if count == 1 else replace(each, key=f"{each.key} ({count})"))
    return renamed
