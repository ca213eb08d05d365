"""The files under ``page/``: templates of jinja2, and styles and scripts that are joined as they stand."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

PLACE = ("kg.views", "page")


def environment(*folders: str) -> "Environment":
    """Templates that escape what is put into them, and those of other ``folders``."""
    from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined

    return Environment(
        loader=ChoiceLoader([PackageLoader(*PLACE), FileSystemLoader(folders)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def source(templates: "Environment", name: str) -> str:
    """A file as it stands; not a template, so braces in it mean nothing."""
    loader = templates.loader
    assert loader is not None  # noqa: S101 - set in the function above
    return loader.get_source(templates, name)[0].replace("\r\n", "\n")


def joined(templates: "Environment", folder: str, ending: str, names: Iterable[str]) -> str:
    """The files of a folder, one after the other."""
    return "\n".join(source(templates, f"{folder}/{name}.{ending}") for name in names)
