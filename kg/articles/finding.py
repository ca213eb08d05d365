"""Which files are meant by the paths that a user gives."""

import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kg.articles.formats import FORMATS, SIDECAR
from kg.articles.opening import is_there, printable, refusal
from kg.errors import ArticleError

STANDARD_INPUT = Path("-")


def find_files(paths: Sequence[str | Path]) -> tuple[Path | ArticleError, ...]:
    """Files to be read, in the order given, those of a folder sorted by name; cheap, nothing is opened.

    From a folder, searched to any depth, only files with a known ending are taken; hidden files and
    folders are passed over, and links to folders are not followed. A path that is named itself is
    always in the result, whatever its ending; ``-`` stands for standard input. A file that is reached
    twice is there once. A folder that cannot be listed, or holds no article, is an error.
    """
    found: dict[object, Path | ArticleError] = {}
    for path in paths:
        for each in _meant_by(Path(path)):
            found.setdefault(_same_file(each), each)
    return tuple(found.values())


def lead_nowhere(paths: Sequence[str | Path]) -> bool:
    """Whether there are paths and no file behind any of them, so that there is nothing to read."""
    found = find_files(paths)
    return bool(found) and not any(map(_may_be_read, found))


def _may_be_read(found: Path | ArticleError) -> bool:
    return isinstance(found, Path) and (found == STANDARD_INPUT or is_there(found))


def passed_over(paths: Sequence[str | Path]) -> Mapping[str, int]:
    """How many files below the folders in ``paths`` are not read, by ending, commonest first.

    Hidden files and the metadata beside articles are not counted; ``""`` stands for no ending.
    """
    files = {
        file
        for path in map(Path, paths)
        if _is_folder(path)
        for file in _below(path)
        if isinstance(file, Path)
    }
    sidecars = {file.with_suffix(SIDECAR) for file in files if _is_article(file)}
    endings = Counter(file.suffix.lower() for file in files - sidecars if not _is_article(file))
    return dict(sorted(endings.items(), key=lambda counted: (-counted[1], counted[0])))


def _meant_by(path: Path) -> Iterator[Path | ArticleError]:
    if path == STANDARD_INPUT or not _is_folder(path):
        yield path
        return
    found = (each for each in _below(path) if isinstance(each, ArticleError) or _is_article(each))
    below = sorted(found, key=_place)
    yield from below
    if not below:
        yield ArticleError(
            printable(path), "no article in this folder", hint=f"Read are {', '.join(FORMATS)}."
        )


def _below(folder: Path) -> Iterator[Path | ArticleError]:
    """Files below ``folder``, unsorted; by a stack, for folders nested deeper than Python's calls."""
    pending = [folder]
    while pending:
        current = pending.pop()
        try:
            entries = [entry for entry in os.scandir(current) if not entry.name.startswith(".")]
        except OSError as error:
            yield ArticleError(printable(current), refusal(error).reason)
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                pending.append(Path(entry))
            elif not _is_folder(Path(entry)):
                yield Path(entry)


def _is_article(file: Path) -> bool:
    return file.suffix.lower() in FORMATS


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False  # reading it will say why


def _place(found: Path | ArticleError) -> tuple[str, ...]:
    return (found.path,) if isinstance(found, ArticleError) else found.parts


def _same_file(found: Path | ArticleError) -> object:
    """A key that two ways to the same file share."""
    if isinstance(found, ArticleError):
        return found.path
    try:
        status = found.stat()
    except (OSError, ValueError):
        return found
    return (status.st_dev, status.st_ino)
