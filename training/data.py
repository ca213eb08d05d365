"""PolNeAR as labelled articles in word space."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kg.domain import Attribution, Span
from kg.reader.brat import annotation_files, read_brat
from kg.reader.features import WordTable, word_table
from kg.reader.labels import Piece, Role
from kg.reader.tokenise import words

CHOOSE_SHARE = 14
"""One train article in so many is kept for choosing."""


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """One annotator's view of one article."""

    name: str
    table: WordTable
    pieces: tuple[Piece, ...]
    cue_of: dict[int, int]
    """Content piece to cue piece."""
    source_of: dict[int, int]
    """Cue piece to source piece."""


def is_chosen(name: str) -> bool:
    """Whether a train article is kept for choosing: by the hash of its name, for ever the same."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % CHOOSE_SHARE == 0


def read_polnear(folder: Path) -> Iterator[LabelledArticle]:
    """Each annotation of each article of one part."""
    for path, annotations in annotation_files(folder).items():
        text = path.read_text(encoding="utf-8")
        table = word_table(text, words(text))
        for annotation in annotations:
            yield labelled(path.stem, table, read_brat(annotation.read_text(encoding="utf-8"), text))


def labelled(name: str, table: WordTable, attributions: Sequence[Attribution]) -> LabelledArticle:
    """Attributions in words; a piece that several share is one."""
    numbers: dict[Piece, int] = {}
    links = [
        tuple(_numbered(spans, role, table, numbers) for role, spans in zip(Role, _parts(each), strict=True))
        for each in attributions
    ]
    order = sorted(numbers)
    place = {numbers[piece]: index for index, piece in enumerate(order)}
    cue_of, source_of = {}, {}
    for sources, cues, contents in links:
        if cues:
            cue = place[cues[0]]
            cue_of.update({place[content]: cue for content in contents})
            if sources:
                source_of[cue] = place[sources[0]]
    return LabelledArticle(name, table, tuple(order), cue_of, source_of)


def _parts(attribution: Attribution) -> tuple[tuple[Span, ...], ...]:
    return attribution.source, attribution.cue, attribution.content


def _numbered(spans: Sequence[Span], role: Role, table: WordTable, numbers: dict[Piece, int]) -> list[int]:
    found = []
    for span in spans:
        first = int(np.searchsorted(table.ends, span.start, side="right"))
        last = int(np.searchsorted(table.starts, span.end, side="left"))
        if first < last:
            found.append(numbers.setdefault(Piece(first, last, role), len(numbers)))
    return found
