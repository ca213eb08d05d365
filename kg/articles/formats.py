"""Which files are read, and how each kind becomes drafts of articles: one table, one function a kind."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.articles.decoding import decode
from kg.articles.freezing import Frozen, freeze
from kg.articles.front_matter import find_front_matter
from kg.articles.json_lines import Line, lines, parse_record
from kg.articles.metadata import Metadata, parse_object, supplied
from kg.articles.opening import check_is_file, is_there, printable, read_file, refusal
from kg.articles.pages import PageReader
from kg.articles.unusable import Unusable
from kg.domain import Span
from kg.errors import ArticleError

SIDECAR = ".json"
"""Ending of the metadata beside an article: ``NAME.json`` beside ``NAME.txt``."""


@dataclass(frozen=True, slots=True)
class Input:
    """A file to be read, and the reader for pages that all files of a run share."""

    path: Path
    pages: PageReader


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it has its identity."""

    path: str
    name: str
    frozen: Frozen
    metadata: Metadata = field(default=Metadata())
    unread: tuple[Span, ...] = ()
    """What the format itself keeps outside the article."""


def read_input(given: Input) -> Iterator[Draft | ArticleError]:
    """The drafts in one file, by the ending of its name; ``Unusable`` if the file as a whole is none."""
    reader = FORMATS.get(given.path.suffix.lower())
    if reader is None:
        check_is_file(given.path)
        raise Unusable(
            f"files with the ending {printable(given.path.suffix)!r} are not read",
            hint=f"Read are {', '.join(FORMATS)}; plain text can be piped in: kg build - < FILE.",
        )
    yield from reader(given)


def draft_of_stream(data: bytes) -> Draft:
    """Standard input, which is plain text."""
    return Draft(path="-", name="stdin", frozen=freeze(decode(data)))


def _plain(given: Input) -> Iterator[Draft]:
    """Offsets lead to characters of the decoded file."""
    frozen = freeze(decode(read_file(given.path)))
    yield _draft(given, frozen, Metadata())


def _markdown(given: Input) -> Iterator[Draft]:
    """Plain text too: marks of Markdown stay as they are. Front matter gives metadata and is not read."""
    frozen = freeze(decode(read_file(given.path)))
    front = find_front_matter(frozen.text)
    found = supplied(front.values, origin="front matter")
    yield _draft(given, frozen, found, unread=(front.span,) if front.span else ())


def _page(given: Input) -> Iterator[Draft]:
    """Offsets lead into the text as extracted from the page, whose characters have no place of their own."""
    page = given.pages.read(decode(read_file(given.path), page=True))
    yield _draft(given, freeze(page.text), page.metadata)


def _json_lines(given: Input) -> Iterator[Draft | ArticleError]:
    """One draft or one error for each line that is not blank; offsets lead into the record's ``text``."""
    check_is_file(given.path)
    try:
        with given.path.open("rb") as stream:
            line = None
            for line in lines(stream):
                yield _record(given.path, line)
    except OSError as error:
        raise refusal(error) from error
    if line is None:
        raise Unusable("it is empty", hint="Remove it, or write one article a line.")


def _record(file: Path, line: Line) -> Draft | ArticleError:
    path = f"{printable(file)}:{line.number}"
    try:
        record = parse_record(line)
        name = record.metadata.id or f"{printable(file.stem)}:{line.number}"
        return Draft(path, name, freeze(record.text), record.metadata)
    except Unusable as fault:
        return ArticleError(path, fault.reason, hint=fault.hint)


def _draft(given: Input, frozen: Frozen, found: Metadata, unread: tuple[Span, ...] = ()) -> Draft:
    """A draft of a whole file; its sidecar knows better than what was found in it."""
    metadata = _sidecar(given.path).over(found)
    return Draft(printable(given.path), metadata.id or printable(given.path.stem), frozen, metadata, unread)


def _sidecar(path: Path) -> Metadata:
    """What ``NAME.json`` beside ``path`` says; nothing if there is none."""
    beside = path.with_suffix(SIDECAR)
    if not is_there(beside):
        return Metadata()
    try:
        values = parse_object(decode(read_file(beside)).removeprefix("\ufeff"))
        return supplied(values, origin="sidecar")
    except Unusable as fault:
        raise Unusable(
            f"its metadata in {printable(beside.name)}: {fault.reason}", hint=fault.hint
        ) from fault


FORMATS: Mapping[str, Callable[[Input], Iterator[Draft | ArticleError]]] = {
    ".htm": _page,
    ".html": _page,
    ".jsonl": _json_lines,
    ".md": _markdown,
    ".txt": _plain,
}
"""Ending → reader. An ending is compared in lower case."""
