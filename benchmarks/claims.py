"""How well contents are linked: the same claim, rival numbers, denials, and what is only of one topic.

``python -m benchmarks.claims`` reads ``claim_pairs.tsv``, pairs of contents as news would write them, made up
for this purpose, links each pair by itself and prints what was found, for both halves of the table. Weights
and thresholds were fitted on the first half only (``python -m training.claims``); the other checks them.
"""

import datetime
import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from kg.domain import Assertion, Claim, Polarity, Quantity, Span
from kg.encoding import Encode
from kg.identity import actor_id, claim_id, issue_id
from kg.resolution.content_links import link_contents
from kg.resolution.labels import is_self_contained
from kg.resolution.meanings import Meanings
from kg.resolution.rival_numbers import exclude_each_other
from kg.resolution.wordings import wording
from kg.scores import Score, percent

TABLE = Path(__file__).with_name("claim_pairs.tsv")
DAY = datetime.date(2025, 3, 3)


class Label(StrEnum):
    """What two contents are to each other."""

    SAME = "same"
    RIVAL = "rival-number"
    DENIAL = "denial"
    PART_DENIED = "part-denied"
    """The other denies a part of what the one says: not the same claim, but a denial all the same."""
    TOPIC = "topic-only"


FOUND = (Label.SAME, Label.RIVAL, Label.DENIAL)
"""What linking tells apart."""


@dataclass(frozen=True, slots=True)
class ClaimPair:
    """Two contents, as two statements of different speakers assert them."""

    label: Label
    one: Assertion
    other: Assertion
    checks: bool
    """Whether it belongs to the half that nothing was fitted on."""

    @property
    def is_same_claim(self) -> bool:
        """Whether the claims are one; a denial in so many words denies the same claim."""
        denied = self.label == Label.DENIAL and self.other.polarity == Polarity.DENIES
        return self.label == Label.SAME or denied

    @property
    def wanted(self) -> Label:
        """What linking should find: it does not say how much of a claim is denied."""
        return Label.DENIAL if self.label == Label.PART_DENIED else self.label


def read_pairs(table: Path = TABLE) -> tuple[ClaimPair, ...]:
    """The pairs of the table; a hash of the line decides to which half it belongs."""
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    return tuple(_pair(line) for line in lines)


def _pair(line: str) -> ClaimPair:
    label, one, about_one, verb_one, number_one, other, polarity, about_other, verb_other, number_other = (
        line.split("\t")
    )
    return ClaimPair(
        Label(label),
        _assertion("one", Polarity.AFFIRMS, _claim(one, about_one, verb_one, number_one)),
        _assertion("other", Polarity(polarity), _claim(other, about_other, verb_other, number_other)),
        bool(hashlib.sha256(line.encode()).digest()[-1] % 2),
    )


def _assertion(name: str, polarity: Polarity, claim: Claim) -> Assertion:
    return Assertion("article", f"statement {name}", (f"speaker {name}",), polarity, claim, DAY)


def _claim(label: str, about: str, predicate: str, number: str) -> Claim:
    names = tuple(actor_id(name.replace("-", " ")) for name in about.split())
    quantity = _quantity(number) if number else None
    words = wording(label, predicate).words
    issue = issue_id(predicate, tuple(about.split()), quantity.unit, *words) if quantity else None
    whole = is_self_contained(label, named=bool(names))
    claim = claim_id(label, statement=None if whole else "its own")
    return Claim(claim, label, names, predicate=predicate, quantity=quantity, issue=issue)


def _quantity(words: str) -> Quantity:
    """``12000 troop``, ``~10000 troop``, ``>=40 person``, ``<=35 drone``, ``5..7 day``."""
    number, _, unit = words.partition(" ")
    least, _, most = number.lstrip("~<>=").partition("..")
    return Quantity(
        None if number.startswith("<=") else Decimal(least),
        None if number.startswith(">=") else Decimal(most or least),
        unit,
        number.startswith("~"),
        Span(0, 1),
    )


@dataclass(frozen=True, slots=True)
class Found:
    """What linking makes of a pair."""

    same: bool
    opposes: bool
    """Whether the one contradicts the other, or entails what is denied of it."""
    one_issue: bool

    def fits(self, pair: ClaimPair) -> Iterator[Label]:
        """The labels that were found for the pair."""
        opposed = pair.one.polarity != pair.other.polarity
        if self.same and not opposed:
            yield Label.SAME
        if self.opposes or (opposed and (self.same or self.one_issue)):
            yield Label.DENIAL
        if self.one_issue and exclude_each_other(pair.one.claim.quantity, pair.other.claim.quantity):
            yield Label.RIVAL


def find(pair: ClaimPair, encode: Encode) -> Found:
    """Link the two contents of a pair, and nothing else."""
    links = link_contents((pair.one, pair.other), (), (), Meanings(encode))
    opposes = bool(links.contradictions or links.entailments)
    return Found(bool(links.claims), opposes, _answer_one_question(pair) or bool(links.issues))


def _answer_one_question(pair: ClaimPair) -> bool:
    """Whether the two have one issue before anything is linked."""
    mine, theirs = pair.one.claim.issue, pair.other.claim.issue
    return mine is not None and mine == theirs


@dataclass(frozen=True, slots=True)
class HalfScores:
    """The scores of one half of the table."""

    same_claim: Score
    """Merged or not, whatever the polarity."""
    by_label: dict[Label, Score]


def score(pairs: Iterable[ClaimPair], encode: Encode) -> HalfScores:
    """Precision and recall of what is found."""
    scores = HalfScores(Score(), {label: Score() for label in FOUND})
    for pair in pairs:
        found = find(pair, encode)
        scores.same_claim.count(found.same and pair.is_same_claim, found.same, pair.is_same_claim)
        labels = set(found.fits(pair))
        for label, counted in scores.by_label.items():
            counted.count(label in labels and label == pair.wanted, label in labels, label == pair.wanted)
    return scores


def report(scores: HalfScores) -> str:
    """The scores of one half as lines for people."""
    rows: dict[str, Score] = {
        "same claim, affirmed or denied": scores.same_claim,
        **{str(label): each for label, each in scores.by_label.items()},
    }
    return "\n".join(
        f"  {name:<32}precision {percent(each.precision):>5}  recall {percent(each.recall):>5}"
        f"  ({each.right_given:.0f} right of {each.given:.0f} found, {each.wanted:.0f} wanted)"
        for name, each in rows.items()
    )


def main() -> None:
    """Print the scores of both halves."""
    from kg.reader import load_sentence_encoder

    encode, pairs = load_sentence_encoder().encode, read_pairs()
    for checks, name in ((False, "fitted on"), (True, "not fitted on")):
        half: Sequence[ClaimPair] = [pair for pair in pairs if pair.checks == checks]
        print(f"{len(half)} pairs, {name}:\n{report(score(half, encode))}")


if __name__ == "__main__":
    main()
