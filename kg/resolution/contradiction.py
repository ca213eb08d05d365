"""Whether two claims exclude each other because the one says a word and the other its opposite."""

from kg.resolution.claim_nodes import Candidate
from kg.resolution.likeness import antonyms_between, features, probability
from kg.resolution.meanings import Meanings
from kg.resolution.person_names import Evidence
from kg.resolution.same_claims import DIFFERENCES, LEAST_SAME, WEIGHTS, may_be_one

_TABLE = 0.9
"""How often two words of the table of antonyms exclude each other, of the same thing at the same time."""


def contradiction(pair: Candidate, meanings: Meanings) -> Evidence | None:
    """The evidence that two claims contradict each other: but for a word and its opposite they are one."""
    one, other = pair.one.side, pair.other.side
    opposites = antonyms_between(one.wording, other.wording)
    if not opposites or not may_be_one(pair, meanings) or not _share_a_participant(pair):
        return None
    rest = (one.without(word for word, _ in opposites), other.without(word for _, word in opposites))
    found = features(*rest, pair.cosine, meanings) | {"same predicate": 1.0}
    if any(found[difference] for difference in DIFFERENCES if difference != "antonym"):
        return None
    sure = probability(found, WEIGHTS)
    words = ", ".join(f"{mine} – {theirs}" for mine, theirs in opposites)
    return Evidence(round(sure * _TABLE, 4), f"opposites: {words}") if sure >= LEAST_SAME else None


def _share_a_participant(pair: Candidate) -> bool:
    """Whether both speak of one actor or name, or stand in one article."""
    one, other = pair.one, pair.other
    return one.side.shares_a_name(other.side) or len(one.articles | other.articles) == 1
