"""What holds between the contents of all articles: same claims, issues, contradictions, same events, copies.

::

    assertions → claim_nodes → likeness → same_claims · contradiction · entailment · rival_numbers → groups
    happenings → same_events → groups
    texts      → copies

Two claims are compared only if they share an actor, a name or a word and their sentences are alike; what is
found is a link with its probability and evidence, never a rewrite of identifiers.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from kg.domain import ArticleText, Assertion, ContentLinks, Contradiction, Entailment, Happening, Merge
from kg.resolution.claim_nodes import Candidate, Node, candidates, nodes_of
from kg.resolution.contradiction import contradiction
from kg.resolution.copies import find_copies
from kg.resolution.entailment import entailments, may_oppose
from kg.resolution.groups import LEAST_SUSPICION, Grouping, Pair, gather
from kg.resolution.issue_links import link_issues
from kg.resolution.likeness import features, unshared_words
from kg.resolution.meanings import Meanings
from kg.resolution.person_names import Evidence
from kg.resolution.rival_numbers import may_answer_one_question, same_question
from kg.resolution.same_claims import LEAST_SAME, may_be_one, same_claim
from kg.resolution.same_events import link_events


def link_contents(
    assertions: Iterable[Assertion],
    happenings: Iterable[Happening],
    texts: Iterable[ArticleText],
    meanings: Meanings,
) -> ContentLinks:
    """What is the same in several articles, or rivals or contradicts; the order of the input does not matter.

    ``meanings`` learns the texts that it does not know yet.
    """
    nodes = nodes_of(assertions)
    compared = _compare(candidates(nodes, meanings), meanings)
    by_id = {node.claim.id: node for node in nodes}
    claims = _claim_merges(gather(compared.same, str, LEAST_SAME), by_id)
    target = {merge.merged: merge.target for merge in claims}
    return ContentLinks(
        claims=claims,
        events=link_events(happenings, meanings),
        issues=link_issues(compared.questions, claims, by_id),
        contradictions=tuple(_contradictions(compared.opposites, target)),
        entailments=tuple(_entailments(compared.entailments, target)),
        copies=find_copies(texts),
    )


@dataclass(frozen=True, slots=True)
class _Compared:
    """What the comparison of claims gave, by the identifiers of two claims."""

    same: dict[Pair, Evidence] = field(default_factory=dict)
    opposites: dict[Pair, Evidence] = field(default_factory=dict)
    questions: dict[Pair, Evidence] = field(default_factory=dict)
    """By two claims that answer one question."""
    entailments: list[Entailment] = field(default_factory=list)


def _compare(pairs: Iterable[Candidate], meanings: Meanings) -> _Compared:
    pairs = tuple(pairs)
    meanings.learn(_units(pairs))
    pairs = tuple(pair for pair in pairs if _may_be_linked(pair, meanings))
    meanings.learn(word for pair in pairs for word in unshared_words(pair.one.side, pair.other.side))
    compared = _Compared()
    for pair in pairs:
        found = features(pair.one.side, pair.other.side, pair.cosine, meanings)
        both = frozenset((pair.one.claim.id, pair.other.claim.id))
        if (same := same_claim(pair, found, meanings)) and same.probability >= LEAST_SUSPICION:
            compared.same[both] = same
        if opposite := contradiction(pair, meanings):
            compared.opposites[both] = opposite
        compared.entailments.extend(entailments(pair, found, meanings))
        if (question := same_question(pair, found, meanings)) and question.probability >= LEAST_SUSPICION:
            compared.questions[both] = question
    return compared


def _may_be_linked(pair: Candidate, meanings: Meanings) -> bool:
    """Whether it is worth while to learn what the words mean that only one of two claims says."""
    return may_be_one(pair, meanings) or may_answer_one_question(pair) or may_oppose(pair)


def _units(pairs: Iterable[Candidate]) -> Iterator[str]:
    """The units of those pairs that both give a number."""
    for pair in pairs:
        mine, theirs = pair.one.claim.quantity, pair.other.claim.quantity
        if mine is not None and theirs is not None:
            yield from (each.unit for each in (mine, theirs) if each.unit)


def _claim_merges(grouping: Grouping, nodes: Mapping[str, Node]) -> tuple[Merge, ...]:
    target = {
        claim: min(members, key=lambda each: _rank(nodes[each]))
        for members in grouping.groups
        for claim in members
    }
    merged = sorted(claim for claim in target if claim != target[claim])
    evidence = {claim: grouping.evidence_for(claim, target[claim]) for claim in merged}
    return tuple(
        Merge(claim, target[claim], evidence[claim].probability, evidence[claim].words) for claim in merged
    )


def _rank(node: Node) -> tuple[bool, int, int, str, str]:
    """Which claim stands for its group: clear without its article, most asserted, longest."""
    label = node.claim.label
    return not node.side.is_whole, -len(node.assertions), -len(label), label, node.claim.id


def _contradictions(opposites: Mapping[Pair, Evidence], target: Mapping[str, str]) -> Iterator[Contradiction]:
    """Each pair once, under the claims that the two are read as."""
    likeliest: dict[tuple[str, str], Evidence] = {}
    for pair, evidence in sorted(opposites.items(), key=lambda each: (each[1].probability, sorted(each[0]))):
        one, other = sorted(target.get(claim, claim) for claim in pair)
        if one != other:
            likeliest[one, other] = evidence
    for (one, other), evidence in sorted(likeliest.items()):
        yield Contradiction(one, other, evidence.probability, evidence.words)


def _entailments(found: Iterable[Entailment], target: Mapping[str, str]) -> Iterator[Entailment]:
    """Each pair once, the likeliest, under the claims that the two are read as; none entails itself."""
    likeliest: dict[tuple[str, str], Entailment] = {}
    for each in sorted(found, key=lambda each: (each.probability, each.premise, each.hypothesis)):
        premise, hypothesis = (target.get(claim, claim) for claim in (each.premise, each.hypothesis))
        if premise != hypothesis:
            likeliest[premise, hypothesis] = replace(each, premise=premise, hypothesis=hypothesis)
    yield from (likeliest[pair] for pair in sorted(likeliest))
