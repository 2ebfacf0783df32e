"""Files of animations: the extension sets the format; a file is written beside the target, then renamed."""

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
    """Return the format of a file extension. Raises AnimationError for any other extension."""
    ending = Path(path).suffix.lower().lstrip(".")
    if ending not in FORMATS:
        endings = ", ".join(f".{name}" for name in FORMATS)
        raise AnimationError(tr("The animation {!r}: the file name must end in one of {}.").format(str(path), endings))
    return ending


def default_format(ffmpeg: str = "") -> str:
    """Return MP4 if ffmpeg is available, else GIF."""
    return MP4 if ffmpeg_path(ffmpeg) else GIF


def even_size(path: str, width: int, height: int) -> tuple[int, int]:
    """Return a size that the format supports: MP4 and WebM need even sizes, so odd ones grow by one pixel."""
    if format_of(path) in (MP4, WEBM):
        return width + width % 2, height + height % 2
    return width, height


def check_animation(path: str, ffmpeg: str = "") -> None:
    """Raise AnimationError, before any work is done, if an animation cannot be written to a path."""
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
    """Return the folder of PNG frames: "animation.png" → "animation_frames"."""
    target = Path(path)
    return target.with_name(f"{target.stem}_frames")


def write_animation(path: str, sequence: FrameSequence, ffmpeg: str = "") -> str:
    """Write an animation in the format of the file extension; return the path of the file, or of the folder of frames.

    An existing file is replaced once the new one is complete; if the work fails or is cancelled, it is kept and nothing
    else is left. Raises AnimationError if it cannot be written; errors from drawing the pictures are passed on.
    """
    check_animation(path, ffmpeg)
    kind = format_of(path)
    if kind == PNG:
        return _write_frames(frames_folder(path), sequence)
    with _beside(path) as part:
        if kind in _WRITERS:
            _WRITERS[kind](part, sequence, ffmpeg)
        else:
            (write_gif if kind == GIF else write_webp)(part, sequence)
    return path


@contextmanager
def _beside(path: str) -> Iterator[str]:
    """Create a file beside the target, which replaces the target if the block succeeds, and is deleted otherwise."""
    target = Path(path).absolute()
    part = target.with_name(_part_name(target))
    try:
        with _os_errors_reported(path):
            yield str(part)
            os.replace(part, target)
    finally:
        if part.exists():
            part.unlink()


def _part_name(target: Path) -> str:
    # Not a file of tempfile, which only its owner may read, even after it is renamed.
    return f".{target.stem[:40]}_{uuid.uuid4().hex}{target.suffix}"


def _write_frames(folder: Path, sequence: FrameSequence) -> str:
    """Write a PNG sequence; held frames are written repeatedly."""
    folder = folder.absolute()
    part = folder.with_name(_part_name(folder))
    try:
        with _os_errors_reported(str(folder)):
            part.mkdir()
            number = 0
            for image, count in zip(sequence.pictures, sequence.counts):
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
    """Raise AnimationError for a folder that contains anything but frames, because it would be lost."""
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
def _os_errors_reported(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        template = tr("The animation {!r} cannot be written: {}. Close it in other programs, or choose another name.")
        raise AnimationError(template.format(str(path), error.strerror or error)) from error
