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
    assert kg.__all__ == sorted(kg.__all__)
    assert dir(kg) == kg.__all__
    assert all(getattr(kg, name) is not None for name in kg.__all__)
    loaded = {name for name, value in vars(kg).items() if not isinstance(value, types.ModuleType)}
    assert {name for name in loaded if not name.startswith("_")} <= {*kg.__all__, "TYPE_CHECKING"}


def test_what_is_not_exported_is_not_there() -> None:
    with pytest.raises(AttributeError, match="module 'kg' has no attribute 'Grapf'"):
        kg.Grapf  # noqa: B018  the look-up is what is tested


def test_opening_the_door_loads_nothing_of_the_house() -> None:
    code = "import sys; import kg; print(*(name for name in sys.modules if name.startswith('kg.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


INTERRUPTED_WHILE_LOADING = """
import runpy, sys
class Interruption:
    def find_spec(self, name, path=None, target=None):
        if name == "kg.cli":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Interruption())
runpy.run_module("kg", run_name="__main__")
"""


def test_a_command_that_is_stopped_while_it_loads_shows_no_traceback() -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED_WHILE_LOADING], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "Stopped.\n")


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
