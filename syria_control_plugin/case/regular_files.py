"""Regular files: links, devices, pipes, sockets and folders that only resemble data are reported, and never opened."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from ..core.messages import Message

FOLDER_DATASET = ".gdb"  # a file geodatabase, the one format that is a folder
_SQLITE_COMPANIONS = ("-journal", "-wal", "-shm")
_NAMES_ANOTHER_FILE = bytes.fromhex("d9d505f920a163d7")  # last bytes of a rollback journal with a super-journal
# Files that GDAL opens beside a file of its own accord.
_SIDE_ENDINGS = frozenset(
    ".shp .shx .dbf .prj .cpg .qix .qpj .sbn .sbx .idm .ind .dat .map .id .mid .gfs .xsd .csvt".split()
)
_DEVICE = Message("a device, not a file: choose a file")
_KINDS = (
    (stat.S_ISFIFO, Message("a named pipe, not a file: choose a file")),
    (stat.S_ISSOCK, Message("a socket, not a file: choose a file")),
    (stat.S_ISCHR, _DEVICE),
    (stat.S_ISBLK, _DEVICE),
)


class Entry(NamedTuple):
    """File in a folder, or a folder that cannot be read; problem: what keeps it from being read, or None."""

    path: str
    problem: Message | None
    is_folder: bool


def regular_file_problem(path: str) -> Message | None:
    """Return why a path cannot be opened as a file, None if it can; links are followed.

    Only a regular file is opened to find out, so that a pipe cannot block. A link or a special file in place of one of
    SQLite's own files (``-journal``, ``-wal``, ``-shm``) counts as a problem of the file itself: SQLite would read or
    write through it. So does a rollback journal that names another file as its super-journal, which SQLite deletes.
    SQLite's own files are beside the file that a link leads to.
    """
    try:
        mode = os.stat(path).st_mode
        if problem := _kind_problem(mode):
            return problem
        if stat.S_ISDIR(mode):
            return Message("a folder, not a file: choose the files in it")
        os.close(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)))
    except OSError as error:
        return _error_problem(path, error)
    real = os.path.realpath(path)
    for beside in (each + ending for each in dict.fromkeys((path, real)) for ending in _SQLITE_COMPANIONS):
        if problem := _companion_problem(beside):
            return Message("the file {!r} beside it: {}", os.path.basename(beside), problem)
    return None


def target_problem(path: str) -> Message | None:
    """Return why a file cannot be written at a path, None if it can: the path may hold a pipe, a device or a folder."""
    try:
        mode = os.stat(path).st_mode
    except OSError:  # no entry, or a link to nothing, which a new file replaces
        return None
    return None if stat.S_ISREG(mode) else _kind_problem(mode) or Message("a folder, not a file: choose another path")


def dataset_problem(path: str) -> Message | None:
    """Return why a dataset cannot be read, as ``regular_file_problem``.

    A file geodatabase, which is a folder, is checked file by file.
    """
    if not is_folder_dataset(path):
        return regular_file_problem(path)
    root, count = os.path.realpath(path), 0
    try:
        for entry in os.scandir(path):
            problem = link_problem(entry.path, root) if entry.is_symlink() else None
            if problem := problem or (None if entry.is_dir() else regular_file_problem(entry.path)):
                return Message("its file {!r}: {}", entry.name, problem)
            count += 1
    except OSError as error:
        return _error_problem(path, error)
    return None if count else Message("an empty folder: a file geodatabase must contain files")


def is_folder_dataset(path: str) -> bool:
    """Return whether a path is a file geodatabase, the one format that is a folder."""
    return os.path.splitext(path.rstrip("/\\"))[1].lower() == FOLDER_DATASET and os.path.isdir(path)


def open_regular(path: str) -> BinaryIO:
    """Open a file for reading bytes. Raises OSError if it is not a regular file when it is opened."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
        return os.fdopen(handle, "rb")
    except OSError:
        os.close(handle)
        raise


def files_in(folder: str) -> Iterator[Entry]:
    """Yield the files in a folder and its subfolders without hidden ones; a file geodatabase counts as one.

    A link to a file is followed within the folder; one that leads out of it is a problem. A link to a folder is not
    followed: within the folder, its files are found under their own path, and the link is yielded as a file without a
    problem.
    """
    root, waiting = os.path.realpath(folder), [folder]
    while waiting:
        here = waiting.pop()
        try:
            entries = [entry for entry in os.scandir(here) if not entry.name.startswith(".")]
        except OSError as error:
            yield Entry(here, _error_problem(here, error), True)
            continue
        problems = {entry.name: _entry_problem(entry, root) for entry in entries}
        odd = {name: problem for name, problem in problems.items() if problem}
        for entry in entries:
            problem = problems[entry.name]
            if not _is_folder(entry) or _is_link(entry) or is_folder_dataset(entry.path):
                problem = problem or side_file_problem(entry.name, odd)
                yield Entry(entry.path, problem, bool(problem) and _is_folder(entry))
            else:
                waiting.append(entry.path)


def odd_files_in(folder: str, root: str) -> dict[str, Message]:
    """Return name → problem of the entries of a folder that are not files: links out of ``root`` and special files."""
    try:
        problems = {entry.name: _entry_problem(entry, root) for entry in os.scandir(folder)}
    except OSError:  # reading the file itself names the reason
        return {}
    return {name: problem for name, problem in problems.items() if problem}


def side_file_problem(name: str, odd: dict[str, Message]) -> Message | None:
    """Return the problem of a file that GDAL opens together with the one of this name; ``odd`` as ``odd_files_in``."""
    stem, ending = os.path.splitext(name)
    for other, problem in odd.items():
        other_stem, other_ending = os.path.splitext(other)
        is_side = other_stem == stem and other_ending != ending and other_ending.lower() in _SIDE_ENDINGS
        if is_side or other.startswith((f"{name}.", f"{name}-")):
            return Message("the file {!r} beside it: {}", other, problem)
    return None


def link_problem(path: str, root: str) -> Message | None:
    """Return why a link cannot be followed, None if it can: its target has to exist, within ``root`` if given."""
    try:
        mode = os.stat(path).st_mode
    except OSError as error:
        return _error_problem(path, error)
    if root and leads_out(path, root):
        return Message(
            "a link that points outside the folder: copy its target into the folder, or choose the target itself"
        )
    return _kind_problem(mode)


def leads_out(path: str, root: str) -> bool:
    """Return whether a path, links followed, is outside a folder."""
    root, real = (os.path.normcase(os.path.realpath(each)) for each in (root, path))
    try:
        return os.path.commonpath([root, real]) != root
    except ValueError:  # another drive
        return True


def is_by_link(folder: str, root: str) -> bool:
    """Return whether a folder below another one is reached through a link."""
    unlinked = os.path.normpath(os.path.join(os.path.realpath(root), os.path.relpath(folder, root)))
    return os.path.normcase(os.path.realpath(folder)) != os.path.normcase(unlinked)


def _entry_problem(entry: os.DirEntry, root: str) -> Message | None:
    if _is_link(entry):
        return link_problem(entry.path, root)
    if _is_folder(entry):
        return dataset_problem(entry.path) if is_folder_dataset(entry.path) else None
    if entry.is_file(follow_symlinks=False):
        return None
    try:
        return _kind_problem(entry.stat().st_mode)
    except OSError as error:
        return _error_problem(entry.path, error)


def _companion_problem(path: str) -> Message | None:
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        return None
    if stat.S_ISLNK(mode):
        return Message("a link: delete it")
    if not stat.S_ISREG(mode):
        return _kind_problem(mode) or Message("a folder, not a file: delete it")
    is_safe = not path.endswith(_SQLITE_COMPANIONS[0]) or not _ends_with(path, _NAMES_ANOTHER_FILE)
    return (
        None if is_safe else Message("a journal that names another file, which SQLite would delete: delete the journal")
    )


def _ends_with(path: str, end: bytes) -> bool:
    try:
        with open(path, "rb") as file:
            file.seek(-len(end), os.SEEK_END)
            return file.read() == end
    except OSError:  # shorter, or unreadable, for SQLite too
        return False


def _kind_problem(mode: int) -> Message | None:
    return next((problem for is_kind, problem in _KINDS if is_kind(mode)), None)


def _error_problem(path: str, error: OSError) -> Message:
    if error.errno == errno.ELOOP:
        return Message("a link that points to itself: replace it with the file")
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            return Message("a link to a file that does not exist: replace it with the file")
        return Message("the file no longer exists: choose it again")
    return Message("cannot be opened: {}. Check its permissions.", error.strerror)


def _is_folder(entry: os.DirEntry) -> bool:
    try:
        return bool(entry.is_dir())
    except OSError:  # a link that leads to itself
        return False


def _is_link(entry: os.DirEntry[str]) -> bool:
    if entry.is_symlink() or os.name != "nt" or not _is_folder(entry):
        return entry.is_symlink()
    # A junction of Windows, which Python knows only from 3.12 on.
    unlinked = os.path.join(os.path.realpath(os.path.dirname(entry.path)), entry.name)
    return os.path.normcase(os.path.realpath(entry.path)) != os.path.normcase(unlinked)
