"""What the writers of films get: pictures one after the other, and how many frames each is held."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.PyQt.QtGui import QImage


@dataclass(frozen=True)
class FrameSequence:
    """Pictures of a film, of which there is never more than one in memory.

    pictures  QImages of 32 bits and of ``size``, opaque
    counts    how many frames each picture is held
    samples   gives some of the pictures beforehand, spread over the film; for who has to choose colours
    colours   "#rrggbb" that are to be kept, the most important first
    """

    pictures: Iterator[QImage]
    counts: Sequence[int]
    size: tuple[int, int]
    fps: float
    samples: Callable[[], Iterable[QImage]] = tuple
    colours: Sequence[str] = ()

    def starts_ms(self, unit_ms: int = 1) -> np.ndarray:
        """(n + 1,) when each picture begins and the last one ends, to a unit: rounding never adds up."""
        frames = np.concatenate([[0], np.cumsum(self.counts)])
        return np.round(frames * 1000 / self.fps / unit_ms).astype(int) * unit_ms


def frame_bytes(image: QImage) -> memoryview:
    """The pixels of a 32-bit image as they lie in memory: blue, green, red, unused; row by row, no gaps.

    Only as long as the image lives: nothing is copied.
    """
    return memoryview(image.constBits().asarray(image.sizeInBytes()))


def pixels(image: QImage) -> np.ndarray:
    """(height, width) of the colours as 0xrrggbb, int32; a copy."""
    words = np.frombuffer(frame_bytes(image), np.uint32).reshape(image.height(), image.width())
    return (words & 0xFFFFFF).astype(np.int32)
