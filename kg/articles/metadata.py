"""What is known of an article besides its text, checked and brought into one form."""

import datetime
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from kg.articles.unusable import Unusable

MOST_CHARACTERS = 1_000
"""Of a title, an author and the like; more is not what it claims to be."""

_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_SPACES = ("Zs", "Zl", "Zp")
_DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_-]+(\.[a-z0-9_-]+)*\.?|[0-9a-f.]*:[0-9a-f:.]*")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_KEPT_IN_URLS = "!$%&'()*+,/:;=?@~"
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Metadata:
    """Everything but the text, None where unknown; every value is in its final form."""

    id: str | None = None
    title: str | None = None
    date: datetime.date | None = None
    date_origin: str | None = None
    """Never without a date; see ``Article.date_origin``."""
    url: str | None = None
    publisher: str | None = None
    author: str | None = None
    language: str | None = None

    def over(self, found: "Metadata") -> "Metadata":
        """These values, and those of ``found`` where nothing is known here."""
        missing = {
            each.name: getattr(found, each.name) for each in fields(self) if getattr(self, each.name) is None
        }
        if self.date is not None:
            missing.pop("date_origin", None)
        return replace(self, **missing)


def supplied(values: Mapping[str, object], *, origin: str) -> Metadata:
    """Metadata that a person or a program gives: a value that cannot be used raises ``Unusable``.

    Keys are the fields of ``Metadata``; others are not looked at, null and blank values are unknown.
    ``origin`` says where the date comes from.
    """
    given = {name: form(name, values[name]) for name, form in _FORMS.items() if _is_given(values.get(name))}
    return replace(Metadata(**given), date_origin=origin if "date" in given else None)  # type: ignore[arg-type]


def found(values: Mapping[str, object], *, origin: str) -> Metadata:
    """Metadata that was searched for in a page: a value that cannot be used is left out."""
    usable = Metadata()
    for name in _FORMS:
        try:
            usable = usable.over(supplied({name: values.get(name)}, origin=origin))
        except Unusable:
            continue
    return usable


def parse_object(source: str) -> Mapping[str, object]:
    """The JSON object written in ``source``; ``Unusable`` says what it is instead and where."""
    try:
        value = json.loads(source)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Unusable(f"it is not JSON: {error.msg.lower()} ({place})") from error
    except (ValueError, RecursionError) as error:  # a number of too many digits; brackets in brackets
        raise Unusable("it is JSON of a size that nobody writes") from error
    if not isinstance(value, dict):
        raise Unusable("it is JSON, but not an object", hint='Write {"title": …, "date": …}.')
    return value


def one_line(words: str) -> str:
    """``words`` in NFC on one line, without control characters and overrides of the writing direction."""
    kept = (_visible(character) for character in unicodedata.normalize("NFC", words))
    return " ".join("".join(kept).split())


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category in _SPACES or character in "\t\r\n\f\v":
        return " "
    return "" if category in ("Cc", "Cs") or character in _BIDI_CONTROLS else character


def _is_given(value: object) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


def _words(name: str, value: object) -> str | None:
    if not isinstance(value, str):
        raise Unusable(f"its {name} must be text, not {json.dumps(value)[:80]}")
    if len(value) > MOST_CHARACTERS:
        raise Unusable(f"its {name} has {len(value):,} characters, the limit is {MOST_CHARACTERS:,}")
    return one_line(value) or None


def _identifier(name: str, value: object) -> str | None:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else _words(name, value)


def _date(name: str, value: object) -> datetime.date:
    """The day in an ISO 8601 date or time, in the time zone in which it is written."""
    try:
        return datetime.datetime.fromisoformat(str(_words(name, value))).date()
    except ValueError as error:
        raise Unusable(
            f"its {name} {_words(name, value)!r} is no date", hint="Write dates as 2024-10-25 (ISO 8601)."
        ) from error


def _url(name: str, value: object) -> str:
    """Canonical form: scheme and host in lower case, no user, default port or fragment, ASCII only."""
    words = _words(name, value) or ""
    try:
        parts = urlsplit(words)
        path, query = _escaped(parts.path or "/"), _escaped(parts.query)
        return urlunsplit(SplitResult(parts.scheme, _host(parts), path, query, fragment=""))
    except ValueError as error:
        raise Unusable(
            f"its {name} {words!r} is no web address", hint="Write https://… or leave it out."
        ) from error


def _escaped(part: str) -> str:
    return quote(_STRAY_PERCENT.sub("%25", part), safe=_KEPT_IN_URLS)


def _host(parts: SplitResult) -> str:
    """Host and port as they belong into a canonical URL; ``ValueError`` if there is none for the web."""
    host = (parts.hostname or "").encode("idna").decode("ascii").lower()
    if parts.scheme not in _DEFAULT_PORTS or not _HOST.fullmatch(host):
        raise ValueError(parts.geturl())
    shown = f"[{host}]" if ":" in host else host
    return shown if parts.port in (None, _DEFAULT_PORTS[parts.scheme]) else f"{shown}:{parts.port}"


def _language(name: str, value: object) -> str:
    words = _words(name, value)
    if words is None or not _LANGUAGE.fullmatch(words):
        raise Unusable(f"its {name} {words!r} is no language tag", hint="Write tags as en or pt-BR (BCP 47).")
    return words


_FORMS = {
    "id": _identifier,
    "title": _words,
    "date": _date,
    "url": _url,
    "publisher": _words,
    "author": _words,
    "language": _language,
}
