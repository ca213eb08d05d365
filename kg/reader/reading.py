"""The reader: an article in, its attributions and layers out."""

import hashlib
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import chain

from kg.domain import Article, Attribution, Mode, Reading, Span
from kg.reader import syntax
from kg.reader.brat import joined
from kg.reader.calibration import Calibration
from kg.reader.coreference import AntecedentWeights
from kg.reader.drafts import Draft, Heads, decoded, drafts
from kg.reader.entities import entities
from kg.reader.features import Integers, WordTable, word_table
from kg.reader.hearsay import with_hearsay
from kg.reader.labels import Piece
from kg.reader.mentions import mentions
from kg.reader.mode import mode_of
from kg.reader.nested import nested
from kg.reader.network import Network, WordScores
from kg.reader.patterns import headlines, signed_posts
from kg.reader.tokenise import Tokeniser, words
from kg.reader.transcripts import turns
from kg.reader.weights import ReaderWeights
from kg.reader.word_layers import LayerWeights, WordLayers

DECODING = "11"
"""Counts changes of what is made from the network's scores; part of the reader's version."""
LEAST_SCORE = 0.05
"""What scores less is wrong five times in six; chosen on articles kept from training."""
THREADS = 2


class Reader:
    """Reads articles with the trained network; the same article always gives the same reading."""

    def __init__(self, weights: ReaderWeights, *, threads: int = THREADS) -> None:
        self._network = Network(weights.network, Tokeniser(weights.vocabulary), threads)
        self._pool = ThreadPoolExecutor(threads)
        self._heads = Heads.of(weights.heads)
        self._layers = LayerWeights.of(weights.heads)
        self._antecedents = AntecedentWeights.of(weights.heads)
        self._calibration = weights.calibration
        self.version = f"reader-{hashlib.sha256(f'{weights.sha256} {DECODING}'.encode()).hexdigest()[:12]}"

    def read(self, article: Article) -> Reading:
        """All that is seen in one article; parts that are not to be read are passed over."""
        text = _readable(article)
        shown = [*signed_posts(text), *turns(text)]
        table = word_table(text, words(text))
        scores, layers = self._network.read_layers(table, self._layers)
        seen = self._attributions(table, scores, layers.upos, article.text)
        found = [*(each for each in seen if not _is_shown(each, shown)), *shown]
        sources = {span.of(text) for each in found for span in each.source}
        titles = (each for each in headlines(text, sources) if not _is_shown(each, shown))
        return Reading(
            article_id=article.id,
            reader_version=self.version,
            attributions=ordered([*found, *titles]),
            mentions=mentions(table, layers, self._antecedents),
            entities=entities(table, layers.entities),
            words=syntax.words(table, layers),
            predicates=syntax.predicates(layers),
        )

    def layers(self, table: WordTable) -> WordLayers:
        """Tags, trees and the other layers of words that are given."""
        return self._network.read_layers(table, self._layers)[1]

    def _attributions(
        self, table: WordTable, scores: WordScores, upos: Integers, text: str
    ) -> list[Attribution]:
        """What the network finds, the inner ones too."""
        drafted = drafts(decoded(table, scores, self._heads))
        outer = with_hearsay(table, [each for each in drafted if _is_told(table, each)])
        inner = chain.from_iterable(
            self._pool.map(lambda draft: nested(table, upos, draft, self._drafts), outer)
        )
        return [_attribution(draft, table, text, self._calibration) for draft in [*outer, *inner]]

    def _drafts(self, table: WordTable) -> tuple[Draft, ...]:
        return drafts(decoded(table, self._network.read(table), self._heads))


def _is_told(table: WordTable, draft: Draft) -> bool:
    """Whether it is no mere guess, and a cue or quotation marks show that somebody speaks."""
    shown = draft.cue is not None or mode_of(table, draft.contents) == Mode.DIRECT
    return shown and draft.score >= LEAST_SCORE


def _is_shown(attribution: Attribution, shown: Iterable[Attribution]) -> bool:
    """Whether it is a signed post or a turn, or a part of one: by nobody who is named elsewhere."""
    return any(
        _overlap(each.content, attribution.content)
        and (_overlap(each.source, attribution.source) or not (attribution.cue or attribution.source))
        for each in shown
    )


def _overlap(some: Iterable[Span], others: Sequence[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def _readable(article: Article) -> str:
    """The text with line ends in place of what is not to be read, so that all offsets stay."""
    text = article.text
    for span in article.unread:
        text = text[: span.start] + "\n" * len(span) + text[span.end :]
    return text


def _attribution(draft: Draft, table: WordTable, text: str, calibration: Calibration) -> Attribution:
    return Attribution(
        content=_spans(draft.contents, table, text),
        source=_spans([draft.source] if draft.source else [], table, text),
        cue=_spans([draft.cue] if draft.cue else [], table, text),
        mode=mode_of(table, draft.contents),
        probability=calibration.probability(draft.score),
    )


def _spans(pieces: Sequence[Piece], table: WordTable, text: str) -> tuple[Span, ...]:
    return joined(
        (Span(int(table.starts[piece.start]), int(table.ends[piece.end - 1])) for piece in pieces), text
    )


def ordered(found: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """In text order, the outer before its inner ones; each knows the nearest one that holds it."""
    ranked = sorted(
        set(found), key=lambda each: (each.content[0].start, -each.content[-1].end, each.cue, each.source)
    )
    result: list[Attribution] = []
    near: list[int] = []
    for each in ranked:
        near = [index for index in near if result[index].content[-1].end > each.content[0].start]
        holders = [index for index in near if _holds(result[index], each)]
        near.append(len(result))
        result.append(replace(each, outer=max(holders, default=None)))
    return tuple(result)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether content, cue and source of the inner one all lie inside the content of the outer one."""
    parts = (*inner.content, *inner.cue, *inner.source)
    smaller = sum(map(len, inner.content)) < sum(map(len, outer.content))
    return smaller and all(any(span.contains(part) for span in outer.content) for part in parts)
