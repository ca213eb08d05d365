"""Who speaks in every attribution: names, descriptions, pronouns, or what the context makes plain."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from kg.domain import Actor, ActorKind, Attribution, Mode, ResolutionMethod, Span
from kg.resolution.antecedents import antecedent
from kg.resolution.candidates import Anaphor, Hearsay, Spoken
from kg.resolution.descriptions import UNNAMED, Voice, describe, unnamed
from kg.resolution.heads import Description, Head
from kg.resolution.interviews import Conversation, conversation
from kg.resolution.names import Name
from kg.resolution.phrases import SourcePhrase, parse_source
from kg.resolution.pronouns import ADDRESSED, FIRST_PERSON, RELATIVE
from kg.resolution.quotations import quoted_runs, run_around
from kg.resolution.scene import Scene
from kg.resolution.signatures import signature_after
from kg.resolution.tokens import Token

AUTHOR = "author"
"""Name of an article's author where no by-line gives one."""
_IMPERSONAL = re.compile(
    r"\b(reportedly|allegedly|apparently|purportedly|supposedly|presumably|it|there|(?:is|are|was|were|be|been|being)\b.*"
    r"\b(?:said|thought|believed|known|\w+ed))\b",
    re.IGNORECASE,
)
"""Cues that hide who speaks."""
_CONTINUES = re.compile(r"^(?:\W|and|then|also|later|by|to)*\b(?:\w+ing|\w+ed|said|says|to)\b", re.IGNORECASE)
_FIRST, _NEAR_FIRST, _ANSWER, _RELAYED, _TOGETHER, _CONTINUED, _LONELY = 0.9, 0.7, 0.8, 0.75, 0.7, 0.7, 0.5
"""Probability: the first person of a quotation, of one without a speaker of its own, and of an interview; an
outer speaker, several together, one who goes on, nobody found."""
_STILL_TOGETHER = 3
"""Sentences after which "they" need not be those who spoke together."""
_GOES_ON = 2
"""Paragraphs after which a quotation is no longer taken to go on."""


@dataclass(frozen=True, slots=True)
class Turn:
    """The speakers of one attribution; ``voices`` holds one to four."""

    voices: tuple[Voice, ...]
    informants: tuple[Actor, ...] = ()


@dataclass(slots=True)
class _Hearing:
    """What was heard so far, attribution by attribution."""

    scene: Scene
    quoted: Sequence[Span]
    """Runs in quotation marks."""
    conversation: Conversation
    turns: list[Turn] = field(default_factory=list)
    ahead: set[int] = field(default_factory=set)
    """Attributions that are being heard before their turn: none of them asks for another twice."""
    by_source: dict[tuple[Span, ...], Turn] = field(default_factory=dict)
    spoken: list[Spoken] = field(default_factory=list)


def find_speakers(scene: Scene) -> tuple[Turn, ...]:
    """The speakers of every attribution of the reading, in its order; equal sources have equal speakers."""
    talk = conversation(scene.text, scene.tokens, scene.cast)
    hearing = _Hearing(scene, quoted_runs(scene.text), talk)
    for attribution in scene.reading.attributions:
        known = hearing.by_source.get(attribution.source) if attribution.source else None
        turn = known or _turn(attribution, hearing)
        hearing.turns.append(turn)
        if attribution.source:
            hearing.by_source[attribution.source] = turn
            hearing.spoken += [Spoken(voice.actor, attribution.source[0]) for voice in turn.voices]
            hearing.spoken.sort(key=lambda spoken: spoken.span)
    return tuple(hearing.turns)


def _turn(attribution: Attribution, hearing: _Hearing) -> Turn:
    scene = hearing.scene
    phrase = parse_source(attribution.source, scene.tokens, scene.cast)
    voices = _together(phrase.heads, hearing) or [
        voice for head in phrase.heads if (voice := _voice(head, attribution, hearing))
    ]
    if not voices:
        voices = [_unsaid(attribution, hearing)]
    unique = {voice.actor.id: voice for voice in reversed(voices)}
    ordered = tuple(reversed(unique.values()))
    return Turn(ordered, _informants(phrase, ordered, scene))


def _together(heads: Sequence[Head], hearing: _Hearing) -> list[Voice]:
    """Those whom "they" means together: who spoke so last, else two with whom the sentence before begins."""
    head = heads[0] if len(heads) == 1 else None
    if not isinstance(head, Token) or head.text.lower() != "they":
        return []
    before = [source for source in hearing.by_source if source[0].start < head.start]
    last = max(before, default=None)
    spoke = () if last is None else hearing.by_source[last].voices
    distance = 0 if last is None else head.sentence - hearing.scene.tokens.sentence_at(last[0].start)
    if len(spoke) < 2 or distance > _STILL_TOGETHER:
        spoke = _joined_before(head, hearing.scene)
    return [replace(voice, method=ResolutionMethod.PRONOUN, probability=_TOGETHER) for voice in spoke]


def _joined_before(they: Token, scene: Scene) -> tuple[Voice, ...]:
    """Two persons with whom the sentence before begins: ``Ann Cole and Otto Lind came. | They``."""
    names = [name for name in scene.cast.names if scene.tokens[name.first].sentence == they.sentence - 1]
    if not they.index or not scene.tokens[they.index].uncased or len(names) < 2:
        return ()
    first, second = names[:2]
    begin = first.first - len(first.titles)
    opens = not begin or scene.tokens[begin - 1].sentence < they.sentence - 1
    link = second.first - len(second.titles) - 1
    joined = link == first.last + 1 and scene.tokens[link].text == "and"
    voices = tuple(_named(name, scene) for name in (first, second))
    persons = all(voice.actor.kind == ActorKind.PERSON for voice in voices)
    return voices if opens and joined and persons else ()


def _informants(phrase: SourcePhrase, voices: Sequence[Voice], scene: Scene) -> tuple[Actor, ...]:
    speaking = {voice.actor.id for voice in voices}
    owners = (scene.cast.owner(name).actor for name in phrase.informants)
    return tuple(dict.fromkeys(actor for actor in owners if actor.id not in speaking))


def _voice(head: Head, attribution: Attribution, hearing: _Hearing) -> Voice | None:
    if isinstance(head, Name):
        return _named(head, hearing.scene)
    if isinstance(head, Token):
        return _pronoun(head, attribution, hearing)
    scene = hearing.scene
    owner = _owner(head, attribution, hearing)
    before = [spoken for spoken in hearing.spoken if spoken.span < head.span]
    return describe(head, owner, scene, before)


def _named(name: Name, scene: Scene) -> Voice:
    mention = scene.cast.mention(name)
    return Voice(scene.cast.owner(name).actor, mention.method, mention.probability)


def _owner(head: Description, attribution: Attribution, hearing: _Hearing) -> Actor | None:
    """Whose the described one is."""
    if isinstance(head.owner, Name):
        return hearing.scene.cast.owner(head.owner).actor
    if head.owner is None:
        return None
    voice = _pronoun(head.owner, attribution, hearing)
    return voice.actor if voice and voice.actor.kind.is_named else None


def _pronoun(token: Token, attribution: Attribution, hearing: _Hearing) -> Voice | None:
    word = token.text.lower()
    if word in FIRST_PERSON:
        return _first_person(token, attribution, hearing)
    if word in ADDRESSED:
        return _addressed(token, hearing)
    if word in RELATIVE or word == "whose":
        return _relative(token, attribution, hearing)
    return _third_person(token, attribution, hearing)


def _first_person(token: Token, attribution: Attribution, hearing: _Hearing) -> Voice | None:
    """The speaker of the quotation around ``I``; outside of any, who answers there, else the author."""
    quoting = _outer_turn(attribution, hearing) or _quoting_turn(token, hearing)
    if quoting:
        return Voice(quoting.voices[0].actor, ResolutionMethod.PRONOUN, _FIRST)
    run = run_around(token.start, hearing.quoted)
    if run:
        return _quoted_first_person(run, attribution, hearing)
    answering = hearing.conversation.first.get(token.paragraph)
    if answering:
        return Voice(answering, ResolutionMethod.PRONOUN, _ANSWER)
    name = hearing.scene.article.author or AUTHOR
    author = unnamed(hearing.scene.article.id, name, ActorKind.AUTHOR)
    return Voice(author.actor, ResolutionMethod.PRONOUN, _FIRST)


def _addressed(token: Token, hearing: _Hearing) -> Voice | None:
    """Who is asked in an interview; elsewhere ``you`` is anybody."""
    asked = hearing.conversation.second.get(token.paragraph)
    is_quoted = run_around(token.start, hearing.quoted) is not None
    return Voice(asked, ResolutionMethod.PRONOUN, _ANSWER) if asked and not is_quoted else None


def _quoting_turn(token: Token, hearing: _Hearing) -> Turn | None:
    for turn, attribution in zip(hearing.turns, hearing.scene.reading.attributions, strict=False):
        if any(span.start <= token.start < span.end for span in attribution.content):
            return turn
    return None


def _quoted_first_person(run: Span, attribution: Attribution, hearing: _Hearing) -> Voice | None:
    """Whoever else is said to speak in the same quotation, before or after; else in the same paragraph."""
    attributions = hearing.scene.reading.attributions
    paragraph = hearing.scene.tokens.paragraph_at
    others = [
        index
        for index, other in enumerate(attributions)
        if other is not attribution
        and index not in hearing.ahead
        and other.source
        and not _is_quoted(other.source, hearing.quoted)
    ]
    here = [index for index in others if any(run.overlaps(span) for span in attributions[index].content)]
    near = [
        index
        for index in others
        if attributions[index].mode != Mode.INDIRECT
        and paragraph(attributions[index].source[0].start) == paragraph(run.start)
    ]
    for found, probability in ((here, _FIRST), (near, _NEAR_FIRST)):
        if found:
            return replace(_voice_of(found[0], hearing), probability=probability)
    return None


def _is_quoted(spans: Iterable[Span], runs: Sequence[Span]) -> bool:
    return any(run_around(span.start, runs) for span in spans)


def _voice_of(index: int, hearing: _Hearing) -> Voice:
    """The first speaker of an attribution, heard already or not."""
    if index < len(hearing.turns):
        turn = hearing.turns[index]
    else:
        hearing.ahead.add(index)
        turn = _turn(hearing.scene.reading.attributions[index], hearing)
        hearing.ahead.remove(index)
    return replace(turn.voices[0], method=ResolutionMethod.PRONOUN)


def _relative(token: Token, attribution: Attribution, hearing: _Hearing) -> Voice | None:
    """Whom the name right before ``who`` means, else the phrase on which its clause hangs in the tree."""
    scene = hearing.scene
    named = scene.cast.names_within(Span(0, token.start))
    if named and named[-1].last == token.index - 1:
        return replace(_named(named[-1], scene), method=ResolutionMethod.PRONOUN)
    phrase = scene.syntax.modified(token.start)
    heads = parse_source((phrase,), scene.tokens, scene.cast).heads if phrase else ()
    if not heads or isinstance(heads[-1], Token):
        return _third_person(token, attribution, hearing)
    voice = _voice(heads[-1], attribution, hearing)
    return replace(voice, method=ResolutionMethod.PRONOUN) if voice else None


def _third_person(token: Token, attribution: Attribution, hearing: _Hearing) -> Voice | None:
    scene = hearing.scene
    outer = _outer(attribution, scene)
    around = frozenset[str]()
    if outer and attribution.outer is not None:
        around = frozenset(voice.actor.id for voice in hearing.turns[attribution.outer].voices)
    quoted = outer is not None and outer.mode == Mode.DIRECT
    heard = Hearsay(hearing.spoken, frozenset() if quoted else around, around if quoted else frozenset())
    found = antecedent(Anaphor.of_pronoun(token), scene, heard, is_source=True)
    return Voice(found.actor, ResolutionMethod.PRONOUN, found.probability) if found else None


def _outer(attribution: Attribution, scene: Scene) -> Attribution | None:
    return None if attribution.outer is None else scene.reading.attributions[attribution.outer]


def _outer_turn(attribution: Attribution, hearing: _Hearing) -> Turn | None:
    """The turn that relays this one; None if there is none or it was not heard yet."""
    index = attribution.outer
    return hearing.turns[index] if index is not None and index < len(hearing.turns) else None


def _unsaid(attribution: Attribution, hearing: _Hearing) -> Voice:
    """The speaker of an attribution whose source is missing or means nobody who is known."""
    scene = hearing.scene
    cue = " ".join(span.of(scene.text) for span in attribution.cue)
    signature = signature_after(attribution.content, scene.text)
    signed = scene.cast.names_within(signature.span) if signature else ()
    if signed:
        return _named(signed[0], scene)
    hidden = bool(cue) and bool(_IMPERSONAL.search(cue))
    outer = _outer_turn(attribution, hearing)
    if outer and not hidden and not attribution.source:
        return Voice(outer.voices[0].actor, ResolutionMethod.CONTEXT, _RELAYED)
    if hearing.turns and not hidden and not attribution.source and _goes_on(attribution, cue, hearing):
        return Voice(hearing.turns[-1].voices[0].actor, ResolutionMethod.CONTEXT, _CONTINUED)
    voice = unnamed(scene.article.id, UNNAMED, ActorKind.UNKNOWN, _LONELY)
    return Voice(voice.actor, ResolutionMethod.CONTEXT, _LONELY)


def _goes_on(attribution: Attribution, cue: str, hearing: _Hearing) -> bool:
    """Whether the previous speaker goes on: a quotation close by, or a cue of the same sentence."""
    tokens = hearing.scene.tokens
    previous = hearing.scene.reading.attributions[len(hearing.turns) - 1]
    here, there = attribution.content[0].start, previous.content[-1].end - 1
    if attribution.mode == Mode.DIRECT or (attribution.mode == Mode.MIXED and not cue):
        return tokens.paragraph_at(here) - tokens.paragraph_at(there) <= _GOES_ON
    same_sentence = tokens.sentence_at(here) == tokens.sentence_at(there)
    return bool(_CONTINUES.match(cue)) and same_sentence
