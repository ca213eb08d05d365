"""Bytes → characters: Unicode first, then the one old encoding that can be told from damage."""

import codecs
import re

from kg.articles.unusable import Unusable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_OTHER_FILES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})|encoding=[\"']([\w.-]{1,40})", re.I
)
_DECLARED_WITHIN = 4096

_PAGE_ENCODINGS = {
    "iso-8859-1": "cp1252",  # as every browser reads it
    "us-ascii": "cp1252",
    **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 15, 16)},
    **{f"windows-{page}": f"cp{page}" for page in range(1250, 1259)},
    **{
        name: name for name in ("koi8-r", "koi8-u", "gbk", "gb18030", "big5", "shift_jis", "euc-jp", "euc-kr")
    },
    "gb2312": "gbk",
}

_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_WESTERN_RUN = 3
"""So many accented letters or typographic signs stand side by side in Western text, not more."""
_WESTERN_SHARE = 0.15
_NOT_WESTERN = re.compile(rb"[\x80-\xff]{%d}|[\x00-\x08\x0e-\x1f]" % (_WESTERN_RUN + 1))

_SAVE_AS_UTF8 = "Save it as UTF-8 and try again."


def decode(data: bytes, *, page: bool = False) -> str:
    """Characters of ``data``, a byte order mark included as U+FEFF.

    UTF-8 or what the byte order mark says; for an HTML ``page`` then what the page declares; else
    Windows-1252 if that gives plausible Western text. Raises ``Unusable`` for anything else.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    _check_is_text(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _declared(data) if page and _declared_encoding(data) else _western(data, error)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise Unusable(
            f"it is damaged {encoding.upper()}, at byte {error.start:,}", hint=_SAVE_AS_UTF8
        ) from error


def _check_is_text(data: bytes) -> None:
    for signature, what in _OTHER_FILES:
        if data.startswith(signature):
            raise Unusable(f"it is {what}, not text", hint="Save the article as .txt or .html.")
    if b"\0" in data:
        raise Unusable(
            "it is not text: it holds NUL bytes", hint=f"If it is text in UTF-16: {_SAVE_AS_UTF8.lower()}"
        )


def _declared_encoding(data: bytes) -> str | None:
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    if match is None:
        return None
    return _PAGE_ENCODINGS.get((match[1] or match[2]).decode("ascii", "replace").lower())


def _declared(data: bytes) -> str:
    return _strictly(data, _declared_encoding(data) or "utf-8")


def _western(data: bytes, error: UnicodeDecodeError) -> str:
    """Windows-1252, unless the bytes look like UTF-8 with a fault or like another old encoding."""
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    sequences = _UTF8_SEQUENCE.findall(data)
    if len(sequences) >= high - sum(map(len, sequences)):
        raise Unusable(f"it is damaged UTF-8, at byte {error.start:,}", hint=_SAVE_AS_UTF8) from error
    try:
        if high > max(_WESTERN_RUN, _WESTERN_SHARE * len(data)) or _NOT_WESTERN.search(data):
            raise error
        return data.decode("cp1252")
    except UnicodeDecodeError as unknown:
        raise Unusable(
            "its encoding is neither UTF-8, UTF-16 nor Windows-1252", hint=_SAVE_AS_UTF8
        ) from unknown
