"""Where words stand between quotation marks, without any learning.

A paragraph is scanned alone: a quotation that is not closed runs to the end of
its paragraph, as in newspapers where each paragraph of a long quotation opens anew. A closing mark without
an opening one belongs to a quotation that was left open in the paragraph before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from kg.domain import Span
from kg.reader.lines import is_wrapped


class QuoteState(IntEnum):
    """Where a word stands."""

    OUTSIDE = 0
    INSIDE = 1
    MARK = 2


@dataclass(frozen=True, slots=True)
class Quotation:
    """One run of quoted words; ``span`` includes the marks."""

    span: Span
    opening: Span | None
    """The mark that opens it; None if it goes on from the paragraph before without one."""
    closing: Span | None
    """The mark that closes it; None if it runs to the end of its paragraph."""

    @property
    def inside(self) -> tuple[int, int]:
        """Start and end of the words between the marks; they may be equal."""
        start = self.opening.end if self.opening else self.span.start
        return start, self.closing.start if self.closing else self.span.end


_LINE = re.compile(r"\S[^\n]*")
_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚'＂「」『』]")
_FAMILY = {
    **dict.fromkeys(["“", "”", "„", "‟", '"', "``", "''", "＂"], "double"),
    **dict.fromkeys(["«", "»"], "angle"),
    **dict.fromkeys(["‹", "›"], "single angle"),
    **dict.fromkeys(["‘", "’", "‚", "'"], "single"),
    **dict.fromkeys(["「", "」"], "corner"),
    **dict.fromkeys(["『", "』"], "double corner"),
}
_ONLY_OPENS = frozenset({"„", "‚", "``", "「", "『"})
_ONLY_CLOSES = frozenset({"''", "」", "』"})
_LIKELY_OPENS = frozenset({"“", "‘", "‟", "«", "‹"})
_BEFORE_OPENING = frozenset("([{<-–—―/:\u2026")
_AFTER_CLOSING = frozenset(")]}>.,;:!?-–—―/\u2026")
_SINGLE_END = re.compile(r"(?<=[^\s])['’](?!\w)")
_FARTHEST = 2000
"""Characters within which a single mark must be closed to be no apostrophe."""
_DEEPEST = 4
"""Quotations inside each other; nobody writes more, and text that seems to is no news."""
_ELISION = re.compile(r"['’](?:\d\ds?|em|til|tis|twas|cause|n|round|bout)\b", re.IGNORECASE)


def quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of a text by start; an inner one follows the one that holds it."""
    found: list[Quotation] = []
    left_open = False
    for paragraph in (_BLOCK if is_wrapped(text) else _LINE).finditer(text):
        inside = list(_of_paragraph(text, paragraph.start(), paragraph.end(), left_open))
        left_open = any(each.closing is None for each in inside)
        found += inside
    return tuple(sorted(found, key=lambda each: (each.span.start, -each.span.end)))


def _of_paragraph(text: str, start: int, end: int, left_open: bool) -> Iterator[Quotation]:
    open_marks: list[Span] = []
    closed_any = False
    for match in _MARK.finditer(text, start, end):
        mark = Span(*match.span())
        if len(open_marks) < _DEEPEST and _opens(text, mark, open_marks, end):
            open_marks.append(mark)
        elif (opening := _opened_by(text, mark, open_marks)) is not None:
            yield Quotation(Span(open_marks[opening].start, mark.end), open_marks[opening], mark)
            del open_marks[opening:]
            closed_any = True
        elif left_open and not closed_any and not open_marks and _FAMILY[match.group()] != "single":
            yield Quotation(Span(start, mark.end), None, mark)
            closed_any = True
    for mark in open_marks[:1]:
        if _FAMILY[mark.of(text)] != "single":
            yield Quotation(Span(mark.start, end), mark, None)


def _opens(text: str, mark: Span, open_marks: list[Span], end: int) -> bool:
    """Whether a mark opens a quotation, from its form, its neighbours and what is open."""
    form = mark.of(text)
    if form in _ONLY_OPENS or form in _ONLY_CLOSES:
        return form in _ONLY_OPENS
    is_open = _opened_by(text, mark, open_marks) is not None
    free_before = mark.start == 0 or not _is_word(text[mark.start - 1])
    free_after = mark.end >= len(text) or text[mark.end].isspace() or text[mark.end] in _AFTER_CLOSING
    if _FAMILY[form] == "single":
        return not is_open and free_before and not free_after and _single_closes(text, mark, end)
    if form in _LIKELY_OPENS:
        return not (is_open and free_after)
    space_before = (
        mark.start == 0 or text[mark.start - 1].isspace() or text[mark.start - 1] in _BEFORE_OPENING
    )
    return not is_open and space_before and not free_after


def _opened_by(text: str, mark: Span, open_marks: list[Span]) -> int | None:
    """Index of the open mark that this one would close."""
    form = mark.of(text)
    if form in {"’", "'"}:
        inside_word = mark.end < len(text) and _is_word(text[mark.end])
        if inside_word or (mark.start and text[mark.start - 1].isspace()):
            return None
    family = _FAMILY[form]
    matching = (index for index, each in enumerate(open_marks) if _FAMILY[each.of(text)] == family)
    return max(matching, default=None)


def _single_closes(text: str, mark: Span, end: int) -> bool:
    """Whether a single mark opens a quotation, and is no apostrophe: its partner follows in the paragraph."""
    if _ELISION.match(text, mark.start):
        return False
    return (
        mark.of(text) != "’"
        and _SINGLE_END.search(text, mark.end, min(end, mark.end + _FARTHEST)) is not None
    )


def _is_word(character: str) -> bool:
    return character.isalnum()


def quote_states(text: str) -> bytearray:
    """One ``QuoteState`` for each character."""
    states = bytearray(len(text))
    found = quotations(text)
    for each in found:
        start, end = each.inside
        states[start:end] = bytes([QuoteState.INSIDE]) * (end - start)
    for each in found:
        for mark in (each.opening, each.closing):
            if mark:
                states[mark.start : mark.end] = bytes([QuoteState.MARK]) * len(mark)
    return states
