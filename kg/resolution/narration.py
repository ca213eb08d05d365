"""The article's own voice: events that it tells as fact about actors who speak or are spoken of."""

import functools
import re
from collections.abc import Iterable

from kg.domain import Actor, ActorKind, ResolutionMethod, Span
from kg.identity import actor_id
from kg.resolution.clauses import Clauses
from kg.resolution.descriptions import Voice, unnamed
from kg.resolution.knowledge import cue_rows, word_list
from kg.resolution.negation import negation
from kg.resolution.scene import Scene
from kg.resolution.speakers import AUTHOR
from kg.resolution.syntax import Syntax
from kg.resolution.tellings import Telling

_LEAST_FACTUAL = 1.4
"""Factuality from which on words tell something as a fact; modals and conditions are looked for besides."""
_CONDITIONS = frozenset({"if", "unless", "whether", "lest", "until"})
_UNREAL = re.compile(
    r"\b(?:allegedly|reportedly|possibl[ey]|potential(?:ly)?|perhaps|maybe|planned|would-be|alleged|threatened|proposed"
    r"|expected|likely|probabl[ey]|supposed(?:ly)?|imminent|upcoming|future|next|hypothetical|if|could|would|may|might|can"
    r"|will|shall|should|must|attempted|never|nor|neither|hardly)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"“[^”]*(?:”|$)|(?<!\w)\"[^\"\n]*\"|''(?:(?!'')[^\n])*''")
_OWN_PERSON = re.compile(r"\b(?:I|we|We|our|Our|my|My|us|you|You|your|Your)\b")
_ANY = frozenset({"any", "every", "each", "whatever", "whichever"})
_INDEPENDENT = frozenset({"root", "parataxis", "conj"})
_OBJECTIVE = frozenset({"of", "for", "against", "about", "to", "toward", "towards"})
_LEAVING_OPEN = frozenset({"want", "order", "promise", "warn", "expect", "ask", "deny", "doubt"})
"""Classes of acts whose object need not happen."""
_AVERTING = word_list("averting")
"""Words for what may be, or is not to be."""
_SURE = 0.9


@functools.cache
def _unreal_above() -> frozenset[str]:
    """Words, in their dictionary form, whose object need not happen."""
    words = {forms[0] for row in cue_rows() if row.kind in _LEAVING_OPEN for forms in row.words}
    return frozenset(words | _AVERTING)


def own_voice(scene: Scene) -> Voice:
    """Who tells what nobody is named for: the publisher, else the author."""
    article = scene.article
    if article.publisher is None:
        author = unnamed(article.id, article.author or AUTHOR, ActorKind.AUTHOR)
        return Voice(author.actor, ResolutionMethod.CONTEXT, _SURE)
    figure = scene.cast.figure(actor_id(article.publisher))
    actor = (
        figure.actor
        if figure
        else Actor(actor_id(article.publisher), ActorKind.ORGANIZATION, article.publisher)
    )
    return Voice(actor, ResolutionMethod.CONTEXT, _SURE)


class Narration:
    """Tells which words of an article are its own."""

    def __init__(self, scene: Scene, syntax: Syntax) -> None:
        self._scene = scene
        self._syntax = syntax
        taken = [
            span for each in scene.reading.attributions for span in (*each.content, *each.source, *each.cue)
        ]
        quoted = [Span(*match.span()) for match in _QUOTED.finditer(scene.text)]
        self._taken = {word for span in (*taken, *quoted) for word in syntax.range_of(span)}
        self._clauses = Clauses(scene, syntax)

    def own(self, words: Iterable[int]) -> list[int]:
        """Those of some words that nobody else says."""
        return [word for word in words if word not in self._taken]

    def spans(self, word: int) -> tuple[Span, ...]:
        """The words with which the article tells of an event, as far as they are its own."""
        runs: list[list[int]] = []
        for each in self.own(self._clauses.words(word)):
            if not runs or each - runs[-1][-1] > 1:
                runs.append([])
            runs[-1].append(each)
        visible = [run for run in runs if any(not self._syntax.is_silent(each) for each in run)]
        return tuple(self._syntax.span_of(run) for run in visible)

    def is_fact(self, telling: Telling) -> bool:
        """Whether the words tell it as something that happened or happens."""
        word = telling.word
        if telling.factuality < _LEAST_FACTUAL or negation((word,), self._syntax, self._scene.text):
            return False
        words = self._clauses.words(word)
        line = self._syntax.span_of(words).of(self._scene.text)
        if _UNREAL.search(line) or _OWN_PERSON.search(line) or self._ends_in_question(word):
            return False
        return (self._syntax.is_noun(word) or self._syntax.is_finite(word)) and self._is_real(word)

    def _is_real(self, word: int) -> bool:
        """Whether no clause that holds the word leaves it open; a relative clause stands by itself."""
        syntax, below = self._syntax, word
        for above in (*syntax.ancestors(word), word):
            if self._is_conditional(below) or self._is_only_meant(below, above):
                return False
            if syntax.words[below].relation == "acl:relcl":
                return not any(syntax.lemma(each) in _ANY for each in syntax.children(above, "det"))
            if syntax.words[below].relation in _INDEPENDENT:
                return True
            below = above
        return True

    def _is_conditional(self, word: int) -> bool:
        syntax = self._syntax
        marked = any(syntax.lemma(each) in _CONDITIONS for each in syntax.children(word, "mark"))
        return marked or any(syntax.words[each].fine_tag == "MD" for each in syntax.children(word, "aux"))

    def _is_only_meant(self, below: int, above: int) -> bool:
        """Whether a noun is only what is planned, threatened or averted: "plans for a visit"."""
        syntax = self._syntax
        if not syntax.is_noun(below) or syntax.lemma(above) not in _unreal_above():
            return False
        return {syntax.lemma(each) for each in syntax.children(below, "case")} <= _OBJECTIVE

    def _ends_in_question(self, word: int) -> bool:
        sentence = self._syntax.words[word].sentence
        last = word
        while last + 1 < len(self._syntax.words) and self._syntax.words[last + 1].sentence == sentence:
            last += 1
        end = self._syntax.words[last].span.end
        return "?" in self._scene.text[max(end - 2, 0) : end]
