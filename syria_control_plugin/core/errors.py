"""Errors that the plugin raises on purpose. Messages name file, row and value, and say what to do."""


class SyriaControlError(Exception):
    """Root of every error that the plugin raises on purpose."""


class DateError(SyriaControlError):
    """A date that can't be used. Children say why."""


class UnparsableDate(DateError):
    """The text is no date in any form the plugin reads."""


class AmbiguousDate(DateError):
    """Day and month can't be told apart: the user has to give the order."""


class AbsurdDate(DateError):
    """A date outside the limits within which a control map can lie."""


class FactionError(SyriaControlError):
    """A list of factions that contradicts itself."""


class ThemeError(SyriaControlError):
    """A theme that can't be used."""


class SeriesError(SyriaControlError):
    """Arrays that do not make a control series."""


class PlacesError(SyriaControlError):
    """Places or reports from which no territories can be made."""


class MovementsError(SyriaControlError):
    """Arrays that do not make movements."""


class EventsError(SyriaControlError):
    """Arrays that do not make clash events."""


class CorridorsError(SyriaControlError):
    """Settings with which no corridors can be found or judged."""


class AnimationError(SyriaControlError):
    """A film that can't be made of what was given, or that can't be written."""


class SourceError(SyriaControlError):
    """Input that can't be read, or that leaves open what is where in it."""


class CaseError(SyriaControlError):
    """A case file that can't be opened or written."""


class ChartError(SyriaControlError):
    """A chart that can't be drawn or written."""


class InstallError(SyriaControlError):
    """A package that could not be installed into the QGIS profile."""


class Cancelled(SyriaControlError):
    """The user cancelled; nothing was changed."""
