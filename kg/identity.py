"""Content-hash identifiers: the same words give the same name, on every run, everywhere.

An identifier is ``slug-hash`` or ``hash`` alone. The hash is the first 80 bits of SHA-256 over
``version, kind, key parts`` joined by U+001F (a character that no key can contain), written as 16
lower-case base32 characters. The slug is cosmetic and computed only from what is hashed. Nothing
that may change between runs is ever a key: no order, no probability, no run number, no IRI.
"""

import base64
import functools
import hashlib
import re
import unicodedata

VERSION = "1"
SEPARATOR = "\x1f"
HASH_BITS = 80
SLUG_LENGTH = 48

_DIGIT_GROUPING = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_DECIMAL_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_KEPT_CATEGORIES = ("L", "M", "N")
_LETTERS = str.maketrans(
    dict(zip("đðħıĸłøŧ", "ddhiklot", strict=True)) | {"æ": "ae", "ŋ": "ng", "œ": "oe", "ß": "ss", "þ": "th"}
)
"""Latin letters that Unicode does not decompose into one of ASCII and an accent."""
_KEPT_POINT = "\ue000"
"""Stands for a decimal point while punctuation is dropped; a private-use character (category Co)."""


def digest(kind: str, *parts: str) -> str:
    """Hash of ``kind`` and its key parts as 16 lower-case base32 characters.

    >>> digest("actor", "olena marchuk")
    'k5bruvsp3tl5ekb6'
    """
    payload = SEPARATOR.join((VERSION, kind, *parts)).encode("utf-8")
    return base64.b32encode(hashlib.sha256(payload).digest()[: HASH_BITS // 8]).decode("ascii").lower()


def text_sha256(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def key(words: str) -> str:
    """Reduce words to what identity may depend on, in every script.

    NFKC and casefold; letters, marks and numbers of every script are kept, as are ``%``, currency
    signs and the decimal point; English digit grouping is dropped; all else becomes one blank.

    >>> key("  “12,000 Troops”, said the U.S. ")
    '12000 troops said the u s'
    >>> key("3.5 % of $2")
    '3.5 % of $2'
    """
    folded = unicodedata.normalize("NFKC", words).casefold().replace(_KEPT_POINT, " ")
    folded = _DECIMAL_POINT.sub(_KEPT_POINT, _DIGIT_GROUPING.sub("", folded))
    kept = "".join(character if _is_kept(character) else " " for character in folded)
    return " ".join(kept.split()).replace(_KEPT_POINT, ".")


@functools.lru_cache(maxsize=1 << 12)
def _is_kept(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in _KEPT_CATEGORIES or category == "Sc" or character in ("%", _KEPT_POINT)


def slug(words: str) -> str:
    """A readable ASCII form of words for the eye, ``[a-z0-9-]`` only; empty for other scripts.

    Accents are stripped and the few other Latin letters spelt out; no other script is transliterated: a
    library's table would change the identifiers with its next version.

    >>> slug("José Muñoz Jr."), slug("Søren Łukasz Weiß")
    ('jose-munoz-jr', 'soren-lukasz-weiss')
    """
    spelt = unicodedata.normalize("NFKD", words).lower().translate(_LETTERS)
    plain = spelt.encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:SLUG_LENGTH].rstrip("-")


def _named(readable: str, identifier: str) -> str:
    return f"{readable}-{identifier}" if readable else identifier


def article_id(*, url: str | None, text: str) -> str:
    """Identifier of an article: its canonical URL, else the hash of its text."""
    return digest("article", url) if url else digest("article", text_sha256(text))


def span_id(article: str, sha256: str, start: int, end: int) -> str:
    """Identifier of a run of characters: article, text hash and half-open code-point offsets."""
    return f"{article}.{sha256[:8]}.{start}-{end}"


def statement_id(article: str, content: str, ordinal: int) -> str:
    """Identifier of a statement: article, words of the content, ordinal among equal words."""
    return digest("statement", article, key(content), str(ordinal))


def claim_id(wording: str, *, statement: str | None) -> str:
    """Identifier of a claim; ``statement`` is given unless the wording is self-contained."""
    return digest("claim", key(wording), *([statement] if statement else []))


def actor_id(name: str, *, qualifier: str = "") -> str:
    """Identifier of a named actor; ``qualifier`` keeps namesakes apart."""
    parts = [key(name), key(qualifier)] if qualifier else [key(name)]
    return _named(slug(name), digest("actor", *parts))


def unnamed_source_id(article: str, description: str) -> str:
    """Identifier of an unnamed source, local to one article."""
    return _named(slug(description), digest("source", article, key(description)))


def place_id(name: str) -> str:
    """Identifier of a place: its name."""
    return _named(slug(name), digest("place", key(name)))


def event_id(label: str, *parts: str) -> str:
    """Identifier of an event: lemma, sorted names, place and day (and article unless those suffice)."""
    return _named(slug(label), digest("event", key(label), *parts))


def issue_id(predicate: str, names: tuple[str, ...], unit: str, *words: str) -> str:
    """Identifier of an issue: predicate lemma, sorted names, unit, sorted further words of the question."""
    ordered = sorted(key(name) for name in names)
    asked = sorted(map(key, words))
    return _named(
        slug(" ".join((predicate, *ordered, unit))),
        digest("issue", key(predicate), *ordered, key(unit), *asked),
    )
