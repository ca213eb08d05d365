"""Stand-ins for tests: articles in one line and a reader without a network."""

import re
import zlib
from collections.abc import Sequence

import numpy as np

from kg.domain import Article, Attribution, Mode, Reading, Span
from kg.identity import article_id, text_sha256

_NAME = r"[A-Z][\w.]*(?: [A-Z][\w.]*)*"
_DIRECT = re.compile(rf"“(?P<content>[^”]+?),?” (?P<source>{_NAME}|she|he|they) (?P<cue>said|asked)\b")
_INDIRECT = re.compile(
    rf"(?P<source>{_NAME}|[Ss]he|[Hh]e|A Western official) "
    r"(?P<cue>said|denied|warned|claimed) (?P<content>that [^.]+)"
)


def article(text: str, *, name: str = "sample", title: str = "A sample", **metadata: object) -> Article:
    """An article as the first stage would give it."""
    url = metadata.get("url")
    return Article(
        id=article_id(url=str(url) if url else None, text=text),
        name=name,
        path=f"{name}.txt",
        text=text,
        text_sha256=text_sha256(text),
        title=title,
        **metadata,  # type: ignore[arg-type]
    )


class FakeReader:
    """Reads two plain patterns: “words,” Name said · Name said that words. Enough to test what follows."""

    version = "fake-1"

    def __init__(self, *, threads: int = 2) -> None:
        self.threads = threads

    def read(self, article: Article) -> Reading:
        """Every match of the two patterns, in text order, none inside another."""
        found = [
            *((match, Mode.DIRECT) for match in _DIRECT.finditer(article.text)),
            *((match, Mode.INDIRECT) for match in _INDIRECT.finditer(article.text)),
        ]
        attributions = [_attribution(match, mode) for match, mode in found]
        attributions.sort(key=lambda each: each.content)
        return Reading(article_id=article.id, reader_version=self.version, attributions=tuple(attributions))


class FakeEncoder:
    """Texts with the same words point the same way. Enough to test what follows."""

    version = "fake-1"

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Unit vectors, (texts, 32): how often words of 32 kinds occur."""
        vectors = np.zeros((len(texts), 32), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in re.findall(r"\w+", text.casefold()) or [""]:
                vectors[row, zlib.crc32(word.encode()) % 32] += 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def _attribution(match: re.Match[str], mode: Mode) -> Attribution:
    return Attribution(
        content=(Span(*match.span("content")),),
        source=(Span(*match.span("source")),),
        cue=(Span(*match.span("cue")),),
        mode=mode,
        probability=0.9,
    )
