"""The same actor in several articles: links with their evidence, never a rewrite of identifiers.

::

    sightings → profiles → known ones | pairs with full names → groups | bare names → groups

Persons are linked by their full names, in any transliteration; a bare last name only with further evidence.
Bodies are linked when their names are equal but for a leading article, dots or a company's ending, or when an
article gives one as the acronym of the other. Only actors that share a block (a key made of a name) are
compared, so the work grows with the number of names and not with its square. What is not sure enough is a
suspect: a pair for a person to decide.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations

from kg.domain import KnownActor, Links, Merge, Sighting, Suspect
from kg.resolution.bare_names import guesses, guesses_among
from kg.resolution.company import Company
from kg.resolution.groups import LEAST_PROBABILITY, LEAST_SUSPICION, Grouping, Pair, group
from kg.resolution.person_names import Evidence
from kg.resolution.profiles import Profile, joined, profiles_of
from kg.resolution.recognition import recognise
from kg.resolution.sameness import block_keys, compare

__all__ = ["LEAST_PROBABILITY", "link_actors"]

LARGEST_BLOCK = 400
"""Of a block with more members only the best-known are compared with each other."""


def link_actors(sightings: Iterable[Sighting], known: Iterable[KnownActor] = ()) -> Links:
    """Which named actors of all articles are one, and which may be.

    The order of the input does not matter. Every actor is merged at most once: into the one of ``known`` that
    it is, else into the best-known of its group (most articles, longest name, alphabet).
    """
    known = tuple(known)
    seen = sorted(sightings, key=lambda each: (each.article, each.actor.id))
    company = Company(seen)
    recognised = recognise(profiles_of(seen), known)
    full = [each for each in recognised.profiles if not each.is_bare]
    grouping = group(full, _evidence(full, company))
    findings = _Findings(recognised.merges, recognised.suspects)
    people = [each for each in findings.take_groups(full, grouping) if each.is_person]
    findings.take_bare_names((each for each in recognised.profiles if each.is_bare), people, company)
    return findings.links(_met(known, findings.targets() | {each.actor.id for each in seen}))


def _met(known: Iterable[KnownActor], actors: Collection[str]) -> tuple[KnownActor, ...]:
    found = {each.id: each for each in known if each.id in actors}
    return tuple(found[actor] for actor in sorted(found))


class _Findings:
    """What was found so far: a target for every actor that is merged, and the suspects."""

    def __init__(self, merges: Iterable[Merge], suspects: Iterable[Suspect]) -> None:
        self._merges = {merge.merged: merge for merge in merges}
        self._suspects = list(suspects)

    def targets(self) -> set[str]:
        """Identifiers of those whom others were merged into."""
        return {merge.target for merge in self._merges.values()}

    def links(self, known: tuple[KnownActor, ...]) -> Links:
        """Everything; of suspects each pair once, under the actors that the two are read as.

        Two that a gazetteer tells apart are no suspects.
        """
        likeliest: dict[Pair, Suspect] = {}
        told_apart = {each.id for each in known}
        for each in sorted(self._suspects, key=lambda each: (each.probability, each.evidence)):
            one, other = sorted((self._root(each.one), self._root(each.other)))
            if one != other and not {one, other} <= told_apart:
                likeliest[frozenset((one, other))] = replace(each, one=one, other=other)
        merges = tuple(self._merges[merged] for merged in sorted(self._merges))
        return Links(merges, tuple(sorted(likeliest.values(), key=_by_probability)), known)

    def _root(self, actor: str) -> str:
        merge = self._merges.get(actor)
        return actor if merge is None else merge.target

    def _take(self, one: str, other: str, evidence: Evidence) -> None:
        """Merge the first into the second if it is sure enough; else suspect the two."""
        if evidence.probability < LEAST_PROBABILITY:
            self._suspects.append(Suspect(one, other, evidence.probability, evidence.words))
        else:
            self._merges[one] = Merge(one, other, evidence.probability, evidence.words)

    def take_groups(self, profiles: Iterable[Profile], grouping: Grouping) -> list[Profile]:
        """Merge every group under its best-known member; gives all profiles, each group as one."""
        by_id = {each.id: each for each in profiles}
        wholes = []
        for members in grouping.groups:
            whole = joined(by_id.pop(each) for each in sorted(members))
            wholes.append(whole)
            for merged in sorted(members - {whole.id}):
                evidence = grouping.evidence_for(merged, whole.id)
                self._merges[merged] = Merge(merged, whole.id, evidence.probability, evidence.words)
        for pair, evidence in grouping.evidence.items():
            if evidence.probability >= LEAST_SUSPICION:
                one, other = sorted(pair)
                self._suspects.append(Suspect(one, other, evidence.probability, evidence.words))
        return [*wholes, *by_id.values()]

    def take_bare_names(self, bares: Iterable[Profile], people: Iterable[Profile], company: Company) -> None:
        """Merge bare names into whom they mean; those that can mean nobody, into each other."""
        left = {each.id: each for each in bares}
        for guess in guesses(tuple(left.values()), people, company):
            left.pop(guess.bare.id, None)
            self._take(guess.bare.id, guess.meant.id, guess.evidence)
        for guess in guesses_among(left.values(), company):
            self._take(guess.bare.id, guess.meant.id, guess.evidence)


def _by_probability(suspect: Suspect) -> tuple[float, str, str]:
    return (-suspect.probability, suspect.one, suspect.other)


def _evidence(profiles: Iterable[Profile], company: Company) -> Mapping[Pair, Evidence]:
    """What speaks for every pair that shares a block; two of a gazetteer are two."""
    evidence: dict[Pair, Evidence] = {}
    for one, other in _pairs(profiles):
        pair = frozenset((one.id, other.id))
        if pair not in evidence and not (one.is_known and other.is_known):
            found = compare(one, other, company)
            if found is not None:
                evidence[pair] = found
    return evidence


def _pairs(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    blocks: dict[str, list[Profile]] = defaultdict(list)
    for each in profiles:
        for block in block_keys(each):
            blocks[block].append(each)
    for together in blocks.values():
        best_known = sorted(together, key=lambda each: each.rank)[:LARGEST_BLOCK]
        yield from combinations(best_known, 2)
