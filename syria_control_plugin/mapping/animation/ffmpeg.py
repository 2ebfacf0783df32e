"""Video through ffmpeg: raw frames are written to its standard input, without intermediate files."""

from __future__ import annotations

import shutil
import subprocess  # nosec B404: ffmpeg is started by its path, without a shell, with arguments that hold no data
import sys
import tempfile
from contextlib import suppress

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QImage

from ...core.errors import AnimationError
from ...translation import tr
from .frames import FrameSequence, frame_bytes

MP4, WEBM = "mp4", "webm"
# In order of preference, because an ffmpeg may be built without some of them. Both kinds are 4:2:0.
_ENCODERS = {
    MP4: {
        "libx264": ("-preset", "veryfast", "-tune", "animation", "-crf", "17"),
        "libopenh264": ("-b:v", "6M"),
        "mpeg4": ("-q:v", "3"),
    },
    WEBM: {
        "libvpx-vp9": ("-crf", "24", "-b:v", "0", "-deadline", "good", "-cpu-used", "5", "-row-mt", "1"),
        "libvpx": ("-crf", "8", "-b:v", "6M", "-deadline", "good", "-cpu-used", "4"),
    },
}
# Colours of HD video, stated explicitly: otherwise players guess from the size, and greens shift.
_COLOURS = (
    "-vf", "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int+full_chroma_inp",
    "-pix_fmt", "yuv420p", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
    "-color_range", "tv",
)  # fmt: skip
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # so that no console appears on Windows
_MOST_QUOTED = 600  # characters of ffmpeg's output that a message quotes


def ffmpeg_path(wanted: str = "") -> str:
    """Return the path of ffmpeg: the given one, else QGIS's own or the one on the PATH; "" if none exists."""
    if wanted:
        return shutil.which(wanted) or ""
    included = shutil.which("ffmpeg", path=QgsApplication.applicationDirPath()) if QgsApplication.instance() else None
    return included or shutil.which("ffmpeg") or ""


def no_ffmpeg(wanted: str = "") -> str:
    """Return the message for a user without ffmpeg, or with a wrong path to it."""
    sources = {
        "win32": tr("winget install ffmpeg, or from https://ffmpeg.org/download.html"),
        "darwin": tr("brew install ffmpeg"),
    }
    source = sources.get(sys.platform, tr("the package ffmpeg of your distribution, for example apt install ffmpeg"))
    text = tr(
        "MP4 and WebM need the program ffmpeg, which was not found. Install it ({}) and restart QGIS, or set its "
        "path. Otherwise, choose a file name that ends in .gif or .webp; these formats do not need ffmpeg."
    ).format(source)
    return tr("The program {!r} does not exist.").format(wanted) + " " + text if wanted else text


def write_with_ffmpeg(kind: str, path: str, sequence: FrameSequence, ffmpeg: str = "") -> None:
    """Write MP4 (H.264) or WebM (VP9). Width and height must be even.

    Raises AnimationError if ffmpeg is missing, was built without a suitable encoder, or fails; then its own output is
    quoted. Any other error that ends the work ends ffmpeg too.
    """
    program = ffmpeg_path(ffmpeg)
    if not program:
        raise AnimationError(no_ffmpeg(ffmpeg))
    width, height = sequence.size
    command = [
        program, "-y", "-hide_banner", "-loglevel", "error", "-f", "rawvideo", "-pixel_format", "bgr0",
        "-video_size", f"{width}x{height}", "-framerate", f"{sequence.fps:.6f}", "-i", "pipe:0", "-an",
        *ffmpeg_arguments(kind, program), path,
    ]  # fmt: skip
    with tempfile.TemporaryFile() as log:  # a file, because a pipe would not be read while frames are written
        process = _started(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=log)
        try:
            is_fed = all(_feed(process, image, count) for image, count in zip(sequence.pictures, sequence.counts))
            with suppress(OSError):
                process.stdin.close()
            code = process.wait()
        finally:
            if process.poll() is None:
                process.kill()
                process.wait()
            with suppress(OSError):
                process.stdin.close()
        if code or not is_fed:
            log.seek(0)
            output = log.read().decode("utf-8", "replace").strip()[-_MOST_QUOTED:]
            raise AnimationError(tr("ffmpeg ({}) could not write the animation: {}").format(program, output or code))


def _feed(process: subprocess.Popen, image: QImage, count: int) -> bool:
    """Send a picture ``count`` times; return False if the program has ended early, which then reports why."""
    frame = frame_bytes(image)
    try:
        for _ in range(count):
            process.stdin.write(frame)
    except OSError:  # a broken pipe, which Windows reports as an invalid argument
        return False
    return True


def ffmpeg_arguments(kind: str, program: str) -> list[str]:
    """Return ffmpeg's arguments for the output: encoder, colours, container.

    Raises AnimationError if it does not have a suitable encoder.
    """
    encoder = _encoder(kind, program)
    end = ["-movflags", "+faststart"] if kind == MP4 else []
    return ["-c:v", encoder, *_ENCODERS[kind][encoder], *_COLOURS, *end, "-f", kind]


def _encoder(kind: str, program: str) -> str:
    """Return the first suitable encoder that this ffmpeg has."""
    process = _started([program, "-hide_banner", "-encoders"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                       stderr=subprocess.DEVNULL)  # fmt: skip
    available = process.communicate()[0].decode("utf-8", "replace").split()
    encoder = next((name for name in _ENCODERS[kind] if name in available), "")
    if not encoder:
        raise AnimationError(
            tr("The ffmpeg at {} has none of the encoders {}. Install a full build of ffmpeg.").format(
                program, ", ".join(_ENCODERS[kind])
            )
        )
    return encoder


def _started(command: list[str], **streams) -> subprocess.Popen:
    try:
        return subprocess.Popen(  # noqa: S603  # nosec B603: no shell; the program is one that the user has installed
            command, creationflags=_HIDDEN, **streams
        )
    except OSError as error:
        raise AnimationError(tr("{} cannot be started: {}").format(command[0], error)) from error
