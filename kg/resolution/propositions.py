"""What a content puts forward: one proposition for each of its main clauses, without negation.

Subordinate clauses stay with the clause that they belong to; a question puts nothing forward.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from kg.domain import Span
from kg.resolution.cue_classes import sayings
from kg.resolution.knowledge import word_list
from kg.resolution.labels import line_of, wording
from kg.resolution.negation import Edit, negation
from kg.resolution.syntax import RELATIVES, Syntax

_SUBORDINATE = frozenset({"advcl", "acl", "csubj"})
_RAISING = word_list("raising")
"""Predicates that only say how the one below them is so: "are expected to join"."""
_COMPLEMENTERS = frozenset({"that", "to", "for"})
_VERBAL = frozenset({"VERB", "AUX"})
_ASKING_TAGS = frozenset({"WRB", "WP", "WDT"})
_ALTERNATIVE = frozenset({"or", "nor"})
_QUESTION = re.compile(r"\?[\s\"'”’)]*$")
_FULL_STOP = re.compile(r"(?<=[^\W_]{3})\.$")
"""Not that of an abbreviation."""
_LEAST_FRAGMENT = 5
"""Words without a verb that put something forward, at least."""
_LEAST_ASIDE = 3
"""Words of an aside ("you know") that puts something forward, at least."""
_PARTICIPLES = frozenset({"VBN", "VBG"})
_SHARED_FORMS = frozenset({"VB", "VBN", "VBG"})
"""Tags of verb forms that need an auxiliary, and may share the one of the clause before."""


@dataclass(frozen=True, slots=True)
class Proposition:
    """What one main clause puts forward."""

    label: str
    """Its wording without negation, one line; with the subject that it shares with the clause before."""
    spans: tuple[Span, ...]
    """Its words and those of the shared subject, in text order."""
    head: int | None = None
    """The word that heads it; None without syntax."""
    core: int | None = None
    """The word that tells what is so: below "is expected to", else the head."""
    negated: bool = False
    is_imperative: bool = False

    @property
    def is_read(self) -> bool:
        """Whether its syntax is known."""
        return self.head is not None


def propositions(content: Sequence[Span], syntax: Syntax, text: str) -> tuple[Proposition, ...]:
    """The propositions of a content in text order; one of all its words if its syntax is not known."""
    words = syntax.within(content)
    if not words:
        return (Proposition(wording(content, text), tuple(content)),)
    clauses = [clause for sentence in _sentences(words, syntax) for clause in _clauses(sentence, syntax)]
    if not clauses:
        return (Proposition(wording(content, text), tuple(content)),)
    told = [
        clause
        for clause in clauses
        if not _is_question(clause, syntax, text) and (len(clauses) == 1 or not _is_scrap(clause, syntax))
    ]
    if len(clauses) == 1:
        return tuple(_whole(clause, content, syntax, text) for clause in told)
    return tuple(_part(clause, syntax, text) for clause in told)


def _sentences(words: Sequence[int], syntax: Syntax) -> list[list[int]]:
    """Words by sentence; none begins inside a token, as in "1.1"."""
    sentences: list[list[int]] = []
    number = -1
    for word in words:
        here = syntax.words[word]
        if not sentences or (here.sentence != number and here.tag != "X"):
            sentences.append([])
        number = here.sentence
        sentences[-1].append(word)
    return sentences


@dataclass(frozen=True, slots=True)
class _Clause:
    """A main clause: its head and its words, and what it shares with the clause before."""

    head: int
    words: list[int]
    subject: tuple[int, ...] = ()
    auxiliaries: tuple[int, ...] = ()
    sentence_end: int = 0
    """The last word of the sentence, as far as the content has it."""


def _clauses(sentence: list[int], syntax: Syntax) -> Iterator[_Clause]:
    """The main clauses of the part of a sentence that belongs to a content."""
    heads = sorted(_heads(sentence, frozenset(sentence), syntax))
    if not heads:
        return
    owners = _owners(sentence, heads, syntax)
    for head in heads:
        words = _bare([word for word in sentence if owners[word] == head], head, syntax)
        if words:
            yield _Clause(head, words, *_shared(head, heads, syntax), sentence_end=sentence[-1])


def _heads(sentence: list[int], inside: frozenset[int], syntax: Syntax) -> set[int]:
    tops = [word for word in sentence if not syntax.is_silent(word) and _is_top(word, inside, syntax)]
    clausal = [word for word in tops if syntax.is_clause(word)]
    main = [word for word in clausal if syntax.relation(word) not in _SUBORDINATE]
    found = set(main or clausal[:1] or sorted(tops, key=lambda top: _weight(top, syntax))[-1:])
    waiting = list(found)
    while waiting:
        for word in _coordinate(waiting.pop(), inside, syntax):
            if word not in found:
                found.add(word)
                waiting.append(word)
    found = {word for word in found if not _is_subordinate(word, syntax)} or found
    finite = any(syntax.is_finite(word) for word in found)
    return {word for word in found if not (finite and _is_infinitive(word, syntax))}


def _weight(top: int, syntax: Syntax) -> tuple[bool, int]:
    """What tells most without a verb: in "(called) the plan outrageous" the last, else the longest phrase."""
    return syntax.relation(top) == "xcomp", len(syntax.below(top))


def _is_subordinate(word: int, syntax: Syntax) -> bool:
    """Whether a conjunction or a participle puts a clause below another: "if they come", "led by Cole"."""
    here = syntax.words[word]
    participle = (
        here.tag == "VERB" and here.fine_tag in _PARTICIPLES and here.relation not in ("conj", "root")
    )
    alone = not syntax.children(word, "nsubj", "aux", "cop", "csubj", "expl")
    marks = syntax.children(word, "mark")
    return (participle and alone) or any(syntax.lemma(each) not in _COMPLEMENTERS for each in marks)


def _is_top(word: int, inside: frozenset[int], syntax: Syntax) -> bool:
    head = syntax.words[word].head
    return head == word or head not in inside or syntax.is_silent(head)


def _is_infinitive(word: int, syntax: Syntax) -> bool:
    return any(syntax.lemma(each) == "to" for each in syntax.children(word, "mark"))


def _coordinate(head: int, inside: frozenset[int], syntax: Syntax) -> Iterator[int]:
    """Heads of the clauses that stand beside the one of ``head``."""
    for word in syntax.children(head, "conj", "parataxis"):
        if word not in inside or not syntax.is_clause(word) or _is_relative(word, syntax):
            continue
        if syntax.relation(word) == "conj":
            joined = {syntax.lemma(each) for each in syntax.children(word, "cc")}
            if not joined & _ALTERNATIVE:
                yield word
        elif syntax.lemma(word) not in sayings() and len(syntax.below(word)) >= _LEAST_ASIDE:
            yield word


def _is_relative(word: int, syntax: Syntax) -> bool:
    return any(syntax.words[each].fine_tag in RELATIVES for each in syntax.subjects(word))


def _owners(sentence: list[int], heads: Sequence[int], syntax: Syntax) -> Mapping[int, int]:
    """For every word the head of its clause; the nearest one if the tree does not tell.

    Clauses whose words stand among each other's are one, that of the first of them.
    """
    main = frozenset(heads)
    owners = {}
    for word in sentence:
        above = next((each for each in (word, *syntax.ancestors(word)) if each in main), None)
        owners[word] = min(heads, key=lambda head: abs(head - word)) if above is None else above
    told = [word for word in sentence if not syntax.is_mark(word)] or sentence
    ends = {owners[word]: word for word in told}
    end = told[0]
    first = owners[end]
    for word in sentence:
        if word > end:
            first = owners[word]
        end = max(end, ends.get(owners[word], word))
        owners[word] = first
    return owners


def _bare(words: list[int], head: int, syntax: Syntax) -> list[int]:
    """The words of a clause without the conjunction before it and the marks around it."""
    opening = {each for each in syntax.children(head, "cc", "mark") if syntax.lemma(each) != "to"}
    opening = {each for each in opening if syntax.relation(each) == "cc" or syntax.lemma(each) == "that"}
    while words and (words[0] in opening or syntax.is_mark(words[0])):
        words = words[1:]
    while words and (syntax.is_mark(words[-1]) or syntax.relation(words[-1]) == "cc"):
        words = words[:-1]
    return words


def _shared(head: int, heads: Sequence[int], syntax: Syntax) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The subject and the auxiliaries of the clause before that this one shares: "came and won"."""
    before = syntax.words[head].head
    if before not in heads or syntax.relation(head) != "conj" or syntax.subjects(head):
        return (), ()
    if _is_infinitive(head, syntax):
        return (), ()
    own = syntax.children(head, "aux", "cop", "mark")
    subject = [word for each in syntax.subjects(before) for word in syntax.below(each)]
    alike = syntax.words[head].fine_tag == syntax.words[before].fine_tag
    if own or not alike or syntax.words[head].fine_tag not in _SHARED_FORMS:
        return tuple(subject), ()
    return tuple(subject), tuple(syntax.children(before, "aux"))


def _is_scrap(clause: _Clause, syntax: Syntax) -> bool:
    """Whether it is a few words without a verb, or a verb alone: "Not at all.", "look"."""
    if len(clause.words) == 1 and not clause.subject:
        return True
    return not syntax.is_clause(clause.head) and len(clause.words) < _LEAST_FRAGMENT


def _is_question(clause: _Clause, syntax: Syntax, text: str) -> bool:
    """Whether its sentence ends with a question mark."""
    end = syntax.words[clause.sentence_end].span.end
    last = syntax.words[clause.words[-1]].span.end
    return _QUESTION.search(text[last:end] + text[end : end + 1]) is not None


def _whole(clause: _Clause, content: Sequence[Span], syntax: Syntax, text: str) -> Proposition:
    """The only proposition of a content."""
    first, *rest = syntax.within(content)
    stands_for = not rest or syntax.words[rest[0]].tag in _VERBAL
    that = syntax.lemma(first) == "that" and (syntax.relation(first) == "mark" or not stands_for)
    cuts = [Edit(syntax.words[first].span)] if that else []
    return _proposition(clause, tuple(content), cuts, syntax, text)


def _part(clause: _Clause, syntax: Syntax, text: str) -> Proposition:
    """One of several propositions of a content."""
    return _proposition(clause, _runs(clause.words, syntax), [], syntax, text)


def _proposition(
    clause: _Clause, own: tuple[Span, ...], cuts: list[Edit], syntax: Syntax, text: str
) -> Proposition:
    chain = _chain(clause.head, syntax)
    edits = negation(chain, syntax, text)
    borrowed = _runs((*clause.subject, *clause.auxiliaries), syntax)
    line = line_of(own, text, (*cuts, *edits))
    return Proposition(
        label=" ".join((*(span.of(text) for span in borrowed), _FULL_STOP.sub("", line))),
        spans=tuple(sorted({*borrowed, *own})),
        head=chain[0],
        core=chain[-1],
        negated=bool(edits),
        is_imperative=_is_imperative(clause, syntax),
    )


def _runs(words: Sequence[int], syntax: Syntax) -> tuple[Span, ...]:
    """Words that stand side by side, as spans."""
    groups = groupby(enumerate(sorted(words)), key=lambda pair: pair[1] - pair[0])
    return tuple(syntax.span_of([word for _, word in group]) for _, group in groups)


def _chain(head: int, syntax: Syntax) -> tuple[int, ...]:
    """From the head of a clause down to what it tells: "expected" and "join" in "are expected to join"."""
    chain = [head]
    while below := _below(chain[-1], syntax):
        chain.append(below[0])
    return tuple(chain)


def _below(head: int, syntax: Syntax) -> list[int]:
    """What tells more than ``head``: under "expected" or "failed", or under "how"."""
    if syntax.lemma(head) in _RAISING:
        return syntax.children(head, "xcomp")
    asks = syntax.words[head].fine_tag in _ASKING_TAGS
    return [each for each in syntax.children(head, "acl", "advcl") if asks]


def _is_imperative(clause: _Clause, syntax: Syntax) -> bool:
    """Whether it is a bare verb at the beginning, without a subject: "Send more troops"."""
    word = syntax.words[clause.head]
    alone = not syntax.children(clause.head, "nsubj", "csubj", "aux", "mark", "expl", "cop")
    first = next(each for each in clause.words if not syntax.is_silent(each))
    opens = first == clause.head or syntax.lemma(first) in ("do", "please", "let", "never", "just")
    return word.tag == "VERB" and word.fine_tag == "VB" and alone and opens and not clause.subject
