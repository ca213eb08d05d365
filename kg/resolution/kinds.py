"""What a name names: a person, an organization, a government, or nothing that acts."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.domain import ActorKind, Span
from kg.resolution import knowledge
from kg.resolution.genders import gender_beside
from kg.resolution.knowledge import word_list
from kg.resolution.names import Name
from kg.resolution.tokens import Token, Tokens

_ACRONYM = re.compile(r"(?:[A-Z][-&.]?){2,6}$")
_PLURAL_ACRONYM = re.compile(r"[A-Z]{2,6}s$")
_NO_BODY = word_list("no body")
"""Acronyms of things and roles."""
_PLACE_OPENINGS = word_list("place openings")
_LOCATING = word_list("locating")
_COMPANY_ENDINGS = frozenset({"Inc.", "Inc", "Corp.", "Corp", "Ltd.", "Ltd", "LLC", "LLP", "Co.", "PAC"})
_SPEAKING = word_list("speaking")
_HOUSEHOLDS = frozenset({"campaign", "camp"})
_LINKS = frozenset({"of", "for", "on"})
_PRIVATE = frozenset(
    {"Democratic", "Republican", "Labour", "Conservative", "News", "Press", "Christian", "Jewish"}
)
_GENERATIONS = frozenset({"II", "III", "IV"})
_LONGEST_PERSON = 4
"""Words of a person's name, at most, when nothing else tells that it is one."""


def kind_of(names: Sequence[Name], tokens: Tokens, sources: Sequence[Span]) -> ActorKind | None:
    """The kind of what ``names``, all spelled alike, stand for; None for places and things.

    ``sources`` are the words that the reader takes for somebody who speaks.
    """
    name = max(names, key=lambda each: not each.text.isupper())
    if any(each.titles for each in names) and not _is_people(name):
        return ActorKind.PERSON
    if name.text in knowledge.institutions():
        return knowledge.institutions()[name.text][1]
    told = next((kind for tells, kind in _TOLD_BY_WORDS if tells(name)), None)
    if told is not None:
        return _ACTING_KINDS.get(told)
    evidence = _Evidence.of(names, tokens, sources)
    return next((kind for tells, kind in _TOLD_BY_CONTEXT if tells(name, evidence)), None)


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How many namings out of ``total`` look like what."""

    total: int
    person: int
    speaking: int
    located: int
    uncased: int
    after_the: int
    gendered: int

    @classmethod
    def of(cls, names: Sequence[Name], tokens: Tokens, sources: Sequence[Span]) -> "_Evidence":
        """Count over all namings."""
        return cls(
            total=len(names),
            person=sum(_is_person_here(each, tokens) for each in names),
            speaking=sum(_speaks_here(each, tokens, sources) for each in names),
            located=sum(_is_located_here(each, tokens) for each in names),
            uncased=sum(tokens[each.first].uncased for each in names),
            after_the=sum(each.after_the for each in names),
            gendered=sum(bool(gender_beside(each, tokens)) for each in names),
        )


def _is_people(name: Name) -> bool:
    """Whether a name is a nationality, adherents, or a plural of people or papers: ``Party Officials``."""
    last = name.words[-1].removesuffix("s")
    if name.text in knowledge.state_by_demonym() or last in knowledge.collectives():
        return True
    plural = last != name.words[-1] and name.words[-1] not in knowledge.organization_words()
    return plural and knowledge.nouns().get(last.lower()) in ("person", "document")


def _word_kind(name: Name) -> str | None:
    """What the head word says: the word before ``of``, else the last one."""
    link = next((place for place, word in enumerate(name.words) if place and word in _LINKS), 0)
    return knowledge.organization_words().get(name.words[link - 1] if link else name.words[-1])


def _is_private(name: Name) -> bool:
    """Whether a word tells that a committee or service is no government's: a party, the news."""
    return not _PRIVATE.isdisjoint(name.words)


def _has_given_name(name: Name) -> bool:
    return len(name.words) > 1 and name.words[0] in knowledge.given_names()


def _has_body_word(name: Name) -> bool:
    kinds = knowledge.organization_words()
    return len(name.words) > 2 and any(kinds.get(word) == "organization" for word in name.words)


_TOLD_BY_WORDS: tuple[tuple[Callable[[Name], bool], str], ...] = (
    (lambda name: name.text in knowledge.places(), "place"),
    (_is_people, "people"),
    (lambda name: name.words[-1] == "administration", "government"),
    (lambda name: name.words[-1] in _HOUSEHOLDS or name.words[-1] in _COMPANY_ENDINGS, "organization"),
    (lambda name: name.text in knowledge.organization_words(), "thing"),
    (lambda name: _word_kind(name) == "government" and _is_private(name), "organization"),
    (lambda name: _word_kind(name) == "organization", "organization"),
    (lambda name: _word_kind(name) == "government", "government"),
    (_has_given_name, "person"),
    (lambda name: _word_kind(name) is not None, "thing"),
    (lambda name: bool(_LINKS.intersection(name.words)) or _has_body_word(name), "organization"),
)
"""What the words of a name alone tell, first match first."""

_ACTING_KINDS = {
    "organization": ActorKind.ORGANIZATION,
    "government": ActorKind.GOVERNMENT,
    "person": ActorKind.PERSON,
}


def _has_acronym(name: Name) -> bool:
    words = [word for word in name.words if word not in _GENERATIONS]
    return any(_ACRONYM.match(word) or word[-1].isdigit() for word in words)


def _may_be_person(name: Name, evidence: _Evidence) -> bool:
    """A single word must speak or be followed by ``he`` or ``she``; so must a name with a common word."""
    common = any(word.lower() in knowledge.common_words() for word in name.words)
    if len(name.words) == 1 or common:
        return evidence.speaking > 0 or evidence.gendered > 0
    return len(name.words) <= _LONGEST_PERSON


_TOLD_BY_CONTEXT: tuple[tuple[Callable[[Name, _Evidence], bool], ActorKind | None], ...] = (
    (lambda name, evidence: name.text.startswith("@") or evidence.person > 0, ActorKind.PERSON),
    (lambda name, _: _is_no_body(name.text), None),
    (lambda name, _: _has_acronym(name), ActorKind.ORGANIZATION),
    (lambda name, _: name.words[0] in knowledge.given_names(), ActorKind.PERSON),
    (lambda _, evidence: evidence.located * 2 >= evidence.total, None),
    (lambda _, evidence: evidence.total == evidence.uncased and not evidence.speaking, None),
    (lambda _, evidence: evidence.after_the * 2 > evidence.total and not evidence.speaking, None),
    (lambda _, evidence: evidence.after_the * 2 > evidence.total, ActorKind.ORGANIZATION),
    (_may_be_person, ActorKind.PERSON),
)
"""What the text around the namings tells when the words do not, first match first."""


def _is_no_body(name: str) -> bool:
    """Whether a name is the acronym of a thing, several of them, or begins like a place."""
    if _ACRONYM.match(name):
        return (
            name in _NO_BODY or name.lower() in knowledge.common_words() or name.lower() in knowledge.nouns()
        )
    return name.split(maxsplit=1)[0] in _PLACE_OPENINGS or _PLURAL_ACRONYM.match(name) is not None


def _is_person_here(name: Name, tokens: Tokens) -> bool:
    before, after = _around(name, tokens)
    role_before = (
        before is not None and knowledge.nouns().get(before.text.lower()) == "person" and not before.capital
    )
    return role_before or (after is not None and after.text == "who")


def _is_located_here(name: Name, tokens: Tokens) -> bool:
    before, after = _around(name, tokens)
    directly = tokens[name.first].gap == " "
    located = before is not None and directly and before.text.lower() in _LOCATING
    county = (
        after is not None and after.gap == ", " and after.text in knowledge.places() and len(name.words) < 3
    )
    return located or county


def _speaks_here(name: Name, tokens: Tokens, sources: Sequence[Span]) -> bool:
    _, after = _around(name, tokens)
    heading = after is None or not after.gap.startswith(" ")
    if any(source.contains(name.span) and (heading or source.end == name.span.end) for source in sources):
        return True
    return after is not None and after.gap == " " and after.text in _SPEAKING


def _around(name: Name, tokens: Tokens) -> tuple[Token | None, Token | None]:
    before = tokens[name.first - 1] if name.first else None
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    return before, after
