"""Which issues are one: their answers are one claim, or they are answered by rivals."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.domain import Merge
from kg.resolution.claim_nodes import Node
from kg.resolution.groups import Pair, gather
from kg.resolution.person_names import Evidence
from kg.resolution.rival_numbers import LEAST_QUESTION


class _Questions:
    """Issues that must be one, for a claim can answer only one: each named by its first identifier."""

    def __init__(self) -> None:
        self._first: dict[str, str] = {}
        self._evidence: dict[str, Evidence] = {}

    def first(self, issue: str) -> str:
        """The issue under which all that must be one with this are known."""
        while issue in self._first:
            issue = self._first[issue]
        return issue

    def join(self, one: str, other: str, evidence: Evidence) -> None:
        """Two issues are answered by one claim."""
        first, second = sorted((self.first(one), self.first(other)))
        if first != second:
            self._first[second] = first
        for issue in {one, other}:
            self._evidence.setdefault(issue, evidence)

    def evidence(self, issue: str) -> Evidence:
        """Why an issue that was joined is one with another."""
        return self._evidence[issue]


def link_issues(
    questions: Mapping[Pair, Evidence], merges: Iterable[Merge], nodes: Mapping[str, Node]
) -> tuple[Merge, ...]:
    """Issues to be read as one; the target is the one with most assertions, then the first by identifier.

    ``questions`` holds pairs of claims that answer one question, ``merges`` the claims that are one.
    """
    joined = _joined(merges, nodes)
    grouping = gather(_between_issues(questions, joined, nodes), str, LEAST_QUESTION)
    asserted: Counter[str] = Counter()
    members: dict[str, set[str]] = defaultdict(set)
    group = {first: min(group) for group in grouping.groups for first in group}
    for node in nodes.values():
        if (issue := node.claim.issue) is not None:
            asserted[issue] += len(node.assertions)
            members[group.get(joined.first(issue), joined.first(issue))].add(issue)
    found = []
    for issues in members.values():
        target = min(issues, key=lambda each: (-asserted[each], each))
        for issue in issues - {target}:
            first, second = joined.first(issue), joined.first(target)
            evidence = joined.evidence(issue) if first == second else grouping.evidence_for(first, second)
            found.append(Merge(issue, target, evidence.probability, evidence.words))
    return tuple(sorted(found, key=lambda each: each.merged))


def _joined(merges: Iterable[Merge], nodes: Mapping[str, Node]) -> _Questions:
    joined = _Questions()
    for merge in sorted(merges, key=lambda each: (-each.probability, each.merged)):
        one, other = nodes[merge.merged].claim.issue, nodes[merge.target].claim.issue
        if one is not None and other is not None and one != other:
            joined.join(one, other, Evidence(merge.probability, f"one claim answers both; {merge.evidence}"))
    return joined


def _between_issues(
    questions: Mapping[Pair, Evidence], joined: _Questions, nodes: Mapping[str, Node]
) -> dict[Pair, Evidence]:
    """For pairs of issues the best evidence of their claims."""
    best: dict[Pair, Evidence] = {}
    for pair, evidence in sorted(questions.items(), key=lambda each: (each[1].probability, sorted(each[0]))):
        issues = [issue for claim in sorted(pair) if (issue := nodes[claim].claim.issue) is not None]
        both = frozenset(map(joined.first, issues))
        if len(issues) == len(both) == 2:
            best[both] = evidence
    return best
