"""How well predicates, their arguments, factuality and lemmas are read, on development data.

Part of ``python -m benchmarks.layers --data DIR``.

Arguments (propbank-ewt): the reader's own trees over gold tokens and sentences; right is the predicate, the
word that heads the argument (a word of its span that something outside governs, in the gold tree) and the
role, ``C-`` and ``R-`` counted as the role itself and rare roles as one. Once with the predicates that are
read, once with those of the gold. Factuality (UW): Pearson's r over the words that are annotated. Lemmas
(GUM): share of right ones, with the tags that are read and with gold tags.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from kg.reader import Reader
from kg.reader.layers import ARGUMENTS
from kg.reader.lemmas import lemma
from kg.reader.syntax import words
from kg.reader.weights import ReaderWeights
from kg.reader.word_layers import WordLayers
from kg.scores import Score, percent, percents, score_line
from training.frozen import sentences_of
from training.gum import GumDocument
from training.layers import LayeredDocument
from training.make_lemmas import UNKNOWN, tokens_as_read
from training.treebanks import tree_builder

_CERTAIN = 1e9


@dataclass(frozen=True, slots=True)
class ArgumentMeasure:
    """The scores over all documents."""

    predicates: Score = field(default_factory=Score)
    arguments: Score = field(default_factory=Score)
    """Of the predicates that are read."""
    of_gold: Score = field(default_factory=Score)
    """Of the predicates of the gold."""
    by_role: Mapping[str, Score] = field(default_factory=lambda: {role: Score() for role in ARGUMENTS[1:]})
    """As ``arguments``."""


def arguments(documents: Iterable[LayeredDocument], weights: ReaderWeights) -> ArgumentMeasure:
    """Compare what is read in the sentences whose predicates are annotated."""
    reader, told = Reader(weights), Reader(_all_predicates(weights))
    measure = ArgumentMeasure()
    for document in documents:
        table, known = sentences_of(document), document.layers.predicates
        gold, layers = set(document.layers.arguments), reader.layers(table)
        predicates = set(np.flatnonzero(known == 1).tolist())
        seen = set(np.flatnonzero((layers.predicates == 1) & (known >= 0)).tolist())
        found = {each for each in _triples(layers) if each[0] in seen}
        of_gold = {each for each in _triples(told.layers(table)) if each[0] in predicates}
        _count(measure.predicates, seen, predicates)
        _count(measure.arguments, found, gold)
        _count(measure.of_gold, of_gold, gold)
        for number, role in enumerate(ARGUMENTS[1:], start=1):
            mine, theirs = ({each for each in some if each[2] == number} for some in (found, gold))
            _count(measure.by_role[role], mine, theirs)
    return measure


def _all_predicates(weights: ReaderWeights) -> ReaderWeights:
    """Weights that take every word for a predicate, so that arguments of all that may be given are read."""
    certain = np.array([-_CERTAIN, _CERTAIN], dtype=np.float32)
    return replace(weights, heads={**weights.heads, "layers.predicates.bias": certain})


def _triples(layers: WordLayers) -> set[tuple[int, int, int]]:
    """Predicate, word, role."""
    return {(predicate, word, role) for some in layers.arguments for predicate, word, role in some.tolist()}


def _count(score: Score, found: set[object], gold: set[object]) -> None:
    score.count(len(found & gold), len(found), len(gold))


def factuality(documents: Iterable[LayeredDocument], reader: Reader) -> float:
    """Pearson's r of what is read and what is annotated."""
    read, gold = list[float](), list[float]()
    for document in documents:
        known = ~np.isnan(document.layers.factuality)
        read += reader.layers(sentences_of(document)).factuality[known].tolist()
        gold += document.layers.factuality[known].tolist()
    return float(np.corrcoef(read, gold)[0, 1])


@dataclass(slots=True)
class LemmaScore:
    """Tokens, and those with the right lemma."""

    tokens: int = 0
    of_gold_tags: int = 0
    read: int = 0


def lemmas(documents: Iterable[GumDocument], reader: Reader) -> LemmaScore:
    """Compare lemmas, but for the tokens that the treebank gives none."""
    score = LemmaScore()
    for document in documents:
        built = tree_builder(document.sentences).finish()
        read = words(built.table, reader.layers(built.table))
        for seen in tokens_as_read(document.sentences):
            if seen.token.lemma != UNKNOWN:
                score.tokens += 1
                score.of_gold_tags += lemma(seen.form, seen.token.xpos) == seen.token.lemma
                score.read += read[seen.word].lemma == seen.token.lemma
    return score


def arguments_report(measure: ArgumentMeasure) -> str:
    """The scores as lines for people."""
    named = {
        "predicates": measure.predicates,
        "arguments": measure.arguments,
        "  of gold ones": measure.of_gold,
        **{f"  {role}": score for role, score in measure.by_role.items()},
    }
    return "\n".join(score_line(name, percents(score)) for name, score in named.items())


def factuality_report(correlation: float) -> str:
    """Pearson's r as a line for people."""
    return f"factuality: r {correlation:.3f}"


def lemmas_report(score: LemmaScore) -> str:
    """The shares of right lemmas as a line for people."""
    with_gold, read = (percent(right / score.tokens) for right in (score.of_gold_tags, score.read))
    return f"lemmas: {read}  with gold tags {with_gold}"
