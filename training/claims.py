"""Fit the weights in kg/resolution/same_claims.py and kg/resolution/rival_numbers.py.

    python -m training.claims

Logistic regression with a ridge penalty on the half of ``benchmarks/claim_pairs.tsv`` that does not check;
the thresholds are chosen there too, by cross-validation. Prints both models as they stand in the code.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from benchmarks.claims import ClaimPair, Label, read_pairs
from kg.encoding import Encode
from kg.reader import load_sentence_encoder
from kg.resolution.claim_nodes import Candidate, nodes_of
from kg.resolution.likeness import features, unshared_words
from kg.resolution.meanings import Meanings
from kg.resolution.rival_numbers import DIFFERENCES_OF_QUESTIONS, exclude_each_other, give_numbers_of_one_kind
from kg.resolution.same_claims import DIFFERENCES, may_be_one

RIDGE, STEPS, FOLDS = 0.1, 50, 8
LIKENESS = (
    "cosine",
    "most cover",
    "alone on both sides",
    "alone on one side",
    "same predicate",
)

ALIASES = ("other names", "other about")
"""They differ also where one actor goes by two names: between claims they are weighed, between questions they
decide."""
RIVALRY = ("numbers", "numbers in one frame", "antonym")

Rows = NDArray[np.float64]


def fit(rows: Rows, right: Rows) -> Rows:
    """Weights by Newton's method, the constant last and without a penalty; ``rows`` (n, features)."""
    table = np.c_[rows, np.ones(len(rows))]
    weights = np.zeros(table.shape[1])
    ridge = np.diag([RIDGE] * rows.shape[1] + [1e-6])
    for _ in range(STEPS):
        sure = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (sure - right) + ridge @ weights
        weights -= np.linalg.solve(table.T @ (table * (sure * (1 - sure))[:, None]) + ridge, slope)
    return weights


def probabilities(rows: Rows, weights: Rows) -> Rows:
    """How sure each row is, (n,)."""
    return np.asarray(1 / (1 + np.exp(-(rows @ weights[:-1] + weights[-1]))))


def held_out(rows: Rows, right: Rows) -> Rows:
    """The probability of each row by weights fitted without it and its fold."""
    fold = np.random.RandomState(1).permutation(len(rows)) % FOLDS
    found = np.zeros(len(rows))
    for each in range(FOLDS):
        found[fold == each] = probabilities(rows[fold == each], fit(rows[fold != each], right[fold != each]))
    return found


def threshold(sure: Rows, right: Rows, bar: "Bar") -> float:
    """The middle of the thresholds that keep the least precision and the least recall."""
    kept = []
    for each in np.arange(0.3, 0.96, 0.01):
        given = sure >= each
        hits = (given & (right > 0)).sum()
        if given.any() and hits / given.sum() >= bar.precision and hits / right.sum() >= bar.recall:
            kept.append(each)
    return round(float(np.mean(kept)), 2) if kept else float("nan")


@dataclass(frozen=True, slots=True)
class Bar:
    """What a threshold has to keep when the examples are held out."""

    precision: float
    recall: float


SAME = Bar(precision=0.95, recall=0.7)
"""Two claims that are read as one cannot be told apart any more."""
QUESTION = Bar(precision=0.9, recall=0.9)
"""Rivals that meet at an issue stay two claims: one that is missed costs more than one too many."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A pair of the table with what comparing it gave."""

    pair: ClaimPair
    features: dict[str, float]
    may_be_one: bool
    """Nothing makes the claims two, however alike their words are."""
    may_be_rivals: bool
    """They are opposed, or their numbers of one kind exclude each other."""


def compare(pair: ClaimPair, encode: Encode) -> Compared:
    """The features of a pair."""
    one, other = nodes_of((pair.one,))[0], nodes_of((pair.other,))[0]
    mine, theirs = pair.one.claim, pair.other.claim
    meanings = Meanings(encode)
    texts = (one.side.text, other.side.text)
    meanings.learn([*texts, *unshared_words(one.side, other.side)])
    meanings.learn(each.quantity.unit for each in (mine, theirs) if each.quantity and each.quantity.unit)
    candidate = Candidate(one, other, meanings.likeness(*texts))
    found = features(one.side, other.side, candidate.cosine, meanings)
    numbers = exclude_each_other(mine.quantity, theirs.quantity) and give_numbers_of_one_kind(
        candidate, meanings
    )
    differ = any(found[difference] for difference in DIFFERENCES) or not may_be_one(candidate, meanings)
    return Compared(pair, found, not differ, numbers or one.is_opposed_to(other))


def for_same_claims(pairs: Iterable[Compared]) -> Iterator[tuple[Compared, bool]]:
    """Those that words decide, and whether they are one claim."""
    return ((each, each.pair.is_same_claim) for each in pairs if each.may_be_one)


def for_questions(pairs: Iterable[Compared]) -> Iterator[tuple[Compared, bool]]:
    """Rivals and the same claims, against rivals in form and others without a number and of one time."""
    for each in pairs:
        numbers, label = each.features["numbers"], each.pair.label
        if any(each.features[difference] for difference in DIFFERENCES_OF_QUESTIONS):
            continue
        if label == Label.TOPIC:
            if each.may_be_rivals or not (numbers or each.features["other time"]):
                yield each, False
        elif label == Label.SAME or each.may_be_rivals:
            yield each, True


def model(examples: Iterable[tuple[Compared, bool]], names: Sequence[str], bar: Bar) -> str:
    """Weights as they stand in the code, with the threshold."""
    known = list(examples)
    rows = np.array([[each.features[name] for name in names] for each, _ in known])
    right = np.array([float(is_right) for _, is_right in known])
    weights = zip((*names, ""), fit(rows, right), strict=True)
    lines = [f'    "{name}": {weight:.2f},' for name, weight in weights]
    return "\n".join(["{", *lines, f"}}\nthreshold {threshold(held_out(rows, right), right, bar)}"])


def main() -> None:
    """Print both models."""
    encode = load_sentence_encoder().encode
    pairs = [compare(pair, encode) for pair in read_pairs() if not pair.checks]
    print(f"same claims {model(for_same_claims(pairs), (*LIKENESS, *ALIASES), SAME)}")
    print(f"questions {model(for_questions(pairs), (*LIKENESS, *RIVALRY), QUESTION)}")


if __name__ == "__main__":
    main()
