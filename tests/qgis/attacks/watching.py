"""What a program did to files: a comparison of snapshots, and where strace is there a record of its system calls."""

from __future__ import annotations

import os
import re
import stat
import zlib
from collections.abc import Iterable
from pathlib import Path

State = dict[str, tuple]

_WRITES = re.compile(
    r"^(?:\d+ +)?(?P<call>openat|open|creat|mkdir|mkdirat|rename|renameat|renameat2|unlink|unlinkat|symlink"
    r"|symlinkat|link|linkat|truncate|chmod|fchmodat|mknod|mknodat|connect)\((?P<rest>.*?)\)? += (?P<result>-?\d+|\?)"
)
_NAMES = re.compile(r'"((?:[^"\\]|\\.)*)"')
_OPENED_TO_WRITE = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC")
_ADDRESS = re.compile(r'sin6?_port=htons\((\d+)\).*?(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"')
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def snapshot(*folders: Path) -> State:
    """Path → kind, size, time of the last change and target of every file, folder and link below the folders."""
    state: State = {}
    for folder in folders:
        for parent, folders_in, files in os.walk(folder):
            for name in (*folders_in, *files):
                path = os.path.join(parent, name)
                try:
                    about = os.lstat(path)
                except OSError:
                    continue
                target = os.readlink(path) if stat.S_ISLNK(about.st_mode) else ""
                size = about.st_size, about.st_mtime_ns, about.st_ino
                # A folder changes with its content, which is in the snapshot.
                state[path] = (about.st_mode, target, *(() if stat.S_ISDIR(about.st_mode) else size))
    return state


def changes(before: State, after: State) -> list[str]:
    """What was made, changed and removed between two snapshots, sorted: "made /path", …"""
    made = [f"made {path}" for path in after.keys() - before.keys()]
    gone = [f"removed {path}" for path in before.keys() - after.keys()]
    changed = [f"changed {path}" for path in after.keys() & before.keys() if before[path] != after[path]]
    return sorted((*made, *gone, *changed))


def traced(lines: Iterable[str], allowed: Iterable[str], ports: Iterable[int]) -> list[str]:
    """What a record of strace (``-f -e trace=%file,connect``) has of writes outside the allowed folders, and of
    connections to other places than the given ports of this machine; each once."""
    allowed, ports, seen = tuple(map(str, allowed)), {str(port) for port in ports}, {}
    for line in lines:
        match = _WRITES.match(line)
        if not match:
            continue
        call, rest = match["call"], match["rest"]
        if call == "connect":
            address = _ADDRESS.search(rest)  # others are sockets of this machine's own services
            if address and not (address[2] == "127.0.0.1" and address[1] in ports):
                seen[f"connect {address[2]}:{address[1]}"] = None
        elif match["result"] != "-1" and (not call.startswith("open") or _OPENED_TO_WRITE.search(rest)):
            for name in _NAMES.findall(rest):
                if name.startswith("/") and not name.startswith(allowed):
                    seen[f"{call} {name}"] = None
    return list(seen)


def bytes_in(folder: Path) -> bytes:
    """The content of all files below a folder, compressed streams of PDFs unpacked, names of files included."""
    parts = []
    for path in sorted(folder.rglob("*")):
        parts.append(os.fsencode(path.name))
        if path.is_file() and not path.is_symlink():
            content = path.read_bytes()
            parts.append(content)
            if content.startswith(b"%PDF"):
                parts += [_unpacked(found) for found in _STREAM.findall(content)]
                parts.append(content.replace(b"\0", b""))  # texts of two bytes a letter
    return b"\n".join(parts)


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return b""
