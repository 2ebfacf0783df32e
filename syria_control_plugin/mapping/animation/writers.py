"""How the frames of a film get into files: by the ending of the file's name, beside the target and then renamed."""

from __future__ import annotations

import os
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from ...core.errors import AnimationError
from ...translation import tr
from .ffmpeg import MP4, WEBM, ffmpeg_path, no_ffmpeg, write_with_ffmpeg
from .frames import FrameSequence
from .pillow import write_gif, write_webp

GIF, WEBP, PNG = "gif", "webp", "png"
FORMATS = {
    MP4: "MP4 (*.mp4)",
    WEBM: "WebM (*.webm)",
    GIF: "GIF (*.gif)",
    WEBP: "WebP (*.webp)",
    PNG: "PNG frames in a folder (*.png)",
}
_WRITERS = {
    MP4: partial(write_with_ffmpeg, MP4),
    WEBM: partial(write_with_ffmpeg, WEBM),
}
_FRAME = re.compile(r"frame_\d{6}\.png")


def format_of(path: str) -> str:
    """The format that the ending of a file's name asks for. Raises FilmError where it asks for none."""
    ending = Path(path).suffix.lower().lstrip(".")
    if ending not in FORMATS:
        endings = ", ".join(f".{name}" for name in FORMATS)
        raise AnimationError(tr("The animation {!r}: the file name must end in one of {}.").format(str(path), endings))
    return ending


def default_format(ffmpeg: str = "") -> str:
    """MP4 where there is an ffmpeg, else GIF."""
    return MP4 if ffmpeg_path(ffmpeg) else GIF


def even_size(path: str, width: int, height: int) -> tuple[int, int]:
    """A size that the format can have: MP4 and WebM have no odd ones, and one more pixel is added."""
    if format_of(path) in (MP4, WEBM):
        return width + width % 2, height + height % 2
    return width, height


def check_animation(path: str, ffmpeg: str = "") -> None:
    """Raises FilmError, before any work is done, where a film can't be written to a path."""
    kind = format_of(path)
    folder = Path(path).absolute().parent
    if not folder.is_dir():
        raise AnimationError(
            tr(
                "The animation {!r} cannot be written: the folder {!r} does not exist. Create it or choose another."
            ).format(str(path), str(folder))
        )
    if kind in (MP4, WEBM) and not ffmpeg_path(ffmpeg):
        raise AnimationError(no_ffmpeg(ffmpeg))
    target = Path(path)
    if kind != PNG and target.is_dir():
        raise AnimationError(
            tr("The animation {!r} cannot be written: it is a folder. Choose another name.").format(str(path))
        )
    if kind == PNG:
        _check_folder(frames_folder(path))


def frames_folder(path: str) -> Path:
    """The folder that PNG frames go to: "film.png" → "film_frames"."""
    target = Path(path)
    return target.with_name(f"{target.stem}_frames")


def write_animation(path: str, reel: FrameSequence, ffmpeg: str = "") -> str:
    """Writes a film in the format that the name asks for; returns the path of the file, or of the folder of frames.

    A file that was there is replaced once the new one is whole; where the work fails or is cancelled it stays, and
    nothing else is left. Raises FilmError where it can't be written; what drawing the pictures raises goes through.
    """
    check_animation(path, ffmpeg)
    kind = format_of(path)
    if kind == PNG:
        return _write_frames(frames_folder(path), reel)
    with _beside(path) as part:
        if kind in _WRITERS:
            _WRITERS[kind](part, reel, ffmpeg)
        else:
            (write_gif if kind == GIF else write_webp)(part, reel)
    return path


@contextmanager
def _beside(path: str) -> Iterator[str]:
    """A file beside the target, which takes its place once the block has ended well; else it is deleted."""
    target = Path(path).absolute()
    part = target.with_name(_part_name(target))
    try:
        with _told(path):
            yield str(part)
            os.replace(part, target)
    finally:
        if part.exists():
            part.unlink()


def _part_name(target: Path) -> str:
    # Not tempfile's, which are the owner's alone to read and would stay so.
    return f".{target.stem[:40]}_{uuid.uuid4().hex}{target.suffix}"


def _write_frames(folder: Path, reel: FrameSequence) -> str:
    """Numbered PNG files, one a frame: a picture that is held is there as many times."""
    folder = folder.absolute()
    part = folder.with_name(_part_name(folder))
    try:
        with _told(str(folder)):
            part.mkdir()
            number = 0
            for image, count in zip(reel.pictures, reel.counts):
                first = part / f"frame_{number:06d}.png"
                if not image.save(str(first), "PNG"):
                    raise AnimationError(tr("The image {!r} cannot be written.").format(str(folder / first.name)))
                for again in range(number + 1, number + count):
                    shutil.copyfile(first, part / f"frame_{again:06d}.png")
                number += count
            _check_folder(folder)
            if folder.exists():
                shutil.rmtree(folder)
            part.rename(folder)
    finally:
        if part.exists():
            shutil.rmtree(part)
    return str(folder)


def _check_folder(folder: Path) -> None:
    """Raises FilmError for a folder that holds anything but frames: it would be lost."""
    if not folder.exists():
        return
    others = [] if not folder.is_dir() else [each.name for each in folder.iterdir() if not _FRAME.fullmatch(each.name)]
    if others or not folder.is_dir():
        text = tr(
            "The frames cannot be written to {!r} because it contains other files or is not a folder ({}). "
            "Choose another name."
        )
        raise AnimationError(text.format(str(folder), ", ".join(sorted(others)[:3]) or tr("it is a file")))


@contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        words = tr("The animation {!r} cannot be written: {}. Close it in other programs, or choose another name.")
        raise AnimationError(words.format(str(path), error.strerror or error)) from error
