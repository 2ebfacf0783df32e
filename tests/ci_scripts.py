"""The scripts of .ci, as modules."""

import importlib.util
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / ".ci"


def ci_script(name):
    """Load one anew; its name is the path in .ci without the ending."""
    spec = importlib.util.spec_from_file_location(f"ci_{name.replace('/', '_')}", FOLDER / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # where its dataclasses are looked for
    spec.loader.exec_module(module)
    return module
