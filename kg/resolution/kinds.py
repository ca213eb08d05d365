"""What a name names: a person, an organization, a government, or nothing that acts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.domain import ActorKind, Span
from kg.resolution import knowledge
from kg.resolution.knowledge import word_list
from kg.resolution.names import Name
from kg.resolution.tokens import Token, Tokens

_ACRONYM = re.compile(r"(?:[A-Z][-&.]?){2,7}$")
_NO_BODY = word_list("no body")
"""Acronyms of things and roles."""
_LOCATING = word_list("locating")
_COMPANY_ENDINGS = frozenset({"Inc.", "Inc", "Corp.", "Corp", "Ltd.", "Ltd", "LLC", "LLP", "Co.", "PAC"})
_SPEAKING = word_list("speaking")
_LONGEST_PERSON = 4
"""Words of a person's name, at most, when nothing else tells that it is one."""


def kind_of(names: Sequence[Name], tokens: Tokens, sources: Sequence[Span]) -> ActorKind | None:
    """The kind of what ``names``, all spelled alike, stand for; None for places and things.

    ``sources`` are the words that the reader takes for somebody who speaks.
    """
    name = max(names, key=lambda each: not each.text.isupper())
    if any(each.titles for each in names):
        return ActorKind.PERSON
    if name.text in knowledge.state_by_name():
        return ActorKind.GOVERNMENT
    if name.text in knowledge.institutions():
        return knowledge.institutions()[name.text][1]
    if name.text in knowledge.places():
        return None
    told = _kind_by_words(name)
    if told is not None:
        return _ACTING_KINDS.get(told)
    return _kind_by_context(name, _Evidence.of(names, tokens, sources))


_ACTING_KINDS = {
    "organization": ActorKind.ORGANIZATION,
    "government": ActorKind.GOVERNMENT,
    "person": ActorKind.PERSON,
}


def _kind_by_words(name: Name) -> str | None:
    words = name.words
    if words[-1] == "administration":
        return "government"
    if words[-1] in ("campaign", "camp") or words[-1] in _COMPANY_ENDINGS:
        return "organization"
    kinds = knowledge.organization_words()
    links = [place for place, word in enumerate(words) if word in ("of", "for", "on") and place]
    if links:
        return kinds.get(words[links[0] - 1], "organization")
    if len(words) > 1 and words[0] in knowledge.given_names():
        return kinds[words[-1]] if kinds.get(words[-1]) in ("organization", "government") else "person"
    if words[-1] in kinds:
        return kinds[words[-1]]
    return (
        "organization"
        if len(words) > 2 and any(kinds.get(word) == "organization" for word in words)
        else None
    )


@dataclass(frozen=True, slots=True)
class _Evidence:
    """How many namings out of ``total`` look like what."""

    total: int
    person: int
    speaking: int
    located: int
    uncased: int
    after_the: int

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
        )


def _kind_by_context(name: Name, evidence: _Evidence) -> ActorKind | None:
    if name.text.startswith("@") or evidence.person:
        return ActorKind.PERSON
    if _ACRONYM.match(name.text):
        return None if name.text in _NO_BODY else ActorKind.ORGANIZATION
    if len(name.words) == 1 and name.text in knowledge.given_names():
        return ActorKind.PERSON
    if evidence.located * 2 >= evidence.total or (
        evidence.total == evidence.uncased and not evidence.speaking
    ):
        return None
    if evidence.after_the * 2 > evidence.total:
        return ActorKind.ORGANIZATION if evidence.speaking else None
    lonely = len(name.words) == 1 and not evidence.speaking and evidence.total == 1
    return ActorKind.PERSON if len(name.words) <= _LONGEST_PERSON and not lonely else None


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
    if any(source.end == name.span.end and source.contains(name.span) for source in sources):
        return True
    return after is not None and after.gap == " " and after.text in _SPEAKING


def _around(name: Name, tokens: Tokens) -> tuple[Token | None, Token | None]:
    before = tokens[name.first - 1] if name.first else None
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    return before, after
