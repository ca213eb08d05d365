"""Mentions by their head words: which words belong to them, and how they speak of what they mean."""

from collections.abc import Iterator, Sequence

import numpy as np

from kg.domain import Mention, MentionForm, MentionKind, Span
from kg.reader.coreference import AntecedentWeights, chains
from kg.reader.features import Integers, WordTable
from kg.reader.layers import MENTIONS, PART, RELATIONS, UPOS, XPOS
from kg.reader.word_layers import WordLayers

_BELONGS = frozenset(
    f"""{PART} det amod nmod compound nmod:poss flat acl:relcl acl nummod nmod:unmarked nmod:desc
    det:predet obj iobj xcomp ccomp nsubj:pass aux aux:pass compound:prt obl obl:agent obl:unmarked fixed
    goeswith advcl:relcl""".split()
)
"""Relations to a head word of words that belong to its mention; in GUM 90 % of spans come out exactly."""
_NOT_FIRST = frozenset({",", "-", "–", "—"})
_FORM_OF_TAG = {"PRON": MentionForm.PRONOUN, "PROPN": MentionForm.NAME, "DET": MentionForm.PRONOUN}


def mentions(table: WordTable, layers: WordLayers, weights: AntecedentWeights) -> tuple[Mention, ...]:
    """All mentions of a text, in the order of their head words."""
    heads = np.flatnonzero(layers.mentions)
    extents = Extents(table.forms, layers)
    forms = [table.forms[head] for head in heads]
    numbers = chains(weights, layers.vectors[heads], forms)
    return tuple(
        Mention(
            span=_span(table, *extents.of(int(head))),
            head=_span(table, int(head), int(head) + 1),
            kind=MentionKind(MENTIONS[layers.mentions[head]]),
            form=_FORM_OF_TAG.get(UPOS[layers.upos[head]], MentionForm.NOMINAL),
            chain=number,
            probability=round(float(layers.sure[head]), 2),
        )
        for head, number in zip(heads, numbers, strict=True)
    )


def _span(table: WordTable, start: int, end: int) -> Span:
    return Span(int(table.starts[start]), int(table.ends[end - 1]))


class Extents:
    """The words of a mention, by the tree below its head word."""

    def __init__(self, forms: Sequence[str], layers: WordLayers) -> None:
        self._forms, self._layers = forms, layers
        self._dependents = _dependents(layers.heads)

    def of(self, head: int) -> tuple[int, int]:
        """First word and end."""
        words = [head]
        for word in self._dependents.get(head, ()):
            if self._belongs(word, head):
                words += self._below(word)
        first, end = min(words), max(words) + 1
        while first < head and self._forms[first] in _NOT_FIRST:
            first += 1
        return first, end

    def _belongs(self, word: int, head: int) -> bool:
        is_possessive = word > head and XPOS[self._layers.xpos[word]] == "POS"
        return is_possessive or RELATIONS[self._layers.relations[word]] in _BELONGS

    def _below(self, word: int) -> Iterator[int]:
        """A word and all that hang on it; a circle, which no tree has, would end at what was seen."""
        seen, waiting = {word}, [word]
        while waiting:
            current = waiting.pop()
            yield current
            new = [each for each in self._dependents.get(current, ()) if each not in seen]
            seen.update(new)
            waiting += new


def _dependents(heads: Integers) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for word, head in enumerate(heads.tolist()):
        if head != word:
            found.setdefault(head, []).append(word)
    return found
