"""Whether the source of an attribution becomes the right actor, on texts that no rule was made for.

``python -m benchmarks.sources --data DIR``. GUM marks whose words a unit of discourse gives, and which
mentions mean the same: the attributions are taken from it, the rest is the reader's and the resolution's. A
source whose cluster holds a name is right if a speaker is the actor that one of these names was resolved to;
one without a name is right if it stays unnamed. Fullest forms are not compared: ``kg evaluate --speakers``
does that.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.layers import PlacedTokens, Read, gum_text
from kg.domain import Attribution, ResolutionMethod, ResolvedArticle, Span
from kg.reader import load_reader
from kg.resolution import resolve
from kg.resolution.answers import SpeakerAnswer
from kg.resolution.evaluation import AnsweredStatement, compare
from kg.scores import Score, percent
from kg.speaker_evaluation import gold_reading
from training.gum import GumAttribution, GumDocument, Mention, Words, read_gum

GENRES = frozenset({"academic", "bio", "interview", "news", "textbook", "voyage"})
"""Edited prose; in transcripts of speech the text does not tell who says "I"."""
_FIRST_PERSON = frozenset({"i", "me", "we", "us"})
_NAMED = frozenset({"person", "organization", "place"})
_BY_NAME = frozenset({ResolutionMethod.NAME, ResolutionMethod.ALIAS})


@dataclass(frozen=True, slots=True)
class GoldSource:
    """One attribution with its source as the gold has it."""

    answer: SpeakerAnswer
    form: str
    """name, pronoun, first person or nominal."""
    names: tuple[int, ...]
    """Where the head words of the names in its cluster begin; empty for an unnamed source."""


def gold_sources(document: GumDocument, placed: PlacedTokens) -> list[GoldSource]:
    """The attributions whose source is a mention."""
    clusters = document.clusters
    found = []
    for attribution in document.attributions:
        mention = _mention(attribution, document.mentions)
        if mention is None:
            continue
        names = (
            placed.starts[word]
            for each in clusters[mention.cluster]
            if each.kind in _NAMED
            for word in _name(each, document)
        )
        source = _with_apposition(attribution.source, clusters[mention.cluster])
        answer = SpeakerAnswer(_attribution(attribution, source, placed), speaker=None)
        found.append(GoldSource(answer, _form(mention, document), tuple(names)))
    return found


def _mention(attribution: GumAttribution, mentions: Iterable[Mention]) -> Mention | None:
    """The widest mention whose head is among the words of the source."""
    meant = (each for each in mentions if each.head in attribution.source)
    return max(meant, key=lambda each: each.end - each.start, default=None)


def _name(mention: Mention, document: GumDocument) -> list[int]:
    """The tokens of a mention that are its name: a head that is one, and what is set beside it flat."""
    sentence = next(each for each in reversed(document.sentences) if each.start <= mention.start)
    return [
        place
        for place in range(mention.start, mention.end)
        if (token := sentence.tokens[place - sentence.start]).upos == "PROPN"
        and (
            place == mention.head or (token.deprel == "flat" and sentence.start + token.head == mention.head)
        )
    ]


def _form(mention: Mention, document: GumDocument) -> str:
    head = document.tokens[mention.head]
    if head.form.lower() in _FIRST_PERSON:
        return "first person"
    if head.upos == "PRON":
        return "pronoun"
    return "name" if _name(mention, document) else "nominal"


def _with_apposition(source: Sequence[int], cluster: Iterable[Mention]) -> Words:
    """The words of a source and of an apposition to it: "the prime minister, Ann Cole"."""
    start, end = min(source), max(source) + 1
    beside = (each.end for each in cluster if each.link == "appos" and end <= each.start <= end + 1)
    return Words(start, max(beside, default=end))


def _attribution(attribution: GumAttribution, source: Words, placed: PlacedTokens) -> Attribution:
    unit = attribution.unit
    sides = (Words(unit.start, source.start), Words(source.end, unit.end))
    return Attribution(
        content=tuple(_span(words, placed) for words in attribution.content),
        source=(_span(source, placed),),
        cue=tuple(_span(words, placed) for words in sides if words.start < words.end),
    )


def _span(words: Words, placed: PlacedTokens) -> Span:
    return Span(placed.starts[words.start], placed.ends[words.end - 1])


def score(documents: Iterable[GumDocument], read: Read) -> dict[str, Score]:
    """How often the actor is right: over all, by form of the source, named or not, and by genre."""
    scores: dict[str, Score] = defaultdict(Score)
    for document in documents:
        placed = gum_text(document)
        sources = gold_sources(document, placed)
        answers = [each.answer for each in sources]
        resolved = resolve(placed.article, gold_reading(placed.article, read(placed.article), answers))
        pairs = {id(pair.answer): pair for pair in compare(resolved, answers).pairs}
        for source in sources:
            pair = pairs.get(id(source.answer))
            right = pair is not None and _is_right(pair, source, resolved)
            named = "named" if source.names else "unnamed"
            for group in ("all", source.form, named, f"{named} {source.form}", document.genre):
                scores[group].count(right, pair is not None, 1)
    return dict(scores)


def _is_right(pair: AnsweredStatement, source: GoldSource, resolved: ResolvedArticle) -> bool:
    named = {each.id for each in pair.speakers if each.kind.is_named}
    if not source.names:
        return not named
    return any(
        mention.span.start <= name < mention.span.end
        for mention in resolved.mentions
        if mention.actor_id in named and mention.method in _BY_NAME
        for name in source.names
    )


def report(scores: Mapping[str, Score]) -> str:
    """Accuracy over the found ones, as lines for people."""
    return "\n".join(
        f"{group:<22}right {percent(each.precision):>5}  of {each.given:>4} found of {each.wanted:>4}"
        for group, each in sorted(scores.items(), key=lambda item: (-item[1].wanted, item[0]))
    )


def main() -> None:
    """Score the sources of one part."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="folder with gum/")
    parser.add_argument("--part", default="dev", choices=("train", "dev"))
    arguments = parser.parse_args()
    documents = read_gum(arguments.data / "gum" / arguments.part)
    print(report(score((each for each in documents if each.genre in GENRES), load_reader().read)))


if __name__ == "__main__":
    main()
