"""Scores of readings against gold attributions.

Protocol: every annotation file is one document, so that an article with several annotators counts once for
each. A span is a run of characters in one role; equal spans of several attributions count once. Gold that
marks no attribution inside another is compared with the outermost attributions alone.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.domain import Article, Attribution, Mode, Reading, Span
from kg.identity import article_id, text_sha256
from kg.reader.brat import annotation_files, read_brat
from kg.reader.features import word_table
from kg.reader.mode import mode_of_spans
from kg.reader.tokenise import words
from kg.scores import Score

ROLES = ("source", "cue", "content")
LENIENT = 0.5
"""Least Jaccard overlap of two sources, and of two contents, that are said to be the same."""


def _by_role() -> dict[str, Score]:
    return {role: Score() for role in ROLES}


@dataclass(slots=True)
class Evaluation:
    """All scores of a set of documents."""

    exact: dict[str, Score] = field(default_factory=_by_role)
    """Same start and same end."""
    begin: dict[str, Score] = field(default_factory=_by_role)
    """Same start."""
    jaccard: dict[str, Score] = field(default_factory=_by_role)
    """Characters shared with the best partner, divided by the characters of both."""
    strict: Score = field(default_factory=Score)
    """Attributions with the same source and the same content."""
    lenient: Score = field(default_factory=Score)
    """Attributions whose sources and whose contents overlap by ``LENIENT``."""
    by_mode: dict[Mode, Score] = field(
        default_factory=lambda: {mode: Score() for mode in Mode if mode != Mode.NARRATION}
    )
    """Lenient, by the mode that the marks of the content show."""
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Words by gold role and predicted role; ``-`` is none."""
    judged: list[tuple[float, bool]] = field(default_factory=list)
    """Probability of each predicted attribution, and whether it is right in the lenient sense."""
    documents: int = 0
    slowest_seconds: float = 0.0
    slowest: str = ""


def evaluate_folder(read: Callable[[Article], Reading], folder: Path) -> Evaluation:
    """Score a reader against the brat annotations of a folder."""
    return evaluate(read, annotation_files(folder))


def evaluate(read: Callable[[Article], Reading], files: Mapping[Path, Sequence[Path]]) -> Evaluation:
    """Score a reader against annotation files, by text."""
    result = Evaluation()
    for path, annotations in files.items():
        article = article_at(path)
        began = time.perf_counter()
        reading = read(article)
        seconds = time.perf_counter() - began
        if seconds > result.slowest_seconds:
            result.slowest, result.slowest_seconds = path.name, seconds
        for annotation in annotations:
            gold = read_brat(_text(annotation), article.text)
            add_document(result, article.text, reading.attributions, gold)
    return result


def article_at(path: Path) -> Article:
    """The article of a file whose characters annotations count."""
    text = _text(path)
    title = text.lstrip().partition("\n")[0][:200]
    identifier = article_id(url=None, text=text)
    return Article(identifier, path.stem, str(path), text, text_sha256(text), title)


def _text(path: Path) -> str:
    """The characters as they are: offsets count carriage returns too."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def add_document(
    result: Evaluation, text: str, predicted: Sequence[Attribution], gold: Sequence[Attribution]
) -> None:
    """Score one document and add it to the rest."""
    if not _has_inner(gold):
        predicted = [each for each in predicted if each.outer is None]
    for role in ROLES:
        _add_spans(result, role, _spans(predicted, role), _spans(gold, role))
    _add_confusion(result, text, predicted, gold)
    _add_linked(result, text, predicted, gold)
    result.documents += 1


def _has_inner(gold: Sequence[Attribution]) -> bool:
    return any(
        outer.contains(inner) and outer != inner
        for each in gold
        for outer in each.content
        for other in gold
        for inner in other.cue
    )


def _spans(attributions: Iterable[Attribution], role: str) -> set[Span]:
    return {span for each in attributions for span in getattr(each, role)}


def _add_spans(result: Evaluation, role: str, predicted: set[Span], gold: set[Span]) -> None:
    sizes = len(predicted), len(gold)
    for score, right in (
        (result.exact[role], len(predicted & gold)),
        (result.begin[role], len({span.start for span in predicted} & {span.start for span in gold})),
    ):
        score.count(right, *sizes)
    result.jaccard[role].add(_soft(predicted, gold), sizes[0], _soft(gold, predicted), sizes[1])


def _soft(ours: set[Span], theirs: set[Span]) -> float:
    return sum(
        max((jaccard((span,), (other,)) for other in theirs if span.overlaps(other)), default=0.0)
        for span in ours
    )


def jaccard(ours: Sequence[Span], theirs: Sequence[Span]) -> float:
    """Characters in both, divided by characters in either; 1 for two empty ones."""
    if not ours or not theirs:
        return float(not ours and not theirs)
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in ours for b in theirs)
    return shared / (sum(map(len, ours)) + sum(map(len, theirs)) - shared)


def _add_linked(
    result: Evaluation, text: str, predicted: Sequence[Attribution], gold: Sequence[Attribution]
) -> None:
    strict = len(
        {(each.source, each.content) for each in predicted} & {(each.source, each.content) for each in gold}
    )
    result.strict.count(strict, len(predicted), len(gold))
    partners = _partners(predicted, gold)
    result.lenient.count(len(partners), len(predicted), len(gold))
    result.judged += [(each.probability, index in partners) for index, each in enumerate(predicted)]
    table = word_table(text, words(text))
    found = set(partners.values())
    for index, each in enumerate(predicted):
        result.by_mode[mode_of_spans(table, each.content)].add(index in partners, 1, 0, 0)
    for index, each in enumerate(gold):
        result.by_mode[mode_of_spans(table, each.content)].add(0, 0, index in found, 1)


def _partners(predicted: Sequence[Attribution], gold: Sequence[Attribution]) -> dict[int, int]:
    """Predicted to gold, one to one, the best overlaps first."""
    overlaps = sorted(
        (
            (jaccard(ours.source, theirs.source) + jaccard(ours.content, theirs.content), i, j)
            for i, ours in enumerate(predicted)
            for j, theirs in enumerate(gold)
            if jaccard(ours.content, theirs.content) >= LENIENT
            and jaccard(ours.source, theirs.source) >= LENIENT
        ),
        key=lambda each: (-each[0], each[1:]),
    )
    partners: dict[int, int] = {}
    for _, ours, theirs in overlaps:
        if ours not in partners and theirs not in partners.values():
            partners[ours] = theirs
    return partners


def _add_confusion(
    result: Evaluation, text: str, predicted: Sequence[Attribution], gold: Sequence[Attribution]
) -> None:
    found, wanted = _roles(text, predicted), _roles(text, gold)
    result.confusion.update((wanted[word.start], found[word.start]) for word in words(text))


def _roles(text: str, attributions: Sequence[Attribution]) -> list[str]:
    """The role of each character."""
    roles = ["-"] * len(text)
    for role in reversed(ROLES):
        for span in _spans(attributions, role):
            roles[span.start : span.end] = [role] * len(span)
    return roles
