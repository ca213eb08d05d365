"""Attributions in words, put together from spans and links."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from kg.reader.decode import Marginals, agreement, chosen, kept_apart
from kg.reader.features import WordTable
from kg.reader.labels import Piece, Role
from kg.reader.links import Link, LinkerWeights, Weights, linked
from kg.reader.network import WordScores
from kg.reader.quotes import QuoteState

LEAST_WANTED = 0.1
"""Expected agreement of a content that a cue wants; chosen on articles kept from training."""
BESIDE = 6
"""Words between a cue and the content that it wants, at most."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution; all pieces hold word numbers."""

    contents: tuple[Piece, ...]
    cue: Piece | None
    source: Piece | None
    score: float
    """Product of what the network gives for each span and link, 0–1, not calibrated."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What is learned beside the network: transitions of labels (labels, labels), and the two linkers."""

    transitions: Weights
    cue_linker: LinkerWeights
    source_linker: LinkerWeights

    @classmethod
    def of(cls, arrays: Mapping[str, Weights]) -> "Heads":
        """From arrays named as in ``heads.npz``."""
        return cls(
            transitions=arrays["transitions"],
            cue_linker=LinkerWeights.of(arrays, "cue_linker"),
            source_linker=LinkerWeights.of(arrays, "source_linker"),
        )


@dataclass(frozen=True, slots=True)
class Decoded:
    """The spans of a text with their probabilities, and the links between them."""

    pieces: tuple[Piece, ...]
    probabilities: Mapping[Piece, float]
    cues: Mapping[Piece, Link]
    """Each content's cue."""
    sources: Mapping[Piece, Link]
    """Each cue's source."""


def decoded(table: WordTable, scores: WordScores, heads: Heads) -> Decoded:
    """Spans inside paragraphs, their probabilities by sums over all paths, and links."""
    of_words = kept_apart(scores.labels, table.breaks)
    probabilities = Marginals(of_words, heads.transitions).spans()
    gains = agreement(probabilities)
    link = partial(_with_links, table, scores, heads, probabilities)
    found = link(chosen(gains))
    more = wanted(found, gains, table)
    return link((*found.pieces, *more)) if more else found


def _with_links(
    table: WordTable,
    scores: WordScores,
    heads: Heads,
    probabilities: Mapping[Piece, float],
    pieces: Sequence[Piece],
) -> Decoded:
    ordered = tuple(sorted(pieces))
    cues = linked(heads.cue_linker, table, scores.links, ordered, (Role.CONTENT, Role.CUE))
    return Decoded(
        pieces=ordered,
        probabilities={piece: probabilities[piece] for piece in ordered},
        cues=without_strays(cues, table),
        sources=linked(heads.source_linker, table, scores.links, ordered, (Role.CUE, Role.SOURCE)),
    )


def wanted(found: Decoded, gains: Mapping[Piece, float], table: WordTable) -> tuple[Piece, ...]:
    """What somebody must have said: for each cue with a source and no content the likeliest one beside it.

    A content whose ends are unsure is no likely span, while its source and its cue are.
    """
    claimed = {link.partner for link in found.cues.values()}
    likely = sorted(
        piece for piece, gain in gains.items() if gain >= LEAST_WANTED and piece.role == Role.CONTENT
    )
    taken = np.zeros(len(table), dtype=bool)
    for piece in found.pieces:
        taken[piece.start : piece.end] = True
    added: list[Piece] = []
    for cue, source in found.sources.items():
        if source.partner and cue not in claimed:
            beside = (piece for piece in likely if _is_beside(piece, cue, table))
            free = [piece for piece in beside if not taken[piece.start : piece.end].any()]
            for best in sorted(free, key=lambda piece: gains[piece])[-1:]:
                taken[best.start : best.end] = True
                added.append(best)
    return tuple(added)


def _is_beside(piece: Piece, cue: Piece, table: WordTable) -> bool:
    """Whether few words lie between them, and no end of a paragraph."""
    apart = min(abs(piece.start - cue.end), abs(cue.start - piece.end))
    return apart <= BESIDE and bool(table.paragraphs[piece.start] == table.paragraphs[cue.start])


def without_strays(cues: Mapping[Piece, Link], table: WordTable) -> dict[Piece, Link]:
    """Each content's cue, but none for what only seems to go on in another paragraph.

    A cue with a content in its own paragraph has others beyond it only between quotation marks: of 24,783
    attributions of PolNeAR 11 are otherwise.
    """
    paragraphs = table.paragraphs
    at_home = {
        link.partner
        for content, link in cues.items()
        if link.partner and paragraphs[content.start] == paragraphs[link.partner.start]
    }

    def is_stray(content: Piece, cue: Piece) -> bool:
        beyond = paragraphs[content.start] != paragraphs[cue.start]
        return cue in at_home and bool(beyond) and table.quotes[content.start] == QuoteState.OUTSIDE

    return {
        content: replace(link, partner=None) if link.partner and is_stray(content, link.partner) else link
        for content, link in cues.items()
    }


def drafts(found: Decoded) -> tuple[Draft, ...]:
    """One attribution for each cue with a content, and one for each content that no cue claims."""
    of_cue: dict[Piece, list[Piece]] = defaultdict(list)
    alone: list[Piece] = []
    for content, link in found.cues.items():
        if link.partner:
            of_cue[link.partner].append(content)
        else:
            alone.append(content)
    complete = [_with_cue(found, cue, contents) for cue, contents in of_cue.items()]
    return tuple(sorted([*complete, *(_without_cue(found, content) for content in alone)], key=first_word))


def first_word(draft: Draft) -> tuple[int, int]:
    """Sorting key: by the first content, the longer before the shorter."""
    return draft.contents[0].start, -draft.contents[-1].end


def _with_cue(found: Decoded, cue: Piece, contents: Sequence[Piece]) -> Draft:
    source = found.sources[cue]
    factors = [found.probabilities[cue], source.probability]
    factors += [found.probabilities[content] * found.cues[content].probability for content in contents]
    if source.partner:
        factors.append(found.probabilities[source.partner])
    return Draft(tuple(contents), cue, source.partner, float(np.prod(factors)))


def _without_cue(found: Decoded, content: Piece) -> Draft:
    return Draft((content,), None, None, found.probabilities[content] * found.cues[content].probability)
