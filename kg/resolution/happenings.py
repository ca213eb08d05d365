"""What statements claim to happen, and what the article tells in its own voice."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.domain import (
    Actor,
    Attribution,
    Certainty,
    CueClass,
    Event,
    Mode,
    Polarity,
    Stance,
    Statement,
    words_of,
)
from kg.identity import key, statement_id
from kg.resolution.about import Topic, topics_of
from kg.resolution.claims import Content, Expressed, put_forward
from kg.resolution.clauses import Clauses
from kg.resolution.events import events_of
from kg.resolution.meant import Meant
from kg.resolution.narration import Narration, own_voice
from kg.resolution.propositions import Proposition
from kg.resolution.said import Said, actors_of
from kg.resolution.scene import Scene
from kg.resolution.speakers import Turn
from kg.resolution.syntax import Syntax
from kg.resolution.tellings import Teller, Telling

_MEANING_TO = frozenset({CueClass.PROMISE, CueClass.WANT, CueClass.DENY, CueClass.EXPECT, CueClass.CLAIM})
"""Acts whose doer is the one who is to do what follows: "promised to come"."""
_OTHERS_DO = frozenset({CueClass.ORDER, CueClass.ASK})
"""Acts whose doer is not the one who is to do what follows: "urged them to come"."""
_NARRATED = 0.8
"""Probability that what is taken for the article's own voice is; not calibrated."""

_Tellings = dict[tuple[str, str], list[Telling]]
"""By identifiers of statement and claim."""


@dataclass(frozen=True, slots=True)
class Happenings:
    """The statements of an article, its own voice among them, with the events that they claim."""

    said: tuple[Said, ...]
    """In text order."""
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Stage:
    """Everything that is known of one article when its events are asked for."""

    scene: Scene
    syntax: Syntax
    actors: Mapping[str, Actor]
    meant: Meant
    teller: Teller
    narration: Narration
    ordinals: Counter[str]
    """How many statements have the same words, by their key."""
    tellings: _Tellings = field(default_factory=dict)


def with_events(said: Sequence[Said], scene: Scene, syntax: Syntax, *, narration: bool) -> Happenings:
    """Find the events of an article; its own voice only if ``narration``."""
    stage = _set_stage(said, scene, syntax)
    for each in said:
        for expressed in each.expressed:
            stage.tellings[each.statement.id, expressed.claim.id] = list(_claimed(each, expressed, stage))
    told = list(_narrated(stage)) if narration else []
    everything = sorted((*said, *told), key=lambda each: each.attribution.content[0].start)
    tellings = {telling.word: telling for some in stage.tellings.values() for telling in some}
    in_order = [tellings[word] for word in sorted(tellings)]
    events = events_of(in_order, stage.actors, Clauses(scene, syntax), scene.article.id)
    return Happenings(
        tuple(_with_events(each, stage.tellings, events) for each in everything),
        tuple({event.id: event for event in events.values()}.values()),
    )


def _set_stage(said: Sequence[Said], scene: Scene, syntax: Syntax) -> _Stage:
    meant = Meant(syntax, scene)
    for each in said:
        meant.add_topics(each.topics)
        if each.attribution.source and len(each.turn.voices) == 1:
            meant.add_speaker(each.attribution.source[0], each.turn.voices[0].actor)
    teller = Teller(scene, syntax, meant)
    ordinals = Counter(key(words_of(each.attribution.content, scene.text)) for each in said)
    return _Stage(scene, syntax, actors_of(said), meant, teller, Narration(scene, syntax), ordinals)


def _with_events(each: Said, tellings: _Tellings, events: Mapping[int, Event]) -> Said:
    """With the events in its claims."""
    expressed = tuple(
        replace(
            one,
            claim=replace(
                one.claim,
                events=tuple(
                    dict.fromkeys(
                        events[telling.word].id for telling in tellings[each.statement.id, one.claim.id]
                    )
                ),
            ),
        )
        for one in each.expressed
    )
    return replace(each, expressed=expressed)


def _claimed(each: Said, expressed: Expressed, stage: _Stage) -> Iterator[Telling]:
    """The events that a claim asserts: the one of its main predicate, and those that it takes for facts."""
    core = expressed.proposition.core
    if core is None:
        return
    for word in stage.teller.eventive(stage.syntax.within(expressed.proposition.spans)):
        telling = stage.teller.tell(word, _doer(each, stage) if word == core else None).among(stage.actors)
        if word == core and each.statement.cue_class in _OTHERS_DO:
            telling = telling.without(each.statement.speakers)
        if telling.parts and (word == core or stage.narration.is_fact(telling)):
            yield telling


def _doer(each: Said, stage: _Stage) -> Actor | None:
    """The speaker who means to do what is said: "promised to come"."""
    first = stage.syntax.within(each.attribution.content)[0]
    means_to = each.statement.cue_class in _MEANING_TO and stage.syntax.lemma(first) == "to"
    return each.turn.voices[0].actor if means_to and len(each.turn.voices) == 1 else None


def _narrated(stage: _Stage) -> Iterator[Said]:
    """A statement for every event that the article tells as fact in its own voice."""
    voice = Turn((own_voice(stage.scene),))
    words = stage.narration.own(predicate.word for predicate in stage.scene.reading.predicates)
    seen = set()
    for word in stage.teller.eventive(words):
        if not stage.narration.is_fact(stage.teller.tell(word)):
            continue
        content = stage.narration.spans(word)
        if not content or content in seen:
            continue
        attribution = Attribution(content, mode=Mode.NARRATION, probability=_NARRATED)
        topics = tuple(
            topic for topic in topics_of(attribution, voice, stage.scene) if topic.actor.id in stage.actors
        )
        stage.meant.add_topics(topics)
        telling = stage.teller.tell(word).among(stage.actors)
        if telling.has_core:
            seen.add(content)
            yield _own_statement(attribution, topics, telling, voice, stage)


def _own_statement(
    attribution: Attribution, topics: tuple[Topic, ...], telling: Telling, voice: Turn, stage: _Stage
) -> Said:
    """The article's own voice on one event, not yet counted among statements of the same words."""
    label = Clauses(stage.scene, stage.syntax).wording(telling.word)
    words = words_of(attribution.content, stage.scene.text)
    identifier = statement_id(stage.scene.article.id, words, stage.ordinals[key(words)])
    stage.ordinals[key(words)] += 1
    proposition = Proposition(label, attribution.content, telling.word, telling.word)
    statement = Statement(
        id=identifier,
        content=attribution.content,
        source=(),
        cue=(),
        mode=Mode.NARRATION,
        polarity=Polarity.AFFIRMS,
        certainty=Certainty.CERTAIN,
        speakers=tuple(each.actor.id for each in voice.voices),
        probability=attribution.probability,
        stances=(),
    )
    content = Content(statement, topics, ())
    expressed = put_forward(proposition, content, stage.syntax, stage.scene.text)
    statement = replace(statement, stances=(Stance(expressed.claim.id, expressed.polarity),))
    stage.tellings[identifier, expressed.claim.id] = [telling]
    return Said(attribution, voice, topics, statement, (expressed,))
