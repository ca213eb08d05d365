"""Words that people give: their own name, that of an actor, texts of a file. Only what is visible gets in."""

import getpass
import os
import unicodedata
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.errors import CorrectionError
from kg.store.validation import validate
from kg.store.vocabulary import KG, RDF, SKOS

LONGEST_NAME = 200
"""Characters of a name that a human gives, or bears."""

_NAME_HINT = "Give a name alone, on one line."
_JOINERS = "\u200c\u200d"
"""Persian, Hindi and other scripts write names with them."""


def plain(words: str) -> str:
    r"""Words on one line, without what steers a terminal or hides in a review.

    >>> plain(" said\u202e \t so\u00ad\x1b[2J ")
    'said so[2J'
    """
    return "".join(filter(_is_visible, " ".join(words.split())))


def is_plain(words: str) -> bool:
    """Whether nothing in the words does."""
    return all(map(_is_visible, words))


def _is_visible(character: str) -> bool:
    return character.isprintable() or character in _JOINERS


def author_of(given: str | None = None) -> str:
    """Who corrects: the one given, else the variable ``KG_AUTHOR``, else the name of the login.

    Raises ``CorrectionError`` if there is none of these, or what is given is no line of text.
    """
    name = given or os.environ.get("KG_AUTHOR") or _login()
    author = " ".join(unicodedata.normalize("NFC", name).split())
    if not author or len(author) > LONGEST_NAME or not is_plain(author):
        raise CorrectionError(
            f"{author[:LONGEST_NAME]!r} is no name of an author", hint="Give --author NAME, or set KG_AUTHOR."
        )
    return author


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a user without an entry in the system's list, as in some containers
        return ""


def checked_name(name: str, *, is_named: bool) -> str:
    """A name as it is stored: one line, composed; it must pass the shapes that the ontology has for names.

    Raises ``CorrectionError``.
    """
    words = " ".join(unicodedata.normalize("NFC", name).split())
    if len(words) > LONGEST_NAME or not is_plain(words):
        reason = f"longer than {LONGEST_NAME} characters, or no plain text"
        raise CorrectionError(f"{words[:LONGEST_NAME]!r} is no name: it is {reason}", hint=_NAME_HINT)
    for problem in _problems(words, KG.Person if is_named else KG.UnnamedSource):
        raise CorrectionError(f"{words!r} is no name: {problem}", hint=_NAME_HINT)
    return words


def _problems(name: str, kind: str) -> Iterator[str]:
    """What the shapes of the ontology have against an actor of that name."""
    node = NamedNode("urn:x-newskg:somebody")
    store = Store()
    store.add(Quad(node, NamedNode(RDF.type), NamedNode(kind)))
    store.add(Quad(node, NamedNode(SKOS.prefLabel), Literal(name)))
    yield from (each.message for each in validate(store, letter="P").violations)
