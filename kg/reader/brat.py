"""Attributions as brat stand-off, read and written.

A file has lines ``T1<TAB>Source 12 30;40 52<TAB>words`` for spans and ``E1<TAB>Attribution:T4 Source:T1
Cue:T2 Content:T3`` for attributions. The covered words may hold line breaks: a line is known by how it
begins. Fragments with nothing but white space between them are one span, for brat cuts at line ends.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from kg.domain import Attribution, OffsetMap, Span
from kg.errors import ArticleError

IDENTITY = OffsetMap()
_SPANS = re.compile(r"^(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t", re.MULTILINE)
_EVENT = re.compile(r"^E\d+\t(.+)$", re.MULTILINE)
_ARGUMENT = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


def read_brat(annotation: str, text: str) -> tuple[Attribution, ...]:
    """The attributions with a content of an annotation file, offsets into ``text``, in text order."""
    spans = {name: _fragments(offsets) for name, _, offsets in _SPANS.findall(annotation)}
    found = (_attribution(arguments, spans, text) for arguments in _EVENT.findall(annotation))
    return tuple(
        sorted((each for each in found if each), key=lambda each: (each.content, each.cue, each.source))
    )


def _fragments(offsets: str) -> list[Span]:
    return [Span(*map(int, pair.split())) for pair in offsets.split(";") if len(set(pair.split())) == 2]


def _attribution(arguments: str, spans: Mapping[str, list[Span]], text: str) -> Attribution | None:
    roles: dict[str, list[Span]] = defaultdict(list)
    for role, name in _ARGUMENT.findall(arguments):
        roles[role] += spans.get(name, [])
    if not roles["Content"]:
        return None
    return Attribution(
        content=joined(roles["Content"], text),
        source=joined(roles["Source"], text),
        cue=joined(roles["Cue"], text),
    )


def joined(spans: Iterable[Span], text: str) -> tuple[Span, ...]:
    """Sorted spans without white space at their ends; neighbours with only white space between become one."""
    result: list[Span] = []
    for span in sorted(_trimmed(span, text) for span in spans if span.of(text).strip()):
        if result and not text[result[-1].end : span.start].strip():
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def write_brat(attributions: Iterable[Attribution], text: str, offsets: OffsetMap = IDENTITY) -> str:
    """An annotation file; reading it again gives the same spans.

    ``offsets`` leads from ``text`` to the file that the annotations point into, if it is another.
    """
    lines: list[str] = []
    spans = 0
    for number, attribution in enumerate(attributions, start=1):
        arguments = []
        anchor = attribution.cue or attribution.content
        parts = [("Attribution", anchor), ("Source", attribution.source), ("Cue", attribution.cue)]
        for role, fragments in [*parts, ("Content", attribution.content)]:
            if not fragments:
                continue
            spans += 1
            places = _places(map(offsets.original_span, fragments))
            lines.append(f"T{spans}\t{role} {places}\t{_one_line(fragments, text)}")
            arguments.append(f"{role}:T{spans}")
        lines.append(f"E{number}\t{' '.join(arguments)}")
    return "".join(f"{line}\n" for line in lines)


def _places(fragments: Iterable[Span]) -> str:
    return ";".join(f"{span.start} {span.end}" for span in fragments)


def _one_line(fragments: Iterable[Span], text: str) -> str:
    return " ".join(" ".join(span.of(text).split()) for span in fragments)


def annotation_files(folder: Path) -> dict[Path, tuple[Path, ...]]:
    """Each text of a folder with its annotation files, by name.

    Texts lie in ``folder`` or ``folder/text``, annotations beside them or in ``folder/attributions``; the
    annotation of ``NAME.txt`` is called ``NAME.ann`` or ``NAME_ANNOTATOR.ann``.
    """
    texts = sorted(_listed(folder, "text", ".txt"))
    if not texts:
        raise ArticleError(
            str(folder), "no articles to score here", hint="Give a folder with NAME.txt and NAME.ann files."
        )
    annotations: dict[str, list[Path]] = defaultdict(list)
    for path in sorted(_listed(folder, "attributions", ".ann")):
        annotations[path.stem].append(path)
        annotations[path.stem.rpartition("_")[0]].append(path)
    found = {text: tuple(annotations[text.stem]) for text in texts if annotations[text.stem]}
    if not found:
        raise ArticleError(
            str(folder), "no annotations to score against", hint="Put NAME.ann beside each NAME.txt."
        )
    return found


def _listed(folder: Path, inner: str, ending: str) -> list[Path]:
    places = [folder, folder / inner]
    return [path for place in places if place.is_dir() for path in place.iterdir() if path.suffix == ending]
