"""Which actor a word of the article means: by a name, by a people, by a pronoun, as a speaker."""

from collections.abc import Iterable

from kg.domain import Actor, ActorKind, ResolutionMethod, Span
from kg.resolution.about import Topic
from kg.resolution.genders import PRONOUN_GENDERS
from kg.resolution.knowledge import state_by_capital, word_list
from kg.resolution.scene import Scene
from kg.resolution.states import state_actor
from kg.resolution.syntax import Syntax

_ACTING_FOR_A_STATE = word_list("acting for a state")
_NAMING = frozenset({"flat", "appos", "nmod:desc"})
"""Relations of a name to the noun that it names: "President Ann Cole"."""
_BELONGING = frozenset({"of", "from"})


class Meant:
    """The actors of one article by the words that mean them."""

    def __init__(self, syntax: Syntax, scene: Scene) -> None:
        self._syntax = syntax
        self._text = scene.text
        self._scene = scene
        self._actors: dict[int, Actor] = {}
        self._peoples: dict[int, Actor] = {}
        for name in scene.cast.names:
            if not name.attributive:
                self._add(name.span, scene.cast.owner(name).actor)

    def add_topics(self, topics: Iterable[Topic]) -> None:
        """Learn from mentions inside contents; who acts for a people is known by the noun after its name."""
        for topic in topics:
            if topic.mention.method == ResolutionMethod.DESCRIPTION:
                self._add_people(topic.mention.span, topic.actor)
            else:
                self._add(topic.mention.span, topic.actor)

    def add_speaker(self, source: Span, actor: Actor) -> None:
        """Learn whom the words for a speaker mean."""
        words = self._syntax.range_of(source)
        tops = [word for word in words if self._syntax.words[word].head not in words]
        for word in tops[:1]:
            self._actors.setdefault(word, actor)

    def at(self, word: int) -> Actor | None:
        """The actor that the phrase headed by a word means."""
        if word in self._actors:
            return self._actors[word]
        naming = [
            each for each in self._syntax.children(word) if self._syntax.words[each].relation in _NAMING
        ]
        named = next((self._actors[each] for each in naming if each in self._actors), None)
        return named or self._of_people(word) or self._named_after(word)

    def government_at(self, word: int) -> Actor | None:
        """The state for whose government its capital stands, of which something is told that it did."""
        state = state_by_capital().get(self._syntax.words[word].span.of(self._text))
        return state_actor(state, self._scene) if state else None

    def _of_people(self, word: int) -> Actor | None:
        """The state for which soldiers and officials act: "Russian troops", "soldiers from Russia"."""
        if word in self._peoples:
            return self._peoples[word]
        below = self._syntax.children(word, "compound", "amod", "nmod")
        for each in below:
            if each in self._peoples:
                return self._peoples[each]
        if self._syntax.words[word].span.of(self._text).lower() not in _ACTING_FOR_A_STATE:
            return None
        states = (self._actors[each] for each in below if each in self._actors and self._belongs(each))
        return next((actor for actor in states if actor.kind == ActorKind.GOVERNMENT), None)

    def _named_after(self, word: int) -> Actor | None:
        """Whom "his" means before the subject of its sentence: "during his visit, Cole said"."""
        gender = PRONOUN_GENDERS.get(self._syntax.words[word].span.of(self._text).lower())
        if self._syntax.words[word].relation != "nmod:poss" or not gender:
            return None
        clauses = (each for each in self._syntax.ancestors(word) if self._syntax.subjects(each))
        subjects = [each for clause in clauses for each in self._syntax.subjects(clause)][:1]
        actor = self.at(subjects[0]) if subjects and subjects[0] > word else None
        figure = self._scene.cast.figure(actor.id) if actor else None
        is_person = figure is not None and figure.actor.kind == ActorKind.PERSON
        return actor if is_person and figure is not None and figure.gender in ("", gender) else None

    def _belongs(self, word: int) -> bool:
        cases = {self._syntax.lemma(each) for each in self._syntax.children(word, "case")}
        return self._syntax.words[word].relation == "nmod:poss" or bool(cases & _BELONGING)

    def _add(self, span: Span, actor: Actor) -> None:
        for word in self._syntax.range_of(span):
            self._actors.setdefault(word, actor)

    def _add_people(self, span: Span, actor: Actor) -> None:
        words = self._syntax.range_of(span)
        for word in (*words, words.stop):
            if word < len(self._syntax.words):
                self._peoples.setdefault(word, actor)
