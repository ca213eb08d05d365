"""Names in running text: runs of capitalised words, cut at titles, without nationalities and possessives."""

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from kg.domain import Span
from kg.resolution import knowledge
from kg.resolution.casing import Casing
from kg.resolution.joints import Run, cut_before_person, joined
from kg.resolution.knowledge import given_names, organization_words, word_list
from kg.resolution.seen import Seen
from kg.resolution.segmentation import NamesElsewhere, is_headline
from kg.resolution.tokens import Token, Tokens

_PARTICLES = word_list("particles")
_OPENING_PARTICLES = frozenset({"bin", "ibn", "al", "van", "von"})
_LINKS = frozenset({"of", "for", "on"})
_SUFFIXES = frozenset({"Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "Inc.", "Inc", "Ltd.", "Corp.", "LLC"})
_OFFICES = frozenset(
    {"Secretary", "Undersecretary", "Minister", "Ministers", "Director", "Chairman", "Speaker"}
)
_PANELS = frozenset({"Committee", "Subcommittee", "Commission", "Council", "Panel", "Conference", "Caucus"})
_FIELDS = word_list("fields")
_HOUSEHOLDS = word_list("households")
"""What a politician's name turns into a body of its own."""

_UNFINISHED = frozenset({*_LINKS, "and", "the", "Majority", "Minority"})
_SURNAMES = frozenset(
    {"Baron", "Bishop", "Dean", "Duke", "Earl", "Judge", "King", "Major", "Marshal", "Pope", "Prince"}
)
"""Titles that are last names after a courtesy title; ``Mr. President`` only speaks to one."""


@dataclass(frozen=True, slots=True)
class Name:
    """One naming of somebody or something in the text."""

    span: Span
    """Title and possessive left out."""
    text: str
    titles: tuple[str, ...] = ()
    """The title words before it, as written."""
    first: int = 0
    last: int = 0
    """Indices of its first and last token."""
    after_the: bool = False
    possessive: bool = False
    attributive: bool = False
    """Only says to whom the next words belong: ``FBI`` in ``FBI Director``."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name."""
        return tuple(self.text.replace(",", "").split())


def find_names(tokens: Tokens, seen: Seen | None = None) -> tuple[Name, ...]:
    """All names in the words of an article, in order, none overlapping another."""
    seen = seen or Seen()
    whole = _runs(tokens, Casing(tokens, seen))
    runs = tuple(part for run in joined(whole, tokens, seen) for part in cut_before_person(run, seen))
    plain = [run for run in runs if not is_headline(run)]
    elsewhere = NamesElsewhere.of(name.words for run in plain for name in _names_of(run, tokens))
    return tuple(name for run in runs for part in elsewhere.parts(run) for name in _names_of(part, tokens))


def _runs(tokens: Tokens, casing: Casing) -> Iterator[Run]:
    position = 0
    while position < len(tokens):
        if not casing.is_name(tokens[position]):
            position += 1
            continue
        end = position + 1
        while reach := _reach(tokens, position, end, casing):
            end += reach
        yield tokens[_begin(tokens, position, casing) : end]
        position = end


def _begin(tokens: Tokens, position: int, casing: Casing) -> int:
    """Back to a particle, a common word or titles at the start of a sentence that belong to the name."""
    before, first = tokens[position - 1] if position else None, tokens[position]
    if before is not None and before.text.lower() in _OPENING_PARTICLES and first.gap == " ":
        return position - 1
    if before is None or not before.uncased or not _adjacent(before, first) or not before.capital:
        return position
    titled = before.text in knowledge.titles() and _may_bear_title(first.text)
    return position - 1 if titled or casing.is_pair(before, first) else position


def _may_bear_title(word: str) -> bool:
    """Whether a person's name may begin with ``word``: no country, body or people."""
    tables = (
        knowledge.titles(),
        knowledge.state_by_name(),
        knowledge.state_by_demonym(),
        knowledge.institutions(),
        organization_words(),
        _adherents(),
    )
    return not word.isupper() and not any(word in table for table in tables)


def _reach(tokens: Tokens, begin: int, end: int, casing: Casing) -> int:
    """How many words from ``end`` on continue the name that begins at ``begin``; 0 if it ends there."""
    ahead = tokens[end : end + 3]
    if not ahead:
        return 0
    if ahead[0].text in _SUFFIXES and ahead[0].gap in (" ", ", "):
        return 1
    if not _adjacent(tokens[end - 1], ahead[0]):
        return 0
    if casing.is_name(ahead[0]):
        return 1
    goes_on = len(ahead) > 1 and _adjacent(ahead[0], ahead[1])
    return _reach_over_link(tokens[begin:end], ahead, casing) if goes_on else 0


def _reach_over_link(run: Run, ahead: tuple[Token, ...], casing: Casing) -> int:
    links = ahead[0].text in _LINKS and _may_take(run, ahead[0].text)
    if (links or ahead[0].text in _PARTICLES) and casing.is_name(ahead[1]):
        return 2
    if (
        links
        and ahead[1].text == "the"
        and len(ahead) > 2
        and casing.is_name(ahead[2])
        and _adjacent(*ahead[1:])
    ):
        return 3
    joins = ahead[0].text == "and" and any(token.text in _LINKS for token in run)
    return 2 if joins and ahead[1].text in _FIELDS else 0


def _may_take(run: Run, link: str) -> bool:
    """Whether a name may go on with ``of``, ``for`` or ``on``: only bodies and offices, ``on`` only some."""
    if link == "on":
        return any(token.text in _PANELS for token in run)
    return any(
        organization_words().get(token.text) in ("organization", "government") or token.text in _OFFICES
        for token in run
    )


def _adjacent(before: Token, after: Token) -> bool:
    """Whether a name may go on from one word to the next."""
    broken = before.possessive and before.text.casefold() not in knowledge.common_words()
    return after.gap == " " and not broken and not after.text.startswith("@")


def _names_of(run: Run, tokens: Tokens) -> Iterator[Name]:
    cut = _after_titles(run)
    if (
        cut == len(run) > 1
        and run[0].text in knowledge.given_names()
        and run[-2].text not in knowledge.titles()
    ):
        cut = 0
    if cut == len(run) > 1 and run[-1].text in _SURNAMES and run[-2].text in _courtesy():
        cut -= 1
    begin = min(_before_titles(run), cut)
    owner, titles, rest = _whole(run[:begin]), run[begin:cut], _whole(run[cut:])
    if not titles:
        rest = _without_nationality(_without_office(run, tokens))
    words = tuple(token.text for token in titles if token.text in knowledge.titles())
    if titles and (owner := _without_nationality(owner)):
        yield _name(owner, tokens, (), attributive=True)
    if rest:
        yield _name(rest, tokens, words)


def _whole(run: Run) -> Run:
    """A run without what would go on, or only tells a party of a chamber: ``Senate Majority | Leader``."""
    while run and run[-1].text in _UNFINISHED:
        run = run[:-1]
    return run


@functools.cache
def _courtesy() -> frozenset[str]:
    return frozenset(form for form, title in knowledge.titles().items() if not title.role and title.gender)


def _before_titles(run: Run) -> int:
    return next((place for place, token in enumerate(run) if token.text in knowledge.titles()), len(run))


def _after_titles(run: Run) -> int:
    """Where the name after the last title begins; the run's beginning if no title stands before a name."""
    if _is_organization(run):
        return 0
    last = max((place for place, token in enumerate(run) if token.text in knowledge.titles()), default=-1)
    cut = last + 1
    if not cut or cut == len(run) or run[cut].text not in (*_LINKS, "and"):
        return cut
    person = next((place for place in range(cut, len(run) - 1) if run[place].text in given_names()), None)
    if person is not None:
        return person
    while cut < len(run) and run[cut].text in (*_LINKS, "and", "the", *_FIELDS):
        cut += 1
    return cut


def _is_organization(run: Run) -> bool:
    """Whether a title in the run is none: ``General Motors``, ``Ministry of Justice``."""
    last = run[-1].text
    is_field = len(run) > 2 and run[-2].text in _LINKS and _may_take(run[:-2], run[-2].text)
    return (last in organization_words() and last not in knowledge.titles()) or is_field


def _without_office(run: Run, tokens: Tokens) -> tuple[Token, ...]:
    """``secretary of State Hillary Clinton`` names no State Hillary Clinton."""
    before = tokens[run[0].index - 1].text if run[0].index else ""
    begin = next((place for place, token in enumerate(run) if token.text not in _FIELDS), len(run))
    return run[begin:] if before == "of" and begin < len(run) else run


def _without_nationality(run: Run) -> tuple[Token, ...]:
    for length in (2, 1):
        head = " ".join(token.text for token in run[:length])
        if (
            head in knowledge.state_by_demonym() or head in _adherents()
        ) and head not in knowledge.state_by_name():
            rest = run[length:]
            return run if any(token.text in organization_words() for token in rest) else rest
    return run


def _adherents() -> frozenset[str]:
    words = knowledge.collectives()
    return words | {word + "s" for word in words}


def _serves(tokens: Tokens, last: Token) -> bool:
    """Whether the name only says whose the person after it is: ``GOP nominee``, ``Trump supporters``."""
    following = tokens[last.index + 1 : last.index + 2]
    if not following or following[0].gap != " " or last.possessive or following[0].capital:
        return False
    noun = following[0].text
    return "person" in (knowledge.nouns().get(noun), knowledge.nouns().get(noun.removesuffix("s")))


def _is_household(last: Token, following: Token | None, tokens: Tokens) -> bool:
    """``Cole’s campaign``, not ``Cole’s campaign manager``."""
    if following is None or following.text not in _HOUSEHOLDS or following.gap != " ":
        return False
    return not (last.possessive and _serves(tokens, following))


def _mark(token: Token) -> str:
    """What stands before a word inside a name: ``Cole & Lind``, ``Bureau of Water, Roads and Fires``."""
    if token.text in _SUFFIXES:
        return " "
    return next((mark for mark in (" & ", ", ") if token.gap == mark), " ")


def _name(
    run: tuple[Token, ...], tokens: Tokens, titles: tuple[str, ...], *, attributive: bool = False
) -> Name:
    first, last = run[0], run[-1]
    following = tokens[last.index + 1] if last.index + 1 < len(tokens) else None
    household = not titles and _is_household(last, following, tokens)
    end = following if household and following is not None else last
    before = tokens[first.index - 1] if first.index else None
    return Name(
        span=Span(first.start, end.end),
        text=first.text
        + "".join(_mark(token) + token.text for token in tokens[first.index + 1 : end.index + 1]),
        titles=titles,
        first=first.index,
        last=end.index,
        after_the=before is not None and before.text.lower() == "the" and first.gap in (" ", " “", ' "'),
        possessive=end.possessive,
        attributive=attributive or _serves(tokens, end),
    )
