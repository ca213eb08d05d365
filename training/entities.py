"""Named entities in BIO: documents of sentences of words with the entities among them, and their score."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.scores import Score

KINDS = {"person": "PER", "organization": "ORG", "location": "LOC"}
"""What is scored, by the names of worldwide-ner; its other kinds are neither wanted nor counted."""
_NEW_DOCUMENT = "-DOCSTART-"


@dataclass(frozen=True, order=True, slots=True)
class EntitySpan:
    """One named entity."""

    start: int
    end: int
    """Half-open; words of its sentence, where it comes from a file."""
    kind: str


@dataclass(frozen=True, slots=True)
class EntitySentence:
    """Words and the entities among them, by place."""

    words: tuple[str, ...]
    entities: tuple[EntitySpan, ...]


@dataclass(frozen=True, slots=True)
class EntityDocument:
    """The sentences of one newspaper article."""

    name: str
    sentences: tuple[EntitySentence, ...]


def read_entities(path: Path) -> Iterator[EntityDocument]:
    """The documents of one file: a word and its label on each line, a blank line after each sentence.

    A further column holds entities inside entities; it is left aside. Raises ValueError with file and line
    where a word has no label or a label is not ``O``, ``B-kind`` or ``I-kind``.
    """
    name, sentences, words, labels = path.stem, list[EntitySentence](), list[str](), list[str]()
    for number, line in enumerate([*path.read_text(encoding="utf-8").split("\n"), ""], 1):
        columns = line.strip().split("\t") if "\t" in line else line.rsplit(maxsplit=1) or [""]
        if words and columns[0] in {"", _NEW_DOCUMENT}:
            sentences.append(EntitySentence(tuple(words), entity_spans(labels)))
            words, labels = [], []
        if columns[0] == _NEW_DOCUMENT:
            if sentences:
                yield EntityDocument(name, tuple(sentences))
            name, sentences = columns[-1], []
        elif columns[0]:
            words.append(columns[0])
            labels.append(_label(columns, f"{path}:{number}"))
    if sentences:
        yield EntityDocument(name, tuple(sentences))


def _label(columns: Sequence[str], place: str) -> str:
    if len(columns) == 1:
        raise ValueError(f"{place}: {columns[0]!r} has no label")
    if not re.fullmatch(r"O|[BI]-\w+", columns[1]):
        raise ValueError(f"{place}: {columns[1]!r} is not a BIO label")
    return columns[1]


def entity_spans(labels: Sequence[str]) -> tuple[EntitySpan, ...]:
    """The entities that BIO labels draw; an ``I-`` that goes on no entity of its kind begins one."""
    found: list[EntitySpan] = []
    for place, label in enumerate(labels):
        mark, _, kind = label.partition("-")
        if mark == "I" and found and (found[-1].end, found[-1].kind) == (place, kind):
            found[-1] = EntitySpan(found[-1].start, place + 1, kind)
        elif mark != "O":
            found.append(EntitySpan(place, place + 1, kind))
    return tuple(found)


def entity_scores(texts: Iterable[tuple[Iterable[EntitySpan], Iterable[EntitySpan]]]) -> dict[str, Score]:
    """Entities found and entities of the gold, text by text → exact span scores by kind, and of ``all``.

    Both may use the names of worldwide-ner in any case, or those of ``KINDS``. Micro-averaged, as conlleval
    counts.
    """
    scores = {kind: Score() for kind in (*KINDS.values(), "all")}
    for found, gold in texts:
        given, wanted = _scored(found), _scored(gold)
        for kind, score in scores.items():
            ours = {each for each in given if kind in (each.kind, "all")}
            theirs = {each for each in wanted if kind in (each.kind, "all")}
            score.count(len(ours & theirs), len(ours), len(theirs))
    return scores


def _scored(entities: Iterable[EntitySpan]) -> set[EntitySpan]:
    named = (replace(each, kind=KINDS.get(each.kind.lower(), each.kind)) for each in entities)
    return {each for each in named if each.kind in KINDS.values()}
