"""Content of zips, and what of it is not read: a zip may be made to fill a disk, or to lead out of its folder."""

from __future__ import annotations

import os
import stat
import threading
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath, PureWindowsPath

from ...case.regular_files import regular_file_problem
from ...core.errors import SourceError
from ...core.messages import Message

# A zip that unpacks to more than this is refused before GDAL opens it.
ZIP_LIMIT_BYTES = 8 * 1024**3
# So is one of more than this with a compression ratio above that of any map (10 to 30): it holds hardly any data.
_HARMLESS_BYTES, _MOST_DENSE = 1024**3, 200
_MB, _GB = 1e6, 1e9
_ENCRYPTED = 0x1  # bit of a member's flags


def split_zip_path(path: str) -> tuple[str, str]:
    """Return archive and member of ``/vsizip/{archive}/member``."""
    archive, _, member = path[len("/vsizip/{") :].partition("}/")
    return archive, member


class _Kept(threading.local):
    """The zip that a thread opened last, and the values that show whether the file is still the same."""

    is_wanted = False
    opened: zipfile.ZipFile | None = None
    known: tuple = ()

    def close(self) -> None:
        if self.opened is not None:
            self.opened.close()
        self.opened, self.known = None, ()


_kept = _Kept()


@contextmanager
def zips_kept_open() -> Iterator[None]:
    """Keep one zip at a time open: opening it reads its whole directory, which takes long for each member.

    For this thread only. A zip that changes in the meantime is opened again.
    """
    before, _kept.is_wanted = _kept.is_wanted, True
    try:
        yield
    finally:
        _kept.is_wanted = before
        if not before:
            _kept.close()


@contextmanager
def open_zip(archive: str) -> Iterator[zipfile.ZipFile]:
    """Open a zip for reading."""
    if not _kept.is_wanted:
        with zipfile.ZipFile(archive) as opened:
            yield opened
        return
    about = os.stat(archive)
    known = (archive, about.st_dev, about.st_ino, about.st_size, about.st_mtime_ns)
    if _kept.known != known:
        _kept.close()
        _kept.opened = zipfile.ZipFile(archive)
        _kept.known = known
    yield _kept.opened


@contextmanager
def open_binary(path: str):
    """Open a file, or a member of a zip (``/vsizip/{archive}/member``), for reading."""
    if path.startswith("/vsizip/"):
        archive, member = split_zip_path(path)
        with open_zip(archive) as opened, opened.open(member) as binary:
            yield binary
    else:
        with open(path, "rb") as binary:
            yield binary


def zip_members(archive: str) -> dict[str, Message | None]:
    """Return the name of each file in a zip, sorted, without hidden ones → what prevents reading it, None for nothing.

    Raises SourceError for a file that is not a readable zip, and for a zip that would unpack to far too much.
    """
    if problem := regular_file_problem(archive):
        raise SourceError(Message("{}: {}", archive, problem))
    try:
        with zipfile.ZipFile(archive) as opened:
            members = [info for info in opened.infolist() if not info.is_dir()]
            packed = os.path.getsize(archive)
    except (zipfile.BadZipFile, OSError) as error:
        raise SourceError(Message("{}: is not a readable zip: {}", archive, error)) from error
    _check_size(archive, packed, sum(info.file_size for info in members))
    count = Counter(info.filename for info in members)
    kind = {info.filename: _kind_problem(info) for info in members}
    problems = {}
    for name in sorted(count):
        parts = PurePosixPath(name).parts
        leads_out = ".." in parts or name.startswith("/") or bool(PureWindowsPath(name).drive)
        if count[name] > 1:
            problem = Message("the zip contains several members of this name")
        else:
            problem = Message("its name points outside the zip file") if leads_out else kind[name]
        if leads_out or not any(part.startswith((".", "__MACOSX")) for part in parts):
            problems[name] = problem
    return problems


def _kind_problem(info: zipfile.ZipInfo) -> Message | None:
    """Return why the content of a member is not that of a file."""
    if info.flag_bits & _ENCRYPTED:
        return Message("encrypted: unpack the zip file with its password and choose the folder")
    # The system that made the zip is ignored, as it is by other programs that unpack it.
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind == stat.S_IFLNK:
        return Message("a link, not a file: put the file itself into the zip file")
    return Message("not a file: put the file itself into the zip file") if kind not in (0, stat.S_IFREG) else None


def _check_size(archive: str, packed: int, size: int) -> None:
    if size > ZIP_LIMIT_BYTES:
        raise SourceError(Message("{}: unpacks to {:.0f} GB. Unpack it and choose the folder.", archive, size / _GB))
    if size > _HARMLESS_BYTES and size > _MOST_DENSE * packed:
        raise SourceError(
            Message(
                "{}: {:.1f} MB that unpack to {:.1f} GB cannot be maps. The file is not read.",
                archive,
                packed / _MB,
                size / _GB,
            )
        )
