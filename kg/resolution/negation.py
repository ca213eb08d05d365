"""Negation of a clause: which words say that it is not so, and what is left without them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.domain import Span
from kg.resolution.syntax import Syntax

_NEGATORS = frozenset({"not", "n't", "never"})
_NOT_ALONE = re.compile(
    r"\s+(?:only|just|merely|simply|solely|necessarily|least|to\s+mention)\b", re.IGNORECASE
)
"""After "not": what is said still holds."""
_CONTRACTED = re.compile(r"(?P<verb>[^\W_]+?)(?P<not>n['’]t)\b", re.IGNORECASE)
_WHOLE = {"wo": "will", "ca": "can", "sha": "shall", "ai": "is"}
"""What is left of a verb before "n't"."""
_NOBODY = {
    "nobody": "somebody",
    "no one": "someone",
    "nothing": "something",
    "none": "some",
    "nowhere": "somewhere",
}
_NO_ONE = re.compile(r"no\s+one\b", re.IGNORECASE)
_DID = {"VBD": "did", "VBZ": "does", "VBP": "do"}
_NOMINALS = ("nsubj", "obj")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Words to be replaced in a wording."""

    span: Span
    words: str = ""


def negation(heads: Sequence[int], syntax: Syntax, text: str) -> tuple[Edit, ...]:
    """The edits that take the negation out of a clause; empty if it is not negated.

    ``heads`` are its main predicate and, where that only says how what follows is so ("is expected to join"),
    the predicate below it. Two negations make none.
    """
    if any(syntax.lemma(each) == "either" for head in heads for each in syntax.children(head, "cc")):
        return ()
    found = _apart(edit for head in heads for edit in _of(head, syntax, text))
    if len(found) % 2 == 0:
        return ()
    between = range(syntax.range_of(found[0].span).start, heads[-1])
    yet = [Edit(_word(each, syntax)) for each in between if syntax.lemma(each) == "yet"]
    return (*found, *yet)


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """Edits in text order, of several of the same words the longest: "n't" goes with its verb."""
    found: list[Edit] = []
    for edit in sorted(edits, key=lambda each: (each.span.start, -len(each.span))):
        if not found or edit.span.start >= found[-1].span.end:
            found.append(edit)
    return found


def _of(head: int, syntax: Syntax, text: str) -> Iterator[Edit]:
    for child in (head, *syntax.children(head)):
        if syntax.relation(child) in ("aux", "cop") or child == head:
            yield from _contracted(child, syntax, text)
    for child in syntax.children(head, "advmod", "det", "case"):
        yield from _by_word(child, syntax, text)
    for noun in syntax.children(head, *_NOMINALS):
        yield from _by_nominal(noun, syntax, text)
    yield from _by_failing(head, syntax)


def _contracted(word: int, syntax: Syntax, text: str) -> Iterator[Edit]:
    """Of "didn’t" and "cannot" only the verb is left."""
    start = syntax.words[word].span.start
    match = _CONTRACTED.match(text, start)
    if match:
        yield Edit(Span(*match.span()), _WHOLE.get(match["verb"].lower(), match["verb"]))
    elif text[start : start + 6].lower() == "cannot":
        yield Edit(Span(start, start + 6), text[start : start + 3])


def _by_word(child: int, syntax: Syntax, text: str) -> Iterator[Edit]:
    """By "not", "never", "no longer", in "no threat" and in "without merit"."""
    lemma, span = syntax.lemma(child), syntax.words[child].span
    whole = text[span.start : span.end].lower().replace("’", "'")
    if lemma in _NEGATORS and whole in _NEGATORS and not _NOT_ALONE.match(text, span.end):
        yield Edit(span)
    elif lemma in ("long", "longer") and (no := _no(child, syntax)):
        yield Edit(Span(no.start, span.end))
    elif whole == "no" and syntax.relation(child) == "det":
        yield Edit(span)
    elif whole == "without":
        yield Edit(span, "with")


def _no(word: int, syntax: Syntax) -> Span | None:
    """Where "no" stands below a word."""
    return next(
        (syntax.words[each].span for each in syntax.children(word) if syntax.lemma(each) == "no"), None
    )


def _by_nominal(noun: int, syntax: Syntax, text: str) -> Iterator[Edit]:
    """In "no soldiers were sent" and "nobody was sent"."""
    span = syntax.words[noun].span
    no = [each for each in syntax.children(noun, "det") if syntax.lemma(each) == "no"]
    one = _NO_ONE.match(text, syntax.words[no[0]].span.start) if no else _NO_ONE.match(text, span.start)
    if one:
        yield Edit(Span(*one.span()), _NOBODY["no one"])
    elif no:
        yield Edit(syntax.words[no[0]].span)
    elif (some := _NOBODY.get(span.of(text).lower())) is not None:
        yield Edit(span, some)


def _by_failing(head: int, syntax: Syntax) -> Iterator[Edit]:
    """Who "failed to send" did not send."""
    for below in syntax.children(head, "xcomp") if syntax.lemma(head) == "fail" else ():
        marks = [each for each in syntax.children(below, "mark") if syntax.lemma(each) == "to"]
        if marks and not syntax.children(head, "aux"):
            span = Span(syntax.words[head].span.start, syntax.words[marks[0]].span.end)
            yield Edit(span, _DID.get(syntax.words[head].fine_tag, ""))


def _word(word: int, syntax: Syntax) -> Span:
    return syntax.words[word].span


def applied(edits: Sequence[Edit], span: Span, text: str) -> str:
    """The words of a span of the text with the edits inside it made."""
    parts, position = [], span.start
    for edit in sorted(edits):
        if span.contains(edit.span) and edit.span.start >= position:
            parts += [text[position : edit.span.start], edit.words]
            position = edit.span.end
    parts.append(text[position : span.end])
    return "".join(parts)
