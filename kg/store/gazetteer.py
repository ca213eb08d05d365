"""A person's own list of actors, read from a table or from Turtle; all of it or one error with its line.

::

    name,kind,aliases,wikidata
    Olena Marchuk,person,Marchuk|О. Марчук,Q4711

Columns may stand in any order, separated by commas, semicolons or tabs; aliases by ``|``. In Turtle an actor
has a class (Person, Organization or Government, in ``kg:``, ``schema:`` or ``foaf:``), a label
(``skos:prefLabel``, ``schema:name``, ``foaf:name`` or ``rdfs:label``), other labels, and, if it is itself no
Wikidata entity, one that it is the same as (``schema:sameAs``, ``owl:sameAs`` or ``skos:exactMatch``).
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from kg.domain import ActorKind, KnownActor
from kg.errors import GazetteerError
from kg.identity import actor_id, key
from kg.store.terms import Term
from kg.store.vocabulary import KG, OWL, RDF, RDFS, SCHEMA, SKOS

COLUMNS = ("name", "kind", "aliases", "wikidata")
KINDS = (ActorKind.PERSON, ActorKind.ORGANIZATION, ActorKind.GOVERNMENT)
MOST_CHARACTERS = 500
"""Of a name: longer ones are no names."""
MOST_BYTES = 256 * 1024 * 1024

_FOAF = "http://xmlns.com/foaf/0.1/"
_HTTP_SCHEMA = "http://schema.org/"
_CLASSES: Mapping[str, ActorKind] = {
    KG.Government: ActorKind.GOVERNMENT,
    SCHEMA.NAMESPACE + "GovernmentOrganization": ActorKind.GOVERNMENT,
    _HTTP_SCHEMA + "GovernmentOrganization": ActorKind.GOVERNMENT,
    **{
        namespace + name: kind
        for namespace in (KG.NAMESPACE, SCHEMA.NAMESPACE, _HTTP_SCHEMA, _FOAF)
        for name, kind in (("Person", ActorKind.PERSON), ("Organization", ActorKind.ORGANIZATION))
    },
}
"""The first class of an actor that is here decides."""
_LABELS = (SKOS.prefLabel, SCHEMA.NAMESPACE + "name", _HTTP_SCHEMA + "name", _FOAF + "name", RDFS.label)
_OTHER_LABELS = (SKOS.altLabel, SCHEMA.NAMESPACE + "alternateName", _HTTP_SCHEMA + "alternateName")
_SAME = (SCHEMA.sameAs, _HTTP_SCHEMA + "sameAs", OWL.NAMESPACE + "sameAs", SKOS.NAMESPACE + "exactMatch")
_WIKIDATA = re.compile(r"(?:https?://(?:www[.])?wikidata[.]org/(?:entity|wiki)/)?(Q[1-9][0-9]*)/?")
_DELIMITERS = ",;\t"
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class _Entry:
    """One actor as its file has it."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...]
    wikidata: str | None
    place: int | None
    """Its line."""


def read_gazetteer(path: Path) -> tuple[KnownActor, ...]:
    """The actors of a ``.csv``, ``.tsv`` or ``.ttl`` file, by identifier.

    Raises ``GazetteerError`` with the line, if one is at fault; then nothing of the file counts.
    """
    reader = {".csv": _table_entries, ".tsv": _table_entries, ".ttl": _turtle_entries}.get(
        path.suffix.lower()
    )
    if reader is None:
        raise GazetteerError(
            str(path), "is neither a table nor Turtle", hint="Name it FILE.csv, FILE.tsv or FILE.ttl."
        )
    return _identified(list(reader(path, _text(path))), path)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise GazetteerError(str(path), "is larger than 256 MB", hint="Split it.")
        content = path.read_bytes()
    except OSError as error:
        raise GazetteerError(
            str(path), f"cannot be read ({error.strerror})", hint="Give the path of a file."
        ) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise GazetteerError(str(path), "is not UTF-8", line=line, hint="Save it as UTF-8.") from error


def _identified(entries: Sequence[_Entry], path: Path) -> tuple[KnownActor, ...]:
    """Entries with identifiers; namesakes are told apart by their Wikidata entities."""
    bearers = Counter(key(entry.name) for entry in entries)
    known: dict[str, KnownActor] = {}
    for entry in entries:
        qualifier = "" if bearers[key(entry.name)] == 1 else (entry.wikidata or "").rpartition("/")[2]
        identifier = actor_id(entry.name, qualifier=qualifier)
        if identifier in known:
            raise GazetteerError(
                str(path),
                f"{entry.name!r} is there twice",
                line=entry.place,
                hint="Join the two, or give each its own Wikidata entity.",
            )
        known[identifier] = KnownActor(identifier, entry.name, entry.kind, entry.aliases, entry.wikidata)
    return tuple(known[identifier] for identifier in sorted(known))


# ------------------------------------------------------------------------------------------- tables


def _table_entries(path: Path, text: str) -> Iterator[_Entry]:
    delimiter = max(_DELIMITERS, key=text.partition("\n")[0].count)
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    columns: list[str] | None = None
    try:
        for cells in rows:
            if not any(cell.strip() for cell in cells):
                continue
            if columns is None:
                columns = _columns(cells, path, rows.line_num)
            else:
                yield _row(cells, columns, path, rows.line_num)
    except csv.Error as error:
        raise GazetteerError(
            str(path), f"is no table ({error})", line=rows.line_num, hint="Close every quotation mark."
        ) from error
    if columns is None:
        raise GazetteerError(str(path), "is empty", hint=_HEADER_HINT)


_HEADER_HINT = f"Begin with a line of column names: {','.join(COLUMNS)}"


def _columns(cells: Sequence[str], path: Path, line: int) -> list[str]:
    columns = [cell.strip().lower() for cell in cells]
    unknown = [column for column in columns if column not in COLUMNS]
    if unknown:
        raise GazetteerError(str(path), f"there is no column {unknown[0]!r}", line=line, hint=_HEADER_HINT)
    missing = [column for column in ("name", "kind") if column not in columns]
    if missing or len(set(columns)) < len(columns):
        wrong = f"the column {missing[0]!r} is missing" if missing else "a column is there twice"
        raise GazetteerError(str(path), wrong, line=line, hint=_HEADER_HINT)
    return columns


def _row(cells: Sequence[str], columns: Sequence[str], path: Path, line: int) -> _Entry:
    if len(cells) != len(columns):
        raise GazetteerError(
            str(path),
            f"has {len(cells)} cells, and there are {len(columns)} columns",
            line=line,
            hint="Put cells that hold the separator into quotation marks.",
        )
    row = dict(zip(columns, (cell.strip() for cell in cells), strict=True))
    return _Entry(
        name=_name(row["name"], path, line),
        kind=_kind(row["kind"], path, line),
        aliases=_aliases(row.get("aliases", "").split("|"), row["name"], path, line),
        wikidata=_wikidata(row["wikidata"], path, line) if row.get("wikidata") else None,
        place=line,
    )


def _name(name: str, path: Path, line: int | None) -> str:
    reason = ""
    if not key(name):
        reason = "has no name"
    elif len(name) > MOST_CHARACTERS:
        reason = f"has a name of more than {MOST_CHARACTERS} characters"
    elif _CONTROL.search(name) or "\n" in name:
        reason = "has a control character or a line break in a name"
    if reason:
        raise GazetteerError(str(path), reason, line=line, hint="Give a name alone, on one line.")
    return name


def _kind(word: str, path: Path, line: int) -> ActorKind:
    found = next((kind for kind in KINDS if kind == word.lower()), None)
    if found is None:
        hint = f"There is: {', '.join(KINDS)}."
        raise GazetteerError(str(path), f"there is no kind {word!r}", line=line, hint=hint)
    return found


def _aliases(words: Iterable[str], name: str, path: Path, line: int | None) -> tuple[str, ...]:
    given = {_name(word.strip(), path, line) for word in words if word.strip()}
    return tuple(sorted(given - {name}))


def _wikidata(words: str, path: Path, line: int | None) -> str:
    found = _WIKIDATA.fullmatch(words)
    if found is None:
        raise GazetteerError(
            str(path),
            f"{words!r} is no Wikidata entity",
            line=line,
            hint="Give an item such as Q42 or http://www.wikidata.org/entity/Q42.",
        )
    return f"http://www.wikidata.org/entity/{found[1]}"


# ------------------------------------------------------------------------------------------- Turtle


_TURTLE_HINT = "Correct the file there; many tools check Turtle."


def _turtle_entries(path: Path, text: str) -> Iterator[_Entry]:
    about: dict[NamedNode, defaultdict[str, list[Term]]] = {}
    try:
        for quad in parse(text, format=RdfFormat.TURTLE, base_iri=path.absolute().as_uri()):
            if isinstance(quad.subject, NamedNode):
                about.setdefault(quad.subject, defaultdict(list))[quad.predicate.value].append(quad.object)
    except SyntaxError as error:
        raise GazetteerError(
            str(path), f"is no Turtle: {error.msg.partition(': ')[2]}", line=error.lineno, hint=_TURTLE_HINT
        ) from error
    for subject, facts in about.items():
        classes = (each.value for each in facts[RDF.type] if isinstance(each, NamedNode))
        kinds = [_CLASSES[each] for each in classes if each in _CLASSES]
        if kinds:
            yield _described(subject, min(kinds, key=_strictest), facts, path)


def _strictest(kind: ActorKind) -> int:
    """A government is an organization too: the narrower class counts."""
    return (ActorKind.GOVERNMENT, ActorKind.PERSON, ActorKind.ORGANIZATION).index(kind)


def _described(
    subject: NamedNode, kind: ActorKind, facts: Mapping[str, Sequence[Term]], path: Path
) -> _Entry:
    labels = [each for predicate in _LABELS for each in facts.get(predicate, ()) if isinstance(each, Literal)]
    if not labels:
        raise GazetteerError(
            str(path), f"{subject.value} has no label", hint="Give each actor a skos:prefLabel."
        )
    name = _name(min(labels, key=_readability).value, path, None)
    others = [each for predicate in _OTHER_LABELS for each in facts.get(predicate, ())]
    words = (each.value for each in (*labels, *others) if isinstance(each, Literal))
    same = (
        each.value for predicate in _SAME for each in facts.get(predicate, ()) if isinstance(each, NamedNode)
    )
    entities = [each for each in (subject.value, *same) if "/" in each and _WIKIDATA.fullmatch(each)]
    entity = _wikidata(entities[0], path, None) if entities else None
    return _Entry(name, kind, _aliases(words, name, path, None), entity, None)


def _readability(label: Literal) -> int:
    """English or no language first."""
    return (label.language or "en").partition("-")[0].lower() != "en"
