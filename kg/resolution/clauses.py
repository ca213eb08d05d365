"""The words with which a verb or noun tells of something, without what other clauses add."""

from collections.abc import Sequence

from kg.domain import Span
from kg.resolution.labels import line_of
from kg.resolution.negation import Edit, negation
from kg.resolution.scene import Scene
from kg.resolution.syntax import Syntax

_OTHER_CLAUSES = ("advcl", "parataxis", "conj", "cc", "ccomp", "acl", "discourse", "vocative", "appos", "dep")
_BESIDE = ("obl", "advmod")
"""Relations of "according to him" and "reportedly"."""


class Clauses:
    """The clauses of one article."""

    def __init__(self, scene: Scene, syntax: Syntax) -> None:
        self._syntax = syntax
        self._text = scene.text
        self._hearsay = {
            word
            for each in scene.reading.attributions
            for span in (*each.source, *each.cue)
            for word in syntax.range_of(span)
        }

    def words(self, head: int) -> list[int]:
        """The words of the clause or phrase of ``head``, in text order, without marks at its borders."""
        syntax = self._syntax
        left_out = [
            *syntax.children(head, *_OTHER_CLAUSES),
            *syntax.children(head, "mark"),
            *(each for each in syntax.children(head, *_BESIDE) if each in self._hearsay),
            *(syntax.children(head, "case") if syntax.is_noun(head) else ()),
        ]
        closed = {word for each in left_out for word in syntax.below(each)}
        first = syntax.relative(head) or 0
        words = [word for word in syntax.below(head) if word >= first and word not in closed]
        while words and syntax.is_mark(words[0]):
            words = words[1:]
        while words and syntax.is_mark(words[-1]):
            words = words[:-1]
        return words or [head]

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
