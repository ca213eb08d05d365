"""From an article and its reading to statements, claims and actors, closed and consistent."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.domain import (
    Actor,
    ActorKind,
    ActorMention,
    Article,
    Attribution,
    Claim,
    Polarity,
    Reading,
    ResolvedArticle,
    Span,
    Stance,
    Statement,
    words_of,
)
from kg.identity import key, statement_id
from kg.resolution.about import Topic, topics_of
from kg.resolution.claims import make_claim, only_relays, wording
from kg.resolution.names import Name
from kg.resolution.scene import Scene, set_scene
from kg.resolution.signatures import signature_after
from kg.resolution.speakers import Turn, find_speakers
from kg.resolution.stance import certainty_of, polarity_of
from kg.resolution.statements import tidy
from kg.resolution.told_roles import told_role


@dataclass(frozen=True, slots=True)
class _Said:
    """One attribution with all that was found out about it."""

    attribution: Attribution
    turn: Turn
    topics: tuple[Topic, ...]
    statement: Statement
    claim: Claim | None


def resolve(article: Article, reading: Reading) -> ResolvedArticle:
    """The statements, claims and actors of one article. Pure and deterministic.

    The result is closed: every identifier used in it is in it.
    """
    tidied = replace(reading, attributions=tidy(reading, article.text))
    scene = set_scene(article, tidied)
    turns = find_speakers(scene)
    kept = _without_rivals(scene.reading.attributions, turns)
    said = _said(scene, turns, kept)
    actors = _actors(said)
    return ResolvedArticle(
        article=article,
        reader_version=reading.reader_version,
        actors=actors,
        mentions=_mentions(scene, said, frozenset(actor.id for actor in actors)),
        statements=tuple(each.statement for each in said),
        claims=tuple({each.claim.id: each.claim for each in said if each.claim}.values()),
    )


def _without_rivals(attributions: Sequence[Attribution], turns: Sequence[Turn]) -> tuple[int, ...]:
    """Indices of the attributions to keep: of two that give the same words to two actors, the likelier."""
    kept: list[int] = []
    owners: dict[Span, list[int]] = {}
    for index in sorted(range(len(turns)), key=lambda each: (-attributions[each].probability, each)):
        rivals = [other for span in attributions[index].content for other in owners.get(span, ())]
        if all(_may_share(index, other, attributions, turns) for other in rivals):
            kept.append(index)
            for span in attributions[index].content:
                owners.setdefault(span, []).append(index)
    return tuple(sorted(kept))


def _may_share(one: int, other: int, attributions: Sequence[Attribution], turns: Sequence[Turn]) -> bool:
    speakers = [{voice.actor.id for voice in turns[each].voices} for each in (one, other)]
    nested = attributions[one].outer == other or attributions[other].outer == one
    return nested or bool(speakers[0] & speakers[1])


def _said(scene: Scene, turns: Sequence[Turn], kept: Sequence[int]) -> tuple[_Said, ...]:
    attributions = scene.reading.attributions
    identifiers = _identifiers(scene, kept)
    stances: dict[tuple[str, str], Polarity] = {}
    said = []
    for index in kept:
        topics = topics_of(attributions[index], turns[index], scene)
        inner = [attributions[other] for other in kept if attributions[other].outer == index]
        statement = _statement(index, identifiers, turns[index], scene)
        claim = None
        if not only_relays(attributions[index], inner, scene.text):
            claim = _claim(statement, topics, scene.text, stances)
            statement = replace(statement, stances=(Stance(claim.id, statement.polarity),))
        said.append(_Said(attributions[index], turns[index], topics, statement, claim))
    return tuple(said)


def _claim(
    statement: Statement, topics: Sequence[Topic], text: str, stances: dict[tuple[str, str], Polarity]
) -> Claim:
    """What a statement expresses; nobody affirms and denies one claim, so the second stance has its own."""
    label = wording(statement.content, text)
    claim = make_claim(label, statement.id, topics)
    turned = [stances.setdefault((claim.id, each), statement.polarity) for each in statement.speakers]
    if any(before != statement.polarity for before in turned):
        return make_claim(label, statement.id, topics, bound=True)
    return claim


def _identifiers(scene: Scene, kept: Iterable[int]) -> dict[int, str]:
    """Identifier of the statement of every kept attribution; equal words are counted in text order."""
    seen: Counter[str] = Counter()
    identifiers = {}
    for index in kept:
        words = words_of(scene.reading.attributions[index].content, scene.text)
        identifiers[index] = statement_id(scene.article.id, words, seen[key(words)])
        seen[key(words)] += 1
    return identifiers


def _statement(index: int, identifiers: dict[int, str], turn: Turn, scene: Scene) -> Statement:
    """The statement of an attribution, without its claim."""
    attribution = scene.reading.attributions[index]
    cue = words_of(attribution.cue, scene.text)
    return Statement(
        id=identifiers[index],
        content=attribution.content,
        source=attribution.source,
        cue=attribution.cue,
        mode=attribution.mode,
        polarity=polarity_of(cue),
        certainty=certainty_of(cue, words_of(attribution.content, scene.text)),
        speakers=tuple(voice.actor.id for voice in turn.voices),
        probability=attribution.probability,
        stances=(),
        embedded_in=None if attribution.outer is None else identifiers.get(attribution.outer),
        informed_by=tuple(actor.id for actor in turn.informants),
        said_on=_said_on(attribution, scene),
    )


def _said_on(attribution: Attribution, scene: Scene) -> datetime.date | None:
    signature = signature_after(attribution.content, scene.text)
    if signature is None or signature.date is None:
        return None
    issued = scene.article.date
    return signature.date if issued is None or signature.date <= issued else None


def _actors(said: Iterable[_Said]) -> tuple[Actor, ...]:
    """Everybody who speaks, informs or is spoken of, by identifier."""
    used: dict[str, Actor] = {}
    for each in said:
        for actor in (*(voice.actor for voice in each.turn.voices), *each.turn.informants):
            used.setdefault(actor.id, actor)
        for topic in each.topics if each.claim else ():
            used.setdefault(topic.actor.id, topic.actor)
    return tuple(used[identifier] for identifier in sorted(used))


def _role_of(name: Name, scene: Scene) -> str:
    person = scene.cast.owner(name).actor.kind == ActorKind.PERSON
    return told_role(name, scene.tokens) if person else ""


def _role_in(span: Span, speaker: Actor, scene: Scene) -> str:
    """The role of a named speaker in the words of a source."""
    names = (name for name in scene.cast.names_within(span) if scene.cast.owner(name).actor.id == speaker.id)
    return next((role for name in names if (role := _role_of(name, scene))), "")


def _mentions(scene: Scene, said: Sequence[_Said], used: frozenset[str]) -> tuple[ActorMention, ...]:
    """One mention per span: the words for a single speaker, then names, then words inside contents.

    Words for a speaker that two statements read differently, or that name somebody else, are no mention.
    """
    found: dict[Span, ActorMention] = {}
    for each in said:
        if len(each.turn.voices) == 1 and each.attribution.source:
            voice = each.turn.voices[0]
            span = each.attribution.source[0]
            role = _role_in(span, voice.actor, scene)
            found.setdefault(span, ActorMention(span, voice.actor.id, voice.method, voice.probability, role))
    topics = (topic.mention for each in said for topic in each.topics)
    named = (replace(scene.cast.mention(name), role=_role_of(name, scene)) for name in scene.cast.names)
    for mention in (*named, *topics):
        found.setdefault(mention.span, mention)
    for each in said:
        speakers = {voice.actor.id for voice in each.turn.voices}
        for span in each.attribution.source:
            if span in found and found[span].actor_id not in speakers:
                del found[span]
    return tuple(
        sorted((each for each in found.values() if each.actor_id in used), key=lambda each: each.span)
    )
