"""Animated GIF and WebP, written by Pillow, which QGIS includes; ffmpeg is not needed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from qgis.PyQt.QtGui import QImage

from ...core.errors import AnimationError
from ...translation import tr
from .frames import FrameSequence, frame_bytes, pixels

MOST_COLOURS = 255  # of a GIF; one more index stands for "as in the frame before"
_AS_BEFORE = 255
_EXACT = 160  # number of the commonest colours that are kept exactly; the rest of the palette approximates the others
_CENTISECOND = 10
_SMALLEST_DELAY_MS = 20  # browsers show shorter frames of a GIF for much longer


def write_gif(path: str, sequence: FrameSequence) -> None:
    """Write an animated GIF that repeats for ever, with one palette for all frames and without dithering.

    The palette contains exactly the requested colours and the commonest ones of the samples; other colours, such as
    tones at smoothed edges, are replaced by the nearest colour of it. Only what differs from the frame before is
    written. Pictures shorter than 0.02 s are left out. Raises AnimationError without Pillow.
    """
    _pillow()
    from PIL import GifImagePlugin, Image

    colours = palette_of(sequence.samples(), sequence.colours)
    indexer = Indexer(colours)
    table = b"".join(int(colour).to_bytes(3, "big") for colour in indexer.palette).ljust(768, b"\0")
    width, height = sequence.size
    shown, images = None, zip(sequence.pictures, np.diff(_gif_times(sequence)))
    with open(path, "wb") as file:
        for image, delay_ms in images:
            if delay_ms == 0:
                continue
            now = indexer.index(pixels(image))
            (top, left), part = (0, 0), now
            if shown is not None:
                (top, left), part = _what_changed(shown, now)
            drawn = Image.frombytes("P", (part.shape[1], part.shape[0]), part.tobytes())
            drawn.putpalette(table)
            if shown is None:
                whole = Image.new("P", (width, height))
                whole.putpalette(table)
                header = GifImagePlugin.getheader(whole, info={"loop": 0, "optimize": False})[0]
                file.write(b"".join(header))
            more = {} if shown is None else {"transparency": _AS_BEFORE}
            data = GifImagePlugin.getdata(drawn, (left, top), duration=int(delay_ms), disposal=1, **more)
            file.write(b"".join(data))
            shown = now
        file.write(b";")


def write_webp(path: str, sequence: FrameSequence) -> None:
    """Write an animated WebP without loss, every pixel as drawn. It repeats for ever.

    Pillow keeps the compressed animation in memory until it is complete. Raises AnimationError without Pillow, or if it
    cannot write animated WebP.
    """
    _pillow()
    from PIL import Image, features

    if not features.check("webp_anim"):
        raise AnimationError(
            tr("The installed Pillow was built without animated WebP. Choose a file name that ends in .gif.")
        )
    pictures = _Rolling(sequence.pictures, sequence.size)
    first = Image.new("RGB", sequence.size)
    first.paste(pictures.next())
    later = [_Later(pictures) for _ in sequence.counts[1:]]
    delays = np.diff(sequence.starts_ms()).tolist()
    first.save(path, "WEBP", save_all=True, append_images=later, duration=delays if later else delays[0], loop=0,
               lossless=True, quality=30, method=1)  # fmt: skip


class _Rolling:
    """The pictures of a sequence as Pillow images, one at a time."""

    def __init__(self, pictures: Iterator[QImage], size: tuple[int, int]):
        self._pictures, self._size = pictures, size
        self.image = None

    def next(self):
        from PIL import Image

        picture = next(self._pictures)
        self.image = Image.frombuffer("RGB", self._size, bytes(frame_bytes(picture)), "raw", "BGRX", 0, 1)
        return self.image


class _Later:
    """Placeholder for an image that is drawn only when Pillow reaches it, and is released afterwards."""

    n_frames = 1

    def __init__(self, pictures: _Rolling):
        self._pictures = pictures

    def seek(self, frame: int) -> None:
        self._pictures.next()

    def __getattr__(self, name: str):
        return getattr(self._pictures.image, name)


class Indexer:
    """Mapping from colours (0xrrggbb) to indices of a palette; each colour is searched once."""

    def __init__(self, palette: np.ndarray):
        self.palette = np.asarray(palette, np.int32)[:MOST_COLOURS]
        self._known = np.full(1 << 24, _AS_BEFORE, np.uint8)  # an index that no colour has: "not yet known"
        self._known[self.palette] = np.arange(len(self.palette))

    def index(self, colours: np.ndarray) -> np.ndarray:
        """Return the indices of colours, uint8, in the same shape."""
        indices = self._known[colours]
        new = np.unique(colours[indices == _AS_BEFORE])
        if len(new):
            parts = _channels(self.palette)
            for some in np.array_split(new, len(new) // 4096 + 1):
                apart = ((_channels(some)[:, None, :] - parts[None]) ** 2).sum(axis=2)
                self._known[some] = apart.argmin(axis=1)
            indices = self._known[colours]
        return indices


def palette_of(samples, colours=()) -> np.ndarray:
    """Return up to 255 colours (0xrrggbb): requested ones, the commonest of the samples, and some for the rest."""
    wanted = list(dict.fromkeys(int(name.lstrip("#"), 16) for name in colours))[: MOST_COLOURS // 2]
    counts: dict[int, int] = {}
    for image in samples:
        distinct, number = np.unique(pixels(image), return_counts=True)
        for colour, count in zip(distinct.tolist(), number.tolist()):
            counts[colour] = counts.get(colour, 0) + count
    common = sorted(counts, key=counts.__getitem__, reverse=True)
    exact = list(dict.fromkeys([*wanted, *common]))[: max(_EXACT, len(wanted))]
    taken = set(exact)
    rest = [colour for colour in common if colour not in taken]
    free = MOST_COLOURS - len(exact)
    if len(rest) > free:
        rest = _spread(np.array(rest), np.array([counts[colour] for colour in rest]), free)
    return np.array(list(dict.fromkeys([*exact, *map(int, rest)])), np.int32)


def _spread(colours: np.ndarray, counts: np.ndarray, number: int) -> list[int]:
    """Return a number of colours that represent many, by median cut (Heckbert 1982, Color image quantization)."""
    boxes = [np.arange(len(colours))]
    channels = _channels(colours)
    while len(boxes) < number:
        spans = [np.ptp(channels[box], axis=0).max() * np.sqrt(counts[box].sum()) for box in boxes]
        widest = int(np.argmax(spans))
        if spans[widest] == 0:
            break
        box = boxes.pop(widest)
        box = box[np.argsort(channels[box, np.ptp(channels[box], axis=0).argmax()], kind="stable")]
        half = int(np.searchsorted(np.cumsum(counts[box]), counts[box].sum() / 2))
        half = min(max(half, 1), len(box) - 1)
        boxes += [box[:half], box[half:]]
    means = [np.average(channels[box], axis=0, weights=counts[box]).round().astype(int) for box in boxes]
    return [int(red << 16 | green << 8 | blue) for red, green, blue in means]


def _channels(colours: np.ndarray) -> np.ndarray:
    """Return (n, 3) red, green, blue."""
    return np.stack([colours >> 16, colours >> 8 & 255, colours & 255], axis=1).astype(np.int32)


def _what_changed(before: np.ndarray, now: np.ndarray):
    """Return ((top, left), part that differs from the frame before); other pixels in it are transparent."""
    differs = before != now
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not len(rows):
        return (0, 0), np.full((1, 1), _AS_BEFORE, np.uint8)
    box = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return (int(rows[0]), int(columns[0])), np.where(differs[box], now[box], np.uint8(_AS_BEFORE))


def _gif_times(sequence: FrameSequence) -> np.ndarray:
    """Return the start of each picture in ms; one that would be too short gets no duration."""
    times = sequence.starts_ms(_CENTISECOND)
    kept = times.copy()
    for number in range(1, len(times) - 1):
        if times[number] - kept[number - 1] < _SMALLEST_DELAY_MS:
            kept[number] = kept[number - 1]
    return kept


def _pillow() -> None:
    try:
        import PIL  # noqa: F401
    except ImportError as error:
        raise AnimationError(
            tr(
                "GIF and WebP need the Python package Pillow, which comes with most QGIS installations. Install it "
                "(on Debian and Ubuntu: python3-pil), or choose .mp4, .webm or .png."
            )
        ) from error
