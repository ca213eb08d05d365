"""GUM: trees, nested mentions with their kinds, coreference, Wikipedia links, sources of attributions.

In ``Entity=``, ``(GRP-etype-infstat-salience-centering-minspan-link-identity`` opens a mention and ``GRP)``
closes the one opened last of that cluster. Source: https://wiki.gucorpling.org/gum/conllu
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from pathlib import Path
from urllib.parse import unquote

from training.conllu import ROOT, Sentence, Token, TreeDocument, read_conllu

_BRACKET = re.compile(
    r"\((?P<opened>\d+)(?:\[\d+/\d+\])?-(?P<facts>[^()]*)(?P<closed_too>\))?|(?P<closed>\d+)(?:\[\d+/\d+\])?\)"
)
_SPLIT = re.compile(r"(?P<part>\d+)<(?P<whole>\d+)")
_RELATION = re.compile(r"(?P<relation>[\w-]+):(?P<unit>\d+)(?:->(?P<head>\d+))?:(?P<depth>\d+)")
_ATTRIBUTION_SOURCE = re.compile(r"sem-atsrc-(\d[\d,-]*)-")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that speak of something."""

    start: int
    end: int
    """Document tokens, half-open."""
    head: int
    """Document token that governs the others, among the words that the annotators call its core."""
    kind: str
    """abstract, animal, event, object, organization, person, place, plant, substance or time."""
    cluster: int
    """Mentions of the same thing have the same number, within a document."""
    wikipedia: str | None
    """Title of the article about it, as in its address."""
    infstat: str
    """Information status: new, giv:act, giv:inact, acc:inf, acc:com, acc:aggr."""
    link: str
    """How it refers back: ana, appos, cata, coref, disc, pred, or sgl for a thing spoken of once."""


@dataclass(frozen=True, slots=True)
class Words:
    """A run of document tokens, half-open."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GumAttribution:
    """A unit of discourse that says whose another one is: "the authors say"."""

    source: tuple[int, ...]
    """Document tokens of who says it; empty if it is not told."""
    unit: Words
    """The words that attribute, with those of the source."""
    content: tuple[Words, ...]
    """All units that are attributed, those side by side as one."""


@dataclass(frozen=True, slots=True)
class GumDocument:
    """One document with all that is marked in it."""

    name: str
    genre: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    """By start, outer before inner."""
    split_antecedents: tuple[tuple[int, int], ...]
    """Cluster of one part, cluster of the whole: "Ann … Bo … they"."""
    attributions: tuple[GumAttribution, ...]
    """In the order of the units that attribute."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """All tokens; a token's head counts in its own sentence."""
        return tuple(token for sentence in self.sentences for token in sentence.tokens)

    @property
    def clusters(self) -> dict[int, tuple[Mention, ...]]:
        """Mentions by cluster, things spoken of once too."""
        clusters: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            clusters[mention.cluster].append(mention)
        return {cluster: tuple(mentions) for cluster, mentions in clusters.items()}


def read_gum(folder: Path) -> Iterator[GumDocument]:
    """The documents of one part, by file name.

    Raises ValueError with the document where brackets do not match.
    """
    for path in sorted(folder.glob("*.conllu")):
        for tree in read_conllu(path):
            yield gum_document(tree)


def gum_document(tree: TreeDocument) -> GumDocument:
    """What the last column of each token says, read over the whole document."""
    tokens = [token for sentence in tree.sentences for token in sentence.tokens]
    governors = [
        ROOT if token.head == ROOT else sentence.start + token.head
        for sentence in tree.sentences
        for token in sentence.tokens
    ]
    return GumDocument(
        name=tree.name,
        genre=tree.name.split("_")[1] if tree.name.count("_") > 1 else "",
        sentences=tree.sentences,
        mentions=_mentions(tree.name, [token.note("Entity") for token in tokens], governors),
        split_antecedents=tuple(
            (int(each["part"]), int(each["whole"]))
            for token in tokens
            for each in _SPLIT.finditer(token.note("SplitAnte"))
        ),
        attributions=_attributions([token.note("Discourse") for token in tokens]),
    )


@dataclass(frozen=True, slots=True)
class _Opened:
    start: int
    facts: str


def _mentions(name: str, brackets: Sequence[str], governors: Sequence[int]) -> tuple[Mention, ...]:
    opened: dict[int, list[_Opened]] = defaultdict(list)
    mentions = []
    for place, written in enumerate(brackets):
        for bracket in _BRACKET.finditer(written):
            cluster = int(bracket["opened"] or bracket["closed"])
            if bracket["opened"]:
                opened[cluster].append(_Opened(place, bracket["facts"]))
            if bracket["closed"] or bracket["closed_too"]:
                if not opened[cluster]:
                    raise ValueError(f"{name}: token {place} closes mention {cluster}, which is not open")
                mentions.append(_mention(cluster, opened[cluster].pop(), place + 1, governors))
    left = [cluster for cluster, waiting in opened.items() if waiting]
    if left:
        raise ValueError(f"{name}: mentions {left} are never closed")
    return tuple(sorted(mentions, key=lambda each: (each.start, -each.end, each.cluster)))


def _mention(cluster: int, opened: _Opened, end: int, governors: Sequence[int]) -> Mention:
    kind, infstat, _, _, core, link, *identity = opened.facts.split("-", 6)
    return Mention(
        start=opened.start,
        end=end,
        head=_head(range(opened.start, end), [opened.start + each for each in _numbers(core)], governors),
        kind=kind,
        cluster=cluster,
        wikipedia=unquote(identity[0]) if identity else None,
        infstat=infstat,
        link=link,
    )


def _head(span: range, core: Iterable[int], governors: Sequence[int]) -> int:
    """The first core word governed from outside the core, otherwise the first such word of the whole span."""
    for words in (set(core) & set(span), set(span)):
        for word in sorted(words):
            if governors[word] not in words:
                return word
    raise ValueError(f"the words {span} govern one another in a circle")


def _ranges(written: str) -> tuple[int, ...]:
    """``1,4-6`` to (0, 3, 4, 5)."""
    ends = [_numbers(each) for each in written.split(",")]
    return tuple(place for each in ends for place in range(each[0], each[-1] + 1))


@dataclass(frozen=True, slots=True)
class _Unit:
    words: Words
    relation: str
    head: int
    """Number of the unit that it depends on; 0 for the root."""
    depth: int
    """How many dependents of its head join it before this one does: those belong to what this one joins."""
    sources: tuple[int, ...]


def _attributions(notes: Sequence[str]) -> tuple[GumAttribution, ...]:
    """From the note at the first token of each unit of discourse."""
    units = _units(notes)
    dependents: dict[int, list[int]] = defaultdict(list)
    for number, unit in units.items():
        dependents[unit.head].append(number)
    return tuple(
        GumAttribution(unit.sources, unit.words, _joined(_below(unit.head, unit.depth, units, dependents)))
        for unit in units.values()
        if unit.relation.startswith("attribution")
    )


def _below(
    top: int, depth: float, units: Mapping[int, _Unit], dependents: Mapping[int, Sequence[int]]
) -> list[Words]:
    """A unit with its dependents nearer than ``depth``, and all that depend on these."""
    near = [each for each in dependents.get(top, ()) if units[each].depth < depth]
    below = (words for each in near for words in _below(each, inf, units, dependents))
    return [units[top].words, *below]


def _joined(runs: Iterable[Words]) -> tuple[Words, ...]:
    """In text order; those that touch are one."""
    joined: list[Words] = []
    for run in sorted(runs, key=lambda each: each.start):
        if joined and joined[-1].end == run.start:
            joined[-1] = Words(joined[-1].start, run.end)
        else:
            joined.append(run)
    return tuple(joined)


def _units(notes: Sequence[str]) -> dict[int, _Unit]:
    starts = [place for place, note in enumerate(notes) if note]
    units = {}
    for start, end in pairwise([*starts, len(notes)]):
        primary = notes[start].partition(";")[0]
        relation = _RELATION.match(primary)
        if relation:
            sources = _ATTRIBUTION_SOURCE.search(primary)
            units[int(relation["unit"])] = _Unit(
                Words(start, end),
                relation["relation"],
                int(relation["head"] or 0),
                int(relation["depth"]),
                _ranges(sources[1]) if sources else (),
            )
    return units


def _numbers(written: str) -> tuple[int, ...]:
    """``1,3`` to (0, 2): places counted from 1 to places counted from 0."""
    return tuple(int(each) - 1 for each in re.findall(r"\d+", written))
