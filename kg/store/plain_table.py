"""Rows as aligned columns of plain text, as wide as they need or folded to a terminal."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise, zip_longest
from statistics import fmean

from rich.cells import cell_len, chop_cells

GAP = "   "
LEAST_WIDTH = 8
"""Of a column that has to give way; a table of too many columns is wider than the terminal."""
WIDTH_OF_A_WORD = 14
"""So wide a column stays, if it can, that words need not be broken; longer words are."""
_STEPS = 100


def plain_table(header: Sequence[str], rows: Iterable[Sequence[str]], width: int | None = None) -> str:
    """A header, a rule, and the rows, each line without blanks at its end.

    With ``width`` (cells of a terminal; a wide character takes two) columns give way until the table fits:
    those with much to say keep the most, cells go on in further lines, and a blank line stands beside a row
    of several. Nothing is cut off.
    """
    lines = [list(header), *map(list, rows)]
    columns = [[_cells(cell) for cell in column] for column in zip(*lines, strict=True)]
    widths = [max(lengths) for lengths in columns]
    if width is not None and sum(widths) > (available := width - len(GAP) * (len(widths) - 1)):
        widths = _fitting(columns, _least(lines, widths, available), available)
    rule = "─" * (sum(widths) + len(GAP) * (len(widths) - 1))
    head, *body = [_folded(line, widths) for line in lines]
    return "".join(f"{line}\n" for line in (*head, rule, *_apart(body)))


def _least(lines: Sequence[Sequence[str]], natural: Sequence[int], available: int) -> list[int]:
    """What each column keeps: its longest word or less, so that all together fit if that is possible."""
    longest = (
        max((_cells(word) for cell in column for word in cell.split()), default=0)
        for column in zip(*lines, strict=True)
    )
    least = [min(word, whole, WIDTH_OF_A_WORD) for word, whole in zip(longest, natural, strict=True)]
    limit = WIDTH_OF_A_WORD
    while limit > LEAST_WIDTH and sum(min(width, limit) for width in least) > available:
        limit -= 1
    return [min(width, limit) for width in least]


def _fitting(columns: Sequence[Sequence[int]], least: Sequence[int], available: int) -> list[int]:
    """Widths in proportion to what stands in the columns, so that their cells need about as many lines."""
    means, natural = [fmean(lengths) for lengths in columns], [max(lengths) for lengths in columns]

    def widths(step: int) -> list[int]:
        shares = (round(step / _STEPS * mean) for mean in means)
        return [
            min(whole, max(word, share)) for whole, word, share in zip(natural, least, shares, strict=True)
        ]

    steps = range(_STEPS * available)
    return widths(max(0, bisect_right(steps, available, key=lambda step: sum(widths(step))) - 1))


def _folded(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    """The lines of one row."""
    parts = [_lines(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        GAP.join(_padded(part, width) for part, width in zip(line, widths, strict=True)).rstrip()
        for line in zip_longest(*parts, fillvalue="")
    ]


def _lines(cell: str, width: int) -> list[str]:
    if (length := _cells(cell)) <= width:
        return [cell]
    return list(_wrapped(cell.split(), width, len if length == len(cell) else _cells))


def _wrapped(words: Iterable[str], width: int, measure: Callable[[str], int]) -> Iterator[str]:
    """Words in lines; one that is longer than a line is broken."""
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if measure(longer) <= width:
            line = longer
            continue
        if line:
            yield line
        *whole, line = chop_cells(word, width) if measure(word) > width else (word,)
        yield from whole
    yield line


def _apart(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The lines of all rows, with a blank one between two of which one has several."""
    if rows:
        yield from rows[0]
    for above, below in pairwise(rows):
        if max(len(above), len(below)) > 1:
            yield ""
        yield from below


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _cells(text))


def _cells(text: str) -> int:
    """Cells that a text takes; of most texts as many as characters, which is told at once."""
    return len(text) if text.isascii() else cell_len(text)
