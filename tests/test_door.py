"""One door: everything importable is exported from the root, and opening it is cheap."""

import resource
import subprocess
import sys
import types

import pytest

import kg

HEAVY = (
    "jinja2",
    "lxml",
    "networkx",
    "numpy",
    "onnxruntime",
    "pandas",
    "pyoxigraph",
    "pyshacl",
    "pyvis",
    "rdflib",
    "rich",
    "tokenizers",
    "trafilatura",
)


def test_the_visible_names_are_exactly_the_exported_ones() -> None:
    visible = {
        name
        for name, value in vars(kg).items()
        if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert visible == set(kg.__all__) - {"__version__"}
    assert kg.__all__ == sorted(kg.__all__)


@pytest.mark.parametrize("module", ["kg", "kg.cli", "kg.articles", "kg.reader"])
def test_importing_loads_no_heavy_library(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(set(sys.modules) & set({HEAVY!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_help_answers_at_once() -> None:
    """The bar is 0.3 s; time of the processor stands for it, so that a busy machine does not count."""

    def seconds() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-m", "kg", "--help"], capture_output=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    assert min(seconds() for _ in range(3)) < 0.3
