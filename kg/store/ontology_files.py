"""Where the ontology's files are: beside the package in a checkout, inside it in the wheel."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

_CHECKOUT = Path(__file__).parents[2] / "ontology"


def ontology_folder() -> Traversable:
    """The folder with ``kg.ttl``, ``shapes.ttl``, ``context.jsonld`` and ``questions/``."""
    packaged = files("kg") / "ontology"
    return packaged if packaged.is_dir() else _CHECKOUT


def ontology_text(name: str) -> str:
    """One of the ontology's files as text.

    >>> ontology_text("kg.ttl").count("kg:Statement a owl:Class")
    1
    """
    return (ontology_folder() / name).read_text(encoding="utf-8")
