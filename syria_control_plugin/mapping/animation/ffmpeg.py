"""Films through ffmpeg: frames go raw into its standard input, nothing is kept on disk in between."""

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
# In the order in which they are taken where an ffmpeg was built without some of them. Both kinds are 4:2:0.
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
# Colours as HD video has them, and said so: players otherwise guess by the size, and greens shift.
_COLOURS = (
    "-vf", "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int+full_chroma_inp",
    "-pix_fmt", "yuv420p", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
    "-color_range", "tv",
)  # fmt: skip
_HIDDEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # on Windows no console flashes up
_LAST_WORDS = 600  # characters of what ffmpeg said that a message quotes


def ffmpeg_path(wanted: str = "") -> str:
    """Path of the ffmpeg program: the wanted one, else QGIS's own or the one on the PATH; "" where there is none."""
    if wanted:
        return shutil.which(wanted) or ""
    own = shutil.which("ffmpeg", path=QgsApplication.applicationDirPath()) if QgsApplication.instance() else None
    return own or shutil.which("ffmpeg") or ""


def no_ffmpeg(wanted: str = "") -> str:
    """What to tell who has none, or not where it was said to be."""
    ways = {
        "win32": tr("winget install ffmpeg, or from https://ffmpeg.org/download.html"),
        "darwin": tr("brew install ffmpeg"),
    }
    way = ways.get(sys.platform, tr("the package ffmpeg of your distribution, for example apt install ffmpeg"))
    words = tr(
        "MP4 and WebM need the program ffmpeg, which was not found. Install it ({}) and restart QGIS, or set its "
        "path. Otherwise, choose a file name that ends in .gif or .webp; these formats do not need ffmpeg."
    ).format(way)
    return tr("The program {!r} does not exist.").format(wanted) + " " + words if wanted else words


def write_with_ffmpeg(kind: str, path: str, reel: FrameSequence, ffmpeg: str = "") -> None:
    """Writes MP4 (H.264) or WebM (VP9). Width and height must be even.

    Raises FilmError where there is no ffmpeg, where it was built without a fit encoder, and, in its own words, where
    it fails. Whatever else ends the work ends ffmpeg too.
    """
    program = ffmpeg_path(ffmpeg)
    if not program:
        raise AnimationError(no_ffmpeg(ffmpeg))
    width, height = reel.size
    command = [
        program, "-y", "-hide_banner", "-loglevel", "error", "-f", "rawvideo", "-pixel_format", "bgr0",
        "-video_size", f"{width}x{height}", "-framerate", f"{reel.fps:.6f}", "-i", "pipe:0", "-an",
        *ffmpeg_arguments(kind, program), path,
    ]  # fmt: skip
    with tempfile.TemporaryFile() as said:  # a file and no pipe: nobody would empty it while frames are written
        process = _started(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=said)
        try:
            is_fed = all(_feed(process, image, count) for image, count in zip(reel.pictures, reel.counts))
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
            said.seek(0)
            words = said.read().decode("utf-8", "replace").strip()[-_LAST_WORDS:]
            raise AnimationError(tr("ffmpeg ({}) could not write the animation: {}").format(program, words or code))


def _feed(process: subprocess.Popen, image: QImage, count: int) -> bool:
    """Sends a picture so many times; false where the program has ended early, which then says why."""
    frame = frame_bytes(image)
    try:
        for _ in range(count):
            process.stdin.write(frame)
    except OSError:  # a broken pipe, of which Windows speaks as an invalid argument
        return False
    return True


def ffmpeg_arguments(kind: str, program: str) -> list[str]:
    """What ffmpeg is told of the film to write: encoder, colours, container. Raises FilmError where it has none fit."""
    encoder = _encoder(kind, program)
    end = ["-movflags", "+faststart"] if kind == MP4 else []
    return ["-c:v", encoder, *_ENCODERS[kind][encoder], *_COLOURS, *end, "-f", kind]


def _encoder(kind: str, program: str) -> str:
    """The first fit encoder that this ffmpeg has."""
    process = _started([program, "-hide_banner", "-encoders"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                       stderr=subprocess.DEVNULL)  # fmt: skip
    words = process.communicate()[0].decode("utf-8", "replace").split()
    found = next((name for name in _ENCODERS[kind] if name in words), "")
    if not found:
        raise AnimationError(
            tr("The ffmpeg at {} has none of the encoders {}. Install a full build of ffmpeg.").format(
                program, ", ".join(_ENCODERS[kind])
            )
        )
    return found


def _started(command: list[str], **streams) -> subprocess.Popen:
    try:
        return subprocess.Popen(  # noqa: S603  # nosec B603: no shell; the program is one that the user has installed
            command, creationflags=_HIDDEN, **streams
        )
    except OSError as error:
        raise AnimationError(tr("{} cannot be started: {}").format(command[0], error)) from error
