"""Whether two claims are the same, whoever affirms or denies them."""

from kg.domain import Polarity, Quantity
from kg.resolution.claim_nodes import LEAST_LIKENESS, Candidate, Node
from kg.resolution.likeness import MATCHED, partners, probability
from kg.resolution.meanings import Meanings
from kg.resolution.person_names import Evidence
from kg.resolution.rival_numbers import are_of_one_kind

WEIGHTS = {
    "cosine": 3.47,
    "most cover": 4.88,
    "alone on both sides": -0.27,
    "alone on one side": -1.29,
    "same predicate": 0.75,
    "other names": -4.69,
    "other about": -4.50,
    "": -4.89,
}
"""Of the features of ``likeness``; fitted, as the threshold, by ``python -m training.claims``."""
_LEAST_TERMS = 2
"""Words with a partner, and an actor or name, that two claims must share: one alone is a topic."""
LEAST_SAME = 0.74
"""From which on two claims are read as one."""
DIFFERENCES = (
    "changed places",
    "other dates",
    "other figures",
    "other quantifiers",
    "other time",
    "only if",
    "antonym",
)
"""Features of which one makes two claims of two wordings, however alike they are."""


def same_claim(pair: Candidate, found: dict[str, float], meanings: Meanings) -> Evidence | None:
    """The evidence that two claims are one, however weak; None if something makes them two.

    Words that say nothing of a thing ("Mr. Cole") are no claim that another could make, too; nor are two
    claims one for a single word that they share ("his death").
    """
    if not (pair.one.claim.predicate and pair.other.claim.predicate):
        return None
    if any(found[difference] for difference in DIFFERENCES) or not may_be_one(pair, meanings):
        return None
    if pair.cosine < LEAST_LIKENESS or _shared_terms(pair, meanings) < _LEAST_TERMS:
        return None
    sure = probability(found, WEIGHTS)
    return Evidence(sure, f"same claim: {told(pair)}")


def may_be_one(pair: Candidate, meanings: Meanings) -> bool:
    """Whether nothing but their words speaks against two claims being one."""
    one, other = pair.one, pair.other
    return (
        have_equal_quantities(one.claim.quantity, other.claim.quantity, meanings)
        and not _contradict_themselves(one, other)
        and mean_the_same_everywhere(one, other)
    )


def have_equal_quantities(one: Quantity | None, other: Quantity | None, meanings: Meanings) -> bool:
    """Whether two claims give no number, or the same number of the same."""
    if one is None or other is None:
        return one is other
    return (one.least, one.most) == (other.least, other.most) and are_of_one_kind(one, other, meanings)


def _shared_terms(pair: Candidate, meanings: Meanings) -> int:
    """How many words have a partner in the other claim, and one more if both are about one actor or name."""
    one, other = pair.one.side, pair.other.side
    words = (
        partners(mine.wording, theirs.wording, meanings) for mine, theirs in ((one, other), (other, one))
    )
    return min(sum(likeness >= MATCHED for likeness in each) for each in words) + one.shares_a_name(other)


def told(pair: Candidate) -> str:
    """The likeness of two claims in words."""
    shared = sorted(pair.one.side.wording.words.keys() & pair.other.side.wording.words.keys())
    words = f"; both say {' '.join(pair.one.side.wording.words[each] for each in shared)}" if shared else ""
    return f"wordings are alike by {pair.cosine:.2f}{words}"


def mean_the_same_everywhere(one: Node, other: Node) -> bool:
    """Whether words of several articles can be compared: one stands for itself, and they share a name."""
    if len(one.articles | other.articles) == 1:
        return True
    return one.side.shares_a_name(other.side) and (one.side.is_whole or other.side.is_whole)


def _contradict_themselves(one: Node, other: Node) -> bool:
    """Whether a speaker would affirm and deny one claim in one article: more likely it is not one."""
    stances = [
        {
            (each.article, speaker, each.polarity)
            for each in node.assertions
            for speaker in each.speakers
            if each.polarity != Polarity.UNCOMMITTED
        }
        for node in (one, other)
    ]
    opposite = {Polarity.AFFIRMS: Polarity.DENIES, Polarity.DENIES: Polarity.AFFIRMS}
    return any((article, who, opposite[stance]) in stances[1] for article, who, stance in stances[0])
