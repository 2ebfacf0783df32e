"""How frames get into files: what is in them, and that what is cut off leaves nothing behind."""

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageSequence
from qgis.PyQt.QtGui import QColor, QImage, QPainter

from syria_control_plugin.core.errors import AnimationError, Cancelled
from syria_control_plugin.mapping.animation import ffmpeg, writers
from syria_control_plugin.mapping.animation.animation import Pace
from syria_control_plugin.mapping.animation.ffmpeg import ffmpeg_path
from syria_control_plugin.mapping.animation.frames import FrameSequence, frame_bytes, pixels
from syria_control_plugin.mapping.animation.overlay import paint_text
from syria_control_plugin.mapping.animation.pillow import MOST_COLOURS, Indexer, palette_of
from syria_control_plugin.mapping.animation.writers import (
    check_animation,
    default_format,
    even_size,
    format_of,
    frames_folder,
    write_animation,
)

SIZE = (64, 36)
RED, GREEN, BLUE, BLACK = "#d32f20", "#41a148", "#2b6cb8", "#191919"
CLASSES = (RED, GREEN, BLUE, BLACK)
with_ffmpeg = pytest.mark.skipif(not ffmpeg_path(), reason="there is no ffmpeg here")

# An encoder as far as the writer is concerned: it lists an encoder, and writes what it was sent as a digest.
FAKE = """#!{python}
import hashlib, json, sys
if "-encoders" in sys.argv:
    print(" V..... {encoder}  H.264")
    sys.exit(0)
{before}
data = sys.stdin.buffer.read()
with open(sys.argv[-1], "w") as file:
    json.dump({{"bytes": len(data), "sha": hashlib.sha256(data).hexdigest(), "arguments": sys.argv[1:]}}, file)
{after}
"""


@pytest.fixture
def fake(tmp_path):
    """Makes an encoder program; ``before`` and ``after`` are lines that it runs before and after reading."""
    if os.name == "nt":
        pytest.skip("a script is no program on Windows")

    def make(before="", after="", encoder="libx264"):
        folder = tmp_path / "programs"
        folder.mkdir(exist_ok=True)
        path = folder / "ffmpeg"
        path.write_text(FAKE.format(python=sys.executable, before=before, after=after, encoder=encoder))
        path.chmod(0o755)
        return str(path)

    return make


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def flat(colour, size=SIZE):
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def halves(left, right, size=SIZE):
    image = flat(left, size)
    painter = QPainter(image)
    painter.fillRect(size[0] // 2, 0, size[0], size[1], QColor(right))
    painter.end()
    return image


def reel(images, counts=None, fps=10.0, colours=(), raises=None):
    """raises: an error that comes in the place of the last picture."""

    def pictures():
        for number, image in enumerate(images):
            if raises is not None and number == len(images) - 1:
                raise raises
            yield image

    size = (images[0].width(), images[0].height())
    return FrameSequence(pictures(), counts or [1] * len(images), size, fps, lambda: images, colours)


FILM = [halves(RED, GREEN), halves(RED, BLUE), halves(BLACK, BLUE)]
COUNTS = [3, 1, 2]


def frames_of(path):
    """Frames of a GIF or WebP as (duration in ms, RGB array)."""
    with Image.open(path) as film:
        frames = ((np.array(frame.convert("RGB")), frame) for frame in ImageSequence.Iterator(film))
        return [(frame.info["duration"], shown) for shown, frame in frames]


def rgb(image):
    words = pixels(image)
    return np.stack([words >> 16, words >> 8 & 255, words & 255], axis=2)


# Names


@pytest.mark.parametrize(
    ("name", "kind"), [("a.mp4", "mp4"), ("a.WebM", "webm"), ("a.b.gif", "gif"), ("x.webp", "webp"), ("f.png", "png")]
)
def test_format_is_by_the_ending(name, kind):
    assert format_of(name) == kind


@pytest.mark.parametrize("name", ["film", "film.avi", ".gif", "film.mp4.part"])
def test_another_ending_is_an_error_that_lists_the_endings(name):
    with pytest.raises(AnimationError, match=r"\.mp4, \.webm, \.gif, \.webp, \.png"):
        format_of(name)


def test_videos_have_even_sizes():
    assert even_size("a.mp4", 1281, 719) == (1282, 720)
    assert even_size("a.gif", 1281, 719) == (1281, 719)


@pytest.mark.parametrize("pace", [(0, 1), (61, 1), (10, 0), (10, 4000), (float("nan"), 1)])
def test_a_pace_that_is_none(pace):
    with pytest.raises(AnimationError):
        Pace(*pace)
    assert Pace(10, 0.01).frames_a_step == 1


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(AnimationError, match="nowhere"):
        check_animation(str(tmp_path / "nowhere" / "a.gif"))


# Through an encoder


def test_frames_go_raw_into_the_encoder(fake, out):
    path = write_animation(str(out / "a.mp4"), reel(FILM, COUNTS, fps=12.5), fake())
    told = json.loads(Path(path).read_text())
    raw = b"".join(bytes(frame_bytes(image)) * count for image, count in zip(FILM, COUNTS))
    assert told["bytes"] == len(raw) == 64 * 36 * 4 * 6
    assert told["sha"] == hashlib.sha256(raw).hexdigest()
    words = " ".join(told["arguments"])
    assert "-f rawvideo -pixel_format bgr0 -video_size 64x36 -framerate 12.500000 -i pipe:0" in words
    assert "-c:v libx264" in words and "bt709" in words
    assert [each.name for each in out.iterdir()] == ["a.mp4"]


def test_bytes_are_blue_green_red():
    image = flat("#010203", (16, 1))
    assert bytes(frame_bytes(image))[:3] == b"\x03\x02\x01"


def test_another_encoder_is_taken_where_the_best_is_missing(fake, out):
    path = write_animation(str(out / "a.mp4"), reel(FILM), fake(encoder="libopenh264"))
    assert "libopenh264" in json.loads(Path(path).read_text())["arguments"]


def test_no_fit_encoder_is_told(fake, out):
    with pytest.raises(AnimationError, match="libvpx-vp9, libvpx"):
        write_animation(str(out / "a.webm"), reel(FILM), fake())
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    "when",
    [
        {"before": "print('no such codec', file=sys.stderr); sys.exit(3)"},
        {"after": "print('no such codec', file=sys.stderr); sys.exit(3)"},
        {"before": "sys.stdin.buffer.read(10000); print('no such codec', file=sys.stderr); sys.exit(3)"},
        {"before": "sys.stderr.write('.' * 300000); print('no such codec', file=sys.stderr); sys.exit(3)"},
    ],
    ids=["at once", "at the end", "in between", "talking much"],
)
def test_an_encoder_that_fails_is_quoted_and_leaves_nothing(fake, out, when):
    many = [halves(RED, GREEN, (640, 360))] * 5
    (out / "a.mp4").write_text("the film before")
    with pytest.raises(AnimationError, match="no such codec"):
        write_animation(str(out / "a.mp4"), reel(many), fake(**when))
    assert [each.name for each in out.iterdir()] == ["a.mp4"]
    assert (out / "a.mp4").read_text() == "the film before"


@pytest.mark.parametrize("name", ["a.mp4", "a.gif", "a.webp", "a.png"])
@pytest.mark.parametrize("error", [Cancelled("enough"), ValueError("a bug")], ids=["cancelled", "broken"])
def test_what_is_cut_off_leaves_the_old_film_and_nothing_else(fake, out, name, error):
    target = frames_folder(out / name) if name == "a.png" else out / name
    write_animation(str(out / name), reel(FILM), fake())
    before = {each: each.read_bytes() for each in out.rglob("*") if each.is_file()}
    with pytest.raises(type(error)):
        write_animation(str(out / name), reel(FILM[::-1], raises=error), fake())
    assert {each: each.read_bytes() for each in out.rglob("*") if each.is_file()} == before
    assert list(out.iterdir()) == [target]


def test_an_encoder_that_takes_no_more_is_no_success(fake, out):
    """It ends well, as it thinks, before it has got all frames."""
    many = [halves(RED, GREEN, (640, 360))] * 5
    with pytest.raises(AnimationError):
        write_animation(str(out / "a.mp4"), reel(many), fake(before="sys.stdin.buffer.read(10); sys.exit(0)"))
    assert list(out.iterdir()) == []


def test_a_cancelled_encoder_is_ended(fake, out, tmp_path):
    """It waits for ever for more; the writer ends it."""
    mark = tmp_path / "pid"
    program = fake(before=f"import os, time; open({str(mark)!r}, 'w').write(str(os.getpid()))")

    class Once:
        def __iter__(self):
            yield FILM[0]
            while not mark.exists() or not mark.read_text():
                pass
            raise Cancelled("enough")

    with pytest.raises(Cancelled):
        write_animation(str(out / "a.mp4"), FrameSequence(iter(Once()), [1, 1], SIZE, 10.0), program)
    with pytest.raises(OSError):
        os.kill(int(mark.read_text()), 0)
    assert list(out.iterdir()) == []


def test_without_ffmpeg_a_sentence_says_how_to_get_it_and_gif_is_the_default(monkeypatch, out):
    monkeypatch.setattr(ffmpeg.shutil, "which", lambda *args, **more: None)
    assert default_format() == "gif"
    for ask in (check_animation, lambda path: write_animation(path, reel(FILM))):
        with pytest.raises(AnimationError, match=r"ffmpeg.*Install it.*\.gif or \.webp"):
            ask(str(out / "a.mp4"))
    for name in ("a.gif", "a.webp", "a.png"):
        write_animation(str(out / name), reel(FILM))
    assert len(list(out.iterdir())) == 3


def test_a_wanted_ffmpeg_that_is_not_there_is_named(out):
    with pytest.raises(AnimationError, match="/nowhere/ffmpeg"):
        check_animation(str(out / "a.mp4"), "/nowhere/ffmpeg")


def test_nothing_runs_through_a_shell(monkeypatch, fake, out):
    """A name with quotes, spaces and a command in it is a name."""
    path = out / 'a\'; touch x; "b" $(c).mp4'
    assert write_animation(str(path), reel(FILM), fake()) == str(path)
    assert [each.name for each in out.iterdir()] == [path.name]


@with_ffmpeg
@pytest.mark.parametrize("name", ["a.mp4", "a.webm"])
def test_a_video_has_all_frames_in_their_colours(out, name):
    size = (128, 72)
    images = [halves(left, right, size) for left, right in zip(CLASSES, CLASSES[1:])]
    path = write_animation(str(out / name), reel(images, [5, 5, 5]))
    command = [ffmpeg_path(), "-loglevel", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    raw = subprocess.run(command, check=True, capture_output=True).stdout
    frames = np.frombuffer(raw, np.uint8).reshape(-1, size[1], size[0], 3).astype(int)
    assert len(frames) == 15
    for number, image in enumerate(images):
        for frame in frames[5 * number : 5 * number + 5]:
            inner = np.s_[8:-8, [20, 40, 90, 110]]
            assert np.abs(frame[inner] - rgb(image)[inner]).max() <= 8, (name, number)


# GIF


def test_a_gif_holds_each_picture_for_its_time_and_runs_for_ever(out):
    path = write_animation(str(out / "a.gif"), reel(FILM, COUNTS))
    assert [duration for duration, _ in frames_of(path)] == [300, 100, 200]
    with Image.open(path) as film:
        assert film.info["loop"] == 0 and film.size == SIZE


def test_class_colours_of_a_gif_are_exact_and_flat_stays_flat(out):
    path = write_animation(str(out / "a.gif"), reel(FILM, COUNTS, colours=CLASSES))
    for image, (_, found) in zip(FILM, frames_of(path)):
        assert (found == rgb(image)).all()


def noisy(seed, size=(160, 90)):
    """A flat half of a class, and a half with more colours than a palette has."""
    rng = np.random.default_rng(seed)
    words = rng.integers(0, 1 << 24, (size[1], size[0]), dtype=np.uint32) | 0xFF000000
    words[:, : size[0] // 2] = 0xFF000000 | int(CLASSES[seed % 4][1:], 16)
    return QImage(words.tobytes(), *size, size[0] * 4, QImage.Format.Format_RGB32).copy()


def test_class_colours_are_exact_where_there_are_more_colours_than_a_palette_has(out):
    """Even of classes that no sample shows; the rest is near: on average no further than a coarse grid of 6×6×6."""
    images = [noisy(seed) for seed in range(6)]
    given = FrameSequence(iter(images), [1] * 6, (160, 90), 10.0, lambda: images[:1], CLASSES)
    for image, (_, found) in zip(images, frames_of(write_animation(str(out / "a.gif"), given))):
        assert (found[:, :80] == rgb(image)[:, :80]).all()
        assert np.abs(found.astype(int) - rgb(image)).mean() < 26


def test_smooth_edges_and_text_stay_near(out):
    """Tones between two classes and those of letters: no pixel further than 24 of 255 in a channel."""
    image = halves(RED, GREEN, (320, 180))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(BLUE))
    painter.drawEllipse(60, 20, 200, 140)
    paint_text(painter, "24 October 2017", 320, 180)
    painter.end()
    ((_, found), *_) = frames_of(
        write_animation(str(out / "a.gif"), reel([image, flat(RED, (320, 180))], colours=CLASSES))
    )
    assert np.abs(found.astype(int) - rgb(image)).max() <= 24


def test_a_palette_keeps_what_is_asked_for_and_has_room():
    asked = [f"#{number:06x}" for number in range(0, 500 * 1000, 1000)]
    palette = palette_of([noisy(1)], asked)
    assert len(palette) <= MOST_COLOURS and len(set(palette)) == len(palette)
    assert [int(each[1:], 16) for each in asked[:127]] == list(palette[:127])
    assert int(CLASSES[1][1:], 16) in palette


def test_an_index_is_that_of_the_nearest_colour():
    palette = palette_of([noisy(2)], CLASSES)
    rng = np.random.default_rng(3)
    asked = rng.integers(0, 1 << 24, 300).astype(np.int32)
    found = palette[Indexer(palette).index(asked)]
    split = lambda values: np.stack([values >> 16, values >> 8 & 255, values & 255], 1).astype(int)  # noqa: E731
    distances = ((split(asked)[:, None] - split(palette)[None]) ** 2).sum(2)
    assert (((split(found) - split(asked)) ** 2).sum(1) == distances.min(1)).all()


def test_times_of_a_gif_do_not_drift(out):
    """Thirty frames a second are 3.33 hundredths each."""
    images = [flat(CLASSES[number % 4]) for number in range(30)]
    durations = [duration for duration, _ in frames_of(write_animation(str(out / "a.gif"), reel(images, fps=30)))]
    assert sum(durations) == 1000 and set(durations) == {30, 40}


def test_frames_that_a_gif_can_not_show_are_left_out(out):
    """At 60 frames a second some would last a hundredth of a second, which browsers show for a tenth."""
    images = [flat(CLASSES[number % 4]) for number in range(60)]
    durations = [duration for duration, _ in frames_of(write_animation(str(out / "a.gif"), reel(images, fps=60)))]
    assert min(durations) >= 20 and sum(durations) == 1000


def test_a_gif_grows_with_what_changes(out):
    """A dot that moves over a picture costs little more than the picture."""

    def dotted(x):
        image = noisy(4)
        painter = QPainter(image)
        painter.fillRect(x, 3, 2, 2, QColor(RED))
        painter.end()
        return image

    one = os.path.getsize(write_animation(str(out / "one.gif"), reel([dotted(0)])))
    many = os.path.getsize(write_animation(str(out / "many.gif"), reel([dotted(x) for x in range(40)])))
    assert many < 1.5 * one


# WebP, PNG


def test_webp_is_exact_to_the_pixel_and_in_time(out):
    images = [*FILM, halves(GREEN, BLACK)]
    found = frames_of(write_animation(str(out / "a.webp"), reel(images, [3, 1, 2, 1])))
    for image, (_, shown) in zip(images, found):
        assert (shown == rgb(image)).all()
    assert [duration for duration, _ in found] == [300, 100, 200, 100]
    with Image.open(out / "a.webp") as film:
        assert film.n_frames == 4


def test_webp_draws_a_picture_only_when_it_is_asked_for(out):
    """Never more than one is in memory: each is let go before the next one is drawn."""
    alive, most = [], []

    class Counted(QImage):
        def __init__(self, image):
            super().__init__(image)
            alive.append(1)
            most.append(len(alive))

        def __del__(self):
            alive.pop()

    def pictures():
        for number in range(30):
            yield Counted(flat(CLASSES[number % 4]))

    for name in ("a.webp", "a.gif", "a.png"):
        write_animation(str(out / name), FrameSequence(pictures(), [1] * 30, SIZE, 10.0, lambda: [flat(RED)]))
    assert len(most) == 90 and max(most) <= 3


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.png"])
def test_a_film_of_one_picture(out, name):
    path = write_animation(str(out / name), reel([FILM[0]], [7]))
    assert Path(path).exists()


def test_png_frames_are_numbered_and_held(out):
    folder = Path(write_animation(str(out / "a.png"), reel(FILM, COUNTS)))
    assert folder == out / "a_frames"
    assert sorted(each.name for each in folder.iterdir()) == [f"frame_{number:06d}.png" for number in range(6)]
    shown = [QImage(str(folder / f"frame_{number:06d}.png")).convertToFormat(FILM[0].format()) for number in range(6)]
    assert shown == [FILM[number] for number in (0, 0, 0, 1, 2, 2)]
    write_animation(str(out / "a.png"), reel(FILM[:1]))  # takes the place of the longer film
    assert len(list(folder.iterdir())) == 1


def test_a_folder_with_other_files_is_not_touched(out):
    (out / "a_frames").mkdir()
    (out / "a_frames" / "report.docx").write_text("mine")
    with pytest.raises(AnimationError, match=re.escape("report.docx")):
        write_animation(str(out / "a.png"), reel(FILM))
    assert (out / "a_frames" / "report.docx").read_text() == "mine"


def test_a_film_can_not_take_the_place_of_a_folder(out):
    (out / "a.gif").mkdir()
    with pytest.raises(AnimationError, match="folder"):
        write_animation(str(out / "a.gif"), reel(FILM))


def test_a_disk_that_is_full_is_told_and_leaves_nothing(out, monkeypatch):
    def full(source, target):
        raise OSError(28, "No space left on device", source, None, target)

    monkeypatch.setattr(writers.os, "replace", full)
    with pytest.raises(AnimationError, match="No space left") as raised:
        write_animation(str(out / "a.gif"), reel(FILM))
    assert ".a_" not in str(raised.value)  # the hidden file beside it, of which nobody knows
    assert list(out.iterdir()) == []
