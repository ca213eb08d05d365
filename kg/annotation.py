"""What is seen in articles, as stand-off: spans that point into the files, which stay as they are.

::

    read_articles | Reader.read | resolve | record or brat

Offsets are half-open and count the characters of the decoded file (byte-order mark and carriage returns
included), so they fit whatever editor opens it; of an HTML page they count the text that is read out of it.
"""

import contextlib
import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.articles import read_articles
from kg.domain import Actor, ActorKind, Article, Attribution, Mention, Reading, ResolvedArticle, Span
from kg.errors import ArticleError, ExportError
from kg.reader.brat import write_brat
from kg.resolution import resolve
from kg.understanding import ArticleReader

_PLAIN_NAME = re.compile(r"\w[\w .,()+-]*")


@dataclass(frozen=True)
class Annotation:
    """One article with what was seen in it."""

    article: Article
    reading: Reading

    @cached_property
    def _resolved(self) -> ResolvedArticle:
        return resolve(self.article, self.reading)

    @cached_property
    def _speaking(self) -> "dict[tuple[tuple[Span, ...], tuple[Span, ...]], _Speaking]":
        """Speakers and topics of each statement, by its content and its cue."""
        names = {actor.id: actor for actor in self._resolved.actors}
        about = {claim.id: claim.about for claim in self._resolved.claims}
        return {
            (each.content, each.cue): _Speaking(
                speakers=tuple(names[actor] for actor in each.speakers),
                about=tuple(
                    dict.fromkeys(
                        names[actor].name for stance in each.stances for actor in about[stance.claim_id]
                    )
                ),
            )
            for each in self._resolved.statements
        }

    def record(self) -> dict[str, Any]:
        """The article as one record: its names, its ``attributions``, ``mentions`` and ``entities``."""
        return {
            "id": self.article.name,
            "path": self.article.path,
            "text_sha256": self.article.text_sha256,
            "attributions": [self._attribution(each) for each in self.reading.attributions],
            "mentions": [self._mention(each) for each in self.reading.mentions],
            "entities": [
                {"span": self._pairs([each.span])[0], "kind": each.kind.value}
                for each in self.reading.entities
            ],
        }

    def _mention(self, mention: Mention) -> dict[str, Any]:
        span, head = self._pairs([mention.span, mention.head])
        return {
            "span": span,
            "head": head,
            "kind": mention.kind.value,
            "form": mention.form.value,
            "chain": mention.chain,
            "probability": mention.probability,
        }

    def _attribution(self, attribution: Attribution) -> dict[str, Any]:
        speaking = self._speaking.get((attribution.content, attribution.cue))
        return {
            **{role: self._pairs(getattr(attribution, role)) for role in ("source", "cue", "content")},
            "mode": attribution.mode.value,
            "probability": attribution.probability,
            "speaker": speaking and speaking.name,
            "speaker_kind": speaking and speaking.kind,
            "about": list(speaking.about) if speaking else None,
        }

    def _pairs(self, spans: Iterable[Span]) -> list[list[int]]:
        found = (self.article.offsets.original_span(span) for span in spans)
        return [[span.start, span.end] for span in found]

    def brat(self) -> str:
        """The attributions as an annotation file of brat, offsets into the file."""
        return write_brat(self.reading.attributions, self.article.text, self.article.offsets)


@dataclass(frozen=True, slots=True)
class _Speaking:
    """Who speaks in one statement, and about whom."""

    speakers: tuple[Actor, ...]
    about: tuple[str, ...]

    @property
    def name(self) -> str | None:
        """Several joined by `` & ``; None if the article does not say who."""
        known = [actor.name for actor in self.speakers if actor.kind is not ActorKind.UNKNOWN]
        return " & ".join(known) or None

    @property
    def kind(self) -> str:
        """Of each speaker, once."""
        return " & ".join(dict.fromkeys(actor.kind.value for actor in self.speakers))


def annotate(paths: Iterable[str], reader: ArticleReader) -> Iterator[Annotation | ArticleError]:
    """Every article with what is seen in it; one that cannot be read is an error in its place."""
    for each in read_articles(list(paths)):
        yield each if isinstance(each, ArticleError) else Annotation(each, reader.read(each))


def write_jsonl(paths: Iterable[str], reader: ArticleReader, output: Path | None) -> list[ArticleError]:
    """One record a line, to a file or to standard output; gives the articles that could not be read."""
    failures = []
    with output.open("w", encoding="utf-8") if output else contextlib.nullcontext(sys.stdout) as target:
        for each in annotate(paths, reader):
            if isinstance(each, ArticleError):
                failures.append(each)
            else:
                target.write(json.dumps(each.record(), ensure_ascii=False) + "\n")
    return failures


def write_brat_files(paths: Iterable[str], reader: ArticleReader, output: Path | None) -> list[ArticleError]:
    """``NAME.ann`` for each article into a folder; gives the articles that could not be read or written."""
    if output is None:
        raise ExportError("-", "brat writes several files", hint="Give a folder: -o DIR.")
    output.mkdir(parents=True, exist_ok=True)
    failures = []
    written: dict[str, str] = {}
    for each in annotate(paths, reader):
        if isinstance(each, ArticleError):
            failures.append(each)
            continue
        name, path = _file_name(each.article), each.article.path
        if written.setdefault(name, path) != path:
            failures.append(ArticleError(path, f"{name} is the annotation of {written[name]}"))
        else:
            (output / name).write_text(each.brat(), encoding="utf-8")
    return failures


def _file_name(article: Article) -> str:
    """Named like the article, unless that name could lead out of the folder."""
    return f"{article.name if _PLAIN_NAME.fullmatch(article.name) else article.id}.ann"


WRITERS: Mapping[str, Callable[[Iterable[str], ArticleReader, Path | None], list[ArticleError]]] = {
    "jsonl": write_jsonl,
    "brat": write_brat_files,
}
"""Name of a format to what writes it."""
