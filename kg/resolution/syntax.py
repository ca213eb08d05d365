"""The trees of one article's sentences: what governs what, and what stands below a word."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.domain import Span, Word

_CLAUSE = frozenset({"nsubj", "csubj", "expl", "cop"})
"""Relations to the head of a clause."""
_SILENT = frozenset({"PUNCT", "SYM", "X"})
"""Tags of what is no word of its own."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOUNS = frozenset({"NN", "NNS"})
_IN_NAME = frozenset({"flat", "compound"})
RELATIVES = frozenset({"WDT", "WP"})
"""Fine tags of relative pronouns."""
_RELATIVE_FORMS = RELATIVES | {"WP$"}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ"})
_BEFORE_PHRASE = frozenset({"case", "cc", "mark"})
"""Relations of what stands before a phrase and is no part of it."""
SUBJECTS = frozenset({"nsubj", "csubj"})


class Syntax:
    """The words of one article as trees; words are known by their index in ``Reading.words``."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words
        self._starts = [word.span.start for word in words]
        self._children: dict[int, list[int]] = defaultdict(list)
        for index, word in enumerate(words):
            if word.head != index:
                self._children[word.head].append(index)

    def within(self, spans: Iterable[Span]) -> list[int]:
        """The words that begin inside one of ``spans``, in text order."""
        found = {word for span in spans for word in self.range_of(span)}
        return sorted(found)

    def range_of(self, span: Span) -> range:
        """The words that begin inside ``span``."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def at(self, offset: int) -> int | None:
        """The word that holds ``offset``."""
        word = bisect_left(self._starts, offset + 1) - 1
        return word if word >= 0 and offset < self.words[word].span.end else None

    def children(self, word: int, *relations: str) -> list[int]:
        """The words right below ``word``, with one of ``relations`` (their subtypes too) if any is given."""
        below = self._children.get(word, [])
        return [each for each in below if self.relation(each) in relations] if relations else below

    def relation(self, word: int) -> str:
        """Relation of a word to its head, without its subtype."""
        return self.words[word].relation.partition(":")[0]

    def lemma(self, word: int) -> str:
        """Dictionary form in small letters."""
        return self.words[word].lemma.lower()

    def below(self, word: int, *, but: Iterable[int] = ()) -> list[int]:
        """A word and all that hangs on it, in text order; not what hangs on one of ``but``."""
        closed = frozenset(but)
        found, waiting = [word], [word]
        while waiting:
            for each in self._children.get(waiting.pop(), ()):
                if each not in closed:
                    found.append(each)
                    waiting.append(each)
        return sorted(found)

    def ancestors(self, word: int) -> Iterator[int]:
        """What governs a word, the nearest first."""
        seen = {word}
        while (word := self.words[word].head) not in seen:
            seen.add(word)
            yield word

    def is_silent(self, word: int) -> bool:
        """Whether it is a punctuation mark or the inner part of a token."""
        return self.words[word].tag in _SILENT or self.is_mark(word)

    def is_mark(self, word: int) -> bool:
        """Whether it is a punctuation mark."""
        return self.words[word].tag == "PUNCT" or self.words[word].relation == "punct"

    def is_noun(self, word: int) -> bool:
        """Whether it is a common noun; the finer tag tells "his visit" from "they visit"."""
        return self.words[word].fine_tag in _NOUNS

    def is_clause(self, word: int) -> bool:
        """Whether a word heads a clause: a verb, or what has a subject or a copula."""
        if self.words[word].tag == "VERB" and not self.is_noun(word):
            return True
        return any(self.relation(each) in _CLAUSE for each in self.children(word))

    def is_finite(self, word: int) -> bool:
        """Whether a verb, its auxiliary or its copula is in a finite form, and no "to" stands before it."""
        parts = (word, *self.children(word, "aux", "cop", "mark"))
        tags = {self.words[each].fine_tag for each in parts}
        return bool(tags & _FINITE) and "TO" not in tags

    def span_of(self, words: Sequence[int]) -> Span:
        """From the first to the last of some words."""
        return Span(self.words[words[0]].span.start, self.words[words[-1]].span.end)

    def subjects(self, word: int) -> list[int]:
        """Heads of the subjects of a clause."""
        return self.children(word, *SUBJECTS)

    def relative(self, word: int) -> int | None:
        """The "who" or "which" with which the clause of ``word`` begins, if it is a relative clause."""
        if self.words[word].relation != "acl:relcl":
            return None
        before = (each for each in self.below(word) if each < word)
        return next((each for each in before if self.words[each].fine_tag in RELATIVES), None)

    def antecedent(self, relative: int, clause: int) -> int:
        """What a relative pronoun stands for: the name right before it, else what its clause hangs on."""
        before = relative - 1
        while before > 0 and self.is_silent(before):
            before -= 1
        if before < 0 or self.words[before].tag != "PROPN":
            return self.words[clause].head
        while self.relation(before) in _IN_NAME and self.words[self.words[before].head].tag == "PROPN":
            before = self.words[before].head
        return before

    def modified(self, offset: int) -> Span | None:
        """The phrase that the relative clause of the pronoun at ``offset`` tells about, up to the pronoun."""
        relative = self.at(offset)
        if relative is None or self.words[relative].fine_tag not in _RELATIVE_FORMS:
            return None
        clauses = (each for each in self.ancestors(relative) if self.words[each].relation == "acl:relcl")
        clause = next(clauses, None)
        head = relative if clause is None else self.words[clause].head
        if clause is None or head >= relative or self.words[head].tag not in _NOMINAL:
            return None
        beside = self.children(head, *_CLAUSE, "aux", "advcl", "advmod", "parataxis")
        phrase = [each for each in self.below(head, but=(clause, *beside)) if each < relative]
        while len(phrase) > 1 and (self.is_silent(phrase[0]) or self.relation(phrase[0]) in _BEFORE_PHRASE):
            phrase = phrase[1:]
        return self.span_of(phrase)

    def shared_subjects(self, word: int) -> list[int]:
        """Those of a clause, or of the clause that it shares them with: "came and won", "wants to win"."""
        seen = {word}
        while not (found := self.subjects(word)):
            head = self.words[word].head
            controlled = self.relation(word) == "xcomp" and not self.children(head, "obj")
            if head in seen or not (controlled or self.relation(word) == "conj"):
                return []
            seen.add(head)
            word = head
        return found
