"""Fit kg/resolution/data/kind_weights.tsv: what a name names.

    python -m training.kinds DATA > kg/resolution/data/kind_weights.tsv

``DATA`` holds ``worldwide-ner/{train,dev}.bio``, ``gum/train``. The names are those that the package
itself finds; what no annotator marked names a thing. A softmax regression, ridge penalty, batch gradient
steps (Adam). The score on worldwide-ner dev goes to standard error.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from kg.domain import Span
from kg.resolution.evidence import evidence
from kg.resolution.names import Name, find_names
from kg.resolution.tokens import Tokens, tokenize
from training.entities import EntityDocument, read_entities
from training.gum import Mention, read_gum
from training.pronouns import CLOSED_GENRES, PlacedDocument

KINDS = ("person", "organization", "place", "thing")
_OF_ENTITY = {"Person": "person", "Organization": "organization", "Location": "place", "Facility": "place"}
_OF_MENTION = {"person": "person", "organization": "organization", "place": "place"}
LEAST_COUNT = 3
LEAST_WEIGHT = 0.05
PENALTY, STEPS, RATE = 1.0, 250, 0.05
_GLUED_BEFORE = frozenset([*".,;:!?%)]’”", "'s", "’s", "n't", "n’t", "'"])
_GLUED_AFTER = frozenset("([“‘$#")
NOTICE = (
    "# Weights of what tells the kind of a name; made by training/kinds.py from worldwide-ner\n"
    "# (https://github.com/stanfordnlp/en-worldwide-newswire) and GUM (annotations CC BY 4.0).\n"
)


@dataclass(frozen=True, slots=True)
class Naming:
    """A name of one document with what tells its kind."""

    features: Mapping[str, float]
    kind: str
    words: str


def newspaper_names(path: Path) -> Iterator[Naming]:
    """The names in one part of worldwide-ner."""
    for document in read_entities(path):
        text, entities = _joined(document)
        yield from _judged(text, entities)


def _joined(document: EntityDocument) -> tuple[str, list[tuple[Span, str]]]:
    """A text with its entities; every other sentence begins a paragraph."""
    text, entities = "", []
    for number, sentence in enumerate(document.sentences):
        places = []
        text += "\n" if number % 2 == 0 else " "
        for place, word in enumerate(sentence.words):
            glued = word in _GLUED_BEFORE or (place and sentence.words[place - 1] in _GLUED_AFTER)
            text += "" if glued or not place else " "
            places.append((len(text), len(text) + len(word)))
            text += word
        entities += [
            (Span(places[each.start][0], places[each.end - 1][1]), _OF_ENTITY.get(each.kind, "thing"))
            for each in sentence.entities
        ]
    return text, entities


def treebank_names(folder: Path) -> Iterator[Naming]:
    """The names in one part of GUM, genres that may not be used commercially left out."""
    for document in read_gum(folder):
        if document.genre not in CLOSED_GENRES:
            placed = PlacedDocument.of(document)
            names = [
                (_name_at(mention, placed), _OF_MENTION.get(mention.kind, "thing"))
                for mention in document.mentions
                if document.tokens[mention.head].upos == "PROPN"
            ]
            yield from _judged(placed.text, names)


def _name_at(mention: Mention, placed: PlacedDocument) -> Span:
    """The head of a mention with the proper nouns that follow it: a name's first word governs the others."""
    tokens, last = placed.document.tokens, mention.head
    while last + 1 < mention.end and tokens[last + 1].upos == "PROPN":
        last += 1
    return Span(placed.starts[mention.head], placed.starts[last] + len(tokens[last].form))


def _judged(text: str, entities: Sequence[tuple[Span, str]]) -> Iterator[Naming]:
    tokens = tokenize(text)
    forms: dict[str, list[Name]] = {}
    for name in find_names(tokens):
        forms.setdefault(name.text, []).append(name)
    for words, names in forms.items():
        kinds = Counter(_kind(name, tokens, entities) for name in names)
        yield Naming(evidence(names, tokens), kinds.most_common(1)[0][0], words)


def _kind(name: Name, tokens: Tokens, entities: Sequence[tuple[Span, str]]) -> str:
    """The kind of what overlaps the name's last word."""
    last = Span(tokens[name.last].start, tokens[name.last].end)
    return next((kind for span, kind in entities if span.overlaps(last)), "thing")


def fit(namings: Sequence[Naming]) -> dict[str, list[float]]:
    """For each feature its weight for each kind."""
    counts = Counter(feature for each in namings for feature in each.features)
    names = sorted(feature for feature, count in counts.items() if count >= LEAST_COUNT)
    weights = _descended(_Cells.of(namings, {name: place for place, name in enumerate(names)}))
    return {
        name: row.round(2).tolist()
        for name, row in zip(names, weights, strict=True)
        if np.abs(row).max() >= LEAST_WEIGHT
    }


@dataclass(frozen=True, slots=True)
class _Cells:
    """A sparse matrix (namings, features) and the kind of each naming."""

    rows: np.ndarray
    columns: np.ndarray
    values: np.ndarray
    kinds: np.ndarray
    width: int

    @classmethod
    def of(cls, namings: Sequence[Naming], column: Mapping[str, int]) -> "_Cells":
        cells = [
            (row, column[feature], value)
            for row, naming in enumerate(namings)
            for feature, value in naming.features.items()
            if feature in column
        ]
        rows, columns, values = (np.array(each) for each in zip(*cells, strict=True))
        kinds = np.array([KINDS.index(each.kind) for each in namings])
        return cls(rows, columns, values, kinds, len(column))

    def scores(self, weights: np.ndarray) -> np.ndarray:
        """(features, kinds) → (namings, kinds)."""
        return self._summed(self.rows, weights[self.columns] * self.values[:, None], len(self.kinds))

    def slopes(self, errors: np.ndarray) -> np.ndarray:
        """(namings, kinds) → (features, kinds)."""
        return self._summed(self.columns, errors[self.rows] * self.values[:, None], self.width)

    @staticmethod
    def _summed(places: np.ndarray, values: np.ndarray, length: int) -> np.ndarray:
        return np.stack([np.bincount(places, column, length) for column in values.T], axis=1)


def _descended(cells: _Cells) -> np.ndarray:
    shape = (cells.width, len(KINDS))
    weights, mean, square = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    wanted = np.eye(len(KINDS))[cells.kinds]
    for step in range(1, STEPS + 1):
        slope = cells.slopes(shares(cells.scores(weights)) - wanted) + PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def shares(scores: np.ndarray) -> np.ndarray:
    """Scores (…, kinds) as probabilities."""
    exponentials = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exponentials / exponentials.sum(axis=-1, keepdims=True)


def report(namings: Iterable[Naming], weights: Mapping[str, Sequence[float]]) -> Iterator[str]:
    """Lines with precision and recall of every kind."""
    counts: Counter[tuple[str, str]] = Counter()
    for each in namings:
        rows = [np.array(weights[name]) * value for name, value in each.features.items() if name in weights]
        counts[each.kind, KINDS[int(np.sum(rows, axis=0).argmax())]] += 1
    for kind in KINDS:
        right = counts[kind, kind]
        given = sum(count for (_, found), count in counts.items() if found == kind)
        wanted = sum(count for (gold, _), count in counts.items() if gold == kind)
        precision, recall = right / max(given, 1), right / max(wanted, 1)
        yield f"{kind}: precision {precision:.1%}, recall {recall:.1%} of {wanted}"


def main() -> None:
    """Read both corpora, fit, report on dev, write the table."""
    data = Path(sys.argv[1])
    seen = [*newspaper_names(data / "worldwide-ner/train.bio"), *treebank_names(data / "gum/train")]
    weights = fit(seen)
    for line in report(newspaper_names(data / "worldwide-ner/dev.bio"), weights):
        print(line, file=sys.stderr)
    print(NOTICE + "\t".join(("feature", *KINDS)))
    for feature in sorted(weights):
        print("\t".join((feature, *(f"{value:g}" for value in weights[feature]))))


if __name__ == "__main__":
    main()
