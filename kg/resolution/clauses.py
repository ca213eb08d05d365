"""The words with which a verb or noun tells of something, without what other clauses add."""

from collections.abc import Sequence

from kg.domain import Span
from kg.resolution.knowledge import word_list
from kg.resolution.labels import line_of
from kg.resolution.negation import Edit, negation
from kg.resolution.scene import Scene
from kg.resolution.syntax import Syntax

_OTHER_CLAUSES = ("advcl", "parataxis", "conj", "cc", "ccomp", "acl", "discourse", "vocative", "appos", "dep")
_BESIDE = ("obl", "advmod")
"""Relations of "according to him" and "reportedly"."""
_CONNECTIVES = word_list("connectives")
"""Words that tie a clause to the text before it, and say nothing themselves."""


class Clauses:
    """The clauses of one article."""

    def __init__(self, scene: Scene, syntax: Syntax) -> None:
        self._syntax = syntax
        self._text = scene.text
        said = scene.reading.attributions
        self._hearsay = {word for each in said for word in _words((*each.source, *each.cue), syntax)}
        self._contents = sorted((_words(each.content, syntax) for each in said), key=len)

    def words(self, head: int) -> list[int]:
        """The words of the clause or phrase of ``head``, in text order, without what only ties it in.

        A clause that somebody says ends with his words, whatever the tree hangs on it.
        """
        syntax = self._syntax
        left_out = [
            *syntax.children(head, *_OTHER_CLAUSES),
            *syntax.children(head, "mark"),
            *(each for each in syntax.children(head, *_BESIDE) if each in self._hearsay),
            *(syntax.children(head, "case") if syntax.is_noun(head) else ()),
        ]
        closed = {word for each in left_out for word in syntax.below(each)}
        first = syntax.relative(head) or 0
        said = next((content for content in self._contents if head in content), None)
        words = [
            word
            for word in syntax.below(head)
            if word >= first and word not in closed and (said is None or word in said or syntax.is_mark(word))
        ]
        while words and self._ties(words[0]):
            words = words[1:]
        while words and syntax.is_mark(words[-1]):
            words = words[:-1]
        return words or [head]

    def _ties(self, word: int) -> bool:
        return self._syntax.is_mark(word) or self._syntax.words[word].lemma in _CONNECTIVES

    def spans(self, head: int) -> tuple[Span, ...]:
        """The words of a clause as spans."""
        runs: list[list[int]] = []
        for word in self.words(head):
            if not runs or word - runs[-1][-1] > 1:
                runs.append([])
            runs[-1].append(word)
        return tuple(self._syntax.span_of(run) for run in runs)

    def wording(self, head: int) -> str:
        """The clause in one line without negation, with what "which" stands for, or the subject shared."""
        relative = self._relative(head)
        edits = (*negation((head,), self._syntax, self._text), *relative)
        words = line_of(self.spans(head), self._text, edits)
        subject = self._borrowed(head) if not relative else ""
        return f"{subject} {words}".strip()

    def _relative(self, head: int) -> tuple[Edit, ...]:
        """Instead of "which" as the subject of the clause the words that it stands for."""
        who = self._syntax.relative(head)
        if who is None or who not in self._syntax.subjects(head):
            return ()
        return (Edit(self._syntax.words[who].span, self._noun(self._syntax.antecedent(who, head))),)

    def _noun(self, head: int) -> str:
        """A noun with what stands before it and belongs to it, not its clauses."""
        syntax = self._syntax
        below = syntax.children(head, "det", "amod", "compound", "nummod", "nmod", "flat")
        before = [
            each
            for each in below
            if syntax.relation(each) != "nmod" or syntax.words[each].relation == "nmod:poss"
        ]
        words = sorted({head, *(word for each in before for word in syntax.below(each))})
        return self._line(words)

    def _borrowed(self, head: int) -> str:
        """The subject shared with the clause above: "(Cole came and) won", "(Cole wants to) win"."""
        subjects = self._syntax.shared_subjects(head) if self._syntax.words[head].tag == "VERB" else []
        mine = self._syntax.subjects(head)
        words = sorted({word for each in subjects for word in self._syntax.below(each)})
        return self._line(words) if words and not mine else ""

    def _line(self, words: Sequence[int]) -> str:
        return " ".join(self._syntax.span_of(list(words)).of(self._text).split())


def _words(spans: Sequence[Span], syntax: Syntax) -> frozenset[int]:
    return frozenset(word for span in spans for word in syntax.range_of(span))
