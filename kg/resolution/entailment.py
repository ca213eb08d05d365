"""Whether a claim says all that another says, and maybe more: who affirms it cannot deny the other.

Textual entailment (Dagan, Glickman and Magnini 2006) of the plainest kind, by alignment: the premise has the
verb of the hypothesis, its names, a partner for each of its words, and nobody has changed sides. What the
premise says beyond that does no harm: who denies that troops arrived denies that 300 troops arrived by ship.
"""

import re
from collections.abc import Iterator, Mapping

from kg.domain import Entailment
from kg.resolution.claim_nodes import Candidate, Node
from kg.resolution.likeness import MATCHED, Side, are_synonyms, partners
from kg.resolution.meanings import Meanings
from kg.resolution.rival_numbers import are_near_in_time
from kg.resolution.same_claims import DIFFERENCES, have_equal_quantities, mean_the_same_everywhere
from kg.resolution.stems import stem

_LEAST_TERMS = 2
"""Words and names that premise and hypothesis share besides the verb, at least: one is a coincidence."""
_ALIGNED = 0.8
"""How often what is aligned word by word also means so: an estimate, for few pairs occur."""
_POINTING = re.compile(r"(?i)\s*(?:this|that|these|those|such)\b")
_PRONOUN = re.compile(r"(?i)\s*(?:he|she|it|they|we|i|you)\b")
_EITHER = re.compile(r"([\w’'-]+),? or (?:the |an? )?([\w’'-]+)")


def entailments(pair: Candidate, found: Mapping[str, float], meanings: Meanings) -> Iterator[Entailment]:
    """That what somebody affirms entails what somebody denies, in either direction.

    ``found`` holds the features of the pair; ``meanings`` knows its unshared words.
    """
    if any(found[difference] for difference in DIFFERENCES) or not may_oppose(pair):
        return
    for premise, hypothesis in ((pair.one, pair.other), (pair.other, pair.one)):
        if premise.is_affirmed and hypothesis.is_denied and _may_entail(premise, hypothesis, meanings):
            likenesses = partners(hypothesis.side.wording, premise.side.wording, meanings)
            if min(likenesses) >= MATCHED:
                sure = round(_ALIGNED * sum(likenesses) / len(likenesses), 4)
                yield Entailment(premise.claim.id, hypothesis.claim.id, sure, _told(premise, hypothesis))


def may_oppose(pair: Candidate) -> bool:
    """Whether the one is denied and the other affirmed, of the same and at about the same time."""
    return (
        pair.one.is_opposed_to(pair.other)
        and are_near_in_time(pair)
        and mean_the_same_everywhere(pair.one, pair.other)
    )


def _may_entail(premise: Node, hypothesis: Node, meanings: Meanings) -> bool:
    """All that can be asked without the likeness of words."""
    mine, theirs, number = premise.side, hypothesis.side, hypothesis.claim.quantity
    return (
        not _means_others(premise, hypothesis)
        and (number is None or have_equal_quantities(premise.claim.quantity, number, meanings))
        and _have_one_verb(premise, hypothesis)
        and "or" not in premise.claim.label.split()
        and _has_the_names(mine, theirs)
        and _are_on_their_sides(mine, theirs)
        and len(_shared(mine, theirs)) >= _LEAST_TERMS
    )


def _means_others(premise: Node, hypothesis: Node) -> bool:
    """Whether the hypothesis is about those told of just before it, or about somebody else."""
    label, one_article = hypothesis.claim.label, premise.articles & hypothesis.articles
    if one_article and _POINTING.match(label):
        return True
    return bool(_PRONOUN.match(label)) and not hypothesis.side.about <= premise.side.about


def _have_one_verb(premise: Node, hypothesis: Node) -> bool:
    mine, theirs = premise.claim.predicate, hypothesis.claim.predicate
    return bool(mine and theirs) and (stem(mine) == stem(theirs) or are_synonyms(mine, theirs))


def _has_the_names(premise: Side, hypothesis: Side) -> bool:
    """Whether all names are there, or one of alternatives: who denies "A or B" denies both."""
    gone = hypothesis.wording.names - premise.wording.names
    either = [{name.lower() for name in names} for names in _EITHER.findall(hypothesis.claim.label)]
    return all(any(name in names and names & premise.wording.names for names in either) for name in gone)


def _are_on_their_sides(premise: Side, hypothesis: Side) -> bool:
    """Whether nobody who does it in the one has it done to him in the other."""
    mine, theirs = premise.wording, hypothesis.wording
    return mine.doers.isdisjoint(theirs.others - theirs.doers) and mine.others.isdisjoint(
        theirs.doers - theirs.others
    )


def _shared(premise: Side, hypothesis: Side) -> frozenset[str]:
    """What the hypothesis says besides its verb, and the names of it that the premise has."""
    verb = stem(hypothesis.claim.predicate)
    names = hypothesis.wording.names & premise.wording.names
    return frozenset(word for word in hypothesis.wording.words if word != verb) | names


def _told(premise: Node, hypothesis: Node) -> str:
    shared = ", ".join(sorted(_shared(premise.side, hypothesis.side)))
    return f"{premise.claim.predicate} – {hypothesis.claim.predicate}, of the same: {shared}"
