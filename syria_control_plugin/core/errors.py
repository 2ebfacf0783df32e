"""Errors that the plugin raises on purpose. Messages name file, row and value, and what to do."""


class SyriaControlError(Exception):
    """Root of every error that the plugin raises on purpose."""


class DateError(SyriaControlError):
    """Date that cannot be used. Its subclasses name the reason."""


class UnparsableDate(DateError):
    """Text that is not a date in any form that the plugin reads."""


class NoDate(UnparsableDate):
    """Text without anything like a date."""


class AmbiguousDate(DateError):
    """Date with several meanings: the user has to choose, for example the order of day and month."""


class AmbiguousEpoch(AmbiguousDate):
    """Times since 1970 that can be seconds or milliseconds: the user has to choose."""


class AmbiguousEnd(AmbiguousDate):
    """Ends of periods that can be their last days or the first days after them: the user has to choose."""


class AbsurdDate(DateError):
    """Date outside the limits within which a control map can lie."""


class TimeZoneError(DateError):
    """Name that is not a time zone."""


class FactionError(SyriaControlError):
    """List of factions that contradicts itself."""


class ThemeError(SyriaControlError):
    """Theme that cannot be used."""


class SeriesError(SyriaControlError):
    """Arrays that do not form a control series."""


class PlacesError(SyriaControlError):
    """Places or reports from which no territories can be made."""


class MovementsError(SyriaControlError):
    """Arrays that do not form movements."""


class EventsError(SyriaControlError):
    """Arrays that do not form clash events."""


class CorridorsError(SyriaControlError):
    """Settings with which corridors cannot be found or assessed."""


class AnimationError(SyriaControlError):
    """Animation that cannot be made from the given input, or that cannot be written."""


class SourceError(SyriaControlError):
    """Input that cannot be read, or whose fields cannot be identified."""


class UnknownEncoding(SourceError):
    """Text that is not UTF-8 and does not state its encoding: the user has to choose."""


class CaseError(SyriaControlError):
    """Case file that cannot be opened or written."""


class ChartError(SyriaControlError):
    """Chart that cannot be drawn or written."""


class InstallError(SyriaControlError):
    """Package that could not be installed into the QGIS profile."""


class Cancelled(SyriaControlError):
    """Cancellation by the user; nothing was changed."""
