"""Input of the animation writers: pictures one after another, and for how many frames each is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.PyQt.QtGui import QImage


@dataclass(frozen=True)
class FrameSequence:
    """Pictures of an animation, with at most one in memory at a time.

    pictures  QImages of 32 bits and of ``size``, opaque
    counts    number of frames that each picture is held
    samples   returns some of the pictures beforehand, spread over the animation, for a choice of colours
    colours   "#rrggbb" to be kept exactly, the most important first
    """

    pictures: Iterator[QImage]
    counts: Sequence[int]
    size: tuple[int, int]
    fps: float
    samples: Callable[[], Iterable[QImage]] = tuple
    colours: Sequence[str] = ()

    def starts_ms(self, unit_ms: int = 1) -> np.ndarray:
        """Return (n + 1,) the start of each picture and the end of the last one; rounding errors never add up."""
        frames = np.concatenate([[0], np.cumsum(self.counts)])
        return np.round(frames * 1000 / self.fps / unit_ms).astype(int) * unit_ms


def frame_bytes(image: QImage) -> memoryview:
    """Return the pixels of a 32-bit image as in memory: blue, green, red, unused; row by row, without gaps.

    Valid only as long as the image exists, because nothing is copied.
    """
    return memoryview(image.constBits().asarray(image.sizeInBytes()))


def pixels(image: QImage) -> np.ndarray:
    """Return (height, width) of the colours as 0xrrggbb, int32; a copy."""
    values = np.frombuffer(frame_bytes(image), np.uint32).reshape(image.height(), image.width())
    return (values & 0xFFFFFF).astype(np.int32)
