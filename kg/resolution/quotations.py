"""Runs of words between quotation marks, whoever says them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from kg.domain import Span

_CLOSING = {"“": "”", "«": "»", "„": "“", '"': '"'}


def quoted_runs(text: str) -> tuple[Span, ...]:
    """What stands in double quotation marks, marks included; a quotation left open ends with its paragraph.

    >>> [span.of('“Yes”, she said, “and no.') for span in quoted_runs('“Yes”, she said, “and no.')]
    ['“Yes”', '“and no.']
    """
    return tuple(_runs(text))


def _runs(text: str) -> Iterator[Span]:
    begin, wanted = -1, ""
    for place, character in enumerate(text):
        if wanted and character in (wanted, "\n"):
            yield Span(begin, place + (character == wanted))
            begin, wanted = -1, ""
        elif not wanted and character in _CLOSING:
            begin, wanted = place, _CLOSING[character]
    if wanted:
        yield Span(begin, len(text))


def run_around(offset: int, runs: Sequence[Span]) -> Span | None:
    """The run that holds a character; None if it is not quoted."""
    place = bisect_right(runs, offset, key=lambda run: run.start)
    return runs[place - 1] if place and offset < runs[place - 1].end else None
