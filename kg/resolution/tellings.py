"""Where an article tells of something that happens: a verb or a noun for it, with who, where and when."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.domain import Actor, EntityKind, ParticipantRole, Period, Place
from kg.identity import place_id
from kg.resolution import knowledge
from kg.resolution.cue_classes import sayings
from kg.resolution.dates import dates_in
from kg.resolution.meant import Meant
from kg.resolution.negation import negation
from kg.resolution.scene import Scene
from kg.resolution.syntax import Syntax

_AGENT, _PATIENT, _OTHER = ParticipantRole.AGENT, ParticipantRole.PATIENT, ParticipantRole.OTHER
_RANK = (_AGENT, _PATIENT, _OTHER)
"""The first is the part of who would have several."""
_ROLES = {"ARG0": _AGENT, "ARG1": _PATIENT, "ARG2": _OTHER, "ARG3": _OTHER, "ARG4": _OTHER}
_RELATIONS = {"obj": _PATIENT, "nsubj:pass": _PATIENT, "obl:agent": _AGENT, "iobj": _OTHER, "obl": _OTHER}
_WHERE = frozenset({"in", "at", "near", "inside", "outside", "across", "around"})
_PLACES = frozenset({EntityKind.LOCATION, EntityKind.FACILITY})
_CITING = frozenset({"accord", "according", "per", "via"})
_AGAINST = frozenset({"on", "against"})
_MAYBE_WHEN = ("obl", "advmod", "nmod")
_MAYBE_DATE = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tues|wednes|thurs|fri|satur|sun|today|yester|tomorrow"
    r"|tonight|week|month|year|day|ago|later|earlier|spring|summer|autumn|fall|winter|decade|century|evening|morning)",
    re.IGNORECASE,
)
"""What words for a date hold at least: looking is cheaper than reading them."""
_NAMING_TAGS = frozenset({"NOUN", "PROPN"})
_HERE = frozenset({"nmod", "obl"})


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where an article tells of an event."""

    word: int
    """The verb or noun."""
    lemma: str
    """Of the verb, or of the verb behind the noun."""
    parts: Mapping[str, ParticipantRole]
    """Role by identifier of the actor."""
    things: frozenset[str]
    """Dictionary forms of what undergoes it and is nobody, "letter"; else of where it goes."""
    place: Place | None
    period: Period
    factuality: float
    """From -3 to 3; below 0 if it is negated."""

    def among(self, actors: Container[str]) -> "Telling":
        """With those participants only."""
        return replace(self, parts={actor: role for actor, role in self.parts.items() if actor in actors})

    def without(self, doers: Container[str]) -> "Telling":
        """Without those as who does it."""
        kept = {
            actor: role
            for actor, role in self.parts.items()
            if role is not ParticipantRole.AGENT or actor not in doers
        }
        return replace(self, parts=kept)

    @property
    def has_core(self) -> bool:
        """Whether it names somebody who does it or undergoes it."""
        return any(role is not ParticipantRole.OTHER for role in self.parts.values())


class Teller:
    """Finds the events that the predicates of an article tell of."""

    def __init__(self, scene: Scene, syntax: Syntax, meant: Meant) -> None:
        self._scene = scene
        self._syntax = syntax
        self._meant = meant
        self._predicates = {each.word: each for each in scene.reading.predicates}
        self._entities = {
            word: entity
            for entity in scene.reading.entities
            if entity.kind in _PLACES
            for word in syntax.range_of(entity.span)
        }

    def eventive(self, words: Iterable[int]) -> list[int]:
        """Those of some words that tell of something that happens."""
        return [word for word in words if word in self._predicates and self._verb(word)]

    def tell(self, word: int, speaker: Actor | None = None) -> Telling:
        """The event that a word tells of; ``speaker`` is who means to do it, if nobody else is named."""
        parts = self._parts(word)
        if speaker is not None and _AGENT not in parts.values():
            parts[speaker.id] = _AGENT
        predicate = self._predicates[word]
        negated = bool(negation((word,), self._syntax, self._scene.text))
        factuality = -abs(predicate.factuality) if negated else predicate.factuality
        told = self._things(word, parts), self._place(word), self._period(word)
        return Telling(word, self._verb(word), parts, *told, factuality)

    def _verb(self, word: int) -> str:
        """The verb that tells of an event, or stands behind the noun; empty if the word tells of none."""
        lemma, here = self._syntax.lemma(word), self._syntax.words[word]
        if self._syntax.is_noun(word):
            noun = knowledge.event_nouns().get(lemma)
            return noun.verb if noun else ""
        is_verb = here.tag == "VERB" and here.fine_tag.startswith("VB")
        tells = is_verb and lemma not in sayings() and lemma not in knowledge.no_events()
        is_future = lemma == "go" and bool(self._syntax.children(word, "xcomp"))
        return lemma if tells and lemma.isalpha() and not is_future else ""

    def _parts(self, word: int) -> dict[str, ParticipantRole]:
        """Who takes part, in the surest role."""
        parts: dict[str, ParticipantRole] = {}
        for argument, role in self._arguments(word):
            actor = self._meant.at(argument)
            if actor is None and role is _AGENT:
                actor = self._meant.government_at(argument)
            if actor is not None:
                parts[actor.id] = min(role, parts.get(actor.id, role), key=_RANK.index)
        return parts

    def _arguments(self, word: int) -> Iterator[tuple[int, ParticipantRole]]:
        roles = dict(self._of_noun(word) if self._syntax.is_noun(word) else self._of_verb(word))
        for argument in self._predicates[word].arguments:
            if argument.role in _ROLES:
                roles.setdefault(argument.word, _ROLES[argument.role])
        who = self._syntax.relative(word)
        for part, role in roles.items():
            if who is not None and part < who:
                continue
            if any(self._syntax.lemma(each) in _CITING for each in self._syntax.children(part, "case")):
                continue
            yield (self._syntax.antecedent(part, word) if part == who else part), role
            for beside in self._syntax.children(part, "conj"):
                yield beside, role

    def _of_verb(self, word: int) -> Iterator[tuple[int, ParticipantRole]]:
        """By the tree; of a verb without object the reader tells what its subject is."""
        syntax = self._syntax
        for child in syntax.children(word):
            if (role := _RELATIONS.get(syntax.words[child].relation)) is not None:
                yield child, role
        subjects = syntax.shared_subjects(word)
        undergoing = {each.word for each in self._predicates[word].arguments if each.role == "ARG1"}
        has_object = bool(syntax.children(word, "obj", "ccomp", "xcomp") or undergoing.difference(subjects))
        passive = any(syntax.words[each].relation == "aux:pass" for each in syntax.children(word, "aux"))
        for subject in subjects:
            undergoes = passive or (subject in undergoing and not has_object)
            yield subject, _PATIENT if undergoes else _AGENT

    def _of_noun(self, word: int) -> Iterator[tuple[int, ParticipantRole]]:
        """As in "the army's seizure of Ostrava", "the arrest of Cole by the army"."""
        noun = knowledge.event_nouns()[self._syntax.lemma(word)]
        for child in self._syntax.children(word, "nmod", "compound", "amod"):
            case = {self._syntax.lemma(each) for each in self._syntax.children(child, "case")}
            if self._syntax.words[child].relation != "nmod":
                yield child, _AGENT if noun.owner_acts else _PATIENT
            elif "of" in case:
                yield child, _PATIENT if noun.of_is_done else _AGENT
            elif "by" in case:
                yield child, _AGENT
            elif case & _AGAINST:
                yield child, _PATIENT
            else:
                yield child, _OTHER

    def _things(self, word: int, parts: Mapping[str, ParticipantRole]) -> frozenset[str]:
        """What keeps two events of one actor apart: what was released, to where somebody went."""
        syntax = self._syntax
        times = {each.word for each in self._predicates[word].arguments if each.role == "TMP"}
        below = [each for each in syntax.children(word) if each not in times and not self._is_where(each)]
        found = [each for each in below if syntax.words[each].relation in ("obj", "nsubj:pass")]
        if not found and _PATIENT not in parts.values():
            found = [each for each in below if syntax.words[each].relation in ("obl", "nmod")]
        return frozenset(
            syntax.lemma(each)
            for each in found
            if self._meant.at(each) is None and syntax.words[each].tag in _NAMING_TAGS
        )

    def _place(self, word: int) -> Place | None:
        """Where it happens: the first place that stands after "in" or the like below the word."""
        for each in self._syntax.below(word):
            entity = self._entities.get(each)
            if entity is None or self._syntax.relation(each) not in _HERE or not self._is_near(each, word):
                continue
            if self._is_where(each):
                name = " ".join(entity.span.of(self._scene.text).split()).removeprefix("the ")
                name = knowledge.state_by_name().get(name, name)
                return Place(place_id(name), name)
        return None

    def _is_where(self, word: int) -> bool:
        """Whether "in" or the like stands before it."""
        return any(self._syntax.lemma(each) in _WHERE for each in self._syntax.children(word, "case"))

    def _is_near(self, word: int, above: int) -> bool:
        """Whether no other clause stands between a word and the one that it belongs to."""
        for each in self._syntax.ancestors(word):
            if each == above:
                return True
            if self._syntax.is_clause(each):
                return False
        return False

    def _period(self, word: int) -> Period:
        """When it happens, as the words for its time say."""
        times = [each.word for each in self._predicates[word].arguments if each.role == "TMP"]
        for each in dict.fromkeys((*times, *self._syntax.children(word, *_MAYBE_WHEN))):
            span = self._syntax.span_of(self._syntax.below(each))
            if not _MAYBE_DATE.search(self._scene.text, span.start, span.end):
                continue
            for dated in dates_in(self._scene.text, span, self._scene.article.date):
                if each in times or dated.span.overlaps(self._syntax.words[each].span):
                    return dated.period
        return Period(None, None)
