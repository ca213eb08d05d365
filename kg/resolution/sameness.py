"""Whether two actors with full names are the same, with the evidence in words."""

from itertools import product

from kg.domain import ActorKind
from kg.identity import key
from kg.resolution.body_names import body_key, is_common
from kg.resolution.circumstances import circumstances, weighed
from kg.resolution.company import Company
from kg.resolution.forms import is_acronym
from kg.resolution.homes import home_in
from kg.resolution.person_names import Evidence, PersonName, compare_names
from kg.resolution.profiles import Profile

_EQUAL_BODY, _EXPLAINED, _UNEXPLAINED = 0.95, 0.9, 0.5
"""Probability for bodies: equal names, an acronym that an article explains, one that none explains."""
_SHORTEST_UNEXPLAINED = 3
_HANDLE = 0.93
"""Probability for persons: an article knows one by nothing but the handle that another gives to the other."""
_COMMON_BODY, _COUNTRY_MET = 0.5, 0.85
"""Probability for bodies whose name many countries have, if one article shows no country: nothing else tells,
or it speaks of the country where the other is at home."""


def block_keys(profile: Profile) -> frozenset[str]:
    """Keys under which an actor is compared: two actors without a common one are never the same."""
    if profile.is_person:
        blocks = {block for name in profile.person_names for block in name.blocks}
        return frozenset(blocks | {f"handle {handle}" for handle in _handles(profile)})
    keys = _body_keys(profile)
    initials = {acronym for each in keys if (acronym := _initials(each))}
    return frozenset(f"body {name}" for name in keys | initials)


def compare(one: Profile, other: Profile, company: Company) -> Evidence | None:
    """The evidence that two named actors are the same; None if they are not, or nothing tells."""
    if one.is_person != other.is_person:
        return None
    if not one.is_person:
        return _compare_bodies(one, other, company)
    best = _compare_people(one, other)
    if best is None:
        return None
    told = Evidence(best.probability, f"{best.words}: {_both(one, other)}")
    return weighed(told, circumstances(one, other, company))


def _compare_people(one: Profile, other: Profile) -> Evidence | None:
    """By their usual names if these can be of one person, else by any two full names of theirs."""
    mine, theirs = PersonName.of(one.name), PersonName.of(other.name)
    found = compare_names(mine, theirs) if mine and theirs else None
    if found is not None:
        return found
    if {one.name[0], other.name[0]} & {"@"} and _handles(one) & _handles(other):
        return Evidence(_HANDLE, "a handle that an article gives to this person")
    pairs = (pair for pair in product(one.person_names, other.person_names) if pair != (mine, theirs))
    others = [evidence for pair in pairs if (evidence := compare_names(*pair)) is not None]
    return max(others, key=lambda evidence: (evidence.probability, evidence.words), default=None)


def _handles(profile: Profile) -> frozenset[str]:
    return frozenset(key(name) for name in profile.names if name.startswith("@"))


def _both(one: Profile, other: Profile) -> str:
    return " = ".join(sorted((one.name, other.name)))


def _body_keys(profile: Profile) -> frozenset[str]:
    return frozenset(map(body_key, profile.names)) - {""}


def _initials(name: str) -> str:
    """The acronym that a body's key would give; empty for short names."""
    words = [word for word in name.split() if word not in ("of", "the", "for", "and", "on")]
    return "".join(word[0] for word in words) if len(words) >= _SHORTEST_UNEXPLAINED else ""


def _compare_bodies(one: Profile, other: Profile, company: Company) -> Evidence | None:
    both = _both(one, other)
    if body_key(one.name) == body_key(other.name):
        if is_common(one.name) and ActorKind.GOVERNMENT in (one.kind, other.kind):
            return _compare_common(one, other, company)
        return Evidence(_EQUAL_BODY, f"equal name: {both}")
    for short, full in ((one, other), (other, one)):
        if not is_acronym(short.name, full.name):
            continue
        if body_key(short.name) in _body_keys(full):
            return Evidence(_EXPLAINED, f"acronym that an article explains: {both}")
        if len(body_key(short.name)) >= _SHORTEST_UNEXPLAINED:
            told = Evidence(_UNEXPLAINED, f"acronym that no article explains: {both}")
            return weighed(told, circumstances(one, other, company))
    return None


def _compare_common(one: Profile, other: Profile, company: Company) -> Evidence | None:
    """Bodies of one name, which two countries may have; two that are at home in two countries are two."""
    mine, theirs = (home_in(each.id, each.name) for each in (one, other))
    both = _both(one, other)
    if mine and theirs:
        return Evidence(_EQUAL_BODY, f"equal name in {mine}: {both}") if mine == theirs else None
    home = mine or theirs
    if home and company.meets(other if mine else one, home):
        return Evidence(_COUNTRY_MET, f"equal name in an article that speaks of {home}: {both}")
    told = Evidence(_COMMON_BODY, f"equal name that many countries have: {both}")
    return weighed(told, circumstances(one, other, company))
