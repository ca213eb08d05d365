"""How well the layers beside attributions are read, on development data.

``python -m benchmarks.layers --data DIR``. Texts are put together from the tokens of the data, and what is
read in them is compared in characters, so that nothing depends on how words are cut.

Coreference (GUM, all genres): clusters without those of one mention, as CoNLL-2012 and OntoGUM score; two
mentions are the same if their spans are or, milder, if their head words begin at the same place. Named
entities (worldwide-ner): exact spans of persons, organisations and locations; its words stand apart by one
blank. Trees (GUM): gold tokens and sentences. Predicates, lemmas: ``benchmarks.predicates``.
"""

import argparse
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from benchmarks import predicates
from kg.domain import Article, Reading
from kg.identity import article_id, text_sha256
from kg.reader import Reader
from kg.reader.layers import RELATIONS, UPOS
from kg.reader.weights import WEIGHTS, ReaderWeights, load_weights
from kg.resolution.coreference_scores import Cluster, CoreferenceScore, without_singletons
from kg.scores import Score, percent, percents, score_line
from training.conllu import ROOT
from training.entities import EntityDocument, EntitySpan, entity_scores, read_entities
from training.gum import GumDocument, read_gum
from training.layers import DocumentBuilder
from training.treebanks import ewt_documents, factuality_documents, tree_builder

Read = Callable[[Article], Reading]
GUM = Path("gum") / "dev"
ENTITIES = Path("worldwide-ner") / "dev.bio"
EWT = Path("ewt") / "dev.conllu"
PROPOSITIONS = Path("propbank-ewt") / "dev.jsonl"
FACTUALITY = Path("factuality") / "UW" / "dev.jsonl"


@dataclass(frozen=True, slots=True)
class PlacedTokens:
    """Tokens put together as a text."""

    article: Article
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    """Characters of each token, half-open."""


@dataclass(frozen=True, slots=True)
class CoreferenceMeasure:
    """The scores of all documents, and of each genre's."""

    by_span: CoreferenceScore
    by_head: CoreferenceScore
    by_genre: Mapping[str, CoreferenceScore]
    """By span."""


def coreference(documents: Iterable[GumDocument], read: Read) -> CoreferenceMeasure:
    """Compare the chains that are read with the clusters of the gold."""
    by_span, by_head = CoreferenceScore(), CoreferenceScore()
    by_genre: dict[str, CoreferenceScore] = defaultdict(CoreferenceScore)
    for document in documents:
        placed = gum_text(document)
        mentions = read(placed.article).mentions
        spans = _clusters((each.chain, (each.span.start, each.span.end)) for each in mentions)
        heads = _clusters((each.chain, each.head.start) for each in mentions)
        gold_spans = _clusters(
            (each.cluster, (placed.starts[each.start], placed.ends[each.end - 1]))
            for each in document.mentions
        )
        gold_heads = _clusters((each.cluster, placed.starts[each.head]) for each in document.mentions)
        by_head.add(heads, gold_heads)
        for score in (by_span, by_genre[document.genre]):
            score.add(spans, gold_spans)
    return CoreferenceMeasure(by_span, by_head, by_genre)


def _clusters(numbered: Iterable[tuple[int, Hashable]]) -> list[Cluster]:
    found: dict[int, set[Hashable]] = defaultdict(set)
    for number, mention in numbered:
        found[number].add(mention)
    return without_singletons(map(frozenset, found.values()))


def gum_text(document: GumDocument) -> PlacedTokens:
    """The text of a document; an empty line before each paragraph."""
    return _placed(document.name, tree_builder(document.sentences))


def _placed(name: str, builder: DocumentBuilder) -> PlacedTokens:
    text = "".join(builder.text)
    identifier = article_id(url=None, text=text)
    article = Article(identifier, name, f"{name}.txt", text, text_sha256(text), title=text.partition("\n")[0])
    return PlacedTokens(article, tuple(builder.starts), tuple(builder.ends))


def named_entities(documents: Iterable[EntityDocument], read: Read) -> dict[str, Score]:
    """Compare the names that are read with those of the gold, by kind."""
    return entity_scores(_entities(document, read) for document in documents)


def _entities(document: EntityDocument, read: Read) -> tuple[list[EntitySpan], list[EntitySpan]]:
    """Found and wanted, in characters."""
    builder, wanted = DocumentBuilder(), list[tuple[int, int, str]]()
    for sentence in document.sentences:
        first = builder.add(sentence.words, [True] * len(sentence.words), new_paragraph=False)
        wanted += [(first + each.start, first + each.end - 1, each.kind) for each in sentence.entities]
    placed = _placed(document.name, builder)
    found = [EntitySpan(each.span.start, each.span.end, each.kind) for each in read(placed.article).entities]
    return found, [EntitySpan(placed.starts[start], placed.ends[last], kind) for start, last, kind in wanted]


@dataclass(slots=True)
class TreeScore:
    """Tokens with the right tag, the right head, and the right head with the right relation."""

    tokens: int = 0
    tags: int = 0
    heads: int = 0
    labelled: int = 0


def trees(documents: Iterable[GumDocument], reader: Reader) -> TreeScore:
    """Compare trees over gold tokens and gold sentences; a token that shares a word with another is wrong."""
    score = TreeScore()
    for document in documents:
        _add_trees(score, reader, document)
    return score


def _add_trees(score: TreeScore, reader: Reader, document: GumDocument) -> None:
    built = tree_builder(document.sentences).finish()
    numbers = np.searchsorted(built.bounds, np.arange(len(built.table)), side="right").astype(np.int32)
    layers = reader.layers(replace(built.table, sentences=numbers))
    word_of = built.anchors.tolist()
    for sentence in document.sentences:
        for place, token in enumerate(sentence.tokens):
            word = word_of[sentence.start + place]
            head = word if token.head == ROOT else word_of[sentence.start + token.head]
            attached = int(layers.heads[word]) == head
            score.tokens += 1
            score.tags += UPOS[layers.upos[word]] == token.upos
            score.heads += attached
            score.labelled += attached and RELATIONS[layers.relations[word]] == token.deprel


def trees_report(score: TreeScore) -> str:
    """The shares of right tokens as a line for people."""
    tags, unlabelled, labelled = (
        percent(right / score.tokens) for right in (score.tags, score.heads, score.labelled)
    )
    return f"trees: tags {tags}  UAS {unlabelled}  LAS {labelled}"


def coreference_report(measure: CoreferenceMeasure) -> str:
    """The scores as lines for people."""
    lines = [
        line
        for name, score in (("by span", measure.by_span), ("by head", measure.by_head))
        for line in (
            f"coreference, mentions {name}: CoNLL F1 {percent(score.conll_f1)}",
            score_line("  mentions", percents(score.mentions)),
            score_line("  MUC", percents(score.muc)),
            score_line("  B-cubed", percents(score.b_cubed)),
            score_line("  CEAF-e", percents(score.ceaf_e)),
        )
    ]
    genres = [
        f"  {genre:<16}CoNLL F1 {percent(score.conll_f1):>5}" for genre, score in measure.by_genre.items()
    ]
    return "\n".join(lines + genres)


def entities_report(scores: Mapping[str, Score]) -> str:
    """The scores as lines for people."""
    return "\n".join(score_line(f"entities, {kind}", percents(score)) for kind, score in scores.items())


def main() -> None:
    """Score what the reader of this package sees."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with gum/, worldwide-ner/ and more")
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="folder of weights")
    parser.add_argument("--only", action="append", choices=MEASURES, help="this measure; may be repeated")
    arguments = parser.parse_args()
    weights = load_weights(arguments.weights)
    for name in arguments.only or MEASURES:
        print(MEASURES[name](weights, arguments.data))


MEASURES: Mapping[str, Callable[[ReaderWeights, Path], str]] = {
    "entities": lambda weights, data: entities_report(
        named_entities(read_entities(data / ENTITIES), Reader(weights).read)
    ),
    "trees": lambda weights, data: trees_report(trees(read_gum(data / GUM), Reader(weights))),
    "lemmas": lambda weights, data: predicates.lemmas_report(
        predicates.lemmas(read_gum(data / GUM), Reader(weights))
    ),
    "arguments": lambda weights, data: predicates.arguments_report(
        predicates.arguments(ewt_documents(data / EWT, data / PROPOSITIONS), weights)
    ),
    "factuality": lambda weights, data: predicates.factuality_report(
        predicates.factuality(factuality_documents(data / FACTUALITY), Reader(weights))
    ),
    "coreference": lambda weights, data: coreference_report(
        coreference(read_gum(data / GUM), Reader(weights).read)
    ),
}
"""Name of a measure to its lines for people."""


if __name__ == "__main__":
    main()
