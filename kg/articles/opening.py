"""Bytes of a file or stream, never more than the limit, and every refusal in words."""

import errno
import stat
from pathlib import Path
from typing import BinaryIO

from kg.articles.unusable import Unusable

MOST_BYTES = 5_000_000
"""Of a file, of standard input, and of one record of JSON Lines."""

_JOINER = "\N{ZERO WIDTH JOINER}"
"""Part of many emoji."""

_REASONS = {
    errno.ENOENT: "there is no such file or folder",
    errno.EACCES: "there is no permission to read it",
    errno.EPERM: "there is no permission to read it",
    errno.ELOOP: "it is a link that leads back to itself",
    errno.ENAMETOOLONG: "its name is too long for this system",
    errno.ENOTDIR: "a part of its path is not a folder",
}
_HINTS = {errno.ENOENT: "Check the spelling; a path is read from the folder that you are in."}


def printable(path: str | Path) -> str:
    r"""``path`` as text that any terminal and any file format takes.

    Bytes of a name that are no UTF-8, and control characters, are written as backslash escapes.

    >>> printable("caf\udce9\n.txt")
    'caf\\xe9\\x0a.txt'
    """
    return "".join(
        letter if letter.isprintable() or letter == _JOINER else _escaped(letter) for letter in str(path)
    )


def _escaped(letter: str) -> str:
    code = ord(letter)
    byte = code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else code  # how Python keeps a byte that is no UTF-8
    return f"\\x{byte:02x}" if byte < 0x100 else f"\\u{byte:04x}"


def refusal(error: OSError | ValueError) -> Unusable:
    """The operating system's refusal to open something, in words."""
    if isinstance(error, OSError):
        reason = _REASONS.get(error.errno or 0, (error.strerror or str(error)).lower())
        return Unusable(reason, hint=_HINTS.get(error.errno or 0, ""))
    return Unusable("its name holds a character that no file name can have")


def is_there(path: Path) -> bool:
    """Whether something can be reached under this path."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def check_is_file(path: Path) -> None:
    """Refuse whatever is not a regular file: a pipe or a device may never end."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise refusal(error) from error
    if not stat.S_ISREG(mode):
        raise Unusable("it is not a regular file", hint="Pipe it in instead: kg build - < FILE.")


def read_file(path: Path) -> bytes:
    """All bytes of a regular file of at most ``MOST_BYTES``."""
    check_is_file(path)
    try:
        with path.open("rb") as stream:
            return read_stream(stream)
    except OSError as error:
        raise refusal(error) from error


def read_stream(stream: BinaryIO) -> bytes:
    """All bytes of ``stream``, at most ``MOST_BYTES``."""
    data = stream.read(MOST_BYTES + 1)
    check_size(len(data))
    return data


def check_size(size: int) -> None:
    """Refuse more than ``MOST_BYTES``; ``size`` counts bytes and may stop at one too many."""
    if size > MOST_BYTES:
        raise Unusable(
            f"it is larger than {MOST_BYTES:,} bytes ({MOST_BYTES / 1e6:g} MB), the limit for one article",
            hint="Keep only the text of the article, or split the file.",
        )
