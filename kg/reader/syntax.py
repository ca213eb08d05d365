"""The words of a text as records: lemma, tags, place in the tree, and what the predicates among them tell."""

from collections.abc import Iterator, Sequence

import numpy as np

from kg.domain import Argument, Predicate, Span, Word
from kg.reader.features import WordTable
from kg.reader.layers import ARGUMENTS, PART, RELATIONS, UPOS, XPOS
from kg.reader.lemmas import lemma
from kg.reader.word_layers import WordLayers

_PART = UPOS.index(PART)
_TAG_OF_PART = "X"
_NO_TAG = ""
_FINE_TAGS = tuple(_NO_TAG if tag == PART else tag for tag in XPOS)
_RELATIONS_OF_TOKENS = tuple("dep" if relation == PART else relation for relation in RELATIONS)


def words(table: WordTable, layers: WordLayers) -> tuple[Word, ...]:
    """A record for each word; the first of a token's words has the lemma of the whole token."""
    return tuple(_words(table, layers))


def _words(table: WordTable, layers: WordLayers) -> Iterator[Word]:
    forms, tags = table.forms, layers.upos.tolist()
    first_sentence = int(table.sentences[0]) if len(table) else 0
    columns = (array.tolist() for array in (layers.xpos, layers.heads, layers.relations))
    places = (array.tolist() for array in (table.starts, table.ends, table.sentences))
    rows = zip(tags, *columns, *places, strict=True)
    for word, (tag, fine_tag, head, relation, start, end, sentence) in enumerate(rows):
        span, number = Span(start, end), sentence - first_sentence
        if tag == _PART:
            yield Word(span, forms[word].lower(), _TAG_OF_PART, _NO_TAG, head, PART, number)
        else:
            base = lemma(_token(forms, tags, word), _FINE_TAGS[fine_tag])
            names = UPOS[tag], _FINE_TAGS[fine_tag], head, _RELATIONS_OF_TOKENS[relation]
            yield Word(span, base, *names, number)


def _token(forms: Sequence[str], tags: Sequence[int], word: int) -> str:
    """A word with those that continue its token."""
    end = word + 1
    while end < len(tags) and tags[end] == _PART:
        end += 1
    return forms[word] if end == word + 1 else "".join(forms[word:end])


def predicates(layers: WordLayers) -> tuple[Predicate, ...]:
    """The predicates with their arguments, both by word."""
    found: dict[int, list[Argument]] = {int(word): [] for word in np.flatnonzero(layers.predicates)}
    for predicate, word, role in sorted(each for some in layers.arguments for each in some.tolist()):
        found[predicate].append(Argument(word, ARGUMENTS[role]))
    return tuple(
        Predicate(word, tuple(arguments), round(float(layers.factuality[word]), 2))
        for word, arguments in found.items()
    )
