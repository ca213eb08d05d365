"""Rows as aligned columns of plain text, as wide as they need or folded to a terminal."""

import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells

GAP = "   "
LEAST_WIDTH = 8
"""Of a column that has to give way; a table of too many columns is wider than the terminal."""


def plain_table(header: Sequence[str], rows: Iterable[Sequence[str]], width: int | None = None) -> str:
    """A header, a rule, and the rows, each line without blanks at its end.

    With ``width`` (cells of a terminal; a wide character takes two) the widest columns give way until the
    table fits, and their cells go on in further lines. Nothing is cut off.
    """
    lines = [list(header), *map(list, rows)]
    widths = [max(map(cell_len, column)) for column in zip(*lines, strict=True)]
    if width is not None:
        widths = _fitting(widths, width - len(GAP) * (len(widths) - 1))
    rule = "─" * (sum(widths) + len(GAP) * (len(widths) - 1))
    head, *body = ["\n".join(_folded(line, widths)) for line in lines]
    return "".join(f"{line}\n" for line in (head, rule, *body))


def _fitting(widths: Sequence[int], available: int) -> list[int]:
    """The widths, the widest of them lowered alike until all fit."""
    limit = max(widths)
    while limit > LEAST_WIDTH and sum(min(width, limit) for width in widths) > available:
        limit -= 1
    return [min(width, limit) for width in widths]


def _folded(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The lines of one row."""
    parts = [_lines(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        GAP.join(_padded(part, width) for part, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*parts, fillvalue="")
    ]


def _lines(cell: str, width: int) -> list[str]:
    if cell_len(cell) <= width:
        return [cell]
    if cell_len(cell) == len(cell):
        return textwrap.wrap(cell, width)
    return chop_cells(cell, width)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))
