"""Finds what Qt 6 no longer has: `qt6.py MYPY FOLDER...`, with MYPY the mypy of an environment that has PyQt6's stubs.

mypy reads the code against PyQt6's own stubs (through the shim in .ci/qt6, as QGIS 4 has it). Of what it says this
keeps what is a matter of Qt 6: names that Qt 5 has and Qt 6 has not, and calls that Qt 6's signatures refuse. What a
getter gives is often more than the base class that it is declared to give (`view.model()`): such names Qt 5's base
class lacks as well.
"""

import importlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULES = [f"qgis.PyQt.{name}" for name in ("QtCore", "QtGui", "QtWidgets", "QtXml")]

# What PyQt6 accepts (tried on PyQt6 6.11) and its stubs leave out: a signal's connect takes the type of the connection,
# and QPainter takes lists where they speak of sip.array.
STUBS_ARE_WRONG = (
    'Too many arguments for "connect" of "pyqtBoundSignal"',
    'No overload variant of "drawRects" of "QPainter" matches argument type "list[QRectF]"',
    'No overload variant of "drawLines" of "QPainter" matches argument type "list[QLineF]"',
)

BASES = {"QAbstractButton", "QAbstractItemModel", "QLayout", "QObject"}  # which getters are declared to give

# Each line is a mistake that must be found, or the check itself is broken.
SEEDED = """\
from qgis.PyQt.QtCore import QRegExp
from qgis.PyQt.QtCore import QDateTime, Qt, QVariant
from qgis.PyQt.QtGui import QFont, QFontMetrics
from qgis.PyQt.QtWidgets import QDesktopWidget
from qgis.PyQt.QtWidgets import QDialog, QLabel


def mistakes(dialog: QDialog, label: QLabel):
    label.setAlignment(Qt.AlignLeft)
    dialog.exec_()
    QFontMetrics(QFont()).width("text")
    QVariant(QVariant.String)
    QDateTime.currentDateTimeUtc().setTimeSpec(Qt.UTC)
    dialog.setWindowFlags(3)
"""
SEEDED_LINES = {1, 4, 9, 10, 11, 12, 13, 14}


def mypy_errors(mypy: str, targets: list) -> list:
    """(file, line, message) of every error that mypy finds."""
    command = [mypy, "--config-file", str(HERE / "qt6" / "mypy.ini"), "--cache-dir", "build/mypy_cache", *targets]
    told = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE.parent)
    if told.returncode not in (0, 1) or told.stderr:
        raise SystemExit(f"qt6: mypy failed:\n{told.stdout}{told.stderr}")
    found = re.findall(r"^(.+?):(\d+): error: (.+)$", told.stdout, re.MULTILINE)
    return [(file, int(line), message) for file, line, message in found]


def qt5_classes() -> dict:
    """The classes of the Qt that this machine's QGIS has, by name."""
    return {name: value for module in MODULES for name, value in vars(importlib.import_module(module)).items()}


def is_about_qt6(message: str, qt5: dict) -> bool:
    """Whether mypy's message tells of something that Qt 6 lacks or calls otherwise."""
    if message.startswith(STUBS_ARE_WRONG) or 'incompatible type "object"' in message:  # of unknown type
        return False
    if message.startswith('Module "qgis.PyQt'):
        return True
    lacking = re.match(r'"(?:type\[)?(\w+)\]?" has no attribute "(\w+)"', message)
    if lacking:
        return hasattr(qt5.get(lacking[1]), lacking[2])
    called = re.search(r' of "(\w+)"', message)
    return called is not None and called[1] in {*qt5, "pyqtBoundSignal"} - BASES


def check(mypy: str, targets: list) -> list:
    qt5 = qt5_classes()
    return [error for error in mypy_errors(mypy, targets) if is_about_qt6(error[2], qt5)]


def main(mypy: str, *targets: str) -> int:
    with tempfile.TemporaryDirectory() as folder:
        seeded = Path(folder, "seeded.py")
        seeded.write_text(SEEDED, encoding="utf-8")
        missed = SEEDED_LINES - {line for _file, line, _message in check(mypy, [str(seeded)])}
    if missed:
        print(f"qt6: the check is broken, it does not find the mistakes seeded in lines {sorted(missed)}")
        return 1
    found = check(mypy, list(targets))
    for file, line, message in found:
        print(f"{file}:{line}: {message}")
    print(f"qt6: {len(found)} findings; {len(SEEDED_LINES)} of {len(SEEDED_LINES)} seeded mistakes found")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
