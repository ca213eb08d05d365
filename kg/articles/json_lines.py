"""JSON Lines: one article a line, however many lines."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import BinaryIO

from kg.articles.metadata import Metadata, parse_object, supplied
from kg.articles.opening import MOST_BYTES, check_size
from kg.articles.unusable import Unusable


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank; ``number`` counts from 1."""

    number: int
    data: bytes
    """Without its end; cut where it is longer than ``MOST_BYTES``."""


@dataclass(frozen=True, slots=True)
class Record:
    """What one line says."""

    text: str
    metadata: Metadata


def lines(stream: BinaryIO) -> Iterator[Line]:
    """Lines of ``stream`` one by one, in little memory."""
    for number in count(1):
        data = stream.readline(MOST_BYTES + 2)
        if not data:
            return
        rest = data
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(MOST_BYTES)
        if stripped := data.strip():
            yield Line(number, stripped)


def parse_record(line: Line) -> Record:
    """The record in ``line``: ``{"text": …, "title": …, "date": …}``, only the text is needed."""
    check_size(len(line.data))
    try:
        source = line.data.decode("utf-8-sig" if line.number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        raise Unusable(f"it is not UTF-8, at byte {error.start:,}", hint="Save the file as UTF-8.") from error
    values = parse_object(source)
    text = values.get("text")
    if not isinstance(text, str):
        raise Unusable("it has no text", hint='Each line needs at least {"text": "…"}.')
    return Record(text, supplied(values, origin="record"))
