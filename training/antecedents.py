"""Fit kg/resolution/data/antecedent_weights.tsv: which candidate a pronoun means.

    python -m training.antecedents DATA > kg/resolution/data/antecedent_weights.tsv

``DATA`` holds ``gum/{train,dev}``, ``gap/{train,dev}.tsv`` and ``litbank-coref/{train,dev}``. A log-linear
model over features that name themselves, one weight each, for each number of the pronoun; marginal
likelihood where several candidates may be right, ridge penalty, batch gradient steps (Adam). Scores on the
dev parts go to standard error.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from kg.reader import load_reader
from kg.resolution.pronouns import Number
from training.pronouns import (
    CLOSED_GENRES,
    Pronoun,
    gap_pronouns,
    gum_pronouns,
    litbank_pronouns,
)

LEAST_COUNT = 8
"""Features seen less often among the candidates are left out."""
PENALTY, STEPS, RATE = 2.0, 400, 0.05
SHARES = {"gap": 0.5, "litbank": 0.1}
"""Weight of a pronoun of GAP, an encyclopaedia, and of LitBank, fiction, against one of GUM."""
NUMBERS = (Number.ONE, Number.MANY, Number.THING, Number.ROLE, Number.BODY)
NOTICE = (
    "# Weights of what tells whom a pronoun means, by the number of the pronoun; made by\n"
    "# training/antecedents.py from GUM (annotations CC BY 4.0, https://gucorpling.org/gum), GAP\n"
    "# (Apache-2.0) and LitBank (CC BY 4.0, https://github.com/dbamman/litbank).\n"
)


class Model:
    """Weights of one number."""

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights

    def shares(self, pronoun: Pronoun) -> np.ndarray:
        """Probabilities of the candidates and, last, of nobody."""
        rows = (*pronoun.candidates, pronoun.nobody)
        scores = np.array([sum(self.weights.get(each, 0.0) for each in row) for row in rows])
        exponentials = np.exp(scores - scores.max())
        return exponentials / exponentials.sum()


def fit(pronouns: Sequence[Pronoun]) -> Model:
    """The weights that make the right candidates of ``pronouns`` likely."""
    usable = [each for each in pronouns if each.right and each.candidates]
    counts = Counter(word for each in usable for row in (*each.candidates, each.nobody) for word in row)
    names = sorted(word for word, count in counts.items() if count >= LEAST_COUNT)
    column = {word: place for place, word in enumerate(names)}
    rows, groups, right, weight = _matrix(usable, column)
    return Model(dict(zip(names, _descended(rows, groups, right, weight).round(3).tolist(), strict=True)))


def _matrix(
    pronouns: Sequence[Pronoun], column: dict[str, int]
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Rows of features (candidates, features), and for each row its pronoun, rightness and weight."""
    rows, groups, right, weight = [], [], [], []
    for number, pronoun in enumerate(pronouns):
        for place, words in enumerate((*pronoun.candidates, pronoun.nobody)):
            row = np.zeros(len(column), dtype=np.float32)
            row[[column[word] for word in words if word in column]] = 1
            rows.append(row)
            groups.append(number)
            right.append(place in pronoun.right)
            weight.append(SHARES.get(pronoun.genre, 1.0))
    return np.stack(rows), np.array(groups), np.array(right), np.array(weight, dtype=np.float32)


def _descended(rows: np.ndarray, groups: np.ndarray, right: np.ndarray, weight: np.ndarray) -> np.ndarray:
    weights, mean, square = (np.zeros(rows.shape[1], dtype=np.float64) for _ in range(3))
    for step in range(1, STEPS + 1):
        shares = _softmax(rows @ weights, groups)
        wanted = _softmax(np.where(right, rows @ weights, -np.inf), groups)
        slope = rows.T @ ((shares - wanted) * weight) + PENALTY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def _softmax(scores: np.ndarray, groups: np.ndarray) -> np.ndarray:
    highest = np.full(groups[-1] + 1, -np.inf)
    np.maximum.at(highest, groups, scores)
    exponentials = np.exp(scores - highest[groups])
    return exponentials / np.bincount(groups, exponentials)[groups]


def report(name: str, pronouns: Iterable[Pronoun], models: dict[Number, Model]) -> Iterator[str]:
    """Lines with the share of right antecedents among those wanted, and how sure the model was."""
    judged: dict[str, list[tuple[float, bool]]] = {}
    for each in pronouns:
        if each.wanted and each.number in models:
            shares = models[each.number].shares(each)
            best = int(shares[:-1].argmax()) if each.candidates else -1
            sure = float(shares[best]) if each.candidates else 0.0
            kind = f"{each.number}{' as a source' * each.is_source}"
            judged.setdefault(kind, []).append((sure, best in each.right))
    for kind, found in sorted(judged.items()):
        sure, right = (np.array(column, dtype=float) for column in zip(*found, strict=True))
        yield f"{name} {kind}: {right.mean():.1%} of {len(found)} right, {sure.mean():.1%} expected"


def _unlearned(pronoun: Pronoun) -> Pronoun:
    """A pronoun of GUM train without chains where these are too good: the network has learned from it.

    For "he" and "she" 83 % are right there and 68 % on dev; for the others no difference is seen.
    """
    return pronoun.without_chains() if pronoun.number == Number.ONE else pronoun


def main() -> None:
    """Read both corpora, fit, report on dev, write the table."""
    data, read = Path(sys.argv[1]), load_reader().read
    train = [
        _unlearned(each) for each in gum_pronouns(data / "gum/train", read) if each.genre not in CLOSED_GENRES
    ]
    train += gap_pronouns(data / "gap/train.tsv", read)
    train += litbank_pronouns(data / "litbank-coref/train", read)
    models = {number: fit([each for each in train if each.number == number]) for number in NUMBERS}
    for name, pronouns in (
        ("GUM dev", gum_pronouns(data / "gum/dev", read)),
        ("GAP dev", gap_pronouns(data / "gap/dev.tsv", read)),
        ("LitBank dev", litbank_pronouns(data / "litbank-coref/dev", read)),
    ):
        for line in report(name, pronouns, models):
            print(line, file=sys.stderr)
    print(NOTICE + "\t".join(("feature", *NUMBERS)))
    for feature in sorted({word for model in models.values() for word in model.weights}):
        values = [models[number].weights.get(feature) for number in NUMBERS]
        print("\t".join((feature, *("" if each is None else f"{each:g}" for each in values))))


if __name__ == "__main__":
    main()
