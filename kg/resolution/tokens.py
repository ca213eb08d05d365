"""Words of an article with what names need to know about each: sentence, case evidence, possessive."""

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.domain import Span
from kg.resolution.knowledge import titles, word_list

_WORD = re.compile(
    r"@\w+"  # a handle
    r"|(?:[A-Z]\.){2,}(?:[A-Z](?!\w))?"  # U.S., J.K.
    r"|[^\W_]+(?:[-‐‑&'’](?=[^\W_])[^\W_]+)*"  # O’Brien, Commander-in-Chief, AT&T
)
_ARTICLE = re.compile(r"^(?:a[dlnrstz]|ash|el)[-‐‑](?=[A-Z])")
_POSSESSIVE = re.compile(r"['’][sS]$")
_CONTRACTION = re.compile(r"['’](?:ve|re|ll|m|d)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s|[.!?…][”\"’]?$")
_OPENING = re.compile(r"[“\"‘'(:•–—-]\s*$")
_ABBREVIATIONS = word_list("abbreviations")
_OPENERS = word_list("openers")
_BLANKS = re.compile(r"[^\S\n]+")
_EMPHASIS = re.compile(r"\*{1,3}|(?<![^\W_])_{1,2}")
"""Marks of Markdown around words: ``**Ann Cole**``, ``_Ann Cole_``."""
_HEADLINE_SHARE = 0.9
_HEADLINE_WORDS = 3
_LONG_WORD = 4
"""Headlines write words of four letters and more with a capital, function words aside."""
_FUNCTION_WORDS = word_list("function words")


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the article; a possessive ``'s`` is cut off and remembered."""

    index: int
    start: int
    end: int
    text: str
    gap: str
    """What stands between the word before and this one, a cut-off ``'s`` not counted; blanks are one."""
    possessive: bool
    sentence: int
    paragraph: int
    uncased: bool
    """A capital here says nothing: first word of a sentence or quotation, or in a headline."""

    @property
    def span(self) -> Span:
        """Where it stands, a possessive ``'s`` left out."""
        return Span(self.start, self.end)

    @property
    def capital(self) -> bool:
        """Whether the word begins with a capital, an Arabic article left out, or is a handle."""
        first = _ARTICLE.sub("", self.text)[0]
        return first.isupper() or first == "@"


class Tokens(tuple[Token, ...]):
    """All words of one article, in order, with look-up by offset and by text."""

    @cached_property
    def cased(self) -> dict[str, list[int]]:
        """Numbers of the words whose capital would say something, by their text."""
        found: dict[str, list[int]] = {}
        for token in self:
            if not token.uncased:
                found.setdefault(token.text, []).append(token.index)
        return found

    def within(self, span: Span) -> tuple[Token, ...]:
        """The words that begin inside ``span``."""
        first = bisect.bisect_left(self, span.start, key=lambda token: token.start)
        last = bisect.bisect_left(self, span.end, key=lambda token: token.start)
        return self[first:last]

    def before(self, offset: int) -> Token | None:
        """The last word that ends at or before ``offset``."""
        position = bisect.bisect_right(self, offset, key=lambda token: token.end)
        return self[position - 1] if position else None

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence that holds ``offset``."""
        position = bisect.bisect_right(self, offset, key=lambda token: token.start)
        return self[max(position - 1, 0)].sentence if self else 0

    def paragraph_at(self, offset: int) -> int:
        """Number of the paragraph that holds ``offset``."""
        position = bisect.bisect_right(self, offset, key=lambda token: token.start)
        return self[max(position - 1, 0)].paragraph if self else 0


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    text: str
    possessive: bool
    resume: int
    """Where the gap before the next word begins."""
    line: int


def tokenize(text: str, unread: Iterable[Span] = ()) -> Tokens:
    """The words of ``text`` outside the parts that belong to the page."""
    hidden = tuple(unread)
    words = [word for word in _words(text) if not any(span.start <= word.start < span.end for span in hidden)]
    return Tokens(_placed(text, words))


def _words(text: str) -> Iterator[_Word]:
    line = position = 0
    for match in _WORD.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        yield _word(match, text, line)


def _word(match: re.Match[str], text: str, line: int) -> _Word:
    start, end = match.span()
    if _POSSESSIVE.search(match[0]):
        return _Word(start, end - 2, match[0][:-2], True, end, line)
    contracted = _CONTRACTION.search(match[0])
    if contracted:
        return _Word(start, start + contracted.start(), match[0][: contracted.start()], False, end, line)
    if text[end : end + 1] == "." and _takes_period(match[0]):
        return _Word(start, end + 1, match[0] + ".", False, end + 1, line)
    plural_possessive = match[0].endswith("s") and text[end : end + 2] in ("' ", "’ ")
    return _Word(start, end, match[0], plural_possessive, end, line)


def _takes_period(word: str) -> bool:
    initial = len(word) == 1 and word.isupper() and word != "I"
    return initial or word in _ABBREVIATIONS or f"{word}." in titles()


def _placed(text: str, words: list[_Word]) -> Iterator[Token]:
    headlines = _headlines(words)
    sentence = paragraph = 0
    for index, word in enumerate(words):
        before = words[index - 1] if index else None
        gap = _BLANKS.sub(" ", _EMPHASIS.sub("", text[before.resume if before else 0 : word.start]))
        new_paragraph = before is not None and "\n" in gap
        new_sentence = new_paragraph or (before is not None and _ends_sentence(before, gap, word))
        paragraph += new_paragraph
        sentence += new_sentence
        uncased = not before or new_sentence or bool(_OPENING.search(gap)) or word.line in headlines
        yield Token(
            index, word.start, word.end, word.text, gap, word.possessive, sentence, paragraph, uncased
        )


def _ends_sentence(before: _Word, gap: str, word: _Word) -> bool:
    if _SENTENCE_END.search(gap):
        return not word.text[0].islower()
    return before.text.endswith(".") and len(before.text) > 2 and word.text in _OPENERS


def _headlines(words: list[_Word]) -> frozenset[int]:
    """Numbers of the lines where nearly every longer word has a capital."""
    lines: dict[int, list[bool]] = {}
    for word in words:
        if len(word.text) >= _LONG_WORD and word.text.lower() not in _FUNCTION_WORDS:
            lines.setdefault(word.line, []).append(word.text[0].isupper())
    return frozenset(
        line
        for line, capitals in lines.items()
        if len(capitals) >= _HEADLINE_WORDS and sum(capitals) >= _HEADLINE_SHARE * len(capitals)
    )
