"""Coreference in fiction, from LitBank in the format of CoNLL-2012.

Persons, places, bodies and vehicles, with pronouns. The words are joined as print has them: the source keeps
neither blanks nor paragraphs. https://github.com/dbamman/litbank
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Heads = Mapping[int, Sequence[tuple[int, int]]]
"""By the character at which the head of a mention begins: cluster and length in words of its mentions."""

_BRACKET = re.compile(r"(\()?(\d+)(\))?")
_NO_BLANK_BEFORE = re.compile(r"[.,;:!?)\]}]|n?['’]\w*|”")
_NO_BLANK_AFTER = frozenset({"(", "[", "{", "“", "``"})
_AFTER_THE_HEAD = frozenset({",", "of", "in", "at", "from", "with", "who", "whom", "whose", "that", "which"})
"""The head of a mention is the last word before one of these: the source has no trees."""


@dataclass(frozen=True, slots=True)
class LitBankDocument:
    """One text with its mentions."""

    name: str
    text: str
    heads: Heads


def read_litbank(folder: Path) -> Iterator[LitBankDocument]:
    """The documents of one part, by file name."""
    for path in sorted(folder.glob("*.conll")):
        rows = [line.split() for line in path.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
        words = [(row[3], row[-1]) for row in rows if row]
        yield _document(path.stem, [word for word, _ in words], [marks for _, marks in words])


def _document(name: str, words: list[str], marks: list[str]) -> LitBankDocument:
    text, starts = _joined(words)
    heads: dict[int, list[tuple[int, int]]] = {}
    for cluster, start, end in _mentions(marks):
        heads.setdefault(starts[_head(words, start, end)], []).append((cluster, end - start))
    return LitBankDocument(name, text, heads)


def _joined(words: list[str]) -> tuple[str, list[int]]:
    """The text, and where each word begins."""
    text, starts, glued, quoted = "", [], True, False
    for word in words:
        closes = word == '"' and quoted
        if text and not glued and not closes and not _NO_BLANK_BEFORE.fullmatch(word):
            text += " "
        starts.append(len(text))
        text += word
        quoted ^= word == '"'
        glued = word in _NO_BLANK_AFTER or (word == '"' and quoted)
    return text, starts


def _mentions(marks: list[str]) -> Iterator[tuple[int, int, int]]:
    """Cluster, first word and the word after the last one, of each mention."""
    opened: dict[int, list[int]] = {}
    for place, column in enumerate(marks):
        for opens, number, closes in _BRACKET.findall(column):
            if opens:
                opened.setdefault(int(number), []).append(place)
            if closes:
                yield int(number), opened[int(number)].pop(), place + 1


def _head(words: list[str], start: int, end: int) -> int:
    stop = next((place for place in range(start + 1, end) if words[place] in _AFTER_THE_HEAD), end)
    return stop - 1
