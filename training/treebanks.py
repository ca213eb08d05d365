"""The treebanks as documents of the reader's words with layers."""

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path

import numpy as np

from kg.reader.layers import PART
from training.conllu import ROOT, Sentence, TreeDocument, read_conllu
from training.entities import EntityDocument, read_entities
from training.gum import GumDocument, read_gum
from training.layers import (
    ARGUMENT_NUMBERS,
    ENTITY_NUMBERS,
    IGNORED,
    MENTION_NUMBERS,
    NO_CLUSTER,
    RELATION_NUMBERS,
    UPOS_NUMBERS,
    XPOS_NUMBERS,
    Anchored,
    DocumentBuilder,
    LayeredDocument,
)

NON_COMMERCIAL = frozenset({"essay", "letter", "podcast", "fiction", "whow"})
"""Genres of GUM whose texts are for non-commercial use: no weights that ship may be made of them."""
Arguments = Mapping[int, tuple[tuple[int, int, str], ...]]
"""Of a sentence: predicate token → first token, end and role of each argument."""


def gum_documents(folder: Path) -> Iterator[LayeredDocument]:
    """Trees, mentions and coreference of the genres that may be used."""
    for document in read_gum(folder):
        if document.genre not in NON_COMMERCIAL:
            yield _gum_document(document)


def _gum_document(document: GumDocument) -> LayeredDocument:
    built = tree_builder(document.sentences).finish()
    count = len(document.tokens)
    kinds, clusters = np.zeros(count, dtype=np.int32), np.full(count, NO_CLUSTER, dtype=np.int32)
    for mention in reversed(document.mentions):  # outer mentions come first and so win at a shared head
        kinds[mention.head] = MENTION_NUMBERS[mention.kind]
        clusters[mention.head] = mention.cluster
    return built.document(
        **_tree(document.sentences, built),
        mentions=built.spread(kinds, 0),
        clusters=built.spread(clusters, NO_CLUSTER),
    )


def ewt_documents(trees: Path, propositions: Path) -> Iterator[LayeredDocument]:
    """Trees of web text with the predicates and arguments of the sentences that have them."""
    known = _read_propositions(propositions)
    for tree in read_conllu(trees):
        yield _ewt_document(tree, known)


def _ewt_document(tree: TreeDocument, propositions: Mapping[tuple[str, ...], Arguments]) -> LayeredDocument:
    built = tree_builder(tree.sentences).finish()
    predicates, arguments = list[int](), set[tuple[int, int, int]]()
    for sentence in tree.sentences:
        found = propositions.get(tuple(token.form for token in sentence.tokens))
        predicates += [IGNORED if found is None else place in found for place in range(len(sentence.tokens))]
        for predicate, head, role in _argument_heads(sentence, found or {}):
            words = built.anchors[sentence.start + predicate], built.anchors[sentence.start + head]
            arguments.add((int(words[0]), int(words[1]), role))
    return built.document(
        **_tree(tree.sentences, built),
        predicates=built.spread(predicates, 0),
        arguments=tuple(sorted(arguments)),
    )


def _argument_heads(sentence: Sentence, propositions: Arguments) -> Iterator[tuple[int, int, int]]:
    """Predicate, word, role: the words of an argument's span that something outside it governs."""
    for predicate, arguments in propositions.items():
        for start, end, role in arguments:
            for word in range(start, end):
                if not start <= sentence.tokens[word].head < end:
                    yield predicate, word, _role_number(role)


def _role_number(role: str) -> int:
    """Parts that go on (``C-``) or refer (``R-``) count as the argument itself; rare roles as OTHER."""
    plain = role.removeprefix("C-").removeprefix("R-").removeprefix("ARGM-")
    return ARGUMENT_NUMBERS.get(plain, ARGUMENT_NUMBERS["OTHER"])


def _read_propositions(path: Path) -> dict[tuple[str, ...], Arguments]:
    found: dict[tuple[str, ...], Arguments] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        sentence = json.loads(line)
        found[tuple(sentence["tokens"])] = {
            each["index"]: tuple((start, end, role) for role, start, end in each["args"])
            for each in sentence["predicates"]
        }
    return found


def entity_documents(path: Path) -> Iterator[LayeredDocument]:
    """Named entities of newspapers; a sentence in five begins a paragraph, since the file knows none."""
    for document in read_entities(path):
        yield _entity_document(document)


def _entity_document(document: EntityDocument) -> LayeredDocument:
    builder, entities = DocumentBuilder(), []
    for number, sentence in enumerate(document.sentences):
        first = builder.add(
            [_clean(word) for word in sentence.words],
            [True] * len(sentence.words),
            new_paragraph=number % 5 == 0,
        )
        entities += [(first + each.start, first + each.end, each.kind) for each in sentence.entities]
    built = builder.finish()
    labels = np.zeros(len(built.table), dtype=np.int32)
    ends = np.append(built.anchors, len(built.table))
    for start, end, kind in entities:
        labels[ends[start] : ends[end]] = ENTITY_NUMBERS[f"I-{kind}"]
        labels[ends[start]] = ENTITY_NUMBERS[f"B-{kind}"]
    return built.document(entities=labels)


def factuality_documents(path: Path) -> Iterator[LayeredDocument]:
    """Sentences with the factuality of some predicates, those of one file together."""
    sentences = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    for _, group in groupby(sentences, key=lambda each: each["file_idx"]):
        builder, values = DocumentBuilder(), list[tuple[int, float]]()
        for sentence in group:
            forms = [_clean(form) for form in sentence["text"].split(" ") if form]
            first = builder.add(forms, [True] * len(forms), new_paragraph=False)
            values += [(first + each["span1"][0], each["label"]) for each in sentence["targets"]]
        built = builder.finish()
        factuality = np.full(len(built.table), np.nan, dtype=np.float32)
        for token, value in values:
            factuality[built.anchors[token]] = value
        yield built.document(factuality=factuality)


def _clean(form: str) -> str:
    """Without white space, which some tokens of the files hold."""
    return "".join(form.split()) or "_"


def tree_builder(sentences: Sequence[Sentence]) -> DocumentBuilder:
    """The text of a document, token by token."""
    builder, paragraph = DocumentBuilder(), -1
    for sentence in sentences:
        builder.add(
            [_clean(token.form) for token in sentence.tokens],
            [token.space_after for token in sentence.tokens],
            new_paragraph=sentence.paragraph != paragraph,
        )
        paragraph = sentence.paragraph
    return builder


def _tree(sentences: Sequence[Sentence], built: Anchored) -> dict[str, np.ndarray]:
    """Tags, heads and relations; a word that continues a token hangs on the word before it."""
    tokens = [
        (sentence.start, place, token)
        for sentence in sentences
        for place, token in enumerate(sentence.tokens)
    ]
    heads = [start + (place if token.head == ROOT else token.head) for start, place, token in tokens]
    of_words = built.spread(built.anchors[heads], -1)
    before = np.arange(len(built.table), dtype=np.int32) - 1
    part = UPOS_NUMBERS[PART]
    return {
        "upos": built.spread([UPOS_NUMBERS[token.upos] for *_, token in tokens], part),
        "xpos": built.spread([XPOS_NUMBERS.get(token.xpos, part) for *_, token in tokens], part),
        "heads": np.where(of_words < 0, before, of_words).astype(np.int32),
        "relations": built.spread(
            [RELATION_NUMBERS.get(token.deprel, RELATION_NUMBERS["dep"]) for *_, token in tokens], part
        ),
    }
