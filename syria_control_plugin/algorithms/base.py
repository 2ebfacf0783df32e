"""What all algorithms of the provider share."""

from __future__ import annotations

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
from ..core.dates.parsing import DateOrder
from ..core.errors import Cancelled, SourceError, SyriaControlError
from ..core.messages import Message
from ..translation import tr, translated
from ..user_guide import tool_url
from .vector_inputs import place_problem

_ORDERS = ["auto", *(order.value for order in DateOrder)]


class ControlAlgorithm(QgsProcessingAlgorithm):
    """An algorithm of the provider: a child gives NAME, TITLE, GROUP, TAGS, HELP and ``execute``."""

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
        """Adds a parameter with its help text, which is in the user's language."""
        parameter.setHelp(help)
        self.addParameter(parameter)

    def explain(self, helps: dict[str, str]) -> None:
        """Gives parameters that were added, by their names, help texts in the user's language."""
        for name, help in helps.items():
            self.parameterDefinition(name).setHelp(help)

    def add_sink(self, name: str, title: str, kind: Qgis.ProcessingSourceType, help: str, is_optional=False) -> None:
        """Adds a layer or table that is written; an optional one is not, unless a target is chosen."""
        sink = QgsProcessingParameterFeatureSink(name, title, kind, None, is_optional, not is_optional)
        self.add(sink, help)

    def checkParameterValues(self, parameters, context):
        problem = self._place_problem(parameters, context)
        return (False, problem) if problem else super().checkParameterValues(parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):
        """Has ``take_up`` take the inputs, in the main thread; what is wrong with them ends the run."""
        problem = self._place_problem(parameters, context)  # again: a model may run an algorithm unchecked
        try:
            if not problem:
                self.take_up(parameters, context, feedback)
        except SyriaControlError as error:
            problem = translated(error)
        if problem:  # not from within: QGIS keeps what is raised here, and with it would keep the layers in its frames
            raise QgsProcessingException(problem)
        return True

    def _place_problem(self, parameters, context) -> str:
        problems = (
            place_problem(definition, parameters.get(definition.name()), context)
            for definition in self.parameterDefinitions()
        )
        return next(filter(None, problems), "")

    def take_up(self, parameters, context, feedback) -> None:
        """Takes up, in the main thread, what ``execute`` reads in another one."""

    def execute(self, parameters, context, feedback) -> dict:
        """The work itself. Not named ``run``: that is QGIS's own, by which processing.run starts an algorithm."""
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
        """Raises SourceError where the page in REPORT has no folder: before much is worked out, or a case changed."""
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
    """Tells of the rows of an input that were repaired, and warns of those that could not be used."""
    for issue in report.issues:
        (feedback.pushWarning if issue.action == REJECTED else feedback.pushInfo)(translated(issue.message))


def text_parameter(name: str, title: str, hints: list[str] | None = None, help: str = ""):
    """An optional text; ``hints`` are offered to pick from."""
    parameter = QgsProcessingParameterString(name, tr(title), defaultValue="", optional=True)
    if hints:
        parameter.setMetadata({"widget_wrapper": {"value_hints": hints}})
    parameter.setHelp(tr(help))
    return parameter


def number_parameter(name: str, title: str, default: float, least: float = 0.0, greatest: float | None = None):
    """A number, a whole one where the default is."""
    kinds = Qgis.ProcessingNumberParameterType
    kind = kinds.Integer if isinstance(default, int) else kinds.Double
    parameter = QgsProcessingParameterNumber(name, title, kind, default)
    parameter.setMinimum(least)
    if greatest is not None:
        parameter.setMaximum(greatest)
    return parameter


def theme_parameter(name: str = "THEME") -> QgsProcessingParameterString:
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


def date_order(text: str) -> DateOrder | None:
    return None if text in ("", "auto") else DateOrder(text)


def advanced(parameter):
    """The parameter, shown under "Advanced"."""
    parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
    return parameter
