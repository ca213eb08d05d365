"""People whom an article calls by one word of their name, and whom it may mean by it.

A last name alone never tells. What does: an office that goes with it (“President Obama”), the gender, the
company, and whom the other articles call so that also give the full name. Every bearer of the name has a
part of the probability, and so has somebody who is in no article.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.resolution.circumstances import Circumstance, CircumstanceKind, circumstances, weighed
from kg.resolution.company import Company
from kg.resolution.groups import LEAST_PROBABILITY, LEAST_SUSPICION
from kg.resolution.person_names import Evidence, PersonName
from kg.resolution.profiles import Profile, joined
from kg.transliteration import skeleton

_UNHEARD = 1.0
"""Weight of a bearer of the name whom no article names in full."""
_NEVER_CALLED = 0.3
"""Weight of one who bears the name and whom no article calls by it alone."""
_OTHER_OFFICE = 0.3
"""Factor for somebody who has an office in other articles, and not the one of this."""
_WELL_KNOWN = 5
"""In so many articles with the full name a bare name must mean one person to tell by itself who is meant."""
_FAME, _USE, _FAME_OUT_OF_OFFICE = 0.05, 0.03, 0.2
"""Most that another bearer of the name may have beside one who is meant, who has 1: articles at all, articles
that call it by the bare name; articles, if the one who is meant shares an office."""
_UNSUPPORTED = 0.79
"""At most so sure is a guess that only the name supports, or where another bearer is well known too."""
_MOST_SUSPECTS = 3
_MOST_GROUPS = 20
"""With so many groups of bare names, at most, one is compared."""
_SAME_BARE_NAME = 0.45
"""Probability that two articles which both say “Smith” mean one person, if nothing else tells."""


@dataclass(frozen=True, slots=True)
class Guess:
    """Whom a bare name may mean."""

    bare: Profile
    meant: Profile
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class _Bearer:
    profile: Profile
    articles: int
    """That name it in full and by the bare name."""
    found: tuple[Circumstance, ...]

    @property
    def weight(self) -> float:
        """Of the probability that it is meant."""
        return (self.articles or _NEVER_CALLED) * self._factor

    @property
    def fame(self) -> float:
        """In how many articles it is at all, circumstances counted: who is well known may always be meant."""
        return len(self.profile.articles) * self._factor

    @property
    def is_met_once(self) -> bool:
        """Whether a single article names it: too little to be meant elsewhere beside somebody well known."""
        return len(self.profile.articles) == 1

    @property
    def _factor(self) -> float:
        return math.prod(each.factor for each in self.found)

    def is_supported(self, bearers: Iterable["_Bearer"]) -> bool:
        """Whether more than the name tells that it is meant, and nobody else of the name is likely to be."""
        told_by = {each.kind for each in self.found}
        others = [each for each in bearers if each is not self]
        if CircumstanceKind.ARTICLE in told_by:
            return False
        if CircumstanceKind.OFFICE in told_by:
            return self._outshines(others, _FAME_OUT_OF_OFFICE, _FAME_OUT_OF_OFFICE)
        tells = CircumstanceKind.COMPANY in told_by or self.articles >= _WELL_KNOWN
        return tells and self._outshines(others, _FAME, _USE)

    def _outshines(self, others: Iterable["_Bearer"], fame: float, use: float) -> bool:
        """Whether each other bearer is hardly known beside it, or hardly ever called by the name."""
        rivals = (each for each in others if self.articles < _WELL_KNOWN or not each.is_met_once)
        return all(
            each.fame <= fame * self.fame or (each.articles and each.weight <= use * self.weight)
            for each in rivals
        )


def guesses(bares: Iterable[Profile], others: Iterable[Profile], company: Company) -> Iterator[Guess]:
    """For every bare name those who bear it, likeliest first, as far as they are to be suspected."""
    bearers: dict[str, list[Profile]] = defaultdict(list)
    for each in others:
        for word in _words(each):
            bearers[word].append(each)
    for bare in bares:
        known = {each.id: each for word in bare.calls for each in bearers.get(word, ())}
        yield from _weighed(bare, [known[each] for each in sorted(known)], company)


def _words(profile: Profile) -> frozenset[str]:
    """The single words by which a person may be called: first and last of the name, and what it is called."""
    full = PersonName.of(profile.name)
    ends = () if full is None else (full.words[0], full.words[-1])
    return frozenset((*map(skeleton, ends), *profile.calls))


def _weighed(bare: Profile, known: list[Profile], company: Company) -> Iterator[Guess]:
    bearers = [_bearer(bare, each, company) for each in known]
    total = sum(each.weight for each in bearers) + _UNHEARD
    ranked = sorted(bearers, key=lambda each: (-each.weight, each.profile.rank))
    for each in ranked[:_MOST_SUSPECTS]:
        probability = each.weight / total
        if not each.is_supported(bearers):
            probability = min(probability, _UNSUPPORTED)
        if probability >= LEAST_SUSPICION:
            yield Guess(bare, each.profile, Evidence(probability, _told(bare, each, bearers)))


def _bearer(bare: Profile, known: Profile, company: Company) -> _Bearer:
    called = frozenset().union(*(known.calls.get(word, frozenset()) for word in bare.calls)) - bare.articles
    found = list(circumstances(bare, known, company))
    if bare.offices and known.offices and not bare.offices & known.offices:
        found.append(Circumstance(CircumstanceKind.OTHER_OFFICE, _OTHER_OFFICE, "another office"))
    return _Bearer(known, len(called), tuple(found))


def _told(bare: Profile, bearer: _Bearer, bearers: list[_Bearer]) -> str:
    total = sum(each.articles for each in bearers)
    share = f"{bearer.articles} of {total} articles that give full names"
    usage = f"“{bare.name}” is {bearer.profile.name} in {share}"
    return "; ".join((usage, *(each.words for each in bearer.found)))


def guesses_among(bares: Iterable[Profile], company: Company) -> Iterator[Guess]:
    """Bare names of several articles that may mean one person, though no article gives the full name.

    Each is compared with the groups that those before it form, best-known first, and joins the likeliest.
    """
    by_word: dict[str, list[Profile]] = defaultdict(list)
    for each in sorted(bares, key=lambda profile: profile.rank):
        by_word[min(each.calls)].append(each)
    for word in sorted(by_word):
        heads: dict[str, Profile] = {}
        for bare in by_word[word]:
            best = _likeliest(bare, heads.values(), company)
            if best is None or best.evidence.probability < LEAST_PROBABILITY:
                heads[bare.id] = bare
            else:
                heads[best.meant.id] = joined((best.meant, bare))
            if best is not None and best.evidence.probability > _SAME_BARE_NAME:
                yield best


def _likeliest(bare: Profile, heads: Iterable[Profile], company: Company) -> Guess | None:
    compared = sorted(heads, key=lambda each: each.rank)[:_MOST_GROUPS]
    found = (_same_bare(bare, head, company) for head in compared)
    return max(found, key=lambda guess: (guess.evidence.probability, guess.meant.id), default=None)


def _same_bare(bare: Profile, head: Profile, company: Company) -> Guess:
    alike = Evidence(_SAME_BARE_NAME, f"both only “{bare.name}”")
    return Guess(bare, head, weighed(alike, circumstances(bare, head, company)))
