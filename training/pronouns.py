"""Pronouns with their gold antecedents, from GUM and GAP, as the resolution of an article meets them.

Both are read by the package's own reader and figures, so that what is learned fits what is seen later:
a candidate is right if the annotators put one of its names, or the words for the speaker, into the
pronoun's cluster. GAP marks two names: https://github.com/google-research-datasets/gap-coreference
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from kg.domain import Article, Mode, Reading, Span
from kg.identity import article_id, text_sha256
from kg.resolution import chains
from kg.resolution.candidates import Anaphor, Hearsay, Spoken, candidates, context
from kg.resolution.knowledge import word_list
from kg.resolution.pronouns import FIRST_PERSON, PERSONAL, POSSESSIVE, Form, Number, number_of
from kg.resolution.scene import Scene, set_scene
from kg.resolution.speakers import Turn, find_speakers
from kg.resolution.statements import tidy
from kg.resolution.tokens import Token
from training.gum import GumDocument, Mention, read_gum
from training.litbank import Heads, read_litbank

Read = Callable[[Article], Reading]

THIRD_PERSON = (PERSONAL | POSSESSIVE) - FIRST_PERSON - {"you", "your", "yours", "whose"}
_DEFINITE = word_list("definite")
_OF_KIND = {"person": Number.ROLE, "organization": Number.BODY}
CLOSED_GENRES = frozenset({"essay", "fiction", "letter", "podcast", "whow"})
"""Their texts may not be used commercially: weights that ship are fitted without them."""


@dataclass(frozen=True, slots=True)
class Pronoun:
    """One pronoun with its candidates."""

    number: Number
    candidates: tuple[tuple[str, ...], ...]
    """Features of each."""
    nobody: tuple[str, ...]
    """Features of "nobody of them"."""
    right: frozenset[int]
    """Places of the right candidates; ``len(candidates)`` is nobody; several if not told apart."""
    wanted: bool
    """Whether somebody with a name, or who spoke, is meant."""
    is_source: bool
    genre: str

    def without_chains(self) -> "Pronoun":
        """The same without the features that the network's chains give."""
        rows = [
            tuple(each for each in row if not each.startswith(chains.FEATURE))
            for row in (*self.candidates, self.nobody)
        ]
        return replace(self, candidates=tuple(rows[:-1]), nobody=rows[-1])


@dataclass(frozen=True, slots=True)
class _Heard:
    """An article with its speakers."""

    scene: Scene
    turns: tuple[Turn, ...]

    @classmethod
    def of(cls, article: Article, reading: Reading) -> "_Heard":
        scene = set_scene(article, replace(reading, attributions=tidy(reading, article.text)))
        return cls(scene, find_speakers(scene))

    def pronouns(self) -> Iterator[Token]:
        """All pronouns of the third person."""
        return (token for token in self.scene.tokens if token.text.lower() in THIRD_PERSON)

    def token_at(self, offset: int) -> Token | None:
        """The word that begins at a character."""
        return next((token for token in self.scene.tokens.within(Span(offset, offset + 1))), None)

    def before(self, pronoun: Token) -> Hearsay:
        """What is known about speech when the pronoun is met."""
        attributions = self.scene.reading.attributions
        spoken = sorted(
            (
                Spoken(voice.actor, attribution.source[0])
                for attribution, turn in zip(attributions, self.turns, strict=True)
                if attribution.source and attribution.source[0].start < pronoun.start
                for voice in turn.voices
            ),
            key=lambda each: each.span,
        )
        return Hearsay(spoken, self._speaking(pronoun, direct=False), self._speaking(pronoun, direct=True))

    def _speaking(self, pronoun: Token, *, direct: bool) -> frozenset[str]:
        """Whose words hold the pronoun."""
        return frozenset(
            voice.actor.id
            for attribution, turn in zip(self.scene.reading.attributions, self.turns, strict=True)
            if (attribution.mode == Mode.DIRECT) == direct and _holds(attribution.content, pronoun)
            for voice in turn.voices
        )

    def is_source(self, pronoun: Token) -> bool:
        """Whether the pronoun stands for a speaker."""
        return any(_holds(each.source, pronoun) for each in self.scene.reading.attributions)


def _holds(spans: tuple[Span, ...], token: Token) -> bool:
    return any(span.start <= token.start < span.end for span in spans)


def article_of(name: str, text: str) -> Article:
    """A text as an article."""
    return Article(article_id(url=None, text=text), name, name, text, text_sha256(text), name)


@dataclass(frozen=True, slots=True)
class PlacedDocument:
    """A GUM document with the place of each token in its text."""

    document: GumDocument
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, document: GumDocument) -> "PlacedDocument":
        """The text, paragraphs on lines of their own."""
        text, starts = "", []
        for number, sentence in enumerate(document.sentences):
            if number:
                new = sentence.paragraph != document.sentences[number - 1].paragraph
                text = text.rstrip(" ") + ("\n" if new else " ")
            for token in sentence.tokens:
                starts.append(len(text))
                text += token.form + " " * token.space_after
        return cls(document, text, tuple(starts))

    def clusters(self) -> Heads:
        """By the character at which a head begins: cluster and length of its mentions."""
        found: dict[int, list[tuple[int, int]]] = {}
        for mention in self.document.mentions:
            place = self.starts[mention.head]
            found.setdefault(place, []).append((mention.cluster, mention.end - mention.start))
        return found


def litbank_pronouns(folder: Path, read: Read) -> Iterator[Pronoun]:
    """All pronouns of the third person in one part of LitBank."""
    for document in read_litbank(folder):
        article = article_of(document.name, document.text)
        heard = _Heard.of(article, read(article))
        for token in heard.pronouns():
            meant = {cluster for cluster, length in document.heads.get(token.start, ()) if length == 1}
            judge = _ClusterJudge(document.heads, heard, frozenset(meant))
            yield _pronoun(Anaphor.of_pronoun(token), heard, "litbank", judge)


def gum_pronouns(folder: Path, read: Read) -> Iterator[Pronoun]:
    """All pronouns of the third person and definite descriptions of actors in one part of GUM."""
    for document in read_gum(folder):
        placed = PlacedDocument.of(document)
        article = article_of(document.name, placed.text)
        heard = _Heard.of(article, read(article))
        heads = placed.clusters()
        for token in heard.pronouns():
            meant = {cluster for cluster, length in heads.get(token.start, ()) if length == 1}
            judge = _ClusterJudge(heads, heard, frozenset(meant))
            yield _pronoun(Anaphor.of_pronoun(token), heard, document.genre, judge)
        for mention in document.mentions:
            anaphor = _description(mention, placed, heard)
            if anaphor is not None:
                judge = _ClusterJudge(heads, heard, frozenset({mention.cluster}))
                yield _pronoun(anaphor, heard, document.genre, judge)


def _description(mention: Mention, placed: PlacedDocument, heard: _Heard) -> Anaphor | None:
    """A mention as a definite description in the singular; None if it is none."""
    tokens = placed.document.tokens
    number = _OF_KIND.get(mention.kind)
    definite = tokens[mention.start].form.lower() in _DEFINITE and tokens[mention.head].xpos == "NN"
    first, head = (heard.token_at(placed.starts[place]) for place in (mention.start, mention.head))
    if number is None or not definite or first is None or head is None:
        return None
    return Anaphor(
        first,
        head,
        number,
        Form.DESCRIPTION,
        tokens[mention.head].form.lower(),
        tuple(each.form.lower() for each in tokens[mention.start + 1 : mention.head]),
        complemented=mention.head + 1 < mention.end,
    )


@dataclass(frozen=True, slots=True)
class _ClusterJudge:
    """Whether a candidate is in the pronoun's cluster."""

    heads: Heads
    heard: _Heard
    meant: frozenset[int]

    def __call__(self, actor: str) -> bool:
        """Whether the actor is meant."""
        figure = self.heard.scene.cast.figure(actor)
        spans = [name.span for name in figure.names] if figure else self._sources(actor)
        votes = Counter(cluster for span in spans for cluster in self._clusters(span))
        return bool(votes) and votes.most_common(1)[0][0] in self.meant

    def _sources(self, actor: str) -> list[Span]:
        turns = zip(self.heard.scene.reading.attributions, self.heard.turns, strict=True)
        return [
            attribution.source[0]
            for attribution, turn in turns
            if attribution.source and actor in {voice.actor.id for voice in turn.voices}
        ][:1]

    def _clusters(self, span: Span) -> Iterator[int]:
        inside = [
            (length, cluster)
            for start in range(span.start, span.end)
            for cluster, length in self.heads.get(start, ())
        ]
        if inside:
            yield max(inside)[1]


def _pronoun(anaphor: Anaphor, heard: _Heard, genre: str, is_meant: Callable[[str], bool]) -> Pronoun:
    found = candidates(anaphor, heard.scene, heard.before(anaphor.token))
    right = frozenset(place for place, each in enumerate(found) if is_meant(each.actor.id))
    is_source = heard.is_source(anaphor.token)
    return Pronoun(
        anaphor.number,
        tuple(each.features for each in found),
        context(anaphor, heard.scene, is_source=is_source),
        right or frozenset({len(found)}),
        bool(right),
        is_source,
        genre,
    )


def gap_pronouns(path: Path, read: Read) -> Iterator[Pronoun]:
    """The pronouns of one part of GAP; where neither name is meant, anybody else is right."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            article = article_of(row["ID"], row["Text"])
            heard = _Heard.of(article, read(article))
            offset = int(row["Pronoun-offset"])
            token = next((each for each in heard.scene.tokens if each.start == offset), None)
            if token is not None:
                yield _gap_pronoun(token, heard, row)


def _gap_pronoun(token: Token, heard: _Heard, row: Mapping[str, str]) -> Pronoun:
    found = candidates(Anaphor.of_pronoun(token), heard.scene, heard.before(token))
    owners = {side: _owner(heard.scene, int(row[f"{side}-offset"]), row[side]) for side in "AB"}
    meant = [owners[side] for side in "AB" if row[f"{side}-coref"].upper() == "TRUE"]
    if meant:
        right = {place for place, each in enumerate(found) if each.actor.id in meant}
    else:
        right = {place for place, each in enumerate(found) if each.actor.id not in owners.values()}
        right.add(len(found))
    return Pronoun(
        number_of(token.text),
        tuple(each.features for each in found),
        context(Anaphor.of_pronoun(token), heard.scene, is_source=heard.is_source(token)),
        frozenset(right),
        bool(meant),
        heard.is_source(token),
        "gap",
    )


def _owner(scene: Scene, offset: int, words: str) -> str | None:
    """The figure whose name stands at ``offset``, if it was found."""
    span = Span(offset, offset + len(words))
    named = [name for name in scene.cast.names if name.span.overlaps(span)]
    return scene.cast.owner(named[-1]).actor.id if named else None
