"""Finds code that Qt 6 does not support: `qt6.py MYPY FOLDER...`, with the mypy of an environment with PyQt6's stubs.

mypy checks the code against PyQt6's own stubs (through the shim in .ci/qt6, as in QGIS 4). Only errors about Qt 6 are
kept: names that Qt 5 has and Qt 6 does not, and calls that Qt 6's signatures reject. A getter often returns a subclass
of its declared class (`view.model()`); the subclass's names are not reported, because Qt 5's base class lacks them too.
"""

import importlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODULES = [f"qgis.PyQt.{name}" for name in ("QtCore", "QtGui", "QtWidgets", "QtXml")]

# Accepted by PyQt6 (tested with 6.11) but missing in its stubs: connect takes the type of the connection, and QPainter
# takes lists instead of sip.array.
STUBS_ARE_WRONG = (
    'Too many arguments for "connect" of "pyqtBoundSignal"',
    'No overload variant of "drawRects" of "QPainter" matches argument type "list[QRectF]"',
    'No overload variant of "drawLines" of "QPainter" matches argument type "list[QLineF]"',
)

BASES = {"QAbstractButton", "QAbstractItemModel", "QLayout", "QObject"}  # declared classes of getters

# Mistakes in SEEDED_LINES that must be found; otherwise the check itself is broken.
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
    """Return (file, line, message) of every error that mypy finds."""
    command = [mypy, "--config-file", str(HERE / "qt6" / "mypy.ini"), "--cache-dir", "build/mypy_cache", *targets]
    result = subprocess.run(command, capture_output=True, text=True, check=False, cwd=HERE.parent)
    if result.returncode not in (0, 1) or result.stderr:
        raise SystemExit(f"qt6: mypy failed:\n{result.stdout}{result.stderr}")
    errors = re.findall(r"^(.+?):(\d+): error: (.+)$", result.stdout, re.MULTILINE)
    return [(file, int(line), message) for file, line, message in errors]


def qt5_classes() -> dict:
    """Return the classes of this machine's Qt by name."""
    return {name: value for module in MODULES for name, value in vars(importlib.import_module(module)).items()}


def is_about_qt6(message: str, qt5: dict) -> bool:
    """Return whether mypy's message is about a name that Qt 6 lacks or a call that it rejects."""
    if message.startswith(STUBS_ARE_WRONG) or 'incompatible type "object"' in message:  # the type is unknown
        return False
    if message.startswith('Module "qgis.PyQt'):
        return True
    lacking = re.match(r'"(?:type\[)?(\w+)\]?" has no attribute "(\w+)"', message)
    if lacking:
        return hasattr(qt5.get(lacking[1]), lacking[2])
    called = re.search(r' of "(\w+)"', message)
    return called is not None and called[1] in {*qt5, "pyqtBoundSignal"} - BASES


def check(mypy: str, targets: list) -> list:
    """Return (file, line, message) of every error about Qt 6."""
    qt5 = qt5_classes()
    return [error for error in mypy_errors(mypy, targets) if is_about_qt6(error[2], qt5)]


def main(mypy: str, *targets: str) -> int:
    """Check the check itself, then the targets, and print the findings; return 1 if there are any."""
    with tempfile.TemporaryDirectory() as folder:
        seeded = Path(folder, "seeded.py")
        seeded.write_text(SEEDED, encoding="utf-8")
        missed = SEEDED_LINES - {line for _file, line, _message in check(mypy, [str(seeded)])}
    if missed:
        print(f"qt6: the check is broken: it does not find the mistakes seeded in lines {sorted(missed)}")
        return 1
    findings = check(mypy, list(targets))
    for file, line, message in findings:
        print(f"{file}:{line}: {message}")
    print(f"qt6: {len(findings)} findings; {len(SEEDED_LINES)} of {len(SEEDED_LINES)} seeded mistakes found")
    return bool(findings)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
