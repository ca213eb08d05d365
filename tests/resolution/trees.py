"""Readings with syntax written by hand: one row for each word instead of a network.

A row holds lemma, tag, fine tag, head (an index; its own for a root), relation, and for a predicate its
factuality and arguments (``ARG0:3``). Words are the text's, cut at blanks and before punctuation marks and
apostrophes. An empty row ends a sentence.
"""

import re
from dataclasses import replace

from kg.domain import Argument, Predicate, ResolvedArticle, Span, Word
from kg.resolution import resolve
from kg.resolution.syntax import Syntax
from tests.resolution.texts import read

_FORM = re.compile(r"n['’]t\b|\w+?(?=n['’]t\b)|\w+|[^\w\s]")


def parsed(text: str, rows: str) -> tuple[tuple[Word, ...], tuple[Predicate, ...]]:
    """The words of a text and the predicates among them."""
    spans = [Span(*match.span()) for match in _FORM.finditer(text)]
    words: list[Word] = []
    predicates: list[Predicate] = []
    sentence = 0
    for row in rows.strip().split("\n"):
        if not row.strip():
            sentence += 1
            continue
        lemma, tag, fine_tag, head, relation, *told = row.split()
        words.append(Word(spans[len(words)], lemma, tag, fine_tag, int(head), relation, sentence))
        if told:
            arguments = tuple(_argument(each) for each in told[1:])
            predicates.append(Predicate(len(words) - 1, arguments, float(told[0])))
    assert len(words) == len(spans), [span.of(text) for span in spans]
    return tuple(words), tuple(predicates)


def _argument(words: str) -> Argument:
    role, _, word = words.partition(":")
    return Argument(int(word), role)


def syntax_of(text: str, rows: str) -> Syntax:
    """The trees of a text."""
    return Syntax(parsed(text, rows)[0])


def resolved(marked: str, rows: str, *, narration: bool = True, **metadata: object) -> ResolvedArticle:
    """What a marked text with trees says."""
    article, reading = read(marked, **metadata)
    words, predicates = parsed(article.text, rows)
    return resolve(article, replace(reading, words=words, predicates=predicates), narration=narration)
