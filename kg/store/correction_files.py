"""Corrections as a text file that a person can review line by line: TOML, one table each, the oldest first.

::

    format = 1

    [[correction]]
    summary = "read “Zelensky” as “Volodymyr Zelenskyy”"
    action = "merge"
    kept = "actor/volodymyr-zelenskyy-xr2lxv5gd3axckm4"
    other = "actor/zelensky-2a7dqmtcscf3pfzx"
    author = "Ada Quill"
    time = "2026-11-22T16:02:11.480Z"
    id = "k5bruvsp3tl5ekb6"

The file speaks of identifiers below the base, so it fits a graph under any other. Whoever writes a table by
hand leaves out ``id``; one that was edited says so by its ``id``. New corrections are added at the end.
"""

import datetime
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from reprlib import repr as short_repr
from typing import Any

from kg.errors import CorrectionError
from kg.store.addresses import Kind
from kg.store.corrections import FORMS, Action, Correction, Form, ordered
from kg.store.given_words import author_of, checked_name, is_plain

FORMAT = 1
"""Grows when an older newskg could not read what a newer one writes."""

LARGEST_FILE = 20_000_000
"""Bytes."""

FIRST_YEAR = 2000

LONGEST_TEXT = 100_000
"""Characters of a text in it."""

_HEAD = f"""\
# Corrections of a newskg graph, the oldest first. Read it back with: kg corrections import FILE
format = {FORMAT}
"""
_IDENTIFIER = re.compile(r"[a-z0-9](?:[a-z0-9.-]{0,120}[a-z0-9])?")
_FREE_TEXTS = ("summary", "words")
_KEYS = frozenset({"action", "author", "time", "id", "name", "source", *_FREE_TEXTS})
_HINT = "Export it again with kg corrections export, or mend that table."
_TOLERANCE = datetime.timedelta(days=1)
"""So far may another machine's clock be ahead."""


def corrections_file(corrections: tuple[Correction, ...]) -> str:
    """The text of the file; the same corrections give the same bytes."""
    tables = ("\n".join(("[[correction]]", *_lines(each))) for each in ordered(corrections))
    return "\n".join((_HEAD, *(f"{table}\n" for table in tables)))


def _lines(correction: Correction) -> Iterator[str]:
    form = FORMS[correction.action]
    things = (correction.things,) if form.several else correction.things
    time = correction.time.astimezone(datetime.UTC).replace(tzinfo=None)
    facts: dict[str, str | tuple[str, ...]] = {
        "summary": correction.summary,
        "action": correction.action.value,
        **dict(zip(form.roles, things, strict=True)),
        "name": correction.name,
        "words": correction.words,
        "source": correction.source,
        "author": correction.author,
        "time": f"{time.isoformat(timespec='milliseconds')}Z",
        "id": correction.id,
    }
    return (f"{key} = {_toml(value)}" for key, value in facts.items() if value)


def _toml(value: str | tuple[str, ...]) -> str:
    """A basic string or an array of them; JSON's escapes are TOML's, but for the one it leaves bare."""
    written = json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
    return written.replace("\x7f", "\\u007f")


def corrections_in_file(path: Path) -> tuple[Correction, ...]:
    """The corrections of a file; raises ``CorrectionError`` as ``corrections_from`` does."""
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise CorrectionError(
            f"{path}: cannot be read ({error.strerror})", hint="kg corrections export writes such a file."
        ) from error
    return corrections_from(content, str(path))


def corrections_from(content: bytes, name: str) -> tuple[Correction, ...]:
    """The corrections of a file, the oldest first; ``name`` is what errors call it.

    Raises ``CorrectionError``, which names the file, the table and what is wrong there; then nothing is read.
    """
    if len(content) > LARGEST_FILE:
        raise CorrectionError(f"{name}: has more than {LARGEST_FILE:,} bytes", hint="Import it in parts.")
    try:
        document = tomllib.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise CorrectionError(f"{name}: is no TOML in UTF-8 ({error})", hint=_HINT) from error
    if document.get("format") != FORMAT:
        found = short_repr(document.get("format"))
        raise CorrectionError(
            f"{name}: is no file of corrections of this version (format {found})",
            hint=f"It begins with format = {FORMAT}; kg corrections export writes one.",
        )
    tables = document.get("correction", [])
    if not isinstance(tables, list) or document.keys() - {"format", "correction"}:
        raise CorrectionError(f"{name}: has other things than tables [[correction]]", hint=_HINT)
    return ordered(_read(table, f"{name}: correction {place}") for place, table in enumerate(tables, 1))


def _read(table: object, where: str) -> Correction:
    try:
        if not isinstance(table, dict):
            raise CorrectionError("is no table")
        return _correction(table)
    except CorrectionError as error:
        raise CorrectionError(f"{where}: {error.message}", hint=_HINT) from error


def _correction(table: Mapping[str, Any]) -> Correction:
    action = _action(table)
    form = FORMS[action]
    if unknown := sorted(table.keys() - _KEYS - set(form.roles)):
        raise CorrectionError(
            f"has {short_repr(unknown[0])}, which a correction of this action does not have"
        )
    things = _things(table, form)
    correction = Correction(
        action=action,
        things=things,
        author=author_of(_text(table, "author")),
        time=_time(table),
        name=_name(table, action, things),
        summary=_free_text(table, "summary"),
        words=_free_text(table, "words"),
        source=_identifier(table["source"]) if "source" in table else "",
    )
    if "id" in table and table["id"] != correction.id:
        meant = short_repr(table["id"])
        raise CorrectionError(f"is not the correction {meant} any more (a new one is written without an id)")
    return correction


def _action(table: Mapping[str, Any]) -> Action:
    try:
        return Action(_text(table, "action"))
    except ValueError:
        known = ", ".join(Action)
        raise CorrectionError(
            f"has the action {short_repr(table['action'])}, which is none of {known}"
        ) from None


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value:
        raise CorrectionError(f"has no {key!r}")
    return value


def _free_text(table: Mapping[str, Any], key: str) -> str:
    """Words for people, on one line; they decide nothing."""
    text = " ".join(_text(table, key).split()) if key in table else ""
    if len(text) > LONGEST_TEXT or not is_plain(text):
        raise CorrectionError(f"has in {key!r} no plain text of at most {LONGEST_TEXT:,} characters")
    return text


def _things(table: Mapping[str, Any], form: Form) -> tuple[str, ...]:
    if not form.several:
        things = tuple(_thing(_text(table, role), kinds) for role, kinds in form.roles.items())
    else:
        ((role, kinds),) = form.roles.items()
        listed = table.get(role)
        if not isinstance(listed, list) or len(listed) < 2:
            raise CorrectionError(f"has no list of two or more {role!r}")
        things = tuple(sorted(_thing(each, kinds) for each in listed))
    if len(set(things)) < len(things):
        raise CorrectionError(f"names {things[0]!r} twice")
    if form is FORMS[Action.MERGE] and [_kind(each) for each in things] == [Kind.SOURCE, Kind.ACTOR]:
        raise CorrectionError("merges an actor into a source without a name")
    return things


def _thing(value: object, kinds: tuple[Kind, ...]) -> str:
    kind, _, local = value.partition("/") if isinstance(value, str) else ("", "", "")
    if kind not in kinds:
        known = ", ".join(f"{each}/…" for each in kinds)
        raise CorrectionError(f"names {short_repr(value)}, which is none of {known}")
    return f"{kind}/{_identifier(local)}"


def _kind(thing: str) -> Kind:
    return Kind(thing.partition("/")[0])


def _identifier(value: object) -> str:
    if not isinstance(value, str) or not _IDENTIFIER.fullmatch(value):
        raise CorrectionError(f"names {short_repr(value)}, which is no identifier")
    return value


def _name(table: Mapping[str, Any], action: Action, things: tuple[str, ...]) -> str:
    if action is not Action.RENAME:
        if "name" in table:
            raise CorrectionError("has a 'name', and renames nobody")
        return ""
    return checked_name(_text(table, "name"), is_named=_kind(things[0]) is Kind.ACTOR)


def _time(table: Mapping[str, Any]) -> datetime.datetime:
    given = table.get("time")
    try:
        time = datetime.datetime.fromisoformat(given) if isinstance(given, str) else given
    except ValueError:
        time = None
    if not isinstance(time, datetime.datetime) or time.tzinfo is None:
        raise CorrectionError(f"has the time {short_repr(given)}, which is no 2026-11-22T16:02:11.480Z")
    if time.year < FIRST_YEAR:
        raise CorrectionError(f"was made at {given}, before there was such a file")
    if time > datetime.datetime.now(datetime.UTC) + _TOLERANCE:
        raise CorrectionError(f"was made at {given}, which is to come")
    return time.astimezone(datetime.UTC).replace(microsecond=time.microsecond // 1000 * 1000)
