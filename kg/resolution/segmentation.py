"""Runs of capitalised words cut into names, by what the text names elsewhere.

Where every word has a capital, only that is a name: ``Cole Hints Lind Will Quit`` holds two if the article
speaks of Ann Cole and Otto Lind. In running text a person may follow a body: ``the Valdene Post Otto Lind``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.resolution import knowledge
from kg.resolution.knowledge import organization_words
from kg.resolution.tokens import Token

_BODIES = frozenset({"organization", "government"})
_LONGEST = 8
"""Words of a name, at most."""


def is_headline(run: Sequence[Token]) -> bool:
    """Whether none of several words owes its capital to being a name."""
    return len(run) > 1 and all(token.uncased for token in run)


@dataclass(frozen=True, slots=True)
class NamesElsewhere:
    """The names of running text, lower case, and the words by which they may be called again."""

    names: frozenset[tuple[str, ...]]

    @classmethod
    def of(cls, names: Iterable[Sequence[str]]) -> "NamesElsewhere":
        """From the words of each name."""
        return cls(frozenset(tuple(map(str.casefold, each)) for name in names for each in _calls(name)))

    def parts(self, run: tuple[Token, ...]) -> tuple[tuple[Token, ...], ...]:
        """The names in a run of capitalised words."""
        return self._in_headline(run) if is_headline(run) else self._in_text(run)

    def _in_text(self, run: tuple[Token, ...]) -> tuple[tuple[Token, ...], ...]:
        """The whole run, or a body or place and the person after it."""
        if any(token.text in knowledge.titles() for token in run):
            return (run,)
        for place in range(max(1, len(run) - _LONGEST), len(run)):
            if self._may_part(run[place - 1].text, [token.text for token in run[place:]]):
                return run[:place], run[place:]
        return (run,)

    def _may_part(self, last: str, words: Sequence[str]) -> bool:
        """Whether a name may end with ``last`` and a person's begin with ``words``."""
        if any(word in organization_words() for word in words):
            return False
        known = tuple(map(str.casefold, words)) in self.names
        if organization_words().get(last) in _BODIES:
            return known or (len(words) > 1 and words[0] in knowledge.given_names())
        return len(words) > 1 and _may_end(last) and (known or words[0] in knowledge.given_names())

    def _in_headline(self, run: tuple[Token, ...]) -> tuple[tuple[Token, ...], ...]:
        """The known names; the whole run if it holds none but may be one itself."""
        found = tuple(self._found(run))
        if found:
            return found
        return (run,) if _may_name(run) else ()

    def _found(self, run: tuple[Token, ...]) -> Iterator[tuple[Token, ...]]:
        words = tuple(token.text.casefold() for token in run)
        position = 0
        while position < len(run):
            ends = range(min(len(run), position + _LONGEST), position, -1)
            end = next((end for end in ends if words[position:end] in self.names), None)
            if end is not None:
                yield run[position - self._has_given_name(run, position, end) : end]
            position = end or position + 1

    def _has_given_name(self, run: Sequence[Token], begin: int, end: int) -> bool:
        """Whether only a headline has the given name: ``Ann | Cole Wins`` where the text has Cole."""
        before = run[begin - 1].text if begin else ""
        alone = end - begin == 1 and run[begin].gap == " " and run[begin].text not in organization_words()
        return alone and before in knowledge.given_names() and (before.casefold(),) not in self.names


def _may_end(word: str) -> bool:
    """Whether a person may follow ``word``: a place, a people, a common word; not a given name."""
    return (
        word[0].isupper()
        and word not in knowledge.given_names()
        and (
            word.lower() in knowledge.common_words()
            or word in knowledge.places()
            or word in knowledge.state_by_name()
            or word in knowledge.state_by_demonym()
        )
    )


def _calls(name: Sequence[str]) -> Iterator[Sequence[str]]:
    """The whole name, and its last or first word if that alone may name a person."""
    yield name
    if len(name) > 1 and not any(word in organization_words() for word in name):
        if name[-1].lower() not in knowledge.common_words():
            yield name[-1:]
        if name[0] in knowledge.given_names():
            yield name[:1]


def _may_name(run: Sequence[Token]) -> bool:
    words = [token.text for token in run]
    if words[0] in knowledge.given_names():
        return True
    return any(word in organization_words() or word in knowledge.titles() for word in words) or not any(
        word.lower() in knowledge.common_words() for word in words
    )
