"""What a query from outside may not contain: words that change data or reach beyond this graph.

The gate reads tokens, so ``service`` in a string, an IRI, a comment or a variable is fine. SPARQL cannot
be cut into tokens without its grammar: in ``(?a <b:c> ...)`` the sign may open an IRI or mean "less than",
and an evil query makes the two readings disagree about where a string begins. So where both are possible
both are read, and a word that is refused in one is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.errors import QueryRefusedError

REFUSED = {
    "service": "a query stays on this machine",
    "load": "a query only reads",
    "from": "the graph to ask is chosen by --graph",
    **dict.fromkeys(
        ("insert", "delete", "clear", "drop", "create", "copy", "move", "add", "with", "using"),
        "a query only reads",
    ),
}
"""Word, in small letters, to the reason."""

_ANY = "|".join(REFUSED)
_REFUSED_IN = {
    "word": re.compile(f"(?P<refused>{_ANY})", re.IGNORECASE),
    "name": re.compile(f"^(?:true|false)?(?P<refused>{_ANY}):", re.IGNORECASE),
}
"""Kind of token to what it may not contain. No other keyword of SPARQL holds one of the words, and
``trueSERVICE`` is two words to a parser; ``SERVICE:x`` may be the keyword and the name ``:x``."""
_ESCAPE = re.compile(r"\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}")

_TOKEN = re.compile(
    r"""
    (?P<space>   [\s]+ | \#[^\n\r]* )
  | (?P<text>    \"{3} (?: \"{0,2} (?: [^"\\] | \\. ) )* \"{3}
               | '{3}  (?: '{0,2}  (?: [^'\\] | \\. ) )* '{3}
               | \" (?: [^"\\\n\r] | \\. )* \"
               | '  (?: [^'\\\n\r] | \\. )* ' )
  | (?P<iri>     < [^<>"{}|^`\\\x00-\x20]* > )
  | (?P<variable>[?$] \w+ )
  | (?P<number>  (?: \d+ \.? \d* | \. \d+ ) (?: [eE] [+-]? \d+ )? )
  | (?P<name>    [^\W\d_] [\w.\-]* : (?: [\w.:\-%] | \\. )* | _? : (?: [\w.:\-%] | \\. )* )
  | (?P<language>@ [A-Za-z]+ (?: - [A-Za-z0-9]+ )* )
  | (?P<word>    [^\W\d]\w* )
  | (?P<sign>    . )
    """,
    re.VERBOSE | re.DOTALL,
)

_OPERANDS = frozenset(("text", "iri", "variable", "number", "name", "language", "word"))
"""Tokens after which "<" can mean "less than"."""

MOST_READINGS = 100_000
"""Tokens in all readings together; no honest query comes near."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a reading stands: everything the rest of it depends on."""

    offset: int = 0
    brackets: str = ""
    """The open ones, outermost first."""
    after_operand: bool = False


def check(query: str) -> None:
    """Raise ``QueryRefusedError`` if a query from outside asks for more than to read this graph."""
    if escape := _ESCAPE.search(query):
        raise QueryRefusedError(
            f"a query may not contain the escape {escape[0]}", hint="Write the character itself."
        )
    waiting, seen = [_Place()], set[_Place]()
    while waiting:
        place = waiting.pop()
        if place in seen or place.offset == len(query):
            continue
        seen.add(place)
        if len(seen) > MOST_READINGS:
            raise QueryRefusedError(
                "the query is too long", hint="Put blanks around “<”, or ask for less at once."
            )
        waiting.extend(_read(query, place))


def _read(query: str, place: _Place) -> list[_Place]:
    """The places after the next token, in each way to read it."""
    token = _TOKEN.match(query, place.offset)
    assert token is not None  # the last alternative matches every character  # noqa: S101
    kind, text = str(token.lastgroup), token[0]
    _refuse(kind, text)
    if kind == "space":
        return [_Place(token.end(), place.brackets, place.after_operand)]
    places = [_Place(token.end(), _brackets(place.brackets, text), kind in _OPERANDS or text in ")]")]
    if kind == "iri" and place.after_operand and place.brackets.endswith("("):
        places.append(_Place(place.offset + 1, place.brackets))
    return places


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query that is no blank and no comment."""

    kind: str
    """The name of its group in the pattern above: ``iri``, ``name`` (with a prefix), ``word``, …"""
    text: str


def tokens(query: str) -> Iterator[Token]:
    """The pieces of a query in its likeliest reading: where both are possible, "<" opens an IRI."""
    for found in _TOKEN.finditer(query):
        if found.lastgroup != "space":
            kind = str(found.lastgroup)
            yield Token(kind, found[0].rstrip(".") if kind == "name" else found[0])


def _refuse(kind: str, text: str) -> None:
    found = _REFUSED_IN[kind].search(text) if kind in _REFUSED_IN else None
    if found:
        word = found["refused"]
        raise QueryRefusedError(f"a query may not use {word.upper()}", hint=f"Rule: {REFUSED[word.lower()]}.")


def _brackets(opened: str, sign: str) -> str:
    if sign in ("(", "{", "["):
        return opened + sign
    return opened[:-1] if sign in (")", "}", "]") else opened
