"""All attacks, by group."""

from . import corpus_cases, corpus_disk, corpus_maps  # noqa: F401 - they register their attacks
from .attack import GROUPS

__all__ = ["GROUPS"]
