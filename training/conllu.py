"""Universal Dependencies in CoNLL-U: sentences of tokens, each with its columns.

Words that the text writes as one ("don't") are separate tokens without a space between them; empty nodes are
left out, so that the tokens with their spaces are the text. Source: https://universaldependencies.org/format.html
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

ROOT = -1
"""Head of the word that no other word governs."""
_COLUMNS = 10


@dataclass(frozen=True, slots=True)
class Token:
    """One syntactic word."""

    form: str
    """As the text writes it, misspellings too."""
    lemma: str
    upos: str
    """Universal part of speech."""
    xpos: str
    """Penn Treebank tag."""
    head: int
    """Index of the governing token in the same sentence, from 0; ``ROOT`` for the root."""
    deprel: str
    space_after: bool
    misc: str
    """The last column as it stands."""

    def note(self, key: str) -> str:
        """The value of one key of the last column; empty if it is not there."""
        found = (each.partition("=") for each in self.misc.split("|"))
        return next((value for name, _, value in found if name == key), "")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it stands."""

    start: int
    """Index of its first token in the document."""
    tokens: tuple[Token, ...]
    paragraph: int
    """Number of its paragraph in the document, from 0."""
    comments: tuple[tuple[str, str], ...]
    """Key and value of each comment line, in their order; the value is empty where there is none."""

    @property
    def speaker(self) -> str | None:
        """Who says it, where the document is a conversation."""
        return dict(self.comments).get("speaker")


@dataclass(frozen=True, slots=True)
class TreeDocument:
    """The sentences of one document."""

    name: str
    sentences: tuple[Sentence, ...]


def read_conllu(path: Path) -> Iterator[TreeDocument]:
    """The documents of one file.

    Raises ValueError with file and line where a line has not ten columns or a head is outside its sentence.
    """
    name, sentences = path.stem, _Placed()
    for block in _blocks(path):
        comments = tuple(_comment(line) for _, line in block if line.startswith("#"))
        new = dict(comments).get("newdoc id")
        if new is not None:
            if sentences.done:
                yield TreeDocument(name, tuple(sentences.done))
            name, sentences = new, _Placed()
        sentences.add(_tokens(path, block), comments)
    if sentences.done:
        yield TreeDocument(name, tuple(sentences.done))


class _Placed:
    """Sentences counted from the start of a document."""

    def __init__(self) -> None:
        self.done: list[Sentence] = []

    def add(self, tokens: tuple[Token, ...], comments: tuple[tuple[str, str], ...]) -> None:
        start = self.done[-1].start + len(self.done[-1].tokens) if self.done else 0
        paragraph = self.done[-1].paragraph if self.done else 0
        opens = any(key in {"newpar", "newpar id"} for key, _ in comments)
        self.done.append(Sentence(start, tokens, paragraph + (opens and bool(self.done)), comments))


def _blocks(path: Path) -> Iterator[list[tuple[int, str]]]:
    """The lines of each sentence with their numbers, from 1."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _comment(line: str) -> tuple[str, str]:
    key, _, value = line.lstrip("#").partition("=")
    return key.strip(), value.strip()


def _tokens(path: Path, block: Iterable[tuple[int, str]]) -> tuple[Token, ...]:
    tokens: list[Token] = []
    together: list[tuple[int, int, bool]] = []
    for number, line in block:
        if line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != _COLUMNS:
            raise ValueError(f"{path}:{number}: {len(columns)} columns where CoNLL-U has ten")
        if columns[0].isdigit():
            tokens.append(_token(columns))
        elif "-" in columns[0]:
            first, last = map(int, columns[0].split("-"))
            together.append((first - 1, last - 1, _space_after(columns[-1])))
    for first, last, space_after in together:
        for one, _ in pairwise(range(first, last + 1)):
            tokens[one] = replace(tokens[one], space_after=False)
        tokens[last] = replace(tokens[last], space_after=space_after)
    if any(token.head >= len(tokens) for token in tokens):
        raise ValueError(
            f"{path}: a head is outside its sentence: {' '.join(each.form for each in tokens)!r}"
        )
    return tuple(tokens)


def _token(columns: list[str]) -> Token:
    _, form, lemma, upos, xpos, _, head, deprel, _, misc = columns
    return Token(form, lemma, upos, xpos, int(head) - 1, deprel, _space_after(misc), misc)


def _space_after(misc: str) -> bool:
    return "SpaceAfter=No" not in misc.split("|")
