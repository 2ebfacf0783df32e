"""Base class and parameters of the provider's algorithms."""

from __future__ import annotations

import zoneinfo
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtGui import QIcon

from ..case.catalogue import RESOURCES, theme_ids
from ..case.import_report import REJECTED, ImportReport
from ..case.regular_files import target_problem
from ..core.dates.options import DateOrder, Epoch
from ..core.dates.zones import UTC
from ..core.errors import Cancelled, FactionError, SourceError, SyriaControlError
from ..core.factions.factions import Factions
from ..core.messages import Message
from ..sources.files.encodings import ENCODINGS
from ..translation import tr, tr_noop, translated
from ..user_guide import tool_url
from .vector_inputs import place_problem

_ORDERS = ["auto", *(order.value for order in DateOrder)]
_LAST_DAY = ["auto", "true", "false"]  # also for a value that is a bool


class ControlAlgorithm(QgsProcessingAlgorithm):
    """Base class of the provider's algorithms; subclasses set NAME, TITLE, GROUP, TAGS, HELP and ``execute``."""

    NAME = TITLE = GROUP = HELP = ""
    TAGS: tuple[str, ...] = ()

    def name(self):
        return self.NAME

    def displayName(self):
        return tr(self.TITLE)

    def group(self):
        return tr(self.GROUP)

    def groupId(self):
        return self.GROUP.lower().replace(" ", "")

    def tags(self):
        return [*(tr(tag) for tag in self.TAGS), *self.TAGS]

    def shortHelpString(self):
        return tr(self.HELP)

    def helpUrl(self):
        return tool_url(self.groupId(), self.name()).toString()

    def icon(self):
        return QIcon(str(RESOURCES / "icons" / "syria_control.svg"))

    def createInstance(self):
        return type(self)()

    def add(self, parameter, help: str) -> None:
        """Add a parameter with its help text, which is in the user's language."""
        parameter.setHelp(help)
        self.addParameter(parameter)

    def explain(self, helps: dict[str, str]) -> None:
        """Set the help texts (parameter name → text in the user's language) of parameters already added."""
        for name, help in helps.items():
            self.parameterDefinition(name).setHelp(help)

    def add_sink(self, name: str, title: str, kind: Qgis.ProcessingSourceType, help: str, is_optional=False) -> None:
        """Add an output layer or table; an optional one is written only if a target is chosen."""
        sink = QgsProcessingParameterFeatureSink(name, title, kind, None, is_optional, not is_optional)
        self.add(sink, help)

    def checkParameterValues(self, parameters, context):
        problem = self._place_problem(parameters, context)
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):
        """Open the inputs with ``take_up``, in the main thread. Raises QgsProcessingException if they are invalid."""
        problem = self._place_problem(parameters, context)  # again: a model may run an algorithm unchecked
        try:
            if not problem:
                self.take_up(parameters, context, feedback)
        except SyriaControlError as error:
            problem = translated(error)
        if problem:  # not in the except block: QGIS keeps the exception, whose frames would keep the layers alive
            raise QgsProcessingException(problem)
        return True

    def _place_problem(self, parameters, context) -> str:
        problems = (
            place_problem(definition, parameters.get(definition.name()), context)
            for definition in self.parameterDefinitions()
        )
        return next(filter(None, problems), "")

    def take_up(self, parameters, context, feedback) -> None:
        """Open, in the main thread, the inputs that ``execute`` reads in another thread."""

    def execute(self, parameters, context, feedback) -> dict:
        """Run the algorithm and return its results. ``run`` is QGIS's own method, which processing.run calls."""
        raise NotImplementedError

    def processAlgorithm(self, parameters, context, feedback):
        try:
            self._check_page(parameters, context)
            return self.execute(parameters, context, feedback)
        except Cancelled:
            return {}
        except SyriaControlError as error:
            raise QgsProcessingException(translated(error)) from error

    def _check_page(self, parameters, context) -> None:
        """Raise SourceError if REPORT cannot be written, before any long computation or change of a case."""
        if self.parameterDefinition("REPORT") is None:
            return
        path = self.parameterAsFileOutput(parameters, "REPORT", context)
        if path and not Path(path).parent.is_dir():
            raise SourceError(
                tr("REPORT: the folder of {!r} does not exist. Create it or choose another.").format(path)
            )
        if problem := target_problem(path) if path else "":
            raise SourceError(Message("REPORT: {!r}: {}", path, problem))


def log_issues(report: ImportReport, feedback) -> None:
    """Log the rows of an input that were repaired, and warn of those that could not be used."""
    for issue in report.issues:
        (feedback.pushWarning if issue.action == REJECTED else feedback.pushInfo)(translated(issue.message))


def text_parameter(name: str, title: str, hints: list[str] | None = None, help: str = ""):
    """Return an optional text parameter; ``hints`` are offered as choices."""
    parameter = QgsProcessingParameterString(name, tr(title), defaultValue="", optional=True)
    if hints:
        parameter.setMetadata({"widget_wrapper": {"value_hints": hints}})
    parameter.setHelp(tr(help))
    return parameter


def time_zone_parameter(help: str = ""):
    """Return the parameter TIME_ZONE: a name in the tz database or an offset, "" for the zone of the case."""
    hints = ["", UTC, *sorted(zoneinfo.available_timezones())]
    title = tr_noop("Time zone of days (empty: that of the case, otherwise proposed from the place)")
    return text_parameter("TIME_ZONE", title, hints, help)


def blocs_parameter():
    """Return the parameter FACTION_BLOCS, which ``stated_blocs`` reads."""
    return text_parameter("FACTION_BLOCS", tr_noop("Blocs of factions (empty: those of the case and the known ones)"))


def blocs_help() -> str:
    """Return the help text of FACTION_BLOCS."""
    return tr(
        "Factions of one bloc count as one. Example: “RUS: GOV 2015-09-30/2024-12-08; SNA: TUR”. Russian forces belong "
        "to the bloc of the Syrian government from the first day until before the second; SNA always belongs to the "
        "bloc of Turkey. Two dots leave a side open, as in “TUR: OPP 2016-08-24/..”."
    )


def stated_blocs(algorithm: ControlAlgorithm, factions: Factions, parameters, context) -> dict[str, str]:
    """Return the blocs that FACTION_BLOCS states: faction id → text. Raises FactionError, naming the parameter."""
    try:
        return factions.read_blocs(algorithm.parameterAsString(parameters, "FACTION_BLOCS", context))
    except FactionError as error:
        raise FactionError(Message("FACTION_BLOCS: {}", error)) from error


def number_parameter(name: str, title: str, default: float, minimum: float = 0.0, maximum: float | None = None):
    """Return a number parameter, for integers if the default is an int."""
    kinds = Qgis.ProcessingNumberParameterType
    kind = kinds.Integer if isinstance(default, int) else kinds.Double
    parameter = QgsProcessingParameterNumber(name, title, kind, default)
    parameter.setMinimum(minimum)
    if maximum is not None:
        parameter.setMaximum(maximum)
    return parameter


def theme_parameter(name: str = "THEME") -> QgsProcessingParameterString:
    """Return the optional parameter for the id of a shipped theme or the path of a theme's file."""
    return text_parameter(
        name,
        tr("Theme"),
        theme_ids(),
        tr(
            "Enter the id of a shipped theme, or the path of a theme's JSON file. If empty, the theme of the case "
            "is used, otherwise the default theme."
        ),
    )


def date_order_parameter(name: str = "DATE_ORDER") -> QgsProcessingParameterEnum:
    """Return the parameter for the order of day and month; its value is read with ``date_order``."""
    parameter = QgsProcessingParameterEnum(
        name, tr("Order of day and month in dates such as 5/6/2017"), _ORDERS, False, "auto", True, True
    )
    parameter.setHelp(
        tr(
            "The option auto detects the order from the data. If the data is ambiguous, the import "
            "stops and asks for the order."
        )
    )
    return parameter


def add_date_reading_parameters(algorithm: ControlAlgorithm) -> None:
    """Add the parameters for dates that can mean several: ``DATE_ORDER``, and those that ``date_reading`` reads."""
    algorithm.addParameter(date_order_parameter())
    century = QgsProcessingParameterNumber(
        "CENTURY", tr("First year of the century of two-digit years"), optional=True, minValue=100, maxValue=2000
    )
    algorithm.add(advanced(century), tr("For example 2000. If empty, dates with two-digit years are rejected."))
    epoch = QgsProcessingParameterEnum(
        "EPOCH", tr("Unit of times since 1970"), ["auto", *(each.value for each in Epoch)], False, "auto", True, True
    )
    algorithm.add(
        advanced(epoch),
        tr("The option auto detects the unit. If a number can mean two dates, the import stops and asks for the unit."),
    )


def date_reading(algorithm: ControlAlgorithm, parameters, context) -> tuple[int | None, Epoch | None]:
    """Return the century of two-digit years and the unit of times since 1970, None each if not given."""
    is_given = parameters.get("CENTURY") is not None
    century = algorithm.parameterAsInt(parameters, "CENTURY", context) if is_given else None
    unit = algorithm.parameterAsEnumString(parameters, "EPOCH", context)
    return century, None if unit in ("", "auto") else Epoch(unit)


def date_order(text: str) -> DateOrder | None:
    """Return the date order that a value names, None if it is to be detected."""
    return None if text in ("", "auto") else DateOrder(text)


def last_day_parameter() -> QgsProcessingParameterEnum:
    """Return the parameter for the meaning of ends of periods; its value is read with ``is_last_day``."""
    parameter = QgsProcessingParameterEnum(
        "END_IS_LAST_DAY", tr("Last day of the period in the end field"), _LAST_DAY, False, "auto", True, True
    )
    parameter.setHelp(
        tr(
            "true: an end that names a day is the last day of the period. false: it is the first day after the period. "
            "The option auto detects the meaning from the rows that follow. If ends could be last days and the data "
            "does not prove it, the tool stops and asks."
        )
    )
    return parameter


def is_last_day(text: str) -> bool | None:
    """Return whether ends are last days, None if it is to be detected."""
    return None if text in ("", "auto") else text == "true"


def encoding_parameter() -> QgsProcessingParameterString:
    """Return the parameter ENCODING; its value is read with ``encodings.checked_encoding``."""
    return text_parameter(
        "ENCODING",
        tr_noop("Encoding of text that is not UTF-8 (empty: as the file states)"),
        ["", *ENCODINGS],
        tr_noop(
            "For example windows-1256 for tables from an Arabic Windows. Text that is valid UTF-8 is read as UTF-8. An "
            "encoding set here is kept for the next import of the source."
        ),
    )


def advanced(parameter):
    """Return the parameter itself, marked to be shown under "Advanced"."""
    parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
    return parameter
