"""Files that are there whole or not at all."""

import contextlib
from pathlib import Path

from kg.errors import ExportError


def write_text(path: Path, text: str) -> None:
    """Write a file whole: whoever looks sees the old or the new. Raises ``ExportError``."""
    partial_path = path.with_name(f"{path.name}.partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial_path.write_text(text, encoding="utf-8", newline="")
        partial_path.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial_path.unlink()
        raise ExportError(str(path), error.strerror or str(error), hint="Give -o another place.") from error
