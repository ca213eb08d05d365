"""HTML pages → text and metadata, in a process of their own that can be ended."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from time import monotonic
from types import TracebackType
from typing import IO, Self, cast

from kg.articles import page_worker
from kg.articles.metadata import Metadata, found
from kg.articles.unusable import Unusable

SECONDS = 30.0
"""For one page, by the clock; ordinary ones take 0.05 s, 3 MB of paragraphs 8 s."""
START_SECONDS = 60.0
MOST_TAG_CHARACTERS = 64_000

_EMBEDDED_DATA = re.compile(r"data:[\w/.+-]{1,100};base64,[A-Za-z0-9+/=]+")
_RAW_ELEMENT = re.compile(r"(</?(?:script|style)\b)", re.IGNORECASE)
_TAG_BEGIN = re.compile(r"</?[A-Za-z]")
_SAVE_AS_TEXT = "Save the text of the article as .txt."


@dataclass(frozen=True, slots=True)
class Page:
    """The article in a page, as far as it could be found."""

    text: str
    """As extracted, one paragraph a line; not yet frozen."""
    metadata: Metadata


class PageReader:
    """Reads one page after the other in one worker process, started with the first; a context manager.

    A page that takes more than ``seconds``, too much memory, or breaks the parser, ends the worker and is
    refused; the next page gets a new one.
    """

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._worker: _Worker | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def read(self, html: str) -> Page:
        """The article in ``html``; ``Unusable`` if there is none or the page is hostile."""
        html = _EMBEDDED_DATA.sub("data:,", html)
        _check_tags(html)
        answer = json.loads(self._answer(json.dumps({"html": html})))
        if answer is None:
            raise Unusable("no article was found in this page", hint=_SAVE_AS_TEXT)
        declared, guessed = (found(answer[part], origin="html") for part in ("declared", "guessed"))
        return Page(text=answer["text"], metadata=declared.over(guessed))

    def close(self) -> None:
        """End the worker, whatever it does."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def _answer(self, request: str) -> str:
        self._worker = self._worker or _Worker()
        begin = monotonic()
        answer = self._worker.ask(request, self._seconds)
        late = monotonic() - begin >= self._seconds
        if late or answer is None:
            self.close()
        if answer is None:
            slow = f"taking this page apart took more than {self._seconds:g} seconds"
            reason = slow if late else "this page broke the HTML parser"
            raise Unusable(reason, hint=_SAVE_AS_TEXT)
        return answer


class _Worker:
    """The other process, ready to be asked."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(  # noqa: S603 - our own file, run by our own interpreter
            [sys.executable, "-P", str(Path(page_worker.__file__))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="ascii",
        )
        self._requests = cast("IO[str]", self._process.stdin)
        self._answers = cast("IO[str]", self._process.stdout)
        greeting = json.loads(self.ask("", START_SECONDS) or '{"error": "no answer"}')
        if "error" in greeting:
            self.end()
            raise Unusable(
                f"the HTML reader did not start: {greeting['error']}", hint="Install newskg again."
            )

    def ask(self, request: str, seconds: float) -> str | None:
        """One line for one line; None if the process ended, or had to be ended after ``seconds``."""
        timer = Timer(seconds, self._process.kill)
        timer.start()
        try:
            self._requests.write(request + "\n")
            self._requests.flush()
            answer = self._answers.readline()
        except BrokenPipeError:
            return None
        finally:
            timer.cancel()
        return answer if answer.endswith("\n") else None

    def end(self) -> None:
        """Kill the process and let go of what belongs to it."""
        self._process.kill()
        self._process.wait()
        self._answers.close()
        with suppress(BrokenPipeError):  # a request that was not taken any more
            self._requests.close()


def _check_tags(html: str) -> None:
    """Refuse tags so long that the parser would take minutes for their attributes."""
    longest = max(map(len, _tags(html)), default=0)
    if longest > MOST_TAG_CHARACTERS:
        raise Unusable(
            f"a tag in this page has {longest:,} characters, the limit is {MOST_TAG_CHARACTERS:,}",
            hint=_SAVE_AS_TEXT,
        )


def _tags(html: str) -> Iterator[str]:
    """Tags as far as the first ``>``; what stands inside scripts and styles is passed over."""
    first, *others = _RAW_ELEMENT.split(html)
    yield from _tags_in(first)
    for boundary, following in zip(others[::2], others[1::2], strict=True):
        if boundary.startswith("</"):
            yield from _tags_in(following)
        else:
            yield following.partition(">")[0]


def _tags_in(html: str) -> Iterator[str]:
    for piece in html.split(">"):
        if begin := _TAG_BEGIN.search(piece):
            yield piece[begin.start() :]
