"""What a careful reader says about the attributions of an article: who speaks, and about whom.

One JSON file an article::

    {"article": NAME, "attributions": [
        {"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 60]],
         "speaker": "Ann Cole", "speaker_type": "person", "about": ["Otto Lind"]}]}

Offsets are half-open and count the characters of ``NAME.txt``. Names are the fullest of the article, without
article, title, quantifier and possessive; several speakers are joined by `` & ``; the speaker is null where
the article does not tell, ``author`` where its author speaks.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.domain import ActorKind, Attribution, Span
from kg.errors import ArticleError

_KINDS = frozenset({None, "other", *ActorKind})


@dataclass(frozen=True, slots=True)
class SpeakerAnswer:
    """What a careful reader says about one attribution."""

    attribution: Attribution
    """Its spans; mode and probability are not told."""
    speaker: str | None
    """Fullest name; several joined by `` & ``; None if the article does not tell."""
    kind: str | None = None
    """An ``ActorKind`` or ``other``; None without a speaker."""
    about: tuple[str, ...] = ()
    """Names of the actors that the content speaks of."""


@dataclass(frozen=True, slots=True)
class AnswerSheet:
    """The answers about one article."""

    path: Path
    article: str
    """Name of the article's file, without its ending."""
    answers: tuple[SpeakerAnswer, ...]


def read_answers(folder: Path) -> tuple[AnswerSheet, ...]:
    """The answers in the JSON files of a folder, by file name.

    Raises ``ArticleError`` with the file where one cannot be understood, or with the folder if it has none.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise ArticleError(
            str(folder),
            "no answers about speakers here",
            hint="Give a folder with a NAME.json for each article.",
        )
    return tuple(map(_sheet, paths))


def _sheet(path: Path) -> AnswerSheet:
    try:
        record = json.loads(path.read_text(encoding="utf-8"))
        return AnswerSheet(path, str(record["article"]), tuple(map(_answer, record["attributions"])))
    except (ValueError, KeyError, TypeError) as error:
        raise ArticleError(
            str(path),
            f"no answers about speakers ({type(error).__name__}: {error})",
            hint="docs/how-to.md shows what such a file holds.",
        ) from error


def _answer(record: dict[str, Any]) -> SpeakerAnswer:
    kind = record["speaker_type"]
    if kind not in _KINDS:
        raise ValueError(f"{kind!r} is no kind of speaker")
    content, source, cue = (_spans(record[role]) for role in ("content", "source", "cue"))
    if not content:
        raise ValueError("an attribution without content")
    attribution = Attribution(content, source, cue)
    return SpeakerAnswer(attribution, record["speaker"], kind, tuple(record["about"]))


def _spans(pairs: list[list[int]]) -> tuple[Span, ...]:
    return tuple(sorted(Span(*pair) for pair in pairs))
